import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'

/** An object of a PDF by its number, without the words around it. */
export interface PdfObject {
  readonly number: number
  readonly body: Buffer
}

/** The number in `/Key 12 0 R`, of the first such key. */
export function referenceTo(key: string, text: string): number | undefined {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(text)
  return found ? Number(found[1]) : undefined
}

export const isStream = ({ body }: PdfObject): boolean => body.subarray(-9).toString('latin1') === 'endstream'

const HEAD = /^<<\/Filter \/FlateDecode\n\/Length (\d+)>> stream\n/

/** What a stream without other entries holds, unpacked; undefined of another one. */
export async function contentOf({ body }: PdfObject): Promise<Buffer | undefined> {
  const head = HEAD.exec(body.subarray(0, 100).toString('latin1'))
  if (!head) return undefined
  return await promisify(inflate)(body.subarray(head[0].length, head[0].length + Number(head[1])))
}

/** A stream with this content, packed as small as it gets. @param entries of its dictionary beside filter and length */
export async function streamOf(entries: string, content: Buffer): Promise<Buffer> {
  const packed = await promisify(deflate)(content, { level: 9 })
  return Buffer.concat([
    Buffer.from(`<<${entries}/Filter/FlateDecode/Length ${packed.length}>>stream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])
}
