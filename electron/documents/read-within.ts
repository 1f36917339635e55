import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const MB = 1e6
const CHUNK = 64 * 1024

/** A file over the size limit; `found` says how large: "35 MB", "more than 20 MB". */
export class TooLarge extends Error {
  constructor(readonly found: string) {
    super(`the file has ${found}`)
  }
}

/**
 * The bytes of a file. A pipe or device has no known size and may never end, so no more is read than the limit.
 * @param limit in bytes
 * @throws TooLarge; errors of opening and reading
 */
export function readWithin(path: string, limit: number): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const found = fstatSync(file)
    if (found.isFile() && found.size > limit) throw new TooLarge(`${Math.ceil(found.size / MB)} MB`)
    const parts: Uint8Array[] = []
    let length = 0
    for (;;) {
      const part = new Uint8Array(CHUNK)
      const read = readSync(file, part)
      if (read === 0) break
      length += read
      if (length > limit) throw new TooLarge(`more than ${Math.floor(limit / MB)} MB`)
      parts.push(part.subarray(0, read))
    }
    return Buffer.concat(parts, length)
  } finally {
    closeSync(file)
  }
}
