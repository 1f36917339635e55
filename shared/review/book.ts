import { describe } from '../case/describe'
import { added, itemsAt } from '../case/lists'
import { get, set, type Path } from '../case/path'
import type { Case, Cost, Quote } from '../case/schema'
import { nameOf } from '../intake/books/accounts'
import { cents } from '../intake/books/amounts'
import type { BookRow, Earned } from '../intake/books/book'
import { COST_LINES, type LINES } from '../intake/books/lines'
import type { Book } from '../intake/read'
import { splitOf, type Collections } from './collections'
import { quoteFrom, type Source, type Value } from './letter'

/** Where an account goes; `none`: it has nothing to do with the practice and counts nowhere. */
export type Given = (typeof LINES)[number]

/** The lines, as the owner chooses among them. */
export const GIVEN: Readonly<Record<Given, string>> = {
  staff: 'Staff',
  associate: 'Associate pay',
  supplies: 'Supplies',
  lab: 'Lab',
  facility: 'Facility',
  marketing: 'Marketing',
  administration: 'Administration',
  other: 'Other costs',
  ownersPay: 'Owner’s pay',
  interest: 'Interest',
  depreciation: 'Depreciation',
  amortisation: 'Amortization',
  income: 'Collections',
  otherIncome: 'Other income',
  none: 'Not part of the practice',
}

/** Supplies and lab follow collections; the other costs are amounts a year. */
const FOLLOWS: ReadonlySet<Given> = new Set<Given>(['supplies', 'lab'])

export const isCostLine = (line: Given): boolean => (COST_LINES as readonly string[]).includes(line)

/** The key by which an account is remembered: its name without number, in lowercase. */
export const accountKey = (label: string): string => nameOf(label).toLowerCase().slice(0, 120)

/** An account with the line it is assigned to. */
export interface Account {
  readonly row: BookRow
  readonly line: Given
  /** The dictionary knows its name, or the owner has assigned it before. */
  readonly known: boolean
}

/** The accounts of a book. @param remembered the owner's earlier corrections, by `accountKey` */
export const accountsOf = (book: Book, remembered: Readonly<Record<string, Given>>): Account[] =>
  book.rows.map((row) => {
    const own = Object.hasOwn(remembered, accountKey(row.label)) ? remembered[accountKey(row.label)] : undefined
    return { row, line: own ?? row.line, known: own !== undefined || row.known }
  })

const isIncome = (line: Given): boolean => line === 'income' || line === 'otherIncome'
const total = (accounts: readonly Account[], belongs: (line: Given) => boolean): number =>
  accounts.reduce((sum, { row, line }) => sum + (belongs(line) ? cents(row.amount) : 0), 0) / 100

/** The books reconciled, in dollars and cents: collections − costs − what is left out = net income. */
export interface Proof {
  readonly collections: number
  readonly costs: number
  /** Owner’s pay, interest, depreciation and what is no part of the practice, less other income. */
  readonly leftOut: number
  readonly result: number
  /** As stated in the file; undefined if it states none. */
  readonly netIncome: number | undefined
  /** The unexplained remainder; 0 proves that every row was counted once. */
  readonly difference: number | undefined
}

export function proofOf(book: Book, accounts: readonly Account[]): Proof {
  const collections = total(accounts, (line) => line === 'income')
  const costs = total(accounts, isCostLine)
  // A row of income that is left out still adds to the result.
  const leftOut = accounts.reduce((sum, { row, line }) => {
    if (line === 'income' || isCostLine(line)) return sum
    return sum + (isIncome(row.line) ? -1 : 1) * cents(row.amount)
  }, 0)
  const result = (cents(collections) - cents(costs) - leftOut) / 100
  const netIncome = book.netIncome?.amount
  return {
    collections,
    costs,
    leftOut: leftOut / 100,
    result,
    netIncome,
    difference: netIncome === undefined ? undefined : (cents(netIncome) - cents(result)) / 100,
  }
}

