import { expect, test } from 'vitest'
import { buildGraph, f, GraphError, Model, type Input, type Line } from '../../shared/formula/index'
import type { Declaration } from '../../shared/formula/index'

const as = (unit: Declaration['unit']): Declaration => ({ label: 'A line', unit, meaning: 'A line.' })
const usd = as('usd')

/** What is wrong with a model, as reported by the graph. */
function fault(define: (model: Model) => void, years = 5): string {
  const model = Model.create()
  define(model)
  try {
    buildGraph(model, years)
  } catch (error) {
    if (error instanceof GraphError) return error.message
    throw error
  }
  return 'no fault'
}

test('a sound model has places and an order', () => {
  const model = Model.create()
  const price = model.input('price', 'Price', 'usd')
  const later = model.declare('total', usd, 'figure')
  const sales = model.row('sales', usd, price, (self) => f`prev(${self}) * 1.1`)
  model.define(later, f`sum(${sales})`)
  const graph = buildGraph(model, 3)
  expect(graph.size).toBe(4)
  expect(graph.offset.get(sales)).toBe(1)
  expect(graph.steps.map((step) => step.firstOrder.map((line) => line.id))).toEqual([['sales'], ['total']])
  expect(graph.line('sales')).toBe(sales)
  expect(() => graph.line('sale')).toThrow('There is no line sale.')
  expect([graph.has('sales'), graph.has('sale')]).toEqual([true, false])
})

test('a line or an input of another model is unknown here', () => {
  const other = Model.create()
  const foreign = other.row('foreign', usd, 1)
  const input = other.input('elsewhere', 'Elsewhere', 'usd')
  expect(fault((m) => m.row('mine', usd, 1, f`prev(${foreign})`))).toBe(
    'Line mine, year 2: refers to foreign, which is not in this model.',
  )
  expect(fault((m) => m.row('mine', usd, f`${input}`))).toBe(
    'Line mine, year 1: refers to the unknown input elsewhere.',
  )
})

test('a line without a formula, or with two, or twice declared', () => {
  expect(fault((m) => m.declare('empty', usd, 'row'))).toBe('Line empty has no formula.')
  const model = Model.create()
  const line = model.row('line', usd, 1)
  expect(() => model.define(line, 2)).toThrow('Line line is defined twice.')
  expect(() => model.row('line', usd, 1)).toThrow('Line line is declared twice.')
  expect(() => model.line('lines')).toThrow('There is no line lines.')
  model.input('x', 'X', 'usd')
  expect(() => model.input('x', 'X', 'rate')).toThrow('Input x is declared as usd and as rate.')
})

test('a scope puts its name before the ids, and a section over the lines', () => {
  const model = Model.create()
  const line = model.scope('keep').under('Wealth').figure('wealth', usd, 1)
  expect([line.id, line.section]).toEqual(['keep/wealth', 'Wealth'])
  expect(model.line('keep/wealth')).toBe(line)
})

test('a cycle within a year names the lines and the year', () => {
  const cycle = (m: Model, inFirst: boolean) => {
    const a = m.declare('a', usd, 'row')
    const b = m.declare('b', usd, 'row')
    const c = m.declare('c', usd, 'row')
    m.define(a, inFirst ? f`${b} + 1` : 1, f`${b} + 1`)
    m.define(b, inFirst ? f`${c} * 2` : 2, f`${c} * 2`)
    m.define(c, inFirst ? f`-${a}` : 3, f`-${a}`)
  }
  expect(fault((m) => cycle(m, true))).toBe('Year 1: the lines need one another in the same year: a → b → c → a.')
  expect(fault((m) => cycle(m, false))).toBe('Year 2: the lines need one another in the same year: a → b → c → a.')
  expect(fault((m) => m.row('self', usd, 1, (self) => f`${self} + prev(${self})`))).toBe(
    'Line self, year 2: needs itself in the same year.',
  )
  expect(fault((m) => m.figure('self', usd, (self) => f`${self} + 1`))).toBe('Line self: needs itself.')
})

test('lines that need one another across years are no cycle', () => {
  const model = Model.create()
  const debt = model.declare('debt', usd, 'row')
  const interest = model.row('interest', usd, 0, f`prev(${debt}) * 0.05`)
  model.define(debt, 100, f`prev(${debt}) + ${interest}`)
  expect(buildGraph(model, 3).steps).toHaveLength(1)
})

test('all years of a line cannot be needed by what the line needs', () => {
  const whole = (m: Model) => {
    const a = m.declare('a', usd, 'row')
    const total = m.figure('total', usd, f`sum(${a})`)
    const b = m.row('b', usd, f`${total} / 2`)
    m.define(a, f`${b} + 1`)
  }
  expect(fault(whole)).toMatch(/^Line \w+ needs all years of \w+, which needs \w+: .* → /)
})

