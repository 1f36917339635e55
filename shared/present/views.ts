import { VIEWS, type Outcome, type View } from '../model'
import { shortName } from './paths'
import { figureId, type Dollars } from './money'

/** One figure of a path in all three views. */
export interface ThreeViews {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly figure: string
  readonly guaranteed: number
  readonly expected: number
  readonly maximum: number
}

/** A figure of each path as guaranteed, as expected and at its most. */
export function threeViews(outcome: Outcome, figure: string, dollars: Dollars, paths: readonly string[]): ThreeViews[] {
  return paths.flatMap((id) => {
    const path = outcome.paths.find((other) => other.id === id)
    if (!path) return []
    const name = figureId(outcome, id, 'expected', figure, dollars)
    const of = (view: View) => outcome.figure(id, view, name) ?? NaN
    return [
      {
        id,
        name: path.name,
        short: shortName(path),
        figure: name,
        guaranteed: of('guaranteed'),
        expected: of('expected'),
        maximum: of('maximum'),
      },
    ]
  })
}

/** A figure that two views of a path see differently. */
export interface ViewDifference {
  readonly line: string
  readonly label: string
  readonly unit: string
  readonly values: readonly [number, number]
}

/** Where two views of one path differ: the figures, in the order of the method. Rows of years are left to the table. */
export function viewDifferences(outcome: Outcome, path: string, one: View, other: View): ViewDifference[] {
  if (!VIEWS.includes(one) || !VIEWS.includes(other)) return []
  const prefix = `${path}/${one}/`
  return outcome.lines(path, one).flatMap((line) => {
    if (line.shape !== 'figure' || !line.id.startsWith(prefix)) return []
    const id = line.id.slice(prefix.length)
    const values = [outcome.figure(path, one, id) ?? NaN, outcome.figure(path, other, id) ?? NaN] as const
    if (Object.is(values[0], values[1]) || Math.abs(values[0] - values[1]) < 0.005) return []
    return [{ line: line.id, label: line.label, unit: line.unit, values }]
  })
}
