import type { Formula } from '../../shared/formula/model'
import { f, Model, type Line } from '../../shared/formula/index'

/** A model and the question asked of it. */
export interface Case {
  readonly name: string
  readonly model: Model
  readonly outputs: readonly Line[]
  readonly years: number
}

const usd = (label: string) => ({ label, unit: 'usd', meaning: '' }) as const

/** Rows of one operation each, in the mix typical of a financial model, each with its own input. */
export function oneOperationACell(): Case {
  const years = 20
  const model = Model.create()
  const inputs = Array.from({ length: 20 }, (_, i) => model.input(`in${i}`, `Input ${i}`, 'factor'))
  const rows: Line[] = []
  const declaration = { label: 'Row', unit: 'factor', meaning: '' } as const
  for (let i = 0; i < 720; i++) {
    const input = inputs[i % 20]!
    const a = rows[i - 1] ?? input
    const b = rows[i - 7] ?? inputs[(i + 5) % 20]!
    const formulas: (() => [Formula, Formula?])[] = [
      () => [f`${a} * ${input}`, (self: Line) => f`prev(${self}) * ${input}`],
      () => [f`${a} + ${b}`],
      () => [f`${a} - ${b}`],
      () => [f`${a} * 0.5`],
      () => [f`${a} * ${input}`],
      () => [f`${a} + ${input}`, (self: Line) => f`prev(${self}) + ${b}`],
      () => [f`${a} / ${input}`],
      () => [f`min(${a}, ${b})`],
      () => [f`${b} - ${input}`],
      () => [f`max(0, ${a})`],
    ]
    const [first, later] = formulas[i % 10]!()
    rows.push(model.row(`row${i}`, declaration, first, later))
  }
  return { name: 'one operation a cell', model, outputs: rows.slice(-1), years }
}

/**
 * Accounts, debts, growth and taxes: formulas of several operations, and lines that depend on one another across years.
 */
export function accounts(blocks: number, years: number): Case {
  const model = Model.create()
  const growth = model.input('growth', 'Growth', 'rate')
  const rate = model.input('rate', 'Interest', 'rate')
  const start = model.input('start', 'Start', 'usd')
  const share = model.input('share', 'Share', 'rate')
  const ends: Line[] = []
  for (let k = 0; k < blocks; k++) {
    const m = model.scope(`block${k}`)
    const sales = m.row('sales', usd('Sales'), f`${start} * ${k + 1}`, (self) => f`prev(${self}) * (1 + ${growth})`)
    const cost = m.row('cost', usd('Cost'), f`${sales} * ${share} + ${start} * (1 + ${growth}) ^ n / 10`)
    const debt = m.declare('debt', usd('Debt'), 'row')
    const interest = m.row('interest', usd('Interest'), f`${start} * ${rate}`, f`prev(${debt}) * ${rate}`)
    const principal = m.row(
      'principal',
      usd('Principal'),
      f`min(${start}, ${sales} / 10)`,
      f`min(prev(${debt}), ${sales} / 10)`,
    )
    m.define(debt, f`${start} - ${principal}`, f`prev(${debt}) - ${principal}`)
    const profit = m.row('profit', usd('Profit'), f`${sales} - ${cost} - ${interest}`)
    const tax = m.row('tax', usd('Tax'), f`if(${profit} > 0, ${profit} * ${share} * 0.5, 0)`)
    const cash = m.row('cash', usd('Cash'), f`${profit} - ${tax} - ${principal}`)
    const wealth = m.row('wealth', usd('Wealth'), f`${cash}`, (self) => f`prev(${self}) * (1 + ${rate}) + ${cash}`)
    ends.push(wealth)
  }
  const result = model.figure('result', usd('Result'), f`total(${ends.map((wealth) => f`last(${wealth})`)})`)
  return { name: 'accounts', model, outputs: [result], years }
}
