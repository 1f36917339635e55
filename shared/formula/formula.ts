import { constant, expression, type Expression, type Line, type Operand, type Operation } from './expression'

/**
 * Formulas are written as text with the lines themselves inserted:
 *
 *     f`${price} * ${shareSold} - max(0, ${debt} - prev(${paid}))`
 *
 * so that a formula reads as it would on paper, while a misspelled line does not compile. The text of a call site never
 * changes, so it is parsed once; afterward only the operands are inserted.
 *
 * A series, with a value entered for each year, stands for that of the cell's year.
 *
 * Grammar: + - * / ^ (right to left), < <= > >= = between two sums, numbers, `n` (the model year), `none` (no value), parentheses, and
 *   min max if and or not floor ceil round orElse payment   plain functions
 *   clamp(x, low, high)       max(low, min(high, x))
 *   total(list)               sum of a list of operands, 0 when empty
 *   prev(row), back(row, k)   the row one year, k years earlier
 *   first(row), last(row)     the row in the first, the last year
 *   at(row, index)            the row in year `index`
 *   sum(row), sumToDate(row), sumBefore(row)     over all years, up to this year, up to the year before
 *   firstYear(row), lastYear(row)                first, last year in which the row is true
 *   irr(row)                  internal rate of return of yearly flows
 *   brackets(table, income, scale), lookup(table, key)
 */
export function f(text: TemplateStringsArray, ...operands: Operand[]): Expression {
  let template = templates.get(text)
  if (!template) templates.set(text, (template = new Parser(text).parse()))
  return template(operands)
}

type Template = (operands: readonly Operand[]) => Expression
const templates = new WeakMap<TemplateStringsArray, Template>()

const PLAIN: Record<string, { op: Operation; arity: readonly [number, number] }> = {
  min: { op: 'min', arity: [2, Infinity] },
  max: { op: 'max', arity: [2, Infinity] },
  if: { op: 'if', arity: [3, 3] },
  and: { op: 'and', arity: [2, Infinity] },
  or: { op: 'or', arity: [2, Infinity] },
  not: { op: 'not', arity: [1, 1] },
  floor: { op: 'floor', arity: [1, 1] },
  ceil: { op: 'ceil', arity: [1, 1] },
  round: { op: 'round', arity: [1, 1] },
  orElse: { op: 'orElse', arity: [2, 2] },
  payment: { op: 'payment', arity: [3, 3] },
}
/** Functions of a line alone, over its other years. */
const OF_LINE: Record<string, (line: Line) => Expression> = {
  prev: (line) => ({ op: 'line', line, back: 1 }),
  first: (line) => ({ op: 'line', line, back: 'first' }),
  last: (line) => ({ op: 'line', line, back: 'last' }),
  sum: (line) => ({ op: 'sum', line, to: 'last' }),
  sumToDate: (line) => ({ op: 'sum', line, to: 'this' }),
  sumBefore: (line) => ({ op: 'sum', line, to: 'before' }),
  firstYear: (line) => ({ op: 'firstYear', line }),
  lastYear: (line) => ({ op: 'lastYear', line }),
  irr: (line) => ({ op: 'irr', line }),
}
const COMPARE: Record<string, Operation> = {
  '<': 'less',
  '<=': 'lessOrEqual',
  '>': 'greater',
  '>=': 'greaterOrEqual',
  '=': 'equal',
}

type Token = { kind: 'number' | 'name' | 'sign'; text: string } | { kind: 'slot'; slot: number }

class Parser {
  private readonly tokens: Token[] = []
  private position = 0

  constructor(text: TemplateStringsArray) {
    text.forEach((piece, index) => {
      for (const match of piece.matchAll(/\s+|(\d+(?:\.\d+)?)|([a-zA-Z]+)|(<=|>=|[-+*/^()<>=,])|(.)/gs)) {
        const [, number, name, sign, other] = match
        if (other !== undefined) throw new SyntaxError(`"${other}" has no place in the formula ${text.join('${…}')}`)
        if (number !== undefined) this.tokens.push({ kind: 'number', text: number })
        if (name !== undefined) this.tokens.push({ kind: 'name', text: name })
        if (sign !== undefined) this.tokens.push({ kind: 'sign', text: sign })
      }
      if (index < text.length - 1) this.tokens.push({ kind: 'slot', slot: index })
    })
  }

  parse(): Template {
    const template = this.comparison()
    if (this.position < this.tokens.length) this.fail('an operator')
    return template
  }

  private comparison(): Template {
    const left = this.sum()
    for (const [sign, op] of Object.entries(COMPARE)) {
      if (this.take(sign)) return call(op, [left, this.sum()])
    }
    return left
  }

  private sum(): Template {
    let left = this.product()
    for (;;) {
      if (this.take('+')) left = call('add', [left, this.product()])
      else if (this.take('-')) left = call('subtract', [left, this.product()])
      else return left
    }
  }

  private product(): Template {
    let left = this.unary()
    for (;;) {
      if (this.take('*')) left = call('multiply', [left, this.unary()])
      else if (this.take('/')) left = call('divide', [left, this.unary()])
      else return left
    }
  }

  private unary(): Template {
    return this.take('-') ? call('negate', [this.unary()]) : this.power()
  }

  private power(): Template {
    const base = this.primary()
    return this.take('^') ? call('power', [base, this.unary()]) : base
  }

