import Database from 'better-sqlite3'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { Refused, reasonOf } from '../refused'
import { surplusBackups, type Backup } from './retention'

const folderIn = (folder: string) => join(folder, 'backups')

/** The backups in a data folder, newest last. */
export function listBackups(folder: string): Backup[] {
  let names: string[]
  try {
    names = readdirSync(folderIn(folder))
  } catch {
    return []
  }
  return names
    .flatMap((name) => {
      const match = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)\.(\d{3})Z (daily|migration)\.sqlite$/.exec(name)
      if (!match) return []
      const [, day, hour, minute, second, ms, reason] = match
      return [{ name, takenAt: `${day}T${hour}:${minute}:${second}.${ms}Z`, reason: reason as Backup['reason'] }]
    })
    .toSorted((a, b) => (a.takenAt < b.takenAt ? -1 : 1))
}

/**
 * Copies the open database and reads the copy back before it counts: a backup that nobody has checked is none.
 * @returns the path of the copy
 * @throws Refused if it cannot be written or is not the same
 */
export function backUp(database: Database.Database, folder: string, reason: Backup['reason'], now: string): string {
  const name = `${now.replaceAll(':', '-')} ${reason}.sqlite`
  const path = join(folderIn(folder), name)
  const unfinished = `${path}.unfinished`
  try {
    mkdirSync(folderIn(folder), { recursive: true, mode: 0o700 })
    rmSync(unfinished, { force: true })
    database.prepare('VACUUM INTO ?').run(unfinished)
    verify(database, unfinished)
    const file = openSync(unfinished, 'r+')
    fsyncSync(file)
    closeSync(file)
    renameSync(unfinished, path)
    return path
  } catch (error) {
    discard(unfinished)
    throw new Refused(
      'disk',
      `No backup could be made in ${folderIn(folder)} (${reasonOf(error)}), so nothing was changed. Make room on the disk, then start again.`,
    )
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Where not even this can be done, the sentence about the backup says what is wrong.
  }
}

/** Once a day, at the start of the program; then those that are no longer wanted go. */
export function backUpDaily(database: Database.Database, folder: string, now: string): void {
  const today = now.slice(0, 10)
  if (!listBackups(folder).some(({ takenAt, reason }) => reason === 'daily' && takenAt.startsWith(today)))
    backUp(database, folder, 'daily', now)
  for (const { name } of surplusBackups(listBackups(folder), now)) rmSync(join(folderIn(folder), name), { force: true })
}

function verify(original: Database.Database, path: string): void {
  const copy = new Database(path, { readonly: true })
  try {
    const found = copy.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new Error(`the copy is damaged: ${String(found)}`)
    if (content(copy) !== content(original)) throw new Error('the copy differs from the original')
  } finally {
    copy.close()
  }
}

/** Version of the structure and the number of rows in each table. */
function content(database: Database.Database): string {
  const tables = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all() as string[]
  const counts = tables.map((name) => [name, database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()])
  return JSON.stringify([database.pragma('user_version', { simple: true }), counts])
}
