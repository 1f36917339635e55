import { Compiler } from './compile'
import type { Evaluation } from './evaluate'
import { openedAt, type ExplainedOperand } from './explain'
import type { Expression, Line } from './expression'
import { nameOf, type Operand } from './words'

/**
 * What a figure consists of, before its formula: terms that add up to it, each a product of a few named factors. The
 * form of the formula is hidden: only the branch taken and the binding side of a limit remain, and terms of 0 and
 * factors of 1 are omitted.
 */
export interface Bridge {
  /** The line that was broken down: the one asked about, or the one whose value it passes on unchanged. */
  readonly line: Line
  readonly year: number | undefined
  readonly value: number
  /** They add up to `value`, within floating-point rounding. Empty if the figure is 0. */
  readonly terms: readonly Term[]
}

export interface Term {
  /** With its sign. */
  readonly value: number
  /** A constant of the method (½, 12) that multiplies the factors; its sign is that of the term. */
  readonly coefficient: number
  readonly factors: readonly Factor[]
}

/** A factor or a divisor. */
export interface Factor {
  readonly name: string
  readonly value: number
  /** True where the term is divided by it. */
  readonly divides: boolean
  /** Where it has an explanation of its own. */
  readonly operand: ExplainedOperand | undefined
  /** Its operands, if it has no explanation of its own (a tax by brackets, a compound rate). */
  readonly inside: readonly ExplainedOperand[]
}

/** The maximum number of lines skipped because they only pass on another line's value. */
const THROUGH = 6

/**
 * Breaks a figure down with the values of the last run.
 *
 * @param year model year, 1 = first; left out for a figure
 * @returns undefined where the figure has no value
 */
export function bridge(evaluation: Evaluation, line: Line, year?: number): Bridge | undefined {
  let found = apart(evaluation, line, year)
  for (let steps = 0; found && steps < THROUGH; steps++) {
    const only = passedOn(found)
    if (!only) break
    found = apart(evaluation, only.line, only.year)
  }
  return found
}

/** The line that a figure is another name for, as "wealth at retirement" is the wealth of that year. */
function passedOn({ terms }: Bridge): { line: Line; year: number | undefined } | undefined {
  const [term, ...others] = terms
  if (!term || others.length > 0 || term.coefficient !== 1 || term.factors.length !== 1) return undefined
  const { opens } = term.factors[0]!.operand ?? {}
  return opens?.kind === 'line' && !term.factors[0]!.divides ? opens : undefined
}

function apart(evaluation: Evaluation, line: Line, year: number | undefined): Bridge | undefined {
  const value = evaluation.value(line, year)
  if (!Number.isFinite(value)) return undefined
  const formula = year === undefined || year === 1 ? line.first : line.later
  const reader = new Reader(evaluation, (year ?? 1) - 1)
  const terms = line.consists ? line.consists.flatMap((part) => reader.terms(part)) : reader.terms(formula)
  return { line, year, value, terms }
}

/** Reads formulas in one year. */
class Reader {
  private readonly compiler: Compiler

  constructor(
    private readonly evaluation: Evaluation,
    private readonly y: number,
  ) {
    this.compiler = new Compiler(evaluation.graph, evaluation.values, evaluation.inputs)
  }

  /** The terms that a formula adds up in this year. */
  terms(e: Expression): Term[] {
    switch (e.op) {
      case 'constant':
      case 'year':
        return number(this.figure(e))
      case 'input':
      case 'series':
      case 'line':
      case 'at':
      case 'sum':
      case 'irr':
      case 'firstYear':
      case 'lastYear':
        return this.leaf(e)
      case 'less':
      case 'lessOrEqual':
      case 'greater':
      case 'greaterOrEqual':
      case 'equal':
      case 'and':
      case 'or':
      case 'not':
        return number(this.figure(e))
      case 'negate':
        return this.terms(e.args[0]!).map(negated)
      case 'add':
        return e.args.flatMap((arg) => this.terms(arg))
      case 'subtract':
        return e.args.flatMap((arg, i) => (i === 0 ? this.terms(arg) : this.terms(arg).map(negated)))
      case 'if':
        return this.terms(this.figure(e.args[0]!) === 0 ? e.args[2]! : e.args[1]!)
      case 'orElse':
        return this.terms(Number.isNaN(this.figure(e.args[0]!)) ? e.args[1]! : e.args[0]!)
      case 'min':
      case 'max': {
        const value = this.figure(e)
        return this.terms(e.args.find((arg) => this.figure(arg) === value) ?? e.args[0]!)
      }
      case 'multiply':
        return e.args.map((arg) => this.terms(arg)).reduce((a, b) => this.product(a, b, false))
      case 'divide':
        return this.product(this.terms(e.args[0]!), this.terms(e.args[1]!), true)
      case 'power':
        return this.power(e.args[0]!, e.args[1]!, e)
      case 'floor':
      case 'ceil':
      case 'round':
        return this.figure(e) === this.figure(e.args[0]!)
          ? this.terms(e.args[0]!)
          : this.worked(`${textOf(this.terms(e.args[0]!))}, rounded`, e)
      case 'brackets':
      case 'lookup':
        return this.worked(e.table.label, e)
      case 'payment':
        return this.worked('level payment', e)
    }
  }

