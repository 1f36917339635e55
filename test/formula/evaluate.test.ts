import { describe, expect, test } from 'vitest'
import {
  buildGraph,
  dependents,
  evaluation,
  explain,
  f,
  inputsOf,
  lanes,
  Model,
  type Declaration,
  type Expression,
  type Table,
} from '../../shared/formula/index'

const as = (unit: Declaration['unit'], label = 'A line'): Declaration => ({ label, unit, meaning: 'A line.' })

/** The value of a formula without lines. */
function value(formula: Expression): number {
  const model = Model.create()
  const line = model.figure('line', { ...as('factor'), optional: true }, formula)
  const run = evaluation(buildGraph(model, 1))
  run.run(new Float64Array(0))
  return run.value(line)
}

const table: Table = { kind: 'table', id: 't', label: 't', keys: [0, 10, 40], values: [0.1, 0.2, 0.4], source: '' }

describe('operations', () => {
  test.each<[Expression, number]>([
    [f`7 / 2`, 3.5],
    [f`1 / 0`, NaN],
    [f`0 / 0`, NaN],
    [f`2 ^ 3 ^ 2`, 512],
    [f`-2 ^ 2`, -4],
    [f`min(3, 1, 2)`, 1],
    [f`max(3, 1, 2)`, 3],
    [f`clamp(5, 0, 3)`, 3],
    [f`clamp(-5, 0, 3)`, 0],
    [f`1 < 2`, 1],
    [f`2 <= 2`, 1],
    [f`2 > 2`, 0],
    [f`2 >= 3`, 0],
    [f`2 = 2`, 1],
    [f`1 / 0 < 2`, NaN],
    [f`and(1, 1, 0)`, 0],
    [f`or(0, 0, 1)`, 1],
    [f`not(1)`, 0],
    [f`if(1 > 0, 5, 1 / 0)`, 5],
    [f`if(1 / 0, 5, 6)`, NaN],
    [f`floor(-1.5)`, -2],
    [f`ceil(-1.5)`, -1],
    [f`round(2.5)`, 3],
    [f`round(-2.5)`, -2],
    [f`orElse(1 / 0, 4)`, 4],
    [f`orElse(3, 4)`, 3],
    [f`payment(0, 12, 120)`, 10],
    [f`payment(0.1, 0, 120)`, NaN],
    [f`lookup(${table}, -1)`, NaN],
    [f`lookup(${table}, 10)`, 0.2],
    [f`lookup(${table}, 9.9)`, 0.1],
    [f`lookup(${table}, 1000)`, 0.4],
  ])('%#', (formula, expected) => expect(value(formula)).toBe(expected))

  test('a level payment pays the loan off', () => {
    expect(value(f`payment(0.08 / 12, 10, 10000)`)).toBeCloseTo(1037.0320893591606, 9)
  })

  test('brackets tax what lies above each threshold at its rate, thresholds scaled', () => {
    expect(value(f`brackets(${table}, 50, 1)`)).toBeCloseTo(10 * 0.1 + 30 * 0.2 + 10 * 0.4, 12)
    expect(value(f`brackets(${table}, 50, 2)`)).toBeCloseTo(20 * 0.1 + 30 * 0.2, 12)
    expect(value(f`brackets(${table}, -5, 1)`)).toBe(0)
  })
})

function loan() {
  const model = Model.create()
  const price = model.input('price', 'Price', 'usd')
  const rate = model.input('rate', 'Interest rate', 'rate')
  const term = model.input('term', 'Term', 'years')
  const other = model.input('other', 'Other', 'usd')
  const debt = model.declare('debt', as('usd', 'Debt'), 'row')
  const paid = model.figure('paid', as('usd', 'Yearly payment'), f`${price} / ${term}`)
  const interest = model.row('interest', as('usd', 'Interest'), f`${price} * ${rate}`, f`prev(${debt}) * ${rate}`)
  model.define(debt, f`${price} + ${interest} - ${paid}`, f`max(0, prev(${debt}) + ${interest} - ${paid})`)
  const cost = model.figure('cost', as('usd', 'Cost'), f`sum(${interest})`)
  const clear = model.row('clear', as('boolean', 'Clear'), f`${debt} = 0`)
  const free = model.figure('free', { ...as('years', 'Free'), optional: true }, f`firstYear(${clear})`)
  const aside = model.row('aside', as('usd', 'Aside'), f`${other} * n`)
  const graph = buildGraph(model, 4)
  return { graph, price, rate, term, other, debt, paid, interest, cost, clear, free, aside }
}

