/**
 * Which backups are kept:
 *   - the five newest;
 *   - the newest of each of the last 14 days on which one was taken;
 *   - the newest of each of the last 12 months in which one was taken;
 * - the last three made before a schema change, and the last three before a restore.
 * Days and months are taken from the backup's own time (UTC) and counted, not compared with today: a clock once set
 * forward uses up one day and one month, no more. If more than 45 days lie between the newest backup and the one before
 * it, the clock jumped or the program was not used for a long time: then nothing is deleted.
 */
export interface Backup {
  readonly name: string
  /** ISO time in UTC. */
  readonly takenAt: string
  /** `daily` and `quit`: the first of a day, and at exit. `edits`: after many edits or some time. */
  readonly reason: 'daily' | 'edits' | 'quit' | 'migration' | 'restore'
}

const NEWEST = 5
const DAYS = 14
const MONTHS = 12
const BEFORE_CHANGES = 3
const LONGEST_GAP = 45 * 86_400_000

/** The backups that may be deleted. */
export function surplusBackups(backups: readonly Backup[]): Backup[] {
  const newestFirst = backups.toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : a.takenAt > b.takenAt ? -1 : 0))
  const [newest, before] = newestFirst
  if (newest && before && Date.parse(newest.takenAt) - Date.parse(before.takenAt) > LONGEST_GAP) return []

  const keep = new Set<Backup>(newestFirst.slice(0, NEWEST))
  for (const reason of ['migration', 'restore'])
    for (const backup of newestFirst.filter((one) => one.reason === reason).slice(0, BEFORE_CHANGES)) keep.add(backup)
  for (const [most, length] of [
    [DAYS, 'YYYY-MM-DD'.length],
    [MONTHS, 'YYYY-MM'.length],
  ] as const) {
    const seen = new Set<string>()
    for (const backup of newestFirst) {
      const period = backup.takenAt.slice(0, length)
      if (!seen.has(period) && seen.size < most) keep.add(backup)
      seen.add(period)
    }
  }
  return newestFirst.filter((backup) => !keep.has(backup))
}
