/*
 * What state tax adds to a simulation: ten thousand draws of a full case under federal law alone, as in a state without an
 * income tax, and under the law of several states, in turns. Processor time of one thread, the least of several runs.
 */
import { prepareSimulation } from '../../shared/analysis/simulation'
import { report } from './bench'
import { fullCase } from './full-case'
import { processorTime } from './growth'

const DRAWS = 10_000
const ROUNDS = 3
/** In the last two federal tax is deductible, so that each year takes three federal returns and two of the state. */
const STATES = ['CA', 'NY', 'MA', 'CO', 'MO', 'OR']
const IN_ROUNDS = ['MO', 'OR']

const full = fullCase()
const works = ['FL', ...STATES].map((state) => () => {
  const tax = { ...full.tax, mode: 'federal', federal: { ...full.tax.federal, state, stateTax: 'law' } } as const
  const simulation = prepareSimulation({ ...full, tax }, { draws: DRAWS })
  simulation.chunk(DRAWS)
  simulation.result()
})
const rounds = Array.from({ length: ROUNDS }, () => works.map((work) => processorTime(work, 1)))
const [federal, ...states] = works.map((_, i) => Math.min(...rounds.map((round) => round[i]!))) as [number, ...number[]]
process.exitCode = report(`State tax under the law of states: a simulation of ${DRAWS} draws`, [
  { name: 'under federal law alone', value: federal, unit: 'ms' },
  ...STATES.map((state, i) => ({
    name: `with the law of ${state} too`,
    value: states[i]! / federal,
    unit: '×' as const,
    ...(!IN_ROUNDS.includes(state) && { bound: 1.3 }),
  })),
])
  ? 0
  : 1
