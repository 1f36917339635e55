import { SaxesParser } from 'saxes'

import type { Block, PlainDocument } from '../../shared/intake/document'
import { LIMITS } from './limits'
import { Unreadable } from './unreadable'
import { unzip } from './unzip'

interface Paragraph {
  text: string
  style: string
}
interface TableOpen {
  rows: string[][]
  cell: string[]
}

/**
 * A Word document: its paragraphs and tables. Pending insertions are read as accepted; deletions are listed. We read it
 * ourselves because the available libraries (mammoth, officeparser) drop deletions silently.
 * @throws Unreadable
 */
export function readDocx(bytes: Uint8Array): PlainDocument {
  const files = unzip(bytes, (name) => /^word\/(?:document|footnotes|endnotes)\.xml$/.test(name))
  const main = files.get('word/document.xml')
  if (main === undefined)
    throw new Unreadable(
      'The file is not a Word document (it holds no text part); nothing was read. Save it as .docx, PDF or plain text.',
    )
  const struckOut: string[] = []
  let inserted = 0
  const blocks = [main, files.get('word/footnotes.xml') ?? '', files.get('word/endnotes.xml') ?? ''].flatMap((xml) =>
    xml === '' ? [] : blocksOfXml(xml, struckOut, () => inserted++),
  )
  const changes = struckOut.length + inserted
  return {
    pages: [{ number: 1, blocks }],
    sheets: [],
    struckOut,
    notes:
      changes > 0
        ? [
            'The letter carries changes that nobody has accepted yet. It was read as if they were; what was struck out is listed.',
          ]
        : [],
  }
}

function blocksOfXml(xml: string, struckOut: string[], onInsertion: () => void): Block[] {
  const blocks: Block[] = []
  const tables: TableOpen[] = []
  const paragraphs: Paragraph[] = []
  let deleted = 0
  let fallback = 0
  let reading = false
  let struck = ''
  /** Words of a run that is struck through by its format: somebody took them out without tracking it. */
  let crossed = false
  let inRun = false
  let size = 0
  const write = (text: string): void => {
    size += text.length
    if (size > LIMITS.characters)
      throw new Unreadable(
        `The document has more than ${LIMITS.characters} characters; nothing was read. Save the pages with the terms alone.`,
      )
    const paragraph = paragraphs.at(-1)
    if (paragraph && deleted === 0 && fallback === 0 && !crossed) paragraph.text += text
    else if (deleted > 0 || crossed) struck += text
  }
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new Unreadable('The document’s text is damaged or cut off; nothing was read. Ask for it again.', {
      cause: error,
    })
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:p') paragraphs.push({ text: '', style: '' })
    else if (name === 'w:pStyle' && paragraphs.length > 0) paragraphs.at(-1)!.style = attributes['w:val'] ?? ''
    else if (name === 'w:del' || name === 'w:moveFrom') deleted++
    else if (name === 'w:r') inRun = true
    else if ((name === 'w:strike' || name === 'w:dstrike') && inRun)
      crossed = !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '')
    else if (name === 'w:ins' || name === 'w:moveTo') onInsertion()
    else if (name === 'mc:Fallback') fallback++
    else if (name === 'w:t' || name === 'w:delText') reading = true
    else if (name === 'w:tab') write('\t')
    else if (name === 'w:br' || name === 'w:cr') write('\n')
    else if (name === 'w:noBreakHyphen') write('-')
    else if (name === 'w:tbl') tables.push({ rows: [], cell: [] })
    else if (name === 'w:tr') tables.at(-1)?.rows.push([])
    else if (name === 'w:tc' && tables.length > 0) tables.at(-1)!.cell = []
  })
  parser.on('text', (text) => {
    if (reading) write(text)
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t' || name === 'w:delText') reading = false
    else if (name === 'w:del' || name === 'w:moveFrom') {
      deleted--
      if (deleted === 0 && struck.trim() !== '') struckOut.push(struck.trim())
      if (deleted === 0) struck = ''
    } else if (name === 'w:r') {
      inRun = false
      if (crossed && deleted === 0) {
        if (struck.trim() !== '') struckOut.push(struck.trim())
        struck = ''
      }
      crossed = false
    } else if (name === 'mc:Fallback') fallback--
    else if (name === 'w:p') {
      const { text, style } = paragraphs.pop()!
      const table = tables.at(-1)
      if (table) table.cell.push(text.replace(/\s+/g, ' ').trim())
      else
        // A line break within a paragraph separates the lines of an address, or a heading from its text.
        for (const line of text.split('\n'))
          if (line.trim() !== '')
            blocks.push({
              kind: 'paragraph',
              text: line.replace(/\s+/g, ' ').trim(),
              ...(/^(?:heading|title)/i.test(style) ? { heading: true } : {}),
            })
    } else if (name === 'w:tc') {
      const table = tables.at(-1)
      table?.rows.at(-1)?.push(table.cell.filter((text) => text !== '').join(' '))
    } else if (name === 'w:tbl') {
      const table = tables.pop()!
      const rows = table.rows.filter((row) => row.some((cell) => cell !== ''))
      if (rows.length === 0) return
      const outer = tables.at(-1)
      if (outer) outer.cell.push(rows.map((row) => row.join(': ')).join('; '))
      else blocks.push({ kind: 'table', rows })
    }
  })
  parser.write(xml).close()
  return blocks
}
