import type { PlainDocument } from '../intake/document'

/** The location of a quote in the text of a document. */
export interface Mark {
  /** Number of the page. */
  readonly page: number
  /** Index of the block on its page, from 0. */
  readonly block: number
  /** For a table: the row, from 0. */
  readonly row?: number
  /** For a paragraph: the part of its text; absent if the quote continues beyond it and all of it counts. */
  readonly range?: readonly [start: number, end: number]
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The first location of the words; undefined if the text does not contain them in one piece. */
export function markOf({ pages }: PlainDocument, place: string, words: string): Mark | undefined {
  const wanted = plain(words)
  if (wanted === '') return undefined
  const named = /^p\. (\d+)/.exec(place)?.[1]
  const first = named === undefined ? pages : pages.filter(({ number }) => number === Number(named))
  for (const exact of [true, false])
    for (const { number, blocks } of [...first, ...pages])
      for (const [block, content] of blocks.entries()) {
        const at = { page: number, block }
        if (content.kind === 'paragraph') {
          const start = content.text.indexOf(wanted)
          if (start >= 0) return { ...at, range: [start, start + wanted.length] }
          if (!exact && goesOn(plain(content.text), wanted)) return at
        } else {
          const row = content.rows.findIndex((cells) => holds(cells.map(plain), wanted, exact))
          if (row >= 0) return { ...at, row }
        }
      }
  return undefined
}

/** A paragraph that ends on one page and continues on the next. */
const goesOn = (text: string, wanted: string): boolean =>
  text.length > 20 &&
  (wanted.includes(text) || text.endsWith(wanted.slice(0, 40)) || text.includes(wanted.slice(0, 60)))

function holds(cells: readonly string[], wanted: string, exact: boolean): boolean {
  const filled = cells.slice(1).filter((cell) => cell !== '')
  if (cells.includes(wanted) || filled.join('; ').includes(wanted)) return true
  return exact ? false : cells.some((cell) => cell.length > 8 && (wanted.includes(cell) || cell.includes(wanted)))
}
