import Database from 'better-sqlite3'
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

import { adviceFor, kindOf } from '../disk'
import { writePrivate } from '../private'
import { Refused, reasonOf } from '../refused'
import { listBackups } from './backups'
import { APPLICATION_ID, structureProblem, versionOf, WITH_DIGESTS } from './check'
import { countIn, readCounter } from './counter'
import { unwritable } from './folder'
import { migrate, NewerDatabase } from './migrate'
import { migrations } from './migrations'
import type { Migration } from './migrations/migration'
import { backupsIn, counterPath, databasePath, setAsideIn } from './paths'

/**
 * The data cannot be opened as they are, but there is a choice: a backup, what can still be read, or to continue
 * anyway. `missing`: there is no database, or an empty one, where there was one. `damaged`: the file is damaged.
 * `behind`: it is readable, but edits that had reached the disk are not in it, or it is a different database.
 */
export class DataTrouble extends Refused {
  override readonly name = 'DataTrouble'

  constructor(
    readonly kind: 'missing' | 'damaged' | 'behind',
    message: string,
  ) {
    super('damaged', message)
  }
}

/**
 * Opens the data in an existing, locked folder and brings them up to date.
 * @param now ISO time in UTC
 * @throws DataTrouble; Refused: not our file, from a newer version, not writable, or held by another program
 */
export function openDatabase(folder: string, now: string, steps: readonly Migration[] = migrations): Database.Database {
  const path = databasePath(folder)
  refuseForeignFile(folder, path)
  refuseMissing(folder, path)
  let database: Database.Database | undefined
  try {
    database = withRoomOrNot(path)
    prepare(database, folder, steps)
    migrate(database, steps, folder, now)
    refuseBehind(database, folder)
    database.pragma(`busy_timeout = ${WAIT}`)
    rmSync(newMark(folder), { force: true })
    return database
  } catch (error) {
    database?.close()
    if (error instanceof Refused) throw error
    const code = String((error as { code?: unknown }).code)
    if (code.startsWith('SQLITE_CORRUPT')) throw damaged(path, reasonOf(error))
    if (code === 'SQLITE_NOTADB') throw notOurs(folder, path)
    if (code.startsWith('SQLITE_BUSY'))
      throw new Refused('unavailable', `The data in ${path} cannot be opened. ${adviceFor(error)}`)
    throw unwritable(folder, error)
  }
}

/** Waiting for another program is left to callers that can do so without blocking everything else. */
const WAIT = 50

/** Nothing is blocked before the data are open; a backup that was in progress when they were replaced ends soon. */
const WAIT_TO_OPEN = 2000

/**
 * A full disk has no room for the 32 kB shared-memory file. With an exclusive lock a connection needs none: everything
 * can be read, and an edit reports that the disk is full.
 */
function withRoomOrNot(path: string): Database.Database {
  try {
    return connect(path, 'NORMAL')
  } catch (error) {
    if (!/^SQLITE_(FULL|IOERR_SHM)/.test(String((error as { code?: unknown }).code))) throw error
    return connect(path, 'EXCLUSIVE')
  }
}

/** Whether the disk was full when this connection was opened; no other connection can then read the database. */
export const openedWithoutRoom = (database: Database.Database): boolean =>
  database.pragma('locking_mode', { simple: true }) === 'exclusive'

