import type { Outcome, View } from '../model'
import { shortName } from './paths'
import { figureId, type Dollars } from './money'

/**
 * The name of each view. The first excludes what others may withhold, but still projects returns, profit and pay, so it
 * is not called guaranteed.
 */
export const VIEW_NAMES: Readonly<Record<View, string>> = {
  guaranteed: 'noncontingent',
  expected: 'expected',
  maximum: 'maximum',
}

/** The note below figures in the three views. */
export const VIEW_NOTE =
  'Noncontingent excludes every payment that someone else may withhold; expected weights each by its probability; maximum counts each in full. All three still project profit, pay for your work and investment returns, which no one guarantees.'

/** How the take-home of the first full year differs from that of each year. */
export const FIRST_YEAR_NOTE =
  'Elsewhere, take-home of the first full year also counts plan contributions, net of the tax due when they are withdrawn.'

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

/** A figure of each path in each view. */
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

/** A figure that differs between two views of a path. */
