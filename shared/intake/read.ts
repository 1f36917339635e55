import type { PlainDocument } from './document'
import type { Line } from './books/accounts'
import type { BookRead, Producers } from './books/book'
import { COST_LINES } from './books/lines'
import { isBook, readBook } from './books/sheets'
import type { Quantity } from './letter/quantity'
import { readLetter, type LetterRead } from './letter/read-letter'

export interface ReadField {
  readonly value: number | string | boolean
  readonly unit: 'usd' | 'rate' | 'factor' | 'months' | 'years' | 'days' | 'miles' | 'date' | 'text' | 'yesNo'
  /** What a share is of, in the words of the letter: "collections", "the Purchase Price". */
  readonly base?: string
  /** `certain`: the words stand right at the value, or name its row. `probable`: they are farther away. */
  readonly sure: 'certain' | 'probable'
  /** The sentence or cell it was read from, as it stands there. */
  readonly quote: string
  /** "p. 2", or the cells: "B17 B18". */
  readonly place: string
}
export interface Question {
  readonly path: string
  readonly candidates: readonly (number | string)[]
  readonly why: string
  readonly quote: string
  /** As of a field; empty where nothing in the file is meant. */
  readonly place: string
}
/** A term that can cost the owner money or freedom, as a question for the attorney. */
export interface Danger {
  /** "o1"; absent: said of all offers. */
  readonly offer?: string
  readonly topic: string
  readonly words: string
  readonly place: string
}
/** The accounts of a sheet as they were read. */
export interface Book extends Pick<
  BookRead,
  'sheet' | 'rows' | 'netIncome' | 'earlierYears' | 'sources' | 'missing' | 'inThousands'
> {
  /** Months that the report covers, where it says so. */
  readonly months: number | undefined
  /** The year in which the period ends, where the file says so. */
  readonly year?: number
  /** Its last month, counted as a `Period` counts it. */
  readonly end?: number
  readonly producers?: Producers
  /** The file with the collections by provider, where it is another one. */
  readonly producersFrom?: string
}
/** What a file says of the case. Paths have dots; offers are o1, o2 …; parts of the price escrow-1, note-1 … */
export interface FileRead {
  readonly kind: 'letter' | 'book'
  readonly fields: Readonly<Record<string, ReadField>>
  readonly questions: readonly Question[]
  readonly addBacks: readonly {
    readonly label: string
    readonly amount: number
    readonly cell: string
    readonly why: string
  }[]
  readonly notes: readonly string[]
  readonly struckOut: readonly string[]
  readonly dangers: readonly Danger[]
  /** The accounts of a book, to be given to other lines by whoever knows better. */
  readonly book?: Book
}

/** Distance of the deciding words up to which a value is certain: beside it, or the name of its row. */
const SURE = 30

function unitOf(path: string, value: ReadField['value'], quantity: Quantity | undefined): ReadField['unit'] {
  if (typeof value === 'boolean') return 'yesNo'
  if (typeof value === 'string') return quantity?.kind === 'date' ? 'date' : 'text'
  if (/years$/i.test(path)) return 'years'
  if (/months$/i.test(path)) return 'months'
  if (/miles$/i.test(path)) return 'miles'
  if (/days$/i.test(path)) return 'days'
  return quantity?.kind === 'money' ? 'usd' : quantity?.kind === 'multiple' ? 'factor' : 'rate'
}

/** "of her own collections": what a share is of. */
function baseOf(after: string): { base?: string } {
  const match = /^\)?\s*(?:of|on)\s+((?:[\w.’'-]+\s?){1,6})/.exec(after)
  return match ? { base: match[1]!.trim() } : {}
}

/** Fewer words are no letter: "jv" alone says nothing of an offer. */
const FEWEST_WORDS = 6

/** Reads a letter or the books, whichever the document is. */
export function readFile(document: PlainDocument): FileRead {
  const book = document.sheets.length > 0 ? readBook(document) : undefined
  if (isBook(book) || document.pages.length === 0) return ofBook(book, document)
  if (wordsIn(document) < FEWEST_WORDS)
    return ofLetter(
      { offers: [] },
      {
        ...document,
        notes: [...document.notes, 'Too few words were found to be a letter; nothing was read from them.'],
      },
    )
  return ofLetter(readLetter(document), document)
}

function wordsIn({ pages }: PlainDocument): number {
  const texts = pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat())),
  )
  return texts.reduce((count, text) => count + (text.match(/\p{L}{2,}/gu)?.length ?? 0), 0)
}