/** How collections have grown over whole years of one file, and what that makes of the growth in the case. */
export interface Growth {
  readonly from: number
  readonly to: number
  /** A year, compounded: 0.042 for 4.2%. */
  readonly rate: number
  /** Of visits and procedures: what is left of it after the fee growth of the case, to four places. */
  readonly volume: number
  /** Dollars of both years, for the quote. */
  readonly collections: readonly [first: number, last: number]
}

/** From the earliest year beside the one that is read. Undefined where the file does not set whole years side by side. */
export function growthOf(book: Book, accounts: readonly Account[], { practice }: Case): Growth | undefined {
  const years = yearsOf(
    book,
    accounts.filter(({ line }) => line === 'income'),
  )
  const rate = compounded(years)
  if (rate === undefined) return undefined
  const [first, last] = [years[0]!, years.at(-1)!]
  const volume = fourPlaces((1 + rate) / (1 + practice.feeGrowth) - 1)
  return { from: first.year, to: last.year, rate, volume, collections: [first.amount, last.amount] }
}

/** Dollars of a year. */
export interface OfYear {
  readonly year: number
  readonly amount: number
}

/** How a cost line has grown over whole years of one file. */
export interface CostGrowth {
  readonly line: Given
  /** The years in their order, without what the dictionary calls a one-off cost. */
  readonly years: readonly OfYear[]
  /** A year, compounded, to four places; undefined where none is proposed. */
  readonly rate: number | undefined
  /** Why none is proposed. */
  readonly why: string | undefined
}

/** The cost lines that are amounts a year; supplies and lab follow collections. Empty without whole years side by side. */
export function costGrowthOf(book: Book, accounts: readonly Account[], document: Case): CostGrowth[] {
  const { max } = describe('practice/costs/any/growth', document) as { max: number }
  return COST_LINES.flatMap((line): CostGrowth[] => {
    const own = accounts.filter((account) => account.line === line && !isOneOff(account))
    const years = yearsOf(book, own)
    if (FOLLOWS.has(line) || own.length === 0 || years.length < 2) return []
    const rate = compounded(years)
    const why =
      rate === undefined
        ? 'It is not above zero in every year.'
        : Math.abs(rate) > max
          ? `It changes by more than ${max * 100}% a year, the most that can be projected.`
          : undefined
    return [{ line, years, rate: why === undefined ? fourPlaces(rate!) : undefined, why }]
  })
}

const isOneOff = ({ row }: Account): boolean => row.addBack?.startsWith('one-off') ?? false

/** What the accounts come to in each whole year of the file; empty where it sets no whole years side by side. */
function yearsOf({ year, months, earlierYears }: Book, accounts: readonly Account[]): OfYear[] {
  if (months !== 12 || year === undefined || earlierYears.length === 0) return []
  const sum = (of: (row: BookRow) => number): number => accounts.reduce((all, { row }) => all + cents(of(row)), 0) / 100
  return [
    ...earlierYears.map((earlier) => ({ year: earlier, amount: sum((row) => row.earlier?.[earlier] ?? 0) })),
    { year, amount: sum(({ amount }) => amount) },
  ]
}

/** A year from the first to the last, compounded; undefined where an amount is not above zero. */
function compounded(years: readonly OfYear[]): number | undefined {
  const [first, last] = [years[0], years.at(-1)]
  if (!first || !last || last.year <= first.year || years.some(({ amount }) => amount <= 0)) return undefined
  return (last.amount / first.amount) ** (1 / (last.year - first.year)) - 1
}

const fourPlaces = (rate: number): number => Math.round(rate * 10_000) / 10_000

/** An account that is added back, and how well it is documented. */
export interface AddBack {
  readonly row: BookRow
  readonly evidence: 'documented' | 'estimated' | 'disputed'
}

