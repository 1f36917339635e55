import type { Line } from '../formula'
import type { Structure, View } from '../model'
import type { Column } from './variations'

/** A figure by which paths are compared, in a view. */
export interface Measure {
  readonly view: View
  /** `leadAtRetirement`, of which keeping has 0, or any figure that all the paths have. */
  readonly figure: string
}

/** Two paths compared with each other. */
export interface Contest extends Measure {
  readonly paths: readonly [string, string]
}

/** The line of a path's figure; undefined for keeping's lead over itself, which is 0. */
export function lineOf({ graph }: Structure, path: string, { view, figure }: Measure): Line | undefined {
  const id = [`${path}/${view}/${figure}`, `${path}/${figure}`].find((full) => graph.has(full))
  if (id !== undefined) return graph.line(id)
  if (path === 'keep' && figure.startsWith('leadAt')) return undefined
  throw new RangeError(`${path} has no ${figure} in the ${view} view.`)
}

export const linesOf = (structure: Structure, paths: readonly string[], measure: Measure): Line[] =>
  paths.flatMap((path) => lineOf(structure, path, measure) ?? [])

/** By how much the first path of a contest is ahead of the second in each variation. */
export function ahead(structure: Structure, contest: Contest, column: Column, count: number): number[] {
  const [first, second] = contest.paths.map((path) => {
    const line = lineOf(structure, path, contest)
    return line && column(line)
  })
  return Array.from({ length: count }, (_, i) => (first ? first[i]! : 0) - (second ? second[i]! : 0))
}
