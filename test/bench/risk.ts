/*
 * The simulation of a full case: ten thousand draws of six paths over 45 years, with effective rates and under tax law,
 * in one thread or on all processors.
 */
import './without-simd'

import { withThreads } from '../../electron/jobs/crew'
import { simulationBy } from '../../shared/analysis/jobs'
import { Simulations, type SimulationResult } from '../../shared/analysis/simulation'
import { set } from '../../shared/case/path'
import { report, type Figure } from './bench'
import { fullCase } from './full-case'

const FIRST = 256
/** The draws with which page Compare answers an edit. */
const LIVE = 512
const mode = process.argv[2] === 'federal' ? 'federal' : 'blended'
const many = process.argv[3] === 'all processors'
const full = fullCase()
const document = { ...full, tax: { ...full.tax, mode }, risk: { ...full.risk, draws: 10_000 } } as const
const bound = {
  first: 250,
  edit: 150,
  all: { blended: many ? 900 : 1_500, federal: many ? 1_800 : 3_000 }[mode],
  memory: 300,
}

const start = performance.now()
const { figures, result } = many ? await byAll() : byOne()
const memory = process.resourceUsage().maxRSS / 1024

/** Without interim results. */
function byOne(): { figures: Figure[]; result: SimulationResult } {
  const simulations = new Simulations()
  const simulation = simulations.prepare(document)
  const prepared = performance.now()
  simulation.chunk(FIRST)
  simulation.result()
  const first = performance.now()
  simulation.chunk(simulation.draws)
  const drawn = performance.now()
  const result = simulation.result()
  const end = performance.now()
  const after = simulations.prepare(set(document, 'practice/feeGrowth', 0.02))
  after.chunk(LIVE)
  after.result()
  const edited = performance.now()
  return {
    result,
    figures: [
      { name: 'model and program', value: prepared - start, unit: 'ms' },
      { name: `first bands, of ${FIRST} draws, from nothing`, value: first - start, unit: 'ms', bound: bound.first },
      { name: 'the other draws', value: drawn - first, unit: 'ms' },
      { name: 'bands, wins and causes of all draws', value: end - drawn, unit: 'ms' },
      { name: 'all of it', value: end - start, unit: 'ms', bound: bound.all },
      { name: `bands of ${LIVE} draws after an edit`, value: edited - end, unit: 'ms', bound: bound.edit },
    ],
  }
}

/** As a page sees it: including the start of the threads and all interim results. */
function byAll(): Promise<{ figures: Figure[]; result: SimulationResult }> {
  return withThreads(async (crew) => {
    const steps = simulationBy(crew, document)
    let first: number | undefined
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- must be sequential
      const step = await steps.next()
      if (!step.done) {
        if (step.value.soFar) first ??= performance.now() - start
        continue
      }
      return {
        result: step.value,
        figures: [
          { name: `first bands, of ${FIRST} draws, from nothing`, value: first!, unit: 'ms', bound: bound.first },
          { name: `all of it, ${crew.size} threads`, value: performance.now() - start, unit: 'ms', bound: bound.all },
        ],
      }
    }
  })
}

const { paths, years } = result
process.exitCode = report(
  `The simulation, ${mode} tax, ${many ? 'all processors' : 'one thread'}: ${result.draws} draws × ${paths.length} paths × ${years.length} years`,
  [...figures, { name: 'memory of the whole process', value: memory, unit: 'MB', bound: bound.memory }],
)
  ? 0
  : 1
