import { alike, product, quotient, UnitClash, type Measure, type Unit } from './units'

/**
 * An expression is a small tree that says how a figure is computed. It is data: it can be evaluated, printed in words,
 * written as a spreadsheet formula or searched for dependencies. Nothing in it executes by itself.
 */
export type Expression =
  /** A number; it takes the unit of its neighbors unless it has its own (a statutory threshold, in dollars). */
  | Constant
  | { readonly op: 'input'; readonly input: Input }
  /** The value entered for the cell's year. */
  | { readonly op: 'series'; readonly series: Series }
  /** The model year n = 1, 2, … of the cell that is computed. */
  | { readonly op: 'year' }
  /** A line in the same year (`back` 0), in an earlier one, or in the first or last year. Figures have only `back` 0. */
  | { readonly op: 'line'; readonly line: Line; readonly back: number | 'first' | 'last' }
  /** A line in the year that `index` gives (1 = first). Outside the plan's years there is no value (NaN). */
  | { readonly op: 'at'; readonly line: Line; readonly index: Expression }
  /** Sum of a line: over all years, up to this year, or up to the year before. */
  | { readonly op: 'sum'; readonly line: Line; readonly to: 'last' | 'this' | 'before' }
  /** The first or last year in which a line is true; no value (NaN) if there is none. */
  | { readonly op: 'firstYear' | 'lastYear'; readonly line: Line }
  /** Internal rate of return of a line's yearly flows; no value (NaN) unless there is exactly one. */
  | { readonly op: 'irr'; readonly line: Line }
  /** Marginal rates over a table whose thresholds are multiplied by `scale`. */
  | { readonly op: 'brackets'; readonly table: Table; readonly args: readonly [income: Expression, scale: Expression] }
  /** The table's value at the largest key that is not above the argument; no value (NaN) below the first key. */
  | { readonly op: 'lookup'; readonly table: Table; readonly args: readonly [key: Expression] }
  | { readonly op: Operation; readonly args: readonly Expression[] }

export interface Constant {
  readonly op: 'constant'
  readonly value: number
  readonly unit?: Unit
  /** The source of a number taken from the law or a publication. */
  readonly cited?: Citation
}

/** A number from the law or a publication under its name there. */
export interface Citation {
  readonly label: string
  readonly source: string
  /** The tax year, if the number is from the law of one. */
  readonly year?: number
}

/**
 * Plain operations. Comparisons give 1 or 0. All of them pass on a missing value (NaN), including comparisons and
 * choices: an error is never swallowed. Only `orElse(a, b)` handles it: b if a has no value.
 */
export type Operation =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'power'
  | 'negate'
  | 'min'
  | 'max'
  | 'less'
  | 'lessOrEqual'
  | 'greater'
  | 'greaterOrEqual'
  | 'equal'
  | 'and'
  | 'or'
  | 'not'
  | 'if'
  | 'floor'
  | 'ceil'
  | 'round'
  | 'orElse'
  /** Level payment per period: payment(rate, periods, principal) = P·r ÷ (1 − (1 + r)^−k), P ÷ k at r = 0. */
  | 'payment'

/** A user input; `path` names its field. */
export interface Input {
  readonly kind: 'input'
  readonly id: string
  readonly label: string
  readonly unit: Unit
}

/** A value entered for each year of the plan: one input a year; a row reads that of its own year. */
export interface Series {
  readonly kind: 'series'
  readonly id: string
  readonly label: string
  readonly unit: Unit
  /** The inputs of years 1, 2, …, `id@1`, `id@2`, …, consecutive among the model's inputs. */
  readonly inputs: readonly Input[]
}

/** A table from the law or a publication: brackets (`keys` = lower thresholds, `values` = rates) or a step function. */
export interface Table {
  readonly kind: 'table'
  readonly id: string
  readonly label: string
  readonly keys: readonly number[]
  readonly values: readonly number[]
  readonly source: string
  /** The unit of what `lookup` returns; a pure number by default. */
  readonly unit?: Unit
}

