import type { Case } from '../case/schema'
import { lanes, type Lanes, type Line } from '../formula'
import type { Structure } from '../model'
import { settled, type Lever } from './levers'

/** Programs that are kept for a structure; an analysis of a case needs about as many. */
const MOST = 48

/** An output in each of many variations; valid until the next run. */
export type Column = (line: Line) => Float64Array

/**
 * Many variations of a case at once, all of one structure: only what their inputs change is computed for each of them.
 * Programs are kept, as the same questions come again after every edit of a number.
 */
export class Variations {
  private readonly programs = new Map<string, Lanes>()
  private readonly moved = new Map<string, readonly number[]>()
  private base: { readonly document: Case; readonly inputs: Float64Array } | undefined

  constructor(readonly structure: Structure) {}

  /** The outputs for each of some documents. The first run of a kind prepares its program. */
  run(base: Case, documents: readonly Case[], outputs: readonly Line[]): Column {
    const inputs = this.inputsOf(base)
    const rows = documents.map((document) => this.structure.inputsBeside(document, base, inputs))
    const varying = [...inputs.keys()].filter((i) => rows.some((row) => !Object.is(row[i], inputs[i])))
    const columns = varying.map((i) => Float64Array.from(rows, (row) => row[i]!))
    return this.start(inputs, varying, columns, documents.length, outputs)
  }

  /**
   * The outputs with levers turned, in the order in which they are given: `values[k]` holds the value of lever k in each
   * variation. Reads no more inputs than the levers move.
   */
  turn(base: Case, levers: readonly Lever[], values: readonly (readonly number[])[], outputs: readonly Line[]): Column {
    const inputs = this.inputsOf(base)
    const varying = [...new Set(levers.flatMap((lever) => this.movedBy(base, lever)))].sort((a, b) => a - b)
    const count = values[0]!.length
    const columns = varying.map(() => new Float64Array(count))
    for (let lane = 0; lane < count; lane++) {
      const document = levers.reduce((now, lever, k) => lever.apply(now, values[k]![lane]!), base)
      for (let k = 0; k < varying.length; k++) columns[k]![lane] = this.structure.read(varying[k]!, document)
    }
    return this.start(inputs, varying, columns, count, outputs)
  }

  /** The inputs that a lever moves somewhere in its range, by their place. */
  private movedBy(base: Case, lever: Lever): readonly number[] {
    const inputs = this.inputsOf(base)
    const known = this.moved.get(lever.id)
    if (known) return known
    const found = new Set<number>()
    for (const part of [0, 0.25, 0.5, 0.75, 1]) {
      const value = settled(lever, lever.min + part * (lever.max - lever.min))
      this.structure.inputsBeside(lever.apply(base, value), base, inputs).forEach((input, i) => {
        if (!Object.is(input, inputs[i])) found.add(i)
      })
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

  private start(
    base: Float64Array,
    varying: readonly number[],
    columns: readonly Float64Array[],
    count: number,
    outputs: readonly Line[],
  ): Column {
    const key = `${varying.join()} ${outputs.map(({ id }) => id).join()}`
    const { graph } = this.structure
    let program = this.programs.get(key)
    if (program) this.programs.delete(key)
    else
      program = lanes(
        graph,
        outputs,
        varying.map((i) => graph.inputs[i]!),
      )
    this.programs.set(key, program)
    for (const old of this.programs.keys()) if (this.programs.size > MOST) this.programs.delete(old)
    const result = program.run(base, columns, count)
    return (line) => result.column(line)
  }
}
