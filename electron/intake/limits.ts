import { LARGEST_DOCUMENT } from '../../shared/intake/document'

/**
 * Limits of a document. A letter or a year's books is far below them; anything above is something else, or an attack.
 */
export const LIMITS = {
  bytes: LARGEST_DOCUMENT,
  /** The uncompressed size of a packed file. */
  unpackedBytes: 60 * 1024 * 1024,
  entries: 2_000,
  pages: 200,
  characters: 2_000_000,
  rows: 20_000,
  columns: 200,
  milliseconds: 30_000,
} as const

/** @param found the document's size: "35 MB" */
export const tooLarge = (found: string): string =>
  `The file has ${found} and the limit is ${LIMITS.bytes / 1e6} MB; nothing was read. Save it without pictures, or the pages with the terms alone.`