function connect(path: string, locking: 'NORMAL' | 'EXCLUSIVE'): Database.Database {
  const database = new Database(path, { timeout: WAIT_TO_OPEN })
  try {
    database.pragma(`locking_mode = ${locking}`)
    // A reply means that the edit is on disk: FULL waits for the disk at each commit, and fullfsync makes macOS wait
    // too.
    database.pragma('synchronous = FULL')
    database.pragma('fullfsync = ON')
    database.pragma('foreign_keys = ON')
    // Text of the wrong type in a damaged page is an error, not another value.
    database.pragma('cell_size_check = ON')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function prepare(database: Database.Database, folder: string, steps: readonly Migration[]): void {
  const path = database.name
  const id = database.pragma('application_id', { simple: true })
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number
  if (id !== APPLICATION_ID) {
    if (id !== 0 || tables > 0) throw notOurs(folder, path)
    database.pragma(`application_id = ${APPLICATION_ID}`)
  }
  if (tables === 0 && readCounter(folder)) throw missing(folder, path, 'holds nothing', basename(counterPath(folder)))
  database.pragma('journal_mode = WAL')
  const version = versionOf(database)
  const newest = steps.at(-1)?.version ?? 0
  if (version > newest) throw new NewerDatabase(path, folder, version, newest)
  const problem = structureProblem(database, steps)
  if (problem !== undefined) throw damaged(path, problem)
}

function refuseBehind(database: Database.Database, folder: string): void {
  const counter = readCounter(folder)
  if (!counter || versionOf(database) < WITH_DIGESTS) return
  const { id, commits } = countIn(database)
  if (id !== counter.id)
    throw new DataTrouble(
      'behind',
      `The file ${database.name} is not the one that this program wrote here last. If you put it there yourself, go on with it; if not, restore a backup.`,
    )
  const missing = counter.commits - commits
  if (missing > 0)
    throw new DataTrouble(
      'behind',
      `The file ${database.name} is older than it was when this program last wrote it: ${missing === 1 ? 'the last edit is' : `the last ${missing} edits are`} missing. If you put an older copy there yourself, go on with it; if not, a newer backup may hold what is missing.`,
    )
}

// —— Whether a database was ever here

/** Marks a folder whose first start has not completed: nothing in it can be missing. */
export const newMark = (folder: string) => join(folder, 'sell-or-stay.new')

/** Files that an earlier run leaves beside its database. */
function traceOf(folder: string): string | undefined {
  const traces = [backupsIn(folder), counterPath(folder), setAsideIn(folder)]
  return [...traces, join(folder, 'log.txt'), join(folder, 'running.lock')].find((path) => existsSync(path))
}

/** Called before the folder is locked, since the lock leaves a file of its own. */
export function markIfNew(folder: string): void {
  if (existsSync(databasePath(folder)) || traceOf(folder) !== undefined) return
  try {
    writePrivate(newMark(folder), '')
  } catch {
    // If nothing can be written, taking the lock reports it.
  }
}

function refuseMissing(folder: string, path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if ((size !== undefined && size > 0) || existsSync(newMark(folder))) return
  const trace = traceOf(folder)
  if (trace === undefined) return
  throw missing(folder, path, size === undefined ? 'is missing' : 'is empty', basename(trace))
}

const missing = (folder: string, path: string, what: string, trace: string) =>
  new DataTrouble(
    'missing',
    `The file with your data, ${path}, ${what}, although the program was used in this folder before (“${trace}” is still there). ${listBackups(folder).length > 0 ? 'Restore a backup below, put the file back yourself, or begin with no cases.' : 'There is no backup in the folder. Put the file back yourself, or begin with no cases.'}`,
  )

// —— Whose file it is

/** SQLite would accept an empty file and reject others late; a user who chose the wrong folder should know at once. */
function refuseForeignFile(folder: string, path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (!found.isFile())
    throw new Refused(
      'disk',
      `${path} is ${kindOf(found)}, not a database; it was left as it is. Choose another folder with --data FOLDER.`,
    )
  const start = Buffer.alloc(16)
  let length: number
  try {
    const file = openSync(path, 'r')
    length = readSync(file, start)
    closeSync(file)
  } catch (error) {
    throw new Refused(
      'disk',
      `The data in ${path} cannot be read (${reasonOf(error)}). Allow reading it, or choose another folder with --data FOLDER.`,
    )
  }
  if (length > 0 && start.toString('latin1') !== 'SQLite format 3\0') throw notOurs(folder, path)
}

/** Our backups are beside it, so the file was ours. */
const notOurs = (folder: string, path: string) =>
  listBackups(folder).length > 0
    ? damaged(path, 'it does not begin as it should')
    : new Refused(
        'disk',
        `${path} is not a database of Sell or Stay; it was left as it is. Choose another folder with --data FOLDER.`,
      )

const damaged = (path: string, reason: string) =>
  new DataTrouble(
    'damaged',
    `The file with your data, ${path}, is damaged (${reason}); nothing in it was changed. Restore a backup, or keep what can still be read.`,
  )
