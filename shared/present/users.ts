import { references, type Input, type Line } from '../formula'
import type { Outcome } from '../model'

/** The figures that depend on a figure or an input. */
export interface Users {
  /** The nearest, in the order of the method. */
  readonly lines: readonly Line[]
  /** The total number. */
  readonly count: number
}

const MOST = 12

/** The lines whose formulas use a line. */
export function usersOfLine({ structure }: Outcome, line: Line): Users {
  const found = structure.graph.lines.filter((other) => other !== line && references(other).has(line))
  return { lines: found.slice(0, MOST), count: found.length }
}

/** The figures that depend on an input, directly or not; rows are excluded as too many to read. */
export function usersOfInput(outcome: Outcome, input: Input, view: string): Users {
  const found = outcome.dependents(input)
  const parts = (line: Line) => line.id.split('/')
  const figures = found.filter(
    (line) => line.shape === 'figure' && parts(line)[1] === view && line.section === 'Totals',
  )
  const lines = figures.length > 0 ? figures : found
  return { lines: lines.slice(0, MOST), count: found.length }
}
