import Database from 'better-sqlite3'
import { expect, it } from 'vitest'

import { cases } from '../../../electron/database/migrations/0001-cases'

it('makes strict tables for cases, offers and settings out of nothing', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  cases.up(database)
  const tables = database.pragma('table_list') as { name: string; strict: number; schema: string }[]
  const ours = tables.filter(({ name }) => !name.startsWith('sqlite_'))
  expect(Object.fromEntries(ours.map(({ name, strict }) => [name, strict]))).toEqual({
    cases: 1,
    offers: 1,
    settings: 1,
  })

  const add = `INSERT INTO cases (id, name, practice, sample, revision, created_at, changed_at, document)
    VALUES (?, 'A', 'B', 0, 0, '2027-01-01', '2027-01-01', ?)`
  database.prepare(add).run('one', '{}')
  const offer = database.prepare(`INSERT INTO offers VALUES (?, 'x', 0, 'Harbor', 'Buyer', '{}')`)
  offer.run('one')
  expect(() => database.prepare(add).run('two', 'not json')).toThrow('CHECK')
  expect(() => offer.run('nobody')).toThrow('FOREIGN KEY')

  database.prepare('DELETE FROM cases').run()
  expect(database.prepare('SELECT count(*) FROM offers').pluck().get()).toBe(0)
  database.close()
})
