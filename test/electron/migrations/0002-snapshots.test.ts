import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'

import { listBackups } from '../../../electron/database/backups'
import { cases } from '../../../electron/database/migrations/0001-cases'
import { snapshots } from '../../../electron/database/migrations/0002-snapshots'
import { openDatabase } from '../../../electron/database/open'
import { databasePath } from '../../../electron/database/paths'
import { temporaryFolder } from '../../support/folder'
import { thaw } from '../../support/frozen'

const now = '2027-06-15T12:00:00.000Z'
const one = '00000000-0000-4000-8000-000000000001'

/** A file as version 1 wrote it: a case that was changed, a deleted one, and a setting. */
function version1(): string {
  const folder = temporaryFolder()
  thaw(1, folder)
  return folder
}

const contentOf = (database: Database.Database) =>
  ['cases', 'offers', 'settings'].map((table) => database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all())

it('leaves every row of version 1 as it is and puts an empty strict table beside them', () => {
  const folder = version1()
  const before = new Database(databasePath(folder), { readonly: true })
  const rows = contentOf(before)
  before.close()
  expect(rows[0]).toHaveLength(2)

  const database = openDatabase(folder, now, [cases, snapshots])
  expect(database.pragma('user_version', { simple: true })).toBe(2)
  expect(contentOf(database)).toEqual(rows)
  expect(database.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(0)
  const tables = database.pragma('table_list') as { name: string; strict: number }[]
  expect(tables.find(({ name }) => name === 'snapshots')?.strict).toBe(1)
  database.close()
  // The old data are in a readable backup.
  const [backup] = listBackups(folder).filter(({ reason }) => reason === 'migration')
  const copy = new Database(join(folder, 'backups', backup!.name), { readonly: true })
  expect(copy.pragma('user_version', { simple: true })).toBe(1)
  expect(contentOf(copy)).toEqual(rows)
  copy.close()
})

it('holds nothing but named JSON of cases that are there, and lets it go with its case', () => {
  const database = openDatabase(version1(), now, [cases, snapshots])
  const add = database.prepare('INSERT INTO snapshots (id, case_id, name, taken_at, document) VALUES (?, ?, ?, ?, ?)')
  add.run('a', one, 'Before the call', now, '{}')
  expect(() => add.run('b', one, 'Not JSON', now, 'x')).toThrow('CHECK')
  expect(() => add.run('b', one, '', now, '{}')).toThrow('CHECK')
  expect(() => add.run('b', 'nobody', 'Of no case', now, '{}')).toThrow('FOREIGN KEY')
  database.prepare('DELETE FROM cases WHERE id = ?').run(one)
  expect(database.prepare('SELECT count(*) FROM snapshots').pluck().get()).toBe(0)
  database.close()
})
