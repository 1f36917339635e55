/**
 * A file's content without its format: paragraphs, tables and sheets, each with its location. Plain text only, to be
 * displayed as text.
 */
export interface PlainDocument {
  readonly pages: readonly Page[]
  /** Rows and columns, where the file is a table by itself or can be read as one. */
  readonly sheets: readonly Sheet[]
  /** Text that somebody struck out in the word processor and that was left aside. */
  readonly struckOut: readonly string[]
  /** Sentences for the reader: unaccepted changes, a quoted reply that was left aside. */
  readonly notes: readonly string[]
}

/** Bytes of a letter or a book, whatever its format. */
export const LARGEST_DOCUMENT = 20_000_000

/** Extensions of files offered as letters or books; the actual format is detected from the bytes. */
export const DOCUMENT_ENDINGS = ['.pdf', '.docx', '.eml', '.txt', '.csv', '.tsv', '.xlsx'] as const

export interface Page {
  /** From 1. A word processor's file knows no pages: then everything is on page 1. */
  readonly number: number
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly heading?: boolean }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

export interface Sheet {
  readonly name: string
  readonly rows: readonly Row[]
}

export interface Row {
  /** Number of the row as a spreadsheet shows it, from 1. */
  readonly number: number
  readonly cells: readonly Cell[]
}

export interface Cell {
  /** Column, from 0. */
  readonly column: number
  readonly text: string
  /** Its column in the file, where it was put into another one. */
  readonly from?: number
  /** Where the file itself holds a number, not text that looks like one. */
  readonly number?: number
}

/** "B7": the name of a cell as a spreadsheet shows it. Columns count from 0. */
export function cellName(column: number, row: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}
