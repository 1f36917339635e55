/*
 * What state tax adds to a simulation: a thousand draws by federal law alone, as in a state without an income tax, and by
 * the law of states, in turns in one run.
 */
import { prepareSimulation } from '../../shared/analysis/simulation'
import { inTurns, report } from './bench'
import { fullCase } from './full-case'

const DRAWS = 1_024
const RUNS = { runs: 7, warm: 1 }
const STATES = ['CA', 'NY', 'MA', 'CO', 'MO', 'OR']

const full = fullCase()
const works = ['FL', ...STATES].map((state) => {
  const tax = { ...full.tax, mode: 'federal', federal: { ...full.tax.federal, state, stateTax: 'law' } } as const
  const draws = DRAWS * (RUNS.runs + RUNS.warm)
  const simulation = prepareSimulation({ ...full, tax, risk: { ...full.risk, draws } })
  return () => simulation.chunk(DRAWS)
})
const [federal, ...states] = inTurns(works, RUNS) as [number, ...number[]]
process.exitCode = report(`State tax by the law: ${DRAWS} draws`, [
  { name: 'by federal law alone', value: federal, unit: 'ms' },
  ...STATES.map((state, i) => ({
    name: `the same with the law of ${state}`,
    value: states[i]! / federal,
    unit: '×' as const,
    bound: 1.3,
  })),
])
  ? 0
  : 1
