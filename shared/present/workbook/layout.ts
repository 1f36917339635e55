import {
  spreadsheetFormula,
  walk,
  type Addresses,
  type Expression,
  type Input,
  type Line,
  type Row,
  type Series,
  type Table,
  type Unit,
} from '../../formula'
import type { Origin } from '../../case/schema'
import { VIEWS, type Outcome } from '../../model'
import { capital } from '../sentence'
import { VIEW_NAMES } from '../views'
import { sheetNames } from './sheet-names'

/**
 * A case as a workbook with live formulas, before anything is written: which sheets there are, what stands in each row,
 * and the formula of every cell. The formulas are the model's own; whoever changes an input on the sheet of inputs gets
 * the figures that the program would give.
 */
export interface SheetPlan {
  readonly name: string
  readonly rows: readonly RowPlan[]
}

export type RowPlan =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'head'; readonly cells: readonly string[] }
  | {
      readonly kind: 'input'
      readonly label: string
      readonly unit: Unit
      readonly value: number
      readonly origin: Origin
      readonly field: string
    }
  | { readonly kind: 'years'; readonly label: string; readonly cells: readonly CellPlan[] }
  | { readonly kind: 'line'; readonly line: Line; readonly cells: readonly CellPlan[] }
  | { readonly kind: 'figures'; readonly label: string; readonly unit: Unit; readonly cells: readonly CellPlan[] }
  | { readonly kind: 'table'; readonly cells: readonly CellPlan[] }

/** A value, and the formula that gives it. */
export interface CellPlan {
  readonly value: number | undefined
  readonly formula?: string
}

/** Column in which figures stand, and the first of the years. */
export const FIGURE_COLUMN = 3
export const FIRST_YEAR_COLUMN = 4

export const INPUTS = 'Inputs'
const TABLES = 'Tables'
const PLAN = 'Plan'
const OVERVIEW = 'Figures'

/** The letters of a column, 1 = A. */
function letters(column: number): string {
  let text = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text
  return text
}

/** Where every line, input and table stands. */
export class Layout {
  readonly sheets: { readonly name: string; readonly lines: readonly (Line | string)[] }[]
  private readonly place = new Map<Line, { readonly sheet: string; readonly row: number }>()
  private readonly inputRow = new Map<Input, number>()
  /** By id: the law of a status is the same table wherever it is declared. */
  private readonly tableStart = new Map<string, number>()
  readonly tables: readonly Table[]

  constructor(readonly outcome: Outcome) {
    const { graph } = outcome.structure
    this.tables = tablesOf(graph.lines)
    graph.inputs.forEach((input, i) => this.inputRow.set(input, FIRST_INPUT_ROW + i))
    let next = FIRST_TABLE_ROW
    for (const table of this.tables) {
      this.tableStart.set(table.id, next + 2)
      next += table.keys.length + 3
    }
    this.sheets = sheetsOf(outcome)
    for (const { name, lines } of this.sheets)
      lines.forEach((line, i) => {
        if (typeof line !== 'string') this.place.set(line, { sheet: name, row: FIRST_LINE_ROW + i })
      })
  }

  /** Addresses as seen from a sheet. */
  from(sheet: string): Addresses {
    const before = (name: string) => (name === sheet ? '' : `${quoted(name)}!`)
    const placeOf = (line: Line): Row => {
      const { sheet: name, row } = this.place.get(line)!
      return { sheet: before(name), row }
    }
    return {
      years: this.outcome.years,
      column: (year) => letters(FIRST_YEAR_COLUMN + year - 1),
      row: placeOf,
      yearNumbers: { sheet: before(PLAN), row: YEAR_NUMBER_ROW },
      figure: (line) => {
        const { sheet: at, row } = placeOf(line)
        return `${at}$${letters(FIGURE_COLUMN)}$${row}`
      },
      input: (input) => `${before(INPUTS)}$B$${this.inputRow.get(input)!}`,
      series: (series: Series) => {
        throw new TypeError(`The workbook is of one case; ${series.id} differs by year only in simulations.`)
      },
      table: (table) => {
        const from = this.tableStart.get(table.id)!
        const to = from + table.keys.length - 1
        const range = (column: string) => `${before(TABLES)}$${column}$${from}:$${column}$${to}`
        return { keys: range('A'), values: range('B'), steps: range('C') }
      },
    }
  }

  formula(sheet: string, e: Expression, year?: number): string {
    return spreadsheetFormula(e, year, this.from(sheet))
  }

  addressOf(line: Line): string {
    return this.from('').figure(line)
  }
}

const FIRST_INPUT_ROW = 4
const FIRST_TABLE_ROW = 3
/** On the sheets of lines: the title, the years, their numbers, then the lines. */
const YEAR_NUMBER_ROW = 3
const FIRST_LINE_ROW = 4

function tablesOf(lines: readonly Line[]): Table[] {
  const found = new Map<string, Table>()
  for (const line of lines) walk(line, (e) => void ('table' in e && found.set(e.table.id, e.table)))
  return [...found.values()]
}

const quoted = (name: string): string =>
  /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`

/** What belongs to no path on one sheet, then a sheet a path: what its views share, and each view under its heading. */
function sheetsOf(outcome: Outcome): { name: string; lines: (Line | string)[] }[] {
  const { graph } = outcome.structure
  const own = (id: string) => outcome.paths.some((path) => id.startsWith(`${path.id}/`))
  const bySection = (lines: readonly Line[], before = '') => {
    const sections = Map.groupBy(lines, ({ section }) => section)
    return [...sections].flatMap(([section, of]) => [before + section, ...of])
  }
  const plan = { name: PLAN, lines: bySection(graph.lines.filter(({ id }) => !own(id))) }
  const names = sheetNames(
    outcome.paths.map(({ name }) => name),
    [INPUTS, TABLES, PLAN, OVERVIEW, 'Read me'],
  )
  const paths = outcome.paths.map((path, i) => {
    const name = names[i]!
    const mine = graph.lines.filter(({ id }) => id.startsWith(`${path.id}/`))
    const viewOf = ({ id }: Line) => VIEWS.find((view) => id.startsWith(`${path.id}/${view}/`))
    return {
      name,
      lines: [
        ...bySection(mine.filter((line) => viewOf(line) === undefined)),
        ...VIEWS.flatMap((view) =>
          bySection(
            mine.filter((line) => viewOf(line) === view),
            `${capital(VIEW_NAMES[view])}: `,
          ),
        ),
      ],
    }
  })
  return [plan, ...paths]
}
