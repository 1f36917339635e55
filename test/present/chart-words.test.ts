import { expect, it } from 'vitest'

import { usd } from '../../renderer/format'
import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { eventsInWords, fallsInWords, fanInWords, layersInWords } from '../../shared/present/chart-words'
import { timelines } from '../../shared/present/events'
import { payerLayers } from '../../shared/present/retirement'
import { whereThePriceWent } from '../../shared/present/waterfall'

// What a screen reader says of each figure of the report is what the figure draws.

it.each(samples)(
  'tells of each price what every bar shows, and of the years what they add up to: $name',
  ({ document }) => {
    const outcome = evaluateCase(document)
    const ids = outcome.paths.map(({ id }) => id)
    const falls = ids.flatMap((id) => whereThePriceWent(outcome, id, 'expected') ?? [])
    const words = fallsInWords(falls, usd)
    for (const { name, steps } of falls)
      expect(words).toContain(`${name}: ${steps.map(({ label, value }) => `${label} ${usd(value)}`).join(', ')}`)

    const layers = payerLayers(outcome, 'keep', 'expected', 'today')
    const spent = layersInWords(layers, usd)
    expect(spent).toContain(`In ${layers.years[0]}: `)
    for (const { label, values } of layers.layers.filter((layer) => layer.values.at(-1)! >= 0.5))
      expect(spent.split(`in ${layers.years.at(-1)}: `)[1]).toContain(`${label} ${usd(values.at(-1))}`)

    const { paths } = timelines(outcome, ids)
    const told = eventsInWords(paths)
    for (const { name, events } of paths) {
      expect(told).toContain(`${name}: `)
      for (const { label, year } of events) expect(told).toContain(`${label} ${year}`)
    }
  },
)

it('tells of bands their ends in the year of retirement and in the last, once where these are the same', () => {
  const of = (p: number) => [100 * p, 200 * p, 300 * p]
  const bands = { p10: of(1), p25: of(2), p50: of(3), p75: of(4), p90: of(5) }
  const at = (year: number) => fanInWords({ years: [2027, 2028, 2029], year, money: 'future dollars' }, bands, usd)
  const last = 'in 2029, 8 of 10 simulations from $300 to $1,500, half from $600 to $1,200, median $900'
  expect(at(2028)).toBe(
    `Wealth at year-end, future dollars: in 2028, 8 of 10 simulations from $200 to $1,000, half from $400 to $800, median $600; ${last}.`,
  )
  expect(at(2029)).toBe(`Wealth at year-end, future dollars: ${last}.`)
})