function ofLetter(letter: LetterRead, document: PlainDocument): FileRead {
  const fields: Record<string, ReadField> = {}
  const questions: Question[] = []
  for (const [at, offer] of letter.offers.entries()) {
    const pathOf = (path: string): string =>
      (path.startsWith('practice/') ? path : `offers/o${at + 1}/${path}`).replaceAll('/', '.')
    for (const { path, value, clause, quantity, cost } of offer.findings)
      fields[pathOf(path)] = {
        value,
        unit: unitOf(path, value, quantity),
        ...(quantity?.kind === 'percent' ? baseOf(clause.text.slice(quantity.end)) : {}),
        sure: cost <= SURE && !offer.doubts.some((doubt) => doubt.path === path) ? 'certain' : 'probable',
        quote: clause.quote,
        place: `p. ${clause.page}`,
      }
    for (const { path, candidates, why, clause } of offer.doubts)
      questions.push({ path: pathOf(path), candidates, why, quote: clause.quote, place: `p. ${clause.page}` })
  }
  return {
    kind: 'letter',
    fields,
    questions,
    addBacks: [],
    notes: document.notes,
    struckOut: document.struckOut,
    dangers: letter.offers.flatMap(({ dangers }, at) => dangers.map((danger) => ({ offer: `o${at + 1}`, ...danger }))),
  }
}

function ofBook(book: BookRead | undefined, document: PlainDocument): FileRead {
  const fields: Record<string, ReadField> = {}
  const questions: Question[] = []
  const notes = [...document.notes]
  if (!book) {
    notes.push(
      'No list of accounts with their amounts for a period was found. Export the profit and loss, or the collections by provider, and read that.',
    )
    return { kind: 'book', fields, questions, addBacks: [], notes, struckOut: [], dangers: [] }
  }
  const put = (path: string, parts: readonly { cell: string; label: string; amount: number }[]): void => {
    if (parts.length > 0)
      fields[path] = {
        value: parts.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100,
        unit: 'usd',
        // Proved to the cent, or by a report's own total.
        sure: book.unproved === 0 ? 'certain' : 'probable',
        quote: parts.map(({ label }) => label).join(' + '),
        place: parts.map(({ cell }) => cell).join(' '),
      }
  }
  const of = (line: Line) => book.rows.filter((row) => row.line === line && row.amount !== 0)
  for (const line of COST_LINES) put(`practice.costs.${line}.amount`, of(line))
  put('practice.books.ownersPay', of('ownersPay'))
  put('x.collections', book.producers?.total && book.rows.length === 0 ? [book.producers.total] : of('income'))
  if (book.netIncome) {
    put('x.netIncome', [book.netIncome])
    put('practice.books.reportedEbitda', [
      book.netIncome,
      ...of('interest'),
      ...of('depreciation'),
      ...of('amortisation'),
    ])
  }
  if (book.producers) {
    put('practice.ownerCollections', book.producers.owner)
    put('practice.associateCollections', book.producers.associates)
    put('practice.hygieneCollections', book.producers.hygiene)
    if (book.producers.owner.length === 0)
      questions.push({
        path: 'practice.ownerCollections',
        candidates: [],
        why: 'the report does not say which provider you are',
        quote: '',
        place: '',
      })
  }
  const months = book.period?.months
  if (months !== undefined)
    fields['x.months'] = { value: months, unit: 'months', sure: 'certain', quote: book.period!.quote, place: '' }
  if (months !== 12)
    questions.push({
      path: 'x.months',
      candidates: [],
      why:
        months === undefined
          ? 'the file does not say which period it covers'
          : `the file covers ${months} months: say whether the amounts are to be scaled to a year`,
      quote: book.period?.quote ?? '',
      place: '',
    })
  for (const row of book.rows)
    if (!row.known && row.amount !== 0)
      questions.push({
        path: row.line === 'ownersPay' ? 'practice.books.ownersPay' : `practice.costs.${row.line}.amount`,
        candidates: [row.amount],
        why: `“${row.label}” is in no list of accounts: say where it belongs`,
        quote: row.label,
        place: row.cell,
      })
  if (book.unproved !== undefined && book.unproved !== 0)
    notes.push(`The rows do not add up to the net income of the file: ${book.unproved.toFixed(2)} dollars are left.`)
  notes.push(...(book.notes ?? []))
  if (book.netIncome === undefined && book.unproved === undefined && book.rows.length > 0)
    notes.push('The file states no net income, so that nothing proves that every row was counted once.')
  return {
    kind: 'book',
    fields,
    questions,
    addBacks: book.rows.flatMap(({ label, amount, cell, addBack }) =>
      addBack === undefined || amount === 0 ? [] : [{ label, amount, cell, why: addBack }],
    ),
    notes,
    struckOut: [],
    dangers: [],
    book: {
      sheet: book.sheet,
      rows: book.rows,
      netIncome: book.netIncome,
      months: book.period?.months,
      ...(book.period?.year === undefined ? {} : { year: book.period.year }),
      ...(book.period?.end === undefined ? {} : { end: book.period.end }),
      earlierYears: book.earlierYears,
      ...(book.producers ? { producers: book.producers } : {}),
      ...(book.inThousands ? { inThousands: true } : {}),
      ...(book.sources ? { sources: book.sources } : {}),
      ...(book.missing && book.missing.length > 0 ? { missing: book.missing } : {}),
    },
  }
}