  private primary(): Template {
    const token = this.tokens[this.position++]
    if (token?.kind === 'number') {
      const value = constant(Number(token.text))
      return () => value
    }
    if (token?.kind === 'slot') return (operands) => expression(operands[token.slot]!)
    if (token?.kind === 'sign' && token.text === '(') {
      const inner = this.comparison()
      this.expect(')')
      return inner
    }
    if (token?.kind !== 'name') return this.fail('a number, a line or a function', this.position - 1)
    if (token.text === 'n') return () => ({ op: 'year' })
    if (token.text === 'none') return () => constant(NaN)
    this.expect('(')
    const template = this.named(token.text)
    this.expect(')')
    return template
  }

  private named(name: string): Template {
    const plain = PLAIN[name]
    if (plain) {
      const args = [this.comparison()]
      while (this.take(',')) args.push(this.comparison())
      if (args.length < plain.arity[0] || args.length > plain.arity[1])
        this.fail(`another number of operands of ${name}`)
      return call(plain.op, args)
    }
    if (name === 'clamp') {
      const x = this.comparison()
      this.expect(',')
      const low = this.comparison()
      this.expect(',')
      return call('max', [low, call('min', [this.comparison(), x])])
    }
    if (name === 'total') {
      const slot = this.slot('a list')
      return (operands) => {
        const list = operands[slot]
        if (!Array.isArray(list)) throw new SyntaxError('total(…) wants a list')
        return total(list)
      }
    }
    if (name === 'brackets' || name === 'lookup') {
      const table = this.item('table', name)
      this.expect(',')
      const first = this.comparison()
      if (name === 'lookup') return (o) => ({ op: 'lookup', table: table(o), args: [first(o)] })
      this.expect(',')
      const scale = this.comparison()
      return (o) => ({ op: 'brackets', table: table(o), args: [first(o), scale(o)] })
    }
    const ofLine = OF_LINE[name]
    if (!ofLine && name !== 'at' && name !== 'back') return this.fail('a known function', this.position - 2)
    const line = this.item('line', name)
    if (ofLine) return (o) => ofLine(line(o))
    if (name === 'at') {
      this.expect(',')
      const index = this.comparison()
      return (o) => ({ op: 'at', line: line(o), index: index(o) })
    }
    this.expect(',')
    const token = this.tokens[this.position++]
    if (token?.kind !== 'number' || token.text.includes('.')) return this.fail('a number of years', this.position - 1)
    const back = Number(token.text)
    return (o) => ({ op: 'line', line: line(o), back })
  }

  /** A line or table inserted for `name(…)`; anything else between the operators is an error. */
  private item<Kind extends 'line' | 'table'>(
    kind: Kind,
    name: string,
  ): (operands: readonly Operand[]) => Extract<Operand, { kind: Kind }> {
    const slot = this.slot(`a ${kind}`)
    return (operands) => {
      const operand = operands[slot]
      if (typeof operand === 'object' && 'kind' in operand && operand.kind === kind)
        return operand as Extract<Operand, { kind: Kind }>
      throw new SyntaxError(`${name}(…) wants a ${kind}`)
    }
  }

  private slot(what: string): number {
    const token = this.tokens[this.position++]
    return token?.kind === 'slot' ? token.slot : this.fail(what, this.position - 1)
  }

  private take(sign: string): boolean {
    const token = this.tokens[this.position]
    if (token?.kind !== 'sign' || token.text !== sign) return false
    this.position++
    return true
  }

  private expect(sign: string): void {
    if (!this.take(sign)) this.fail(`"${sign}"`)
  }

  private fail(wanted: string, position = this.position): never {
    const text = this.tokens.map((token, i) => {
      const shown = token.kind === 'slot' ? '${…}' : token.text
      return i === position ? `▸${shown}◂` : shown
    })
    throw new SyntaxError(`${wanted} is wanted in the formula: ${text.join(' ')}`)
  }
}

function call(op: Operation, args: readonly Template[]): Template {
  return (operands) =>
    simplest(
      op,
      args.map((arg) => arg(operands)),
    )
}

// One dollar is not the share 1: leaving it out would drop its unit.
const is = (e: Expression, value: number): boolean =>
  e.op === 'constant' && e.value === value && (value === 0 || e.unit === undefined)

/**
 * Simplifies constants left by the structure: an absent part enters a formula as 0 (a weight, an amount) or 1 (a
 * share), which would only cost time and obscure the formula.
 */
function simplest(op: Operation, args: readonly Expression[]): Expression {
  const [a, b, c] = args as [Expression, Expression, Expression]
  switch (op) {
    case 'multiply':
      if (is(a, 0) || is(b, 0)) return constant(0)
      if (is(a, 1)) return b
      if (is(b, 1)) return a
      break
    case 'add':
      if (is(a, 0)) return b
      if (is(b, 0)) return a
      break
    case 'subtract':
      if (is(b, 0)) return a
      // The difference of two statutory numbers is neither of them.
      if (a.op === 'constant' && b.op === 'constant' && a.unit === b.unit && !a.cited && !b.cited)
        return { ...a, value: a.value - b.value }
      break
    case 'divide':
      if (is(b, 1)) return a
      break
    case 'if':
      if (a.op === 'constant') return is(a, 0) ? c : b
  }
  return { op, args }
}

/** Sum of a list, left to right; an empty list is 0 and a list of one is the operand itself. */
export function total(list: readonly Operand[]): Expression {
  const terms = list.map(expression).filter((term) => !is(term, 0))
  if (terms.length === 0) return constant(0)
  return terms.length === 1 ? terms[0]! : { op: 'add', args: terms }
}
