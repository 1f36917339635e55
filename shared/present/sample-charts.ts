import { samples } from '../case/samples'
import type { SampleChart } from '../host'
import { evaluateCase } from '../model'
import { markIndex } from './paths'
import { wealthOverTime } from './wealth'

/** Wealth by path of every sample, as Compare opens with it: expected, in today's dollars. */
export const sampleCharts = (): SampleChart[] =>
  samples.map(({ name, document }) => {
    const outcome = evaluateCase(document)
    const all = outcome.paths.map(({ id }) => id)
    const { ages, paths } = wealthOverTime(outcome, 'expected', 'today', all)
    return {
      name,
      ages,
      paths: paths.map(({ id, name, short, values }) => ({
        id,
        name,
        short,
        mark: markIndex(document, id),
        values: values.map(Math.round),
      })),
    }
  })
