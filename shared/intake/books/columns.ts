import { cellName, type Row, type Sheet } from '../document'
import { amountOf, cents, decimalOf, type Decimal } from './amounts'
import { periodIn, type Period } from './period'

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
/** The head of a month's or a quarter's column, also as a date. */
const MONTHLY =
  /^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?(?:[\s'’-]+\d{2,4})?|Q[1-4](?:[\s'’-]+\d{2,4})?|20\d\d-\d\d(?:-\d\d)?|\d{1,2}\/(?:\d{1,2}\/)?(?:20)?\d\d)$/i

const THOUSANDS =
  /\(\s*\$?\s*[’']?000[’']?s?\s*\)|\$\s?000s?\b|\bin (?:\$ ?|US ?dollars? )?(?:thousands|[’']?000s?\b)|\b000s omitted\b/i
const DAY = /^(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d|\d{4})|\d{4}-\d\d-\d\d)$/
const LETTERS = /[A-Za-z]{2}|[A-Z]&[A-Z]/

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

function guessOf(money: readonly number[], heads: ReadonlyMap<number, string>, taken: number): string {
  const nameOf = (column: number): string =>
    `column ${cellName(column, 1).slice(0, -1)}${heads.has(column) ? ` (“${heads.get(column)}”)` : ''}`
  const others = money.filter((column) => column !== taken).map(nameOf)
  return `The amounts were read from ${nameOf(taken)}, not from ${others.join(', ')}: no heading says which of them is the whole year. If another one is, delete the rest from a copy of the file and read that.`
}

/** "Amount" below "2025" says nothing new. */
const saysLess = (text: string, above: string | undefined): boolean =>
  above !== undefined &&
  /^\s*(?:amounts?|actuals?|dollars|US\s?\$|\$|USD|balances?)\s*$/i.test(text) &&
  (periodIn(above) !== undefined || MONTHLY.test(above) || WHOLE.test(above))

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

/** Columns of the same stretch in different years: column → year. */
function yearsOf(money: readonly number[], heads: ReadonlyMap<number, string>): Map<number, number> {
  const periods = money.flatMap((column) => {
    const period = periodOfHead(heads.get(column) ?? '')
    return period?.year === undefined ? [] : [{ column, months: period.months, year: period.year }]
  })
  const whole = periods.filter(({ months }) => months === 12)
  const compared =
    periods.length > 1 &&
    new Set(periods.map(({ months }) => months)).size === 1 &&
    new Set(periods.map(({ year }) => year)).size === periods.length
  return new Map((compared ? periods : whole).map(({ column, year }) => [column, year]))
}

/** The head of a column; a year's last day stands for the year, as in comparative statements. */
const periodOfHead = (head: string): Period | undefined => {
  const end = /^\s*(?:12\/31\/|dec(?:ember)?\.?\s+31,?\s+)(20\d\d|\d\d)\s*$/i.exec(head)?.[1]
  // "Jan 25" over amounts is a month, not a day.
  const month = /^\s*([a-z]{3,9}\.?)\s+['’]?(\d\d)\s*$/i.exec(head)
  return end === undefined
    ? (periodIn(head) ?? (month ? periodIn(`${month[1]} 20${month[2]}`) : undefined))
    : { months: 12, year: Number(end) < 100 ? 2000 + Number(end) : Number(end), quote: head }
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

/** A column of percentages or fractions of another: the same small part of its amount in nearly every row. */
function isShare(column: number, money: readonly number[], rows: readonly Row[], decimal: Decimal): boolean {
  return money.some((other) => {
    if (other === column) return false
    const parts = rows.flatMap(({ cells }) => {
      const [part, whole] = [column, other].map((wanted) => {
        const cell = cells.find((one) => one.column === wanted)
        return cell && amountOf(cell, decimal)
      })
      return part !== undefined && whole !== undefined && Math.abs(whole) >= 100 ? [part / whole] : []
    })
    if (parts.length < 5) return false
    const usual = [...parts].sort((a, b) => a - b)[Math.floor(parts.length / 2)]!
    if (Math.abs(usual) > 0.01 || usual === 0) return false
    return parts.filter((part) => Math.abs(part / usual - 1) < 0.1).length >= parts.length * 0.8
  })
}

/** Does the column hold the sum of all others in most rows? A cent of rounding for each is allowed. */
function sumsUp(column: number, money: readonly number[], rows: readonly Row[], decimal: Decimal): boolean {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.column === column))
  const proves = filled.filter(({ cells }) => {
    const at = (wanted: number): number => {
      const cell = cells.find((one) => one.column === wanted)
      return cents((cell && amountOf(cell, decimal)) ?? 0)
    }
    const others = money.reduce((sum, other) => sum + (other === column ? 0 : at(other)), 0)
    return at(column) !== 0 && Math.abs(others - at(column)) <= money.length
  })
  return proves.length > filled.length * 0.7
}

/** The columns of money in and money out, where there are only these two. */
function inAndOutOf(
  money: readonly number[],
  heads: ReadonlyMap<number, string>,
): readonly [cameIn: number, wentOut: number] | undefined {
  const find = (form: RegExp): number | undefined => money.find((column) => form.test(heads.get(column) ?? ''))
  const cameIn = find(/^(?:(?:money|cash|paid|amount)\s+)?in$|^(?:deposits?|received|receipts|income|inflows?)$/i)
  const wentOut = find(
    /^(?:(?:money|cash|paid|amount)\s+)?out$|^(?:payments?|paid|spent|withdrawals?|expenses?|outflows?|disbursements)$/i,
  )
  return money.length === 2 && cameIn !== undefined && wentOut !== undefined ? [cameIn, wentOut] : undefined
}

const WHOLE = /total|ytd|year[\s-]+to[\s-]+date/i

/** The column of the whole period: a total that is the sum of the others, the latest year, or all months added up. */
function takenColumns(
  rows: readonly Row[],
  money: readonly number[],
  heads: ReadonlyMap<number, string>,
  years: ReadonlyMap<number, number>,
  decimal: Decimal,
): { taken: number | undefined; sum: readonly number[]; guessed?: true } {
  if (money.length === 1) return { taken: money[0]!, sum: [] }
  const last = money.at(-1)!
  // Beside whole years, a total is their sum.
  const whole12 = [...years].filter(([column]) => periodOfHead(heads.get(column) ?? '')?.months === 12)
  if (whole12.length > 1) return { taken: whole12.sort((a, b) => b[1] - a[1])[0]![0], sum: [] }
  if (WHOLE.test(heads.get(last) ?? '')) return { taken: last, sum: [] }
  // As a rule it is the last; some put it first.
  const whole = money.length > 2 ? [last, money[0]!].find((column) => sumsUp(column, money, rows, decimal)) : undefined
  if (whole !== undefined) return { taken: whole, sum: [] }
  if (years.size > 0) {
    const latest = [...years].sort((a, b) => b[1] - a[1])[0]!
    return { taken: latest[0], sum: [] }
  }
  const named = money.filter((column) => WHOLE.test(heads.get(column) ?? ''))
  if (named.length === 1) return { taken: named[0]!, sum: [] }
  const periods = money.filter((column) => periodIn(heads.get(column) ?? '') ?? MONTHLY.test(heads.get(column) ?? ''))
  if (periods.length > 1) return { taken: undefined, sum: periods }
  return { taken: last, sum: [], guessed: true }
}

function periodOf(
  titles: readonly Row[],
  heads: ReadonlyMap<number, string>,
  taken: number | undefined,
  sum: readonly number[],
  body: readonly Row[],
): Period | undefined {
  if (sum.length > 0) {
    const parts = sum.map(
      (column) =>
        periodIn(heads.get(column) ?? '') ?? {
          months: /^Q/i.test(heads.get(column) ?? '') ? 3 : 1,
          quote: heads.get(column) ?? '',
        },
    )
    return {
      months: parts.reduce((total, { months }) => total + months, 0),
      quote: `${parts[0]!.quote} – ${parts.at(-1)!.quote}`,
    }
  }
  const own = taken === undefined ? undefined : periodOfHead(heads.get(taken) ?? '')
  // "Six months ended June 30, 2028 and 2027" over columns that are headed by their year alone.
  const bare = own?.months === 12 && /^\s*(?:FY\s?)?\d{4}\s*$/.test(own.quote)
  const part = bare
    ? titles
        .map(({ cells }) => periodIn(cells.map(({ text }) => text).join(' ')))
        .find((period) => period !== undefined && period.months !== 12)
    : undefined
  if (part) return part
  if (own) return own
  for (const { cells } of titles) {
    const found = periodIn(cells.map(({ text }) => text).join(' '))
    if (found) return found
  }
  const parts = [...heads].filter(([column]) => column !== taken).flatMap(([, head]) => periodIn(head) ?? [])
  if (parts.length > 1)
    return {
      months: parts.reduce((total, { months }) => total + months, 0),
      quote: `${parts[0]!.quote} – ${parts.at(-1)!.quote}`,
    }
  for (const { cells } of body.slice(-4)) {
    const found = cells.length === 1 ? periodIn(cells[0]!.text) : undefined
    if (found && !/basis/i.test(cells[0]!.text)) return found
  }
  return undefined
}