/** A named line: a row of yearly figures, or one figure. */
export interface Line {
  readonly kind: 'line'
  readonly id: string
  readonly label: string
  readonly unit: Unit
  readonly section: string
  /** One sentence: what it is. */
  readonly meaning: string
  readonly shape: 'row' | 'figure'
  /** True if "none" is a valid result (years to recoup when nothing is given up): NaN is then no error. */
  readonly optional: boolean
  /** The formula of the first year (rows), or the formula (figures). */
  readonly first: Expression
  /** The formula of every later year; the same object as `first` where one formula serves all years. */
  readonly later: Expression
  /** How a reader would break the line down, where its formula does it differently; the parts add up to it. */
  readonly consists?: readonly Expression[] | undefined
}

export const constant = (value: number): Constant => ({ op: 'constant', value })

/** A number from the law or a publication. */
export const cited = (value: number, citation: Citation): Constant => ({ op: 'constant', value, cited: citation })

/** An amount of money within a formula, so that it can be multiplied by an index. */
export const dollars = (value: number, citation?: Citation): Constant => ({
  op: 'constant',
  value,
  unit: 'usd',
  ...(citation && { cited: citation }),
})

/** Whether two expressions are the same formula of the same lines and inputs. */
export function sameExpression(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  // Lines, inputs and series are compared by identity, tables by their figures.
  if ('kind' in a && a.kind !== 'table') return false
  const [left, right] = [Object.entries(a), b as Record<string, unknown>]
  return (
    left.length === Object.keys(b).length && left.every(([key, value]) => key in b && sameExpression(value, right[key]))
  )
}

/** What can be inserted between the operators of a formula. */
export type Operand = number | Input | Series | Line | Expression | Table | readonly Operand[]

/** An operand as an expression; a line stands for its value in the same year. */
export function expression(operand: Operand): Expression {
  if (typeof operand === 'number') return constant(operand)
  if (Array.isArray(operand)) throw new TypeError('a list may only stand alone in total(…)')
  const item = operand as Exclude<Operand, number | readonly Operand[]>
  if ('op' in item) return item
  if (item.kind === 'input') return { op: 'input', input: item }
  if (item.kind === 'series') return { op: 'series', series: item }
  if (item.kind === 'line') return { op: 'line', line: item, back: 0 }
  throw new TypeError(`table ${item.id} may only stand in brackets(…) or lookup(…)`)
}

/** The expressions directly inside an expression. */
export function parts(e: Expression): readonly Expression[] {
  if ('args' in e) return e.args
  return e.op === 'at' ? [e.index] : []
}

/** The unit of an expression, checking its operands. Throws UnitClash. */
export function measure(e: Expression): Measure {
  switch (e.op) {
    case 'constant':
      return e.unit ?? 'any'
    case 'year':
    case 'firstYear':
    case 'lastYear':
      return 'years'
    case 'input':
      return e.input.unit
    case 'series':
      return e.series.unit
    case 'at':
      measure(e.index)
      return e.line.unit
    case 'line':
    case 'sum':
      return e.line.unit
    case 'irr':
      return 'rate'
    case 'lookup':
      measure(e.args[0])
      return e.table.unit ?? 'factor'
    case 'brackets':
      measure(e.args[1])
      return measure(e.args[0])
    case 'add':
      return alike('a sum', e.args.map(measure))
    case 'subtract':
      return alike('a difference', e.args.map(measure))
    case 'min':
    case 'max':
      return alike(`${e.op}(…)`, e.args.map(measure))
    case 'orElse':
      return alike('orElse(…)', e.args.map(measure))
    case 'if':
      measure(e.args[0]!)
      return alike('a choice', e.args.slice(1).map(measure))
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
    case 'equal':
      alike('a comparison', e.args.map(measure))
      return 'boolean'
    case 'and':
    case 'or':
    case 'not':
      if (e.args.some((arg) => measure(arg) === 'usd')) throw new UnitClash(`${e.op}(…) is asked of dollars`)
      return 'boolean'
    case 'multiply':
      // Zero times anything is zero, in any unit.
      if (e.args.some((arg) => arg.op === 'constant' && arg.value === 0)) return 'any'
      return e.args.map(measure).reduce(product)
    case 'divide':
      return quotient(measure(e.args[0]!), measure(e.args[1]!))
    case 'power': {
      if (e.args.map(measure).includes('usd')) throw new UnitClash('dollars stand in a power')
      return 'factor'
    }
    case 'negate':
    case 'floor':
    case 'ceil':
    case 'round':
      return measure(e.args[0]!)
    case 'payment':
      return e.args.map(measure)[2]!
  }
}