describe('a run', () => {
  test('works lines that need one another across years year after year', () => {
    const { graph, debt, interest, cost, free, clear } = loan()
    const run = evaluation(graph)
    run.run(Float64Array.of(100, 0.1, 2, 1))
    expect([...run.row(debt)]).toEqual([60, 16, 0, 0])
    expect([...run.row(interest)]).toEqual([10, 6, 1.6, 0])
    expect(run.value(cost)).toBeCloseTo(17.6, 12)
    expect([...run.row(clear)]).toEqual([0, 0, 1, 1])
    expect(run.value(free)).toBe(3)
    expect(() => run.value(debt)).toThrow('Line debt has the years 1 to 4, not undefined.')
    expect(() => run.value(debt, 5)).toThrow('not 5')
    expect(() => run.run(new Float64Array(3))).toThrow('The graph has 4 inputs; 3 were given.')
  })

  test('does only what the outputs need', () => {
    const { graph, interest, aside, free } = loan()
    const run = evaluation(graph, [interest])
    run.run(Float64Array.of(100, 0.1, 2, 1))
    expect(run.value(interest, 4)).toBe(0)
    expect(run.value(aside, 1)).toBeNaN()
    expect(run.value(free)).toBeNaN()
    expect(run.problems()).toEqual([])
  })

  test('"none" is a proper answer of an optional line', () => {
    const { graph, free } = loan()
    const run = evaluation(graph)
    run.run(Float64Array.of(100, 0.5, 2, 1))
    expect(run.value(free)).toBeNaN()
    expect(run.problems()).toEqual([])
  })
})

describe('problems', () => {
  test('a division by zero is reported where it starts, with line and inputs, and poisons nothing else', () => {
    const { graph, paid, aside, debt } = loan()
    const run = evaluation(graph)
    run.run(Float64Array.of(100, 0.1, 0, 7))
    const found = run.problems()
    expect(found.map(({ line }) => line)).toEqual([paid])
    expect(found[0]!.message).toBe(
      'Yearly payment has no value (a division by zero, or a year outside the plan); it rests on Price, Term.',
    )
    expect(found[0]!.inputs.map(({ id }) => id)).toEqual(['price', 'term'])
    expect(run.value(debt, 1)).toBeNaN()
    expect([...run.row(aside)]).toEqual([7, 14, 21, 28])
    run.run(Float64Array.of(100, 0.1, 2, 7))
    expect(run.problems()).toEqual([])
  })

  test('a row names the year; what starts in a later year is found behind what another line hands on', () => {
    const model = Model.create()
    const x = model.input('x', 'X', 'factor')
    const one = model.row('one', as('factor', 'One'), f`1 / (n * ${x} - 1)`)
    const two = model.row('two', as('factor', 'Two'), f`if(n = 1, ${one}, 1 / (n * ${x} - 3))`)
    model.row('three', as('factor', 'Three'), f`${one} + ${two}`)
    const run = evaluation(buildGraph(model, 4))
    run.run(Float64Array.of(1))
    expect(run.problems().map(({ line, year }) => [line, year])).toEqual([
      [one, 1],
      [two, 3],
    ])
    expect(run.problems()[1]!.message).toContain('Two, year 3, has no value')
  })

  test('the branch of a choice that was not taken, and the years that were not looked up, are no cause', () => {
    const model = Model.create()
    const zero = model.input('zero', 'Zero', 'factor')
    const bad = model.row('bad', as('factor', 'Bad'), f`1 / ((n - 1) * 1 * ${zero})`)
    const odd = model.figure('odd', as('factor', 'Odd'), f`if(${zero} = 0, 0 ^ -1, first(${bad}))`)
    const run = evaluation(buildGraph(model, 2))
    run.run(Float64Array.of(0))
    expect(run.problems().map(({ line }) => line)).toEqual([bad, odd])
    expect(run.problems()[1]!.message).toBe('Odd is not finite; it rests on Zero.')
  })

  test('a missing input is named', () => {
    const { graph } = loan()
    const run = evaluation(graph)
    run.run(Float64Array.of(100, NaN, 2, 7))
    expect(run.problems().map(({ message }) => message)).toEqual([
      'Interest, year 1, has no value (Interest rate is missing); it rests on Price, Interest rate, Term.',
    ])
  })
})

