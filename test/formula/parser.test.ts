import { describe, expect, test } from 'vitest'
import { f, inWords, Model, total, type Expression, type Table } from '../../shared/formula/index'

const model = Model.create()
const a = model.input('a', 'a', 'factor')
const b = model.input('b', 'b', 'factor')
const c = model.input('c', 'c', 'factor')
const row = model.row('row', { label: 'row', unit: 'factor', meaning: '' }, a)
const table: Table = { kind: 'table', id: 't', label: 'table', keys: [0, 10], values: [0.1, 0.2], source: '' }

/** The tree as a fully parenthesized text. */
function tree(e: Expression): string {
  if (e.op === 'constant') return String(e.value)
  if (e.op === 'input') return e.input.id
  if (e.op === 'line') return `${e.line.id}[${e.back}]`
  return 'args' in e ? `(${[e.op, ...e.args.map(tree)].join(' ')})` : e.op
}

describe('precedence', () => {
  test.each<[Expression, string]>([
    [f`${a} + ${b} * ${c}`, '(add a (multiply b c))'],
    [f`${a} - ${b} - ${c}`, '(subtract (subtract a b) c)'],
    [f`${a} / ${b} * ${c}`, '(multiply (divide a b) c)'],
    [f`${a} ^ ${b} ^ ${c}`, '(power a (power b c))'],
    [f`-${a} ^ 2`, '(negate (power a 2))'],
    [f`${a} ^ -1`, '(power a (negate 1))'],
    [f`-${a} * ${b}`, '(multiply (negate a) b)'],
    [f`${a} - -${b}`, '(subtract a (negate b))'],
    [f`(${a} + ${b}) * ${c}`, '(multiply (add a b) c)'],
    [f`${a} + 1 <= ${b} * 2`, '(lessOrEqual (add a 1) (multiply b 2))'],
    [f`if(${a} < ${b}, 1.5, ${c})`, '(if (less a b) 1.5 c)'],
    [f`and(${a} > 0, not(${b} = 1), ${c} >= 2)`, '(and (greater a 0) (not (equal b 1)) (greaterOrEqual c 2))'],
    [f`clamp(${a}, 0, 1)`, '(max 0 (min 1 a))'],
    [
      f`prev(${row}) + back(${row}, 2) - first(${row}) / last(${row})`,
      '(subtract (add row[1] row[2]) (divide row[first] row[last]))',
    ],
    [f`total(${[a, b, c]}) * n`, '(multiply (add a b c) year)'],
    [f`total(${[]})`, '0'],
    [f`total(${[a]})`, 'a'],
    [f`brackets(${table}, ${a}, 1) + lookup(${table}, ${b})`, '(add (brackets a 1) (lookup b))'],
  ])('%#: %s', (expression, expected) => expect(tree(expression)).toBe(expected))

  test('a formula written twice at one place is parsed once and takes new operands', () => {
    const twice = [a, b].map((operand) => f`${operand} + 1`)
    expect(twice.map(tree)).toEqual(['(add a 1)', '(add b 1)'])
  })

  test('a list outside total(…) is a mistake', () => {
    expect(() => f`${[a, b]} + 1`).toThrow('total')
    expect(total([]).op).toBe('constant')
  })
})

describe('mistakes point at their place', () => {
  test.each<[() => Expression, string]>([
    [() => f`${a} +`, 'a number, a line or a function'],
    [() => f`${a} ${b}`, 'an operator is wanted in the formula: ${…} ▸${…}◂'],
    [() => f`(${a} + 1`, '")" is wanted'],
    [() => f`${a} < ${b} < ${c}`, 'an operator is wanted'],
    [() => f`median(${a}, ${b})`, 'a known function is wanted in the formula: ▸median◂'],
    [() => f`sqrt(${a})`, 'a known function is wanted in the formula: ▸sqrt◂'],
    [() => f`round(2)  $`, '"$" has no place'],
    [() => f`if(${a}, 1)`, 'another number of operands of if'],
    [() => f`min(${a})`, 'another number of operands of min'],
    [() => f`sum(${row} + 1)`, '")" is wanted'],
    [() => f`prev(2)`, 'a line is wanted'],
    [() => f`back(${row}, ${a})`, 'a number of years'],
    [() => f`back(${row}, 1.5)`, 'a number of years'],
    [() => f`sum(${a})`, 'sum(…) wants a line'],
    [() => f`lookup(${a}, ${b})`, 'lookup(…) wants a table'],
    [() => f`${table} + 1`, 'table t may only stand in'],
    [() => f`total(${a})`, 'total(…) wants a list'],
  ])('%#', (write, message) => expect(write).toThrow(message))
})

describe('words', () => {
  test.each<[Expression, string]>([
    [f`${a} - (${b} - ${c})`, 'a − (b − c)'],
    [f`${a} - ${b} + ${c}`, 'a − b + c'],
    [f`${a} / (${b} * ${c})`, 'a ÷ (b × c)'],
    [f`(${a} ^ ${b}) ^ ${c}`, '(a ^ b) ^ c'],
    [f`${a} ^ ${b} ^ ${c}`, 'a ^ (b ^ c)'],
    [f`-(${a} + ${b})`, '−(a + b)'],
    [f`(-${a}) ^ 2`, '(−a) ^ 2'],
    [f`-${a} ^ 2`, '−a ^ 2'],
    [f`${a} * (1 + ${b})`, 'a × (1 + b)'],
    [f`max(0, ${a} - ${b})`, 'the greatest of (0; a − b)'],
    [f`if(${a} < ${b}, ${a}, 0)`, '(a if a < b, otherwise 0)'],
    [f`or(and(${a} > 0, ${b} > 0), not(${c}))`, 'a > 0 and b > 0 or not c'],
    [f`at(${row}, ${a} + 1) + prev(${row})`, 'row in year [a + 1] + row last year'],
    [f`orElse(1 / ${a}, 0)`, '(1 ÷ a, or if there is none 0)'],
    [f`brackets(${table}, ${a}, ${b})`, 'table on (a; thresholds × b)'],
    [f`brackets(${table}, ${a}, 1)`, 'table on (a)'],
  ])('%#: %s', (expression, expected) => expect(inWords(expression)).toBe(expected))
})
