// Books in a case: each account once, to the cent, with the cells it came from.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { readDocument } from '../../electron/intake/read-document'
import { parseCase } from '../../shared/case/problems'
import { quoteOf } from '../../shared/case/quotes'
import { samples } from '../../shared/case/samples'
import { caseSchema, type Case } from '../../shared/case/schema'
import { readFile, type Book } from '../../shared/intake/read'
import { accountsOf, costGrowthOf, growthOf, proofOf, withBook } from '../../shared/review/book'
import { splitOf } from '../../shared/review/collections'

const reading = async (name: string, set = 'corpus') => {
  const path = fileURLToPath(new URL(`../fixtures/intake/${set}/books/${name}`, import.meta.url))
  return readFile(await readDocument(new Uint8Array(readFileSync(path)), name))
}
const bookOf = async (name: string): Promise<Book> => (await reading(name)).book!
const empty: Case = caseSchema.parse({})
const source = { document: 'books.csv', kept: null }
const whole = (document: Case): Case => {
  const read = parseCase(document)
  if (!read.ok) throw new Error(read.problems[0]!.message)
  return read.value
}
const ofLine = (document: Case, label: string) => document.practice.costs.find((cost) => cost.label === label)!

describe.each([
  'b01-qbo-year.csv',
  'b02-qbo-months.xlsx',
  'b03-qb-desktop.csv',
  'b04-xero.xlsx',
  'b08-semicolon-comma.csv',
])('%s', (name) => {
  it('proves itself to the cent, and no longer when an account is taken out of the books', async () => {
    const book = await bookOf(name)
    const accounts = accountsOf(book, {})
    expect(proofOf(book, accounts).difference).toBe(0)
    // Which cost line an account goes to changes no figure; counting it as collections does.
    const [cost] = accounts.filter(({ line }) => line === 'facility')
    const moved = accounts.map((account) => (account === cost ? { ...account, line: 'other' as const } : account))
    expect(proofOf(book, moved).difference).toBe(0)
    const wrong = accounts.map((account) => (account === cost ? { ...account, line: 'income' as const } : account))
    expect(proofOf(book, wrong).difference).not.toBe(0)
  })

  it('costs in the case what it costs in the file', async () => {
    const { book, fields } = await reading(name)
    const accounts = accountsOf(book!, {})
    const { collections } = proofOf(book!, accounts)
    const taken = { accounts, addBacks: [], collections: { owner: collections, associates: 0, hygiene: 0 }, months: 12 }
    const document = whole(withBook(empty, book!, taken, source))
    expect(ofLine(document, 'Staff')).toMatchObject({
      behaviour: 'fixed',
      amount: fields['practice.costs.staff.amount']!.value,
    })
    const supplies = ofLine(document, 'Supplies')
    expect(supplies.share * collections).toBeCloseTo(fields['practice.costs.supplies.amount']!.value as number, 6)
    expect(document.practice.ownerCollections).toBe(fields['x.collections']!.value)
    expect(document.practice.books.reportedEbitda).toBeCloseTo(
      fields['practice.books.reportedEbitda']!.value as number,
      2,
    )
    const path = `practice/costs/${ofLine(document, 'Staff').id}/amount`
    expect(document.origins[path]).toBe('entered')
    expect(quoteOf(document, path)?.place).toBe(fields['practice.costs.staff.amount']!.place)
  })
})

const ALL = ['corpus', 'own'].flatMap((set) =>
  readdirSync(new URL(`../fixtures/intake/${set}/books/`, import.meta.url))
    .filter((name) => !name.endsWith('.truth.json'))
    .map((name) => [name, set] as const),
)
it.each(ALL)(
  '%s of %s: income − costs − what is left out is its net income, and the case takes it',
  async (name, set) => {
    const book = (await reading(name, set)).book!
    const accounts = accountsOf(book, {})
    const { difference, netIncome, collections } = proofOf(book, accounts)
    expect(difference).toBe(netIncome === undefined ? undefined : 0)
    const split = splitOf(book, accounts)
    const shares = split?.shares ?? { owner: collections, associates: 0, hygiene: 0 }
    const sum = Object.values(shares).reduce((all, amount) => all + Math.round(amount * 100), 0)
    const stated = Math.round((book.rows.length > 0 ? collections : split!.total) * 100)
    expect(sum).toBe(stated)
    const { practice } = whole(
      withBook(empty, book, { accounts, addBacks: [], collections: shares, months: 12 }, source),
    )
    expect(practice.ownerCollections + practice.associateCollections + practice.hygieneCollections).toBeCloseTo(
      sum / 100,
      2,
    )
  },
)