describe('dependence', () => {
  test('what rests on an input, and on which inputs a line rests', () => {
    const { graph, rate, other, interest, paid, aside } = loan()
    expect(dependents(graph, rate).map(({ id }) => id)).toEqual(['debt', 'interest', 'cost', 'clear', 'free'])
    expect(dependents(graph, other)).toEqual([aside])
    expect(inputsOf([paid]).map(({ id }) => id)).toEqual(['price', 'term'])
    expect(new Set(inputsOf([interest]).map(({ id }) => id))).toEqual(new Set(['price', 'rate', 'term']))
  })
})

describe('explanations', () => {
  test('the formula in words with its figures, each to be opened', () => {
    const { graph, debt, interest, paid } = loan()
    const run = evaluation(graph)
    run.run(Float64Array.of(100, 0.1, 2, 1))
    const { value, pieces, operands } = explain(run, debt, 2)
    expect(value).toBe(16)
    expect(pieces).toEqual(['the greatest of (0; ', 0, ' + ', 1, ' − ', 2, ')'])
    expect(operands.map(({ name, value, unit }) => [name, value, unit])).toEqual([
      ['Debt last year', 60, 'usd'],
      ['Interest', 6, 'usd'],
      ['Yearly payment', 50, 'usd'],
    ])
    expect(operands.map(({ opens }) => opens)).toEqual([
      { kind: 'line', line: debt, year: 1 },
      { kind: 'line', line: interest, year: 2 },
      { kind: 'line', line: paid, year: undefined },
    ])
  })

  test('a sum opens into its years, an input ends the chain', () => {
    const { graph, cost, interest, paid, price } = loan()
    const run = evaluation(graph)
    run.run(Float64Array.of(100, 0.1, 2, 1))
    expect(explain(run, cost).operands[0]!.opens).toEqual({ kind: 'row', line: interest, values: [10, 6, 1.6, 0] })
    expect(explain(run, paid).operands[0]!.opens).toEqual({ kind: 'input', input: price })
  })

  test('two lines of the same name are two operands, the same operand twice is one', () => {
    const model = Model.create()
    const x = model.input('x', 'X', 'factor')
    const a = model.scope('a').figure('w', as('factor', 'Wealth'), f`${x} + 1`)
    const b = model.scope('b').figure('w', as('factor', 'Wealth'), f`${x} + 2`)
    const gap = model.figure('gap', as('factor'), f`${a} - ${b} + ${a}`)
    const run = evaluation(buildGraph(model, 1))
    run.run(Float64Array.of(0))
    const { pieces, operands } = explain(run, gap)
    expect(pieces).toEqual([0, ' − ', 1, ' + ', 0])
    expect(operands.map(({ value }) => value)).toEqual([1, 2])
  })

  test('a choice marks the branch that was not taken; an index opens too', () => {
    const model = Model.create()
    const x = model.input('x', 'X', 'factor')
    const row = model.row('row', as('factor', 'Row'), f`n ^ 2`)
    const pick = model.figure('pick', as('factor'), f`if(${x} < 3, at(${row}, ${x}), last(${row}))`)
    const run = evaluation(buildGraph(model, 4))
    run.run(Float64Array.of(2))
    const { value, pieces, operands } = explain(run, pick)
    expect(value).toBe(4)
    expect(pieces).toEqual(['(', 0, ' in year [', 1, '] if ', 1, ' < 3, otherwise ', 2, ')'])
    expect(operands.map(({ name, used }) => [name, used])).toEqual([
      ['Row', true],
      ['X', true],
      ['Row in the last year', false],
    ])
    expect(operands[0]!.opens).toEqual({ kind: 'line', line: row, year: 2 })
    run.run(Float64Array.of(-1))
    expect(explain(run, pick).operands[0]!.opens).toEqual({ kind: 'row', line: row, values: [1, 4, 9, 16] })
  })
})

