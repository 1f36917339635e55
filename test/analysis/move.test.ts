import { describe, expect, test } from 'vitest'

import { writer } from '../../renderer/components/risk/lever-text'
import { breakEven } from '../../shared/analysis/break-even'
import { leverOf, leversOf, MOVE_YEAR } from '../../shared/analysis/levers'
import { keepTurns, strongest } from '../../shared/analysis/what-if'
import type { Case } from '../../shared/case/schema'
import { Engine } from '../../shared/model'
import { conditionOf } from '../../shared/present/conditions'
import { leadOf, sample, variationsOf } from './support'

const living = (federal: Partial<Case['tax']['federal']>, mode: Case['tax']['mode'] = 'federal'): Case => {
  const document = sample('general-dentist')
  return { ...document, tax: { ...document.tax, mode, federal: { ...document.tax.federal, ...federal } } }
}
const moving = living({ state: 'CA', stateTax: 'law', movesTo: 'FL', moveYear: 2032 })

const engine = new Engine()

describe('the year of a move, tried', () => {
  test('is a lever only where a move is planned and the law of a state is computed', () => {
    const has = (document: Case) => leversOf(document).some(({ id }) => id === MOVE_YEAR)
    expect(has(moving)).toBe(true)
    expect(has(living({ state: 'CA', stateTax: 'law' }))).toBe(false)
    expect(has(living({ state: 'CA', stateTax: 'flat', movesTo: 'FL' }))).toBe(false)
    expect(has(living({ state: 'other', stateTax: 'law', movesTo: 'FL' }))).toBe(false)
    expect(has(living({ state: 'CA', stateTax: 'law', movesTo: 'FL' }, 'blended'))).toBe(false)
  })

  test('moves what retirement leaves, and nothing of what the practice earns in the state that is left', () => {
    const lever = leverOf(moving, MOVE_YEAR)!
    const wealth = [2028, 2040, 2046, 2055].map((year) =>
      engine.evaluate(lever.apply(moving, year)).figure('keep', 'expected', 'wealthAtHorizon')!,
    ) as [number, number, number, number]
    // Profit and the 2033 sale are taxed by California; the first withdrawals come in the 2040s.
    expect(wealth[1]).toBeCloseTo(wealth[0], 4)
    expect(wealth[2]).toBeLessThan(wealth[1] - 10_000)
    expect(wealth[3]).toBeLessThan(wealth[2] - 10_000)
  })

  test('is among the inputs to turn, and what was tried is saved in the case', () => {
    const levers = strongest(moving, (trial) => engine.evaluate(trial), 'expected', ['keep', 'harbor'])
    expect(levers.filter(({ id }) => id === MOVE_YEAR)).toHaveLength(1)
    const kept = keepTurns(moving, [{ lever: leverOf(moving, MOVE_YEAR)!, value: 2040 }], () => 'unused')
    expect(kept.tax.federal.moveYear).toBe(2040)
    expect(kept.offers).toEqual(moving.offers)
  })

  test('is told as a condition in words, and its break-even is so', () => {
    const variations = variationsOf(moving)
    const lever = leverOf(moving, MOVE_YEAR)!
    const contest = { paths: ['harbor', 'keep'], figure: 'leadAtRetirement', view: 'expected' } as const
    const found = breakEven(variations, moving, lever, contest)
    for (const { from, to, ahead } of found.stretches)
      for (const year of [from, to])
        expect(Math.sign(leadOf(lever.apply(moving, year), contest))).toBe(ahead === 'harbor' ? 1 : -1)
    const { text } = conditionOf(moving, variations.structure.paths, found, writer(moving))
    expect(text).toMatch(/the year in which you move to Florida anywhere from January 20\d\d to January 20\d\d/)
  })
})
