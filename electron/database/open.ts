import Database from 'better-sqlite3'
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { basename, join } from 'node:path'

import { Refused, reasonOf } from '../refused'
import { backUpDaily, listBackups } from './backups'
import { unwritable } from './folder'
import { migrate } from './migrate'
import { migrations } from './migrations'
import type { Migration } from './migrations/migration'

/** "SoSt" in ASCII: tells our files from other programs' SQLite files. */
const APPLICATION_ID = 0x536f5374

export const databasePath = (folder: string): string => join(folder, 'sell-or-stay.sqlite')

/**
 * Opens the data in a folder that exists and is locked, and brings them up to date.
 * @param now ISO time in UTC
 * @throws Refused: not a database, not ours, damaged, from a newer version, not writable
 */
export function openDatabase(folder: string, now: string, steps: readonly Migration[] = migrations): Database.Database {
  const path = databasePath(folder)
  refuseForeignFile(path)
  let database: Database.Database | undefined
  try {
    database = new Database(path)
    prepare(database, path)
    migrate(database, steps, folder, now)
    backUpDaily(database, folder, now)
    return database
  } catch (error) {
    database?.close()
    if (error instanceof Refused) throw error
    const code = String((error as { code?: unknown }).code)
    if (code.startsWith('SQLITE_CORRUPT')) throw damaged(path, folder, reasonOf(error))
    if (code === 'SQLITE_NOTADB') throw notOurs(path)
    throw unwritable(folder, error)
  }
}

function prepare(database: Database.Database, path: string): void {
  const id = database.pragma('application_id', { simple: true })
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number
  if (id !== APPLICATION_ID) {
    if (id !== 0 || tables > 0) throw notOurs(path)
    database.pragma(`application_id = ${APPLICATION_ID}`)
  }
  database.pragma('journal_mode = WAL')
  // An answer means that it is on the disk: FULL waits for the disk at each commit, fullfsync makes macOS do so too.
  database.pragma('synchronous = FULL')
  database.pragma('fullfsync = ON')
  database.pragma('foreign_keys = ON')
  const found = database.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw Object.assign(new Error(String(found)), { code: 'SQLITE_CORRUPT' })
}

/** SQLite would take an empty file and refuse others late; a person who chose a wrong folder wants to know at once. */
function refuseForeignFile(path: string): void {
  if (!existsSync(path)) return
  const start = Buffer.alloc(16)
  let length: number
  try {
    const file = openSync(path, 'r')
    length = readSync(file, start)
    closeSync(file)
  } catch (error) {
    throw new Refused(
      'disk',
      `The data in ${path} cannot be read (${reasonOf(error)}). Choose another folder with --data FOLDER.`,
    )
  }
  if (length > 0 && start.toString('latin1') !== 'SQLite format 3\0') throw notOurs(path)
}

const notOurs = (path: string) =>
  new Refused(
    'disk',
    `${path} is not a database of Sell or Stay; it was left as it is. Choose another folder with --data FOLDER.`,
  )

function damaged(path: string, folder: string, reason: string): Refused {
  const backup = listBackups(folder).at(-1)
  const next = backup
    ? `Move the files whose names begin with ${basename(path)} elsewhere, put a copy of "backups/${backup.name}" there under the name ${basename(path)}, and start again`
    : 'There is no backup in its folder; choose another folder with --data FOLDER'
  return new Refused('disk', `The data in ${path} are damaged (${reason}); nothing was changed. ${next}.`)
}
