import type { Expression, Input, Line, Table } from './expression'
import { Compiler } from './compile'
import { cellsRead, yearIndex } from './dependence'
import { evaluation, type Evaluation } from './evaluate'
import type { Graph } from './graph'
import {
  asBinary,
  binary,
  brackets,
  firstYear,
  lastYear,
  lookup,
  onlyRate,
  scalar,
  unary,
  type Binary,
  type Unary,
} from './operations'

/**
 * Many variations of the inputs at once. Every cell that depends on a varying input becomes a few instructions over
 * blocks of lanes; a block's registers stay in the processor's cache and are used again as soon as nobody needs what
 * they hold. Everything else is computed once, by the one-lane evaluation.
 *
 * Lane i gives, bit for bit, what a one-lane run with the inputs of lane i gives.
 */
export interface Lanes {
  /**
   * @param base inputs of all lanes, in the order of `graph.inputs`
   * @param columns for each varying input, in the order given when the lanes were prepared, its value in each lane
   * @param count number of lanes
   */
  run(base: Float64Array, columns: readonly Float64Array[], count: number): LaneResult
  /** Size of the prepared program, for benchmarks and curiosity. */
  readonly instructions: number
  readonly registers: number
}

/** Valid until the next run. */
export interface LaneResult {
  readonly count: number
  /** An output's value in each lane; `year` is 1 for the first, left out for figures. */
  column(line: Line, year?: number): Float64Array
}

const BLOCK = 256

/**
 * Where an operand comes from: a register of the block, by its number, or a slot of values that all lanes share, by the
 * complement of its number. A large model has several hundred thousand of them, so they are numbers.
 */
type Operand = number
const isRegister = (operand: Operand): boolean => operand >= 0
const slotOf = (operand: Operand): number => ~operand

/** The value of a slot: that of a cell of the one-lane evaluation, or worked out; it may read slots filled before it. */
type Fill = number | ((slots: Float64Array) => number)

/**
 * The registers of a block. Much of a large model is the same in all lanes of a block although it might differ: nothing
 * was sold yet, no tax is due. Such a register holds one number, and what is made of such numbers alone is one number
 * again, by the same operation for one lane; that saves most of the work and changes no result.
 */
class Registers {
  /** A register's value in each lane; valid unless it is only `shared`. */
  private readonly lanes: readonly Float64Array[]
  private readonly state: Uint8Array
  private readonly value: Float64Array

  constructor(count: number, block: number) {
    this.lanes = Array.from({ length: count }, () => new Float64Array(block))
    this.state = new Uint8Array(count)
    this.value = new Float64Array(count)
  }

  isShared(register: number): boolean {
    return this.state[register] !== DIFFERS
  }

  /** The one number of a register that all lanes share. */
  shared(register: number): number {
    return this.value[register]!
  }

  share(register: number, value: number): void {
    this.value[register] = value
    this.state[register] = SHARED
  }

  /** Where the lanes of a result are written; `settle` must follow. */
  into(register: number): Float64Array {
    return this.lanes[register]!
  }

  /** A register's value in each of the first n lanes. */
  each(register: number, n: number): Float64Array {
    const lanes = this.lanes[register]!
    if (this.state[register] === SHARED) {
      lanes.fill(this.value[register]!, 0, n)
      this.state[register] = SPREAD
    }
    return lanes
  }

  /** After lanes were written: whether all are the same, the sign of zero included. */
  settle(register: number, n: number): void {
    const lanes = this.lanes[register]!
    const first = lanes[0]!
    this.state[register] = DIFFERS
    if (first === 0) {
      for (let i = 1; i < n; i++) if (!Object.is(lanes[i], first)) return
    } else {
      for (let i = 1; i < n; i++) if (lanes[i] !== first) return
    }
    this.value[register] = first
    this.state[register] = SPREAD
  }

  copy(from: number, to: number, n: number): void {
    if (this.isShared(from)) return this.share(to, this.value[from]!)
    if (from !== to) this.lanes[to]!.set(this.lanes[from]!.subarray(0, n))
    this.state[to] = DIFFERS
  }
}

