import { numberedContents } from './pdf-contents'
import { contentKey, type Leaf } from './pdf-tags'
import { contentOf, isStream, referenceTo, streamOf, type PdfObject } from './pdf-objects'

/** Advance widths of a font's glyphs, in thousandths of its size. */
export interface GlyphWidths {
  readonly widths: ReadonlyMap<number, number>
  /** That of every glyph without its own. */
  readonly otherwise: number
}

/**
 * Pages written shorter: the streams by their numbers, and the keys of marked content that became part of the one before.
 * @param text of an object that is not a stream, by its number
 */
export async function shorterPages(
  objects: readonly PdfObject[],
  text: ReadonlyMap<number, string>,
  leaves: ReadonlyMap<number, Leaf>,
): Promise<{ streams: Map<number, Buffer>; joined: Set<string> }> {
  const byNumber = new Map(objects.map((object) => [object.number, object]))
  const owners = new Map([...leaves.values()].map((leaf) => [contentKey(leaf), leaf]))
  const fontOf = remembered((number) => widthsOf(number, text))
  const streams = new Map<number, Buffer>()
  const joined = new Set<string>()
  await Promise.all(
    [...text].map(async ([number, page]) => {
      if (!page.startsWith('<</Type /Page\n')) return
      const stream = byNumber.get(referenceTo('Contents', page) ?? 0)
      const content = stream && (await contentOf(stream))
      if (!content) return
      const named = /\/Font <<([^>]*)>>/.exec(page)?.[1] ?? ''
      const fonts = new Map(
        [...named.matchAll(/\/(\S+) (\d+) 0 R/g)].flatMap(([, name, font]) => {
          const widths = fontOf(Number(font))
          return widths ? [[name!, { number: Number(font), widths }] as const] : []
        }),
      )
      const numbered = await numberedContents(content.toString('latin1'), number, fonts, byNumber, text)
      const whole = joinedContent(numbered, String(number), owners, joined)
      const written = inFewerRules(shorterPaths(shorterText(whole, fonts)))
      streams.set(stream.number, await streamOf('', Buffer.from(written, 'latin1')))
    }),
  )
  await Promise.all(
    objects.map(async (object) => {
      const glyph = streams.has(object.number) ? undefined : await drawnGlyph(object)
      if (glyph !== undefined) streams.set(object.number, await streamOf('', Buffer.from(glyph, 'latin1')))
    }),
  )
  return { streams, joined }
}

/** The outline of a glyph that Chromium draws instead of embedding its font, in whole units, of which its size has 2,048. */
async function drawnGlyph(object: PdfObject): Promise<string | undefined> {
  const content = isStream(object) ? (await contentOf(object))?.toString('latin1') : undefined
  if (content === undefined || !/^[-\d. ]+ d1\n/.test(content)) return undefined
  return content.replaceAll(PATH, (numbers) =>
    numbers.replaceAll(/\S*\.\S+/g, (number) => String(Math.round(Number(number)))),
  )
}

/** Pieces of one element that follow each other are one piece. @param joined takes the keys of those that are no more */
function joinedContent(content: string, page: string, owners: ReadonlyMap<string, Leaf>, joined: Set<string>): string {
  let last: Leaf | undefined
  return content.replaceAll(
    /(EMC\n)?\/\w+ <<\/MCID (\d+) >>BDC\n/g,
    (whole, follows: string | undefined, mark: string) => {
      const before = last
      last = owners.get(contentKey({ page, content: mark }))
      if (!follows || !last || last.parent !== before?.parent || last.place !== before.place + 1) return whole
      joined.add(contentKey(last))
      return ''
    },
  )
}

