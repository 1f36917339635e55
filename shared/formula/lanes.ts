import type { Input, Line } from './expression'
import { plainMachine, type Machine } from './blocks'
import { isRegister, slotOf, WIDTH, type Program } from './code'
import type { Graph } from './graph'
import { programOf } from './program'
import { simdMachine } from './simd'

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
   * @param columns for each varying input, in the order given when the lanes were prepared, its value in each lane;
   * undefined where it varies in none and all have that of `base`
   * @param count number of lanes
   */
  run(base: Float64Array, columns: readonly (Float64Array | undefined)[], count: number): LaneResult
  /** For lanes that are computed elsewhere: the program and the values all lanes share, as plain data (see `workLanes`). */
  share(base: Float64Array): SharedLanes
  /** Reads what `workLanes` returned. */
  read(values: Float64Array, count: number): LaneResult
  /** Size of the prepared program, for benchmarks and curiosity. */
  readonly instructions: number
  readonly registers: number
}

/** A program and the values all lanes share. Plain data, so that another thread can have a copy. */
export interface SharedLanes {
  readonly program: Program
  readonly slots: Float64Array
}

/** From `run`, valid until the next run. */
export interface LaneResult {
  readonly count: number
  /** An output's value in each lane; `year` is 1 for the first, left out for figures. */
  column(line: Line, year?: number): Float64Array
}

/**
 * Prepares a graph for many lanes.
 * @param outputs rows (all years) and figures to be read afterward
 * @param varying the inputs that differ between lanes
 * @param machine what runs the program; the result does not depend on it
 */
export function lanes(graph: Graph, outputs: readonly Line[], varying: readonly Input[], machine = quickest()): Lanes {
  const asked: { line: Line; y: number }[] = []
  const position = new Map<number, number>()
  for (const line of outputs) {
    const start = graph.offset.get(line)!
    for (let y = 0; y < (line.shape === 'row' ? graph.years : 1); y++) {
      position.set(start + y, asked.push({ line, y }) - 1)
    }
  }
  const { program, slotsFor } = programOf(graph, varying, asked)
  let columnsOut: Float64Array[] = []
  let last: { readonly inputs: Float64Array; readonly slots: Float64Array } | undefined

  /** What all lanes share is worked out once for runs that differ in the columns alone, as a search makes them. */
  const settled = (inputs: Float64Array): Float64Array => {
    if (last?.inputs.length !== inputs.length || !last.inputs.every((value, i) => Object.is(value, inputs[i])))
      last = { inputs: inputs.slice(), slots: slotsFor(inputs) }
    return last.slots
  }
  const result = (columns: readonly Float64Array[], count: number): LaneResult => ({
    count,
    column(line, year) {
      const start = graph.offset.get(line)
      const i = start === undefined ? undefined : position.get(start + (line.shape === 'row' ? (year ?? 0) - 1 : 0))
      if (i === undefined) throw new RangeError(`${line.id}, year ${year}, is not among the outputs.`)
      return columns[i]!
    },
  })

  return {
    instructions: program.code.length / WIDTH,
    registers: program.registers,
    run(inputs, columns, count) {
      if (columns.length !== varying.length)
        throw new RangeError(`${varying.length} inputs vary; ${columns.length} columns were given.`)
      const slots = settled(inputs)
      if (columnsOut[0]?.length !== count) columnsOut = asked.map(() => new Float64Array(count))
      const all = columns.map((column, i) => column ?? Float64Array.of(inputs[graph.inputIndex.get(varying[i]!.id)!]!))
      work({ program, slots }, machine, all, columnsOut, count)
      return result(columnsOut, count)
    },
    share: (inputs) => ({ program, slots: settled(inputs).slice() }),
    read: (values, count) => result(apart(values, count), count),
  }
}

/**
 * Computes lanes of a shared program.
 * @param values of the varying inputs, one input after another, each in `count` lanes
 * @returns the values of the outputs in the same layout, to be read by `read` of the lanes that were shared
 */
export function workLanes(
  shared: SharedLanes,
  values: Float64Array,
  count: number,
  machine = quickest(),
): Float64Array {
  const found = new Float64Array(shared.program.outputs.length * count)
  work(shared, machine, apart(values, count), apart(found, count), count)
  return found
}

/** Splits values into columns of `count` lanes. */
export const apart = (values: Float64Array, count: number): Float64Array[] =>
  Array.from({ length: values.length / count }, (_, k) => values.subarray(k * count, (k + 1) * count))

/** @param columns a column of a single value holds for all lanes */
function work(
  { program, slots }: SharedLanes,
  machine: Machine,
  columns: readonly Float64Array[],
  found: readonly Float64Array[],
  count: number,
): void {
  const { block } = machine
  const registers = machine.load(program, slots)
  for (const [i, output] of program.outputs.entries())
    if (!isRegister(output)) found[i]!.fill(slots[slotOf(output)]!, 0, count)
  for (let start = 0; start < count; start += block) {
    const n = Math.min(block, count - start)
    for (const { register, input } of program.loads) {
      const column = columns[input]!
      if (column.length === 1) {
        registers.share(register, column[0]!)
        continue
      }
      registers.into(register).set(column.subarray(start, start + n))
      registers.settle(register, n)
    }
    let at = 0
    for (const { after, register, output } of program.stores) {
      machine.work(n, at, (at = after))
      found[output]!.set(registers.each(register, n).subarray(0, n), start)
    }
    machine.work(n, at, program.code.length)
  }
}

/** SIMD if the engine has it. Each program has a plain machine of its own, which keeps the program's registers. */
const quickest = (): Machine => simdMachine() ?? plainMachine()
