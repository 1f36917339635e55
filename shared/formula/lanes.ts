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

/** Where an operand comes from: a register of the block, or a slot of values that all lanes share. */
type Operand = { readonly register: number } | { readonly slot: number }

/** The value of a slot; it may read slots filled before it. */
type Fill = (slots: Float64Array) => number

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
 * @param outputs rows (all years) and figures to be read afterwards
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
    instructions: plan.instructions.length,
    registers: plan.registers,
    run(inputs, columns, count) {
      if (columns.length !== varying.length)
        throw new RangeError(`${varying.length} inputs vary; ${columns.length} columns were given.`)
      // What all lanes share is worked out once for runs that differ in the columns alone, as a search makes them.
      if (!last || last.length !== inputs.length || last.some((value, i) => !Object.is(value, inputs[i]))) {
        base.run(inputs)
        for (let i = 0; i < slots.length; i++) slots[i] = plan.fill[i]!(slots)
        last = inputs.slice()
      }
      if (columnsOut[0]?.length !== count) columnsOut = cells.map(() => new Float64Array(count))
      for (const [i, output] of plan.outputs.entries()) {
        if ('slot' in output) columnsOut[i]!.fill(slots[output.slot]!)
      }
      for (let start = 0; start < count; start += block) {
        const n = Math.min(block, count - start)
        const store = ({ register, output }: { register: number; output: number }) =>
          columnsOut[output]!.set(registers.each(register, n).subarray(0, n), start)
        for (const { register, input } of plan.loads) {
          registers.into(register).set(columns[input]!.subarray(start, start + n))
          registers.settle(register, n)
        }
        for (let i = 0; i < plan.instructions.length; i++) {
          plan.instructions[i]!.run(registers, slots, n)
          plan.stores[i]?.forEach(store)
        }
        plan.loadedOutputs.forEach(store)
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

/**
 * One operation of a block: reads the registers `args`, writes `out`. There are many of them, so they are small: until
 * registers are shared out both name registers of their own, afterwards those of the block.
 */
abstract class Instruction {
  out = 0
  constructor(readonly args: number[]) {}
  abstract run(r: Registers, slots: Float64Array, n: number): void
}

/** The value of a slot in all lanes. */
class Spread extends Instruction {
  constructor(private readonly slot: number) {
    super([])
  }
  run(r: Registers, slots: Float64Array): void {
    r.share(this.out, slots[this.slot]!)
  }
}

class Single extends Instruction {
  constructor(
    private readonly operation: Pick<Unary, 'scalar' | 'b'>,
    from: number,
  ) {
    super([from])
  }
  run(r: Registers, _: Float64Array, n: number): void {
    const { out, operation } = this
    const from = this.args[0]!
    if (r.isShared(from)) return r.share(out, operation.scalar(r.shared(from)))
    operation.b(r.into(out), r.each(from, n), n)
    r.settle(out, n)
  }
}

class Pair extends Instruction {
  constructor(
    private readonly operation: Binary,
    left: number,
    right: number,
  ) {
    super([left, right])
  }
  run(r: Registers, _: Float64Array, n: number): void {
    const { out, operation } = this
    const x = this.args[0]!
    const y = this.args[1]!
    if (r.isShared(x)) {
      const left = r.shared(x)
      if (r.isShared(y)) return r.share(out, operation.scalar(left, r.shared(y)))
      operation.nb(r.into(out), left, r.each(y, n), n)
    } else if (r.isShared(y)) operation.bn(r.into(out), r.each(x, n), r.shared(y), n)
    else operation.bb(r.into(out), r.each(x, n), r.each(y, n), n)
    r.settle(out, n)
  }
}

class PairWithSlot extends Instruction {
  constructor(
    private readonly operation: Binary,
    left: number,
    private readonly slot: number,
  ) {
    super([left])
  }
  run(r: Registers, slots: Float64Array, n: number): void {
    const { out, operation } = this
    const left = this.args[0]!
    const right = slots[this.slot]!
    if (r.isShared(left)) return r.share(out, operation.scalar(r.shared(left), right))
    operation.bn(r.into(out), r.each(left, n), right, n)
    r.settle(out, n)
  }
}

class SlotWithPair extends Instruction {
  constructor(
    private readonly operation: Binary,
    private readonly slot: number,
    right: number,
  ) {
    super([right])
  }
  run(r: Registers, slots: Float64Array, n: number): void {
    const { out, operation } = this
    const left = slots[this.slot]!
    const right = this.args[0]!
    if (r.isShared(right)) return r.share(out, operation.scalar(left, r.shared(right)))
    operation.nb(r.into(out), left, r.each(right, n), n)
    r.settle(out, n)
  }
}

type Work = (r: Registers, out: number, args: readonly number[], n: number) => void

/** An operation of more operands, or with a table. */
class Special extends Instruction {
  constructor(
    args: number[],
    private readonly work: Work,
  ) {
    super(args)
  }
  run(r: Registers, _: Float64Array, n: number): void {
    this.work(r, this.out, this.args, n)
  }
}

const choose: Work = (r, out, args, n) => {
  const [c, a, b] = args as [number, number, number]
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

const payment: Work = (r, out, args, n) => {
  const [a, b, c] = args as [number, number, number]
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
const yearAt: Work = (r, out, args, n) => {
  const at = args[0]!
  const cell = (which: number) => {
    const k = Math.trunc(which)
    return k >= 1 && k < args.length ? args[k]! : undefined
  }
  if (r.isShared(at)) {
    const from = cell(r.shared(at))
    return from === undefined ? r.share(out, NaN) : r.copy(from, out, n)
  }
  const to = r.into(out)
  const which = r.each(at, n)
  for (let i = 0; i < n; i++) {
    const from = cell(which[i]!)
    to[i] = from === undefined ? NaN : r.isShared(from) ? r.shared(from) : r.each(from, n)[i]!
  }
  r.settle(out, n)
}

const searched =
  (search: (row: Float64Array) => number): Work =>
  (r, out, args, n) => {
    const values = new Float64Array(args.length)
    const differing: number[] = []
    for (let k = 0; k < args.length; k++) {
      if (r.isShared(args[k]!)) values[k] = r.shared(args[k]!)
      else differing.push(k)
    }
    if (differing.length === 0) return r.share(out, search(values))
    const to = r.into(out)
    for (let i = 0; i < n; i++) {
      for (const k of differing) values[k] = r.each(args[k]!, n)[i]!
      to[i] = search(values)
    }
    r.settle(out, n)
  }
const SEARCHES = { firstYear: searched(firstYear), lastYear: searched(lastYear), irr: searched(onlyRate) }

const taxed =
  (table: Table): Work =>
  (r, out, args, n) => {
    const [x, s] = args as [number, number]
    if (r.isShared(x) && r.isShared(s)) return r.share(out, brackets(table, r.shared(x), r.shared(s)))
    const income = r.each(x, n)
    const scale = r.each(s, n)
    const to = r.into(out)
    for (let i = 0; i < n; i++) to[i] = brackets(table, income[i]!, scale[i]!)
    r.settle(out, n)
  }

class Program {
  private readonly instructions: Instruction[] = []
  private readonly cells = new Map<number, Operand>()
  private readonly partialSums = new Map<number, Operand>()
  private readonly slotOfCell = new Map<number, number>()
  private readonly broadcasts = new Map<number, number>()
  private readonly fill: Fill[] = []
  private readonly compiler: Compiler
  private readonly compiled = new Map<Expression, (y: number) => number>()
  private readonly loads = new Map<number, number>()
  private readonly known = new Map<Expression, boolean>()
  private readonly taxes = new Map<Table, Work>()
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
  }

  /** Emits a cell and, before it, the cells it needs; without recursion, as chains over years grow long. */
  emit(line: Line, y: number): void {
    const stack: { line: Line; y: number; ready: boolean }[] = [{ line, y, ready: false }]
    for (let task = stack.pop(); task; task = stack.pop()) {
      const cell = this.cell(task.line, task.y)
      if (this.cells.has(cell)) continue
      if (!this.varyingLines.has(task.line)) {
        this.cells.set(cell, { slot: this.slotFor(cell) })
        continue
      }
      const formula = task.y === 0 ? task.line.first : task.line.later
      if (task.ready) {
        this.cells.set(cell, this.operand(formula, task.y))
        continue
      }
      stack.push({ ...task, ready: true })
      // Reversed, so that early years come first and their registers are free again soon.
      for (const { line: needed, y: year } of cellsRead(formula, task.y, this.graph.years).reverse()) {
        if (!this.cells.has(this.cell(needed, year))) stack.push({ line: needed, y: year, ready: false })
      }
    }
  }

  finish(outputs: readonly number[]): {
    instructions: readonly Instruction[]
    stores: ({ register: number; output: number }[] | undefined)[]
    loadedOutputs: { register: number; output: number }[]
    loads: { register: number; input: number }[]
    fill: Fill[]
    outputs: Operand[]
    registers: number
  } {
    const lastUse = new Int32Array(this.registers).fill(NEVER)
    this.instructions.forEach(({ args }, i) => args.forEach((read) => (lastUse[read] = i)))
    const found = outputs.map((cell) => this.cells.get(cell)!)
    const storesOf = new Map<number, number[]>()
    found.forEach((operand, output) => {
      if (!('register' in operand)) return
      const list = storesOf.get(operand.register)
      if (list) list.push(output)
      else storesOf.set(operand.register, [output])
    })

    // Loaded inputs keep their register to the end of the block; the others are handed on after their last use.
    const physical = new Int32Array(this.registers)
    let count = 0
    const loads = [...this.loads].map(([input, register]) => {
      physical[register] = count
      lastUse[register] = NEVER
      return { input, register: count++ }
    })
    const loaded = [...this.loads.values()]
    const free: number[] = []
    const stores: ({ register: number; output: number }[] | undefined)[] = []
    this.instructions.forEach((instruction, i) => {
      const { args, out } = instruction
      // An instruction may write where it reads: every loop finishes lane i before it goes on to i + 1.
      for (let k = 0; k < args.length; k++) {
        const read = args[k]!
        args[k] = physical[read]!
        if (lastUse[read] !== i) continue
        free.push(args[k]!)
        lastUse[read] = NEVER // it may stand there twice
      }
      instruction.out = physical[out] = free.pop() ?? count++
      stores.push(storesOf.get(out)?.map((output) => ({ register: instruction.out, output })))
      if (lastUse[out] === NEVER) free.push(instruction.out)
    })
    const loadedOutputs = loaded.flatMap((register) =>
      (storesOf.get(register) ?? []).map((output) => ({ register: physical[register]!, output })),
    )
    return {
      instructions: this.instructions,
      stores,
      loadedOutputs,
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

  private slotFor(cell: number): number {
    let slot = this.slotOfCell.get(cell)
    if (slot === undefined) {
      const { values } = this.base
      this.slotOfCell.set(cell, (slot = this.fill.push(() => values[cell]!) - 1))
    }
    return slot
  }

  private operand(e: Expression, y: number): Operand {
    if (!this.varies(e)) {
      if (e.op === 'line') return { slot: this.slotFor(this.cell(e.line, yearIndex(e, y, this.graph.years))) }
      let compute = this.compiled.get(e)
      if (!compute) this.compiled.set(e, (compute = this.compiler.cell(e)))
      return { slot: this.fill.push(() => compute(y)) - 1 }
    }
    switch (e.op) {
      case 'input':
        return this.load(e.input)
      case 'series':
        return this.load(e.series.inputs[y]!)
      case 'line':
        return this.cells.get(this.cell(e.line, yearIndex(e, y, this.graph.years)))!
      case 'sum':
        return this.partialSum(e.line, e.to === 'last' ? this.graph.years : e.to === 'this' ? y + 1 : y)
      case 'at': {
        const row = this.rowRegisters(e.line)
        return this.write(new Special([this.register(this.operand(e.index, y)), ...row], yearAt))
      }
      case 'firstYear':
      case 'lastYear':
      case 'irr':
        return this.write(new Special(this.rowRegisters(e.line), SEARCHES[e.op]))
      case 'brackets':
        return this.write(new Special(this.argRegisters(e.args, y), this.taxedBy(e.table)))
      case 'lookup': {
        const { table } = e
        const operation = {
          scalar: (key: number) => lookup(table, key),
          b: (to: Float64Array, key: Float64Array, n: number) => {
            for (let i = 0; i < n; i++) to[i] = lookup(table, key[i]!)
          },
        }
        return this.write(new Single(operation, this.register(this.operand(e.args[0], y))))
      }
      case 'if':
        return this.write(new Special(this.argRegisters(e.args, y), choose))
      case 'payment':
        return this.write(new Special(this.argRegisters(e.args, y), payment))
      case 'negate':
      case 'not':
      case 'floor':
      case 'ceil':
      case 'round':
        return this.write(new Single(unary[e.op], this.register(this.operand(e.args[0]!, y))))
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
      return { slot: this.fill.push(() => inputs[i]!) - 1 }
    }
    let register = this.loads.get(position)
    if (register === undefined) this.loads.set(position, (register = this.registers++))
    return { register }
  }

  private binary(loops: Binary, a: Operand, b: Operand): Operand {
    if ('register' in a)
      return this.write(
        'register' in b ? new Pair(loops, a.register, b.register) : new PairWithSlot(loops, a.register, b.slot),
      )
    if ('register' in b) return this.write(new SlotWithPair(loops, a.slot, b.register))
    // Two shared values inside a chain whose later operands vary.
    return { slot: this.fill.push((slots) => loops.scalar(slots[a.slot]!, slots[b.slot]!)) - 1 }
  }

  /** Sum of the first `count` years of a row, each partial sum made once. */
  private partialSum(line: Line, count: number): Operand {
    const start = this.cell(line, 0)
    if (count === 0) return { slot: this.fill.push(() => 0) - 1 }
    let sum: Operand | undefined
    let from = count
    while (from > 0 && !(sum = this.partialSums.get(start * (this.graph.years + 1) + from))) from--
    sum ??= { slot: this.fill.push(() => 0) - 1 }
    for (let k = from; k < count; k++) {
      sum = this.binary(binary.add, sum, this.cells.get(start + k)!)
      this.partialSums.set(start * (this.graph.years + 1) + k + 1, sum)
    }
    return sum
  }

  private rowRegisters(line: Line): number[] {
    return Array.from({ length: this.graph.years }, (_, y) => this.register(this.cells.get(this.cell(line, y))!))
  }

  /** A register for an operand; a shared value is spread over one. */
  private register(operand: Operand): number {
    if ('register' in operand) return operand.register
    const known = this.broadcasts.get(operand.slot)
    if (known !== undefined) return known
    const { register } = this.write(new Spread(operand.slot))
    this.broadcasts.set(operand.slot, register)
    return register
  }

  private argRegisters(args: readonly Expression[], y: number): number[] {
    return args.map((arg) => this.register(this.operand(arg, y)))
  }

  private taxedBy(table: Table): Work {
    let work = this.taxes.get(table)
    if (!work) this.taxes.set(table, (work = taxed(table)))
    return work
  }

  private write(instruction: Instruction): { readonly register: number } {
    instruction.out = this.registers++
    this.instructions.push(instruction)
    return { register: instruction.out }
  }
}

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
