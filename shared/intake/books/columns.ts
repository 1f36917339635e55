import type { Row, Sheet } from '../document'
import { amountOf, cents, decimalOf, type Decimal } from './amounts'
import { MONTHLY, periodOf, saysLess, yearsOf } from './heads'
import { periodIn, type Period } from './period'
import { guessOf, inAndOutOf, isShare, takenColumns } from './taken'

/** A row of the books: its name, the accounts it stands under by indent, its amounts. */
export interface Entry {
  readonly row: number
  readonly label: string
  /** From a column that says of each account what it is: "Expense". */
  readonly type?: string
  /** How deep the name is indented. */
  readonly indent: number
  /** Column of the amount taken, from 0. */
  readonly column: number
  /** Dollars; undefined for a heading. */
  readonly amount: number | undefined
  /** Dollars of the other periods, by their column. */
  readonly others: ReadonlyMap<number, number>
  /** Dollars of each class, where columns of classes add up to the one taken. */
  readonly classes: ReadonlyMap<number, number>
  /** What stands before the name: a vendor, a note in the margin. */
  readonly remark?: string
}

export interface Columns {
  readonly entries: readonly Entry[]
  readonly period: Period | undefined
  /** Years that stand beside the one taken: column → year. */
  readonly years: ReadonlyMap<number, number>
  /** Providers, offices or departments whose columns add up to the one taken: column → head. */
  readonly classes: ReadonlyMap<number, string>
  /** Money in has a column, and money out another: amounts out are negative. */
  readonly signed: boolean
  /** The sheet says that it is in thousands of dollars; amounts are in dollars all the same. */
  readonly inThousands: boolean
  /** A sentence for the owner where no head says which column is the year. */
  readonly guessed?: string
  /** What stands above the amounts: the practice, the report, the period. */
  readonly titles: readonly string[]
  /** Columns left aside, with the reason. */
  readonly left: readonly string[]
  readonly decimal: Decimal
}

const isYear = (value: number, text: string): boolean =>
  /^\s*(?:FY\s?)?(?:19|20)\d\d\s*$/.test(text) && value > 1900 && value < 2100

