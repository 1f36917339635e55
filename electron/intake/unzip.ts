import { inflateRawSync } from 'node:zlib'

import { LIMITS } from './limits'
import { Unreadable } from './unreadable'

const DAMAGED =
  'The file is damaged or cut off; nothing was read. Ask for it again, or save it anew in the program it came from.'

/**
 * The entries of a ZIP archive that `wanted` selects, as text. Entries are located by the central directory;
 * decompression stops at the limit whatever the directory claims, so that a small file cannot expand to gigabytes.
 * @throws Unreadable
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > LIMITS.entries)
    throw new Unreadable(
      `The file holds ${count} parts and the limit is ${LIMITS.entries}; nothing was read. Save the text alone and read that.`,
    )
  const files = new Map<string, string>()
  let at = view.getUint32(end + 16, true)
  let left: number = LIMITS.unpackedBytes
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new Unreadable(DAMAGED)
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1
    const method = view.getUint16(at + 10, true)
    const packed = view.getUint32(at + 20, true)
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const header = view.getUint32(at + 42, true)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (!wanted(name)) continue
    if (encrypted)
      throw new Unreadable(
        'The file is protected by a password; nothing was read. Save a copy without the password and read that.',
      )
    if (header + 30 > bytes.length) throw new Unreadable(DAMAGED)
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
    const content = unpack(bytes.subarray(from, from + packed), method, left)
    left -= content.length
    files.set(name, new TextDecoder().decode(content))
  }
  return files
}

/** Where the end-of-central-directory record starts: the last 64 kB may contain a comment. */
function directoryEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw new Unreadable(DAMAGED)
}

function unpack(packed: Uint8Array, method: number, most: number): Uint8Array {
  const tooMuch = (): never => {
    throw new Unreadable(
      `The file unfolds to more than ${LIMITS.unpackedBytes / 1024 / 1024} MB, which no letter or ledger does; nothing was read. Save the text alone and read that.`,
    )
  }
  if (method === 0) return packed.length > most ? tooMuch() : packed
  if (method !== 8) throw new Unreadable(DAMAGED)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') return tooMuch()
    throw new Unreadable(DAMAGED, { cause: error })
  }
}
