import { joinYears } from './books/years'
import type { Book, FileRead } from './read'

export interface NamedRead {
  readonly name: string
  readonly read: FileRead
}

/** Files that are reviewed together. */
export interface Group {
  /** Index of the file that is shown; its read holds what the others add to it. */
  readonly at: number
  readonly read: FileRead
  /** Indexes of the others: earlier years, collections by provider. */
  readonly beside: readonly number[]
}

/**
 * Files that were given together, in their order: those that are years of the same books become one, and so do a profit
 * and loss without providers and the collections by provider of the same year. Every other file stands alone.
 */
export function joinFiles(files: readonly NamedRead[]): Group[] {
  const books = files.flatMap(({ name, read }, at) => (read.book ? [{ at, name, book: read.book }] : []))
  const joined = joinYears(
    books.map(({ book }) => book),
    books.map(({ name }) => name),
  )
  const withAccounts = books.filter(({ book }) => book.rows.length > 0)
  const main = joined ? books[joined.at] : withAccounts.length === 1 ? withAccounts[0] : undefined
  if (!main) return files.map(({ read }, at) => ({ at, read, beside: [] }))
  const years = joined ? joined.indexes.map((at) => books[at]!.at).filter((at) => at !== main.at) : []
  let book: Book = main.book
  if (joined) {
    const { rows, earlierYears, sources } = joined
    book = { ...book, rows, earlierYears, sources }
  }
  const providers = book.producers ? [] : books.filter((one) => one.book.rows.length === 0 && fits(one.book, book))
  const [report] = providers
  if (providers.length === 1 && report?.book.producers)
    book = { ...book, producers: report.book.producers, producersFrom: report.name }
  const beside = [...years, ...(providers.length === 1 ? [report!.at] : [])]
  return files.flatMap(({ read }, at): Group[] =>
    at === main.at ? [{ at, read: { ...read, book }, beside }] : beside.includes(at) ? [] : [{ at, read, beside: [] }],
  )
}

/** Collections of the same stretch as the accounts, as far as both say which. */
const fits = (report: Book, book: Book): boolean =>
  report.producers !== undefined &&
  (report.year === undefined || book.year === undefined || report.year === book.year) &&
  (report.months === undefined || book.months === undefined || report.months === book.months)
