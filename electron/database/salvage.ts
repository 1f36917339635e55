import Database from 'better-sqlite3'

import { listBackups } from './backups'
import { casesIn, sealsOn } from './cases'
import { APPLICATION_ID, versionOf, WITH_DIGESTS } from './check'
import { documentDigest } from './documents'
import { migrations } from './migrations'
import { withBackup } from './restore-case'
import { insertRow, type Row } from './rows'
import { snapshotDigest } from './snapshots'

/**
 * Copies every intact row of a damaged database into a new one.
 * @param to an unused path; created with the newest schema
 * @returns how many cases were saved, and the names, where known, of those that were not
 */
export function salvage(from: string, to: string, folder: string): { saved: number; lost: string[] } {
  const target = new Database(to)
  const source = new Database(from, { readonly: true, fileMustExist: true })
  try {
    target.pragma('foreign_keys = ON')
    target.pragma(`application_id = ${APPLICATION_ID}`)
    const withDigests = readOr(() => versionOf(source), 0) >= WITH_DIGESTS
    for (const { version, up } of migrations) {
      up(target)
      target.pragma(`user_version = ${version}`)
    }
    const { matches, seal } = sealsOn(target)
    const saved = new Set<string>()
    for (const row of everyRow(source, 'cases')) {
      const id = row['id'] as string
      const offers = everyRow(source, 'offers').filter((one) => one['case_id'] === id)
      try {
        target.transaction(() => {
          insertRow(target, 'cases', row)
          for (const offer of offers) insertRow(target, 'offers', offer)
          if (
            withDigests
              ? !matches(row as never)
              : casesIn(target)
                  .damaged(true)
                  .some((one) => one.id === id)
          )
            throw new Error('not what was saved')
          if (!withDigests) seal(id)
        })()
        saved.add(id)
      } catch {
        // It remains in the file that was set aside.
      }
    }
    for (const row of everyRow(source, 'snapshots')) {
      if (!saved.has(row['case_id'] as string)) continue
      const digest = snapshotDigest(row as never)
      if (!withDigests || digest === row['digest'])
        readOr(() => insertRow(target, 'snapshots', { ...row, digest }), undefined)
    }
    for (const row of everyRow(source, 'documents'))
      if (saved.has(row['case_id'] as string) && row['digest'] === documentDigest(row as never))
        readOr(() => insertRow(target, 'documents', row), undefined)
    for (const row of everyRow(source, 'settings')) readOr(() => insertRow(target, 'settings', row), undefined)
    return { saved: saved.size, lost: namesOfLost(source, folder, saved) }
  } finally {
    source.close()
    target.close()
  }
}

/** From both ends and by row id, because a damaged page ends any scan that reaches it. */
function everyRow(database: Database.Database, table: string): Row[] {
  const numbers = new Set<number>()
  const walk = (sql: string) => {
    try {
      for (const number of database.prepare(sql).pluck().iterate()) numbers.add(number as number)
    } catch {
      // Keep the rows found so far.
    }
  }
  for (const order of ['', 'ORDER BY rowid', 'ORDER BY rowid DESC']) walk(`SELECT rowid FROM ${table} ${order}`)
  walk(`SELECT rowid FROM ${table} ORDER BY 1 + rowid`)
  return [...numbers].flatMap((number) => {
    const row = readOr(
      () => database.prepare(`SELECT * FROM ${table} WHERE rowid = ?`).get(number) as Row | undefined,
      undefined,
    )
    return row ? [row] : []
  })
}

function readOr<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch {
    return otherwise
  }
}

/** According to the damaged file and the newest good backup. */
function namesOfLost(source: Database.Database, folder: string, saved: ReadonlySet<string>): string[] {
  const names = new Map<string, string>()
  const collect = (database: Database.Database) => {
    for (const row of everyRow(database, 'cases')) {
      const { id, name } = row as { id: string; name: string }
      if (!saved.has(id)) names.set(id, name || 'Case without a name')
    }
  }
  const newest = listBackups(folder).at(-1)
  if (newest) withBackup(folder, newest.name, collect)
  collect(source)
  return [...names.values()]
}
