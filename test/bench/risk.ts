/* The simulation of a full case: ten thousand draws of six paths over 45 years, with effective rates and under tax law. */
import { prepareSimulation } from '../../shared/analysis/simulation'
import { report, type Figure } from './bench'
import { fullCase } from './full-case'

const FIRST = 256
const mode = process.argv[2] === 'federal' ? 'federal' : 'blended'
const full = fullCase()
const document = { ...full, tax: { ...full.tax, mode }, risk: { ...full.risk, draws: 10_000 } } as const

const start = performance.now()
const simulation = prepareSimulation(document)
const prepared = performance.now()
simulation.chunk(FIRST)
simulation.result()
const first = performance.now()
simulation.chunk(simulation.draws)
const drawn = performance.now()
const { paths, years } = simulation.result()
const end = performance.now()
const memory = process.resourceUsage().maxRSS / 1024

const bound = { first: 1_000, all: 8_000, memory: 300 }
const figures: Figure[] = [
  { name: 'model and program', value: prepared - start, unit: 'ms' },
  { name: `first bands, of ${FIRST} draws, from nothing`, value: first - start, unit: 'ms', bound: bound.first },
  { name: 'the other draws', value: drawn - first, unit: 'ms' },
  { name: 'bands, wins and causes of all draws', value: end - drawn, unit: 'ms' },
  { name: 'all of it', value: end - start, unit: 'ms', bound: bound.all },
  { name: 'memory of the whole process', value: memory, unit: 'MB', bound: bound.memory },
]
process.exitCode = report(
  `The simulation, ${mode} tax: ${simulation.draws} draws × ${paths.length} paths × ${years.length} years`,
  figures,
)
  ? 0
  : 1
