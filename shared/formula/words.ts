import type { Expression, Line, Operation, Table } from './expression'
import type { Unit } from './units'

/** A piece of a formula in words: plain text, or an operand that can be explained. */
export type Piece = string | { readonly operand: Operand }

/** A named operand of a formula: a line, an input, the year, or a function over a whole row. */
export type Operand = Extract<
  Expression,
  { op: 'input' | 'series' | 'line' | 'at' | 'sum' | 'year' | 'firstYear' | 'lastYear' | 'irr' }
>

// Operator precedence: a looser operand inside a tighter one gets parentheses.
const SIGNS: Partial<Record<Operation, { sign: string; binds: number }>> = {
  less: { sign: '<', binds: 1 },
  lessOrEqual: { sign: '≤', binds: 1 },
  greater: { sign: '>', binds: 1 },
  greaterOrEqual: { sign: '≥', binds: 1 },
  equal: { sign: '=', binds: 1 },
  add: { sign: '+', binds: 2 },
  subtract: { sign: '−', binds: 2 },
  multiply: { sign: '×', binds: 3 },
  divide: { sign: '÷', binds: 3 },
  power: { sign: '^', binds: 5 },
}

const NAMES: Partial<Record<Operation, string>> = {
  min: 'the least of',
  max: 'the greatest of',
  floor: 'rounded down',
  ceil: 'rounded up',
  round: 'rounded',
}

/** A formula in words, with the operands kept separate so that a page can make them links. */
export function words(e: Expression): Piece[] {
  const pieces: Piece[] = []
  write(e, 0, pieces)
  return pieces.reduce<Piece[]>((joined, piece) => {
    const last = joined[joined.length - 1]
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece
    else joined.push(piece)
    return joined
  }, [])
}

/** A formula in words as one string. */
export function inWords(e: Expression): string {
  return words(e)
    .map((piece) => (typeof piece === 'string' ? piece : nameOf(piece.operand)))
    .join('')
}

/** The name of an operand in a sentence; the index of an `at` follows it as a formula of its own. */
export function nameOf(operand: Operand): string {
  switch (operand.op) {
    case 'input':
      return operand.input.label
    case 'series':
      return operand.series.label
    case 'year':
      return 'year number'
    case 'line':
      return operand.line.label + when(operand.line, operand.back)
    case 'at':
      return operand.line.label
    case 'sum':
      return `sum of ${operand.line.label} ${operand.to === 'last' ? 'over all years' : operand.to === 'this' ? 'up to this year' : 'up to last year'}`
    case 'firstYear':
      return `first year in which ${operand.line.label}`
    case 'lastYear':
      return `last year in which ${operand.line.label}`
    case 'irr':
      return `internal rate of return of ${operand.line.label}`
  }
}

function when(line: Line, back: number | 'first' | 'last'): string {
  if (line.shape === 'figure' || back === 0) return ''
  if (back === 'first' || back === 'last') return ` in the ${back} year`
  return back === 1 ? ' last year' : ` ${back} years before`
}

function write(e: Expression, outer: number, out: Piece[]): void {
  switch (e.op) {
    case 'constant':
      out.push(number(e.value, e.unit))
      return
    case 'input':
    case 'series':
    case 'line':
    case 'sum':
    case 'year':
    case 'firstYear':
    case 'lastYear':
    case 'irr':
      out.push({ operand: e })
      return
    case 'at':
      out.push({ operand: e }, ' in year [')
      write(e.index, 0, out)
      out.push(']')
      return
    case 'brackets':
      return named(`${tableName(e.table)} on`, [e.args[0]], out, isOne(e.args[1]) ? [] : ['thresholds ×', e.args[1]])
    case 'lookup':
      return named(`${tableName(e.table)} at`, e.args, out)
    case 'negate':
      return prefix('−', e.args[0]!, outer, out)
    case 'not':
      return prefix('not ', e.args[0]!, outer, out)
    case 'and':
    case 'or':
      return infix(e.args, ` ${e.op} `, e.op === 'and' ? 0.7 : 0.5, outer, out)
    case 'if':
      out.push('(')
      write(e.args[1]!, 0, out)
      out.push(' if ')
      write(e.args[0]!, 0.8, out)
      out.push(', otherwise ')
      write(e.args[2]!, 0, out)
      out.push(')')
      return
    case 'orElse':
      out.push('(')
      write(e.args[0]!, 0, out)
      out.push(', or if there is none ')
      write(e.args[1]!, 0, out)
      out.push(')')
      return
    case 'payment':
      return named('level payment (rate, periods, principal) of', e.args, out)
    case 'min':
    case 'max':
    case 'floor':
    case 'ceil':
    case 'round':
      return named(NAMES[e.op]!, e.args, out)
    default: {
      const { sign, binds } = SIGNS[e.op]!
      return infix(e.args, ` ${sign} `, binds, outer, out)
    }
  }
}

/** A unary minus goes outside a power: −a ^ 2 is −(a ^ 2). */
function prefix(sign: string, operand: Expression, outer: number, out: Piece[]): void {
  const enclose = outer > 4
  out.push(enclose ? `(${sign}` : sign)
  write(operand, 4, out)
  if (enclose) out.push(')')
}

function infix(args: readonly Expression[], sign: string, binds: number, outer: number, out: Piece[]): void {
  const enclose = binds < outer
  if (enclose) out.push('(')
  args.forEach((arg, i) => {
    if (i > 0) out.push(sign)
    // The right side of − and ÷ binds tighter, and both sides of a power: a − (b − c), (a ^ b) ^ c.
    const tighter = sign === ' ^ ' || (i > 0 && (sign === ' − ' || sign === ' ÷ '))
    write(arg, tighter ? binds + 0.1 : binds, out)
  })
  if (enclose) out.push(')')
}

function named(
  name: string,
  args: readonly Expression[],
  out: Piece[],
  also: readonly (string | Expression)[] = [],
): void {
  out.push(`${name} (`)
  args.forEach((arg, i) => {
    if (i > 0) out.push('; ')
    write(arg, 0, out)
  })
  also.forEach((part, i) => {
    if (typeof part === 'string') out.push(`${i === 0 ? '; ' : ''}${part} `)
    else write(part, 3, out)
  })
  out.push(')')
}

const isOne = (e: Expression): boolean => e.op === 'constant' && e.value === 1
const tableName = (table: Table): string => table.label

/** A constant of the method (½, 12, 0.9), as short as possible. */
function number(value: number, unit?: Unit): string {
  if (Number.isNaN(value)) return 'none'
  const size = unit === 'usd' ? `$${Math.abs(value).toLocaleString('en-US')}` : String(Math.abs(value))
  return value < 0 ? `−${size}` : size
}
