import type { Table } from './expression'
import type { binary, unary } from './operations'

/**
 * Operations as numbers, because a large model has more than a hundred thousand of them: WIDTH for each, which are what to
 * do (`operation`), the number of its result, and two operands. Plain data, so that another thread can have a copy.
 */
export interface Coded {
  readonly code: Int32Array
  /** The operands of operations of KIND.many, preceded by the number of the table if the operation has one. */
  readonly args: Int32Array
  readonly tables: readonly Table[]
}

/**
 * The operations that lead from the varying inputs to the outputs, on registers that hold a block of lanes each. A result
 * is a register, an operand a register or a slot.
 */
export interface Program extends Coded {
  /** Registers into which inputs are loaded before a block is run. */
  readonly loads: readonly Load[]
  /** Registers that are read for an output before the operation at `after` is run. */
  readonly stores: readonly { readonly after: number; readonly register: number; readonly output: number }[]
  readonly outputs: readonly Operand[]
  /** The number of registers. */
  readonly registers: number
}

export interface Load {
  readonly register: number
  readonly input: number
}

/**
 * Where a value comes from: a register of the block, by its number, or a slot of values that all lanes share, by the
 * complement of its number.
 */
export type Operand = number
export const isRegister = (operand: Operand): boolean => operand >= 0
export const slotOf = (operand: Operand): number => ~operand

export const WIDTH = 4
/** What the operands of an operation are. Operations on slots are `one`, `two` and `many` of slots instead of registers. */
export const KIND = {
  /** The value of a slot in all lanes. */
  slot: 0,
  one: 1,
  two: 2,
  withSlot: 3,
  slotWith: 4,
  /** The place and the number of its operands in `args`. */
  many: 5,
} as const
const KINDS = 8

/** The first number of an operation combines its index in one of these lists and its kind. */
export const ONE = ['negate', 'not', 'floor', 'ceil', 'round'] as const satisfies (keyof typeof unary)[]
export const TWO = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'min',
  'max',
  'less',
  'lessOrEqual',
  'equal',
  'orElse',
  'power',
] as const satisfies (keyof typeof binary)[]
export const MANY = ['if', 'brackets', 'lookup', 'payment', 'at', 'firstYear', 'lastYear', 'irr'] as const

export const operation = (which: number, kind: number): number => which * KINDS + kind
export const operationOf = (operation: number): number => Math.floor(operation / KINDS)
export const kindOf = (operation: number): number => operation % KINDS

/**
 * Code that is being written. The same operation on the same operands is written once. A hash table of the places in the
 * code finds it, with open addressing, because there are too many for a Map. Each row holds a place and its hash, which
 * rules out most others without reading the code.
 */
export class Code {
  private code: Int32Array<ArrayBuffer>
  private length = 0
  private args = new Int32Array(1 << 10)
  private argCount = 0
  private rows: Int32Array<ArrayBuffer>
  private count = 0
  /** How many numbers of results have been given out. */
  results = 0

  /** @param expected about how many operations there will be; with more of them it only takes longer */
  constructor(expected: number) {
    this.code = new Int32Array(WIDTH * expected)
    this.rows = new Int32Array(4 << Math.ceil(Math.log2(expected)))
  }

  /** The number of a result that comes from elsewhere. */
  result(): number {
    return this.results++
  }

  /** The number of an operation's result. */
  write(operation: number, a: number, b: number): number {
    const mixed = Math.imul(Math.imul(Math.imul(operation, 0x9e3779b1) ^ a, 0x85ebca6b) ^ b, 0xc2b2ae35)
    const hash = mixed ^ (mixed >>> 15)
    const { code, rows } = this
    let row = rowOf(hash, rows)
    for (; rows[row] !== 0; row = next(row, rows)) {
      if (rows[row + 1] !== hash) continue
      const at = rows[row]! - 1
      if (code[at] === operation && code[at + 2] === a && code[at + 3] === b) return code[at + 1]!
    }
    return this.push(row, hash, operation, a, b)
  }

  /**
   * The same for an operation of KIND.many.
   * @param operands its operands are those from `from` on
   * @param table the number of its table, or −1
   */
  writeMany(operation: number, operands: readonly number[], from: number, table: number): number {
    const count = operands.length - from
    let mixed = Math.imul(operation, 0x9e3779b1) ^ table
    for (let i = from; i < operands.length; i++) mixed = Math.imul(mixed, 0x85ebca6b) ^ operands[i]!
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35)
    const hash = mixed ^ (mixed >>> 15)
    const { code, args, rows } = this
    let row = rowOf(hash, rows)
    search: for (; rows[row] !== 0; row = next(row, rows)) {
      if (rows[row + 1] !== hash) continue
      const at = rows[row]! - 1
      if (code[at] !== operation || code[at + 3] !== count) continue
      const place = code[at + 2]!
      if (table >= 0 && args[place - 1] !== table) continue
      for (let i = 0; i < count; i++) if (args[place + i] !== operands[from + i]) continue search
      return code[at + 1]!
    }
    if (this.argCount + count + 1 > args.length) this.args = wider(args, this.argCount + count + 1)
    if (table >= 0) this.args[this.argCount++] = table
    const place = this.argCount
    for (let i = from; i < operands.length; i++) this.args[this.argCount++] = operands[i]!
    return this.push(row, hash, operation, place, count)
  }

  finish(tables: readonly Table[]): Coded {
    return { code: this.code.slice(0, this.length), args: this.args.slice(0, this.argCount), tables }
  }

  /** Appends an operation and notes it in a free row. */
  private push(row: number, hash: number, operation: number, a: number, b: number): number {
    if (this.length === this.code.length) this.code = wider(this.code, this.length + WIDTH)
    const { code, length } = this
    code[length] = operation
    code[length + 1] = this.results
    code[length + 2] = a
    code[length + 3] = b
    this.length += WIDTH
    this.rows[row] = length + 1
    this.rows[row + 1] = hash
    if (4 * ++this.count > this.rows.length) this.widen()
    return this.results++
  }

  private widen(): void {
    const old = this.rows
    const rows = (this.rows = new Int32Array(2 * old.length))
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] === 0) continue
      let row = rowOf(old[i + 1]!, rows)
      while (rows[row] !== 0) row = next(row, rows)
      rows[row] = old[i]!
      rows[row + 1] = old[i + 1]!
    }
  }
}

const rowOf = (hash: number, rows: Int32Array): number => (2 * hash) & (rows.length - 1)
const next = (row: number, rows: Int32Array): number => (row + 2) & (rows.length - 1)

function wider(numbers: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const found = new Int32Array(Math.max(least, 2 * numbers.length))
  found.set(numbers)
  return found
}
