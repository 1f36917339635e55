import { Compiler } from './compile'
import { neededBy } from './dependence'
import type { Line } from './expression'
import type { Graph } from './graph'
import { problems, type Problem } from './problems'

/**
 * One lane of a graph: the same buffers serve every run, so read or copy what you need before the next one.
 * `run` takes the inputs in the order of `graph.inputs`.
 */
export interface Evaluation {
  readonly graph: Graph
  run(inputs: Float64Array): void
  /** The inputs of the last run. */
  readonly inputs: Float64Array
  /** Every cell of the last run: line after line, a row's years one after the other. */
  readonly values: Float64Array
  /** A line's cells: a row's years, or the one cell of a figure. */
  row(line: Line): Float64Array
  /** A row's value in a year (1 = first), or a figure's. */
  value(line: Line, year?: number): number
  /** What has no value after the last run, at the places where the trouble starts. */
  problems(): Problem[]
}

/** Prepares the evaluation of one lane, restricted to what `outputs` need. A closure a line, no code generation. */
export function evaluation(graph: Graph, outputs: Iterable<Line> = graph.lines): Evaluation {
  const { years, offset } = graph
  const values = new Float64Array(graph.size).fill(NaN)
  const inputs = new Float64Array(graph.inputs.length)
  const needed = neededBy(outputs)
  const compiler = new Compiler(graph, values, inputs)

  const program: (() => void)[] = []
  for (const { firstOrder, laterOrder } of graph.steps) {
    const first = firstOrder.filter((line) => needed.has(line))
    if (first.length === 0) continue
    if (first.length === 1) {
      const line = first[0]!
      const start = offset.get(line)!
      const firstCell = compiler.compile(line.first)
      const laterCell = line.later === line.first ? firstCell : compiler.compile(line.later)
      if (line.shape === 'figure') program.push(() => void (values[start] = firstCell(0)))
      else
        program.push(() => {
          values[start] = firstCell(0)
          for (let y = 1; y < years; y++) values[start + y] = laterCell(y)
        })
      continue
    }
    const starts = first.map((line) => ({ at: offset.get(line)!, cell: compiler.compile(line.first) }))
    const later = laterOrder.filter((line) => needed.has(line))
    const laters = later.map((line) => ({ at: offset.get(line)!, cell: compiler.compile(line.later) }))
    program.push(() => {
      for (const { at, cell } of starts) values[at] = cell(0)
      for (let y = 1; y < years; y++) for (const { at, cell } of laters) values[at + y] = cell(y)
    })
  }

  const place = (line: Line, year?: number): number => {
    const start = offset.get(line)
    if (start === undefined) throw new RangeError(`Line ${line.id} is not in this graph.`)
    if (line.shape === 'figure') return start
    if (year === undefined || !(year >= 1 && year <= years))
      throw new RangeError(`Line ${line.id} has the years 1 to ${years}, not ${year}.`)
    return start + year - 1
  }
  return {
    graph,
    inputs,
    values,
    run(given) {
      if (given.length !== inputs.length)
        throw new RangeError(`The graph has ${inputs.length} inputs; ${given.length} were given.`)
      inputs.set(given)
      for (const part of program) part()
    },
    row(line) {
      const start = offset.get(line)!
      return values.subarray(start, start + (line.shape === 'row' ? years : 1))
    },
    value: (line, year) => values[place(line, year)]!,
    problems: () => problems(graph, compiler, values, needed),
  }
}
