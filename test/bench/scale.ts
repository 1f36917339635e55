/* How the cost of a case grows with its paths, its years, the parts of its offers, and the draws of its simulation. */
import { prepareSimulation } from '../../shared/analysis/simulation'
import type { Case } from '../../shared/case/schema'
import { Structure } from '../../shared/model'
import { fullCase } from './full-case'
import { growth, processorTime } from './growth'

const full = fullCase()
const [first] = full.offers as [Case['offers'][number]]
const note = first.components.find(({ kind }) => kind !== 'rolled')!

const withOffers = (count: number): Case => ({
  ...full,
  offers: Array.from({ length: count }, (_, i) => ({ ...full.offers[i % 3]!, id: `offer-${i}`, name: `Offer ${i}` })),
  origins: {},
})
/** Two paths: keeping, and an offer with so many parts. */
const withParts = (count: number): Case => ({
  ...full,
  alternatives: {
    sellPrivately: { ...full.alternatives.sellPrivately, include: false },
    stepBack: { ...full.alternatives.stepBack, include: false },
  },
  offers: [{ ...first, components: Array.from({ length: count }, (_, i) => ({ ...note, id: `part-${i}` })) }],
  origins: {},
})
const ageBefore = full.owner.horizonAge - new Structure(full).years
const withYears = (years: number): Case => ({ ...full, owner: { ...full.owner, horizonAge: ageBefore + years } })

const structure = (document: Case) => processorTime(() => void new Structure(document))
const edit = (document: Case) => {
  const known = new Structure(document)
  let turn = 0
  const edited = [0.02, 0.03].map((feeGrowth) => ({ ...document, practice: { ...document.practice, feeGrowth } }))
  return processorTime(() => void known.evaluate(edited[turn++ % 2]!), 30)
}
const simulated = (draws: number, runs?: number) => (document: Case) =>
  processorTime(() => {
    const simulation = prepareSimulation(document, { draws })
    simulation.chunk(draws)
    simulation.result()
  }, runs)
const costs = [
  ['a new structure', structure],
  ['an edit', edit],
  ['1,000 draws, from nothing', simulated(1_000, 4)],
] as const

for (const [by, sizes, sized] of [
  ['paths', [1, 2, 4, 6, 8, 10], (paths: number) => withOffers(Math.max(0, paths - 3))],
  ['years', [10, 20, 30, 45, 60], withYears],
  ['parts of an offer', [1, 5, 10, 20], withParts],
] as const)
  for (const [name, cost] of costs)
    growth(
      `${name}, by ${by}`,
      sizes.map((size) => {
        const document = by === 'paths' && size < 4 ? pathsOf(size) : sized(size)
        return [size, cost(document)]
      }),
    )
growth(
  'a simulation of the full case, by draws',
  [1_000, 3_000, 10_000, 30_000, 100_000].map((draws) => [draws, simulated(draws, draws > 10_000 ? 1 : 2)(full)]),
)

/** Up to three paths: keeping alone, with the private sale, with stepping back too. */
function pathsOf(count: number): Case {
  const { sellPrivately, stepBack } = full.alternatives
  return {
    ...withOffers(0),
    alternatives: {
      sellPrivately: { ...sellPrivately, include: count > 1 },
      stepBack: { ...stepBack, include: count > 2 },
    },
  }
}
