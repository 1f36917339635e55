import type { PlainDocument } from '../../shared/intake/document'
import { readDelimited } from '../../shared/intake/books/delimited'
import { readDocx } from './docx'
import { LIMITS, tooLarge } from './limits'
import { readMail } from './mail'
import { readPdf } from './pdf'
import { checkText, decode, readText } from './text'
import { Unreadable } from './unreadable'
import { readXlsx } from './xlsx'

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

/** Any document as plain text with positions. Its first bytes determine the type, not its name. @throws Unreadable */
export async function readDocument(bytes: Uint8Array, name: string): Promise<PlainDocument> {
  if (bytes.length === 0) throw new Unreadable('The file is empty; nothing was read. Check that it is the right file.')
  if (bytes.length > LIMITS.bytes) throw new Unreadable(tooLarge(`${Math.ceil(bytes.length / 1e6)} MB`))
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return readPdf(bytes)
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06))
    return ending === 'xlsx' || ending === 'xlsm'
      ? readXlsx(bytes)
      : ending === 'docx'
        ? readDocx(bytes)
        : readPacked(bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new Unreadable(
      'The file is protected by a password or comes from an old version of Office; nothing was read. Open it, save it as .docx or .xlsx without a password, and read that.',
    )
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff) || head.startsWith('GIF8'))
    throw new Unreadable(
      'The file is a picture and holds no text; nothing was read. Ask the sender for the original file, or type the terms in.',
    )
  if (['pdf', 'docx', 'xlsx'].includes(ending))
    throw new Unreadable(
      'The file is damaged or cut off: it does not begin as its name says. Nothing was read. Ask for it again.',
    )
  // A memo has "To:" and "From:" lines too; only an e-mail has transport headers.
  if (ending === 'eml' || /^(?:mime-version|content-type|received|message-id|return-path):\s/im.test(head))
    return readMail(bytes)
  if (/^\s*<(?:!doctype html|html)/i.test(head))
    throw new Unreadable('The file is a web page; nothing was read. Save it as PDF or plain text.')
  if (ending === 'csv' || ending === 'tsv') {
    const text = decode(bytes)
    checkText(text)
    const rows = readDelimited(text)
    if (rows.length > LIMITS.rows)
      throw new Unreadable(
        `The file has ${rows.length} rows and the limit is ${LIMITS.rows}; nothing was read. Save the year’s report alone.`,
      )
    // A list of amounts has no sentences to read terms from.
    return { pages: [], struckOut: [], notes: [], sheets: [{ name: '', rows }] }
  }
  return readText(bytes)
}

/** A ZIP file under another name: recognized by its content. */
async function readPacked(bytes: Uint8Array): Promise<PlainDocument> {
  const names = new TextDecoder('latin1').decode(bytes)
  if (names.includes('word/document.xml')) return readDocx(bytes)
  if (names.includes('xl/workbook.xml')) return readXlsx(bytes)
  throw new Unreadable(
    'The file is an archive, not a document; nothing was read. Unpack it and read the document in it.',
  )
}
