// The months of a year, each in a file of its own.
import fc from 'fast-check'
import { expect, it } from 'vitest'

import { readDelimited } from '../../shared/intake/books/delimited'
import { joinFiles } from '../../shared/intake/join'
import { readFile, type FileRead } from '../../shared/intake/read'

const NAMES = 'January February March April May June July August September October November December'.split(' ')
const COSTS = ['Dental Supplies', 'Lab Fees', 'Staff Wages', 'Rent', 'Accounting', 'Depreciation', 'Telephone']

/** The profit and loss of a month, 0 for January 2025, as QuickBooks Online titles it; accounts of 0 are not printed. */
function monthOf(at: number, amounts: readonly number[], title?: string): FileRead {
  const [month, year] = [NAMES[at % 12]!, 2025 + Math.floor(at / 12)]
  const costs = COSTS.map((label, index) => [label, amounts[index]!] as const).filter(([, amount]) => amount !== 0)
  const spent = costs.reduce((sum, [, amount]) => sum + Math.round(amount * 100), 0) / 100
  const lines = [
    'Harbor Dental PC',
    'Profit and Loss',
    title ?? `${month} 1-28, ${year}`,
    'Income',
    'Patient Fees,90000.10',
    'Total Income,90000.10',
    'Expenses',
    ...costs.map(([label, amount]) => `${label},${amount.toFixed(2)}`),
    `Total Expenses,${spent.toFixed(2)}`,
    `Net Income,${(90000.1 - spent).toFixed(2)}`,
  ]
  return readFile({
    pages: [],
    sheets: [{ name: '', rows: readDelimited(lines.join('\n')) }],
    struckOut: [],
    notes: [],
  })
}
const usual = COSTS.map((_, at) => 1000.01 * (at + 1))
const months = (...which: readonly number[]) => which.map((at) => ({ name: `pl ${at}.csv`, read: monthOf(at, usual) }))
const ALL = [...NAMES.keys()]

it('adds up twelve months that follow each other, in whatever order they were given', () => {
  const [group, ...others] = joinFiles(months(7, 0, 1, 11, 2, 3, 4, 5, 6, 8, 9, 10))
  expect(others).toEqual([])
  expect(group!.at).toBe(3)
  const book = group!.read.book!
  expect(book).toMatchObject({ months: 12, year: 2025, earlierYears: [] })
  expect(book.missing).toBeUndefined()
  expect(book.sources!.map(({ when, place, taken }) => [when, place, taken])).toEqual(
    ALL.map((at) => [`${NAMES[at]} 2025`, `pl ${at}.csv`, 'added']),
  )
  const rent = book.rows.find(({ label }) => label === 'Rent')!
  expect(rent.amount).toBe(48_000.48)
  // The file that is shown comes first, its cells without a name.
  expect(rent.cell).toMatch(/^B11 pl 0\.csv!B11 pl 1\.csv!B11 /)
  expect(book.netIncome!.amount).toBe(Math.round((90_000.1 - 28_000.28) * 1200) / 100)
})

it('takes twelve months across two calendar years as the year in which they end', () => {
  const [group, ...others] = joinFiles(months(...ALL.map((at) => at + 6)))
  expect(others).toEqual([])
  expect(group!.read.book).toMatchObject({ months: 12, year: 2026 })
})

it('neither scales fewer months to a year nor fills a gap', () => {
  const eleven = joinFiles(months(...ALL.slice(0, 11)))
  expect(eleven).toHaveLength(1)
  expect(eleven[0]!.read.book).toMatchObject({ months: 11, year: 2025 })
  const gap = joinFiles(months(...ALL.filter((at) => at !== 3 && at !== 4)))
  expect(gap[0]!.read.book).toMatchObject({ months: 10, missing: ['April 2025 – May 2025'] })
  expect(gap[0]!.read.book!.rows.find(({ label }) => label === 'Rent')!.amount).toBe(40_000.4)
})

it('puts two years of months side by side, and leaves aside what makes up no year', () => {
  const [group, ...others] = joinFiles(months(...ALL, ...ALL.map((at) => at + 12), 24))
  expect(others).toEqual([])
  // From the latest month back: February 2026 to January 2027, February 2025 to January 2026, and January 2025.
  expect(group!.read.book).toMatchObject({ months: 12, year: 2027, earlierYears: [2026] })
  expect(group!.read.book!.sources!.map(({ taken }) => taken)).toEqual([...Array(12).fill('added'), 'growth', 'part'])
})

