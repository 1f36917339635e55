import Database from 'better-sqlite3'
import { expect, it } from 'vitest'

import { broughtUp } from '../../../shared/case/versions'
import { casesIn } from '../../../electron/database/cases'
import { migrations } from '../../../electron/database/migrations'
import { openDatabase } from '../../../electron/database/open'
import { databasePath } from '../../../electron/database/paths'
import { loadSchema } from '../../../electron/database/schema'
import { snapshotsIn } from '../../../electron/database/snapshots'
import { temporaryFolder } from '../../support/folder'
import { CHANGED, DELETED, thaw } from '../../support/frozen'

await loadSchema()
const now = '2027-06-15T12:00:00.000Z'

/** The file's content as this program reads it: a later case version may have another form. */
const today = (document: object) => broughtUp(document) as object

it.each(migrations.map(({ version }) => version))(
  'a file that version %i wrote opens with every document as it was, each with its digest',
  (version) => {
    const folder = temporaryFolder()
    const { changed, deleted } = thaw(version, folder)
    const database = openDatabase(folder, now)
    expect(database.pragma('user_version', { simple: true })).toBe(migrations.at(-1)!.version)
    const cases = casesIn(database)
    const snapshots = snapshotsIn(database)
    expect(cases.damaged(true)).toEqual([])
    expect(snapshots.damaged()).toEqual([])
    expect(cases.open(CHANGED)).toMatchObject({
      id: CHANGED,
      revision: 1,
      document: { ...today(changed), name: 'Changed' },
    })
    expect(cases.listDeleted()).toEqual([{ id: DELETED, deletedAt: '2027-06-01T00:00:00.000Z' }])
    cases.restore(DELETED)
    expect(cases.open(DELETED).document).toMatchObject(today(deleted))
    // Version 1 had no snapshots.
    expect(snapshots.list(CHANGED).map(({ id }) => snapshots.open(CHANGED, id))).toMatchObject(
      version > 1 ? [{ ...today(changed), name: 'General dentist (sample)' }] : [],
    )
    database.close()
  },
)

it('does not count a row as sound that could not be imported', () => {
  const folder = temporaryFolder()
  thaw(2, folder)
  const file = new Database(databasePath(folder))
  file.prepare(`UPDATE cases SET document = replace(document, '"owner"', '"owmer"') WHERE id = ?`).run(CHANGED)
  file.close()
  const database = openDatabase(folder, now)
  expect(casesIn(database).damaged()).toEqual([{ id: CHANGED, name: 'Changed', deleted: false }])
  expect(() => casesIn(database).open(CHANGED)).toThrow('The case “Changed” cannot be read.')
  database.close()
})

it('keeps a case open whose removed offer left its origins behind, as earlier versions did', () => {
  const folder = temporaryFolder()
  const { changed } = thaw(2, folder)
  const file = new Database(databasePath(folder))
  file
    .prepare(
      `UPDATE cases SET document = json_set(document, '$.origins."offers/gone/components/note/amount"', 'entered') WHERE id = ?`,
    )
    .run(CHANGED)
  file.close()
  const database = openDatabase(folder, now)
  expect(casesIn(database).damaged()).toEqual([])
  expect(casesIn(database).open(CHANGED).document).toMatchObject(today(changed))
  expect(Object.keys(casesIn(database).open(CHANGED).document.origins)).not.toContain(
    'offers/gone/components/note/amount',
  )
  database.close()
})
