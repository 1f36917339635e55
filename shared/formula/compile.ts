import type { Expression, Line, Operation } from './expression'
import type { Graph } from './graph'
import { Tape } from './tape'
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
  type Instruction,
  type Place,
} from './operations'

/** Lines that are worked year after year together, and what is run before them. */
export interface Ahead {
  readonly group: ReadonlySet<Line>
  readonly program: Instruction[]
}

/** One memory for all that a run reads and writes: cells, then inputs, then room for what is worked out on the way. */
export interface Memory {
  readonly cells: Float64Array
  readonly inputsAt: number
  readonly roomAt: number
}

type Program = Instruction[] | Tape

/**
 * Turns formulas into lists of instructions over the buffers of one lane; no code is generated. An instruction knows
 * the places of its operands and writes its result to a place, so that no figure is ever handed over as a value of its
 * own (which costs an allocation each), and works many years at a stroke where no line waits for another.
 */
export class Compiler {
  private readonly yearNumbers: Place
  private readonly temporaries: Place[] = []
  private ahead: Ahead | undefined
  private readonly values: Float64Array
  private readonly inputs: Float64Array
  private readonly inputsAt: number
  private room: Float64Array
  private next: number

  /** @param memory where cells and inputs stand together; left out where they stand in buffers of their own */
  constructor(
    private readonly graph: Graph,
    values: Float64Array,
    inputs: Float64Array,
    memory?: Memory,
  ) {
    this.values = memory?.cells ?? values
    this.inputs = memory?.cells ?? inputs
    this.inputsAt = memory?.inputsAt ?? 0
    this.room = memory?.cells ?? new Float64Array(0)
    this.next = memory?.roomAt ?? 0
    this.yearNumbers = { ...this.take(graph.years), step: 1 }
    for (let y = 0; y < graph.years; y++) this.yearNumbers.from[this.yearNumbers.at + y] = y + 1
  }

  /** Appends the instructions that put a formula's value for year index y at `values[start + y]`. */
  compile(e: Expression, start: number, program: Instruction[]): void {
    this.write(e, { from: this.values, at: start, step: 1 }, 0, program)
  }

  /**
   * The same for a line of a group that is worked year after year. What in the formula looks at no line of the group is
   * worked out ahead, all years at a stroke, by instructions that are appended to `ahead.program`.
   */
  compileInGroup(e: Expression, start: number, tape: Tape, ahead: Ahead): void {
    this.ahead = ahead
    this.write(e, { from: this.values, at: start, step: 1 }, 0, tape)
    this.ahead = undefined
  }

  /** The value of a formula at a year index, with the figures that stand in the buffers when it is asked for. */
  cell(e: Expression): (y: number) => number {
    const program: Instruction[] = []
    const { from, at, step } = this.place(e, 0, program)
    return (y) => {
      for (const instruction of program) instruction(y, y + 1)
      return from[at + step * y]!
    }
  }

  /** Where an operand stands: what is only read stays where it is, the rest is worked out into temporary `depth`. */
  private place(e: Expression, depth: number, program: Program): Place {
    switch (e.op) {
      case 'constant':
        return this.constant(e.value)
      case 'input':
        return { from: this.inputs, at: this.inputsAt + this.graph.inputIndex.get(e.input.id)!, step: 0 }
      case 'series':
        return { from: this.inputs, at: this.inputsAt + this.graph.inputIndex.get(e.series.inputs[0]!.id)!, step: 1 }
      case 'year':
        return this.yearNumbers
      case 'line': {
        const from = this.values
        const at = this.graph.offset.get(e.line)!
        if (e.line.shape === 'figure' || e.back === 'first') return { from, at, step: 0 }
        if (e.back === 'last') return { from, at: at + this.graph.years - 1, step: 0 }
        return { from, at: at - e.back, step: 1 }
      }
      default: {
        const early = this.workedAhead(e)
        if (early) return early
        const out = this.temporary(depth)
        this.write(e, out, depth, program)
        return out
      }
    }
  }

  /** A place of its own for what can be worked out ahead of the group at hand. */
  private workedAhead(e: Expression): Place | undefined {
    const { ahead } = this
    if (!ahead || looksAt(e, ahead.group)) return undefined
    const out: Place = { ...this.take(this.graph.years), step: 1 }
    this.ahead = undefined
    this.write(e, out, 0, ahead.program)
    this.ahead = ahead
    return out
  }

