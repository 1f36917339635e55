import Database from 'better-sqlite3'
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { diskTrouble } from '../disk'
import { Refused } from '../refused'
import { listBackups } from './backups'
import { inspect } from './check'
import { migrations } from './migrations'
import { backupsIn, databasePath } from './paths'
import { setAside } from './set-aside'

/** More saves than any case has between a backup and now. */
const REVISIONS = 1_000_000

/**
 * Replaces the database, which must be closed, with a backup. The backup is verified again first; the old files are set
 * aside.
 * @param name as in the list of backups
 * @param now ISO time in UTC
 * @returns where the old files are now
 * @throws Refused; the files are then unchanged or set aside
 */
export function restoreBackup(folder: string, name: string, now: string): string | undefined {
  if (!listBackups(folder).some((backup) => backup.name === name))
    throw new Refused('not-found', `There is no backup ${name} any more. Look at the list again.`)
  const from = join(backupsIn(folder), name)
  const read = inspect(from, migrations)
  if ('problem' in read)
    throw new Refused('damaged', `The backup ${name} cannot be used: ${read.problem}. Choose an older one.`)
  return replaceDatabase(folder, now, (unfinished) => copyFileSync(from, unfinished))
}

/**
 * Replaces the closed database with another one, atomically.
 * @param write writes the new database to an unused path
 * @param state `older`: windows showing a later state must notice; `same`: they continue
 */
export function replaceDatabase(
  folder: string,
  now: string,
  write: (path: string) => void,
  state: 'older' | 'same' = 'older',
): string | undefined {
  const path = databasePath(folder)
  const unfinished = unfinishedOf(path)
  try {
    rmSync(unfinished, { force: true })
    write(unfinished)
    if (state === 'older') raiseRevisions(unfinished)
    const file = openSync(unfinished, 'r+')
    fsyncSync(file)
    closeSync(file)
    const place = setAside(folder, now)
    renameSync(unfinished, path)
    return place
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('disk', `The data in ${folder} could not be replaced ${diskTrouble(error)}`)
  }
}

const unfinishedOf = (path: string) => `${path}.unfinished`

/**
 * Runs at startup, in case the program was killed during a replacement. The old files are moved away only after the new
 * one is completely on disk: if they are gone and it is there, one step remains. Otherwise the new file is discarded.
 */
export function finishReplacement(folder: string, now: string): void {
  const path = databasePath(folder)
  const unfinished = unfinishedOf(path)
  if (!existsSync(unfinished)) return
  try {
    if (existsSync(path)) return rmSync(unfinished, { force: true })
    setAside(folder, now) // the log may still be there
    renameSync(unfinished, path)
  } catch {
    // Opening the data reports the problem.
  }
}

/** A window still showing the previous state must not save over this one just because both are at the same revision. */
function raiseRevisions(path: string): void {
  const database = new Database(path)
  try {
    database.prepare('UPDATE cases SET revision = revision + ?').run(REVISIONS)
  } finally {
    database.close()
  }
}
