import type { Compiler } from './compile'
import { cellsRead, inputsOf, inputsRead } from './dependence'
import type { Expression, Input, Line } from './expression'
import type { Graph } from './graph'

/** A figure without a value, at its origin. */
export interface Problem {
  readonly line: Line
  /** Model year, 1 = first; undefined for a figure. */
  readonly year?: number
  readonly message: string
  /** The inputs that this line depends on. */
  readonly inputs: readonly Input[]
}

/**
 * The lines without a finite value, each once, at its first cell that does not merely pass on another's problem: every
 * cell it depends on in this run (of a choice, the branch taken) has a value.
 */
export function problems(graph: Graph, compiler: Compiler, values: Float64Array, needed: ReadonlySet<Line>): Problem[] {
  const isBad = (line: Line, y: number): boolean => {
    const value = values[graph.offset.get(line)! + (line.shape === 'row' ? y : 0)]!
    return !Number.isFinite(value) && !(line.optional && Number.isNaN(value))
  }
  const value = (y: number) => (e: Expression) => compiler.cell(e)(y)
  const startsAt = (line: Line): number | undefined => {
    for (let y = 0; y < (line.shape === 'row' ? graph.years : 1); y++) {
      if (!isBad(line, y)) continue
      const formula = y === 0 ? line.first : line.later
      if (!cellsRead(formula, y, graph.years, value(y)).some((cell) => isBad(cell.line, cell.y))) return y
    }
    return undefined
  }
  const found: Problem[] = []
  for (const line of graph.lines) {
    const y = needed.has(line) ? startsAt(line) : undefined
    if (y === undefined) continue
    const year = line.shape === 'row' ? y + 1 : undefined
    const inputs = inputsOf([line])
    const missing = inputsRead(y === 0 ? line.first : line.later, y).filter(
      (input) => !Number.isFinite(value(y)({ op: 'input', input })),
    )
    const cause = missing.length > 0 ? `${list(missing)} is missing` : 'a division by zero, or a year outside the plan'
    const what = Number.isNaN(values[graph.offset.get(line)! + y]!) ? `has no value (${cause})` : 'is not finite'
    const rests = inputs.length > 0 ? `; it rests on ${list(inputs)}` : ''
    found.push({
      line,
      ...(year === undefined ? {} : { year }),
      inputs,
      message: `${line.label}${year === undefined ? '' : `, year ${year},`} ${what}${rests}.`,
    })
  }
  return found
}

const list = (inputs: readonly Input[]): string => inputs.map((input) => input.label).join(', ')
