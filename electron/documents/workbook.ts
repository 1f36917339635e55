import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import type ExcelJS from 'exceljs'

import type { Unit } from '../../shared/formula'
import type { Outcome } from '../../shared/model'
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
  await workbook.commit()
  return content
}

function widths(name: string, byYear: boolean): { width: number }[] {
  if (name === 'Inputs') return [60, 16, 10, 18, 60].map((width) => ({ width }))
  if (name === 'Read me') return [{ width: 120 }]
  return [{ width: 52 }, { width: 10 }, ...Array.from({ length: byYear ? 62 : 30 }, () => ({ width: 14 }))]
}

function write(row: ExcelJS.Row, plan: RowPlan): void {
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
      row.getCell(1).value = plan.text
      row.font = { bold: true, size: 14 }
      break
    case 'heading':
      row.getCell(1).value = plan.text
      row.font = BOLD
      break
    case 'note':
      row.getCell(1).value = plan.text
      break
    case 'head':
      plan.cells.forEach((text, i) => (row.getCell(i + 1).value = text))
      row.font = BOLD
      break
    case 'input': {
      row.getCell(1).value = plan.label
      put(2, plan, plan.unit)
      row.getCell(2).fill = YELLOW
      row.getCell(3).value = plan.unit
      row.getCell(4).value = plan.origin
      row.getCell(5).value = plan.field
      break
    }
    case 'years':
      row.getCell(1).value = plan.label
      plan.cells.forEach((cell, i) => put(FIRST_YEAR_COLUMN + i, cell, 'count'))
      row.font = BOLD
      break
    case 'line': {
      const { label, unit, shape } = plan.line
      row.getCell(1).value = label
      row.getCell(2).value = unit
      const first = shape === 'figure' ? FIGURE_COLUMN : FIRST_YEAR_COLUMN
      plan.cells.forEach((cell, i) => put(first + i, cell, unit))
      break
    }
    case 'figures':
      row.getCell(1).value = plan.label
      row.getCell(2).value = plan.unit
      plan.cells.forEach((cell, i) => put(3 + i, cell, plan.unit))
      break
    case 'table':
      plan.cells.forEach((cell, i) => put(1 + i, cell))
      break
  }
  row.commit()
}
