import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { settingsIn } from '../../electron/database/settings'

test.each(['{"theme":"da', '', '{"theme":7}'])('a setting that is damaged (%s) counts as not set', (text) => {
  const database = new Database(':memory:')
  database.exec('CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT')
  const settings = settingsIn(database)
  const schema = z.object({ theme: z.string() })
  settings.write('settings', schema, { theme: 'dark' })
  expect(settings.read('settings', schema)).toEqual({ theme: 'dark' })
  database.prepare('UPDATE settings SET value = ?').run(text)
  expect(settings.read('settings', schema)).toBeUndefined()
  database.close()
})
