import { nameOf } from './accounts'
import { cents } from './amounts'
import type { BookRow, Producers } from './book'
import { producersOfIncome } from './doctors'
import { spanName } from './period'
import { isProved, keysOf, sameBooks, type OfPeriod } from './years'

/** The months, quarters or halves of one year, each of which has its own sheet or file, as one. */
export interface Parts {
  /** Every account with the sum of its amounts, and all its cells. */
  readonly rows: readonly BookRow[]
  /** How many months they cover together. */
  readonly months: number
  readonly end: number
  readonly netIncome: number | undefined
  readonly producers: Producers | undefined
  /** Their indexes from the first month to the last, and what each covers. */
  readonly order: readonly { readonly at: number; readonly when: string }[]
  /** The months between the first and the last that none of them covers. */
  readonly missing: readonly string[]
}

/** A part is half of a year at most. */
const LONGEST = 6

/** A book that covers a known part of a year, and proves itself. */
export const isPart = (book: OfPeriod): boolean =>
  book.rows.length > 0 &&
  book.end !== undefined &&
  book.months !== undefined &&
  book.months <= LONGEST &&
  isProved(book)

/** Two parts of the same books that cover a month twice, and which it is; nobody can say here which of them counts. */
export function twiceIn(
  books: readonly OfPeriod[],
): { readonly first: number; readonly second: number; readonly when: string } | undefined {
  for (const [first, a] of books.entries())
    for (const [second, b] of books.entries()) {
      const from = Math.max(a.end! - a.months!, b.end! - b.months!)
      const to = Math.min(a.end!, b.end!)
      if (second > first && to > from) return { first, second, when: spanName(to, to - from) }
    }
  return undefined
}

/**
 * Adds up the parts of a year. Nothing is scaled: what no part covers is missing, and named.
 * @param names what stands before the cells of each; none for the one that is shown
 * @returns undefined unless all are parts of the same books, within twelve months, and no month is there twice
 */
export function joinParts(books: readonly OfPeriod[], names: readonly string[]): Parts | undefined {
  const [first] = books
  if (!first || books.length < 2 || !books.every((book) => isPart(book) && sameBooks(book, first))) return undefined
  const sorted = books
    .map((book, at) => ({ book, at, end: book.end!, start: book.end! - book.months! + 1 }))
    .sort((a, b) => a.end - b.end)
  const [{ start }, { end }] = [sorted[0]!, sorted.at(-1)!]
  if (end - start >= 12 || sorted.some((one, at) => at > 0 && one.start <= sorted[at - 1]!.end)) return undefined
  const missing = sorted.flatMap((one, at) => {
    const before = sorted[at - 1]
    const gap = before ? one.start - before.end - 1 : 0
    return gap > 0 ? [spanName(one.start - 1, gap)] : []
  })

  const rows = new Map<string, BookRow>()
  // The cells of the one that is shown come first.
  const shown = sorted.filter(({ at }) => names[at] === '')
  for (const { book, at } of [...shown, ...sorted.filter((one) => !shown.includes(one))]) {
    const keys = keysOf(book.rows)
    for (const [index, { earlier: _, ...row }] of book.rows.entries()) {
      const known = rows.get(keys[index]!)
      const cell = names[at] === '' ? row.cell : `${names[at]}!${row.cell}`
      const amount = (cents(known?.amount ?? 0) + cents(row.amount)) / 100
      rows.set(
        keys[index]!,
        known ? { ...known, amount, cell: `${known.cell} ${cell}`, known: known.known && row.known } : { ...row, cell },
      )
    }
  }
  const nets = books.map(({ netIncome }) => (netIncome ? cents(netIncome.amount) : Number.NaN))
  const net = nets.reduce((sum, one) => sum + one, 0) / 100
  const all = askedWhereMonthsDiffer([...rows.values()], books)
  return {
    rows: all,
    months: sorted.reduce((sum, { book }) => sum + book.months!, 0),
    end,
    netIncome: Number.isNaN(net) ? undefined : net,
    producers: producersOfIncome(all),
    order: sorted.map((one) => ({ at: one.at, when: spanName(one.end, one.book.months!) })),
    missing,
  }
}

/** An account that one month gives to another line than the next is asked about, in both. */
function askedWhereMonthsDiffer(rows: readonly BookRow[], books: readonly OfPeriod[]): BookRow[] {
  const linesOf = (of: readonly BookRow[]): Map<string, Set<string>> => {
    const lines = new Map<string, Set<string>>()
    for (const { label, line } of of) {
      const name = nameOf(label).toLowerCase()
      lines.set(name, (lines.get(name) ?? new Set()).add(line))
    }
    return lines
  }
  const together = linesOf(rows)
  const alone = books.map((book) => linesOf(book.rows))
  return rows.map((row) => {
    const name = nameOf(row.label).toLowerCase()
    const most = Math.max(...alone.map((lines) => lines.get(name)?.size ?? 0))
    return together.get(name)!.size > most ? { ...row, known: false } : row
  })
}