describe('a series', () => {
  const model = Model.create()
  const rate = model.series('rate', 'Return', 'rate', 3)
  const start = model.input('start', 'Start', 'usd')
  const worth = model.row(
    'worth',
    as('usd', 'Worth'),
    f`${start} * (1 + ${rate})`,
    (self) => f`prev(${self}) * (1 + ${rate})`,
  )
  const most = model.row('most', as('rate', 'Most'), f`max(0, ${rate})`)
  const graph = buildGraph(model, 3)
  const given = Float64Array.of(0.5, -0.5, 1, 8)

  test('is one input a year, of which a row reads that of its year', () => {
    const run = evaluation(graph)
    run.run(given)
    expect(graph.inputs.map(({ id, label }) => [id, label])).toEqual([
      ['rate@1', 'Return, year 1'],
      ['rate@2', 'Return, year 2'],
      ['rate@3', 'Return, year 3'],
      ['start', 'Start'],
    ])
    expect([...run.row(worth)]).toEqual([12, 6, 12])
    expect([...run.row(most)]).toEqual([0.5, 0, 1])
  })

  test('may vary in some years and not in others', () => {
    const many = lanes(graph, [worth, most], [rate.inputs[1]!]).run(given, [Float64Array.of(0, 1)], 2)
    expect([1, 2, 3].map((year) => [...many.column(worth, year)])).toEqual([
      [12, 12],
      [12, 24],
      [24, 48],
    ])
    expect([1, 2, 3].map((year) => [...many.column(most, year)])).toEqual([
      [0.5, 0.5],
      [0, 1],
      [1, 1],
    ])
  })

  test('is explained, followed and missed year by year', () => {
    const run = evaluation(graph)
    run.run(given)
    const { pieces, operands } = explain(run, worth, 2)
    expect(pieces).toEqual([0, ' × (1 + ', 1, ')'])
    expect(operands.map(({ name, value, opens }) => [name, value, opens.kind])).toEqual([
      ['Worth last year', 12, 'line'],
      ['Return', -0.5, 'input'],
    ])
    expect(operands[1]!.opens).toEqual({ kind: 'input', input: rate.inputs[1] })
    expect(inputsOf([most])).toEqual(rate.inputs)
    expect(dependents(graph, rate.inputs[2]!)).toEqual([worth, most])
    run.run(given.with(1, NaN))
    expect(run.problems().map(({ line, year, message }) => [line, year, message.split(';')[0]])).toEqual([
      [worth, 2, 'Worth, year 2, has no value (Return, year 2 is missing)'],
      [most, 2, 'Most, year 2, has no value (Return, year 2 is missing)'],
    ])
  })
})

describe('lanes', () => {
  test('vary some inputs, keep the others, and give rows and figures', () => {
    const { graph, price, debt, cost, aside } = loan()
    const many = lanes(graph, [debt, cost, aside], [price])
    const result = many.run(Float64Array.of(0, 0.1, 2, 5), [Float64Array.of(100, 200, 0)], 3)
    expect([...result.column(debt, 2)]).toEqual([16, 32, 0])
    expect([...result.column(aside, 2)]).toEqual([10, 10, 10])
    expect(result.column(cost)[1]).toBeCloseTo(35.2, 12)
    expect(() => result.column(debt)).toThrow('debt, year undefined, is not among the outputs.')
    expect(() => result.column(graph.line('interest'), 1)).toThrow('not among the outputs')
    expect(() => many.run(Float64Array.of(0, 0.1, 2, 5), [], 3)).toThrow('1 inputs vary; 0 columns were given.')
  })
})
