/* A ten-page letter and a year's books, from bytes to values, with the libraries already loaded. */
import { readFileSync } from 'node:fs'

import { readDocument } from '../../electron/intake/read-document'
import { readFile } from '../../shared/intake/read'
import { median, report } from './bench'

// Vitest starts benchmarks in the root folder of the checkout.
const fixture = (path: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/intake/${path}`))

async function figure(name: string, bytes: Uint8Array, file: string, bound: number) {
  const times: number[] = []
  for (let run = 0; run < 6; run++) {
    const start = performance.now()
    readFile(await readDocument(bytes.slice(), file))
    // The first run loads the library.
    if (run > 0) times.push(performance.now() - start)
  }
  return { name, value: median(times), unit: 'ms' as const, bound }
}

const letter = new TextDecoder().decode(fixture('own/letters/m01-attorney-exhibit.txt'))
const pages = new TextEncoder().encode(Array.from({ length: 6 }, () => letter).join('\f'))
const ok = report('Reading documents', [
  await figure('a letter of ten pages, text', pages, 'letter.txt', 1000),
  await figure(
    'a term sheet of two pages, PDF',
    fixture('corpus/letters/l03-term-sheet-table.pdf'),
    'letter.pdf',
    1000,
  ),
  await figure('a letter, DOCX', fixture('corpus/letters/l01-formal-numbered.docx'), 'letter.docx', 1000),
  await figure('books of twelve months, XLSX', fixture('corpus/books/b02-qbo-months.xlsx'), 'books.xlsx', 1000),
])
process.exitCode = ok ? 0 : 1