/** Rules that continue each other, such as those below the cells of a row, as one. */
const inFewerRules = (content: string): string =>
  content.replaceAll(/(?:^[-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+ re\nf\n){2,}/gm, (rules) => {
    const found: number[][] = []
    for (const rule of rules.split('\n')) {
      if (!rule.endsWith('re')) continue
      const [x, y, width, height] = rule.split(' ').map(Number) as [number, number, number, number]
      const before = found.at(-1)
      if (before && before[1] === y && before[3] === height && before[0]! + before[2]! === x) before[2]! += width
      else found.push([x, y, width, height])
    }
    return found.map((rule) => `${rule.join(' ')} re\nf\n`).join('')
  })

function remembered<Value>(find: (number: number) => Value): (number: number) => Value {
  const found = new Map<number, Value>()
  return (number) => {
    if (!found.has(number)) found.set(number, find(number))
    return found.get(number)!
  }
}

/** The widths of a composite font (ISO 32000-1 §9.7.4.3); undefined for another one. */
function widthsOf(number: number, text: ReadonlyMap<number, string>): GlyphWidths | undefined {
  const font = text.get(number) ?? ''
  const descendant = text.get(Number(/\/DescendantFonts \[(\d+) 0 R\]/.exec(font)?.[1])) ?? ''
  const [list, otherwise] = [/\/W \[([^\]]*(?:\][^\]/]*)*)\]\n/, /\/DW ([\d.]+)/].map(
    (form) => form.exec(descendant)?.[1],
  )
  if (!font.includes('/Identity-H') || list === undefined || otherwise === undefined) return undefined
  const widths = new Map<number, number>()
  // "first [width width …]" or "first last width"
  for (const [, first, each, last, width] of list.matchAll(/(\d+) (?:\[([^\]]*)\]|(\d+) ([\d.]+))/g)) {
    if (each !== undefined) each.split(' ').forEach((one, i) => widths.set(Number(first) + i, Number(one)))
    else for (let glyph = Number(first); glyph <= Number(last); glyph++) widths.set(glyph, Number(width))
  }
  return { widths, otherwise: Number(otherwise) }
}

/** Shifts of glyphs are multiples of this, in thousandths of the font's size: no glyph is off by more than half of it. */
const SHIFT = 4

/** One run of text as Chromium writes it: a font with its size, where it begins, then each glyph with its own shift. */
const RUN = /BT\n\/(F\d+) ([\d.]+) Tf\n([^\n]+ Tm)\n(<[0-9A-F]+> Tj(?:\n-?[\d.]+ 0 Td <[0-9A-F]+> Tj)*)\nET/g

const GLYPHS = /(?:(-?[\d.]+) 0 Td )?<([0-9A-F]+)> Tj/g

/**
 * The content of a page with each run of text as one operator (TJ, ISO 32000-1 §9.4.3): Chromium places every glyph by
 * itself, most of them where the font's widths put them anyway. No glyph moves by more than two thousandths of its size.
 * A run of another form, or in a font that is not given, stays as it is.
 */
const shorterText = (content: string, fonts: ReadonlyMap<string, { readonly widths: GlyphWidths }>): string =>
  content.replaceAll(RUN, (run: string, name: string, size: string, begins: string, glyphs: string) => {
    const font = fonts.get(name)?.widths
    return font
      ? `BT\n/${name} ${size} Tf\n${begins.replace(PLACE, shortened)}\n${inOne(glyphs, font, Number(size))}\nET`
      : run
  })

/** The last two numbers of a text matrix, and the numbers of a path. */
const PLACE = /\S+ \S+(?= Tm)/
const PATH = /^[-\d. ]+(?= (?:[mlc]|re)$)/gm

/** A hundredth of a pixel is a ten-thousandth of an inch; Chromium writes eight places. */
const shortened = (numbers: string): string =>
  numbers.replaceAll(/-?\d*\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))

const shorterPaths = (content: string): string => content.replaceAll(PATH, shortened)

function inOne(glyphs: string, { widths, otherwise }: GlyphWidths, size: number): string {
  let text = '[<'
  /** Where a glyph belongs, and where the viewer stands, from the beginning of the run. */
  let [wanted, at] = [0, 0]
  for (const [, shift, codes] of glyphs.matchAll(GLYPHS)) {
    if (shift !== undefined) wanted += Number(shift)
    const back = Math.round(((at - wanted) / size) * (1000 / SHIFT)) * SHIFT
    if (back !== 0) {
      text += `>${back}<`
      at -= (back / 1000) * size
    }
    text += codes
    for (let i = 0; i < codes!.length; i += 4)
      at += ((widths.get(Number.parseInt(codes!.slice(i, i + 4), 16)) ?? otherwise) / 1000) * size
  }
  return `${text}>]TJ`
}
