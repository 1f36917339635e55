// Several years of the same books, each on a sheet or in a file of its own.
import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { PlainDocument, Sheet } from '../../shared/intake/document'
import { readDelimited } from '../../shared/intake/books/delimited'
import { joinFiles } from '../../shared/intake/join'
import { readFile, type FileRead } from '../../shared/intake/read'

type Amounts = Readonly<Record<string, number>>
const COSTS = ['Dental Supplies', 'Lab Fees', 'Staff Wages', 'Rent', 'Accounting', 'Depreciation', 'Telephone']

/** A profit and loss with a title, as bookkeepers print it; accounts of 0 are not printed. */
function sheetOf(name: string, title: string, amounts: Amounts): Sheet {
  const cost = Object.entries(amounts).filter(([label, amount]) => label !== 'Patient Fees' && amount !== 0)
  const costs = cost.reduce((sum, [, amount]) => sum + amount, 0)
  const fees = amounts['Patient Fees']!
  const lines = [
    'Harbor Dental PC',
    'Profit and Loss',
    title,
    'Income',
    `Patient Fees,${fees}`,
    `Total Income,${fees}`,
    'Expenses',
    ...cost.map(([label, amount]) => `${label},${amount}`),
    `Total Expenses,${costs}`,
    `Net Income,${fees - costs}`,
  ]
  return { name, rows: readDelimited(lines.join('\n')) }
}
const fileOf = (...sheets: readonly Sheet[]): FileRead =>
  readFile({ pages: [], sheets, struckOut: [], notes: [] } satisfies PlainDocument)
const costsOf = (each: number): Amounts => Object.fromEntries(COSTS.map((label, at) => [label, each + at * 1_000]))
const year = (fees: number, each: number, more: Amounts = {}): Amounts => ({
  'Patient Fees': fees,
  ...costsOf(each),
  ...more,
})

const Y2023 = sheetOf('2023', 'January - December 2023', year(900_000, 40_000, { 'Legal Fees': 9_000 }))
const Y2024 = sheetOf('2024', 'January - December 2024', year(950_000, 42_000, { 'Legal Fees': 8_000 }))
const Y2025 = sheetOf('2025', 'January - December 2025', year(1_000_000, 44_000, { Postage: 700 }))
const YTD = sheetOf('YTD 2026', 'January - May 2026', year(430_000, 18_000))

it('takes the latest full year of a workbook and puts the others beside it', () => {
  const { book, fields, notes } = fileOf(YTD, Y2025, Y2024, Y2023)
  expect(book).toMatchObject({ sheet: '2025', year: 2025, months: 12, earlierYears: [2023, 2024] })
  expect(book!.sources).toEqual([
    { place: 'YTD 2026', year: 2026, months: 5, taken: 'part' },
    { place: '2025', year: 2025, months: 12, taken: 'amounts' },
    { place: '2024', year: 2024, months: 12, taken: 'growth' },
    { place: '2023', year: 2023, months: 12, taken: 'growth' },
  ])
  expect(notes).toEqual([])
  expect(fields['x.collections']).toMatchObject({ value: 1_000_000, sure: 'certain' })
  const row = (label: string) => book!.rows.find((one) => one.label === label)!
  expect(row('Staff Wages')).toMatchObject({ amount: 46_000, earlier: { 2023: 42_000, 2024: 44_000 } })
  expect(row('Postage')).toMatchObject({ amount: 700, earlier: { 2023: 0, 2024: 0 } })
  // What this year no longer has stands on the sheet of the year that had it.
  expect(row('Legal Fees')).toMatchObject({ amount: 0, cell: '2024!B15', earlier: { 2023: 9_000, 2024: 8_000 } })
})

it('knows the year of a sheet by its name where no title says it', () => {
  const untitled = (name: string, of: Amounts): Sheet => sheetOf(name, 'Income Statement', of)
  const { book } = fileOf(
    untitled('FY24 P&L 2024', year(950_000, 42_000)),
    untitled('P&L 2025', year(1_000_000, 44_000)),
    untitled('2023', year(900_000, 40_000)),
  )
  expect(book).toMatchObject({ sheet: 'P&L 2025', year: 2025, earlierYears: [2023, 2024] })
})

it('leaves a year aside whose accounts do not make up its net income, and a budget', () => {
  const wrong: Sheet = {
    name: '2024',
    rows: Y2024.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell.text === '42000' ? { ...cell, text: '42001' } : cell)),
    })),
  }
  const { book } = fileOf(wrong, Y2025, Y2023, { ...Y2024, name: 'Budget 2026' })
  expect(book!.earlierYears).toEqual([2023])
  expect(book!.sources!.map(({ place, taken }) => [place, taken])).toEqual([
    ['2025', 'amounts'],
    ['2024', 'unproved'],
    ['2023', 'growth'],
  ])
})

const quarter = (at: number, of: Amounts): Sheet =>
  sheetOf(`Q${at + 1}`, `Quarter ended ${['March 31', 'June 30', 'September 30', 'December 31'][at]}, 2025`, of)