/** What a register holds: lanes that differ; one number; one number that stands in the lanes too. */
const DIFFERS = 0
const SHARED = 1
const SPREAD = 2

/**
 * Prepares a graph for many lanes.
 * @param outputs rows (all years) and figures to be read afterward
 * @param varying the inputs that differ between lanes
 * @param block lanes worked at once; the result does not depend on it
 */
export function lanes(graph: Graph, outputs: readonly Line[], varying: readonly Input[], block = BLOCK): Lanes {
  const base = evaluation(graph, outputs)
  const program = new Program(graph, base, varying)
  const cells: number[] = []
  for (const line of outputs) {
    const start = graph.offset.get(line)!
    for (let y = 0; y < (line.shape === 'row' ? graph.years : 1); y++) {
      program.emit(line, y)
      cells.push(start + y)
    }
  }
  const plan = program.finish(cells)
  const registers = new Registers(plan.registers, block)
  const slots = new Float64Array(plan.fill.length)
  let columnsOut: Float64Array[] = []
  let last: Float64Array | undefined
  const position = new Map(cells.map((cell, i) => [cell, i]))

  return {
    instructions: plan.code.length / WIDTH,
    registers: plan.registers,
    run(inputs, columns, count) {
      if (columns.length !== varying.length)
        throw new RangeError(`${varying.length} inputs vary; ${columns.length} columns were given.`)
      // What all lanes share is worked out once for runs that differ in the columns alone, as a search makes them.
      if (!last || last.length !== inputs.length || last.some((value, i) => !Object.is(value, inputs[i]))) {
        base.run(inputs)
        plan.fill.forEach((fill, i) => (slots[i] = typeof fill === 'number' ? base.values[fill]! : fill(slots)))
        last = inputs.slice()
      }
      if (columnsOut[0]?.length !== count) columnsOut = cells.map(() => new Float64Array(count))
      for (const [i, output] of plan.outputs.entries()) {
        if (!isRegister(output)) columnsOut[i]!.fill(slots[slotOf(output)]!)
      }
      for (let start = 0; start < count; start += block) {
        const n = Math.min(block, count - start)
        for (const { register, input } of plan.loads) {
          registers.into(register).set(columns[input]!.subarray(start, start + n))
          registers.settle(register, n)
        }
        let at = 0
        for (const { after, register, output } of plan.stores) {
          plan.work(registers, slots, n, at, (at = after))
          columnsOut[output]!.set(registers.each(register, n).subarray(0, n), start)
        }
        plan.work(registers, slots, n, at, plan.code.length)
      }
      return {
        count,
        column(line, year) {
          const start = graph.offset.get(line)
          const i = start === undefined ? undefined : position.get(start + (line.shape === 'row' ? (year ?? 0) - 1 : 0))
          if (i === undefined) throw new RangeError(`${line.id}, year ${year}, is not among the outputs.`)
          return columnsOut[i]!
        },
      }
    },
  }
}

/** An operation of more operands, or with a table: the registers that it reads stand in `args` from `at` on. */
type Work = (r: Registers, out: number, args: Int32Array, at: number, count: number, n: number) => void

/**
 * The operations of a block, as numbers: WIDTH of them each, which are its kind and operation, the register it writes,
 * and two operands. Until registers are shared out these name registers of their own, afterward those of the block.
 */
const WIDTH = 4
/** The value of a slot in all lanes. */
const SPREAD_OVER = 0
const ONE = 1
const TWO = 2
const WITH_SLOT = 3
const SLOT_WITH = 4
/** Operands are the place and the number of its registers in a list beside. */
const MANY = 5
const KINDS = 8

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

  finish(): Int32Array {
    return this.items.slice(0, this.length)
  }
}

/** What the numbers of operations stand for. */
class Operations {
  readonly one: Pick<Unary, 'scalar' | 'b'>[] = []
  readonly two: Binary[] = []
  readonly many: Work[] = []

  /** The number of an operation in its list. */
  static numberIn<Operation>(list: Operation[], operation: Operation): number {
    const known = list.indexOf(operation)
    return known >= 0 ? known : list.push(operation) - 1
  }
}

