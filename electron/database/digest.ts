import { createHash, hash } from 'node:crypto'

/**
 * SHA-256 over the columns of a row, as they are stored, in hexadecimal. It is written in the same transaction as the row
 * and compared when the row is read: otherwise a bit flipped on the disk would silently change a figure.
 * JSON keeps the columns apart and tells NULL from an empty text.
 *
 * SQLite stores text as UTF-8, in which half an emoji cannot be written: what is read back is U+FFFD in its place. The
 * digest is over that, or a case whose name was cut in the middle of a character would be saved and never open again.
 */
export const digestOf = (columns: readonly unknown[]): string =>
  hash('sha256', JSON.stringify(asStored(columns)), 'hex')

/** The last columns of a row as they enter its digest: the long ones, which can be serialized in advance. */
export const tailOf = (columns: readonly unknown[]): Buffer =>
  Buffer.from(`,${JSON.stringify(asStored(columns)).slice(1)}`)

/** The same as `digestOf` over all columns. */
export const digestWith = (first: readonly unknown[], tail: Buffer): string =>
  createHash('sha256')
    .update(JSON.stringify(asStored(first)).slice(0, -1))
    .update(tail)
    .digest('hex')

const asStored = (column: unknown): unknown =>
  typeof column === 'string' ? column.toWellFormed() : Array.isArray(column) ? column.map(asStored) : column
