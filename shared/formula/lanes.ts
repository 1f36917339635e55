import { type Expression, type Input, type Line } from './expression'
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

type Instruction = (registers: readonly Float64Array[], slots: Float64Array, n: number) => void

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
  const registers = Array.from({ length: plan.registers }, () => new Float64Array(block))
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
        for (const { register, input } of plan.loads)
          registers[register]!.set(columns[input]!.subarray(start, start + n))
        for (let i = 0; i < plan.instructions.length; i++) {
          plan.instructions[i]!(registers, slots, n)
          const stores = plan.stores[i]
          if (stores) {
            for (const { register, output } of stores) {
              const from = registers[register]!
              columnsOut[output]!.set(n === block ? from : from.subarray(0, n), start)
            }
          }
        }
        for (const { register, output } of plan.loadedOutputs)
          columnsOut[output]!.set(registers[register]!.subarray(0, n), start)
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

/** An instruction before registers are shared: it writes `out` and reads `reads`, all virtual. */
interface Draft {
  readonly out: number
  readonly reads: readonly number[]
  make(out: number, reads: readonly number[]): Instruction
}

class Program {
  private readonly drafts: Draft[] = []
  private readonly cells = new Map<number, Operand>()
  private readonly partialSums = new Map<number, Operand>()
  private readonly slotOfCell = new Map<number, number>()
  private readonly broadcasts = new Map<number, number>()
  private readonly fill: Fill[] = []
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
    instructions: Instruction[]
    stores: ({ register: number; output: number }[] | undefined)[]
    loadedOutputs: { register: number; output: number }[]
    loads: { register: number; input: number }[]
    fill: Fill[]
    outputs: Operand[]
    registers: number
  } {
    const lastUse = new Map<number, number>()
    this.drafts.forEach((draft, i) => draft.reads.forEach((read) => lastUse.set(read, i)))
    const found = outputs.map((cell) => this.cells.get(cell)!)
    const storesOf = new Map<number, number[]>()
    found.forEach((operand, output) => {
      if (!('register' in operand)) return
      const list = storesOf.get(operand.register)
      if (list) list.push(output)
      else storesOf.set(operand.register, [output])
    })

    // Loaded inputs keep their register to the end of the block; the others are handed on after their last use.
    const physical = new Map<number, number>()
    let count = 0
    const loads = [...this.loads].map(([input, register]) => {
      physical.set(register, count)
      return { input, register: count++ }
    })
    const loaded = new Set(this.loads.values())
    const free: number[] = []
    const stores: ({ register: number; output: number }[] | undefined)[] = []
    const instructions = this.drafts.map((draft, i) => {
      const reads = draft.reads.map((read) => physical.get(read)!)
      // An instruction may write where it reads: every loop finishes lane i before it goes on to i + 1.
      for (const read of new Set(draft.reads)) {
        if (lastUse.get(read) === i && !loaded.has(read)) free.push(physical.get(read)!)
      }
      const out = free.pop() ?? count++
      physical.set(draft.out, out)
      stores.push(storesOf.get(draft.out)?.map((output) => ({ register: out, output })))
      if (!lastUse.has(draft.out)) free.push(out)
      return draft.make(out, reads)
    })
    const loadedOutputs = [...loaded].flatMap((register) =>
      (storesOf.get(register) ?? []).map((output) => ({ register: physical.get(register)!, output })),
    )
    return { instructions, stores, loadedOutputs, loads, fill: this.fill, outputs: found, registers: count }
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
        const index = this.register(this.operand(e.index, y))
        return this.draft([index, ...row], (out, [at, ...cells]) => (r, _, n) => {
          const to = r[out]!
          const which = r[at!]!
          for (let i = 0; i < n; i++) {
            const k = Math.trunc(which[i]!)
            to[i] = k >= 1 && k <= cells.length ? r[cells[k - 1]!]![i]! : NaN
          }
        })
      }
      case 'firstYear':
      case 'lastYear':
      case 'irr': {
        const search = { firstYear, lastYear, irr: onlyRate }[e.op]
        const values = new Float64Array(this.graph.years)
        return this.draft(this.rowRegisters(e.line), (out, cells) => (r, _, n) => {
          const to = r[out]!
          for (let i = 0; i < n; i++) {
            for (let k = 0; k < cells.length; k++) values[k] = r[cells[k]!]![i]!
            to[i] = search(values)
          }
        })
      }
      case 'brackets': {
        const args = e.args.map((arg) => this.register(this.operand(arg, y)))
        const { table } = e
        return this.draft(args, (out, [x, s]) => (r, _, n) => {
          const to = r[out]!
          const income = r[x!]!
          const scale = r[s!]!
          for (let i = 0; i < n; i++) to[i] = brackets(table, income[i]!, scale[i]!)
        })
      }
      case 'lookup': {
        const { table } = e
        return this.draft([this.register(this.operand(e.args[0], y))], (out, [a]) => (r, _, n) => {
          const to = r[out]!
          const key = r[a!]!
          for (let i = 0; i < n; i++) to[i] = lookup(table, key[i]!)
        })
      }
      case 'if': {
        const args = e.args.map((arg) => this.register(this.operand(arg, y)))
        return this.draft(args, (out, [c, a, b]) => (r, _, n) => {
          const to = r[out]!
          const condition = r[c!]!
          const yes = r[a!]!
          const no = r[b!]!
          for (let i = 0; i < n; i++) to[i] = scalar.choose(condition[i]!, yes[i]!, no[i]!)
        })
      }
      case 'payment': {
        const args = e.args.map((arg) => this.register(this.operand(arg, y)))
        return this.draft(args, (out, [a, b, c]) => (r, _, n) => {
          const to = r[out]!
          const rate = r[a!]!
          const periods = r[b!]!
          const principal = r[c!]!
          for (let i = 0; i < n; i++) to[i] = scalar.payment(rate[i]!, periods[i]!, principal[i]!)
        })
      }
      case 'negate':
      case 'not':
      case 'floor':
      case 'ceil':
      case 'round': {
        const { b: loop } = unary[e.op]
        const a = this.register(this.operand(e.args[0]!, y))
        return this.draft(
          [a],
          (out, [from]) =>
            (r, _, n) =>
              loop(r[out]!, r[from!]!, n),
        )
      }
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
    if ('register' in a && 'register' in b)
      return this.draft(
        [a.register, b.register],
        (out, [x, y]) =>
          (r, _, n) =>
            loops.bb(r[out]!, r[x!]!, r[y!]!, n),
      )
    if ('register' in a) {
      const { slot } = b as { slot: number }
      return this.draft(
        [a.register],
        (out, [x]) =>
          (r, slots, n) =>
            loops.bn(r[out]!, r[x!]!, slots[slot]!, n),
      )
    }
    if ('register' in b)
      return this.draft(
        [b.register],
        (out, [y]) =>
          (r, slots, n) =>
            loops.nb(r[out]!, slots[a.slot]!, r[y!]!, n),
      )
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
    const { slot } = operand
    const spread = this.draft([], (out) => (r, slots, n) => void r[out]!.fill(slots[slot]!, 0, n)) as {
      register: number
    }
    this.broadcasts.set(slot, spread.register)
    return spread.register
  }

  private draft(reads: readonly number[], make: Draft['make']): Operand {
    const out = this.registers++
    this.drafts.push({ out, reads, make })
    return { register: out }
  }
}

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
