import { Compiler } from './compile'
import { neededBy } from './dependence'
import type { Expression, Line } from './expression'
import type { Graph } from './graph'
import type { Instruction } from './operations'
import { problems, type Problem } from './problems'
import { Tape } from './tape'

/**
 * One lane of a graph: the same buffers serve every run, so read or copy what you need before the next one.
 * `run` takes the inputs in the order of `graph.inputs`.
 */
export interface Evaluation {
  readonly graph: Graph
  run(inputs: Float64Array): void
  /** The inputs of the last run. */
  readonly inputs: Float64Array
  /** Every cell of the last run: line by line, a row's years in sequence. */
  readonly values: Float64Array
  /** A line's cells: a row's years, or the one cell of a figure. */
  row(line: Line): Float64Array
  /** A row's value in a year (1 = first), or a figure's. */
  value(line: Line, year?: number): number
  /** Cells without a value after the last run, at their origin. */
  problems(): Problem[]
}

/** Instructions to run for the years `from` ≤ y < `to`, `stride` of them at a time. */
interface Segment {
  readonly program: Instruction[]
  readonly from: number
  readonly to: number
  readonly stride: number
}

/** Prepares the evaluation of one lane, restricted to what `outputs` need. */
export function evaluation(graph: Graph, outputs: Iterable<Line> = graph.lines): Evaluation {
  const { years, offset } = graph
  const roomAt = graph.size + graph.inputs.length
  const cells = new Float64Array(roomAt + roomFor(graph))
  const values = cells.subarray(0, graph.size).fill(NaN)
  const inputs = cells.subarray(graph.size, roomAt)
  const needed: ReadonlySet<Line> = outputs === graph.lines ? new Set(graph.lines) : neededBy(outputs)
  const compiler = new Compiler(graph, values, inputs, { cells, inputsAt: graph.size, roomAt })

  const segments: Segment[] = []
  /** A list of instructions to be run over years, the one at hand where it may grow. */
  const segment = (from: number, to: number, stride: number): Instruction[] => {
    const last = segments[segments.length - 1]
    if (last?.from === from && last.to === to && last.stride === stride && from + stride === to) return last.program
    const program: Instruction[] = []
    segments.push({ program, from, to, stride })
    return program
  }
  for (const { firstOrder, laterOrder, recursive } of graph.steps) {
    if (!firstOrder.some((line) => needed.has(line))) continue
    const { shape, first, later } = firstOrder[0]!
    const oneFormula = shape === 'figure' || (first === later && !recursive)
    const end = oneFormula && shape === 'row' ? years : 1
    const start = segment(0, end, end)
    for (const line of firstOrder) if (needed.has(line)) compiler.compile(line.first, offset.get(line)!, start)
    if (oneFormula || years === 1) continue
    if (!recursive) {
      const rest = segment(1, years, years - 1)
      for (const line of laterOrder) if (needed.has(line)) compiler.compile(line.later, offset.get(line)!, rest)
      continue
    }
    const ahead = { group: new Set(laterOrder), program: segment(1, years, years - 1) }
    const tape = new Tape(cells)
    for (const line of laterOrder)
      if (needed.has(line)) compiler.compileInGroup(line.later, offset.get(line)!, tape, ahead)
    segments.push({ program: [tape.finish()], from: 1, to: years, stride: years - 1 })
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
      for (const { program, from, to, stride } of segments)
        for (let y = from; y < to; y += stride) for (let i = 0; i < program.length; i++) program[i]!(y, y + stride)
    },
    row(line) {
      const start = offset.get(line)!
      return values.subarray(start, start + (line.shape === 'row' ? years : 1))
    },
    value: (line, year) => values[place(line, year)]!,
    problems: () => problems(graph, compiler, values, needed),
  }
}

/**
 * Room for intermediate results: temporaries, constants, and values that groups of lines compute ahead. The estimate is
 * almost always sufficient; what does not fit goes into separate buffers, which is only slower.
 */
function roomFor({ years, steps }: Graph): number {
  let operations = 0
  for (const { recursive, laterOrder } of steps)
    if (recursive) for (const line of laterOrder) operations += operationsIn(line.later)
  return years * (TEMPORARIES + operations) + CONSTANTS
}

const TEMPORARIES = 32
const CONSTANTS = 8192

function operationsIn(e: Expression): number {
  if (e.op === 'at') return 1 + operationsIn(e.index)
  return 'args' in e ? e.args.reduce((count, arg) => count + operationsIn(arg), 1) : 0
}