  private figure(e: Expression): number {
    return this.compiler.cell(e)(this.y)
  }

  private leaf(e: Operand): Term[] {
    const operand = openedAt(this.evaluation, e, this.y)
    return factor({ name: nameOf(e), value: operand.value, divides: false, operand, inside: [] })
  }

  /** A subexpression shown as one factor, with its operands. */
  private worked(name: string, e: Expression): Term[] {
    return factor({ name, value: this.figure(e), divides: false, operand: undefined, inside: this.operandsOf(e) })
  }

  private power(base: Expression, exponent: Expression, e: Expression): Term[] {
    const times = this.figure(exponent)
    if (times === 1) return this.terms(base)
    return this.worked(`(${textOf(this.terms(base))}) ^ ${Number(times.toFixed(4))}`, e)
  }

  /** A product of two sums: one is multiplied out; if both have several terms the second stays together. */
  private product(a: readonly Term[], b: readonly Term[], divides: boolean): Term[] {
    if (a.length === 0 || (b.length === 0 && !divides)) return []
    if (!divides && a.length === 1) return b.map((second) => times(a[0]!, second))
    const second = b.length === 1 ? b[0]! : together(b)
    return a.map((first) => times(first, divides ? inverse(second) : second))
  }

  /** The distinct operands a formula reads in this year. */
  private operandsOf(e: Expression): ExplainedOperand[] {
    const found = new Map<string, ExplainedOperand>()
    for (const term of this.inner(e))
      for (const { operand, inside } of term.factors)
        for (const one of operand ? [operand] : inside) found.set(`${one.name} ${one.value}`, one)
    return [...found.values()]
  }

  private inner(e: Expression): Term[] {
    return 'args' in e ? e.args.flatMap((arg) => this.terms(arg)) : []
  }
}

/** A constant of the method; no term if 0. */
const number = (value: number): Term[] => (value === 0 ? [] : [{ value, coefficient: value, factors: [] }])

/** Drops terms of 0 and factors of 1. */
function factor(one: Factor): Term[] {
  if (one.value === 0) return []
  const plain = one.value === 1 && one.operand?.unit !== 'usd'
  return [{ value: one.value, coefficient: 1, factors: plain ? [] : [one] }]
}

const times = (a: Term, b: Term): Term => ({
  value: a.value * b.value,
  coefficient: a.coefficient * b.coefficient,
  factors: [...a.factors, ...b.factors],
})

const inverse = ({ value, coefficient, factors }: Term): Term => ({
  value: 1 / value,
  coefficient: 1 / coefficient,
  factors: factors.map((one) => ({ ...one, divides: !one.divides })),
})

const negated = ({ value, coefficient, factors }: Term): Term => ({
  value: -value,
  coefficient: -coefficient,
  factors,
})

/** A sum inside a product, as one factor. */
function together(terms: readonly Term[]): Term {
  const value = terms.reduce((sum, term) => sum + term.value, 0)
  const inside = terms.flatMap(({ factors }) =>
    factors.flatMap(({ operand, inside: within }) => (operand ? [operand] : within)),
  )
  return {
    value,
    coefficient: 1,
    factors: [{ name: `(${textOf(terms)})`, value, divides: false, operand: undefined, inside }],
  }
}

/** A sum in words: "1 + return − drag × return". */
function textOf(terms: readonly Term[]): string {
  if (terms.length === 0) return '0'
  return terms
    .map((term, i) => {
      const sign = term.coefficient < 0 ? (i === 0 ? '−' : ' − ') : i === 0 ? '' : ' + '
      return sign + productText(term)
    })
    .join('')
}

function productText({ coefficient, factors }: Term): string {
  const size = Math.abs(coefficient)
  const number = size === 1 && factors.length > 0 ? '' : String(Number(size.toPrecision(6)))
  return factors.reduce(
    (text, { name, divides }) =>
      text === '' ? (divides ? `1 ÷ ${name}` : name) : `${text} ${divides ? '÷' : '×'} ${name}`,
    number,
  )
}