export interface BookTaken {
  readonly accounts: readonly Account[]
  readonly addBacks: readonly AddBack[]
  /** In dollars of the file; undefined leaves the collections of the case as they are. */
  readonly collections: Collections | undefined
  /** Only where the owner has asked for it: past growth is no promise. */
  readonly growth?: Growth | undefined
  /** Of the cost lines for which the owner has asked for it. */
  readonly costGrowth?: readonly CostGrowth[]
  /** The file with the collections by provider, where it is another one. */
  readonly providers?: Source
  /** Months that the file covers: amounts are annualized only at the owner's request. */
  readonly months: number
}

/**
 * The case with the books in it: cost lines replacing the former ones, collections, EBITDA and owners’ pay in the
 * books, and the add-backs. Each value has its quote. Validity is for `parseCase` to judge.
 */
export function withBook(document: Case, book: Book, taken: BookTaken, source: Source): Case {
  const { accounts, addBacks, collections, months } = taken
  const yearly = (dollars: number): number =>
    months === 12 ? dollars : Math.round((dollars * 12 * 100) / months) / 100
  const scaled = months === 12 ? '' : ` × 12 ÷ ${months}`
  const origins: Record<Path, 'entered'> = {}
  const quotes: Record<Path, Quote> = {}
  let result = document
  const note = (path: Path, rows: readonly BookRow[], value: Value): void => {
    origins[path] = 'entered'
    quotes[path] = quoteFrom(source, placesOf(rows), wordsOf(rows) + scaled, value)
  }
  const put = (path: Path, value: number, rows: readonly BookRow[]): void => {
    result = set(result, path, value)
    note(path, rows, value)
  }
  // Accounts of earlier years alone have no amount here.
  const of = (...lines: readonly Given[]) =>
    accounts.filter(({ line, row }) => lines.includes(line) && row.amount !== 0).map(({ row }) => row)
  const sum = (rows: readonly BookRow[]) => rows.reduce((all, { amount }) => all + cents(amount), 0) / 100

  if (collections) {
    const split = splitOf(book, accounts)
    for (const who of ['owner', 'associates', 'hygiene'] as const) {
      const path = `practice/${who === 'associates' ? 'associate' : who}Collections`
      const value = yearly(collections[who])
      // A split that the owner has changed or made is the owner's word; only the whole then comes from the books.
      const own = split?.shares[who] === collections[who] ? split.named[who] : []
      const rows = split ? own : who === 'owner' ? of('income') : []
      result = set(result, path, value)
      origins[path] = 'entered'
      if (rows.length === 0) continue
      const rest = split === undefined || split.rest === 0 ? '' : ` + its share of ${dollars(split.rest)}`
      quotes[path] = quoteFrom(taken.providers ?? source, placesOf(rows), wordsOf(rows) + rest + scaled, value)
    }
  }
  if (taken.growth) {
    const { from, to, volume, collections: both } = taken.growth
    const path = 'practice/volumeGrowth'
    result = set(result, path, volume)
    origins[path] = 'entered'
    quotes[path] = quoteFrom(source, '', `Collections ${from} ${dollars(both[0])}, ${to} ${dollars(both[1])}`, volume)
  }
  if (accounts.length === 0) return { ...result, ...marked(result, origins, quotes) }

  const whole = total(accounts, (line) => line === 'income')
  const before = result.practice.costs
  result = withoutCosts(result)
  for (const line of COST_LINES) {
    const rows = of(line)
    if (rows.length === 0) continue
    const label = GIVEN[line]
    const known = before.find((cost) => cost.label.toLowerCase() === label.toLowerCase())
    const amount = sum(rows)
    const follows = FOLLOWS.has(line) && whole > 0 && amount > 0
    const seed: Partial<Cost> = {
      ...known,
      label,
      behaviour: follows ? 'all' : 'fixed',
      kind: line === 'lab' ? 'lab' : 'other',
      ...(follows ? { share: amount / whole } : { amount: yearly(amount) }),
    }
    const more = added(result, 'practice/costs', 'cost', seed)
    result = known ? withId(more.document, more.id, known.id) : more.document
    const path = `practice/costs/${known?.id ?? more.id}`
    if (follows) note(`${path}/share`, [...rows, ...of('income')], amount / whole)
    else note(`${path}/amount`, rows, yearly(amount))
    origins[`${path}/behaviour`] = 'entered'
    const grown = taken.costGrowth?.find((one) => one.line === line)
    if (grown?.rate !== undefined) {
      result = set(result, `${path}/growth`, grown.rate)
      origins[`${path}/growth`] = 'entered'
      const words = grown.years.map(({ year, amount }) => `${year} ${dollars(amount)}`).join(', ')
      quotes[`${path}/growth`] = quoteFrom(source, '', `${label} ${words}`, grown.rate)
    }
  }
  put('practice/books/ownersPay', yearly(sum(of('ownersPay'))), of('ownersPay'))
  if (book.netIncome) {
    const added = of('interest', 'depreciation', 'amortisation')
    const net: BookRow = { ...book.netIncome, line: 'income', known: true }
    put('practice/books/reportedEbitda', yearly((cents(net.amount) + cents(sum(added))) / 100), [net, ...added])
  }
  for (const { row, evidence } of addBacks) {
    const label = row.label.trim().slice(0, 80)
    const list = 'practice/addBacks'
    const known = (itemsAt(result, list) as readonly { id: string; label: string }[]).find((one) => one.label === label)
    const value = yearly(row.amount)
    if (known) {
      put(`${list}/${known.id}/amount`, value, [row])
      result = set(result, `${list}/${known.id}/evidence`, evidence)
      continue
    }
    const more = added(result, list, 'add-back', { label, amount: value, evidence })
    result = more.document
    note(`${list}/${more.id}/amount`, [row], value)
  }
  return { ...result, ...marked(result, origins, quotes) }
}

