import Database from 'better-sqlite3'
import { copyFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { casesIn } from '../../../electron/database/cases'
import { migrations } from '../../../electron/database/migrations'
import { openDatabase } from '../../../electron/database/open'
import { databasePath } from '../../../electron/database/paths'
import { snapshotsIn } from '../../../electron/database/snapshots'
import { samples } from '../../../shared/case/samples'
import { temporaryFolder } from '../../support/folder'

const now = '2027-06-15T12:00:00.000Z'
const one = '00000000-0000-4000-8000-000000000001'
const two = '00000000-0000-4000-8000-000000000002'
const before = samples[0]!.document

/** A file as that version of the program wrote it. */
function fileOf(version: number): string {
  const folder = temporaryFolder()
  copyFileSync(new URL(`../../fixtures/databases/version-${version}.sqlite`, import.meta.url), databasePath(folder))
  return folder
}

it.each(migrations.map(({ version }) => version))(
  'a file that version %i wrote opens with every document as it was, each with its digest',
  (version) => {
    const folder = fileOf(version)
    const database = openDatabase(folder, now)
    expect(database.pragma('user_version', { simple: true })).toBe(migrations.at(-1)!.version)
    const cases = casesIn(database)
    const snapshots = snapshotsIn(database)
    expect(cases.damaged(true)).toEqual([])
    expect(snapshots.damaged()).toEqual([])
    expect(cases.open(one)).toEqual({ id: one, revision: 1, document: { ...samples[0]!.document, name: 'Changed' } })
    expect(cases.listDeleted()).toEqual([{ id: two, deletedAt: '2027-06-01T00:00:00.000Z' }])
    cases.restore(two)
    expect(cases.open(two).document).toEqual(samples[1]!.document)
    // Version 1 had no snapshots.
    expect(snapshots.list(one).map(({ id }) => snapshots.open(one, id))).toEqual(version > 1 ? [before] : [])
    database.close()
  },
)

it('does not count a row as sound that could not be imported', () => {
  const folder = fileOf(2)
  const file = new Database(databasePath(folder))
  file.prepare(`UPDATE cases SET document = replace(document, '"owner"', '"owmer"') WHERE id = ?`).run(one)
  file.close()
  const database = openDatabase(folder, now)
  expect(casesIn(database).damaged()).toEqual([{ id: one, name: 'Changed', deleted: false }])
  expect(() => casesIn(database).open(one)).toThrow('The case “Changed” cannot be read.')
  database.close()
})
