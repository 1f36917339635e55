import Database from 'better-sqlite3'
import { lstatSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { kindOf } from '../disk'
import { readPrivate, writePrivate } from '../private'
import { Refused } from '../refused'
import { unwritable } from './folder'

export interface Lock {
  /** How a second instance reaches this one. */
  announce(where: string): void
  release(): void
}

/** Another program has the data open. */
export class AlreadyOpen extends Refused {}

/**
 * One program at a time per data folder, whichever shell it is. The lock is the operating system's, on an empty SQLite
 * file: it ends with the process, however that ends, so there is never a stale lock.
 * @throws AlreadyOpen if another program holds it, Refused if the folder is not writable
 */
export function lockFolder(folder: string): Lock {
  const note = join(folder, 'running.txt')
  const file = take(join(folder, 'running.lock'), note, folder)
  const write = (text: string) => {
    try {
      writePrivate(note, text)
    } catch {
      // Disk full: the note only says how to reach this program; the lock itself holds.
    }
  }
  write(`process ${process.pid}`)
  return {
    announce: (where) => write(`process ${process.pid}, ${where}`),
    release: () => {
      try {
        rmSync(note, { force: true })
      } catch {
        // Without permission to delete it, it is overwritten at the next start.
      }
      file.close()
    },
  }
}

function take(path: string, note: string, folder: string): Database.Database {
  let file: Database.Database | undefined
  try {
    refuseOther(path, folder)
    file = new Database(path, { timeout: 0 })
    // Held while the file is open. Nothing is ever written to it, not even a journal: the disk may be full.
    file.pragma('journal_mode = MEMORY')
    file.exec('BEGIN EXCLUSIVE')
    return file
  } catch (error) {
    file?.close()
    if (error instanceof Refused) throw error
    if ((error as { code?: string }).code === 'SQLITE_BUSY')
      throw new AlreadyOpen(
        'unavailable',
        `Sell or Stay is already open on the data in ${folder}${runningNote(note)}. Use that window, or choose other data with --data FOLDER.`,
      )
    throw unwritable(folder, error)
  }
}

/** SQLite would follow a link and lock or create the file it points to. */
function refuseOther(path: string, folder: string): void {
  const there = lstatSync(path, { throwIfNoEntry: false })
  if (there && !there.isFile())
    throw new Refused(
      'disk',
      `The data in ${folder} cannot be opened: ${path} is ${kindOf(there)}, and the program needs a file of its own there. Move it away, then start the program again.`,
    )
}

function runningNote(path: string): string {
  const text = readPrivate(path)
  return text === undefined ? '' : ` (${text})`
}
