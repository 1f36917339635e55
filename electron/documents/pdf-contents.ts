import { contentOf, referenceTo, type PdfObject } from './pdf-objects'
import type { GlyphWidths } from './pdf-text'

/** The fewest pages of a report with contents. */
const WORTH_CONTENTS = 8

/** Whether a PDF that Chromium wrote has too few pages for contents; false for one in another form. */
export function isShort(pdf: Uint8Array): boolean {
  const pages = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
    .toString('latin1')
    .match(/\/Type \/Page\n/g)
  return pages !== null && pages.length < WORTH_CONTENTS
}

/** Two figure spaces, as Chromium writes them: the place of a page number in the contents (`renderer/report/Contents.tsx`). */
const PLACE =
  /BT\n\/Span<<\/ActualText <FEFF2007> >> BDC\n(\/(F\d+) ([\d.]+) Tf\n[^\n]+ Tm)\n<[0-9A-F]+> Tj\nEMC\n\/Span<<\/ActualText <FEFF2007> >> BDC\n[-\d.]+ 0 Td <[0-9A-F]+> Tj\nEMC\nET/g

/**
 * The content of page one with the page number of each chapter in its place. Chromium knows the pages only once it has
 * printed them, and a second printing would take as long as the first.
 * If a place or a digit is missing, all places stay empty: no number rather than a wrong one.
 * @param fonts of the page, by name: the object's number and the widths of its glyphs
 * @param text of an object that is not a stream, by its number
 */
export async function numberedContents(
  content: string,
  page: number,
  fonts: ReadonlyMap<string, { readonly number: number; readonly widths: GlyphWidths }>,
  objects: ReadonlyMap<number, PdfObject>,
  text: ReadonlyMap<number, string>,
): Promise<string> {
  const places = [...content.matchAll(PLACE)]
  if (places.length === 0) return content
  const pages = pagesOf(text)
  const chapters = chaptersOf(text).map((chapter) => pages.indexOf(chapter) + 1)
  const named = [...new Set(places.map(([, , font]) => font!))]
  const digits = new Map(
    await Promise.all(
      named.map(async (font) => [font, await digitsOf(fonts.get(font)?.number, objects, text)] as const),
    ),
  )
  const complete = chapters.every((number) => number > 0) && [...digits.values()].every(({ size }) => size === 10)
  if (pages[0] !== page || places.length !== chapters.length || !complete) return content
  let next = 0
  return content.replaceAll(PLACE, (_, begins: string, font: string, size: string) => {
    const { widths, otherwise } = fonts.get(font)!.widths
    let shift = ''
    const glyphs = [...String(chapters[next++]!)].map((digit) => {
      const glyph = digits.get(font)!.get(digit)!
      const shown = `${shift}<${glyph.toString(16).toUpperCase().padStart(4, '0')}> Tj`
      shift = `${(((widths.get(glyph) ?? otherwise) / 1000) * Number(size)).toFixed(5)} 0 Td `
      return shown
    })
    return `BT\n${begins}\n${glyphs.join('\n')}\nET`
  })
}

/** The objects of the pages in their order. */
function pagesOf(text: ReadonlyMap<number, string>): number[] {
  const root = [...text].find(([, body]) => body.startsWith('<</Type /Pages\n') && !body.includes('/Parent '))
  const below = (number: number): number[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(text.get(number) ?? '')?.[1]
    return kids === undefined ? [number] : (kids.match(/\d+(?= 0 R)/g) ?? []).flatMap((kid) => below(Number(kid)))
  }
  return root ? below(root[0]) : []
}

/** The pages on which the chapters begin, as objects, in the order of the chapters. */
function chaptersOf(text: ReadonlyMap<number, string>): number[] {
  const catalog = [...text.values()].find((body) => body.startsWith('<</Type /Catalog\n')) ?? ''
  const targets = text.get(referenceTo('Dests', catalog) ?? 0) ?? ''
  return [...targets.matchAll(/\/chapter-(\d+) \[(\d+) 0 R/g)]
    .map(([, chapter, page]) => ({ chapter: Number(chapter), page: Number(page) }))
    .sort((a, b) => a.chapter - b.chapter)
    .map(({ page }) => page)
}

/** The glyphs of the digits that a font holds (ISO 32000-1 §9.10.3). */
async function digitsOf(
  font: number | undefined,
  objects: ReadonlyMap<number, PdfObject>,
  text: ReadonlyMap<number, string>,
): Promise<Map<string, number>> {
  const map = objects.get(referenceTo('ToUnicode', text.get(font ?? 0) ?? '') ?? 0)
  const says = (map && (await contentOf(map)))?.toString('latin1') ?? ''
  const digits = new Map<string, number>()
  // "first last character of the first", or "glyph character"
  for (const [, first, second, third] of says.matchAll(/^<(\w{4})> <(\w{4})>(?: <(\w{4})>)?$/gm)) {
    const [from, to] = [Number.parseInt(first!, 16), Number.parseInt(third === undefined ? first! : second!, 16)]
    const letter = Number.parseInt(third ?? second!, 16)
    for (let glyph = from; glyph <= to; glyph++) {
      const character = String.fromCharCode(letter + glyph - from)
      if (/\d/.test(character)) digits.set(character, glyph)
    }
  }
  return digits
}
