import { inWords } from '../dates'
import type { Case } from '../schema'
import type { JournalEntry } from './schema'

/**
 * Why a change of the journal is not allowed; undefined if it is. Entries are added, and the last one may be removed,
 * but written entries never change.
 */
export function rewritten(before: readonly JournalEntry[], after: readonly JournalEntry[]): string | undefined {
  if (before === after) return undefined
  const changed = before.find((entry) => {
    const now = after.find(({ id }) => id === entry.id)
    return now && (Object.keys(entry) as (keyof JournalEntry)[]).some((key) => now[key] !== entry[key])
  })
  return (
    changed &&
    `Journal: the entry of ${inWords(changed.on)} stays as it was written, so that you can see later what you thought then. Nothing was changed; add a new entry.`
  )
}

/** An earlier state of a case with the journal of today: to go back does not undo what was thought since. */
export const withJournalOf = (now: Case, then: Case): Case => ({
  ...then,
  partner: { ...then.partner, journal: now.partner.journal },
})