/** Works the operations from place `from` to `to` of the code on the first n lanes. */
function work(
  { one, two, many }: Operations,
  code: Int32Array,
  args: Int32Array,
  r: Registers,
  slots: Float64Array,
  n: number,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i += WIDTH) {
    const which = code[i]!
    const out = code[i + 1]!
    const a = code[i + 2]!
    const b = code[i + 3]!
    const operation = Math.floor(which / KINDS)
    switch (which % KINDS) {
      case SPREAD_OVER:
        r.share(out, slots[a]!)
        break
      case ONE:
        single(one[operation]!, r, out, a, n)
        break
      case TWO:
        pair(two[operation]!, r, out, a, b, n)
        break
      case WITH_SLOT:
        pairWithSlot(two[operation]!, r, out, a, slots[b]!, n)
        break
      case SLOT_WITH:
        slotWithPair(two[operation]!, r, out, slots[a]!, b, n)
        break
      default:
        many[operation]!(r, out, args, a, b, n)
    }
  }
}

function single(operation: Pick<Unary, 'scalar' | 'b'>, r: Registers, out: number, from: number, n: number): void {
  if (r.isShared(from)) return r.share(out, operation.scalar(r.shared(from)))
  operation.b(r.into(out), r.each(from, n), n)
  r.settle(out, n)
}

function pair(operation: Binary, r: Registers, out: number, x: number, y: number, n: number): void {
  if (r.isShared(x)) {
    const left = r.shared(x)
    if (r.isShared(y)) return r.share(out, operation.scalar(left, r.shared(y)))
    operation.nb(r.into(out), left, r.each(y, n), n)
  } else if (r.isShared(y)) operation.bn(r.into(out), r.each(x, n), r.shared(y), n)
  else operation.bb(r.into(out), r.each(x, n), r.each(y, n), n)
  r.settle(out, n)
}

function pairWithSlot(operation: Binary, r: Registers, out: number, left: number, right: number, n: number): void {
  if (r.isShared(left)) return r.share(out, operation.scalar(r.shared(left), right))
  operation.bn(r.into(out), r.each(left, n), right, n)
  r.settle(out, n)
}

function slotWithPair(operation: Binary, r: Registers, out: number, left: number, right: number, n: number): void {
  if (r.isShared(right)) return r.share(out, operation.scalar(left, r.shared(right)))
  operation.nb(r.into(out), left, r.each(right, n), n)
  r.settle(out, n)
}

const choose: Work = (r, out, args, at, _, n) => {
  const c = args[at]!
  const a = args[at + 1]!
  const b = args[at + 2]!
  if (r.isShared(c)) {
    const chosen = r.shared(c)
    return chosen !== chosen ? r.share(out, chosen) : r.copy(chosen !== 0 ? a : b, out, n)
  }
  const condition = r.each(c, n)
  const yes = r.each(a, n)
  const no = r.each(b, n)
  const to = r.into(out)
  for (let i = 0; i < n; i++) to[i] = scalar.choose(condition[i]!, yes[i]!, no[i]!)
  r.settle(out, n)
}

const payment: Work = (r, out, args, at, _, n) => {
  const a = args[at]!
  const b = args[at + 1]!
  const c = args[at + 2]!
  if (r.isShared(a) && r.isShared(b) && r.isShared(c))
    return r.share(out, scalar.payment(r.shared(a), r.shared(b), r.shared(c)))
  const rate = r.each(a, n)
  const periods = r.each(b, n)
  const principal = r.each(c, n)
  const to = r.into(out)
  for (let i = 0; i < n; i++) to[i] = scalar.payment(rate[i]!, periods[i]!, principal[i]!)
  r.settle(out, n)
}

