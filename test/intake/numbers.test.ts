// Known answers of the parsers of numbers and days, and laws on random ones.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { amountOf, decimalOf } from '../../shared/intake/books/amounts'
import { accountOf } from '../../shared/intake/books/accounts'
import { periodIn } from '../../shared/intake/books/period'
import { datesIn } from '../../shared/intake/letter/dates'
import { valueOfWords } from '../../shared/intake/letter/numbers'
import { quantitiesIn } from '../../shared/intake/letter/quantities'

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'x x twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
/** A whole number below a billion in words, as in a contract. */
function inWords(value: number): string {
  if (value < 20) return SMALL[value]!
  if (value < 100) return TENS[Math.floor(value / 10)]! + (value % 10 ? `-${SMALL[value % 10]}` : '')
  const [name, scale] =
    value >= 1e6
      ? (['million', 1e6] as const)
      : value >= 1000
        ? (['thousand', 1000] as const)
        : (['hundred', 100] as const)
  const rest = value % scale
  return `${inWords(Math.floor(value / scale))} ${name}${rest ? ` ${inWords(rest)}` : ''}`
}

describe('numbers in words', () => {
  it('are what was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (value) => {
        expect(valueOfWords(inWords(value))).toBe(value)
      }),
    )
  })
  it.each([
    ['six and one-half', 6.5],
    ['five and a half', 5.5],
    ['one hundred and eighty thousand', 180_000],
    ['two three', undefined],
  ])('%s', (words, value) => expect(valueOfWords(words)).toBe(value))
})

describe('quantities of a sentence', () => {
  it.each([
    [
      '$2.1MM at 5.25x',
      [
        ['money', [2_100_000]],
        ['multiple', [5.25]],
      ],
    ],
    ['Five Million Dollars ($5,000,000)', [['money', [5_000_000]]]],
    ['ten percent (12%)', [['percent', [0.1, 0.12]]]],
    ['$3.9 to $4.3 million', [['money', [3_900_000, 4_300_000]]]],
    ['between 28% and 32%', [['percent', [0.28, 0.32]]]],
    ['three to five years', [['duration', [36, 60]]]],
    ['four and one-half days per week', [['days', [4.5]]]],
    ['$10,000 per month', [['money', [10_000]]]],
    ['80/20', [['ratio', [0.8, 0.2]]]],
    ['Class A-2 units and a 401(k)', []],
  ] as const)('%s', (text, wanted) => {
    expect(
      quantitiesIn(text)
        .filter(({ kind }) => kind !== 'other')
        .map(({ kind, values }) => [kind, values]),
    ).toEqual(wanted)
  })

  it('dollars are read back from any of the usual ways to write them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 99_999_999 }), (dollars) => {
        for (const text of [
          `$${dollars.toLocaleString('en-US')}`,
          `$${dollars}`,
          `${inWords(dollars)} dollars ($${dollars.toLocaleString('en-US')})`,
        ])
          expect(quantitiesIn(`a price of ${text}.`)[0]).toMatchObject({ kind: 'money', values: [dollars] })
      }),
    )
  })
})

describe('days', () => {
  it.each([
    ['January 15, 2027', ['2027-01-15']],
    ['15 March 2027', ['2027-03-15']],
    ['the first day of February, two thousand twenty-seven', ['2027-02-01']],
    ['4/30/2027', ['2027-04-30']],
    ['second quarter of 2027', ['2027-04-01', '2027-06-30']],
    ['February 30, 2027', undefined],
  ])('%s', (text, days) => expect(datesIn(text)[0]?.days).toEqual(days))
})

describe('amounts of books', () => {
  it.each([
    ['(9,315.50)', '.', -9_315.5],
    ['-$4120.50', '.', -4_120.5],
    ['$ 1,310,200', '.', 1_310_200],
    ['1.688.400,00', ',', 1_688_400],
    ['94.24%', '.', undefined],
    ['4-1000', '.', undefined],
    ['1,234-', '.', -1_234],
  ] as const)('%s', (text, decimal, value) => expect(amountOf({ column: 0, text }, decimal)).toBe(value))

  it('tell a decimal comma from a comma of thousands', () => {
    const row = (...texts: string[]) => ({ number: 1, cells: texts.map((text, column) => ({ column, text })) })
    expect(decimalOf([row('1.688.400,00', '27,78')])).toBe(',')
    expect(decimalOf([row('1,688,400.00', '278')])).toBe('.')
  })
})

describe('accounts', () => {
  it.each([
    ['6110 · Rent', [], 'facility'],
    ['Fuel', ['Auto expense'], 'other'],
    ['Taxes', ['Payroll'], 'staff'],
    ['Professional fees', ['Expenses'], 'administration'],
    ['Office supplies', [], 'administration'],
    ['Dental supplies', [], 'supplies'],
    ['Dr. Osei (associate)', [], 'associate'],
    ['Salary - Dr. Ashgrove', [], 'ownersPay'],
  ])('%s under %j', (label, parents, line) => expect(accountOf(label, parents).line).toBe(line))
})

describe('the period of a report', () => {
  it.each([
    ['January - December 2025', 12],
    ['January 1-July 31, 2026', 7],
    ['Jan - Dec 25', 12],
    ['01/01/2025 - 12/31/2025', 12],
    ['For the year ended 31 December 2025', 12],
    ['Nine months ended September 30, 2026', 9],
    ['Q3 2026', 3],
  ])('%s', (text, months) => expect(periodIn(text)?.months).toBe(months))
})
