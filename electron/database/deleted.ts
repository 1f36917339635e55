/**
 * A deleted case is kept aside for 30 days, to the minute, so that it can be restored; then it goes for good. One whose
 * time lies after `now` (a clock that was set back) is kept.
 * When more than 45 days lie between `now` and the last sign of use, either the clock jumped or the program was not used
 * for long: then nothing goes.
 */
const DAYS = 30
const LONGEST_GAP = 45
const DAY = 86_400_000

/**
 * The cases whose time is over. Times are ISO in UTC.
 * @param lastUse the newest time that is stored anywhere in the data; undefined if there is none
 */
export function expired(
  deleted: readonly { id: string; deletedAt: string }[],
  lastUse: string | undefined,
  now: string,
): string[] {
  if (lastUse === undefined || Date.parse(now) - Date.parse(lastUse) > LONGEST_GAP * DAY) return []
  const limit = Date.parse(now) - DAYS * DAY
  return deleted.filter(({ deletedAt }) => Date.parse(deletedAt) < limit).map(({ id }) => id)
}
