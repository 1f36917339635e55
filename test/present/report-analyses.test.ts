import fc from 'fast-check'
import { expect, it } from 'vitest'

import { hashOf } from '../../shared/analysis/simulation'
import type { BreakEven } from '../../shared/analysis/break-even'
import { set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import { Analyst, readBack, reportAnalyses, written } from '../../shared/present/report/analyses'
import { associateCase } from '../support/associate-case'

const cases = [samples[0]!, { name: 'an associate', document: associateCase }]

it.each(cases)('are read back as they were written, and hold what is asked for alone: $name', ({ document }) => {
  const all = reportAnalyses(document, { dollars: 'future', parts: ['risk', 'brief', 'years'] })!
  expect(readBack(written(all))).toEqual(all)
  // The same draws as on the screen: a share of the paper is that of the screen.
  const { draws, seed } = document.risk
  expect(all.simulated).toMatchObject({ draws, seed, hash: hashOf(document) })
  const least = reportAnalyses(document, { dollars: 'future', parts: ['years'] })!
  expect(least).toEqual({ prices: all.prices, material: all.material })
})

it('are the same from whoever has worked out others before', { timeout: 60_000 }, () => {
  const analyst = new Analyst()
  const asked = { dollars: 'today', parts: ['brief', 'risk'] } as const
  const [dentist, surgeon] = samples.map(({ document }) => document)
  const edited = set(dentist!, 'practice/feeGrowth', 0.031)
  const without = set(dentist!, `offers/${dentist!.offers[0]!.id}/include`, false)
  for (const document of [dentist!, edited, surgeon!, without, associateCase, dentist!, read({})])
    expect(analyst.analyses(document, asked)).toEqual(reportAnalyses(document, asked))
})

function read(given: object) {
  const parsed = parseCase({ app: 'sell-or-stay', ...given })
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'))
  return parsed.value
}

it('do not exist for a case without an answer', () => {
  const found = reportAnalyses(read({}), { dollars: 'today', parts: ['brief', 'risk'] })
  expect(found).toBeUndefined()
  expect(readBack(written(found))).toBeUndefined()
})

it('leave out an offer about which too little is known', () => {
  const offer = { structure: 'fullSale', price: { stated: 'amount', amount: 1_500_000 } }
  const document = read({
    practice: { ownerCollections: 1_050_000, costs: [{ id: 'all', label: 'Overhead', amount: 600_000 }] },
    owner: { birthDate: '1968-03-02', spendingNow: 180_000 },
    offers: [
      { ...offer, id: 'cedar', name: 'Cedar' },
      { ...offer, id: 'aspen', name: 'Aspen', price: { stated: 'amount' } },
    ],
  })
  const found = reportAnalyses(document, { dollars: 'today', parts: ['brief'] })!
  expect(found.asks!.map(({ offer: id }) => id)).toEqual(['cedar'])
  expect(found.breakEvens!.every(({ contest }) => contest.paths[0] === 'cedar')).toBe(true)
})

it('keep every number to the last bit, those without digits too', () => {
  fc.assert(
    fc.property(fc.array(fc.double()), (values) => {
      const odd = values.map((lead) => ({ lead })) as unknown as BreakEven[]
      const back = readBack(written({ prices: [], material: [], breakEvens: odd }))!.breakEvens!
      expect(back).toHaveLength(values.length)
      for (const [i, { lead }] of back.entries()) expect(Object.is(lead, values[i])).toBe(true)
    }),
  )
})
