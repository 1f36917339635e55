import { expect, test } from 'vitest'

import { casesIn } from '../../electron/database/cases'
import { openDatabase } from '../../electron/database/open'
import { loadedSchema, loadSchemaToUpdate } from '../../electron/database/schema'
import { temporaryFolder } from '../support/folder'
import { thaw } from '../support/frozen'

const now = '2027-06-15T12:00:00.000Z'

test('the schema of a case is loaded before data are opened whose update reads every case, and not before others', async () => {
  const young = temporaryFolder()
  await loadSchemaToUpdate(young)
  openDatabase(young, now).close()
  await loadSchemaToUpdate(young)
  expect(() => loadedSchema()).toThrow('before its schema is loaded')

  const old = temporaryFolder()
  thaw(2, old)
  await loadSchemaToUpdate(old)
  const database = openDatabase(old, now)
  expect(casesIn(database).damaged(true)).toEqual([])
  database.close()
})
