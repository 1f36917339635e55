import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import type ExcelJS from 'exceljs'
import type SheetPropertiesXform from 'exceljs/lib/xlsx/xform/sheet/sheet-properties-xform.js'

import type { Outcome } from '../../shared/model'
import { likeFormula } from '../../shared/present/data-table'
import { workbookOf } from '../../shared/present/workbook/plan'
import {
  letters,
  quoted,
  type CellPlan,
  type Format,
  type RowPlan,
  type SheetPlan,
} from '../../shared/present/workbook/sheet'
import { caseHash } from './case-hash'
import { version } from '../root'

/** Number formats; the spreadsheet's own minus sign precedes the amount. */
const FORMATS: Record<Format, string> = {
  usd: '$#,##0;-$#,##0',
  cents: '$#,##0.00;-$#,##0.00',
  rate: '0.00%',
  percent: '0.00##%',
  factor: '0.00',
  years: 'General',
  days: '0.0',
  hours: '#,##0',
  count: '0',
  boolean: '"yes";"yes";"no"',
  date: 'mmm d, yyyy',
  number: '#,##0.####',
}

/**
 * A case as a workbook whose figures are formulas, with the program's own results beside them for readers who only
 * look. It is streamed: a case has more than a hundred thousand cells.
 * @param saved when; stored in the file's properties
 */
export async function writeWorkbook(outcome: Outcome, saved: Date): Promise<Buffer> {
  // The zip library under the writer uses a deprecated form of Buffer; the user can do nothing about the warning.
  const { noDeprecation } = process
  process.noDeprecation = true
  try {
    return await written(outcome, saved)
  } finally {
    process.noDeprecation = noDeprecation ?? false
  }
}

async function written(outcome: Outcome, saved: Date): Promise<Buffer> {
  // Loaded on demand: nothing else in the host needs it.
  const { default: WorkbookWriter } = await import('exceljs/lib/stream/xlsx/workbook-writer.js')
  const { default: WorkbookXform } = await import('exceljs/lib/xlsx/xform/book/workbook-xform.js')
  const { default: SheetProperties } = await import('exceljs/lib/xlsx/xform/sheet/sheet-properties-xform.js')
  inOrder(SheetProperties.prototype)
  const stream = new PassThrough()
  const content = buffer(stream)
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  Object.assign(workbook, {
    creator: 'Sell or Stay',
    lastModifiedBy: 'Sell or Stay',
    title: `${outcome.document.name}: sell or stay`,
    created: saved,
    modified: saved,
  })
  for (const plan of workbookOf(outcome, { version, caseHash: caseHash(outcome.document) })) writeSheet(workbook, plan)
  withQuotePrefix(workbook as never)
  recalculatedOnOpening(workbook as never, WorkbookXform)
  await workbook.commit()
  return content
}

function writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, plan: SheetPlan): void {
  const { name, rows, widths, frozen, pagesWide = 1 } = plan
  const columns = Math.max(widths.length, ...rows.map(({ cells }) => cells.length))
  const wide = columns > 5
  const sheet = workbook.addWorksheet(name, {
    views: frozen ? [{ state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows }] : [],
    properties: { outlineLevelRow: 2, outlineProperties: { summaryBelow: false, summaryRight: false } } as never,
    pageSetup: {
      orientation: wide ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: pagesWide,
      fitToHeight: 0,
      printArea: `A1:${letters(plan.printed ?? columns)}${rows.length}`,
      ...(frozen && { printTitlesRow: `1:${frozen.rows}`, printTitlesColumn: `A:${'ABCDEF'[frozen.columns - 1]}` }),
    },
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
  })
  sheet.columns = Array.from({ length: columns }, (_, i) => ({ width: widths[Math.min(i, widths.length - 1)]! }))
  // A missing value is an error in a spreadsheet; it is marked quietly rather than shouted. The writer's own rule for errors
  // has an operator that the format does not know.
  if (plan.pagesWide !== undefined)
    sheet.addConditionalFormatting({
      ref: `C4:BL${rows.length}`,
      rules: [{ type: 'expression', priority: 1, formulae: ['ISERROR(C4)'], style: { font: { color: GRAY } } }],
    })
  // Align the heading with its numbers.
  const numbers = new Set(
    rows.flatMap(({ look, cells }) =>
      look === 'head' ? [] : cells.flatMap((cell, i) => (typeof cell?.value === 'number' ? [i] : [])),
    ),
  )
  rows.forEach((row, i) => writeRow(workbook, sheet, i + 1, row, numbers))
  sheet.commit()
}

/** Characters that XML 1.0 cannot hold, however escaped. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Text for a cell: without characters XML cannot hold, and without anything that looks like an escape. */
const plain = (text: string): string => text.replace(FORBIDDEN, '').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/**
 * The style that keeps a spreadsheet from interpreting edited text (quotePrefix) is unknown to the writer. A style that
 * is true anyway, that the cell is locked once the sheet is protected, stands in for it until the styles are written.
 */
const AS_TEXT = { locked: true }
function withQuotePrefix({ styles }: { readonly styles?: { readonly model: { styles: string[] } } }): void {
  if (!styles) throw new TypeError('The writer of workbooks keeps its styles elsewhere.')
  styles.model.styles = styles.model.styles.map((xf) => xf.replace(' applyProtection="1"', ' quotePrefix="1"'))
}

/**
 * The writer puts the properties of a sheet in an order that the format does not allow: Excel calls such a workbook damaged
 * and offers to repair it (exceljs issue 1348).
 */