it('adds up the quarters of a year, and asks about fewer', () => {
  const quarters = [0, 1, 2, 3].map((at) => quarter(at, year(250_000 + at, 10_000, at === 2 ? { Postage: 90 } : {})))
  const { book, fields, questions } = fileOf(...quarters)
  expect(fields['x.collections']).toMatchObject({ value: 1_000_006, sure: 'certain' })
  expect(fields['x.months']!.value).toBe(12)
  expect(questions).toEqual([])
  expect(book!.rows.find(({ label }) => label === 'Rent')).toMatchObject({
    amount: 52_000,
    cell: 'Q1!B11 Q2!B11 Q3!B11 Q4!B11',
  })
  expect(book!.rows.find(({ label }) => label === 'Postage')).toMatchObject({ amount: 90, cell: 'Q3!B15' })
  expect(fields['x.netIncome']!.value).toBe(1_000_006 - 4 * 91_000 - 90)

  const three = fileOf(...quarters.slice(0, 3))
  expect(three.fields['x.months']!.value).toBe(9)
  expect(three.questions.map(({ path }) => path)).toEqual(['x.months'])
  // The same quarter twice is no half of a year.
  expect(fileOf(quarters[0]!, { ...quarters[0]!, name: 'copy' }).fields['x.months']!.value).toBe(3)
})

it('takes the sheet of all offices, and says so where there is none', () => {
  const of = (name: string, amounts: Amounts): Sheet => sheetOf(name, 'January - December 2025', amounts)
  const [main, second] = [of('Main St', year(700_000, 40_000)), of('Oak Ave', year(300_000, 15_000))]
  const whole = year(1_000_000, 0)
  for (const label of COSTS)
    (whole as Record<string, number>)[label] = costsOf(40_000)[label]! + costsOf(15_000)[label]!
  expect(fileOf(main, of('Combined', whole), second).book!.sheet).toBe('Combined')
  const { book, notes } = fileOf(main, second)
  expect(book!.sheet).toBe('Main St')
  expect(notes).toEqual([expect.stringMatching(/^Only sheet “Main St” was read, not “Oak Ave”/)])
})

it('joins files given together, the collections by provider too', () => {
  const letter: FileRead = { ...fileOf(), kind: 'letter', book: undefined } as unknown as FileRead
  const providers = fileOf({
    name: '',
    rows: readDelimited('Year 2025\nProvider,Collections\nDr. Ames (owner),700000\nRDH Lee,310000\nTotal,1010000'),
  })
  const files = [
    { name: 'loi.pdf', read: letter },
    { name: 'pl24.csv', read: fileOf(Y2024) },
    { name: 'providers.csv', read: providers },
    { name: 'pl25.csv', read: fileOf(Y2025) },
  ]
  const groups = joinFiles(files)
  expect(groups.map(({ at, beside }) => [at, beside])).toEqual([
    [0, []],
    [3, [1, 2]],
  ])
  expect(groups[1]!.read.book).toMatchObject({ year: 2025, earlierYears: [2024], producersFrom: 'providers.csv' })
})

it.each([
  ['two files of one year', [Y2025, { ...Y2025, name: 'second office' }]],
  [
    'two different practices',
    [Y2025, sheetOf('2024', 'January - December 2024', { 'Patient Fees': 9e5, A: 1, B: 2, C: 3, D: 4, E: 5 })],
  ],
  ['parts of a year alone', [YTD, sheetOf('YTD 2025', 'January - May 2025', year(400_000, 17_000))]],
])('does not join %s', (_, sheets) => {
  const files = sheets.map((sheet, at) => ({ name: `${at}.csv`, read: fileOf(sheet) }))
  expect(joinFiles(files)).toEqual(files.map(({ read }, at) => ({ at, read, beside: [] })))
})

it('loses no dollar of any year, whatever the accounts and the order', () => {
  const amounts = fc.record(
    Object.fromEntries(COSTS.map((label) => [label, fc.oneof(fc.constant(0), fc.integer({ min: 200, max: 99_999 }))])),
  )
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 2, maxLength: 4 }), fc.nat(), (years, seed) => {
      // Enough accounts in each to be a book at all.
      fc.pre(years.every((of) => Object.values(of).filter((amount) => amount !== 0).length >= 5))
      const sheets = years.map((of, at) =>
        sheetOf(`S${at}`, `January - December ${2020 + at}`, { 'Patient Fees': 700_000 + at, ...of }),
      )
      const turned = sheets.map((_, at) => sheets[(at + seed) % sheets.length]!)
      const { book } = fileOf(...turned)
      const last = years.length - 1
      expect(book!.year).toBe(2020 + last)
      for (const [at, of] of years.entries()) {
        const costs = book!.rows
          .filter(({ line }) => line !== 'income')
          .reduce((sum, row) => sum + (at === last ? row.amount : row.earlier![2020 + at]!), 0)
        expect(costs).toBe(Object.values(of).reduce((sum, amount) => sum + amount, 0))
      }
      expect(new Set(book!.rows.map(({ cell }) => cell)).size).toBe(book!.rows.length)
    }),
    { numRuns: 60 },
  )
})
