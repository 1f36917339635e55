import type { Formula } from '../../shared/formula/model'
import { buildGraph, evaluation, explain, f, lanes, Model, type Line } from '../../shared/formula/index'
import { milliseconds, report, sideBySide, type Figure } from './bench'

// The formula kernel against the bounds set for it. Run bundled (see kernel.bench.ts): what is measured is what ships.

const LANES = 10_000
const BLOCK = 256

/** The floor: as many multiply-adds as there are instructions and lanes, over blocks that stay in the cache. */
function bareLoop(instructions: number): () => void {
  const read = Array.from({ length: 8 }, (_, k) => new Float64Array(BLOCK).fill(0.5 + k / 64))
  const written = Array.from({ length: 8 }, () => new Float64Array(BLOCK))
  const multiplyAdd = (out: Float64Array, a: Float64Array, b: Float64Array, c: Float64Array, n: number) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! * b[i]! + c[i]!
  }
  return () => {
    for (let start = 0; start < LANES; start += BLOCK) {
      const n = Math.min(BLOCK, LANES - start)
      for (let k = 0; k < instructions; k++)
        multiplyAdd(written[k % 8]!, read[k % 8]!, read[(k + 3) % 8]!, read[(k + 5) % 8]!, n)
    }
  }
}

/** A model, and what is asked of it. */
interface Case {
  readonly name: string
  readonly model: Model
  readonly outputs: readonly Line[]
  readonly years: number
}

const usd = (label: string) => ({ label, unit: 'usd', meaning: '' }) as const

/** Rows of one operation each, in the mix that a financial model has, each with an input of its own. */
function oneOperationACell(): Case {
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

/** Accounts, debts, growth and taxes: formulas of several operations, lines that need one another across years. */
function accounts(blocks: number, years: number): Case {
  const model = Model.create()
  const growth = model.input('growth', 'Growth', 'rate')
  const rate = model.input('rate', 'Interest', 'rate')
  const start = model.input('start', 'Start', 'usd')
  const share = model.input('share', 'Share', 'rate')
  const ends: Line[] = []
  for (let k = 0; k < blocks; k++) {
    const m = model.scope(`block${k}`)
    const sales = m.row('sales', usd('Sales'), f`${start}`, (self) => f`prev(${self}) * (1 + ${growth})`)
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

/** What the inputs of the accounts are about; the others are about 1. */
const TYPICAL: Record<string, number> = { growth: 0.03, rate: 0.05, start: 1e6, share: 0.4 }
const figures: Figure[] = []

for (const { name, model, outputs, years } of [oneOperationACell(), accounts(21, 20)]) {
  const graph = buildGraph(model, years)
  const many = lanes(graph, outputs, graph.inputs)
  const base = new Float64Array(graph.inputs.length)
  const columns = graph.inputs.map(({ id }, k) => {
    const typical = TYPICAL[id] ?? 1
    return Float64Array.from({ length: LANES }, (_, i) => typical * (0.9 + ((i * 7 + k) % 97) / 500))
  })
  const [bare, run] = sideBySide(bareLoop(many.instructions), () => void many.run(base, columns, LANES))
  const memory = process.resourceUsage().maxRSS / 1024
  figures.push(
    {
      name: `${name}: ${many.instructions} nodes × ${LANES} lanes, ${many.registers} registers`,
      value: run,
      unit: 'ms',
    },
    { name: '  the bare multiply-add loop', value: bare, unit: 'ms' },
    { name: '  against the bare loop', value: run / bare, unit: '×', bound: 3 },
    { name: '  memory of the whole process', value: memory, unit: 'MB', bound: 200 },
  )
}
{
  const build = () => {
    const { model, outputs, years } = accounts(225, 40)
    return { run: evaluation(buildGraph(model, years)), result: outputs[0]! }
  }
  const inputs = Float64Array.of(0.03, 0.05, 1e6, 0.4)
  const { run, result } = build()
  const cells = run.graph.size
  let growth = 0.03
  const again = milliseconds(() => run.run(Float64Array.of((growth += 0.0001), 0.05, 1e6, 0.4)), { runs: 51, warm: 10 })
  const rebuilt = milliseconds(() => build().run.run(inputs), { runs: 15, warm: 3 })
  const wealth = run.graph.line('block7/wealth')
  const explained = milliseconds(() => void [explain(run, wealth, 20), explain(run, result)], { runs: 51 })
  figures.push(
    { name: `one lane, ${cells} cells: an input changes`, value: again, unit: 'ms', bound: 5 },
    { name: '  the structure changes', value: rebuilt, unit: 'ms', bound: 25 },
    { name: '  explain a cell, and a sum of 225 operands', value: explained, unit: 'ms', bound: 5 },
  )
}

process.exitCode = report('The formula kernel', figures) ? 0 : 1
