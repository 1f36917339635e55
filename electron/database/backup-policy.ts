/**
 * When a backup is taken while the program runs. Always after an edit has been committed, so that it holds that edit:
 *   - after the first edit of a day (UTC);
 *   - after 50 edits since the last one;
 *   - 15 minutes after the last one, if there was an edit since.
 * One more is taken when the program ends, if there was an edit since, and before each change of the file's structure
 * and each restore. None is taken of a database without a case.
 */
const EDITS = 50
const MINUTES = 15

export interface Since {
  /** When the last backup was taken: ISO time in UTC; undefined if there is none. */
  readonly last: string | undefined
  /** Edits committed since. */
  readonly edits: number
}

/** @returns why a backup is due, and undefined if none is. `now` is an ISO time in UTC. */
export function backupDue({ last, edits }: Since, now: string): 'daily' | 'edits' | undefined {
  if (edits === 0) return undefined
  if (last === undefined || last.slice(0, 10) !== now.slice(0, 10)) return 'daily'
  return edits >= EDITS || waitFor(last, now) === 0 ? 'edits' : undefined
}

/** Milliseconds until an edit that was made by now is due. A clock that was set back does not put it off. */
export function waitFor(last: string, now: string): number {
  const passed = Date.parse(now) - Date.parse(last)
  return passed < 0 ? 0 : Math.max(0, MINUTES * 60_000 - passed)
}
