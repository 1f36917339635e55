import type { Case } from '../case/schema'
import { lanes, type Lanes, type Line } from '../formula'
import type { Structure } from '../model'
import { settled, type Lever } from './levers'

/** Programs that are kept for a structure: questions about few sets of outputs alternate. */
const MOST = 12

/** An output in each of many variations; valid until the next run. */
export type Column = (line: Line) => Float64Array

/**
 * Many variations of a case at once, all of one structure. There is one program for each set of outputs, in which any
 * input may vary: preparing it takes longer than running it, and questions about the same outputs turn all kinds of inputs.
 * What is equal in all variations is computed once. Programs are kept, as the same questions come again after every edit
 * of a number.
 */
export class Variations {
  private readonly programs = new Map<string, Lanes>()
  private readonly moved = new Map<string, readonly number[]>()
  private base: { readonly document: Case; readonly inputs: Float64Array } | undefined

  constructor(readonly structure: Structure) {}

  /** The outputs for each of some documents. The first run for some outputs prepares their program. */
  run(base: Case, documents: readonly Case[], outputs: readonly Line[]): Column {
    const inputs = this.inputsOf(base)
    const columns = new Map<number, Float64Array>()
    documents.forEach((document, lane) => {
      for (const [i, value] of this.structure.inputsThatDiffer(document, base, inputs)) {
        let column = columns.get(i)
        if (!column) columns.set(i, (column = new Float64Array(documents.length).fill(inputs[i]!)))
        column[lane] = value
      }
    })
    return this.start(inputs, columns, documents.length, outputs)
  }

  /**
   * The outputs with levers turned, in the order in which they are given: `values[k]` holds the value of lever k in each
   * variation. Reads no more inputs than the levers move.
   */
  turn(base: Case, levers: readonly Lever[], values: readonly (readonly number[])[], outputs: readonly Line[]): Column {
    const inputs = this.inputsOf(base)
    const count = values[0]!.length
    const columns = new Map<number, Float64Array>()
    for (const lever of levers) for (const i of this.movedBy(base, lever)) columns.set(i, new Float64Array(count))
    for (let lane = 0; lane < count; lane++) {
      const document = levers.reduce((now, lever, k) => lever.apply(now, values[k]![lane]!), base)
      for (const [i, column] of columns) column[lane] = this.structure.read(i, document)
    }
    return this.start(inputs, columns, count, outputs)
  }

  /** The inputs that a lever moves somewhere in its range, by their place. */
  private movedBy(base: Case, lever: Lever): readonly number[] {
    const inputs = this.inputsOf(base)
    const known = this.moved.get(lever.id)
    if (known) return known
    const found = new Set<number>()
    for (const part of [0, 0.25, 0.5, 0.75, 1]) {
      const value = settled(lever, lever.min + part * (lever.max - lever.min))
      for (const [i] of this.structure.inputsThatDiffer(lever.apply(base, value), base, inputs)) found.add(i)
    }
    this.moved.set(lever.id, [...found])
    return [...found]
  }

  /** The inputs of the case itself; what is known of levers holds for one case only. */
  private inputsOf(base: Case): Float64Array {
    if (this.base?.document !== base) {
      this.base = { document: base, inputs: this.structure.inputs(base) }
      this.moved.clear()
    }
    return this.base.inputs
  }

  /** @param columns of the inputs that vary, by their place */
  private start(
    base: Float64Array,
    columns: ReadonlyMap<number, Float64Array>,
    count: number,
    outputs: readonly Line[],
  ): Column {
    const key = outputs.map(({ id }) => id).join()
    const { graph } = this.structure
    let program = this.programs.get(key)
    if (program) this.programs.delete(key)
    else program = lanes(graph, outputs, graph.inputs)
    this.programs.set(key, program)
    for (const old of this.programs.keys()) if (this.programs.size > MOST) this.programs.delete(old)
    const given = Array.from(base, (_, i) => columns.get(i))
    const result = program.run(base, given, count)
    return (line) => result.column(line)
  }
}
