/**
 * A deleted case is kept for 30 days so that it can be restored; then it is gone for good. Days count only while the
 * program was in use: a gap of more than 45 days between two recorded times means that the clock jumped or no one used
 * the program, and none of those days count. A clock set forward by some days therefore deletes nothing, however often
 * the program is started. A case with a time after `now` (the clock was set back) is kept.
 */
const DAY = 86_400_000
const KEPT = 30 * DAY
const LONGEST_GAP = 45 * DAY

/**
 * The cases whose time is up. Times are ISO in UTC.
 * @param uses all times stored anywhere in the data, in any order
 */
export function expired(
  deleted: readonly { id: string; deletedAt: string }[],
  uses: readonly string[],
  now: string,
): string[] {
  const end = Date.parse(now)
  const times = uses.map((use) => Date.parse(use)).filter((use) => use < end)
  const isOver = (start: number) => start < end && inUse(start, times, end) > KEPT
  return deleted.filter(({ deletedAt }) => isOver(Date.parse(deletedAt))).map(({ id }) => id)
}

/** Milliseconds from `start` to `end`, excluding gaps that are too long. */
function inUse(start: number, uses: readonly number[], end: number): number {
  const times = [start, ...uses.filter((use) => use > start), end].toSorted((a, b) => a - b)
  return times.slice(1).reduce((sum, time, i) => {
    const gap = time - times[i]!
    return gap > LONGEST_GAP ? sum : sum + gap
  }, 0)
}
