import Database from 'better-sqlite3'
import { expect, it } from 'vitest'

import { documentsIn } from '../../../electron/database/documents'
import { migrations } from '../../../electron/database/migrations'
import { documents } from '../../../electron/database/migrations/0004-documents'
import { openDatabase } from '../../../electron/database/open'
import { databasePath } from '../../../electron/database/paths'
import { temporaryFolder } from '../../support/folder'
import { CHANGED, thaw } from '../../support/frozen'

const now = '2027-06-15T12:00:00.000Z'

/** A file as the previous version wrote it. */
function before(): string {
  const folder = temporaryFolder()
  thaw(documents.version - 1, folder)
  return folder
}

it('leaves every row of the version before as it is and puts an empty strict table beside them', () => {
  const folder = before()
  const contentOf = (database: Database.Database) =>
    ['cases', 'offers', 'snapshots', 'settings'].map((table) =>
      database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
    )
  const old = new Database(databasePath(folder), { readonly: true })
  const rows = contentOf(old)
  old.close()
  const database = openDatabase(folder, now, migrations.slice(0, documents.version))
  expect(contentOf(database)).toEqual(rows)
  expect(database.prepare('SELECT count(*) FROM documents').pluck().get()).toBe(0)
  const tables = database.pragma('table_list') as { name: string; strict: number }[]
  expect(tables.find(({ name }) => name === 'documents')?.strict).toBe(1)
  database.close()
})

it('keeps a document only with a case that is there, and lets it go with its case', () => {
  const database = openDatabase(before(), now)
  const kept = documentsIn(database)
  const content = new TextEncoder().encode('We would pay $2,000,000.')
  kept.keep({ id: 'a', caseId: CHANGED, name: 'letter.txt', content }, now)
  expect(() => kept.keep({ id: 'b', caseId: 'nobody', name: 'letter.txt', content }, now)).toThrow('FOREIGN KEY')
  database.prepare('DELETE FROM cases WHERE id = ?').run(CHANGED)
  expect(database.prepare('SELECT count(*) FROM documents').pluck().get()).toBe(0)
  database.close()
})

it('opens a file of this version with its document', () => {
  const folder = temporaryFolder()
  thaw(documents.version, folder)
  const database = openDatabase(folder, now)
  const [one] = documentsIn(database).list(CHANGED)
  expect(one).toMatchObject({ name: 'letter.txt', bytes: 24 })
  const { content } = documentsIn(database).open(CHANGED, one!.id)
  expect(new TextDecoder().decode(content)).toBe('We would pay $2,000,000.')
  database.close()
})
