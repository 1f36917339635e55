import { describe, expect, test } from 'vitest'

import { asks } from '../../shared/analysis/asks'
import { estimateRates } from '../../shared/analysis/effective-rates'
import { leversOf } from '../../shared/analysis/levers'
import { prepareSimulation } from '../../shared/analysis/simulation'
import { uncertaintyOf } from '../../shared/analysis/simulation/uncertainty'
import { uncertainOf } from '../../shared/analysis/uncertain'
import { Variations } from '../../shared/analysis/variations'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, Structure } from '../../shared/model'
import { associateCase } from '../support/associate-case'

/* The analyses vary what an associate's answer depends on, and nothing of a practice. */
const OWNERS = /practice\/(costs|terminalSale)|price|shareSold|fee\//

describe('the analyses of an associate’s case', () => {
  const structure = new Structure(associateCase)

  test('levers and uncertain inputs are pay, growth, bonuses and equity', () => {
    const ids = [
      ...leversOf(associateCase).map(({ id }) => id),
      ...uncertainOf(structure, associateCase).map(({ lever }) => lever.id),
    ]
    expect(ids.filter((id) => OWNERS.test(id))).toEqual([])
    expect(ids).toEqual(
      expect.arrayContaining([
        'practice/job/rate',
        'offers/bright/job/rate',
        'offers/bright/job/signOn',
        'offers/bright/components/equity/outcomes',
        'offers/coast/job/salary',
      ]),
    )
  })

  test('what to ask for first are terms of the job', () => {
    const [bright] = associateCase.offers
    const found = asks(new Variations(structure), associateCase, bright!).map(({ lever }) => lever.id)
    expect(found.filter((id) => OWNERS.test(id))).toEqual([])
    expect(found).toEqual(expect.arrayContaining(['offers/bright/job/rate', 'offers/bright/job/signOn']))
  })

  test('effective rates are estimated for wages, and for no practice', () => {
    const rates = new Map(estimateRates(associateCase).map(({ kind, rate }) => [kind, rate]))
    expect(rates.get('wages')).toBeGreaterThan(0.15)
    expect(rates.get('wages')).toBeLessThan(0.45)
    for (const kind of ['practice', 'ordinary', 'gain'] as const) expect(rates.get(kind)).toBeUndefined()
  })

  test('without uncertainty every draw is the expected view', () => {
    const certain: Case = {
      ...associateCase,
      risk: {
        ...associateCase.risk,
        volatility: 0,
        feeGrowthSpread: 0,
        exitMultipleSpread: 0,
        chances: 'expected',
        mortalityScale: 0,
        disabilityRate: 0,
      },
    }
    const simulation = prepareSimulation(certain, { draws: 3, seed: 1 })
    while (simulation.done < simulation.draws) simulation.chunk(3)
    const outcome = evaluateCase(certain)
    for (const { id, atHorizon } of simulation.result().paths)
      expect(atHorizon.today.p50 / outcome.figure(id, 'expected', 'wealthAtHorizonToday')!).toBeCloseTo(1, 9)
  })

  test('costs and the price to a dentist are the cause of nothing', () => {
    const simulated = new Structure(associateCase, { simulated: true })
    const { facts } = uncertaintyOf(associateCase, simulated, 10)
    const touching = (clause: string) => facts.find((fact) => fact.clause === clause)!.paths
    expect(touching('costs grew fast')).toEqual([])
    for (const id of touching('the price to a dentist was low')!)
      expect(simulated.paths.map((path) => path.id)).not.toContain(id)
  })
})
