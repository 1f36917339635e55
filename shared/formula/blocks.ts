import {
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
import { KIND, kindOf, MANY, ONE, operationOf, TWO, WIDTH, type Coded, type Program } from './code'

/**
 * The registers of a block. In a large model many values that may vary are equal in all lanes of a block: nothing has
 * been sold yet, no tax is due. Such a register holds a single number, and an operation on such registers alone is done
 * once, as for one lane. That saves most of the work and changes no result.
 */
export interface Registers {
  isShared(register: number): boolean
  /** The one number of a register that all lanes share. */
  shared(register: number): number
  share(register: number, value: number): void
  /** Where the lanes of a result are written; `settle` must follow. */
  into(register: number): Float64Array
  /** A register's value in each of the first n lanes. */
  each(register: number, n: number): Float64Array
  /** After lanes were written: whether all are the same, the sign of zero included. */
  settle(register: number, n: number): void
  copy(from: number, to: number, n: number): void
}

/** Runs programs on blocks of lanes, one program at a time. */
export interface Machine {
  /** The most lanes of a block. */
  readonly block: number
  /** Prepares for a program, whose slots hold these values. */
  load(program: Program, slots: Float64Array): Registers
  /** Runs the loaded program's operations from `from` to below `to` of its code on the first n lanes. */
  work(n: number, from: number, to: number): void
}

/** The machine that runs everywhere and defines the results of any other. @param block lanes computed at once */
export function plainMachine(block = BLOCK): Machine {
  let loaded: { program: Program; registers: Registers; slots: Float64Array } | undefined
  return {
    block,
    load(program, slots) {
      const registers = loaded?.program === program ? loaded.registers : new Buffers(program.registers, block)
      loaded = { program, registers, slots }
      return registers
    },
    work: (n, from, to) => work(loaded!.program, loaded!.registers, loaded!.slots, n, from, to),
  }
}

const BLOCK = 256

/** Registers in JavaScript buffers. */
class Buffers implements Registers {
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

  shared(register: number): number {
    return this.value[register]!
  }

  share(register: number, value: number): void {
    this.value[register] = value
    this.state[register] = SHARED
  }

  into(register: number): Float64Array {
    return this.lanes[register]!
  }

  each(register: number, n: number): Float64Array {
    const lanes = this.lanes[register]!
    if (this.state[register] === SHARED) {
      lanes.fill(this.value[register]!, 0, n)
      this.state[register] = SPREAD
    }
    return lanes
  }

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

/** An operation of more operands, or with a table: the registers that it reads stand in the program's `args` from `at` on. */
type Work = (r: Registers, out: number, program: Coded, at: number, count: number, n: number) => void

/** Runs a program's operations from `from` to below `to` of its code on the first n lanes, in plain JavaScript. */
export function work(program: Coded, r: Registers, slots: Float64Array, n: number, from: number, to: number): void {
  const { code } = program
  for (let i = from; i < to; i += WIDTH) {
    const which = code[i]!
    const out = code[i + 1]!
    const a = code[i + 2]!
    const b = code[i + 3]!
    const operation = operationOf(which)
    switch (kindOf(which)) {
      case KIND.slot:
        r.share(out, slots[a]!)
        break
      case KIND.one:
        single(ones[operation]!, r, out, a, n)
        break
      case KIND.two:
        pair(twos[operation]!, r, out, a, b, n)
        break
      case KIND.withSlot:
        pairWithSlot(twos[operation]!, r, out, a, slots[b]!, n)
        break
      case KIND.slotWith:
        slotWithPair(twos[operation]!, r, out, slots[a]!, b, n)
        break
      default:
        manys[operation]!(r, out, program, a, b, n)
    }
  }
}

/** Runs operations on slots, whose results are slots too. */
export function workShared(coded: Coded, slots: Float64Array): void {
  work(coded, new Slots(slots), slots, 1, 0, coded.code.length)
}

/** Slots as registers that all lanes share; nothing else is ever asked of them. */
class Slots implements Registers {
  constructor(private readonly values: Float64Array) {}

  isShared(): boolean {
    return true
  }

  shared(slot: number): number {
    return this.values[slot]!
  }

  share(slot: number, value: number): void {
    this.values[slot] = value
  }

  copy(from: number, to: number): void {
    this.values[to] = this.values[from]!
  }

  into = noLanes
  each = noLanes
  settle = noLanes
}

function noLanes(): never {
  throw new TypeError('Slots have no lanes.')
}

function single(operation: Unary, r: Registers, out: number, from: number, n: number): void {
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

const choose: Work = (r, out, { args }, at, _, n) => {
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

const payment: Work = (r, out, { args }, at, _, n) => {
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
const yearAt: Work = (r, out, { args }, at, count, n) => {
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
  const own: (Float64Array | undefined)[] = []
  for (let k = 1; k < count; k++) own[k] = r.isShared(args[at + k]!) ? undefined : r.each(args[at + k]!, n)
  for (let i = 0; i < n; i++) {
    const from = cell(which[i]!)
    to[i] = from === undefined ? NaN : (own[Math.trunc(which[i]!)]?.[i] ?? r.shared(from))
  }
  r.settle(out, n)
}

const searched =
  (search: (row: Float64Array) => number): Work =>
  (r, out, { args }, at, count, n) => {
    const values = new Float64Array(count)
    const differing: { readonly k: number; readonly lanes: Float64Array }[] = []
    for (let k = 0; k < count; k++) {
      if (r.isShared(args[at + k]!)) values[k] = r.shared(args[at + k]!)
      else differing.push({ k, lanes: r.each(args[at + k]!, n) })
    }
    if (differing.length === 0) return r.share(out, search(values))
    const to = r.into(out)
    for (let i = 0; i < n; i++) {
      for (const { k, lanes } of differing) values[k] = lanes[i]!
      to[i] = search(values)
    }
    r.settle(out, n)
  }

const taxed: Work = (r, out, { args, tables }, at, _, n) => {
  const table = tables[args[at - 1]!]!
  const x = args[at]!
  const s = args[at + 1]!
  if (r.isShared(x) && r.isShared(s)) return r.share(out, brackets(table, r.shared(x), r.shared(s)))
  const income = r.each(x, n)
  const scale = r.each(s, n)
  const to = r.into(out)
  for (let i = 0; i < n; i++) to[i] = brackets(table, income[i]!, scale[i]!)
  r.settle(out, n)
}

const found: Work = (r, out, { args, tables }, at, _, n) => {
  const table = tables[args[at - 1]!]!
  const k = args[at]!
  if (r.isShared(k)) return r.share(out, lookup(table, r.shared(k)))
  const key = r.each(k, n)
  const to = r.into(out)
  for (let i = 0; i < n; i++) to[i] = lookup(table, key[i]!)
  r.settle(out, n)
}

const MANY_WORK: Record<(typeof MANY)[number], Work> = {
  if: choose,
  brackets: taxed,
  lookup: found,
  payment,
  at: yearAt,
  firstYear: searched(firstYear),
  lastYear: searched(lastYear),
  irr: searched(onlyRate),
}

// By number, as the code names them.
const ones = ONE.map((name) => unary[name])
const twos = TWO.map((name) => binary[name])
const manys = MANY.map((name) => MANY_WORK[name])
