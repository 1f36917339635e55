/* Ten thousand households at once: every kind of income, joint return, law of 2026, with flat state tax and under state
   law. */
import { buildGraph, evaluation, lanes, Model } from '../../shared/formula'
import { declareFederalTax, stateLaw, taxParameters, type Household } from '../../shared/tax'
import { milliseconds, report } from './bench'

const HOUSEHOLDS = 10_000
const most = {
  wages: 500_000,
  practiceProfit: 800_000,
  interest: 40_000,
  longTermGain: 5_000_000,
  ordinarySaleIncome: 300_000,
  withdrawals: 150_000,
  socialSecurity: 60_000,
}
// Spread by an irrational step: all households differ, and they are the same in every run.
const columns = Object.values(most).map((limit, k) =>
  Float64Array.from({ length: HOUSEHOLDS }, (_, i) => limit * ((i * Math.SQRT2 * (k + 1)) % 1)),
)

/**
 * Milliseconds for all households in a state: some hundred operations each, at about half a nanosecond.
 * Throws an error unless each household's tax is that of a one-lane run.
 */
function timed(state: Household['state']): number {
  const model = Model.create()
  const inputs = Object.keys(most).map((key) => model.input(key, key, 'usd'))
  const { allTax } = declareFederalTax(model, {
    status: 'mfj',
    parameters: taxParameters(2026),
    calendarYear: 2026,
    ...Object.fromEntries(inputs.map((input) => [input.id, input])),
    age: 66,
    state,
    deduction: { kind: 'greater', withStateTax: true, stateAndLocalTaxes: 12_000, mortgageInterest: 20_000 },
  })
  const graph = buildGraph(model, 1)
  const many = lanes(graph, [allTax], inputs)
  const base = new Float64Array(graph.inputs.length)
  const found = many.run(base, columns, HOUSEHOLDS).column(allTax, 1)
  const one = evaluation(graph, [allTax])
  for (let i = 0; i < HOUSEHOLDS; i++) {
    for (const [k, { id }] of inputs.entries()) base[graph.inputIndex.get(id)!] = columns[k]![i]!
    one.run(base)
    if (!Object.is(found[i], one.value(allTax, 1))) throw new Error(`The tax of household ${i + 1} is not its own.`)
  }
  if (new Set(found).size < HOUSEHOLDS) throw new Error('Some households are the same.')
  return milliseconds(() => void many.run(base, columns, HOUSEHOLDS), { runs: 15, warm: 5 })
}

const byLaw = ['FL', 'CA', 'NY', 'AL', 'MO', 'OR', 'CO', 'MD'].map((code) => ({
  name: `${HOUSEHOLDS} households, ${code} by its law`,
  value: timed({ law: stateLaw(code, 2026), rules: {} }),
  unit: 'ms' as const,
  bound: 6,
}))
const ok = report('Federal and state tax', [
  {
    name: `${HOUSEHOLDS} households, state at flat rates`,
    value: timed({ ordinary: 0.05, gain: 0.05 }),
    unit: 'ms',
    bound: 4,
  },
  ...byLaw,
])
process.exitCode = ok ? 0 : 1