it('does not add up months where one is there twice, and says which', () => {
  const files = [...months(...ALL), { name: 'march again.csv', read: monthOf(2, usual) }]
  const groups = joinFiles(files)
  expect(groups).toHaveLength(13)
  expect(groups[0]!.read.notes.join(' ')).toMatch(/“pl 2\.csv” and “march again\.csv” both cover March 2025/)
})

/** The profit and loss from January on, as it stood at the end of a month. */
const soFar = (at: number): FileRead =>
  monthOf(
    0,
    usual.map((amount) => Math.round(amount * 100 * (at + 1)) / 100),
    `January - ${NAMES[at]} 2025`,
  )

it.each([
  ['eleven', [0, 4, 2, 10, 7], 11, 10],
  ['twelve', [11, 0, 5, 6], 12, 11],
])('takes the longest of the years so far, of %s months', (_, which, months, longest) => {
  const groups = joinFiles(which.map((at) => ({ name: `to ${at}.csv`, read: soFar(at) })))
  expect(groups).toHaveLength(1)
  const { book } = groups[0]!.read
  expect(book).toMatchObject({ months, year: 2025, netIncome: soFar(longest).book!.netIncome })
  expect(book!.sources!.filter(({ taken }) => taken === 'within')).toHaveLength(which.length - 1)
})

it('reads the year so far of a monthly statement as that, and never adds it up', () => {
  const statement = (at: number): FileRead => {
    const lines = [
      'Harbor Dental PC',
      `For the Month Ended ${NAMES[at]} 28, 2025`,
      ',Current Month,Year to Date',
      'Income',
      `Patient Fees,90000,${90_000 * (at + 1)}`,
      'Expenses',
      ...COSTS.map((label) => `${label},5000,${5000 * (at + 1)}`),
      `Net Income,55000,${55_000 * (at + 1)}`,
    ]
    const sheet = { name: '', rows: readDelimited(lines.join('\n')) }
    return readFile({ pages: [], sheets: [sheet], struckOut: [], notes: [] })
  }
  const groups = joinFiles([0, 1, 2, 3].map((at) => ({ name: `${at}.csv`, read: statement(at) })))
  expect(groups).toHaveLength(1)
  expect(groups[0]!.read.book).toMatchObject({ months: 4, year: 2025, netIncome: { amount: 220_000 } })
})

it('leaves the months aside where a report of the whole year is there too', () => {
  const whole = monthOf(0, usual, 'January - December 2025')
  const groups = joinFiles([...months(...ALL), { name: 'year.csv', read: whole }])
  expect(groups).toHaveLength(1)
  expect(groups[0]!.read.book!.sources!.filter(({ taken }) => taken === 'within')).toHaveLength(12)
  expect(groups[0]!.read.book!.netIncome).toEqual(whole.book!.netIncome)
})

it('knows a month by the name of its file where the report does not say it', () => {
  const files = ALL.map((at) => ({
    name: `PL 2025-${String(at + 1).padStart(2, '0')}.csv`,
    read: monthOf(at, usual, 'Income Statement'),
  }))
  expect(joinFiles(files)[0]!.read.book).toMatchObject({ months: 12, year: 2025 })
})

it('proves the sum to the cent, whatever the months hold', () => {
  const amount = fc.integer({ min: 20_000, max: 999_999 }).map((cents) => cents / 100)
  const month = fc
    .tuple(fc.array(amount, { minLength: COSTS.length, maxLength: COSTS.length }), fc.nat({ max: COSTS.length }))
    .map(([amounts, none]) => amounts.map((one, at) => (at === none ? 0 : one)))
  fc.assert(
    fc.property(fc.array(month, { minLength: 2, maxLength: 12 }), (all) => {
      const groups = joinFiles(all.map((amounts, at) => ({ name: `${at}.csv`, read: monthOf(at, amounts) })))
      expect(groups).toHaveLength(1)
      const { rows, netIncome, months: covered } = groups[0]!.read.book!
      expect(covered).toBe(all.length)
      const proved = rows.reduce(
        (sum, { line, amount: value }) => sum + (line === 'income' ? 1 : -1) * Math.round(value * 100),
        0,
      )
      expect(proved).toBe(Math.round(netIncome!.amount * 100))
      for (const [index, label] of COSTS.entries()) {
        const cents = all.reduce((sum, one) => sum + Math.round(one[index]! * 100), 0)
        expect(Math.round((rows.find((row) => row.label === label)?.amount ?? 0) * 100)).toBe(cents)
      }
    }),
    { numRuns: 40 },
  )
})
