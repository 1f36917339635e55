import { isPart, joinParts, twiceIn } from './books/parts'
import { monthOfName, spanName, yearOfEnd } from './books/period'
import { joinYears, sameBooks } from './books/years'
import type { YearSource } from './books/book'
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
  /** Indexes of the others: months of the year, earlier years, collections by provider. */
  readonly beside: readonly number[]
}

/** One file, or the parts of a year that are added up. */
interface Unit {
  /** Index of the file that is shown. */
  readonly at: number
  readonly name: string
  readonly book: Book
  /** Indexes of its other files. */
  readonly others: readonly number[]
}

/**
 * Files that were given together, in their order: months of one year are added up, years of the same books become one,
 * and so do a profit and loss without providers and the collections by provider of the same year. Every other file
 * stands alone.
 */
export function joinFiles(files: readonly NamedRead[]): Group[] {
  const notes = new Map<number, string>()
  return groupsOf(files, notes).map((group) => {
    const note = notes.get(group.at)
    return note === undefined ? group : { ...group, read: { ...group.read, notes: [...group.read.notes, note] } }
  })
}

function groupsOf(files: readonly NamedRead[], notes: Map<number, string>): Group[] {
  const single = files.flatMap(({ name, read }, at): Unit[] =>
    read.book ? [{ at, name, book: dated(read.book, name), others: [] }] : [],
  )
  const books = withParts(single, notes)
  const joined = joinYears(
    books.map(({ book }) => book),
    books.map(({ name }) => name),
  )
  const withAccounts = books.filter(({ book }) => book.rows.length > 0)
  const main = joined ? books[joined.at] : withAccounts.length === 1 ? withAccounts[0] : undefined
  if (!main)
    return files.flatMap(({ read }, at): Group[] => {
      // Two practices, each of which may have its months.
      const unit = books.find((one) => one.at === at)
      if (unit && unit.others.length > 0) return [{ at, read: withBook(read, unit.book), beside: unit.others }]
      return books.some(({ others }) => others.includes(at)) ? [] : [{ at, read, beside: [] }]
    })
  const years = joined ? joined.indexes.map((at) => books[at]!).filter((unit) => unit !== main) : []
  let book: Book = main.book
  if (joined) {
    const { rows, earlierYears, sources } = joined
    const own = book.sources ?? []
    book = {
      ...book,
      rows,
      earlierYears,
      sources: sources.flatMap((source) => (source.taken === 'amounts' ? partsOf(source, own) : [source])),
    }
  }
  const providers = book.producers ? [] : books.filter((one) => one.book.rows.length === 0 && fits(one.book, book))
  const [report] = providers
  if (providers.length === 1 && report?.book.producers)
    book = { ...book, producers: report.book.producers, producersFrom: report.name }
  const beside = [
    ...main.others,
    ...years.flatMap(({ at, others }) => [at, ...others]),
    ...(providers.length === 1 ? [report!.at] : []),
  ]
  return files.flatMap(({ read }, at): Group[] =>
    at === main.at
      ? [{ at, read: withBook(read, book), beside }]
      : beside.includes(at)
        ? []
        : [{ at, read, beside: [] }],
  )
}

/** The parts of which a year was made, in its place; below it, files that it holds. */
function partsOf(year: YearSource, own: readonly YearSource[]): readonly YearSource[] {
  if (own.some(({ taken }) => taken === 'added')) return own
  return [year, ...own.filter(({ taken }) => taken === 'within')]
}

/** A file whose report names no period may be called after its month. */
function dated(book: Book, name: string): Book {
  const month = book.months === undefined ? monthOfName(name) : undefined
  return month ? { ...book, months: month.months, year: month.year!, end: month.end! } : book
}

const withBook = (read: FileRead, book: Book): FileRead => (read.book === book ? read : { ...read, book })

