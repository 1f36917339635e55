import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Case } from '../../shared/case/schema'
import { samples } from '../../shared/case/samples'
import { evaluateCase, VIEWS } from '../../shared/model'
import { waterfallOf, whereThePriceWent, type Waterfall } from '../../shared/present/waterfall'
import { anyCase } from '../model/arbitrary-case'

/** Bars that do not begin where the one before ended, and sums that are not the model's own. */
const loose = ({ steps }: Waterfall): Waterfall['steps'] =>
  steps.filter((step, i) => {
    const level = i === 0 ? 0 : steps[i - 1]!.to
    if (step.kind !== 'total') return step.from !== level || step.to !== level + step.value
    return i > 0 && Math.abs(step.to - level) >= 0.01 + 1e-9 * Math.abs(level)
  })

const either = fc.constantFrom('blended' as const, 'federal' as const)
const inMode = (document: Case, mode: 'blended' | 'federal'): Case => ({ ...document, tax: { ...document.tax, mode } })

describe('from the price to the pocket', { timeout: 60_000 }, () => {
  test('the bars meet the sums of the model, on random cases', () => {
    fc.assert(
      fc.property(anyCase, either, (given, mode) => {
        const outcome = evaluateCase(inMode(given, mode))
        const all = outcome.paths.flatMap(({ id }) => [
          // A sale to a dentist goes from its price to its two sums without the steps between.
          id === 'private' ? undefined : waterfallOf(outcome, id),
          ...VIEWS.map((view) => whereThePriceWent(outcome, id, view)),
        ])
        expect(all.flatMap((found) => (found ? loose(found) : []))).toEqual([])
      }),
      { numRuns: 10, endOnFailure: true },
    )
  })

  test('by law the tax stands part by part', () => {
    const { document } = samples.find(({ name }) => name === 'general-dentist')!
    const outcome = evaluateCase(inMode(document, 'federal'))
    const labels = whereThePriceWent(outcome, 'summit', 'expected')!.steps.map(({ label }) => label)
    expect(labels).toEqual([
      'Total purchase price',
      'Interest, retained share, other',
      'Practice debt payoff',
      'Selling costs',
      'Federal, ordinary income',
      'Federal, capital gain',
      'Alternative minimum tax',
      'Net investment income tax',
      'State tax',
      'Net after all tax',
    ])
  })
})
