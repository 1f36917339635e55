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
 * Puts a backup in the place of the database, which must be closed. It is read again first; what lay there is set aside.
 * @param name as in the list of backups
 * @param now ISO time in UTC
 * @returns where the files that lay there are now
 * @throws Refused; the files are then as they were, or set aside
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
 * Puts another database in the place of the closed one, whole or not at all.
 * @param write the new one, to a path at which nothing is
 * @param state `older`: windows that show a later state must notice; `same`: they go on
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
 * At the start of the program, which may have been killed in the middle. The files from before are moved away only when
 * the new one is on the disk as a whole: where they are gone and it is there, one step was missing. Otherwise it counts
 * for nothing.
 */
export function finishReplacement(folder: string, now: string): void {
  const path = databasePath(folder)
  const unfinished = unfinishedOf(path)
  if (!existsSync(unfinished)) return
  try {
    if (existsSync(path)) return rmSync(unfinished, { force: true })
    setAside(folder, now) // the log may still lie there
    renameSync(unfinished, path)
  } catch {
    // Opening the data reports the problem.
  }
}

/**
 * A window that still shows the state before must not save over this one because both happen to be at one revision.
 */
function raiseRevisions(path: string): void {
  const database = new Database(path)
  try {
    database.prepare('UPDATE cases SET revision = revision + ?').run(REVISIONS)
  } finally {
    database.close()
  }
}
