import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

import type { Case } from '../../shared/case/schema'
import type { DataState } from '../../shared/host'
import { writePrivate } from '../private'
import { Refused } from '../refused'
import { backUp } from './backups'
import { casesIn, serialized } from './cases'
import { forgetCounter } from './counter'
import type { Data } from './data'
import { makeFolder } from './folder'
import type { Lock } from './lock'
import { DataTrouble, newMark } from './open'
import { databasePath } from './paths'
import { replaceDatabase, restoreBackup } from './restore'
import { salvage } from './salvage'
import { setAside } from './set-aside'

/** The data of a folder in every state: open, in trouble, restored from a backup, rewritten. */
export interface Keeper {
  /** @throws DataTrouble while they cannot be opened */
  data(): Data
  state(): DataState
  /** Replaces the data with a backup. @returns where the files from before are now */
  restore(backup: string): string | null
  /** Starts without cases where the database is missing. */
  beginEmpty(): void
  /** Continues with a database that is older or a different one. */
  goOn(): void
  /** Keeps what can still be read of a damaged database. @returns how many cases, and the names of the others */
  salvage(): { saved: number; lost: string[]; setAside: string | null }
  /** Writes all data into their folder again, from under a file that was moved or deleted. */
  writeAgain(): void
  /** All data as one database file. @param unsaved an edit to include */
  content(unsaved: { id: string; revision: number; document: Case } | undefined): Buffer
  /** @param settle leaves in the folder what others find this program by, and says where it is; done again with the folder */
  announce(settle: () => string): void
  close(): void
}

/**
 * @param open the data of the folder
 * @param lock the folder
 * @throws whatever they throw but DataTrouble
 */
export function keeperOf(folder: string, now: () => Date, open: () => Data, lock: () => Lock): Keeper {
  const instant = () => now().toISOString()
  let held = lock()
  let settled: (() => string) | undefined
  let current: Data | DataTrouble
  const reopen = () => {
    try {
      current = open()
    } catch (error) {
      if (!(error instanceof DataTrouble)) throw error
      current = error
    }
  }
  try {
    reopen()
  } catch (error) {
    held.release()
    throw error
  }

  const data = (): Data => {
    if (current instanceof DataTrouble) throw current
    return current
  }
  const inTrouble = (kind: DataTrouble['kind']) => {
    if (!(current instanceof DataTrouble) || current.kind !== kind)
      throw new Refused('unavailable', 'The state of the data has changed. Reload the page.')
  }
  /** Changes the files while nothing has them open; whatever the result, the data are reopened afterward. */
  const changed = <T>(change: () => T, backedUp = false): T => {
    if (!(current instanceof DataTrouble)) current.close(backedUp)
    try {
      return change()
    } finally {
      try {
        reopen()
      } catch (error) {
        // The page goes on asking: it is told what is wrong and what can be done.
        current = new DataTrouble('damaged', error instanceof Error ? error.message : String(error))
      }
    }
  }

  return {
    data,
    state: () =>
      current instanceof DataTrouble
        ? { trouble: { kind: current.kind, message: current.message }, warning: null }
        : { trouble: null, warning: current.backupTrouble() },
    restore(backup) {
      if (!(current instanceof DataTrouble)) backUp(current.database, folder, 'restore', instant())
      return changed(() => restoreBackup(folder, backup, instant()), true) ?? null
    },
    beginEmpty() {
      inTrouble('missing')
      changed(() => {
        setAside(folder, instant())
        writePrivate(newMark(folder), '')
      })
    },
    goOn() {
      inTrouble('behind')
      changed(() => forgetCounter(folder))
    },
    salvage() {
      inTrouble('damaged')
      return changed(() => {
        let result: ReturnType<typeof salvage> = { saved: 0, lost: [] }
        const place = replaceDatabase(folder, instant(), (path) => {
          result = salvage(databasePath(folder), path, folder)
          if (result.saved === 0)
            throw new Refused('damaged', 'No case in the damaged file can still be read. Restore a backup instead.')
        })
        return { ...result, setAside: place ?? null }
      })
    },
    writeAgain() {
      const { database } = data()
      makeFolder(folder)
      replaceDatabase(folder, instant(), (path) => void database.prepare('VACUUM INTO ?').run(path), 'same')
      changed(() => {
        // The lock was in the missing folder, too.
        held.release()
        held = lock()
        if (settled) held.announce(settled())
      })
    },
    content(unsaved) {
      const { database } = data()
      const temporary = mkdtempSync(join(tmpdir(), 'sell-or-stay-'))
      try {
        const path = join(temporary, 'copy.sqlite')
        database.prepare('VACUUM INTO ?').run(path)
        if (unsaved) {
          const copy = new Database(path)
          try {
            casesIn(copy).save(unsaved.id, unsaved.revision, serialized(unsaved.document), instant())
          } finally {
            copy.close()
          }
        }
        return readFileSync(path)
      } finally {
        rmSync(temporary, { recursive: true, force: true })
      }
    },
    announce(settle) {
      settled = settle
      held.announce(settle())
    },
    close() {
      if (!(current instanceof DataTrouble)) current.close()
      held.release()
    },
  }
}
