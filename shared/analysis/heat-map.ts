import type { Case } from '../case/schema'
import { linesOf, lineOf, type Measure } from './contest'
import { valuesOf } from './break-even'
import { factsOf, type Lever, type LeverFacts } from './levers'
import type { Variations } from './variations'

/** The leader and its margin over two inputs at once. */
export interface HeatMap {
  readonly across: LeverFacts
  readonly up: LeverFacts
  readonly measure: Measure
  /** The compared paths, in the order of the indices in `winner`. */
  readonly paths: readonly string[]
  /** The values of both inputs, ascending. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** The case's own values. */
  readonly own: readonly [number, number]
  /** For each cell, row by row from the lowest value of `up`: the leading path; −1 where none has a value. */
  readonly winner: Int8Array
  /** Its lead over the next path. */
  readonly margin: Float64Array
}

/** Cells per side. */
const SIDE = 40
/** Cells computed between two checks for cancellation. */
const CHUNK = 256

/** The values at which a lever is evaluated over its range: evenly spaced, or as many of those it can take. */
export function spreadOf(lever: LeverFacts, count: number): number[] {
  if (lever.grain !== undefined) {
    const values = valuesOf(lever)
    const every = Math.ceil(values.length / count)
    return values.filter((_, i) => i % every === 0)
  }
  return Array.from({ length: count }, (_, i) => lever.min + ((lever.max - lever.min) * i) / (count - 1))
}

/**
 * Computes the cells in chunks, yielding the number done and finally the whole map. If both levers move the same input,
 * `up` wins.
 */
export function* heatMap(
  variations: Variations,
  document: Case,
  [across, up]: readonly [Lever, Lever],
  paths: readonly string[],
  measure: Measure,
  side = SIDE,
): Generator<{ readonly done: number; readonly of: number }, HeatMap> {
  const { structure } = variations
  const [xs, ys] = [spreadOf(across, side), spreadOf(up, side)]
  const count = xs.length * ys.length
  const lines = linesOf(structure, paths, measure)
  const winner = new Int8Array(count).fill(-1)
  const margin = new Float64Array(count).fill(NaN)
  for (let start = 0; start < count; start += CHUNK) {
    const cells = Array.from({ length: Math.min(CHUNK, count - start) }, (_, i) => start + i)
    const values = [cells.map((cell) => xs[cell % xs.length]!), cells.map((cell) => ys[Math.floor(cell / xs.length)]!)]
    const column = variations.turn(document, [across, up], values, lines)
    const columns = paths.map((path) => {
      const line = lineOf(structure, path, measure)
      return line && column(line)
    })
    cells.forEach((cell, i) => {
      const figures = columns.map((figure) => (figure ? figure[i]! : 0))
      const known = figures.filter((figure) => !Number.isNaN(figure)).sort((a, b) => b - a)
      if (known.length === 0) return
      winner[cell] = figures.indexOf(known[0]!)
      margin[cell] = known[0]! - (known[1] ?? known[0]!)
    })
    yield { done: start + cells.length, of: count }
  }
  const own = [across.read(document), up.read(document)] as const
  return { across: factsOf(across), up: factsOf(up), measure, paths, xs, ys, own, winner, margin }
}