test('units that do not go together', () => {
  const units = (write: (usd: Line, rate: Line, years: Line, days: Line) => ReturnType<typeof f>, unit = usd) =>
    fault((m) => {
      const lines = (['usd', 'rate', 'years', 'days'] as const).map((id) => m.row(id, as(id), 1))
      m.row('line', unit, 1, write(...(lines as [Line, Line, Line, Line])))
    })
  expect(units((usd, rate) => f`${usd} + ${rate}`)).toBe('Line line, year 2: a sum mixes usd and rate.')
  expect(units((usd, rate) => f`${usd} - ${rate}`)).toContain('a difference mixes usd and rate')
  expect(units((usd, _, years, days) => f`${usd} * (${years} + ${days})`)).toContain('a sum mixes years and days')
  expect(units((usd) => f`${usd} * ${usd}`)).toContain('dollars are multiplied by dollars')
  expect(units((usd, rate) => f`${rate} / ${usd}`)).toContain('rate is divided by dollars')
  expect(units((usd) => f`${usd} ^ 2`)).toContain('dollars stand in a power')
  expect(units((usd, rate) => f`max(${usd}, ${rate})`)).toContain('max(…) mixes usd and rate')
  expect(units((usd, rate) => f`if(${usd} > ${rate}, ${usd}, 0)`)).toContain('a comparison mixes usd and rate')
  expect(units((usd, rate) => f`if(${rate} > 0, ${usd}, ${rate})`)).toContain('a choice mixes usd and rate')
  expect(units((usd, rate) => f`payment(${rate} + ${usd}, 12, ${usd})`)).toContain('a sum mixes rate and usd')
  expect(units((usd, rate) => f`at(${usd}, ${usd} + ${rate})`)).toContain('a sum mixes usd and rate')
  expect(units((_, rate) => f`${rate}`)).toBe('Line line, year 2: declared as usd, the formula gives rate.')
  expect(units((usd) => f`${usd} / ${usd}`, as('rate'))).toBe('no fault')
  expect(units((usd, rate) => f`max(0, ${usd} * (1 - ${rate})) + 12`)).toBe('no fault')
})

test('a series has a value for each year of the graph, and none for a figure', () => {
  const series = (model: Model, years = 5) => model.series('return', 'Return', 'rate', years)
  expect(fault((m) => m.row('line', as('rate'), f`${series(m)} + 1`))).toBe('no fault')
  expect(fault((m) => m.row('line', as('rate'), 1, f`${series(m, 4)}`))).toBe(
    'Line line, year 2: return has 4 years, the graph 5.',
  )
  expect(fault((m) => m.figure('line', as('rate'), f`${series(m)}`))).toBe(
    'Figure line: return has a value for each year; a figure has no year of its own.',
  )
  expect(fault((m) => m.row('line', as('rate'), f`${series(Model.create())}`))).toBe(
    'Line line, year 1: refers to the unknown series return.',
  )
  expect(fault((m) => m.row('line', usd, f`1 + ${series(m)}`))).toBe(
    'Line line, year 1: declared as usd, the formula gives rate.',
  )
  const model = Model.create()
  series(model)
  expect(() => series(model)).toThrow('Series return is declared twice.')
})

test('years that do not exist', () => {
  expect(fault((m) => m.row('line', usd, (self) => f`prev(${self})`))).toBe(
    'Line line, year 1: refers to line in year 0, which does not exist.',
  )
  expect(fault((m) => m.row('line', usd, 1, (self) => f`back(${self}, 2)`))).toBe(
    'Line line, year 2: refers to line in year 0, which does not exist.',
  )
  expect(fault((m) => m.figure('line', usd, f`${m.row('row', usd, 1)} + 1`))).toBe(
    'Figure line: row has a value for each year; say which.',
  )
  expect(fault((m) => m.figure('line', usd, f`sumToDate(${m.row('row', usd, 1)})`))).toContain(
    'has no year up to which',
  )
  expect(fault((m) => m.figure('line', as('years'), f`n + 1`))).toBe('Figure line: a figure has no year of its own.')
  expect(fault((m) => m.row('line', usd, 1, f`prev(${m.figure('figure', usd, 1)})`))).toBe(
    'Line line, year 2: figure is one figure and has no other year.',
  )
  expect(fault((m) => m.row('line', usd, f`sum(${m.figure('figure', usd, 1)})`))).toContain('sums the figure figure')
  expect(fault((m) => m.row('line', usd, f`at(${m.figure('figure', usd, 1)}, 1)`))).toContain('at of the figure figure')
  expect(fault(() => undefined, 0)).toBe('A graph needs at least one year, not 0.')
})

test('what is declared again has lines of its own only where its formula is another', () => {
  const model = Model.create()
  const [income, paid, more] = ['income', 'paid', 'more'].map((id) => model.input(id, id, 'usd')) as [
    Input,
    Input,
    Input,
  ]
  const table = (rate: number) =>
    ({ kind: 'table', id: 't', label: 't', keys: [0], values: [rate], source: '' }) as const
  const declared = (m: Model, deducted: Input, rate: number) => {
    const gross = m.row('gross', usd, f`${income} * 2`)
    const tax = m.scope('part').row('tax', usd, f`brackets(${table(rate)}, ${gross}, 1)`)
    return { gross, tax, left: m.row('left', usd, f`${tax} - ${deducted}`) }
  }
  const first = declared(model.scope('first'), paid, 0.1)
  const again = (name: string) => model.scope(name).reusing(model.scope('first'))
  expect(declared(again('same'), paid, 0.1)).toEqual(first)
  const other = declared(again('other'), more, 0.1)
  expect([other.gross, other.tax]).toEqual([first.gross, first.tax])
  expect(other.left.id).toBe('other/left')
  expect(declared(again('dearer'), paid, 0.2).left.id).toBe('dearer/left')
  const ids = 'first/gross first/part/tax first/left other/left dearer/part/tax dearer/left'
  expect(model.lines.map(({ id }) => id).join(' ')).toBe(ids)
})
