import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Case } from '../../shared/case/schema'
import { samples } from '../../shared/case/samples'
import { evaluateCase, VIEWS } from '../../shared/model'
import { pathsInDetail } from '../../shared/present/paths'
import { alignSteps, waterfallOf, whereThePriceWent, type Waterfall } from '../../shared/present/waterfall'
import { anyCase } from '../model/arbitrary-case'

/** Bars that do not begin where the previous one ended, and totals that differ from the model's. */
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
          // A sale to a dentist goes from its price to its two totals without the steps between.
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
      'Other proceeds, net',
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

describe('waterfalls side by side', { timeout: 60_000 }, () => {
  test('keep every step, each path its own in its own order, under the label that it has', () => {
    const step = fc.record({ label: fc.constantFrom('Price', 'Escrow', 'Note', 'Earn-out', 'Cash', 'Tax') })
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 7 }), { minLength: 1, maxLength: 4 }), (given) => {
        const falls = given.map((steps, i) => ({ id: `${i}`, name: `${i}`, steps }) as unknown as Waterfall)
        const rows = alignSteps(falls)
        falls.forEach(({ steps }, i) =>
          expect(rows.flatMap((row) => (row.steps[i] ? [row.steps[i]] : []))).toEqual(steps),
        )
        for (const { label, steps } of rows) {
          expect(steps.some(Boolean)).toBe(true)
          expect(steps.every((one) => one === undefined || one.label === label)).toBe(true)
        }
      }),
    )
  })

  test('share the rows of one name: as many as the longest has where all have the same order', () => {
    const { document } = samples.find(({ name }) => name === 'general-dentist')!
    const outcome = evaluateCase(document)
    const rows = alignSteps(['harbor', 'cedar', 'summit'].map((id) => waterfallOf(outcome, id)!))
    const labels = rows.map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
    expect([labels[0], labels.at(-1)]).toEqual(['Purchase price', 'In pocket at close'])
  })
})

describe('paths in detail', () => {
  const { document } = samples.find(({ name }) => name === 'general-dentist')!
  const outcome = evaluateCase(document)
  const all = outcome.paths.map(({ id }) => id)
  const wealth = (id: string) => outcome.figure(id, 'expected', 'wealthAtRetirement')!

  test('are keeping and the three best where nothing else is wanted, in the order shown', () => {
    const found = pathsInDetail(outcome, all, [])
    expect(found).toHaveLength(4)
    expect(found).toContain('keep')
    expect(found).toEqual(all.filter((id) => found.includes(id)))
    const left = all.filter((id) => !found.includes(id))
    const least = Math.min(...found.filter((id) => id !== 'keep').map(wealth))
    expect(left.filter((id) => wealth(id) > least)).toEqual([])
  })

  test('are those wanted as long as two to four of them are shown', () => {
    const two = all.slice(1, 3)
    expect(pathsInDetail(outcome, all, two)).toEqual(two)
    expect(pathsInDetail(outcome, all, all.slice(0, 1))).toHaveLength(4)
    expect(pathsInDetail(outcome, all.slice(0, 1), two)).toEqual(all.slice(0, 1))
  })
})
