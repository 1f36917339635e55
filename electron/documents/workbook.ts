import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import type ExcelJS from 'exceljs'

import type { Unit } from '../../shared/formula'
import type { Outcome } from '../../shared/model'
import { likeFormula } from '../../shared/present/data-table'
import { FIGURE_COLUMN, FIRST_YEAR_COLUMN, type CellPlan, type RowPlan } from '../../shared/present/workbook/layout'
import { workbookOf } from '../../shared/present/workbook/plan'

export const WORKBOOK_ENDING = '.xlsx'
export const WORKBOOK_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** How each unit is shown; a spreadsheet's own minus sign stands before the amount. */
const FORMATS: Record<Unit, string> = {
  usd: '$#,##0;-$#,##0',
  rate: '0.0%',
  factor: '0.00',
  years: 'General',
  days: '0.0',
  hours: '#,##0',
  count: '0',
  boolean: '0',
}

const BOLD = { bold: true }
const YELLOW = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } } as const

/**
 * A case as a workbook whose figures are formulas, with the program's own results beside them for whoever only reads.
 * It is written as a stream: a case has more than a hundred thousand cells.
 */
export async function writeWorkbook(outcome: Outcome): Promise<Buffer> {
  // The zip library under the writer uses an old form of Buffer; the person can do nothing about a warning of it.
  const { noDeprecation } = process
  process.noDeprecation = true
  try {
    return await written(outcome)
  } finally {
    process.noDeprecation = noDeprecation ?? false
  }
}

async function written(outcome: Outcome): Promise<Buffer> {
  // Loaded when it is wanted: nothing else of the host needs it.
  const { default: WorkbookWriter } = await import('exceljs/lib/stream/xlsx/workbook-writer.js')
  const stream = new PassThrough()
  const content = buffer(stream)
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  for (const { name, rows } of workbookOf(outcome)) {
    const byYear = rows.some(({ kind }) => kind === 'years')
    const sheet = workbook.addWorksheet(name, {
      views: byYear ? [{ state: 'frozen', xSplit: FIGURE_COLUMN, ySplit: 3 }] : [],
    })
    sheet.columns = widths(name, byYear)
    rows.forEach((row, i) => write(sheet.getRow(i + 1), row))
    sheet.commit()
  }
  withQuotePrefix(workbook as never)
  await workbook.commit()
  return content
}

function widths(name: string, byYear: boolean): { width: number }[] {
  if (name === 'Inputs') return [60, 16, 10, 18, 60].map((width) => ({ width }))
  if (name === 'Read me') return [{ width: 120 }]
  return [{ width: 52 }, { width: 10 }, ...Array.from({ length: byYear ? 62 : 30 }, () => ({ width: 14 }))]
}

/** What XML 1.0 cannot hold, however it is written. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text stays a text: also where it begins like a formula, has the form of an escape, or holds what XML cannot. */
function putText(cell: ExcelJS.Cell, text: string): void {
  cell.value = text.replace(FORBIDDEN, '').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  if (likeFormula(text)) cell.protection = AS_TEXT
}

/**
 * The sign by which a spreadsheet leaves a text alone when somebody edits its cell is not among the styles that the
 * writer knows. A style that says what is true anyway, that the cell is locked once the sheet is protected, stands for
 * it until the styles are written.
 */
const AS_TEXT = { locked: true }
function withQuotePrefix({ styles }: { readonly styles?: { readonly model: { styles: string[] } } }): void {
  if (!styles) throw new TypeError('The writer of workbooks keeps its styles elsewhere.')
  styles.model.styles = styles.model.styles.map((xf) => xf.replace(' applyProtection="1"', ' quotePrefix="1"'))
}

function write(row: ExcelJS.Row, plan: RowPlan): void {
  const say = (column: number, text: string) => putText(row.getCell(column), text)
  const put = (column: number, cell: CellPlan, unit?: Unit) => {
    if (cell.value === undefined) return
    const target = row.getCell(column)
    const known = Number.isFinite(cell.value)
    target.value =
      cell.formula === undefined
        ? cell.value
        : // What has no value is an error in a spreadsheet.
          {
            formula: cell.formula,
            date1904: false,
            ...(known ? { result: cell.value } : { result: { error: '#N/A' } }),
          }
    if (unit) target.numFmt = FORMATS[unit]
  }
  switch (plan.kind) {
    case 'title':
      say(1, plan.text)
      row.font = { bold: true, size: 14 }
      break
    case 'heading':
      say(1, plan.text)
      row.font = BOLD
      break
    case 'note':
      say(1, plan.text)
      break
    case 'head':
      plan.cells.forEach((text, i) => say(i + 1, text))
      row.font = BOLD
      break
    case 'input': {
      say(1, plan.label)
      put(2, plan, plan.unit)
      row.getCell(2).fill = YELLOW
      say(3, plan.unit)
      say(4, plan.origin)
      say(5, plan.field)
      break
    }
    case 'years':
      say(1, plan.label)
      plan.cells.forEach((cell, i) => put(FIRST_YEAR_COLUMN + i, cell, 'count'))
      row.font = BOLD
      break
    case 'line': {
      const { label, unit, shape } = plan.line
      say(1, label)
      say(2, unit)
      const first = shape === 'figure' ? FIGURE_COLUMN : FIRST_YEAR_COLUMN
      plan.cells.forEach((cell, i) => put(first + i, cell, unit))
      break
    }
    case 'figures':
      say(1, plan.label)
      say(2, plan.unit)
      plan.cells.forEach((cell, i) => put(3 + i, cell, plan.unit))
      break
    case 'table':
      plan.cells.forEach((cell, i) => put(1 + i, cell))
      break
  }
  row.commit()
}
