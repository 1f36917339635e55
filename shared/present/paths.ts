import type { Case } from '../case/schema'
import type { Outcome, Path } from '../model'

/** The number of marks for offers; the other alternatives use the marks after them. */
const OFFERS = 8

/**
 * A path's index among the marks: it stays with the path, whichever others are shown and in whatever order, so that a
 * path has the same color and sign in every chart, table and document. 0 is keeping.
 */
export function markIndex(document: Case, path: string): number {
  if (path === 'keep') return 0
  const offer = document.offers.findIndex(({ id }) => id === path)
  if (offer >= 0) return 1 + offer
  return path === 'step-back' ? 1 + OFFERS : 2 + OFFERS
}

/** A name short enough for the end of a line in a chart. */
export const shortName = ({ kind, name }: Pick<Path, 'kind' | 'name'>): string =>
  ({
    keep: 'Keep',
    stepBack: 'Step back',
    sellPrivately: 'Sell now',
    sellLater: name,
    affiliate: name,
    stay: 'Stay',
    job: name,
  })[kind]

/** A path inside a sentence: "keeping", "Cedar", "selling now". */
export const callName = ({ kind, name }: Pick<Path, 'kind' | 'name'>): string =>
  ({
    keep: 'keeping',
    stepBack: 'stepping back',
    sellPrivately: 'selling now',
    sellLater: name,
    affiliate: name,
    stay: 'staying',
    job: name,
  })[kind]

/** Words that differ between an owner's case and an associate's. */
export interface RoleWords {
  /** The path that the others are measured against: "keeping the practice", and short, "keeping". */
  readonly first: string
  readonly firstShort: string
  /** "if you keep the practice". */
  readonly ifFirst: string
  /** The dated cash flows: "the sale". */
  readonly dated: string
}

/** The words of a case by the role of its household. */
export const roleWords = ({ practice }: Pick<Case, 'practice'>): RoleWords =>
  practice.role === 'owner'
    ? {
        first: 'keeping the practice',
        firstShort: 'keeping',
        ifFirst: 'if you keep the practice',
        dated: 'the sale',
      }
    : {
        first: 'staying as an associate',
        firstShort: 'staying',
        ifFirst: 'if you stay as an associate',
        dated: 'bonuses and equity',
      }

/** The most paths that can be viewed in detail at once. */
export const IN_DETAIL = { least: 2, most: 4 } as const

/**
 * The paths chosen for detailed charts, in the order of `shown`: the chosen ones if they are shown and neither too few
 * nor too many; otherwise all or, if those are too many, keeping and the ones with the most expected wealth at
 * retirement.
 */
export function pathsInDetail(outcome: Outcome, shown: readonly string[], wanted: readonly string[]): string[] {
  const chosen = shown.filter((id) => wanted.includes(id))
  if (chosen.length >= IN_DETAIL.least && chosen.length <= IN_DETAIL.most) return chosen
  return foremost(outcome, shown, IN_DETAIL.most)
}

/** The first path and the others with the most expected wealth at retirement, in the order of `shown`. */
export function foremost(outcome: Outcome, shown: readonly string[], most: number): string[] {
  const wealth = (id: string) => outcome.figure(id, 'expected', 'wealthAtRetirement') ?? -Infinity
  const best = shown.filter((id) => id !== 'keep').toSorted((a, b) => wealth(b) - wealth(a))
  const taken = ['keep', ...best].slice(0, most)
  return shown.filter((id) => taken.includes(id))
}
