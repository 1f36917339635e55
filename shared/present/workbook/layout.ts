import type { Path } from '../../case/path'
import {
  spreadsheetFormula,
  walk,
  type Addresses,
  type Citation,
  type Constant,
  type Expression,
  type Input,
  type Line,
  type Row,
  type Series,
  type Table,
} from '../../formula'
import { VIEWS, type Outcome, type View } from '../../model'
import { capital } from '../sentence'
import { VIEW_NAMES } from '../views'
import { inputRows, type InputRow } from './input-rows'
import { takenApart, type Helper } from './long-formulas'
import { figuresWithoutValue } from './no-value'
import { letters, quoted } from './sheet'
import { sheetNames } from './sheet-names'

/** Column in which figures stand, and the first of the years. */
const FIGURE_COLUMN = 3
const FIRST_YEAR_COLUMN = 4
/** On the sheets of lines: the title, the years, their numbers, then the lines. */
const YEAR_NUMBER_ROW = 3
const FIRST_LINE_ROW = 4
/** On the sheets of inputs and of the law: the title, a note, the head, then the rows. */
const FIRST_INPUT_ROW = 4
const FIRST_LAW_ROW = 4

export const SUMMARY = 'Summary'
export const INPUTS = 'Inputs'
export const CHOICES = 'Choices'
export const CLOSING = 'Closing'
export const TAX = 'Tax'
const PLAN = 'Plan'
export const LAW = 'Law'
export const CHECKS = 'Checks'
export const READ_ME = 'Read me'
/** Whether no check fails, as a formula. */
export const ALL_HOLD = `COUNTIF(${CHECKS}!$B:$B,FALSE)=0`

const ACCOUNTS = ['taxable', 'taxDeferred', 'taxFree'] as const
const LAST_ACCOUNT = 'accounts'
const PROOF = 'balances not explained by cash flow and returns (must be 0)'

/** A row of a sheet of lines. */
export type LineRow =
  | { readonly kind: 'heading'; readonly text: string }
  | ({ readonly kind: 'helper' } & Helper)
  | { readonly kind: 'line'; readonly line: Line; readonly first: Expression; readonly later: Expression }

/** The address of every line, input, number and table of the law. */
export class Layout {
  readonly inputs: readonly InputRow[]
  readonly sheets: readonly { readonly name: string; readonly rows: readonly LineRow[] }[]
  /** Each listed once, whichever formulas use it. */
  readonly constants: readonly (Constant & { readonly cited: Citation })[]
  readonly tables: readonly Table[]
  /** The figures that show "n/a" where they have no value. */
  readonly withoutValue: ReadonlySet<Line>
  private readonly place = new Map<Line, Row>()
  private readonly proofs = new Map<string, Line>()
  private readonly inputRow = new Map<Input, number>()
  private readonly fieldRow = new Map<Path, number>()
  private readonly constantRow = new Map<string, number>()
  /** By id, since a filing status's table is the same wherever it is declared. */
  private readonly tableStart = new Map<string, number>()

  constructor(readonly outcome: Outcome) {
    const { graph } = outcome.structure
    this.inputs = inputRows(outcome)
    this.inputs.forEach((row, i) => {
      const at = FIRST_INPUT_ROW + i
      if (row.kind === 'field') this.fieldRow.set(row.field.path, at)
      if (row.kind === 'derived') this.inputRow.set(row.input, at)
    })
    graph.inputs.forEach((input, i) => {
      const derivation = outcome.structure.derivations[i]!
      if (derivation.as === 'value') this.inputRow.set(input, this.fieldRow.get(derivation.field)!)
    })
    const { constants, tables } = ofTheLaw(graph.lines)
    this.constants = constants
    this.tables = tables
    constants.forEach((constant, i) => this.constantRow.set(keyOf(constant), FIRST_LAW_ROW + i))
    let next = FIRST_LAW_ROW + constants.length + 1
    for (const table of tables) {
      this.tableStart.set(table.id, next + 2)
      next += table.keys.length + 3
    }
    this.withoutValue = figuresWithoutValue(graph.lines)
    this.sheets = this.linesOf()
    for (const { name, rows } of this.sheets)
      rows.forEach((row, i) => {
        if (row.kind !== 'heading') this.place.set(row.line, { sheet: name, row: FIRST_LINE_ROW + i })
      })
  }

  /** The address of a field's cell. */
  field(path: Path, from: string): string {
    return `${before(INPUTS, from)}$B$${this.fieldRow.get(path)!}`
  }

  /** Whether a field has a cell. */
  has(path: Path): boolean {
    return this.fieldRow.has(path)
  }

  /** Addresses as seen from a sheet. */
  from(sheet: string, placeOf: (line: Line) => Row = (line) => this.place.get(line)!): Addresses {
    const seen = (line: Line): Row => {
      const { sheet: name, row } = placeOf(line)
      return { sheet: before(name, sheet), row }
    }
    return {
      years: this.outcome.years,
      column: (year) => letters(FIRST_YEAR_COLUMN + year - 1),
      row: seen,
      yearNumbers: { sheet: before(PLAN, sheet), row: YEAR_NUMBER_ROW },
      figure: (line) => {
        const { sheet: at, row } = seen(line)
        return `${at}$${letters(FIGURE_COLUMN)}$${row}`
      },
      input: (input) => `${before(INPUTS, sheet)}$B$${this.inputRow.get(input)!}`,
      constant: (constant) => {
        const row = this.constantRow.get(keyOf(constant))
        return row === undefined ? undefined : `${before(LAW, sheet)}$B$${row}`
      },
      series: (series: Series) => {
        throw new TypeError(`The workbook is of one case; ${series.id} differs by year only in simulations.`)
      },
      table: (table) => {
        const from = this.tableStart.get(table.id)!
        const to = from + table.keys.length - 1
        const range = (column: string) => `${before(LAW, sheet)}$${column}$${from}:$${column}$${to}`
        return { keys: range('A'), values: range('B'), steps: range('C') }
      },
    }
  }

