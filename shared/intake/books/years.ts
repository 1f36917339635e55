import { nameOf } from './accounts'
import type { BookRow, Producers, YearSource } from './book'
import { cents } from './amounts'

/** Accounts of one period, from a sheet or a file of its own. */
export interface OfPeriod {
  readonly rows: readonly BookRow[]
  readonly months: number | undefined
  readonly year?: number | undefined
  /** Its last month, as `Period` counts it. */
  readonly end?: number | undefined
  readonly netIncome: { readonly amount: number } | undefined
  readonly earlierYears: readonly number[]
  readonly producers?: Producers | undefined
}

/** Years of the same books side by side. */
export interface Joined {
  /** Index of the latest full year, whose amounts are taken. */
  readonly at: number
  /** Its accounts with their amounts in the earlier years; those that it no longer has follow, with 0. */
  readonly rows: readonly BookRow[]
  readonly earlierYears: readonly number[]
  /** Every one that belongs to these books, the latest first. */
  readonly sources: readonly YearSource[]
  /** The index of each of them. */
  readonly indexes: readonly number[]
}

const isIncome = ({ line }: BookRow): boolean => line === 'income' || line === 'otherIncome'

/** The rows are those of the net income to the cent; true too where none is stated. */
export const isProved = ({ rows, netIncome }: OfPeriod): boolean =>
  netIncome === undefined ||
  rows.reduce((sum, row) => sum + (isIncome(row) ? 1 : -1) * cents(row.amount), 0) === cents(netIncome.amount)

/** Accounts by name and line; a name that occurs twice counts on: two accounts "Other" are not one. */
export function keysOf(rows: readonly BookRow[]): string[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const key = `${nameOf(row.label).toLowerCase()}|${row.line}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return `${key}|${count}`
  })
}

/** Are these the books of one practice? Most accounts of the shorter are in the longer. */
export function sameBooks(a: OfPeriod, b: OfPeriod): boolean {
  const [shorter, longer] = a.rows.length <= b.rows.length ? [a, b] : [b, a]
  const known = new Set(keysOf(longer.rows))
  return keysOf(shorter.rows).filter((key) => known.has(key)).length >= shorter.rows.length * 0.5
}

/**
 * Puts the books of several years side by side. The latest full year is the one that is taken; a part of a year, and
 * a year whose rows do not make up its net income, are left aside.
 * @param names what each is called, for the cells that only an earlier year has
 * @returns undefined unless two different years of the same accounts are there, the latest of them a full one
 */
export function joinYears(books: readonly OfPeriod[], names: readonly string[]): Joined | undefined {
  const dated = books
    .map((book, at) => ({ book, at }))
    .filter(({ book }) => book.rows.length > 0 && book.year !== undefined)
    .sort((a, b) => b.book.year! - a.book.year! || (b.book.months ?? 0) - (a.book.months ?? 0))
  const latest = dated.find(({ book }) => book.months === 12)
  if (!latest) return undefined
  const own = dated.filter(({ book }) => sameBooks(book, latest.book))
  // Two files of one year are two offices or two versions: nobody can say here which of them counts.
  const full = own.filter(({ book }) => book.months === 12)
  if (own.length < 2 || new Set(full.map(({ book }) => book.year)).size < full.length) return undefined

  let rows = [...latest.book.rows]
  const earlierYears = [...latest.book.earlierYears]
  const sources = own.map(({ book, at }): YearSource => {
    const { year, months } = book
    const place = names[at]!
    if (at === latest.at) return { place, year: year!, months, taken: 'amounts' }
    if (months !== 12) return { place, year: year!, months, taken: 'part' }
    if (!isProved(book)) return { place, year: year!, months, taken: 'unproved' }
    for (const added of [year!, ...book.earlierYears]) {
      if (earlierYears.includes(added)) continue
      rows = withYear(rows, book, added, place, earlierYears)
      earlierYears.push(added)
    }
    return { place, year: year!, months, taken: 'growth' }
  })
  return {
    at: latest.at,
    rows,
    earlierYears: earlierYears.sort((a, b) => a - b),
    sources,
    indexes: own.map(({ at }) => at),
  }
}

/** @param others years that the rows have already, in which an account that is new to them had nothing */
function withYear(
  rows: readonly BookRow[],
  book: OfPeriod,
  year: number,
  place: string,
  others: readonly number[],
): BookRow[] {
  const amountOf = (row: BookRow): number => (year === book.year ? row.amount : (row.earlier?.[year] ?? 0))
  const left = new Map(keysOf(book.rows).map((key, at) => [key, book.rows[at]!]))
  const keys = keysOf(rows)
  const both = rows.map((row, at) => {
    const same = left.get(keys[at]!)
    left.delete(keys[at]!)
    return { ...row, earlier: { ...row.earlier, [year]: same ? amountOf(same) : 0 } }
  })
  const nothing = Object.fromEntries(others.map((other) => [other, 0]))
  const gone = [...left.values()]
    .filter((row) => amountOf(row) !== 0)
    .map((row) => ({ ...row, cell: `${place}!${row.cell}`, amount: 0, earlier: { ...nothing, [year]: amountOf(row) } }))
  return [...both, ...gone]
}
