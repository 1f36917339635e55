import type { Expression, Input, Line, Table } from './expression'
import { Compiler } from './compile'
import { cellsRead, yearIndex } from './dependence'
import type { Evaluation } from './evaluate'
import type { Graph } from './graph'
import { asBinary, binary, type unary } from './operations'

/**
 * The operations that lead from the varying inputs to the outputs, on registers that hold a block of lanes each. A large
 * model has more than a hundred thousand of them, so they are numbers: WIDTH for each operation, which are what to do (see
 * `operationOf`), the register it writes, and two operands. Plain data, so that another thread can have a copy.
 */
export interface Program {
  readonly code: Int32Array
  /** The registers that operations of KIND.many read, preceded by the number of the table if the operation has one. */
  readonly args: Int32Array
  readonly tables: readonly Table[]
  /** Registers into which inputs are loaded before a block is run. */
  readonly loads: readonly { readonly register: number; readonly input: number }[]
  /** Registers that are read for an output before the operation at `after` is run. */
  readonly stores: readonly { readonly after: number; readonly register: number; readonly output: number }[]
  readonly outputs: readonly Operand[]
  /** The number of registers. */
  readonly registers: number
}

/**
 * Where an operand comes from: a register of the block, by its number, or a slot of values that all lanes share, by the
 * complement of its number.
 */
export type Operand = number
export const isRegister = (operand: Operand): boolean => operand >= 0
export const slotOf = (operand: Operand): number => ~operand

/** The value of a slot: that of a cell of the one-lane evaluation, or worked out; it may read slots filled before it. */
type Fill = number | ((slots: Float64Array) => number)

export const WIDTH = 4
/** What the operands of an operation are. */
export const KIND = {
  /** The value of a slot in all lanes. */
  slot: 0,
  one: 1,
  two: 2,
  withSlot: 3,
  slotWith: 4,
  /** The place and the number of its registers in `args`. */
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

export const operationOf = (which: number): number => Math.floor(which / KINDS)
export const kindOf = (which: number): number => which % KINDS

/**
 * Builds the program for these cells, and the list of how its slots (values that all lanes share) are filled.
 * @param base the one-lane evaluation they are filled from
 */
export function programOf(
  graph: Graph,
  base: Evaluation,
  varying: readonly Input[],
  outputs: readonly { readonly line: Line; readonly y: number }[],
): { readonly program: Program; readonly fill: readonly Fill[] } {
  const builder = new Builder(graph, base, varying)
  return { program: builder.finish(outputs.map(({ line, y }) => builder.emit(line, y))), fill: builder.fill }
}

/** Whole numbers that become more; the list is made once for hundreds of thousands of them. */
class Numbers {
  private items = new Int32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.items.length) {
      const wider = new Int32Array(2 * this.length)
      wider.set(this.items)
      this.items = wider
    }
    this.items[this.length++] = value
  }

  at(place: number): number {
    return this.items[place]!
  }

  finish(): Int32Array {
    return this.items.slice(0, this.length)
  }
}

class Builder {
  private readonly code = new Numbers()
  private readonly written = new Written(this.code)
  private readonly manys = new Map<string, number>()
  private readonly args = new Numbers()
  private readonly tables: Table[] = []
  /** The operand of each cell that was emitted. */
  private readonly cells: Int32Array
  private readonly partialSums = new Map<number, Operand>()
  private readonly slotOfCell = new Map<number, number>()
  private readonly constants = new Map<number, Operand>()
  private readonly broadcasts = new Map<number, number>()
  readonly fill: Fill[] = []
  private readonly compiler: Compiler
  private readonly compiled = new Map<Expression, (y: number) => number>()
  private readonly loads = new Map<number, number>()
  private readonly known = new Map<Expression, boolean>()
  private readonly varyingLines: ReadonlySet<Line>
  private readonly inputPosition: ReadonlyMap<Input, number>
  private registers = 0

  constructor(
    private readonly graph: Graph,
    private readonly base: Evaluation,
    varying: readonly Input[],
  ) {
    this.inputPosition = new Map(varying.map((input, i) => [input, i]))
    this.compiler = new Compiler(graph, base.values, base.inputs)
    this.varyingLines = linesThatVary(graph, new Set(varying))
    this.cells = new Int32Array(graph.size).fill(NOT_YET)
  }

