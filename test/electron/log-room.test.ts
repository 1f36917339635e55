import Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

import { serialized } from '../../electron/database/cases'
import { openData } from '../../electron/database/data'
import { databasePath } from '../../electron/database/paths'
import { loadSchema } from '../../electron/database/schema'
import { samples } from '../../shared/case/samples'
import { temporaryFolder } from '../support/folder'

await loadSchema()
const { document } = samples[0]!
const now = '2027-06-15T12:00:00.000Z'

const dataIn = (folder: string) =>
  openData(
    folder,
    () => new Date(now),
    async () => undefined,
    () => undefined,
  )

it('the log has its size before the first edit and keeps it, and each edit in it survives a kill', async () => {
  const folder = temporaryFolder()
  const data = dataIn(folder)
  const size = () => statSync(`${databasePath(folder)}-wal`).size
  const before = size()
  expect(before).toBeGreaterThan(1e6)
  const id = randomUUID()
  await data.write(() => data.cases.create(id, document, now))
  for (let revision = 0; revision < 60; revision++) {
    const rows = serialized({ ...document, name: `State ${'x'.repeat(revision % 7)} ${revision + 1}` })
    await data.write(() => data.cases.save(id, revision, rows, now))
    expect(size()).toBeLessThan(before * 1.1)
    if (revision % 20 > 0) continue
    // What a killed program leaves, with what is left of the room behind the last edit.
    const copy = temporaryFolder()
    for (const name of ['sell-or-stay.sqlite', 'sell-or-stay.sqlite-wal', 'sell-or-stay.commits'])
      copyFileSync(join(folder, name), join(copy, name))
    const file = new Database(databasePath(copy))
    expect(file.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'room'`).pluck().get()).toBe(0)
    file.close()
    const again = dataIn(copy)
    expect(again.cases.open(id)).toMatchObject({ revision: revision + 1, document: { name: rows.name } })
    expect(again.cases.damaged(true)).toEqual([])
    again.close()
  }
  data.close()
})
