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

/** Without blanks: a PDF cuts words and lines where it likes. */
const bare = (text: string): string => text.replace(/\s+/g, '')

/**
 * Which pieces of a page's text the words stand on, for a mark on the picture of the page. Words that go over to another
 * page are found by their beginning or end; cells of a table one by one. Empty where the page does not have them.
 */
export function piecesOf(texts: readonly string[], words: string): number[] {
  const whole = bare(texts.join(''))
  const starts: number[] = []
  let length = 0
  for (const text of texts) {
    starts.push(length)
    length += bare(text).length
  }
  const on = (wanted: string): number[] => {
    const from = wanted === '' ? -1 : whole.indexOf(wanted)
    if (from < 0) return []
    return starts.flatMap((start, at) =>
      start < from + wanted.length && start + bare(texts[at]!).length > from ? [at] : [],
    )
  }
  const exact = on(bare(words))
  if (exact.length > 0) return exact
  const cells = words.split('; ').map(bare)
  const parts = cells.every((cell) => on(cell).length > 0) ? cells : [bare(words).slice(0, 40), bare(words).slice(-40)]
  return [...new Set(parts.flatMap(on))].sort((a, b) => a - b)
}
