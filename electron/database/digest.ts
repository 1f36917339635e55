import { hash } from 'node:crypto'

/**
 * SHA-256 over the columns of a row, as they are stored, in hexadecimal. It is written in the same transaction as the row
 * and compared when the row is read: a flipped bit on the disk would otherwise be another figure.
 * JSON keeps the columns apart and tells NULL from an empty text.
 */
export const digestOf = (columns: readonly unknown[]): string => hash('sha256', JSON.stringify(columns), 'hex')
