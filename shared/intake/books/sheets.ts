import type { PlainDocument, Sheet } from '../document'
import { cents } from './amounts'
import type { BookRead } from './book'
import { readCashList } from './cash-list'
import { columnsOf } from './columns'
import { joinParts } from './parts'
import { monthOfName, periodIn, yearOfEnd, type Period } from './period'
import { readProduction } from './production'
import { readAccounts } from './read-book'
import { readTrialBalance } from './trial-balance'
import { unfold } from './unfold'
import { joinYears } from './years'

/** Is the file books at all? A letter with a few amounts in columns is not. */
export const isBook = (read: BookRead | undefined): read is BookRead =>
  read !== undefined &&
  ((read.producers !== undefined && read.rows.length === 0) ||
    (read.rows.length >= 5 &&
      (read.unproved === 0 || (read.netIncome !== undefined && read.rows.filter(({ known }) => known).length >= 6))))

const rank = ({ rows, unproved }: BookRead): number => rows.length + (unproved === 0 ? 1000 : 0)

/** Amounts that nobody has earned or paid. */
const PLANNED = /\b(?:budget|forecast|projection|projected|pro\s?forma|plan)\b/i

/**
 * Reads the books of a file: its only sheet with accounts, the latest full year of several, its parts added up,
 * the sheet of all offices, otherwise the one that proves itself best. Undefined where no sheet holds accounts.
 */
export function readBook({ sheets }: PlainDocument): BookRead | undefined {
  const actual = sheets.filter(({ name }) => !PLANNED.test(name))
  const reads = (actual.length > 0 ? actual : sheets).flatMap((sheet) => readSheet(sheet) ?? [])
  const best = reads.reduce<BookRead | undefined>((a, b) => (a && rank(a) >= rank(b) ? a : b), undefined)
  const books = reads.filter((read) => read.rows.length > 0 && isBook(read))
  if (!best || books.length === 0) return best
  const read = ofYears(books) ?? ofParts(books) ?? ofOffices(books) ?? best
  const production = reads.find(({ rows, producers }) => rows.length === 0 && producers !== undefined)
  const sameYear =
    production?.period?.year === undefined || (read.period?.year ?? production.period.year) === production.period.year
  if (!production || !sameYear || read.producers !== undefined || read === production) return read
  return { ...read, producers: onSheet(production) }
}

function readSheet(sheet: Sheet): BookRead | undefined {
  const read = readProduction(sheet) ?? readTrialBalance(sheet) ?? readColumns(sheet)
  if (!read || read.period) return read
  const period = periodOfName(sheet.name)
  return period ? { ...read, period } : read
}

function readColumns(sheet: Sheet): BookRead | undefined {
  const columns = columnsOf(unfold(sheet))
  return readCashList(sheet.name, columns) ?? readAccounts(sheet.name, columns)
}

/** "2024", "FY24 P&L": the year that a sheet is called by, where nothing in it says what it covers. */
function periodOfName(name: string): Period | undefined {
  const short = /^\s*(?:FY|CY|YE)?\s*['’]?(\d\d)\s*$/i.exec(name)?.[1]
  if (short !== undefined) return { months: 12, year: 2000 + Number(short), quote: name }
  const long = /(?:^|\D)(20\d\d)(?:\D|$)/.exec(name)?.[1]
  const stated = periodIn(name)
  if (stated && stated.months !== 12) return stated
  const month = monthOfName(name)
  if (month) return month
  if (long === undefined || /\b(?:ytd|to date|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(name))
    return stated
  return { months: 12, year: Number(long), quote: name }
}

/** Sheets of several years as one book. */
function ofYears(books: readonly BookRead[]): BookRead | undefined {
  const joined = joinYears(
    books.map((book) => ({ ...book, months: book.period?.months, year: book.period?.year })),
    books.map(({ sheet }) => sheet),
  )
  if (!joined) return undefined
  const { at, rows, earlierYears, sources } = joined
  return { ...books[at]!, rows, earlierYears, sources }
}

/** Sheets of the months, quarters or halves of a year as one book. */
function ofParts(books: readonly BookRead[]): BookRead | undefined {
  const names = books.map(({ sheet }) => sheet)
  const joined = joinParts(
    books.map((book) => ({
      ...book,
      months: book.period?.months,
      year: book.period?.year,
      end: book.period?.end,
    })),
    names,
  )
  if (!joined) return undefined
  const { rows, months, end, netIncome, producers, order, missing } = joined
  const first = books[order[0]!.at]!
  return {
    ...first,
    rows,
    period: { months, year: yearOfEnd(end), end, quote: `${order[0]!.when} – ${order.at(-1)!.when}` },
    netIncome: netIncome === undefined ? undefined : { ...first.netIncome!, cell: '', amount: netIncome },
    unproved: netIncome === undefined ? undefined : 0,
    producers,
    earlierYears: [],
    missing,
    sources: order.map(({ at, when }) => ({
      place: names[at]!,
      year: yearOfEnd(end),
      months: books[at]!.period!.months,
      when,
      taken: 'added',
    })),
  }
}

/** Sheets of one period each for an office: the one whose net income is that of all others together. */
function ofOffices(books: readonly BookRead[]): BookRead | undefined {
  if (books.length < 2 || new Set(books.map(({ period }) => period?.quote)).size > 1) return undefined
  const nets = books.map(({ netIncome }) => (netIncome ? cents(netIncome.amount) : Number.NaN))
  const all = nets.reduce((sum, net) => sum + net, 0)
  const at = books.length < 3 ? -1 : nets.findIndex((net) => net * 2 === all)
  if (at >= 0) return books[at]
  const best = books.reduce((a, b) => (rank(a) >= rank(b) ? a : b))
  // The same result in other words: a summary, or its details.
  const others = books
    .filter((book) => book !== best && book.netIncome?.amount !== best.netIncome?.amount)
    .map(({ sheet }) => `“${sheet}”`)
  if (others.length === 0) return best
  return {
    ...best,
    notes: [
      `Only sheet “${best.sheet}” was read, not ${others.join(', ')}: no sheet is the sum of the others. If the practice is all of them, give a report of the whole.`,
    ],
  }
}

/** Its collections with the name of the sheet in front of their cells: the accounts are on another. */
function onSheet({ sheet, producers }: BookRead): BookRead['producers'] {
  const there = <T extends { readonly cell: string }>(one: T): T =>
    one.cell === '' ? one : { ...one, cell: `${sheet}!${one.cell}` }
  return (
    producers && {
      owner: producers.owner.map(there),
      associates: producers.associates.map(there),
      hygiene: producers.hygiene.map(there),
      total: producers.total && there(producers.total),
    }
  )
}
