import { caseSchema, type Case } from '../case/schema'
import { fitted } from '../text'
import type { Outcome, View } from '../model'
import { leversOf, MOVE_YEAR, within, type Lever } from './levers'

/** Computes a case; a program passes a separate engine's function, since an outcome reads its engine's buffers. */
export type Evaluate = (document: Case) => Outcome

/** Ahead of keeping at retirement, by path; keeping itself is 0. */
function leads(outcome: Outcome, view: View, paths: readonly string[]): Map<string, number> {
  return new Map(
    paths.map((path) => [path, path === 'keep' ? 0 : (outcome.figure(path, view, 'leadAtRetirement') ?? NaN)]),
  )
}

/**
 * The levers that move the answer most: each is varied by its probe, up and down, and ranked by how far the lead at
 * retirement of any path moves. One lever at a time, and only one of two that would have the same name. A planned move
 * to another state is always included, last: when to move is of interest even if all paths move alike.
 */
export function strongest(
  document: Case,
  evaluate: Evaluate,
  view: View,
  paths: readonly string[],
  count = 5,
): Lever[] {
  const levers = leversOf(document)
  const first = levers
    .filter(({ offer }) => offer === undefined || paths.includes(offer))
    .map((lever) => {
      const value = lever.read(document)
      const [low, high] = [value - lever.probe, value + lever.probe].map((turned) =>
        leads(evaluate(lever.apply(document, within(lever, turned))), view, paths),
      ) as [Map<string, number>, Map<string, number>]
      return { lever, swing: Math.max(...paths.map((path) => Math.abs(high.get(path)! - low.get(path)!))) }
    })
    .filter(({ swing }) => swing > 1)
    .sort((a, b) => b.swing - a.swing)
    .slice(0, count)
    .map(({ lever }) => lever)
  const left = levers.filter((lever) => lever.id === MOVE_YEAR && !first.some(({ id }) => id === MOVE_YEAR))
  return [...first, ...left]
}

/** Where the lead at retirement changes. */
export interface Flip {
  readonly value: number
  readonly direction: 'above' | 'below'
  /** The leader then. */
  readonly path: string
}

/**
 * The value of a lever nearest to the case's own at which another path takes the lead; undefined if none does within
 * its range. The range is searched in twelve steps to either side, and the step in which the lead changes is bisected;
 * of two changes within one step, one may be missed.
 */
export function flipOf(
  document: Case,
  lever: Lever,
  evaluate: Evaluate,
  view: View,
  paths: readonly string[],
): Flip | undefined {
  const leaderAt = (value: number): string =>
    [...leads(evaluate(lever.apply(document, value)), view, paths)].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
  const start = lever.read(document)
  const leader = leaderAt(start)
  const search = (end: number): Flip | undefined => {
    const direction = end > start ? 'above' : 'below'
    const steps = lever.unit === 'year' ? Math.abs(end - start) : 12
    let same = start
    for (let i = 1; i <= steps; i++) {
      const value = start + ((end - start) * i) / steps
      const path = leaderAt(value)
      if (path === leader) {
        same = value
        continue
      }
      if (lever.unit === 'year') return { value, direction, path }
      let [near, far, then] = [same, value, path]
      for (let halvings = 0; halvings < 10; halvings++) {
        const middle = (near + far) / 2
        const who = leaderAt(middle)
        if (who === leader) near = middle
        else [far, then] = [middle, who]
      }
      return { value: far, direction, path: then }
    }
    return undefined
  }
  const found = [lever.max, lever.min].filter((end) => end !== start).flatMap((end) => search(end) ?? [])
  return found.sort((a, b) => Math.abs(a.value - start) - Math.abs(b.value - start))[0]
}

/** The case with the levers set. */
export const turned = (document: Case, turns: readonly { readonly lever: Lever; readonly value: number }[]): Case =>
  turns.reduce((now, { lever, value }) => lever.apply(now, value), document)

/**
 * Keeps the tried values: an offer's term in a copy of the offer, for comparison with the original; shared inputs in the
 * case itself. `newId` names the copies.
 */
export function keepTurns(
  document: Case,
  turns: readonly { readonly lever: Lever; readonly value: number }[],
  newId: () => string,
): Case {
  const shared = turned(
    document,
    turns.filter(({ lever }) => lever.offer === undefined),
  )
  const offers = [...new Set(turns.flatMap(({ lever }) => lever.offer ?? []))]
  return offers.reduce((now, id) => {
    const changed = turned(
      now,
      turns.filter(({ lever }) => lever.offer === id),
    )
    const at = now.offers.findIndex((offer) => offer.id === id)
    const copy = { ...changed.offers[at]!, id: newId(), name: `${fitted(changed.offers[at]!.name, 50)} variant` }
    const origins = Object.entries(now.origins).flatMap(([path, origin]) =>
      path.startsWith(`offers/${id}/`) ? [[path.replace(`offers/${id}/`, `offers/${copy.id}/`), origin] as const] : [],
    )
    return {
      ...now,
      // At the end of the list, so that the marks of the other offers do not change.
      offers: [...now.offers, copy],
      origins: { ...now.origins, ...Object.fromEntries(origins) },
    }
  }, shared)
}

/** Whether there is room for the copies that `keepTurns` makes. */
export function roomFor(document: Case, turns: readonly { readonly lever: Lever }[]): boolean {
  const most = (caseSchema.shape.offers.unwrap() as unknown as { maxLength?: number | null }).maxLength ?? 8
  return document.offers.length + new Set(turns.flatMap(({ lever }) => lever.offer ?? [])).size <= most
}
