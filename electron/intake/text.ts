import type { PlainDocument } from '../../shared/intake/document'
import { blocksOf, rowsOfLines, segmentsOfText } from '../../shared/intake/layout'
import type { Segment } from '../../shared/intake/page-line'
import { readDelimited } from '../../shared/intake/books/delimited'
import { LIMITS } from './limits'
import { newestMessage } from './quoted'
import { Unreadable } from './unreadable'

/** Text in any of the usual encodings: UTF-8, UTF-16 with a byte order mark, otherwise Windows-1252. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // UTF-16 without a mark: every second byte of English text is zero.
  const sample = bytes.subarray(0, 2_000)
  const zeros = [0, 1].map((from) => sample.filter((byte, at) => at % 2 === from && byte === 0).length)
  if (zeros[1]! > sample.length * 0.3) return new TextDecoder('utf-16le').decode(bytes)
  if (zeros[0]! > sample.length * 0.3) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Plain text as a letter and, if it is one, as a table. @throws Unreadable */
export function readText(bytes: Uint8Array): PlainDocument {
  const text = decode(bytes)
  const { own, note } = newestMessage(text)
  return note === undefined ? documentOfText(text) : documentOfText(own, [note])
}

/** "[-old-] {+new+}": a comparison of two drafts as programs mark it. What was taken out is listed, not read. */
function withoutDeleted(text: string): { text: string; struckOut: string[] } {
  const deleted = [...text.matchAll(/\[-([^[\]]{1,400}?)-\]/g)]
  if (deleted.length < 2 || !/\{\+[^{}]{1,400}?\+\}/.test(text)) return { text, struckOut: [] }
  return {
    // What is left of a paragraph's lines is put together again: they end anywhere.
    text: text
      .replace(/\[-[^[\]]{1,400}?-\]/g, '')
      .replace(/\{\+([^{}]*?)\+\}/g, '$1')
      .replace(/(\S)[ \t]*\n[ \t]*(?=\S)/g, '$1 '),
    struckOut: deleted.map(([, words]) => words!.replace(/\s+/g, ' ').trim()),
  }
}

/** The line that a fax machine prints on top of each page. */
const FAXED = /^[^\n]*\d{1,2}:\d{2}[^\n]*\b(?:FROM|TO)\b[^\n]*\bP(?:AGE)?\.?\s?\d{1,3}(?:\s?\/\s?\d{1,3})?[ \t]*$/gim

/** @throws Unreadable if it is too long, empty, or no text */
export function checkText(text: string): void {
  if (text.length > LIMITS.characters)
    throw new Unreadable(
      `The file has ${text.length} characters and the limit is ${LIMITS.characters}; nothing was read. Save the part with the terms alone.`,
    )
  if (text.trim() === '') throw new Unreadable('The file is empty; nothing was read. Check that it is the right file.')
  // eslint-disable-next-line no-control-regex -- bytes below the blank are what a text does not have
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  if (strange > Math.max(3, text.length * 0.01))
    throw new Unreadable(
      'The file is not text, or it is damaged; nothing was read. Give a PDF, a Word document, a mail, plain text, CSV or XLSX.',
    )
}

export function documentOfText(given: string, notes: readonly string[] = []): PlainDocument {
  checkText(given)
  const { text: kept, struckOut } = withoutDeleted(given)
  const text = kept.replace(FAXED, '\f').replace(/^\s*\f/, '')
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const filled = lines.filter((line) => line.trim() !== '')
  const delimited = text.includes('\t') || filled.filter((line) => line.includes('|')).length > filled.length * 0.6
  return {
    pages: text.split('\f').map((page, at) => ({
      number: at + 1,
      blocks: blocksOf(
        page.split(/\r\n?|\n/).map((line, top) => ({ top, segments: segmentsOfText(line) })),
        1,
        oneLineEach(page) ? 1 : undefined,
      ),
    })),
    sheets: [
      {
        name: '',
        rows: delimited ? readDelimited(text) : rowsOfLines(lines.map(isList(filled) ? entryOf : segmentsOfText), 1),
      },
    ],
    struckOut,
    notes,
  }
}

/** Blank lines part all lines, and most end a sentence: each is a paragraph, as mail programs write it. */
function oneLineEach(page: string): boolean {
  const lines = page.split(/\r\n?|\n/).map((line) => line.trim())
  const filled = lines.filter((line) => line !== '')
  const followed = lines.filter((line, at) => line !== '' && (lines[at + 1] ?? '') !== '').length
  const ended = filled.filter((line) => /[.!?:;]["”')]*$/.test(line))
  return followed <= filled.length * 0.3 && ended.length >= filled.length * 0.5
}

const ENTRY = /^(.*[A-Za-z).:%])\s+([($–-]*\d[\d,.]*\s?[kM]?\)?)$/

/** Are most lines a name and, a blank after it, an amount? Then it was typed without columns. */
const isList = (filled: readonly string[]): boolean =>
  filled.length >= 6 &&
  filled.filter((line) => ENTRY.test(line.trim()) && segmentsOfText(line).length === 1).length > filled.length * 0.6

function entryOf(line: string): Segment[] {
  const match = ENTRY.exec(line.trimEnd())
  const [segment] = segmentsOfText(line)
  if (!match || !segment || segmentsOfText(line).length > 1) return segmentsOfText(line)
  const amount = line.trimEnd().length - match[2]!.length
  return [
    { ...segment, right: amount, text: match[1]!.trim() },
    { left: amount, right: line.trimEnd().length, text: match[2]! },
  ]
}
