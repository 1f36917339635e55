import type { PlainDocument, Row, Sheet } from '../../shared/intake/document'
import { LIMITS } from './limits'
import { Unreadable } from './unreadable'
import { unzip } from './unzip'

/** The visible sheets of a workbook: values only, formulas as their last result. @throws Unreadable */
export async function readXlsx(bytes: Uint8Array): Promise<PlainDocument> {
  // Unzipped once within the limits before a library unzips it without any.
  const parts = unzip(bytes, (name) => name.endsWith('.xml') || name.endsWith('.rels'))
  if (!parts.has('xl/workbook.xml'))
    throw new Unreadable('The file is not an Excel workbook; nothing was read. Save it as .xlsx or CSV.')
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  } catch (error) {
    throw new Unreadable('The workbook is damaged or cut off; nothing was read. Save it anew, or as CSV.', {
      cause: error,
    })
  }
  const sheets = book.worksheets
    .filter(({ state }) => state === 'visible')
    .map((sheet): Sheet => {
      if (sheet.rowCount > LIMITS.rows || sheet.columnCount > LIMITS.columns)
        throw new Unreadable(
          `Sheet “${sheet.name}” has ${sheet.rowCount} rows and ${sheet.columnCount} columns; the limits are ${LIMITS.rows} and ${LIMITS.columns}. Nothing was read. Save the year’s report alone.`,
        )
      const rows: Row[] = []
      sheet.eachRow((row, number) => {
        const cells: Row['cells'][number][] = []
        row.eachCell((cell, at) => {
          const value = plainOf(cell.value)
          if (value !== '')
            cells.push(
              typeof value === 'number'
                ? { column: at - 1, text: String(value), number: value }
                : { column: at - 1, text: value },
            )
        })
        if (cells.length > 0) rows.push({ number, cells })
      })
      return { name: sheet.name, rows }
    })
  if (sheets.every(({ rows }) => rows.length === 0))
    throw new Unreadable('The workbook has no filled cell; nothing was read. Check that it is the right file.')
  return { pages: [], sheets, struckOut: [], notes: [] }
}

function plainOf(value: unknown): string | number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'object' || value === null) return ''
  if ('result' in value) return plainOf(value.result)
  if ('richText' in value && Array.isArray(value.richText))
    return value.richText.map((part: { text?: unknown }) => (typeof part.text === 'string' ? part.text : '')).join('')
  if ('text' in value) return plainOf(value.text)
  return ''
}