  /** Emits a cell and, before it, the cells it needs; without recursion, as chains over years grow long. */
  emit(line: Line, y: number): Operand {
    const stack: { line: Line; y: number; ready: boolean }[] = [{ line, y, ready: false }]
    for (let task = stack.pop(); task; task = stack.pop()) {
      const cell = this.cell(task.line, task.y)
      if (this.cells[cell] !== NOT_YET) continue
      if (!this.varyingLines.has(task.line)) {
        this.cells[cell] = this.slotFor(cell)
        continue
      }
      const formula = task.y === 0 ? task.line.first : task.line.later
      if (task.ready) {
        this.cells[cell] = this.operand(formula, task.y)
        continue
      }
      stack.push({ ...task, ready: true })
      // Reversed, so that early years come first and their registers are free again soon.
      for (const { line: needed, y: year } of cellsRead(formula, task.y, this.graph.years).reverse()) {
        if (this.cells[this.cell(needed, year)] === NOT_YET) stack.push({ line: needed, y: year, ready: false })
      }
    }
    return this.cells[this.cell(line, y)]!
  }

  /** Assigns the registers of a block. */
  finish(found: readonly Operand[]): Program {
    const code = this.code.finish()
    const args = this.args.finish()
    const lastUse = new Int32Array(this.registers).fill(NEVER)
    for (let i = 0; i < code.length; i += WIDTH)
      eachRead(code, args, i, (list, place) => {
        lastUse[list[place]!] = i
      })
    const storesOf = new Map<number, number[]>()
    found.forEach((operand, output) => {
      if (!isRegister(operand)) return
      const list = storesOf.get(operand)
      if (list) list.push(output)
      else storesOf.set(operand, [output])
    })

    // Loaded inputs keep their register to the end of the block; the others are handed on after their last use.
    const physical = new Int32Array(this.registers)
    const stores: { after: number; register: number; output: number }[] = []
    const store = (virtual: number, after: number) =>
      storesOf.get(virtual)?.forEach((output) => stores.push({ after, register: physical[virtual]!, output }))
    let count = 0
    const loads = [...this.loads].map(([input, register]) => {
      physical[register] = count
      lastUse[register] = NEVER
      return { input, register: count++ }
    })
    for (const register of this.loads.values()) store(register, 0)
    const free: number[] = []
    for (let i = 0; i < code.length; i += WIDTH) {
      // An operation may write where it reads: every loop finishes lane i before it goes on to i + 1.
      eachRead(code, args, i, (list, place) => {
        const read = list[place]!
        const register = (list[place] = physical[read]!)
        if (lastUse[read] !== i) return
        free.push(register)
        lastUse[read] = NEVER // it may stand there twice
      })
      const out = code[i + 1]!
      const register = (code[i + 1] = physical[out] = free.pop() ?? count++)
      store(out, i + WIDTH)
      if (lastUse[out] === NEVER) free.push(register)
    }
    return {
      code,
      args,
      tables: this.tables,
      stores,
      loads,
      outputs: found,
      registers: count,
    }
  }

  private cell(line: Line, y: number): number {
    return this.graph.offset.get(line)! + (line.shape === 'row' ? y : 0)
  }

  /** Asked for every year and at every level of a formula, so it is remembered. */
  private varies(e: Expression): boolean {
    let answer = this.known.get(e)
    if (answer === undefined) this.known.set(e, (answer = this.looksVarying(e)))
    return answer
  }

  private looksVarying(e: Expression): boolean {
    if (e.op === 'input') return this.inputPosition.has(e.input)
    if (e.op === 'series') return e.series.inputs.some((input) => this.inputPosition.has(input))
    if ('line' in e && this.varyingLines.has(e.line)) return true
    return e.op === 'at' ? this.varies(e.index) : 'args' in e && e.args.some((arg) => this.varies(arg))
  }

  private slotFor(cell: number): Operand {
    let slot = this.slotOfCell.get(cell)
    if (slot === undefined) this.slotOfCell.set(cell, (slot = this.slot(cell)))
    return slot
  }

  private constant(value: number): Operand {
    // A map takes −0 for 0.
    if (Object.is(value, -0)) return this.slot(() => value)
    let slot = this.constants.get(value)
    if (slot === undefined) this.constants.set(value, (slot = this.slot(() => value)))
    return slot
  }

