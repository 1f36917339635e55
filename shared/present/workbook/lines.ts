import type { Layout, LineRow } from './layout'
import { NO_VALUE, row, shown, text, UNIT_WORDS, type CellPlan, type RowPlan, type SheetPlan } from './sheet'

/** Years per printed page. */
const YEARS_PER_PAGE = 16

/** The sheet of the plan and one of each path: every line of the model, year by year. */
export function lines(layout: Layout): SheetPlan[] {
  return layout.sheets.map(({ name, rows }) => sheetOfLines(layout, name, rows))
}

function sheetOfLines(layout: Layout, name: string, of: readonly LineRow[]): SheetPlan {
  const { outcome } = layout
  const years = Array.from({ length: outcome.years }, (_, y) => y + 1)
  const calendarYear = outcome.structure.graph.line('plan/calendarYear')
  const calendar = outcome.values(calendarYear)
  const addresses = layout.from(name)
  const at = addresses.row(calendarYear)
  const helper = ({ line, first, later }: Extract<LineRow, { kind: 'helper' }>): CellPlan[] => {
    const cell = (e: typeof first, year?: number): CellPlan => ({
      value: undefined,
      ...(e && { formula: layout.formula(name, e, year) }),
      format: line.unit,
    })
    return line.shape === 'figure'
      ? [cell(first)]
      : [NO_FIGURE, ...years.map((year) => cell(year === 1 ? first : later, year))]
  }
  const cells = ({ line, first, later }: Extract<LineRow, { kind: 'line' }>): CellPlan[] => {
    const values = outcome.values(line)
    const format = line.unit
    if (line.shape === 'figure') {
      const formula = layout.formula(name, first)
      if (!layout.withoutValue.has(line)) return [{ value: values[0], formula, format }]
      return [{ value: Number.isNaN(values[0]) ? NO_VALUE : values[0], formula: shown(formula), format }]
    }
    return [
      NO_FIGURE,
      ...years.map((year) => ({
        value: values[year - 1],
        formula: layout.formula(name, year === 1 ? first : later, year),
        format,
      })),
    ]
  }
  return {
    name,
    widths: [52, 9, 16, 14],
    frozen: { rows: 3, columns: 3 },
    pagesWide: Math.ceil(years.length / YEARS_PER_PAGE),
    rows: [
      row('title', name),
      {
        look: 'head',
        cells: [
          ...HEAD.map(text),
          ...years.map((year, y): CellPlan => ({
            value: calendar[y],
            formula: `${at.sheet}${addresses.column(year)}${at.row}`,
            format: 'years',
          })),
        ],
      },
      {
        look: 'head',
        cells: [
          text('Plan year'),
          undefined,
          undefined,
          ...years.map((value): CellPlan => ({ value, format: 'count' })),
        ],
      },
      ...of.map((one): RowPlan => {
        if (one.kind === 'heading') return row('heading', one.text)
        const label = [text(one.line.label), text(UNIT_WORDS[one.line.unit])]
        return one.kind === 'helper'
          ? { look: 'helper', depth: 2, cells: [...label, ...helper(one)] }
          : { depth: 1, cells: [...label, ...cells(one)] }
      }),
    ],
  }
}

const HEAD = ['Calendar year', 'Unit', 'Figure']
const NO_FIGURE: CellPlan = { value: undefined }
