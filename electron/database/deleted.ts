/**
 * A deleted case is kept aside for 30 days, to the minute, so that it can be restored; then it goes for good. One whose
 * time lies after `now` (a clock that was set back) is kept.
 */
const DAYS = 30

/** The cases whose time is over. Times are ISO in UTC. */
export function expired(deleted: readonly { id: string; deletedAt: string }[], now: string): string[] {
  const limit = Date.parse(now) - DAYS * 86_400_000
  return deleted.filter(({ deletedAt }) => Date.parse(deletedAt) < limit).map(({ id }) => id)
}
