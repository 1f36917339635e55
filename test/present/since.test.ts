import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { set } from '../../shared/case/path'
import { added, moved, removed } from '../../shared/case/lists'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { changedInputs, movedFigures } from '../../shared/present/since'
import { anyCase } from '../model/arbitrary-case'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document
const changed = (document: Case, ...edits: readonly (readonly [string, unknown])[]) =>
  edits.reduce((result, [path, value]) => set(result, path, value), document)

describe('inputs that changed', () => {
  it('are named as a person knows them, with both values', () => {
    const now = changed(
      sample,
      ['practice/ownerCollections', 1_000_000],
      ['offers/harbor/price/multiple', 7],
      ['offers/harbor/price/ebitda', null],
      ['owner/retirement', '2035-06-30'],
    )
    expect(changedInputs(sample, now)).toMatchObject([
      { path: 'practice/ownerCollections', label: 'Your own collections', was: 900_000, is: 1_000_000 },
      { path: 'owner/retirement', field: { unit: 'date' }, is: '2035-06-30' },
      { path: 'offers/harbor/price/ebitda', was: 335_600, is: null },
      { path: 'offers/harbor/price/multiple', label: 'Harbor: multiple', was: 6.5, is: 7 },
    ])
  })

  it('are one where a whole offer, cost or part of the price came or went', () => {
    const less = removed(sample, 'offers', 'harbor')
    expect(changedInputs(sample, less)).toEqual([{ kind: 'removed', path: 'offers/harbor', label: 'Offer Harbor' }])
    expect(changedInputs(less, sample)).toEqual([{ kind: 'added', path: 'offers/harbor', label: 'Offer Harbor' }])
    const more = added(sample, 'offers/harbor/components', 'earn', { kind: 'earnOut', label: 'Growth' })
    expect(changedInputs(sample, more.document)).toMatchObject([
      { kind: 'added', label: 'Part of the price Growth (Harbor)' },
    ])
  })

  it('are none where only an order or an origin differs', () => {
    const now = { ...moved(sample, 'offers', 'harbor', 1), origins: {} }
    expect(changedInputs(sample, now)).toEqual([])
  })

  it('are none between a case and itself, and as many in both directions', () => {
    fc.assert(
      fc.property(anyCase, anyCase, (one, other) => {
        expect(changedInputs(one, structuredClone(one))).toEqual([])
        expect(changedInputs(one, other)).toHaveLength(changedInputs(other, one).length)
      }),
      { numRuns: 50 },
    )
  })
})

describe('figures that moved', () => {
  const before = evaluateCase(sample)

  it('stand by path and view with what they were, and are the model’s own', () => {
    const now = evaluateCase(changed(sample, ['offers/harbor/price/multiple', 7]))
    const paths = movedFigures(before, now, 'today')
    // The price of one offer moves no other path.
    expect(paths.filter(({ rows }) => rows.length > 0).map(({ path }) => path)).toEqual(['harbor'])
    const row = paths.find(({ path }) => path === 'harbor')!.rows.find(({ id }) => id === 'wealthAtRetirement')!
    for (const view of ['guaranteed', 'expected', 'maximum'] as const)
      expect(row.views[view]).toEqual({
        figure: 'wealthAtRetirementToday',
        was: before.figure('harbor', view, 'wealthAtRetirementToday'),
        is: now.figure('harbor', view, 'wealthAtRetirementToday'),
        moved: true,
      })
  })

  it('are told of paths that both have; others came or went', () => {
    const now = evaluateCase(removed(sample, 'offers', 'harbor'))
    expect(movedFigures(before, now, 'future').find(({ path }) => path === 'harbor')).toEqual({
      path: 'harbor',
      name: 'Harbor',
      state: 'removed',
      rows: [],
    })
    expect(movedFigures(now, before, 'future').find(({ path }) => path === 'harbor')).toMatchObject({ state: 'added' })
  })

  it('are none between a case and itself', () => {
    const again = evaluateCase(structuredClone(sample))
    expect(movedFigures(before, again, 'today').flatMap(({ rows }) => rows)).toEqual([])
  })
})
