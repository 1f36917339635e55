import Database from 'better-sqlite3'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { BackupSummary } from '../../shared/host'
import { diskTrouble } from '../disk'
import { Refused } from '../refused'
import { inspect } from './check'
import { migrations } from './migrations'
import { backupsIn, timeInName } from './paths'
import { surplusBackups, type Backup } from './retention'

const UNFINISHED = '.unfinished'

/** The backups in a data folder, newest last. */
export function listBackups(folder: string): Backup[] {
  let names: string[]
  try {
    // Reading a named pipe would block forever.
    names = readdirSync(backupsIn(folder), { withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []))
  } catch {
    return []
  }
  return names
    .flatMap((name) => {
      const match =
        /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)\.(\d{3})Z (daily|edits|quit|migration|restore)\.sqlite$/.exec(name)
      if (!match) return []
      const [, day, hour, minute, second, ms, reason] = match
      return [{ name, takenAt: `${day}T${hour}:${minute}:${second}.${ms}Z`, reason: reason as Backup['reason'] }]
    })
    .toSorted((a, b) => (a.takenAt < b.takenAt ? -1 : 1))
}

/** Each backup as it reads now, newest first; it may have been damaged since it was made. */
export const inspectBackups = (folder: string): BackupSummary[] =>
  listBackups(folder)
    .toReversed()
    .map((backup) => inspectBackup(folder, backup))

/** The newest backup that reads without a fault; undefined if there is none. */
export function newestGoodBackup(folder: string): BackupSummary | undefined {
  for (const backup of listBackups(folder).toReversed()) {
    const read = inspectBackup(folder, backup)
    if (read.problem === null) return read
  }
  return undefined
}

function inspectBackup(folder: string, { name, takenAt }: Backup): BackupSummary {
  const path = join(backupsIn(folder), name)
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  const read = inspect(path, migrations)
  if ('problem' in read) return { name, takenAt, bytes, cases: 0, problem: read.problem }
  const { cases, damaged } = read
  const problem =
    damaged === 0 ? null : damaged === 1 ? 'one of its cases is damaged' : `${damaged} of its cases are damaged`
  return { name, takenAt, bytes, cases, problem }
}

/**
 * Copies the open database and reads the copy back before it counts: an unchecked backup does not count. It blocks
 * everything else; `backUpOnline` is for a program in use.
 * @returns the path of the copy
 * @throws Refused if it cannot be written or is not the same
 */
export function backUp(database: Database.Database, folder: string, reason: Backup['reason'], now: string): string {
  const path = pathFor(folder, reason, now)
  try {
    begin(path)
    database.prepare('VACUUM INTO ?').run(path + UNFINISHED)
    return finish(path, contentOf(database))
  } catch (error) {
    throw notMade(path, error)
  }
}

/** 4 kB pages copied before other work gets a turn. */
const STEP = 512

/**
 * The same while the program is in use: a separate connection reads one state of the data while edits continue. To be
 * run in its own thread, because it waits for the disk.
 * @param source path of the database
 */
export async function backUpOnline(
  source: string,
  folder: string,
  reason: Backup['reason'],
  now: string,
): Promise<string> {
  const path = pathFor(folder, reason, now)
  let database: Database.Database | undefined
  try {
    begin(path)
    database = new Database(source, { readonly: true, fileMustExist: true })
    // A transaction gives all steps one state; otherwise each edit would restart the copy.
    database.exec('BEGIN')
    const content = contentOf(database)
    await database.backup(path + UNFINISHED, { progress: () => STEP })
    database.exec('COMMIT')
    return finish(path, content)
  } catch (error) {
    throw notMade(path, error)
  } finally {
    database?.close()
  }
}

const pathFor = (folder: string, reason: Backup['reason'], now: string) =>
  join(backupsIn(folder), `${timeInName(now)} ${reason}.sqlite`)

function begin(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  discard(path + UNFINISHED)
}

function discard(unfinished: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(unfinished + ending, { force: true })
}

/** Removes unfinished backups of a killed program, at startup. */
export function removeUnfinished(folder: string): void {
  try {
    for (const name of readdirSync(backupsIn(folder)))
      if (name.includes(`.sqlite${UNFINISHED}`)) rmSync(join(backupsIn(folder), name), { force: true })
  } catch {
    // If this fails, the next backup reports the problem.
  }
}

function finish(path: string, content: string): string {
  const unfinished = path + UNFINISHED
  const copy = new Database(unfinished)
  try {
    // Without a log beside it, a copy is a single file.
    copy.pragma('journal_mode = DELETE')
    const found = copy.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new Error(`the copy is damaged: ${String(found)}`)
    if (contentOf(copy) !== content) throw new Error('the copy differs from the original')
  } finally {
    copy.close()
  }
  const file = openSync(unfinished, 'r+')
  fsyncSync(file)
  closeSync(file)
  renameSync(unfinished, path)
  return path
}

function notMade(path: string, error: unknown): Refused {
  try {
    discard(path + UNFINISHED)
  } catch {
    // The message about the backup reports the problem.
  }
  return new Refused('disk', `No backup could be made in ${dirname(path)} ${diskTrouble(error)}`)
}

/** Deletes the backups that retention no longer keeps. */
export function thinOut(folder: string): void {
  for (const { name } of surplusBackups(listBackups(folder))) rmSync(join(backupsIn(folder), name), { force: true })
}

/** Schema version, number of rows in each table, and all digests. */
function contentOf(database: Database.Database): string {
  const tables = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all() as string[]
  const counts = tables.map((name) => [
    name,
    database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get(),
    (database.pragma(`table_info("${name}")`) as { name: string }[]).some((column) => column.name === 'digest')
      ? database.prepare(`SELECT group_concat(digest) FROM (SELECT digest FROM "${name}" ORDER BY id)`).pluck().get()
      : null,
  ])
  return JSON.stringify([database.pragma('user_version', { simple: true }), counts])
}
