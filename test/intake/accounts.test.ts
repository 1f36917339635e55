// Names of accounts as practices of different specialties and their accountants write them, each with its line; written
// before the dictionary was tried on them.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { accountOf } from '../../shared/intake/books/accounts'
import { readDelimited } from '../../shared/intake/books/delimited'

const NAMES = readDelimited(readFileSync(new URL('../fixtures/intake/accounts.csv', import.meta.url), 'utf8'))
  .slice(1)
  .map(({ cells }) => cells.map(({ text }) => text) as [line: string, account: string])

it('knows the usual names of accounts, with and without a number', () => {
  expect(NAMES.length).toBeGreaterThan(300)
  const wrong = NAMES.flatMap(([line, name]) =>
    [name, `6${String(name.length).padStart(3, '0')} · ${name}`].flatMap((label) => {
      const found = accountOf(label, [])
      return found.line === line && found.known ? [] : [`${label}: ${found.line}, not ${line}`]
    }),
  )
  expect(wrong).toEqual([])
})

it.each([
  ['Sparkle and Shine LLC', 'other'],
  ['Ask My Accountant', 'other'],
  ['Cost of Goods Sold', 'supplies'],
  ['Dr. Whitlock', 'ownersPay'],
  ['Doctor salary', 'ownersPay'],
  ['Salaries - Dentists', 'ownersPay'],
])('asks about “%s”, which says too little', (name, line) => {
  expect(accountOf(name, [])).toMatchObject({ line, known: false })
})
