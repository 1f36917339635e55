import fc from 'fast-check'
import { expect, it } from 'vitest'

import { changeEffects } from '../../shared/analysis/change-effects'
import { removed } from '../../shared/case/lists'
import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { changedInputs } from '../../shared/present/since'
import { anyCase } from '../model/arbitrary-case'

const LEAD = 'leadAtRetirementToday'
const then = samples.find(({ name }) => name === 'general-dentist')!.document
const edited = (edits: readonly (readonly [string, unknown])[]): Case =>
  edits.reduce((document, [path, value]) => set(document, path, value), then)
const lead = (document: Case, path: string) => evaluateCase(document).figure(path, 'expected', LEAD)!

it('is, for a single change, the whole difference', () => {
  const now = edited([['practice/ownerCollections', 1_000_000]])
  const [effects] = changeEffects(then, now, changedInputs(then, now), ['cedar', 'summit'], LEAD)
  expect(effects).toEqual(['cedar', 'summit'].map((path) => expect.closeTo(lead(now, path) - lead(then, path), 6)))
})

it('is, among several, the difference to the case in which that one change is undone', () => {
  const [collections, multiple] = [
    ['practice/ownerCollections', 1_000_000],
    ['offers/cedar/price/multiple', 7],
  ] as const
  const now = edited([collections, multiple])
  const inputs = changedInputs(then, now)
  expect(inputs.map(({ path }) => path)).toEqual([collections[0], multiple[0]])
  const effects = changeEffects(then, now, inputs, ['cedar', 'summit'], LEAD)
  for (const [i, path] of ['cedar', 'summit'].entries()) {
    expect(effects[0]![i]).toBeCloseTo(lead(now, path) - lead(edited([multiple]), path), 6)
    expect(effects[1]![i]).toBeCloseTo(lead(now, path) - lead(edited([collections]), path), 6)
  }
  // The price of one offer moves no other.
  expect(effects[1]![1]).toBe(0)
})

it('tells of an element that came or went by taking it out or putting it back', () => {
  const cost = then.practice.costs[0]!
  const now = removed(then, 'practice/costs', cost.id)
  const [gone] = changeEffects(then, now, changedInputs(then, now), ['cedar'], LEAD)
  expect(gone).toEqual([expect.closeTo(lead(now, 'cedar') - lead(then, 'cedar'), 6)])
  const [come] = changeEffects(now, then, changedInputs(now, then), ['cedar'], LEAD)
  expect(come![0]).toBeCloseTo(-gone![0]!, 6)
  // Without the offer there is no path, so no lead of one.
  const less = removed(then, 'offers', 'harbor')
  expect(changeEffects(less, then, changedInputs(less, then), ['harbor', 'cedar'], LEAD)).toEqual([[NaN, 0]])
})

it('takes any two states of a case', () => {
  fc.assert(
    fc.property(anyCase, anyCase, (one, other) => {
      const inputs = changedInputs(one, other)
      const effects = changeEffects(one, other, inputs.slice(0, 6), ['keep'], LEAD)
      expect(effects).toHaveLength(Math.min(6, inputs.length))
    }),
    { numRuns: 4 },
  )
})