/** The first operand says in which of the others, the years of a row, to look. */
const yearAt: Work = (r, out, args, at, count, n) => {
  const index = args[at]!
  const cell = (which: number) => {
    const k = Math.trunc(which)
    return k >= 1 && k < count ? args[at + k]! : undefined
  }
  if (r.isShared(index)) {
    const from = cell(r.shared(index))
    return from === undefined ? r.share(out, NaN) : r.copy(from, out, n)
  }
  const to = r.into(out)
  const which = r.each(index, n)
  for (let i = 0; i < n; i++) {
    const from = cell(which[i]!)
    to[i] = from === undefined ? NaN : r.isShared(from) ? r.shared(from) : r.each(from, n)[i]!
  }
  r.settle(out, n)
}

const searched =
  (search: (row: Float64Array) => number): Work =>
  (r, out, args, at, count, n) => {
    const values = new Float64Array(count)
    const differing: number[] = []
    for (let k = 0; k < count; k++) {
      if (r.isShared(args[at + k]!)) values[k] = r.shared(args[at + k]!)
      else differing.push(k)
    }
    if (differing.length === 0) return r.share(out, search(values))
    const to = r.into(out)
    for (let i = 0; i < n; i++) {
      for (const k of differing) values[k] = r.each(args[at + k]!, n)[i]!
      to[i] = search(values)
    }
    r.settle(out, n)
  }
const SEARCHES = { firstYear: searched(firstYear), lastYear: searched(lastYear), irr: searched(onlyRate) }

const taxed =
  (table: Table): Work =>
  (r, out, args, at, _, n) => {
    const x = args[at]!
    const s = args[at + 1]!
    if (r.isShared(x) && r.isShared(s)) return r.share(out, brackets(table, r.shared(x), r.shared(s)))
    const income = r.each(x, n)
    const scale = r.each(s, n)
    const to = r.into(out)
    for (let i = 0; i < n; i++) to[i] = brackets(table, income[i]!, scale[i]!)
    r.settle(out, n)
  }

class Program {
  private readonly code = new Numbers()
  private readonly args = new Numbers()
  private readonly operations = new Operations()
  /** The operand of each cell that was emitted. */
  private readonly cells: Int32Array
  private readonly partialSums = new Map<number, Operand>()
  private readonly slotOfCell = new Map<number, number>()
  private readonly broadcasts = new Map<number, number>()
  private readonly fill: Fill[] = []
  private readonly compiler: Compiler
  private readonly compiled = new Map<Expression, (y: number) => number>()
  private readonly loads = new Map<number, number>()
  private readonly known = new Map<Expression, boolean>()
  private readonly taxes = new Map<Table, Work>()
  private readonly lookups = new Map<Table, Pick<Unary, 'scalar' | 'b'>>()
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
  emit(line: Line, y: number): void {
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
  }

