import { promisify } from 'node:util'
import { deflate } from 'node:zlib'

const deflated = promisify(deflate)

/** The PDF's metadata. */
export interface PdfAbout {
  readonly title: string
  readonly author: string
  readonly creator: string
}

/** Objects per object stream: a reader that wants one of them decompresses them all. */
const TOGETHER = 200

interface Found {
  readonly number: number
  readonly body: Buffer
}

/**
 * Packs the many small objects of a Chromium PDF into compressed object streams (PDF 1.5, ISO 32000-1 §7.5.7) and sets
 * its title, author and creator: uncompressed objects are four fifths of a tagged PDF. Page content is unchanged. A PDF
 * in any other form is returned as is.
 */
export async function packedPdf(pdf: Uint8Array, about: PdfAbout): Promise<Uint8Array> {
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const read = objectsOf(source)
  if (!read) return pdf
  const { objects, size, root, info } = read
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\u00E2\u00E3\u00CF\u00D3\n', 'latin1')]
  let at = parts[0]!.length
  let last = size
  /** Rows of the cross-reference stream: type, then offset and 0, or the object stream's number and the index in it. */
  const rows: [number, number, number][] = Array.from({ length: size }, () => [0, 0, 65_535])
  const put = (number: number, ...content: Buffer[]) => {
    rows[number] = [1, at, 0]
    for (const part of [Buffer.from(`${number} 0 obj\n`), ...content, Buffer.from('\nendobj\n')]) {
      parts.push(part)
      at += part.length
    }
  }
  const putStream = (number: number, entries: string, content: Buffer) =>
    put(
      number,
      Buffer.from(`<<${entries}/Filter/FlateDecode/Length ${content.length}>>stream\n`),
      content,
      Buffer.from('\nendstream'),
    )

  const small: Found[] = []
  for (const found of objects) {
    if (found.number === info) small.push({ ...found, body: Buffer.from(infoOf(about, found.body.toString('latin1'))) })
    else if (found.body.subarray(-9).toString('latin1') === 'endstream') put(found.number, found.body)
    else small.push(found)
  }
  const groups = Array.from({ length: Math.ceil(small.length / TOGETHER) }, (_, i) =>
    small.slice(i * TOGETHER, (i + 1) * TOGETHER),
  )
  const contents = await Promise.all(groups.map(async (group) => await deflated(together(group))))
  groups.forEach((group, i) => {
    const stream = last++
    group.forEach(({ number }, place) => (rows[number] = [2, stream, place]))
    putStream(stream, `/Type/ObjStm/N ${group.length}/First ${places(group).length}`, contents[i]!)
  })
  const table = last++
  const startxref = at
  rows[table] = [1, at, 0]
  const cells = Buffer.alloc(rows.length * 7)
  rows.forEach(([type, second, third], i) => {
    cells.writeUInt8(type, i * 7)
    cells.writeUInt32BE(second, i * 7 + 1)
    cells.writeUInt16BE(third, i * 7 + 5)
  })
  putStream(table, `/Type/XRef/Size ${rows.length}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R`, await deflated(cells))
  parts.push(Buffer.from(`startxref\n${startxref}\n%%EOF\n`))
  return Buffer.concat(parts)
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
  const objects: Found[] = []
  for (const [i, { number, offset }] of used.entries()) {
    const whole = source.subarray(offset, used[i + 1]?.offset ?? start)
    const opening = `${number} 0 obj\n`
    const closing = whole.lastIndexOf('endobj')
    if (whole.subarray(0, opening.length).toString('latin1') !== opening || closing < 0) return undefined
    let to = closing
    while (whole[to - 1] === 0x0a || whole[to - 1] === 0x0d) to--
    objects.push({ number, body: whole.subarray(opening.length, to) })
  }
  return { objects, size, root: root!, info: info! }
}

/** Where each object begins, before the objects themselves. */
function places(group: readonly Found[]): string {
  let at = 0
  return group
    .map(({ number, body }) => {
      const place = `${number} ${at} `
      at += body.length + 1
      return place
    })
    .join('')
}

const together = (group: readonly Found[]): Buffer =>
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