  formula(sheet: string, e: Expression, year?: number): string {
    return spreadsheetFormula(e, year, this.from(sheet))
  }

  /** A figure's cell, or that of a row in a year, as seen from a sheet. */
  address(line: Line, from: string, year = 1): string {
    const addresses = this.from(from)
    if (line.shape === 'figure') return addresses.figure(line)
    const { sheet, row } = addresses.row(line)
    return `${sheet}$${addresses.column(year)}$${row}`
  }

  /** The row of a path’s view that must be 0 in every year: what moves its accounts beyond cash flow and return. */
  proof(path: string, view: View): Line {
    return this.proofs.get(`${path}/${view}`)!
  }

  /** All years of a row, as seen from a sheet. */
  span(line: Line, from: string): string {
    const addresses = this.from(from)
    const { sheet, row } = addresses.row(line)
    return `${sheet}$${addresses.column(1)}$${row}:$${addresses.column(addresses.years)}$${row}`
  }

  /** One sheet for lines of no path, then one per path: shared lines, then each view under its heading. */
  private linesOf(): { name: string; rows: LineRow[] }[] {
    const { outcome } = this
    const { lines } = outcome.structure.graph
    const own = (id: string) => outcome.paths.some((path) => id.startsWith(`${path.id}/`))
    const names = sheetNames(
      outcome.paths.map(({ name }) => name),
      [SUMMARY, INPUTS, CHOICES, CLOSING, TAX, PLAN, LAW, CHECKS, READ_ME],
    )
    const sections = [
      { name: PLAN, groups: bySection(lines.filter(({ id }) => !own(id))) },
      ...outcome.paths.map((path, i) => {
        const mine = lines.filter(({ id }) => id.startsWith(`${path.id}/`))
        const viewOf = ({ id }: Line) => VIEWS.find((view) => id.startsWith(`${path.id}/${view}/`))
        return {
          name: names[i]!,
          groups: [
            ...bySection(mine.filter((line) => viewOf(line) === undefined)),
            ...VIEWS.flatMap((view) =>
              bySection(
                mine.filter((line) => viewOf(line) === view),
                `${capital(VIEW_NAMES[view])}: `,
              ),
            ),
          ],
        }
      }),
    ]
    const sheetOf = new Map(
      sections.flatMap(({ name, groups }) => groups.flatMap(([, of]) => of.map((line) => [line, name]))),
    )
    return sections.map(({ name, groups }) => {
      // Row numbers are not known yet; none has more than four digits.
      const measuring = this.from(name, (line) => ({ sheet: sheetOf.get(line) ?? name, row: 9_999 }))
      const length = (e: Expression, year: number | undefined) => spreadsheetFormula(e, year, measuring).length
      const rows = groups.flatMap(([text, of]): LineRow[] => [
        { kind: 'heading', text },
        ...of.flatMap((line): LineRow[] => {
          const { helpers, first, later } = takenApart(line, length)
          return [
            ...helpers.map((one) => ({ kind: 'helper' as const, ...one })),
            { kind: 'line', line, first, later },
            ...this.proofAfter(line),
          ]
        }),
      ])
      return { name, rows }
    })
  }

  /** Below the cash flow of a path’s view: that it, the return and the balances before explain the balances after. */
  private proofAfter(line: Line): LineRow[] {
    const { outcome } = this
    const [path, view] = line.id.split('/') as [string, View]
    const at = (id: string): Expression => ({ op: 'line', line: outcome.line(path, view, id)!, back: 0 })
    if (!VIEWS.includes(view) || line !== outcome.line(path, view, LAST_ACCOUNT)) return []
    const balances: Expression = { op: 'add', args: ACCOUNTS.map(at) }
    const explained: Expression = { op: 'add', args: ['shortfall', ...ACCOUNTS.map((id) => `${id}Before`)].map(at) }
    const difference: Expression = { op: 'subtract', args: [balances, explained] }
    const proof: Line = { ...line, id: `${line.id}@proof`, label: PROOF, optional: true }
    this.proofs.set(`${path}/${view}`, proof)
    return [{ kind: 'helper', line: proof, first: difference, later: difference }]
  }
}

const before = (name: string, from: string): string => (name === from ? '' : `${quoted(name)}!`)

/** Two formulas that cite the same number of the same law share its cell. */
const keyOf = ({ value, cited }: Constant): string => `${cited?.label}|${cited?.year ?? ''}|${value}`

/** The cited numbers and tables that formulas read, each once. */
export function ofTheLaw(lines: Iterable<Line>) {
  const constants = new Map<string, Constant & { readonly cited: Citation }>()
  const tables = new Map<string, Table>()
  for (const line of lines)
    walk(line, (e) => {
      if ('table' in e) tables.set(e.table.id, e.table)
      if (e.op === 'constant' && e.cited) constants.set(keyOf(e), e as never)
    })
  return { constants: [...constants.values()], tables: [...tables.values()] }
}

const bySection = (lines: readonly Line[], before = ''): [string, Line[]][] =>
  [...Map.groupBy(lines, ({ section }) => section)].map(([section, of]) => [before + section, of])
