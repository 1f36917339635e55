import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { BookRow } from '../../shared/intake/books/book'
import type { Book } from '../../shared/intake/read'
import { accountsOf } from '../../shared/review/book'
import { splitOf } from '../../shared/review/collections'

const income = (cell: string, label: string, amount: number): BookRow => ({
  cell,
  label,
  amount,
  line: 'income',
  known: true,
})
const bookOf = (...rows: readonly BookRow[]): Book => ({
  sheet: '',
  rows,
  netIncome: undefined,
  earlierYears: [],
  months: 12,
  producers: {
    owner: rows.filter(({ label }) => label.startsWith('Dr.')),
    associates: rows.filter(({ label }) => label.startsWith('Associate')),
    hygiene: rows.filter(({ label }) => label.startsWith('Hygiene')),
    total: undefined,
  },
})
const BOOK = bookOf(
  income('B1', 'Dr. Ames', 600_000),
  income('B2', 'Associate', 250_000),
  income('B3', 'Hygiene', 150_000),
  income('B4', 'Refunds', -10_000),
)

it('lets each provider bear a share of refunds, so that the sum is the net collections of the books', () => {
  const split = splitOf(BOOK, accountsOf(BOOK, {}))!
  expect(split).toMatchObject({ total: 990_000, rest: -10_000 })
  expect(split.shares).toEqual({ owner: 594_000, associates: 247_500, hygiene: 148_500 })
})

it('leaves out an account that the owner has moved elsewhere', () => {
  const accounts = accountsOf(BOOK, { associate: 'none' })
  expect(splitOf(BOOK, accounts)).toMatchObject({ total: 740_000, shares: { associates: 0, hygiene: 148_000 } })
})

it('proposes no split where too much of the collections names no provider', () => {
  const book = bookOf(...BOOK.rows, income('B5', 'Insurance payments', 400_000))
  expect(splitOf(book, accountsOf(book, {}))).toBeUndefined()
})

it('spreads to the cent', () => {
  // From a hundred dollars up: of a few cents, a rounded part may be more than what is spread.
  const dollars = fc.integer({ min: 10_000, max: 90_000_000 }).map((cents) => cents / 100)
  fc.assert(
    fc.property(dollars, dollars, dollars, fc.integer({ min: -13, max: 13 }), (owner, associates, hygiene, part) => {
      const all = Math.round((owner + associates + hygiene) * 100)
      const rest = Math.round((all * part) / 100) / 100
      const book = bookOf(
        income('B1', 'Dr. Ames', owner),
        income('B2', 'Associate', associates),
        income('B3', 'Hygiene', hygiene),
        income('B4', 'Adjustments', rest),
      )
      const { shares, total } = splitOf(book, accountsOf(book, {}))!
      const cents = Object.values(shares).map((amount) => Math.round(amount * 100))
      expect(cents.reduce((sum, one) => sum + one, 0)).toBe(Math.round(total * 100))
      expect(Math.abs(cents[1]! - associates * 100 * (1 + part / 100))).toBeLessThan(2)
    }),
  )
})