  finish(outputs: readonly number[]): {
    code: Int32Array
    work: (r: Registers, slots: Float64Array, n: number, from: number, to: number) => void
    /** Registers that are read for an output before the operation at place `after` is worked. */
    stores: { after: number; register: number; output: number }[]
    loads: { register: number; input: number }[]
    fill: Fill[]
    outputs: Operand[]
    registers: number
  } {
    const { operations } = this
    const code = this.code.finish()
    const args = this.args.finish()
    const lastUse = new Int32Array(this.registers).fill(NEVER)
    for (let i = 0; i < code.length; i += WIDTH)
      eachRead(code, args, i, (list, place) => {
        lastUse[list[place]!] = i
      })
    const found = outputs.map((cell) => this.cells[cell]!)
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
      work: (r, slots, n, from, to) => work(operations, code, args, r, slots, n, from, to),
      stores,
      loads,
      fill: this.fill,
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

  private slot(fill: Fill): Operand {
    return ~(this.fill.push(fill) - 1)
  }

  private operand(e: Expression, y: number): Operand {
    if (!this.varies(e)) {
      if (e.op === 'line') return this.slotFor(this.cell(e.line, yearIndex(e, y, this.graph.years)))
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
        return this.many(yearAt, [this.register(this.operand(e.index, y)), ...row])
      }
      case 'firstYear':
      case 'lastYear':
      case 'irr':
        return this.many(SEARCHES[e.op], this.rowRegisters(e.line))
      case 'brackets':
        return this.many(this.taxedBy(e.table), this.argRegisters(e.args, y))
      case 'lookup': {
        return this.one(this.lookupIn(e.table), this.register(this.operand(e.args[0], y)))
      }
      case 'if':
        return this.many(choose, this.argRegisters(e.args, y))
      case 'payment':
        return this.many(payment, this.argRegisters(e.args, y))
      case 'negate':
      case 'not':
      case 'floor':
      case 'ceil':
      case 'round':
        return this.one(unary[e.op], this.register(this.operand(e.args[0]!, y)))
    }
    if (e.op === 'constant' || e.op === 'year') throw new TypeError(`${e.op} does not vary`)
    const { kind, swap } = asBinary[e.op]!
    const operands = e.args.map((arg) => this.operand(arg, y))
    if (swap) operands.reverse()
    return operands.reduce((a, b) => this.binary(binary[kind], a, b))
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

  private binary(loops: Binary, a: Operand, b: Operand): Operand {
    const operation = () => Operations.numberIn(this.operations.two, loops)
    if (isRegister(a))
      return isRegister(b) ? this.write(TWO, operation(), a, b) : this.write(WITH_SLOT, operation(), a, slotOf(b))
    if (isRegister(b)) return this.write(SLOT_WITH, operation(), slotOf(a), b)
    // Two shared values inside a chain whose later operands vary.
    const [x, y] = [slotOf(a), slotOf(b)]
    return this.slot((slots) => loops.scalar(slots[x]!, slots[y]!))
  }

  /** Sum of the first `count` years of a row, each partial sum made once. */
  private partialSum(line: Line, count: number): Operand {
    const start = this.cell(line, 0)
    if (count === 0) return this.slot(() => 0)
    let sum: Operand | undefined
    let from = count
    while (from > 0 && (sum = this.partialSums.get(start * (this.graph.years + 1) + from)) === undefined) from--
    sum ??= this.slot(() => 0)
    for (let k = from; k < count; k++) {
      sum = this.binary(binary.add, sum, this.cells[start + k]!)
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
    if (register === undefined)
      this.broadcasts.set(operand, (register = this.write(SPREAD_OVER, 0, slotOf(operand), 0)))
    return register
  }

  private argRegisters(args: readonly Expression[], y: number): number[] {
    return args.map((arg) => this.register(this.operand(arg, y)))
  }

  private taxedBy(table: Table): Work {
    let operation = this.taxes.get(table)
    if (!operation) this.taxes.set(table, (operation = taxed(table)))
    return operation
  }

  private lookupIn(table: Table): Pick<Unary, 'scalar' | 'b'> {
    let operation = this.lookups.get(table)
    if (!operation) {
      operation = {
        scalar: (key) => lookup(table, key),
        b: (to, key, n) => {
          for (let i = 0; i < n; i++) to[i] = lookup(table, key[i]!)
        },
      }
      this.lookups.set(table, operation)
    }
    return operation
  }

  private one(operation: Pick<Unary, 'scalar' | 'b'>, from: number): Operand {
    return this.write(ONE, Operations.numberIn(this.operations.one, operation), from, 0)
  }

  private many(operation: Work, registers: readonly number[]): Operand {
    const at = this.args.length
    for (const register of registers) this.args.push(register)
    return this.write(MANY, Operations.numberIn(this.operations.many, operation), at, registers.length)
  }

  private write(kind: number, operation: number, a: number, b: number): Operand {
    const out = this.registers++
    this.code.push(operation * KINDS + kind)
    this.code.push(out)
    this.code.push(a)
    this.code.push(b)
    return out
  }
}

/** Every place at which the operation at `i` names a register that it reads: in the code, or in the list beside. */
function eachRead(code: Int32Array, args: Int32Array, i: number, visit: (list: Int32Array, place: number) => void) {
  const kind = code[i]! % KINDS
  if (kind === ONE || kind === TWO || kind === WITH_SLOT) visit(code, i + 2)
  if (kind === TWO || kind === SLOT_WITH) visit(code, i + 3)
  if (kind !== MANY) return
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
