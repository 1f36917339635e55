import type { Expression } from './expression'
import type { Graph } from './graph'
import { asBinary, binary, brackets, firstYear, lastYear, lookup, onlyRate, scalar, unary } from './operations'

/** A cell: year index 0, 1, … in, value out. */
export type Cell = (y: number) => number

/**
 * Turns expressions into closures over the buffers of one lane: no code is generated, and a closure finds the place of
 * its operands once. Closures read the buffers when they are called, so they stay right from run to run.
 */
export class Compiler {
  constructor(
    private readonly graph: Graph,
    private readonly values: Float64Array,
    private readonly inputs: Float64Array,
  ) {}

  compile(e: Expression): Cell {
    const { values, inputs } = this
    const { years, offset } = this.graph
    switch (e.op) {
      case 'constant': {
        const { value } = e
        return () => value
      }
      case 'input': {
        const index = this.graph.inputIndex.get(e.input.id)!
        return () => inputs[index]!
      }
      case 'year':
        return (y) => y + 1
      case 'line': {
        const start = offset.get(e.line)!
        if (e.line.shape === 'figure' || e.back === 'first') return () => values[start]!
        if (e.back === 'last') return () => values[start + years - 1]!
        const from = start - e.back
        return (y) => values[from + y]!
      }
      case 'at': {
        const start = offset.get(e.line)! - 1
        const index = this.compile(e.index)
        return (y) => {
          const i = Math.trunc(index(y))
          return i >= 1 && i <= years ? values[start + i]! : NaN
        }
      }
      case 'sum': {
        const start = offset.get(e.line)!
        const { to } = e
        return (y) => {
          const end = start + (to === 'last' ? years : to === 'this' ? y + 1 : y)
          let sum = 0
          for (let i = start; i < end; i++) sum += values[i]!
          return sum
        }
      }
      case 'firstYear':
      case 'lastYear':
      case 'irr': {
        const start = offset.get(e.line)!
        const end = start + years
        if (e.op === 'irr') return () => onlyRate(values.subarray(start, end))
        return e.op === 'firstYear' ? () => firstYear(values, start, end) : () => lastYear(values, start, end)
      }
      case 'brackets': {
        const [income, scale] = e.args.map((arg) => this.compile(arg)) as [Cell, Cell]
        const { table } = e
        return (y) => brackets(table, income(y), scale(y))
      }
      case 'lookup': {
        const key = this.compile(e.args[0])
        const { table } = e
        return (y) => lookup(table, key(y))
      }
      case 'if': {
        const [condition, yes, no] = e.args.map((arg) => this.compile(arg)) as [Cell, Cell, Cell]
        return (y) => {
          const c = condition(y)
          return c !== c ? c : c !== 0 ? yes(y) : no(y)
        }
      }
      case 'payment': {
        const [rate, periods, principal] = e.args.map((arg) => this.compile(arg)) as [Cell, Cell, Cell]
        return (y) => scalar.payment(rate(y), periods(y), principal(y))
      }
      case 'negate':
      case 'not':
      case 'floor':
      case 'ceil':
      case 'round': {
        const { scalar: operation } = unary[e.op]
        const a = this.compile(e.args[0]!)
        return (y) => operation(a(y))
      }
      default:
        return this.fold(e.op, e.args)
    }
  }

  /** Operations of two operands, and sums, products, minima … of more, from left to right. */
  private fold(op: Exclude<Expression['op'], 'constant'>, args: readonly Expression[]): Cell {
    const cells = args.map((arg) => this.compile(arg))
    const [a, b] = cells as [Cell, Cell]
    if (cells.length === 2) {
      switch (op) {
        case 'add':
          return (y) => a(y) + b(y)
        case 'subtract':
          return (y) => a(y) - b(y)
        case 'multiply':
          return (y) => a(y) * b(y)
        case 'divide':
          return (y) => scalar.divide(a(y), b(y))
        case 'min':
          return (y) => Math.min(a(y), b(y))
        case 'max':
          return (y) => Math.max(a(y), b(y))
      }
    }
    const { kind, swap } = asBinary[op as keyof typeof asBinary]!
    const operation = binary[kind].scalar
    if (swap) return (y) => operation(b(y), a(y))
    return (y) => {
      let result = a(y)
      for (let i = 1; i < cells.length; i++) result = operation(result, cells[i]!(y))
      return result
    }
  }
}