/** The same with the parts of each year, from the latest back, added up. @param notes why some are not, by their index */
function withParts(given: readonly Unit[], notes: Map<number, string>): Unit[] {
  const units = withoutContained(given)
  let left = units.filter(({ book }) => isPart(book)).sort((a, b) => b.book.end! - a.book.end!)
  const added: Unit[] = []
  while (left.length > 0) {
    const [latest, ...others] = left
    const { end } = latest!.book
    const year = [
      latest!,
      ...others.filter(({ book }) => book.end! - book.months! > end! - 13 && sameBooks(book, latest!.book)),
    ]
    left = left.filter((unit) => !year.includes(unit))
    // A report of the whole year needs no sum of its parts.
    const whole = units.some(
      ({ book }) => book.months === 12 && book.year === yearOfEnd(end!) && sameBooks(book, latest!.book),
    )
    const unit = whole ? undefined : addedUp(year)
    if (unit) added.push(unit)
    const twice = whole || year.length < 3 ? undefined : twiceIn(year.map(({ book }) => book))
    if (twice)
      for (const { at } of year)
        notes.set(
          at,
          `“${year[twice.first]!.name}” and “${year[twice.second]!.name}” both cover ${twice.when}, so the ${year.length} files were not added up. Close them, and read them together again without one of these two.`,
        )
  }
  const parts = new Set(added.flatMap(({ at, others }) => [at, ...others]))
  return [...units.filter(({ at }) => !parts.has(at)), ...added]
}

/**
 * Without the files whose months are all in another one: the year so far, as it stood in each month. They are put
 * beside the one that holds them.
 */
function withoutContained(units: readonly Unit[]): Unit[] {
  const holderOf = (unit: Unit): Unit | undefined =>
    units
      .filter((other) => holds(other.book, unit.book))
      .reduce<Unit | undefined>((a, b) => (a && a.book.months! >= b.book.months! ? a : b), undefined)
  const held = units.flatMap((unit) => {
    const holder = holderOf(unit)
    return holder ? [{ unit, holder }] : []
  })
  return units
    .filter((unit) => held.every((one) => one.unit !== unit))
    .map((unit): Unit => {
      const own = held.filter(({ holder }) => holder === unit).map((one) => one.unit)
      if (own.length === 0) return unit
      const sources = own.map(({ name, book }): YearSource => ({
        place: name,
        year: book.year!,
        months: book.months,
        when: spanName(book.end!, book.months!),
        taken: 'within',
      }))
      return {
        ...unit,
        others: own.map(({ at }) => at),
        book: { ...unit.book, sources: [...(unit.book.sources ?? []), ...sources] },
      }
    })
}

const holds = (book: Book, part: Book): boolean =>
  book !== part &&
  book.end !== undefined &&
  part.end !== undefined &&
  book.months !== undefined &&
  part.months !== undefined &&
  book.rows.length > 0 &&
  part.rows.length > 0 &&
  part.months < book.months &&
  part.end <= book.end &&
  part.end - part.months >= book.end - book.months &&
  sameBooks(part, book)

function addedUp(parts: readonly Unit[]): Unit | undefined {
  const [shown] = parts
  const joined = joinParts(
    parts.map(({ book }) => book),
    parts.map(({ name }, at) => (at === 0 ? '' : name)),
  )
  if (!joined) return undefined
  const { rows, months, end, netIncome, producers, order, missing } = joined
  const { netIncome: stated, producers: _, ...rest } = shown!.book
  const year = yearOfEnd(end)
  const sources = order.map(({ at, when }): YearSource => ({
    place: parts[at]!.name,
    year,
    months: parts[at]!.book.months,
    when,
    taken: 'added',
  }))
  const held = parts.flatMap(({ book }) => book.sources?.filter(({ taken }) => taken === 'within') ?? [])
  return {
    at: shown!.at,
    name: `${order[0]!.when} – ${order.at(-1)!.when}`,
    others: parts.flatMap(({ at, others }) => (at === shown!.at ? others : [at, ...others])),
    book: {
      ...rest,
      rows,
      months,
      year,
      end,
      netIncome: netIncome === undefined ? undefined : { ...stated!, amount: netIncome },
      earlierYears: [],
      sources: [...sources, ...held],
      ...(producers ? { producers } : {}),
      ...(missing.length > 0 ? { missing } : {}),
    },
  }
}

/** Collections of the same stretch as the accounts, as far as both say which. */
const fits = (report: Book, book: Book): boolean =>
  report.producers !== undefined &&
  (report.year === undefined || book.year === undefined || report.year === book.year) &&
  (report.months === undefined || book.months === undefined || report.months === book.months)
