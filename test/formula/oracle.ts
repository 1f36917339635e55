import type { Expression, Graph, Line } from '../../shared/formula/index'
import { brackets, firstYear, lastYear, lookup, onlyRate } from '../../shared/formula/operations'

/** The value of a leaf; the interpreter below does the rest. */
export type LeafValue = (leaf: Exclude<Expression, { args: readonly Expression[] }>) => number

/** The meaning of an expression, written as plainly as possible: an oracle for the optimized kernel. */
export function meaning(e: Expression, leaf: LeafValue): number {
  if (!('args' in e)) return leaf(e)
  const args = e.args.map((arg) => meaning(arg, leaf))
  const [a, b, c] = args as [number, number, number]
  const pair = (test: boolean) => (Number.isNaN(a) || Number.isNaN(b) ? NaN : test ? 1 : 0)
  switch (e.op) {
    case 'add':
      return args.reduce((x, y) => x + y)
    case 'subtract':
      return a - b
    case 'multiply':
      return args.reduce((x, y) => x * y)
    case 'divide':
      return b === 0 ? NaN : a / b
    case 'power':
      return a ** b
    case 'negate':
      return -a
    case 'min':
    case 'and':
      return Math.min(...args)
    case 'max':
    case 'or':
      return Math.max(...args)
    case 'less':
      return pair(a < b)
    case 'lessOrEqual':
      return pair(a <= b)
    case 'greater':
      return pair(a > b)
    case 'greaterOrEqual':
      return pair(a >= b)
    case 'equal':
      return pair(a === b)
    case 'not':
      return 1 - a
    case 'if':
      return Number.isNaN(a) ? NaN : a !== 0 ? b : c
    case 'floor':
      return Math.floor(a)
    case 'ceil':
      return Math.ceil(a)
    case 'round':
      return Math.floor(a + 0.5)
    case 'orElse':
      return Number.isNaN(a) ? b : a
    case 'brackets':
      return brackets(e.table, a, b)
    case 'lookup':
      return lookup(e.table, a)
    case 'payment': {
      if (a === 0) return b === 0 ? NaN : c / b
      if (!(a >= -1)) return NaN
      const discounted = -Math.expm1(-b * Math.log1p(a))
      return discounted === 0 ? NaN : (c * a) / discounted
    }
  }
}

/** Every cell of a graph, computed on demand. */
export function plainly(graph: Graph, inputs: Float64Array): (line: Line, year?: number) => number {
  const known = new Map<string, number>()
  const cell = (line: Line, year: number): number => {
    const key = `${line.id} ${line.shape === 'row' ? year : ''}`
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = meaning(year === 1 ? line.first : line.later, leafIn(year))))
    return value
  }
  const row = (line: Line, end = graph.years) => Float64Array.from({ length: end }, (_, y) => cell(line, y + 1))
  const leafIn =
    (year: number): LeafValue =>
    (e) => {
      switch (e.op) {
        case 'constant':
          return e.value
        case 'input':
          return inputs[graph.inputIndex.get(e.input.id)!]!
        case 'series':
          return inputs[graph.inputIndex.get(e.series.inputs[year - 1]!.id)!]!
        case 'year':
          return year
        case 'line':
          return cell(e.line, e.back === 'first' ? 1 : e.back === 'last' ? graph.years : year - e.back)
        case 'at': {
          const at = Math.trunc(meaning(e.index, leafIn(year)))
          return at >= 1 && at <= graph.years ? cell(e.line, at) : NaN
        }
        case 'sum':
          return row(e.line, e.to === 'last' ? graph.years : e.to === 'this' ? year : year - 1).reduce(
            (a, b) => a + b,
            0,
          )
        case 'firstYear':
          return firstYear(row(e.line))
        case 'lastYear':
          return lastYear(row(e.line))
        case 'irr':
          return onlyRate(row(e.line))
      }
    }
  return (line, year = 1) => cell(line, year)
}