function inOrder(properties: SheetPropertiesXform): void {
  properties.render = function render(this: SheetPropertiesXform, stream, model) {
    const { outlinePr, pageSetUpPr } = this.map
    if (!outlinePr || !pageSetUpPr)
      throw new TypeError('The writer of workbooks keeps the properties of sheets elsewhere.')
    stream.openNode('sheetPr')
    outlinePr.render(stream, model?.['outlineProperties'])
    pageSetUpPr.render(stream, model?.['pageSetup'])
    stream.closeNode()
    return true
  }
}

/** The writer always omits the instruction to recalculate everything on opening. */
function recalculatedOnOpening(
  workbook: {
    readonly zip: { append(content: string, entry: { name: string }): void }
    readonly _worksheets: readonly unknown[]
    readonly definedNames: { readonly model: readonly unknown[] }
    readonly views: readonly unknown[]
    addWorkbook: () => Promise<void>
  },
  WorkbookXform: new () => { prepare(model: object): void; toXml(model: object): string },
): void {
  if (typeof workbook.addWorkbook !== 'function') throw new TypeError('The writer of workbooks ends them elsewhere.')
  workbook.addWorkbook = async () => {
    const xform = new WorkbookXform()
    const model = {
      worksheets: workbook._worksheets.filter(Boolean),
      definedNames: workbook.definedNames.model,
      views: workbook.views,
      properties: {},
      calcProperties: { fullCalcOnLoad: true },
    }
    xform.prepare(model)
    workbook.zip.append(xform.toXml(model), { name: '/xl/workbook.xml' })
  }
}

/** The height of a line in points, and what wider letters than those of the font leave of a column's characters. */
const LINE = 15
const NARROWEST = 0.85
const GRAY = { argb: 'FF767676' }
const FONT = { name: 'Calibri', size: 11 }
const FONTS: Record<NonNullable<RowPlan['look']>, Partial<ExcelJS.Font>> = {
  title: { ...FONT, bold: true, size: 14 },
  heading: { ...FONT, bold: true },
  head: { ...FONT, bold: true },
  total: { ...FONT, bold: true },
  note: { ...FONT, color: GRAY },
  helper: { ...FONT, italic: true, color: GRAY },
}
const ENTRY: Partial<ExcelJS.Style> = {
  font: { ...FONT, color: { argb: 'FF0000FF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } },
}

/** One object for all cells that look alike: the writer recognizes a style by identity. */
const styles = new Map<string, Partial<ExcelJS.Style>>()
function styleOf(
  look: RowPlan['look'],
  right: boolean,
  alone: boolean,
  { format, entry, value }: CellPlan,
): Partial<ExcelJS.Style> {
  const asText = typeof value === 'string' && likeFormula(value)
  const key = `${look} ${right} ${alone} ${format} ${entry} ${asText} ${typeof value}`
  let style = styles.get(key)
  if (!style) {
    style = {
      ...(look && { font: FONTS[look] }),
      ...(look === 'head' && {
        alignment: { wrapText: true, vertical: 'bottom', horizontal: right ? 'right' : 'left' },
      }),
      ...(look === 'helper' && typeof value === 'string' && !right && { alignment: { indent: 1 } }),
      ...(look === 'note' && alone && { alignment: { wrapText: true, vertical: 'top' } }),
      ...(look === 'total' && { border: { top: { style: 'thin' } } }),
      ...(format && { numFmt: FORMATS[format] }),
      ...(asText && { protection: AS_TEXT }),
      ...(entry && ENTRY),
    }
    styles.set(key, style)
  }
  return style
}

function writeRow(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: ExcelJS.Worksheet,
  number: number,
  { look, cells, depth }: RowPlan,
  numbers: ReadonlySet<number>,
): void {
  const row = sheet.getRow(number)
  if (depth) row.outlineLevel = depth
  const [width] = sheet.columns.map((column) => column.width!)
  const [first] = cells
  // Not every program makes a row as high as its text, and then the rows overlap.
  if (look === 'note' && sheet.columns.length === 1 && typeof first?.value === 'string')
    row.height = LINE * Math.ceil(first.value.length / (NARROWEST * width!))
  cells.forEach((cell, i) => {
    if (!cell || (cell.value === undefined && cell.formula === undefined)) return
    const target = row.getCell(i + 1)
    target.value = valueOf(cell) as ExcelJS.CellValue
    target.style = styleOf(look, numbers.has(i), sheet.columns.length === 1, cell)
    if (cell.name)
      workbook.definedNames.add(`${quoted(sheet.name)}!$${target.address.replace(/\d+$/, '$$$&')}`, cell.name)
    if (cell.limits) limit(sheet, target.address, cell.limits)
  })
  row.commit()
}

function valueOf({ value, formula }: CellPlan): unknown {
  if (formula === undefined) return typeof value === 'string' ? plain(value) : value
  if (value === undefined) return { formula, date1904: false }
  // A missing value is an error in a spreadsheet.
  const result = typeof value === 'number' && !Number.isFinite(value) ? { error: '#N/A' } : value
  return { formula, date1904: false, result }
}

function limit(
  sheet: ExcelJS.Worksheet,
  address: string,
  { kind, least, most, message }: NonNullable<CellPlan['limits']>,
) {
  const { dataValidations } = sheet as unknown as { dataValidations: { add(address: string, rule: object): void } }
  dataValidations.add(address, {
    // Days as serial numbers: the writer would interpret dates in its own time zone.
    type: kind === 'date' ? 'whole' : 'decimal',
    operator: 'between',
    formulae: [least, most],
    showErrorMessage: true,
    errorTitle: 'Outside the limits',
    error: plain(message).slice(0, 225),
  })
}
