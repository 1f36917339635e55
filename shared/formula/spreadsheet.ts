import type { Constant, Expression, Input, Line, Operation, Series, Table } from './expression'

/**
 * Where things are in a workbook, relative to the sheet of the formula being written. Years run from left to right, in
 * the same columns on every sheet. A sheet is given as it precedes an address: `'Tax 2026'!`, or nothing for the
 * formula's own sheet.
 */
export interface Addresses {
  /** Number of model years. */
  readonly years: number
  /** The letters of the column of a model year, 1 = first. */
  column(year: number): string
  /** The sheet and the row of a line of yearly figures. */
  row(line: Line): Row
  /** The row that holds the year numbers 1, 2, … */
  readonly yearNumbers: Row
  /** The absolute address of a figure (`Totals!$C$4`). */
  figure(line: Line): string
  /** The absolute address of an input. */
  input(input: Input): string
  /** The absolute address of a statutory number; undefined if it is written into the formula. */
  constant?(constant: Constant): string | undefined
  /** The sheet and the row of values entered year by year. */
  series(series: Series): Row
  /**
   * The absolute ranges of a table, one cell per key, in one column each. `steps` is needed for brackets: the first
   * rate, then each rate less the previous one.
   */
  table(table: Table): { readonly keys: string; readonly values: string; readonly steps: string }
}

export interface Row {
  readonly sheet: string
  readonly row: number
}

/**
 * An expression as a cell formula, without the equals sign: of a row in `year`, or of a figure (no year). References to
 * other years of a row are relative to the column and all others absolute, so that the formula of year 2, where a row's
 * later formula begins, can be filled right.
 *
 * A spreadsheet has the same semantics with an error in place of a missing value. It differs in that infinities are
 * already errors there, that it compares numbers by their first 15 digits, in 0^0, and in `IRR`, which gives one of
 * several rates and may find none.
 */
export function spreadsheetFormula(e: Expression, year: number | undefined, addresses: Addresses): string {
  return new Writer(year, addresses).write(e)
}

/** Operator precedence of a text: a looser operand inside a tighter operation gets parentheses. */
const BINDS = { comparison: 1, sum: 2, product: 3, power: 4, whole: 5 }

interface Text {
  readonly text: string
  readonly binds: number
}

const SIGNS: Partial<Record<Operation, { sign: string; binds: number }>> = {
  less: { sign: '<', binds: BINDS.comparison },
  lessOrEqual: { sign: '<=', binds: BINDS.comparison },
  greater: { sign: '>', binds: BINDS.comparison },
  greaterOrEqual: { sign: '>=', binds: BINDS.comparison },
  equal: { sign: '=', binds: BINDS.comparison },
  add: { sign: '+', binds: BINDS.sum },
  subtract: { sign: '-', binds: BINDS.sum },
  multiply: { sign: '*', binds: BINDS.product },
  divide: { sign: '/', binds: BINDS.product },
  power: { sign: '^', binds: BINDS.power },
}

class Writer {
  constructor(
    private readonly year: number | undefined,
    private readonly addresses: Addresses,
  ) {}

  /** The expression by itself, or as an argument of a function. */
  write(e: Expression): string {
    return this.text(e).text
  }

  private text(e: Expression): Text {
    switch (e.op) {
      case 'constant': {
        const address = e.cited && this.addresses.constant?.(e)
        return address === undefined ? constant(e.value) : whole(address)
      }
      case 'input':
        return whole(this.addresses.input(e.input))
      case 'series': {
        const { sheet, row } = this.addresses.series(e.series)
        return whole(`${sheet}${this.addresses.column(this.year!)}$${row}`)
      }
      case 'year': {
        const { sheet, row } = this.addresses.yearNumbers
        return whole(`${sheet}${this.addresses.column(this.year!)}$${row}`)
      }
      case 'line':
        return whole(this.line(e))
      case 'at': {
        // The index is looked up among the year numbers: outside of them there is no value, as intended.
        const index = call('INT', this.write(e.index))
        return call('INDEX', this.span(e.line), call('MATCH', index.text, this.yearNumbers(), '0').text)
      }
      case 'sum': {
        if (e.to === 'last') return call('SUM', this.span(e.line))
        const end = e.to === 'this' ? this.year! : this.year! - 1
        return end === 0 ? whole('0') : call('SUM', this.span(e.line, this.addresses.column(end)))
      }
      case 'firstYear':
      case 'lastYear':
        return this.search(e.op, this.span(e.line), this.yearNumbers())
      case 'irr':
        return call('IRR', this.span(e.line))
      case 'brackets':
        return this.brackets(e)
      case 'lookup': {
        const { keys, values } = this.addresses.table(e.table)
        return call('LOOKUP', this.write(e.args[0]), keys, values)
      }
      case 'if':
        return call('IF', this.condition(e.args[0]!), this.write(e.args[1]!), this.write(e.args[2]!))
      case 'orElse':
        return call('IFERROR', ...e.args.map((arg) => this.write(arg)))
      case 'min':
      case 'and': // of 1 and 0
        return call('MIN', ...e.args.map((arg) => this.write(arg)))
      case 'max':
      case 'or':
        return call('MAX', ...e.args.map((arg) => this.write(arg)))
      case 'floor': // toward −∞, including below zero
        return call('INT', this.write(e.args[0]!))
      case 'ceil':
        return negated(call('INT', negated(this.text(e.args[0]!)).text))
      case 'round': // half up; ROUND would round −2.5 to −3
        return call('INT', `${this.operand(e.args[0]!, BINDS.sum)}+0.5`)
      case 'negate':
        return negated(this.text(e.args[0]!))
      case 'not':
        return { text: `1-${this.operand(e.args[0]!, BINDS.product)}`, binds: BINDS.sum }
      case 'payment':
        return negated(call('PMT', ...e.args.map((arg) => this.write(arg))))
      case 'less':
      case 'lessOrEqual':
      case 'greater':
      case 'greaterOrEqual':
      case 'equal': // 1 and 0, as TRUE and FALSE are skipped by MIN, MAX and SUM
        return call('IF', this.infix(e).text, '1', '0')
      default:
        return this.infix(e as Extract<Expression, { op: Operation }>)
    }
  }