/** A quote holds no more of its places than this. */
const LONGEST_PLACE = 200

/** Of months that are added up, the cells of the file that is shown come first; those of the others may not all fit. */
function placesOf(rows: readonly Earned[]): string {
  const all = rows.map(({ cell }) => cell)
  const own = all.map((cell) => /^[A-Z]+\d+(?= |$)/.exec(cell)?.[0] ?? '')
  const others = all.map((cell, at) => cell.slice(own[at]!.length).trim())
  const place = [...own, ...others].filter((cell) => cell !== '').join(' ')
  return place.length <= LONGEST_PLACE ? place : `${place.slice(0, place.lastIndexOf(' ', LONGEST_PLACE - 2))} …`
}
const wordsOf = (rows: readonly Earned[]): string =>
  rows.map(({ label, amount }) => `${label.trim()} ${dollars(amount)}`).join(' + ')

const marked = (document: Case, origins: Case['origins'], quotes: Case['quotes']) => ({
  origins: { ...document.origins, ...origins },
  quotes: { ...document.quotes, ...quotes },
})

const dollars = (amount: number): string =>
  `${amount < 0 ? '−' : ''}$${Math.abs(amount).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`

/** Without its cost lines and their origins. */
function withoutCosts(document: Case): Case {
  const others = <T>(known: Readonly<Record<Path, T>>): Record<Path, T> =>
    Object.fromEntries(Object.entries(known).filter(([path]) => !path.startsWith('practice/costs/')))
  return {
    ...set(document, 'practice/costs', []),
    origins: others(document.origins),
    quotes: others(document.quotes),
  }
}

/** A cost line keeps its id: buyers' takeovers refer to it. */
const withId = (document: Case, id: string, wanted: string): Case =>
  set(
    document,
    'practice/costs',
    (get(document, 'practice/costs') as readonly Cost[]).map((cost) =>
      cost.id === id ? { ...cost, id: wanted } : cost,
    ),
  )