it('remembers where the owner has put an account', async () => {
  const book = await bookOf('b01-qbo-year.csv')
  const marketing = book.rows.find(({ line }) => line === 'marketing')!
  const accounts = accountsOf(book, { [marketing.label.trim().toLowerCase()]: 'none' })
  expect(accounts.find(({ row }) => row === marketing)).toMatchObject({ line: 'none', known: true })
  expect(proofOf(book, accounts).difference).toBe(0)
})

it('takes the place of the cost lines that were there, and keeps the ids of those of the same name', async () => {
  const sample = samples[0]!.document
  const book = await bookOf('b01-qbo-year.csv')
  const accounts = accountsOf(book, {})
  const staff = sample.practice.costs.find(({ label }) => label === 'Staff')
  const document = whole(withBook(sample, book, { accounts, addBacks: [], collections: undefined, months: 12 }, source))
  expect(ofLine(document, 'Staff').id).toBe(staff?.id ?? ofLine(document, 'Staff').id)
  expect(document.practice.costs.map(({ label }) => label)).toEqual([
    ...new Set(document.practice.costs.map(({ label }) => label)),
  ])
  expect(document.practice.ownerCollections).toBe(sample.practice.ownerCollections)
})

it('adds back what was chosen, with the evidence that was given', async () => {
  const book = await bookOf('b01-qbo-year.csv')
  const accounts = accountsOf(book, {})
  const row = accounts.find(({ row, line }) => row.addBack !== undefined && line === 'other')!.row
  const taken = { accounts, addBacks: [{ row, evidence: 'estimated' as const }], collections: undefined, months: 12 }
  const document = whole(withBook(empty, book, taken, source))
  expect(document.practice.addBacks).toMatchObject([
    { label: row.label.trim(), amount: row.amount, evidence: 'estimated' },
  ])
  // Read a second time it is not duplicated.
  expect(whole(withBook(document, book, taken, source)).practice.addBacks).toHaveLength(1)
})

it('scales a part of a year only where it is told so', async () => {
  const book = await bookOf('b07-qbo-seven-months.csv')
  expect(book.months).toBe(7)
  const accounts = accountsOf(book, {})
  const staff = (months: number) =>
    ofLine(withBook(empty, book, { accounts, addBacks: [], collections: undefined, months }, source), 'Staff').amount
  expect(staff(7)).toBeCloseTo((staff(12) * 12) / 7, 2)
})

it('reads collections by producer into their fields', async () => {
  const book = await bookOf('b06-opendental-providers.csv')
  const named = splitOf(book, accountsOf(book, {}))!.shares
  const document = whole(
    withBook(empty, book, { accounts: accountsOf(book, {}), addBacks: [], collections: named, months: 12 }, source),
  )
  const { ownerCollections, associateCollections, hygieneCollections, costs } = document.practice
  expect(named).toEqual({ owner: ownerCollections, associates: associateCollections, hygiene: hygieneCollections })
  expect(costs).toEqual(empty.practice.costs)
})