  private slot(fill: Fill): Operand {
    return ~(this.fill.push(fill) - 1)
  }

  private operand(e: Expression, y: number): Operand {
    if (!this.varies(e)) {
      if (e.op === 'line') return this.slotFor(this.cell(e.line, yearIndex(e, y, this.graph.years)))
      if (e.op === 'constant') return this.constant(e.value)
      if (e.op === 'year') return this.constant(y + 1)
      let compute = this.compiled.get(e)
      if (!compute) this.compiled.set(e, (compute = this.compiler.cell(e)))
      return this.slot(() => compute(y))
    }
    switch (e.op) {
      case 'input':
        return this.load(e.input)
      case 'series':
        return this.load(e.series.inputs[y]!)
      case 'line':
        return this.cells[this.cell(e.line, yearIndex(e, y, this.graph.years))]!
      case 'sum':
        return this.partialSum(e.line, e.to === 'last' ? this.graph.years : e.to === 'this' ? y + 1 : y)
      case 'at': {
        const row = this.rowRegisters(e.line)
        return this.many('at', [this.register(this.operand(e.index, y)), ...row])
      }
      case 'firstYear':
      case 'lastYear':
      case 'irr':
        return this.many(e.op, this.rowRegisters(e.line))
      case 'brackets':
      case 'lookup':
        return this.withTable(e.op, e.table, this.argRegisters(e.args, y))
      case 'if':
      case 'payment':
        return this.many(e.op, this.argRegisters(e.args, y))
      case 'negate':
      case 'not':
      case 'floor':
      case 'ceil':
      case 'round':
        return this.write(KIND.one, ONE.indexOf(e.op), this.register(this.operand(e.args[0]!, y)), 0)
    }
    if (e.op === 'constant' || e.op === 'year') throw new TypeError(`${e.op} does not vary`)
    const { kind, swap } = asBinary[e.op]!
    const operands = e.args.map((arg) => this.operand(arg, y))
    if (swap) operands.reverse()
    return operands.reduce((a, b) => this.binary(kind, a, b))
  }

  /** An input: the register into which it is loaded, or the slot of the value that all lanes share. */
  private load(input: Input): Operand {
    const position = this.inputPosition.get(input)
    if (position === undefined) {
      const { inputs } = this.base
      const i = this.graph.inputIndex.get(input.id)!
      return this.slot(() => inputs[i]!)
    }
    let register = this.loads.get(position)
    if (register === undefined) this.loads.set(position, (register = this.registers++))
    return register
  }

  private binary(kind: keyof typeof binary, a: Operand, b: Operand): Operand {
    const operation = TWO.indexOf(kind)
    if (isRegister(a))
      return isRegister(b) ? this.write(KIND.two, operation, a, b) : this.write(KIND.withSlot, operation, a, slotOf(b))
    if (isRegister(b)) return this.write(KIND.slotWith, operation, slotOf(a), b)
    // Two shared values inside a chain whose later operands vary.
    const [x, y] = [slotOf(a), slotOf(b)]
    return this.slot((slots) => binary[kind].scalar(slots[x]!, slots[y]!))
  }

  /** Sum of the first `count` years of a row, each partial sum made once. */
  private partialSum(line: Line, count: number): Operand {
    const start = this.cell(line, 0)
    if (count === 0) return this.constant(0)
    let sum: Operand | undefined
    let from = count
    while (from > 0 && (sum = this.partialSums.get(start * (this.graph.years + 1) + from)) === undefined) from--
    sum ??= this.constant(0)
    for (let k = from; k < count; k++) {
      sum = this.binary('add', sum, this.cells[start + k]!)
      this.partialSums.set(start * (this.graph.years + 1) + k + 1, sum)
    }
    return sum
  }

  private rowRegisters(line: Line): number[] {
    return Array.from({ length: this.graph.years }, (_, y) => this.register(this.cells[this.cell(line, y)]!))
  }

  /** A register for an operand; a shared value is spread over one. */
  private register(operand: Operand): number {
    if (isRegister(operand)) return operand
    let register = this.broadcasts.get(operand)
    if (register === undefined) this.broadcasts.set(operand, (register = this.write(KIND.slot, 0, slotOf(operand), 0)))
    return register
  }

