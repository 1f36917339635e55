import type { Day } from '../../case/dates'
import type { Unit } from '../../formula'

/**
 * A case as a workbook with live formulas, before it is written: its sheets and cells. The formulas are the model's own,
 * so changing an input gives the figures that the program would give.
 */
export interface SheetPlan {
  readonly name: string
  readonly rows: readonly RowPlan[]
  /** In characters, from the first column; the last one holds for all that follow. */
  readonly widths: readonly number[]
  /** Rows and columns that are frozen and repeated on each printed page. */
  readonly frozen?: { readonly rows: number; readonly columns: number }
  /** How many columns are printed; all unless said. */
  readonly printed?: number
  /** How many printed pages the sheet is wide; 1 unless said. */
  readonly pagesWide?: number
}

export interface RowPlan {
  readonly look?: 'title' | 'heading' | 'head' | 'note' | 'total' | 'helper'
  /** From the first column; an undefined cell stays empty. */
  readonly cells: readonly (CellPlan | undefined)[]
  /** Depth in the outline by which groups of rows are folded away; 0 unless said. */
  readonly depth?: number
}

export interface CellPlan {
  /** What the cell shows, with a formula its last result: NaN for "no value", undefined where it is left to the reader. */
  readonly value: number | string | boolean | undefined
  readonly formula?: string
  readonly format?: Format
  /** Whether the user may change it. */
  readonly entry?: true
  /** The cell's own name in the workbook. */
  readonly name?: string
  readonly limits?: Limits
}

/** A model's unit, or a day, an amount to the cent, a share to a hundredth of a percent, any number. */
export type Format = Unit | 'date' | 'cents' | 'percent' | 'number'

/** What may be entered in a cell. */
export interface Limits {
  readonly kind: 'number' | 'date'
  readonly least: number
  readonly most: number
  readonly message: string
}

export const text = (value: string): CellPlan => ({ value })
export const row = (look: RowPlan['look'], ...texts: readonly string[]): RowPlan => ({
  ...(look && { look }),
  cells: texts.map((value) => (value === '' ? undefined : { value })),
})
export const note = (value: string): RowPlan => row('note', value)
export const EMPTY: RowPlan = { cells: [] }

/** The letters of a column, 1 = A. */
export function letters(column: number): string {
  let found = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    found = String.fromCharCode(65 + ((rest - 1) % 26)) + found
  return found
}

/** A sheet's name as it stands before an address. */
export const quoted = (name: string): string =>
  /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`

export const NO_VALUE = 'n/a'

/** A figure, "n/a" where it has no value. @param formula of the figure, or the address of one */
export const shown = (formula: string): string => `IFERROR(${formula},"${NO_VALUE}")`

/** How a unit is written in a column of units. */
export const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  usd: '$',
  rate: '%',
  factor: '×',
  years: 'years',
  days: 'days',
  hours: 'hours',
  count: 'number',
  boolean: 'yes/no',
}

/** A day as a spreadsheet counts it: days from December 30, 1899, right from March 1, 1900 on. */
export function serialOf({ year, month, day }: Day): number {
  // Counting years from March puts the leap day last.
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9]
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return 365 * y + leapDays + Math.floor((153 * m + 2) / 5) + day - 693_900
}
