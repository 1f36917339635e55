import { blocksOf, rowsOfLines } from '../../shared/intake/layout'
import type { Line, Segment } from '../../shared/intake/page-line'
import type { Page, PlainDocument } from '../../shared/intake/document'
import { LIMITS } from './limits'
import { Unreadable } from './unreadable'

/** Width of a space in ordinary type, in points. */
const BLANK = 3

interface Piece {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly size: number
  readonly text: string
}

/**
 * The text of a PDF by position on the page. Nothing in it is executed: no scripts, font programs or links.
 * @throws Unreadable
 */
export async function readPdf(bytes: Uint8Array): Promise<PlainDocument> {
  // Loaded on demand only: it would add a second to every start.
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // pdf.js would load its worker from a separate file; this code already runs in a worker, with both in the bundle.
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') })
  const task = pdfjs.getDocument({
    data: bytes,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
    enableXfa: false,
  })
  try {
    const document = await task.promise
    if (document.numPages > LIMITS.pages)
      throw new Unreadable(
        `The file has ${document.numPages} pages and the limit is ${LIMITS.pages}; nothing was read. Save the pages with the terms as a file of their own.`,
      )
    const pages: Page[] = []
    const all: Line[] = []
    let pictures = false
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const pieces = items.flatMap((item): Piece[] => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , , left, bottom] = item.transform as number[]
        return [{ left: left!, right: left! + item.width, top: -bottom!, size: item.height || 10, text: item.str }]
      })
      const lines = linesOf(pieces)
      all.push(...lines)
      if (lines.length === 0) {
        const { fnArray } = await page.getOperatorList()
        pictures ||= fnArray.some(
          (operation) => operation === pdfjs.OPS.paintImageXObject || operation === pdfjs.OPS.paintInlineImageXObject,
        )
      }
      pages.push({ number, blocks: blocksOf(lines, 4) })
      page.cleanup()
    }
    if (pages.every(({ blocks }) => blocks.length === 0))
      throw new Unreadable(
        pictures
          ? 'The file holds only pictures of pages, no text; nothing was read. Ask the sender for the original file, or type the terms in.'
          : 'The file has a page but no text; nothing was read. Check that it is the right file.',
      )
    return {
      pages,
      sheets: [
        {
          name: '',
          rows: rowsOfLines(
            all.map(({ segments }) => segments),
            BLANK,
          ),
        },
      ],
      struckOut: [],
      notes: [],
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    if (error instanceof Error && error.name === 'PasswordException')
      throw new Unreadable(
        'The file is protected by a password; nothing was read. Save a copy without the password and read that.',
        { cause: error },
      )
    throw new Unreadable('The file is damaged or cut off, or no PDF; nothing was read. Ask for it again.', {
      cause: error,
    })
  } finally {
    await task.destroy()
  }
}

/** Lines from text runs: those at the same height, with a gap where a column ends. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const row = rows.at(-1)
    if (row && Math.abs(row[0]!.top - piece.top) <= piece.size * 0.4) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    const segments: Segment[] = []
    for (const piece of [...row].sort((a, b) => a.left - b.left)) {
      const last = segments.at(-1)
      const gap = last ? piece.left - last.right : Infinity
      if (last && gap < piece.size * 1.1)
        segments[segments.length - 1] = {
          left: last.left,
          right: piece.right,
          text: `${last.text}${gap > piece.size * 0.15 ? ' ' : ''}${piece.text}`.replace(/\s+/g, ' '),
        }
      else segments.push({ left: piece.left, right: piece.right, text: piece.text.trim() })
    }
    return { top: row[0]!.top, segments }
  })
}