  private argRegisters(args: readonly Expression[], y: number): number[] {
    return args.map((arg) => this.register(this.operand(arg, y)))
  }

  private many(operation: (typeof MANY)[number], registers: readonly number[], table?: number): Operand {
    const key = `${operation} ${table} ${registers.join()}`
    let out = this.manys.get(key)
    if (out !== undefined) return out
    if (table !== undefined) this.args.push(table)
    const at = this.args.length
    for (const register of registers) this.args.push(register)
    out = this.push(MANY.indexOf(operation) * KINDS + KIND.many, at, registers.length)
    this.manys.set(key, out)
    return out
  }

  private withTable(operation: 'brackets' | 'lookup', table: Table, registers: readonly number[]): Operand {
    const known = this.tables.indexOf(table)
    return this.many(operation, registers, known >= 0 ? known : this.tables.push(table) - 1)
  }

  /** The register of an operation's result; the same operation on the same operands is written once. */
  private write(kind: number, operation: number, a: number, b: number): Operand {
    const which = operation * KINDS + kind
    const place = this.written.placeOf(which, a, b)
    return place === undefined ? this.push(which, a, b) : this.code.at(place + 1)
  }

  private push(which: number, a: number, b: number): number {
    const out = this.registers++
    this.code.push(which)
    this.code.push(out)
    this.code.push(a)
    this.code.push(b)
    return out
  }
}

/**
 * Finds operations that were written before. A hash table of their places in the code, with open addressing, because
 * there are too many for a Map. Each row holds a place and its hash, which rules out most others without reading the code.
 */
class Written {
  private rows = new Int32Array(2 * 4096)
  private count = 0

  constructor(private readonly code: Numbers) {}

  /** Where the operation was written, or undefined; then it is noted as the one about to be written next. */
  placeOf(which: number, a: number, b: number): number | undefined {
    const { code, rows } = this
    const mixed = Math.imul(Math.imul(Math.imul(which, 0x9e3779b1) ^ a, 0x85ebca6b) ^ b, 0xc2b2ae35)
    const hash = mixed ^ (mixed >>> 15)
    let row = rowOf(hash, rows)
    for (; rows[row] !== 0; row = next(row, rows)) {
      if (rows[row + 1] !== hash) continue
      const place = rows[row]! - 1
      if (code.at(place) === which && code.at(place + 2) === a && code.at(place + 3) === b) return place
    }
    rows[row] = code.length + 1
    rows[row + 1] = hash
    if (4 * ++this.count > rows.length) this.widen()
    return undefined
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

/** Every place at which the operation at `i` names a register that it reads: in the code, or in the list beside. */
function eachRead(code: Int32Array, args: Int32Array, i: number, visit: (list: Int32Array, place: number) => void) {
  const kind = kindOf(code[i]!)
  if (kind === KIND.one || kind === KIND.two || kind === KIND.withSlot) visit(code, i + 2)
  if (kind === KIND.two || kind === KIND.slotWith) visit(code, i + 3)
  if (kind !== KIND.many) return
  const from = code[i + 2]!
  for (let k = 0; k < code[i + 3]!; k++) visit(args, from + k)
}

/** No operand stands for a cell yet; no slot has so great a number. */
const NOT_YET = -0x80000000
/** The last use of a register that nobody reads, or that must not be handed on. */
const NEVER = -1

/** Lines in which some cell depends on a varying input. */
function linesThatVary(graph: Graph, varying: ReadonlySet<Input>): ReadonlySet<Line> {
  const found = new Set<Line>()
  const depends = (e: Expression): boolean => {
    if (e.op === 'input') return varying.has(e.input)
    if (e.op === 'series') return e.series.inputs.some((input) => varying.has(input))
    if ('line' in e && found.has(e.line)) return true
    return e.op === 'at' ? depends(e.index) : 'args' in e && e.args.some(depends)
  }
  for (const { firstOrder } of graph.steps) {
    // In a group that works year by year each member may depend on each: once one varies, look again.
    let changed = true
    while (changed) {
      changed = false
      for (const line of firstOrder) {
        if (found.has(line) || !(depends(line.first) || depends(line.later))) continue
        found.add(line)
        changed = firstOrder.length > 1
      }
    }
  }
  return found
}