  private infix({ op, args }: Extract<Expression, { op: Operation }>): Text {
    const { sign, binds } = SIGNS[op]!
    const text = args
      .map((arg, i) =>
        this.operand(arg, op === 'power' || (i > 0 && (op === 'subtract' || op === 'divide')) ? binds + 1 : binds),
      )
      .join(sign)
    return { text, binds }
  }

  private operand(e: Expression, outer: number): string {
    const { text, binds } = this.text(e)
    return binds < outer ? `(${text})` : text
  }

  /** The condition of a choice, where TRUE and FALSE will do. */
  private condition(e: Expression): string {
    if ('args' in e && isTruth(e)) {
      if (e.op === 'and' || e.op === 'or' || e.op === 'not')
        return call(e.op.toUpperCase(), ...e.args.map((arg) => this.condition(arg))).text
      return this.infix(e as Extract<Expression, { op: Operation }>).text
    }
    return this.write(e)
  }

  private line(e: Extract<Expression, { op: 'line' }>): string {
    const { addresses } = this
    if (e.line.shape === 'figure') return addresses.figure(e.line)
    const { sheet, row } = addresses.row(e.line)
    if (e.back === 'first') return `${sheet}$${addresses.column(1)}${row}`
    if (e.back === 'last') return `${sheet}$${addresses.column(addresses.years)}${row}`
    return `${sheet}${addresses.column(this.year! - e.back)}${row}`
  }

  /** A row's years from the first to the last, or to a relative column. */
  private span(line: Line, end = `$${this.addresses.column(this.addresses.years)}`): string {
    const { sheet, row } = this.addresses.row(line)
    return `${sheet}$${this.addresses.column(1)}${row}:${end}${row}`
  }

  private yearNumbers(): string {
    const { addresses } = this
    const { sheet, row } = addresses.yearNumbers
    return `${sheet}$${addresses.column(1)}$${row}:$${addresses.column(addresses.years)}$${row}`
  }

  /** SUMPRODUCT makes a spreadsheet process the ranges cell by cell, without an array formula. */
  private search(op: 'firstYear' | 'lastYear', row: string, years: string): Text {
    const some = `SUMPRODUCT((${row}<>0)*1)=0`
    const found = op === 'firstYear' ? `MIN(${years}+(${row}=0)*1000)` : `MAX(${years}*(${row}<>0))`
    return call('IF', some, 'NA()', `SUMPRODUCT(${found})`)
  }

  private brackets({ table, args }: Extract<Expression, { op: 'brackets' }>): Text {
    const { keys, steps } = this.addresses.table(table)
    const isPlain = args[1].op === 'constant' && args[1].value === 1
    const thresholds = isPlain ? keys : `${keys}*${this.operand(args[1], BINDS.product)}`
    const above = `${this.operand(args[0], BINDS.sum)}-${thresholds}`
    return call('SUMPRODUCT', `(${above}>0)*(${above})*${steps}`)
  }
}

const whole = (text: string): Text => ({ text, binds: BINDS.whole })
const call = (name: string, ...operands: string[]): Text => whole(`${name}(${operands.join(',')})`)

/**
 * A spreadsheet's unary minus binds more tightly than its power, so a negative is treated as the loosest of products.
 */
function negated({ text, binds }: Text): Text {
  return { text: `-${binds < BINDS.whole ? `(${text})` : text}`, binds: BINDS.sum }
}

function constant(value: number): Text {
  if (!Number.isFinite(value)) return whole('NA()')
  const text = String(value).toUpperCase()
  return value < 0 || Object.is(value, -0) ? { text, binds: BINDS.sum } : whole(text)
}

/** Whether an expression can only be 1 or 0 (or have no value). */
function isTruth(e: Expression): boolean {
  switch (e.op) {
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
    case 'equal':
      return true
    case 'and':
    case 'or':
    case 'not':
      return e.args.every(isTruth)
    default:
      return false
  }
}
