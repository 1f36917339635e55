/**
 * Which backups are kept:
 *   - the two newest, whatever their age;
 *   - of each of the last 14 days on which one was taken, the newest;
 *   - of each of the last 12 months in which one was taken, the newest;
 *   - the last three that were taken before a change of the file's structure.
 * Everything else may go. Days and months count as they stand in the time of the backup (UTC). A backup whose time lies
 * after `now` (a clock that was set back) is kept.
 */
export interface Backup {
  readonly name: string
  /** ISO time in UTC. */
  readonly takenAt: string
  readonly reason: 'daily' | 'migration'
}

const NEWEST = 2
const DAYS = 14
const MONTHS = 12
const BEFORE_MIGRATIONS = 3
const DAY = 86_400_000

/** The backups that may go. `now` is an ISO time in UTC. */
export function surplusBackups(backups: readonly Backup[], now: string): Backup[] {
  const newestFirst = backups.toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : a.takenAt > b.takenAt ? -1 : 0))
  const time = Date.parse(now)
  const oldestDay = new Date(time - (DAYS - 1) * DAY).toISOString().slice(0, 10)
  const oldestMonth = monthsBefore(now, MONTHS - 1)

  const keep = new Set<Backup>(newestFirst.slice(0, NEWEST))
  for (const backup of newestFirst.filter(({ reason }) => reason === 'migration').slice(0, BEFORE_MIGRATIONS))
    keep.add(backup)
  const seen = new Set<string>()
  for (const backup of newestFirst) {
    if (Date.parse(backup.takenAt) > time) keep.add(backup)
    const day = backup.takenAt.slice(0, 10)
    const month = backup.takenAt.slice(0, 7)
    if (day >= oldestDay && !seen.has(day)) keep.add(backup)
    if (month >= oldestMonth && !seen.has(month)) keep.add(backup)
    seen.add(day).add(month)
  }
  return newestFirst.filter((backup) => !keep.has(backup))
}

function monthsBefore(now: string, months: number): string {
  const date = new Date(now)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1)).toISOString().slice(0, 7)
}
