import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Case } from '../../shared/case/schema'
import { samples } from '../../shared/case/samples'
import { evaluateCase, VIEWS } from '../../shared/model'
import { waterfallOf, whereThePriceWent, type Waterfall } from '../../shared/present/waterfall'
import { anyCase } from '../model/arbitrary-case'

/** Every bar begins where the one before it ended, and every sum is the model's own. */
function hangs({ steps }: Waterfall): void {
  steps.forEach((step, i) => {
    const level = i === 0 ? 0 : steps[i - 1]!.to
    if (step.kind === 'total' && i > 0) expect(Math.abs(step.to - level)).toBeLessThan(0.01 + 1e-9 * Math.abs(level))
    if (step.kind !== 'total') expect([step.from, step.to]).toEqual([level, level + step.value])
  })
}

const either = fc.constantFrom('blended' as const, 'federal' as const)
const inMode = (document: Case, mode: 'blended' | 'federal'): Case => ({ ...document, tax: { ...document.tax, mode } })

describe('from the price to the pocket', { timeout: 60_000 }, () => {
  test('the bars meet the sums of the model, on random cases', () => {
    fc.assert(
      fc.property(anyCase, either, (given, mode) => {
        const outcome = evaluateCase(inMode(given, mode))
        for (const { id } of outcome.paths) {
          const pocket = waterfallOf(outcome, id)
          // A sale to a dentist goes from its price to its two sums without the steps between.
          if (pocket && id !== 'private') hangs(pocket)
          for (const view of VIEWS) {
            const went = whereThePriceWent(outcome, id, view)
            if (went) hangs(went)
          }
        }
      }),
      { numRuns: 10, endOnFailure: true },
    )
  })

  test('by law the tax stands part by part', () => {
    const { document } = samples.find(({ name }) => name === 'general-dentist')!
    const outcome = evaluateCase(inMode(document, 'federal'))
    const labels = whereThePriceWent(outcome, 'summit', 'expected')!.steps.map(({ label }) => label)
    expect(labels).toEqual([
      'Price in all',
      'Interest, kept share, rest',
      'Practice debt paid off',
      'Costs of the sale',
      'Federal, ordinary income',
      'Federal, gain',
      'Alternative minimum tax',
      'Investment-income tax',
      'State, ordinary income',
      'State, gain',
      'Kept after all tax',
    ])
  })
})
