import type { Database } from 'better-sqlite3'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { adviceFor } from '../disk'
import { Refused } from '../refused'
import { backUp, listBackups, removeUnfinished, thinOut } from './backups'
import { backupDue, waitFor } from './backup-policy'
import { casesIn, type BadCase, type Cases } from './cases'
import { counterFor, countIn } from './counter'
import { digestOf } from './digest'
import { expired } from './deleted'
import { documentsIn, type Documents } from './documents'
import { placed } from './in-place'
import { makeRoomInLog } from './log-room'
import { openDatabase, openedWithoutRoom } from './open'
import { databasePath, setAsideIn } from './paths'
import { finishReplacement } from './restore'
import { settingsIn, type SettingsStore } from './settings'
import { snapshotsIn, type BadSnapshot, type Snapshots } from './snapshots'

/** The open data of a folder. */
export interface Data {
  readonly cases: Cases
  readonly snapshots: Snapshots
  readonly documents: Documents
  readonly settings: SettingsStore
  readonly database: Database
  /**
   * Runs an edit as one transaction; it is on the disk when this comes true, and in a file that is still in its place.
   * @throws Refused 'lost' if the file is gone; 'disk' if another program holds it for long; whatever the edit throws
   */
  write<T>(edit: () => T): Promise<T>
  /** What differed from what was saved at the last check: on opening, and when a case could not be opened. */
  damaged(): Damage
  lookForDamage(): void
  /** Why the last backup could not be made; null if it could. */
  backupTrouble(): string | null
  /** Takes a last backup if there was an edit since. Never throws. @param backedUp if that has been done */
  close(backedUp?: boolean): void
}

export interface Damage {
  readonly cases: readonly BadCase[]
  readonly snapshots: readonly BadSnapshot[]
}

/** Takes a backup without holding up edits. @throws Refused */
export type TakeBackup = (folder: string, reason: 'daily' | 'edits', now: string) => Promise<void>

/** By then a virus scanner or backup tool has finished with the file, or will not let go of it. */
const PATIENCE = 2000
const PAUSE = 50

/**
 * @param now the clock
 * @param log is told of backups that could not be made
 * @throws what `openDatabase` does
 */