const THOUSANDS =
  /\(\s*\$?\s*[’']?000[’']?s?\s*\)|\$\s?000s?\b|\bin (?:\$ ?|US ?dollars? )?(?:thousands|[’']?000s?\b)|\b000s omitted\b/i
const DAY = /^(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d|\d{4})|\d{4}-\d\d-\d\d)$/
const LETTERS = /[A-Za-z]{2}|[A-Z]&[A-Z]/

const RECAST = /\b(?:adjust(?:ed|ments?)|adj|normali[sz](?:ed|ation|ing)|pro[\s-]?forma|recast|add-?\s?backs?)\b/i

/** Finds the names, the periods and the amounts of a sheet; undefined where it has none. */
export function columnsOf(sheet: Sheet): Columns | undefined {
  const decimal = decimalOf(sheet.rows)
  const inThousands = sheet.rows.slice(0, 12).some(({ cells }) => cells.some(({ text }) => THOUSANDS.test(text)))
  const amounts = new Map<number, number>()
  const words = new Map<number, number>()
  for (const { cells } of sheet.rows)
    for (const cell of cells) {
      const amount = amountOf(cell, decimal)
      if (amount !== undefined && !isYear(amount, cell.text))
        amounts.set(cell.column, (amounts.get(cell.column) ?? 0) + 1)
      else if (LETTERS.test(cell.text)) words.set(cell.column, (words.get(cell.column) ?? 0) + 1)
    }
  const main = [...words].sort((a, b) => b[1] - a[1])[0]?.[0]
  if (main === undefined) return undefined
  const most = Math.max(0, ...[...amounts].filter(([column]) => column > main).map(([, count]) => count))
  if (most < 3) return undefined
  let money = [...amounts]
    .filter(([column, count]) => column > main && count >= Math.max(3, most * 0.3) && count > (words.get(column) ?? 0))
    .map(([column]) => column)
    .sort((a, b) => a - b)
  if (money.length === 0) return undefined

  const first = money[0]!
  // Single payments by day are no report of a year: the same account stands there again and again.
  const days = sheet.rows.filter(({ cells }) =>
    cells.some(({ column, text }) => column < first && DAY.test(text.trim())),
  )
  if (days.length >= 5 && days.length > sheet.rows.length * 0.6) return undefined
  const start = sheet.rows.findIndex(
    ({ cells }) =>
      cells.some(
        (cell) =>
          money.includes(cell.column) &&
          amountOf(cell, decimal) !== undefined &&
          !isYear(amountOf(cell, decimal)!, cell.text),
      ) &&
      cells.some(({ column, text }) => column < first && LETTERS.test(text)) &&
      !/^(?:tax|calendar|fiscal)?\s*year\b/i.test(cells[0]!.text),
  )
  if (start < 0) return undefined
  const heads = new Map<number, string>()
  for (const { cells } of sheet.rows.slice(0, start))
    for (const { column, text } of cells)
      if (money.includes(column) && (cells.length > 1 || column > main) && !saysLess(text, heads.get(column)))
        heads.set(column, text.trim())

  const left: string[] = []
  const drop = (column: number, why: string): void => {
    left.push(`${heads.get(column) ?? `column ${column + 1}`}: ${why}`)
    money = money.filter((other) => other !== column)
  }
  for (const column of money) {
    const head = heads.get(column) ?? ''
    const values = sheet.rows.slice(start).flatMap(({ cells }) => cells.filter((cell) => cell.column === column))
    if (/%|per\s?cent|\bpct\b|share|ratio/i.test(head) || isShare(column, money, sheet.rows.slice(start), decimal))
      drop(column, 'a percentage')
    else if (
      /\b(?:budget(?:ed)?|var(?:iance)?\b\.?|change|difference|prior|previous|last\s+year|PY|forecast|plan|goal|target|incr(?:ease)?|decr(?:ease)?|chg|diff)\b/i.test(
        head,
      )
    )
      drop(column, 'not this period')
    // What somebody wishes a buyer to see: with it, every add-back would count twice.
    else if (RECAST.test(head) && money.some((other) => !RECAST.test(heads.get(other) ?? '')))
      drop(column, 'adjusted, not as booked')
    // Collections are what came in.
    else if (/\baccrual\b/i.test(head) && money.some((other) => /\bcash\b/i.test(heads.get(other) ?? '')))
      drop(column, 'on the accrual basis')
    // Beside the year so far, its last month is none of its parts.
    else if (
      /\b(?:current|this|latest)\s+(?:month|quarter|period)\b|^(?:month|MTD|QTD)\b/i.test(head) &&
      money.some((other) => /\b(?:ytd|year[\s-]+to[\s-]+date)\b/i.test(heads.get(other) ?? ''))
    )
      drop(column, 'a part of the year so far')
    else if (
      money.length > 1 &&
      values.length > 3 &&
      values.every((cell) => Math.abs(amountOf(cell, decimal) ?? 0) <= 110) &&
      heads.get(column) === undefined
    )
      drop(column, 'a percentage')
  }
  if (money.length === 0) return undefined

  const inAndOut = inAndOutOf(money, heads)
  const years = yearsOf(money, heads)
  const { taken, sum, guessed } = takenColumns(sheet.rows.slice(start), money, heads, years, decimal)

  const classes = new Map(
    taken !== undefined && years.size === 0
      ? money.flatMap((column) => {
          const head = heads.get(column)
          return column === taken || head === undefined || periodIn(head) || MONTHLY.test(head) ? [] : [[column, head]]
        })
      : [],
  )

  const typed = typeColumn(sheet.rows.slice(start), first)
  const labelColumns = (row: Row): { text: string; column: number } | undefined =>
    row.cells
      .filter(({ column, text }) => column < first && column !== typed && LETTERS.test(text))
      .map(({ column, text }) => ({ text, column }))
      .at(-1)
  const entries: Entry[] = []
  for (const row of sheet.rows.slice(start > 0 ? headingsBefore(sheet.rows, start, first) : 0)) {
    const named = labelColumns(row)
    if (!named) continue
    const at = (column: number): number | undefined => {
      const cell = row.cells.find((one) => one.column === column)
      const amount = cell && amountOf(cell, decimal)
      return amount !== undefined && inThousands ? Math.round(amount * 100_000) / 100 : amount
    }
    const parts = sum.map(at).filter((value) => value !== undefined)
    const [cameIn, wentOut] = (inAndOut ?? []).map(at)
    const amount = inAndOut
      ? cameIn === undefined && wentOut === undefined
        ? undefined
        : (cents(cameIn ?? 0) - cents(Math.abs(wentOut ?? 0))) / 100
      : taken === undefined
        ? parts.length > 0
          ? parts.reduce((total, value) => total + cents(value), 0) / 100
          : undefined
        : at(taken)
    const others = new Map<number, number>()
    for (const column of years.keys()) {
      const value = at(column)
      if (column !== taken && value !== undefined) others.set(column, value)
    }
    const remark = row.cells.find(
      ({ column, text }) => column < first && column !== typed && column < named.column && LETTERS.test(text),
    )
    entries.push({
      row: row.number,
      label: named.text.trim(),
      ...(typed === undefined ? {} : { type: row.cells.find(({ column }) => column === typed)?.text.trim() ?? '' }),
      indent: named.column * 10 + (named.text.length - named.text.trimStart().length),
      column: inAndOut
        ? inAndOut[cameIn === undefined || cameIn === 0 ? 1 : 0]!
        : (row.cells.find(({ column }) => column === taken)?.from ?? taken ?? sum.at(-1)!),
      // Empty in this year and filled in another: nothing was paid, and it is no heading.
      amount: amount ?? (others.size > 0 ? 0 : undefined),
      others,
      classes: new Map(
        [...classes.keys()].flatMap((column) => (at(column) === undefined ? [] : [[column, at(column)!]])),
      ),
      ...(remark && amount !== undefined ? { remark: remark.text.trim() } : {}),
    })
  }
  return {
    entries,
    classes,
    inThousands,
    signed: inAndOut !== undefined,
    period: periodOf(sheet.rows.slice(0, start), heads, taken, sum, sheet.rows.slice(start)),
    years,
    titles: sheet.rows.slice(0, start).map(({ cells }) => cells.map(({ text }) => text).join(' ')),
    left,
    decimal,
    ...(guessed && taken !== undefined && !inAndOut && { guessed: guessOf(money, heads, taken) }),
  }
}

const ACCOUNT_TYPE =
  /^(?:other\s+)?(?:income|revenues?|expenses?|costs?|cost of (?:goods sold|sales)|cogs|bank|cash|assets?|(?:fixed|current|other|long[- ]term)\s+(?:current\s+)?(?:assets?|liabilit(?:y|ies))|liabilit(?:y|ies)|equity|accounts? (?:receivable|payable)|credit card|overhead|direct costs?|depreciation)$/i

/** A column before the amounts in which nearly every account has a type of the usual kinds. */
function typeColumn(rows: readonly Row[], first: number): number | undefined {
  const cells = rows.flatMap((row) => row.cells.filter(({ column, text }) => column < first && LETTERS.test(text)))
  const columns = [...new Set(cells.map(({ column }) => column))]
  return columns.length < 2
    ? undefined
    : columns.find((column) => {
        const own = cells.filter((cell) => cell.column === column)
        return own.length >= 5 && own.filter(({ text }) => ACCOUNT_TYPE.test(text.trim())).length >= own.length * 0.9
      })
}

const OPENS =
  /income|revenue|sales|receipts|money|production|deposits|\b(?:came|comes|coming) in\b|\b(?:goes|going|went|paid) out\b|^\s*(?:bills|expenses|costs|overhead)\s*$|\d{4}/i

/** Headings ("Income", "Services") between the heads of the columns and the first amount belong to the entries. */
function headingsBefore(rows: readonly Row[], start: number, first: number): number {
  let from = start
  for (let at = start - 1; at >= Math.max(0, start - 4); at--) {
    const { cells } = rows[at]!
    const [cell] = cells
    if (cells.length > 1 || !cell || cell.column >= first) break
    if (periodIn(cell.text) || /statement|profit|report/i.test(cell.text)) break
    if (OPENS.test(cell.text)) from = at
  }
  return from
}