  /** Emits what puts a formula's value at `out`. The temporaries from `depth` on are free; `out` may be the first. */
  private write(e: Expression, out: Place, depth: number, program: Program): void {
    const push = (instruction: Instruction) => {
      if (program instanceof Tape) program.call(instruction)
      else program.push(instruction)
    }
    const { values } = this
    const { years, offset } = this.graph
    const { from: o, at: k } = out
    const operands = (args: readonly Expression[]) => args.map((arg, i) => this.place(arg, depth + i, program))
    switch (e.op) {
      case 'constant':
      case 'input':
      case 'series':
      case 'year':
      case 'line': {
        const { from: a, at: i, step: s } = this.place(e, depth, program)
        push((from, to) => {
          for (let y = from; y < to; y++) o[k + y] = a[i + s * y]!
        })
        return
      }
      case 'at': {
        const start = offset.get(e.line)! - 1
        const { from: a, at: i, step: s } = this.place(e.index, depth, program)
        push((from, to) => {
          for (let y = from; y < to; y++) {
            const index = Math.trunc(a[i + s * y]!)
            o[k + y] = index >= 1 && index <= years ? values[start + index]! : NaN
          }
        })
        return
      }
      case 'sum': {
        const start = offset.get(e.line)!
        const { to: until } = e
        push((from, to) => {
          let end = start
          let sum = 0
          for (let y = from; y < to; y++) {
            const upTo = start + (until === 'last' ? years : until === 'this' ? y + 1 : y)
            for (; end < upTo; end++) sum += values[end]!
            o[k + y] = sum
          }
        })
        return
      }
      case 'firstYear':
      case 'lastYear':
      case 'irr': {
        const row = values.subarray(offset.get(e.line)!, offset.get(e.line)! + years)
        const search = { firstYear, lastYear, irr: onlyRate }[e.op]
        push((from, to) => void o.fill(search(row), k + from, k + to))
        return
      }
      case 'brackets': {
        const [{ from: a, at: i, step: s }, { from: b, at: j, step: t }] = operands(e.args) as [Place, Place]
        const { table } = e
        push((from, to) => {
          for (let y = from; y < to; y++) o[k + y] = brackets(table, a[i + s * y]!, b[j + t * y]!)
        })
        return
      }
      case 'lookup': {
        const [{ from: a, at: i, step: s }] = operands(e.args) as [Place]
        const { table } = e
        push((from, to) => {
          for (let y = from; y < to; y++) o[k + y] = lookup(table, a[i + s * y]!)
        })
        return
      }
      case 'if':
      case 'payment': {
        const [pa, pb, pc] = operands(e.args) as [Place, Place, Place]
        const [{ from: a, at: i, step: s }, { from: b, at: j, step: t }, { from: c, at: l, step: u }] = [pa, pb, pc]
        const work: Instruction =
          e.op === 'if'
            ? (from, to) => {
                for (let y = from; y < to; y++) o[k + y] = scalar.choose(a[i + s * y]!, b[j + t * y]!, c[l + u * y]!)
              }
            : (from, to) => {
                for (let y = from; y < to; y++) o[k + y] = scalar.payment(a[i + s * y]!, b[j + t * y]!, c[l + u * y]!)
              }
        if (e.op === 'if' && program instanceof Tape) program.choose(out, pa, pb, pc, work)
        else push(work)
        return
      }
      case 'negate':
      case 'not':
      case 'floor':
      case 'ceil':
      case 'round': {
        const { years: work } = unary[e.op]
        const [a] = operands(e.args) as [Place]
        push(work(out, a))
        return
      }
      default:
        this.fold(e as Extract<Expression, { op: Operation }>, out, depth, program)
    }
  }

  /** Operations of two operands, and sums, products, minima … of more, from left to right. */
  private fold({ op, args }: Extract<Expression, { op: Operation }>, out: Place, depth: number, program: Program) {
    const { kind, swap } = asBinary[op]!
    const { years: work } = binary[kind]
    // The operands that come first and can be worked out ahead are joined there, in the same order.
    const { ahead } = this
    const later = ahead ? args.findIndex((arg) => looksAt(arg, ahead.group)) : 0
    const joined = later > 1 ? this.workedAhead({ op, args: args.slice(0, later) } as Expression) : undefined
    let a = joined ?? this.place(args[0]!, depth, program)
    for (let i = joined ? later : 1; i < args.length; i++) {
      const b = this.place(args[i]!, depth + 1, program)
      const result = i === args.length - 1 ? out : this.temporary(depth)
      const [left, right] = swap ? [b, a] : [a, b]
      if (program instanceof Tape) program.binary(kind, result, left, right, work(result, left, right))
      else program.push(work(result, left, right))
      a = result
    }
  }

  private temporary(depth: number): Place {
    return (this.temporaries[depth] ??= { ...this.take(this.graph.years), step: 1 })
  }

  private constant(value: number): Place {
    const place = { ...this.take(1), step: 0 } as const
    place.from[place.at] = value
    return place
  }

  /** Room for so many numbers: in the memory while there is some, then in buffers beside it. */
  private take(count: number): { readonly from: Float64Array; readonly at: number } {
    if (this.next + count > this.room.length) {
      this.room = new Float64Array(Math.max(count, 1024))
      this.next = 0
    }
    const at = this.next
    this.next += count
    return { from: this.room, at }
  }
}

/** Whether a formula looks at one of these lines, in whatever year. */
function looksAt(e: Expression, lines: ReadonlySet<Line>): boolean {
  if ('line' in e && lines.has(e.line)) return true
  return e.op === 'at' ? looksAt(e.index, lines) : 'args' in e && e.args.some((arg) => looksAt(arg, lines))
}
