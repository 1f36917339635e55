import { isStream, streamOf, type PdfObject } from './pdf-objects'
import { flatterTags, leavesOf } from './pdf-tags'
import { shorterPages } from './pdf-text'

/** The PDF's metadata. */
export interface PdfAbout {
  readonly title: string
  readonly author: string
  readonly creator: string
}

/** Objects per object stream: a reader that wants one of them decompresses them all. */
const TOGETHER = 1000

/** Bytes of a row of the cross-reference stream: type, offset or object stream, place. */
const ROW = [1, 4, 2] as const

/**
 * Shrinks a PDF that Chromium wrote and sets its title, author and creator: text takes fewer operators, the structure
 * tree fewer objects, and small objects go into compressed object streams (PDF 1.5, ISO 32000-1 §7.5.7). What the pages
 * show and what a screen reader says stay the same. A PDF in any other form is returned as is.
 */
export async function packedPdf(pdf: Uint8Array, about: PdfAbout): Promise<Uint8Array> {
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const read = objectsOf(source)
  if (!read) return pdf
  const { objects, root, info } = read
  const text = new Map(
    objects.filter((object) => !isStream(object)).map(({ number, body }) => [number, body.toString('latin1')]),
  )
  const leaves = leavesOf(text)
  const pages = await shorterPages(objects, text, leaves)
  const tags = flatterTags(text, leaves, pages.joined)
  const kept = objects
    .filter(({ number }) => tags.get(number) !== null)
    .map(({ number, body }) => ({
      number,
      body: pages.streams.get(number) ?? body,
      written: tags.get(number) ?? text.get(number),
    }))
    .sort((a, b) => a.number - b.number)
  const numbers = newNumbers(kept)

  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\u00E2\u00E3\u00CF\u00D3\n', 'latin1')]
  let at = parts[0]!.length
  let last = Math.max(...numbers.values()) + 1
  /** Rows of the cross-reference stream: type, then offset and 0, or the number of the object stream and the place in it. */
  const rows: (readonly [number, number, number])[] = [[0, 0, 65_535]]
  const put = (number: number, body: Buffer) => {
    rows[number] = [1, at, 0]
    for (const part of [Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]) {
      parts.push(part)
      at += part.length
    }
  }

  const small: PdfObject[] = []
  const done = new Set<number>()
  for (const { number: old, body, written } of kept) {
    const number = numbers.get(old)!
    if (done.has(number)) continue
    done.add(number)
    if (written === undefined) put(number, renumberedStream(body, numbers))
    else {
      const says = old === info ? infoOf(about, written) : renumbered(written, numbers)
      small.push({ number, body: Buffer.from(says, 'latin1') })
    }
  }
  const groups = Array.from({ length: Math.ceil(small.length / TOGETHER) }, (_, i) =>
    small.slice(i * TOGETHER, (i + 1) * TOGETHER),
  )
  const streams = await Promise.all(
    groups.map(
      async (group) => await streamOf(`/Type/ObjStm/N ${group.length}/First ${places(group).length}`, together(group)),
    ),
  )
  groups.forEach((group, i) => {
    const stream = last++
    group.forEach(({ number }, place) => (rows[number] = [2, stream, place]))
    put(stream, streams[i]!)
  })
  const table = last++
  const startxref = at
  rows[table] = [1, at, 0]
  const entries = `/Type/XRef/Size ${rows.length}/W[${ROW.join(' ')}]/DecodeParms<</Predictor 12/Columns ${WIDTH}>>`
  put(table, await streamOf(`${entries}/Root ${numbers.get(root)!} 0 R/Info ${numbers.get(info)!} 0 R`, upward(rows)))
  parts.push(Buffer.from(`startxref\n${startxref}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** Numbers without gaps. Identical streams (Chromium repeats some glyphs in each font) share one. */
function newNumbers(kept: readonly (PdfObject & { readonly written: string | undefined })[]): Map<number, number> {
  const streams = new Map<string, number>()
  const numbers = new Map<number, number>()
  let next = 1
  for (const { number, body, written } of kept) {
    const same = written === undefined ? body.toString('latin1') : undefined
    const known = same === undefined ? undefined : streams.get(same)
    numbers.set(number, known ?? next++)
    if (same !== undefined && known === undefined) streams.set(same, numbers.get(number)!)
  }
  return numbers
}

/** Renumbers the references outside text strings. */
const renumbered = (body: string, numbers: ReadonlyMap<number, number>): string =>
  body.replaceAll(/\((?:[^()\\]|\\[^])*\)|(\d+) 0 R/g, (whole, number: string | undefined) =>
    number === undefined ? whole : `${numbers.get(Number(number)) ?? 0} 0 R`,
  )

function renumberedStream(body: Buffer, numbers: ReadonlyMap<number, number>): Buffer {
  const begins = body.indexOf('stream\n')
  const head = renumbered(body.subarray(0, begins).toString('latin1'), numbers)
  return Buffer.concat([Buffer.from(head, 'latin1'), body.subarray(begins)])
}

const WIDTH = ROW[0] + ROW[1] + ROW[2]

/** Each row as its difference to the one above (PNG predictor "up", ISO 32000-1 §7.4.4.4): neighbors hardly differ. */
function upward(rows: readonly (readonly [number, number, number])[]): Buffer {
  const cells = Buffer.alloc(rows.length * WIDTH)
  rows.forEach(([type, second, third], i) => {
    cells.writeUInt8(type, i * WIDTH)
    cells.writeUInt32BE(second, i * WIDTH + ROW[0])
    cells.writeUInt16BE(third, i * WIDTH + ROW[0] + ROW[1])
  })
  return Buffer.concat(
    rows.map((_, i) => {
      const row = Buffer.alloc(WIDTH + 1)
      row[0] = 2
      for (let at = 0; at < WIDTH; at++)
        row[at + 1] = cells[i * WIDTH + at]! - (i > 0 ? cells[(i - 1) * WIDTH + at]! : 0)
      return row
    }),
  )
}

/** The objects of a PDF with a single classic cross-reference table; undefined for anything else. */
function objectsOf(source: Buffer) {
  const tail = source.subarray(-2048).toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1])
  if (!(start > 0 && start < source.length)) return undefined
  const end = source.subarray(start).toString('latin1')
  const head = /^xref\n0 (\d+)\n/.exec(end)
  const trailer = end.slice(end.indexOf('trailer'))
  const [root, info] = ['Root', 'Info'].map((key) => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(trailer)?.[1]))
  if (!head || !(root! > 0) || !(info! > 0) || /\/(Prev|Encrypt)\b/.test(trailer)) return undefined
  const size = Number(head[1])
  const used = Array.from({ length: size }, (_, number) => {
    const entry = end.slice(head[0].length + number * 20, head[0].length + (number + 1) * 20)
    return { number, offset: Number(entry.slice(0, 10)), used: entry[17] === 'n' }
  })
    .filter((one) => one.used)
    .sort((a, b) => a.offset - b.offset)
  const objects: PdfObject[] = []
  for (const [i, { number, offset }] of used.entries()) {
    const whole = source.subarray(offset, used[i + 1]?.offset ?? start)
    const opening = `${number} 0 obj\n`
    const closing = whole.lastIndexOf('endobj')
    if (whole.subarray(0, opening.length).toString('latin1') !== opening || closing < 0) return undefined
    let to = closing
    while (whole[to - 1] === 0x0a || whole[to - 1] === 0x0d) to--
    objects.push({ number, body: whole.subarray(opening.length, to) })
  }
  return { objects, root: root!, info: info! }
}

/** Where each object begins, before the objects themselves. */
function places(group: readonly PdfObject[]): string {
  let at = 0
  return group
    .map(({ number, body }) => {
      const place = `${number} ${at} `
      at += body.length + 1
      return place
    })
    .join('')
}

const together = (group: readonly PdfObject[]): Buffer =>
  Buffer.concat([Buffer.from(places(group)), ...group.flatMap(({ body }) => [body, Buffer.from('\n')])])

/** Keeps the producer and the date. */
function infoOf({ title, author, creator }: PdfAbout, old: string): string {
  const kept = ['Producer', 'CreationDate', 'ModDate'].map(
    (key) => new RegExp(`/${key} \\((?:[^()\\\\]|\\\\.)*\\)`, 's').exec(old)?.[0] ?? '',
  )
  return `<</Title ${text(title)}/Author ${text(author)}/Creator ${text(creator)}${kept.join('')}>>`
}

/** A text string in UTF-16, which needs no escapes. */
const text = (value: string): string => `<FEFF${Buffer.from(value, 'utf16le').swap16().toString('hex').toUpperCase()}>`
