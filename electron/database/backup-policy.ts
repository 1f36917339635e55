/**
 * When a backup is made while the program runs. Always after a committed edit, so that it includes that edit:
 *   - after the first edit of a day (UTC);
 *   - after 50 edits since the last one;
 *   - 15 minutes after the last one, if there was an edit since.
 * Another is made when the program ends, if there was an edit since, and before each schema change and each restore. A
 * database without cases is not backed up.
 */
const EDITS = 50
const MINUTES = 15

export interface Since {
  /** Time of the last backup: ISO in UTC; undefined if there is none. */
  readonly last: string | undefined
  /** Edits committed since. */
  readonly edits: number
}

/** @returns why a backup is due; undefined if none is. `now` is an ISO time in UTC. */
export function backupDue({ last, edits }: Since, now: string): 'daily' | 'edits' | undefined {
  if (edits === 0) return undefined
  if (last === undefined || last.slice(0, 10) !== now.slice(0, 10)) return 'daily'
  return edits >= EDITS || waitFor(last, now) === 0 ? 'edits' : undefined
}

/** Milliseconds until an edit made by now is due for backup. A clock that was set back does not postpone it. */
export function waitFor(last: string, now: string): number {
  const passed = Date.parse(now) - Date.parse(last)
  return passed < 0 ? 0 : Math.max(0, MINUTES * 60_000 - passed)
}
