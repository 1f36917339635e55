/* The analyses of a full case: six paths over 45 years, every question as repeated after editing a number. */
import { asks } from '../../shared/analysis/asks'
import { breakEven } from '../../shared/analysis/break-even'
import type { Contest } from '../../shared/analysis/contest'
import { heatMap } from '../../shared/analysis/heat-map'
import { costGrowth, discountRate, leversOf } from '../../shared/analysis/levers'
import { earliestRetirementAges } from '../../shared/analysis/retirement'
import { tornado } from '../../shared/analysis/tornado'
import { Variations } from '../../shared/analysis/variations'
import type { Case } from '../../shared/case/schema'
import { Structure } from '../../shared/model'
import { milliseconds, report, type Figure } from './bench'
import { fullCase } from './full-case'

const document = fullCase()
const structure = new Structure(document)
const variations = new Variations(structure)
const contest: Contest = { paths: ['harbor', 'keep'], figure: 'leadAtRetirement', view: 'expected' }
const measure = { view: 'expected', figure: 'leadAtRetirement' } as const
const paths = structure.paths.map(({ id }) => id)
const levers = leversOf(document)
const fees = levers.find(({ id }) => id === 'practice/feeGrowth')!

/** A different document each time, as after an edit: compiled programs are reused, answers are not. */
let turn = 0
const edited = (): Case => ({ ...document, practice: { ...document.practice, capex: 35_000 + 100 * (turn++ % 7) } })

const options = { runs: 7, warm: 2 }
const figures: Figure[] = [costGrowth, fees, discountRate(document), levers[0]!, levers.at(-1)!].map((lever) => ({
  name: `break-even: ${lever.label}`,
  value: milliseconds(() => void breakEven(variations, edited(), lever, contest), options),
  unit: 'ms',
  bound: 50,
}))
const last = (work: Generator<unknown>) => {
  while (!work.next().done);
}
figures.push(
  {
    name: 'break-even: fee growth, a new structure',
    value: milliseconds(() => void breakEven(new Variations(structure), document, fees, contest), options),
    unit: 'ms',
  },
  {
    name: 'tornado: every uncertain input, low and high',
    value: milliseconds(() => void tornado(variations, edited(), contest), options),
    unit: 'ms',
    bound: 250,
  },
  {
    name: `heat map: 1,600 cells, ${paths.length} paths, fee growth and cost growth`,
    value: milliseconds(() => last(heatMap(variations, edited(), [fees, costGrowth], paths, measure)), options),
    unit: 'ms',
    bound: 60,
  },
  {
    name: 'levers: all terms of all offers',
    value: milliseconds(() => {
      const now = edited()
      for (const offer of now.offers) asks(variations, now, offer)
    }, options),
    unit: 'ms',
    bound: 100,
  },
)

for (const mode of ['blended', 'federal'] as const) {
  const taxed = (now: Case): Case => ({ ...now, tax: { ...now.tax, mode } })
  const own = new Structure(taxed(document))
  const outcomes = Array.from({ length: 7 }, () => own.evaluate(taxed(edited())))
  figures.push({
    name: `earliest retirement ages: all paths and views, ${mode === 'blended' ? 'effective rates' : 'federal tax'}`,
    value: milliseconds(() => void earliestRetirementAges(outcomes[turn++ % 7]!), options),
    unit: 'ms',
    ...(mode === 'blended' && { bound: 50 }),
  })
}

process.exitCode = report('The analyses', figures) ? 0 : 1
