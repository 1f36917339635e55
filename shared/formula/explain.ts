import { Compiler } from './compile'
import { yearIndex } from './dependence'
import type { Evaluation } from './evaluate'
import { parts, type Expression, type Input, type Line } from './expression'
import { nameOf, words, type Operand } from './words'

/** One figure explained: what it is, its formula in words, and its operands. */
export interface Explanation {
  readonly line: Line
  /** Model year, 1 = first; undefined for a figure. */
  readonly year: number | undefined
  readonly value: number
  readonly formula: Expression
  /** The formula in words; numbers in it point into `operands`. */
  readonly pieces: readonly (string | number)[]
  readonly operands: readonly ExplainedOperand[]
}

/** An operand with its figure. A line can be explained in turn; an input ends the chain. */
export interface ExplainedOperand {
  readonly name: string
  readonly value: number
  readonly unit: Line['unit']
  readonly opens:
    | { readonly kind: 'line'; readonly line: Line; readonly year: number | undefined }
    /** A sum or search over the years of a row: the row's values are the explanation. */
    | { readonly kind: 'row'; readonly line: Line; readonly values: readonly number[] }
    | { readonly kind: 'input'; readonly input: Input }
    | { readonly kind: 'year' }
  /** False for an operand in the branch of a choice that was not taken. */
  readonly used: boolean
}

/** Explains a cell with the figures of the last run of `evaluation`. */
export function explain(evaluation: Evaluation, line: Line, year?: number): Explanation {
  const value = evaluation.value(line, year)
  const formula = year === undefined || year === 1 ? line.first : line.later
  const y = (year ?? 1) - 1
  const compiler = new Compiler(evaluation.graph, evaluation.values, evaluation.inputs)
  const figure = (e: Expression): number => compiler.cell(e)(y)
  const used = usedOperands(formula, figure)
  const operands: ExplainedOperand[] = []
  const pieces = words(formula).map((piece) => {
    if (typeof piece === 'string') return piece
    const operand = opened(evaluation, piece.operand, y, figure, used.has(piece.operand))
    const known = operands.findIndex((other) => alike(other, operand))
    return known >= 0 ? known : operands.push(operand) - 1
  })
  return { line, year, value, formula, pieces, operands }
}

/** An operand with its figure in a year index, as the formula of that year reads it. */
export function openedAt(evaluation: Evaluation, e: Operand, y: number): ExplainedOperand {
  const compiler = new Compiler(evaluation.graph, evaluation.values, evaluation.inputs)
  return opened(evaluation, e, y, (part) => compiler.cell(part)(y), true)
}

function opened(
  evaluation: Evaluation,
  e: Operand,
  y: number,
  figure: (e: Expression) => number,
  used: boolean,
): ExplainedOperand {
  const { years } = evaluation.graph
  const operand = { name: nameOf(e), value: figure(e), used }
  const row = (line: Line, end: number) => ({
    kind: 'row' as const,
    line,
    values: [...evaluation.row(line).subarray(0, end)],
  })
  switch (e.op) {
    case 'year':
      return { ...operand, unit: 'years', opens: { kind: 'year' } }
    case 'input':
      return { ...operand, unit: e.input.unit, opens: { kind: 'input', input: e.input } }
    case 'series':
      return { ...operand, unit: e.series.unit, opens: { kind: 'input', input: e.series.inputs[y]! } }
    case 'line': {
      const year = e.line.shape === 'figure' ? undefined : yearIndex(e, y, years) + 1
      return { ...operand, unit: e.line.unit, opens: { kind: 'line', line: e.line, year } }
    }
    case 'at': {
      const year = Math.trunc(figure(e.index))
      const exists = year >= 1 && year <= years
      return {
        ...operand,
        unit: e.line.unit,
        opens: exists ? { kind: 'line', line: e.line, year } : row(e.line, years),
      }
    }
    case 'sum':
      return {
        ...operand,
        unit: e.line.unit,
        opens: row(e.line, e.to === 'last' ? years : e.to === 'this' ? y + 1 : y),
      }
    case 'irr':
      return { ...operand, unit: 'rate', opens: row(e.line, years) }
    case 'firstYear':
    case 'lastYear':
      return { ...operand, unit: 'years', opens: row(e.line, years) }
  }
}

/** An operand that occurs twice in a formula is shown once; two lines of the same name are two operands. */
function alike(a: ExplainedOperand, b: ExplainedOperand): boolean {
  if (a.name !== b.name || a.used !== b.used || a.opens.kind !== b.opens.kind) return false
  if (a.opens.kind === 'input') return a.opens.input === (b.opens as typeof a.opens).input
  if (a.opens.kind === 'line')
    return a.opens.line === (b.opens as typeof a.opens).line && a.opens.year === (b.opens as typeof a.opens).year
  if (a.opens.kind === 'row') return a.opens.line === (b.opens as typeof a.opens).line && Object.is(a.value, b.value)
  return true
}

/** The operands that the figure used in this run: of a choice, only the branch taken. */
function usedOperands(formula: Expression, figure: (e: Expression) => number): Set<Expression> {
  const found = new Set<Expression>()
  const visit = (e: Expression): void => {
    found.add(e)
    if (e.op !== 'if') return parts(e).forEach(visit)
    const [condition, yes, no] = e.args as [Expression, Expression, Expression]
    visit(condition)
    const c = figure(condition)
    if (c === c) visit(c !== 0 ? yes : no)
  }
  visit(formula)
  return found
}