it('offers the growth of whole years side by side, and takes it only when asked', async () => {
  const book = (await reading('x07-prior-year.xlsx', 'own')).book!
  const accounts = accountsOf(book, {})
  const { collections } = proofOf(book, accounts)
  const growth = growthOf(book, accounts, empty)!
  // 1,437,400 in 2025, 1,498,800 in 2026, by hand.
  expect(growth).toMatchObject({ from: 2025, to: 2026, collections: [1_437_400, 1_498_800] })
  expect(growth.rate).toBeCloseTo(0.042716, 6)
  expect((1 + growth.volume) * (1 + empty.practice.feeGrowth) - 1).toBeCloseTo(growth.rate, 4)

  const taken = { accounts, addBacks: [], collections: { owner: collections, associates: 0, hygiene: 0 }, months: 12 }
  expect(withBook(empty, book, taken, source).practice.volumeGrowth).toBe(empty.practice.volumeGrowth)
  const grown = whole(withBook(empty, book, { ...taken, growth }, source))
  expect(grown.practice.volumeGrowth).toBe(growth.volume)
  expect(quoteOf(grown, 'practice/volumeGrowth')?.words).toBe('Collections 2025 $1,437,400.00, 2026 $1,498,800.00')
})

it.each([
  ['b01-qbo-year.csv', 'corpus'],
  ['b07-qbo-seven-months.csv', 'corpus'],
  ['y06-six-months.txt', 'own'],
])('%s shows no growth: it has no whole years side by side', async (name, set) => {
  const book = (await reading(name, set)).book!
  expect(growthOf(book, accountsOf(book, {}), empty)).toBeUndefined()
  expect(costGrowthOf(book, accountsOf(book, {}), empty)).toEqual([])
})

const compared = (...lines: readonly string[]): Promise<Book> =>
  readDocument(new TextEncoder().encode(lines.join('\n')), 'years.csv').then((document) => readFile(document).book!)
const THREE_YEARS = [
  'Profit and Loss,,,',
  'For the years ended December 31,,,',
  ',2023,2024,2025',
  'Income,,,',
  'Patient collections,1000000,1050000,1102500',
  'Expenses,,,',
  'Wages,200000,220000,242000',
  'Rent,60000,60000,60000',
  'Dental supplies,50000,60000,70000',
  'Advertising,-500,10000,12000',
  'Accounting,8000,8000,8820',
  'Legal settlement,0,40000,0',
  'Travel,1000,2000,5000',
  'Net income,681500,650000,704680',
]

it('proposes the growth of each cost line from the years of the file, and takes it only when asked', async () => {
  const book = await compared(...THREE_YEARS)
  const accounts = accountsOf(book, {})
  const growth = costGrowthOf(book, accounts, empty)
  expect(growth.map(({ line, rate }) => [line, rate])).toEqual([
    ['staff', 0.1],
    ['facility', 0],
    ['marketing', undefined],
    // Without the settlement of 2024: √(8,820 ÷ 8,000) − 1.
    ['administration', 0.05],
    ['other', undefined],
  ])
  expect(growth.map(({ why }) => why?.split(' ').slice(0, 4).join(' '))).toEqual([
    undefined,
    undefined,
    'It is not above',
    undefined,
    'It changes by more',
  ])
  const taken = { accounts, addBacks: [], collections: undefined, months: 12, costGrowth: growth.slice(0, 1) }
  const document = whole(withBook(empty, book, taken, source))
  const staff = ofLine(document, 'Staff')
  expect(staff.growth).toBe(0.1)
  expect(quoteOf(document, `practice/costs/${staff.id}/growth`)?.words).toBe(
    'Staff 2023 $200,000.00, 2024 $220,000.00, 2025 $242,000.00',
  )
  expect(document.origins[`practice/costs/${staff.id}/growth`]).toBe('entered')
  const facility = ofLine(document, 'Facility')
  expect(document.origins[`practice/costs/${facility.id}/growth`]).toBeUndefined()
})

it('moves an account in all years, and leaves out a year whose rows do not make up its net income', async () => {
  const book = await compared(...THREE_YEARS)
  const moved = accountsOf(book, {}).map((account) =>
    account.row.label === 'Travel' ? { ...account, line: 'facility' as const } : account,
  )
  expect(costGrowthOf(book, moved, empty).find(({ line }) => line === 'facility')).toMatchObject({
    years: [
      { year: 2023, amount: 61_000 },
      { year: 2024, amount: 62_000 },
      { year: 2025, amount: 65_000 },
    ],
    rate: 0.0323,
  })
  const wrong = await compared(...THREE_YEARS.map((line) => line.replace('681500', '681501')))
  expect(wrong.earlierYears).toEqual([2024])
})
