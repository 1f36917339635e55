import { expect, it } from 'vitest'

import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { hostOn } from '../support/host'

it('draws the samples from the figures of the model, each year in today’s dollars, and computes them once', async () => {
  const host = hostOn()
  const charts = await host.value('sampleCharts', {})
  expect(charts.map(({ name }) => name)).toEqual(samples.map(({ name }) => name))
  for (const [i, { ages, paths }] of charts.entries()) {
    const { document } = samples[i]!
    const outcome = evaluateCase(document)
    const level = outcome.shared('plan/priceIndex')
    expect(ages).toEqual(outcome.shared('plan/age'))
    expect(paths.map(({ id }) => id)).toEqual(outcome.paths.map(({ id }) => id))
    for (const { id, values } of paths) {
      const wealth = outcome.row(id, 'expected', 'wealth')!
      expect(values).toEqual(wealth.map((value, year) => Math.round(value / level[year]!)))
    }
  }
  expect(await host.value('sampleCharts', {})).toBe(charts)
})