export function openData(folder: string, now: () => Date, takeBackup: TakeBackup, log: (text: string) => void): Data {
  const instant = () => now().toISOString()
  removeUnfinished(folder)
  finishReplacement(folder, instant())
  const database = openDatabase(folder, instant())
  if (!openedWithoutRoom(database)) makeRoomInLog(database)
  const cases = casesIn(database)
  const snapshots = snapshotsIn(database)
  const files = placed(databasePath(folder))
  const counter = counterFor(folder, countIn(database))
  const count = database.prepare<[], number>('UPDATE file SET commits = commits + 1 RETURNING commits').pluck()

  const transaction = database.transaction((edit: () => unknown) => [edit(), count.get() as number] as const)
  const writeNow = <T>(edit: () => T): T => {
    files.check()
    const [value, commits] = transaction.immediate(edit)
    counter.write(commits)
    // If the file vanished in between, the edit is lost with it and must not be reported as stored.
    files.check()
    return value as T
  }

  // —— Backups
  let edits = 0
  /** Whether anything is missing from every backup. */
  let ahead = false
  let last = listBackups(folder).at(-1)?.takenAt
  // A backup while the program runs needs a second connection.
  const alone = openedWithoutRoom(database)
  let trouble: string | null = alone
    ? 'The disk was full when the program started: make room on it, then start the program again. Until then no backups are made.'
    : null
  let running = false
  let closed = false
  let timer: NodeJS.Timeout | undefined
  const anyCase = database.prepare('SELECT 1 FROM cases LIMIT 1')
  const empty = () => anyCase.get() === undefined
  const note = (error: unknown) => {
    trouble = error instanceof Refused ? error.message : String(error)
    if (!closed) log(trouble)
  }
  const considerBackup = () => {
    clearTimeout(timer)
    if (closed || alone || running || edits === 0 || empty()) return
    const reason = backupDue({ last, edits }, instant())
    if (!reason) {
      timer = setTimeout(considerBackup, waitFor(last!, instant()) + 1).unref()
      return
    }
    running = true
    const time = instant()
    const covered = edits
    takeBackup(folder, reason, time)
      .then(
        () => {
          trouble = null
          ahead = edits > covered
          // While a row is damaged, each older backup may be the last that holds it.
          if (!closed && cases.damaged().length === 0) thinOut(folder)
        },
        (error: unknown) => note(error),
      )
      .finally(() => {
        // A failed backup waits as long for the next attempt as a successful one.
        last = time
        edits -= covered
        running = false
        if (!closed) considerBackup()
      })
      .catch((error: unknown) => note(error))
  }

  let damage: Damage = { cases: [], snapshots: [] }
  const lookForDamage = () => {
    damage = { cases: cases.damaged(), snapshots: snapshots.damaged() }
    if (damage.cases.length + damage.snapshots.length > 0) keepDamaged(database, folder, damage, log)
  }
  lookForDamage()

  purgeExpired(database, cases, damage.cases, folder, instant())
  return {
    cases,
    snapshots,
    documents: documentsIn(database),
    settings: settingsIn(database),
    database,
    async write(edit) {
      const end = performance.now() + PATIENCE
      for (;;) {
        try {
          const value = writeNow(edit)
          edits += 1
          ahead = true
          considerBackup()
          return value
        } catch (error) {
          files.check()
          if (!String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) throw error
          if (performance.now() > end)
            throw new Refused('disk', `This is not stored yet: ${adviceFor(error)} What was saved before is kept.`)
          // Other calls run meanwhile: nothing here blocks on the file for longer than 50 ms.
          // oxlint-disable-next-line no-await-in-loop
          await wait(PAUSE)
        }
      }
    },
    damaged: () => damage,
    lookForDamage,
    backupTrouble: () => trouble,
    close(backedUp = false) {
      clearTimeout(timer)
      try {
        if (ahead && !backedUp && !empty()) {
          backUp(database, folder, 'quit', instant())
          if (cases.damaged().length === 0) thinOut(folder)
        }
      } catch (error) {
        note(error)
      }
      closed = true
      database.close()
      counter.close()
    },
  }
}

/** Copies the file as found, once for each state of damage, so that no later restore loses anything more. */
function keepDamaged(
  database: Database,
  folder: string,
  { cases, snapshots }: Damage,
  log: (text: string) => void,
): void {
  const state = digestOf([...cases, ...snapshots].map(({ id }) => id)).slice(0, 12)
  const path = join(setAsideIn(folder), `damaged ${state}.sqlite`)
  if (existsSync(path)) return
  try {
    mkdirSync(setAsideIn(folder), { recursive: true, mode: 0o700 })
    database.prepare('VACUUM INTO ?').run(path)
    log(`${cases.length} cases and ${snapshots.length} snapshots are damaged; a copy of the file is in ${path}`)
  } catch (error) {
    log(`the damaged file could not be copied: ${String(error)}`)
  }
}

/** Purges deleted cases whose retention is over; a failure never prevents opening. */
function purgeExpired(
  database: Database,
  cases: Cases,
  damaged: readonly BadCase[],
  folder: string,
  now: string,
): void {
  const stored = database
    .prepare<[], string>(
      `SELECT changed_at FROM cases UNION SELECT deleted_at FROM cases WHERE deleted_at IS NOT NULL
        UNION SELECT taken_at FROM snapshots`,
    )
    .pluck()
    .all() as string[]
  const uses = [...stored, ...listBackups(folder).map(({ takenAt }) => takenAt)]
  // The day on which a damaged case was deleted may be damaged, too.
  const kept = new Set(damaged.map(({ id }) => id))
  const deleted = cases.listDeleted().filter(({ id }) => !kept.has(id))
  const gone = expired(deleted, uses, now)
  if (gone.length === 0) return
  try {
    database.transaction(() => gone.forEach((id) => cases.purge(id))).immediate()
  } catch {
    // On a full disk they stay until the next start.
  }
}
