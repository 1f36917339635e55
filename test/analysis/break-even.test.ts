import { describe, expect, test } from 'vitest'

import { breakEven, valuesOf, type BreakEven } from '../../shared/analysis/break-even'
import type { Contest } from '../../shared/analysis/contest'
import {
  costGrowth,
  discountRate,
  leverAt,
  leverOf,
  leversOf,
  rollOver,
  type Lever,
} from '../../shared/analysis/levers'
import type { Case } from '../../shared/case/schema'
import { VIEWS } from '../../shared/model'
import { checked, leadOf, manyPaths, sample, taxed, taxedSamples, variationsOf } from './support'

const contest = (a: string, b: string, figure = 'leadAtRetirement', view: Contest['view'] = 'expected'): Contest => ({
  paths: [a, b],
  figure,
  view,
})

/** Every claim of a break-even that separate evaluations contradict. */
function faults(document: Case, found: BreakEven): string[] {
  const { contest: of } = found
  const lever = leverOf(document, found.lever.id)!
  const at = (value: number) => leadOf(lever.apply(document, value), of)
  const claims: [string, boolean][] = [
    ['the lead of the case', Math.abs(at(found.own) - found.lead) < 1e-6],
    ...found.equal
      .flatMap(({ from, to }) => [from, to])
      .map((value): [string, boolean] => [`equal at ${value}`, Math.abs(at(value)) < 1]),
    ...found.jumps.map(({ at: beyond, before, after }): [string, boolean] => [
      `a jump at ${beyond}`,
      Math.abs(at(beyond) - after) < 1e-4 && before * after < 0,
    ]),
    ...found.stretches.flatMap(({ from, to, ahead }) => {
      const inside = lever.grain === undefined ? [0.25, 0.5, 0.75].map((part) => from + part * (to - from)) : [from, to]
      return inside.map((value): [string, boolean] => [
        `${ahead} ahead at ${value}`,
        Math.sign(at(value)) === (ahead === of.paths[0] ? 1 : -1),
      ])
    }),
  ]
  return claims.filter(([, so]) => !so).map(([claim]) => `${lever.id}, ${of.figure}, ${of.view}: ${claim}`)
}

describe('a break-even that is put back', () => {
  test.each(taxedSamples)(
    '%s: makes the paths equal to the dollar, for every lever',
    { timeout: 120_000 },
    (_, document) => {
      const variations = variationsOf(document)
      const offer = document.offers.find(({ include }) => include)!
      for (const lever of [
        ...leversOf(document),
        discountRate(document),
        leverAt(document, `offers/${offer.id}/closing`)!,
      ])
        expect(
          faults(document, breakEven(variations, document, lever, contest(lever.offer ?? offer.id, 'keep'))),
        ).toEqual([])
    },
  )

  test.each(['blended', 'federal'] as const)(
    'in every view and figure, for paths that are both no keeping, %s tax',
    { timeout: 120_000 },
    (mode) => {
      const document = taxed(manyPaths(), mode)
      const variations = variationsOf(document)
      for (const view of VIEWS)
        for (const figure of ['leadAtRetirement', 'wealthAtHorizon', 'pathTotalPresentValue', 'takeHomeAverage'])
          for (const lever of [costGrowth, discountRate(document)])
            expect(
              faults(document, breakEven(variations, document, lever, contest('harbor', 'private', figure, view))),
            ).toEqual([])
    },
  )
})

describe('known answers', () => {
  const document = sample('general-dentist')
  const variations = variationsOf(document)

  test('the price at which the prices of two offers are equal', () => {
    const lever = leversOf(document).find(({ id }) => id === 'offers/harbor/price/multiple')!
    const found = breakEven(variations, document, lever, contest('harbor', 'summit', 'consideration'))
    // 335,600 × 95% × the multiple against 317,600 × 94% × 7.5: see the sample.
    expect(found.equal).toHaveLength(1)
    expect(found.equal[0]!.from).toBeCloseTo((317_600 * 0.94 * 7.5) / (335_600 * 0.95), 6)
  })

  test('a path against itself is equal everywhere, and nobody leads', () => {
    const found = breakEven(variations, document, costGrowth, contest('harbor', 'harbor'))
    expect(found.stretches).toEqual([])
    expect(found.equal).toEqual([{ from: costGrowth.min, to: costGrowth.max }])
  })

  test('no value in the range does', () => {
    const lever: Lever = { ...discountRate(document), min: 0.0799, max: 0.0801 }
    const found = breakEven(variations, document, lever, contest('harbor', 'keep'))
    expect(found).toMatchObject({ equal: [], jumps: [], gaps: false })
    expect(found.stretches).toHaveLength(1)
    expect(found.nearest!.input).toBeGreaterThanOrEqual(lever.min)
  })

  test('an earn-out that is paid in full or not at all makes a jump, no solution', () => {
    const cliff = checked({
      ...document,
      origins: {},
      offers: document.offers.map((offer) =>
        offer.id === 'harbor'
          ? {
              ...offer,
              components: [
                {
                  id: 'bonus',
                  kind: 'earnOut',
                  onTop: true,
                  basis: 'fixed',
                  amount: 1_000_000,
                  wages: false,
                  months: 24,
                  measuredBy: 'metric',
                  metric: 'collections',
                  target: 1_700_000,
                  cliff: true,
                  probability: 1,
                },
              ],
            }
          : offer,
      ),
    })
    const lever = { ...leverAt(cliff, 'practice/feeGrowth')!, min: -0.01, max: 0.1 }
    const against = contest('harbor', 'summit', 'priceTotal')
    const found = breakEven(variationsOf(cliff), cliff, lever, against)
    expect(faults(cliff, found)).toEqual([])
    expect(found.jumps.length).toBeGreaterThan(0)
  })
})

test('days are tried by half years, months one by one', { timeout: 60_000 }, () => {
  const document = sample('general-dentist')
  const retirement = leversOf(document)[0]!
  const years = valuesOf(retirement)
  expect(years[1]! - years[0]!).toBe(0.5)
  expect(retirement.apply(document, retirement.read(document) + 0.5).owner.retirement).not.toBe(
    document.owner.retirement,
  )
  const found = breakEven(variationsOf(document), document, retirement, contest('harbor', 'keep'))
  expect(faults(document, found)).toEqual([])
  const escrow = document.offers[0]!.components.find(({ kind }) => kind === 'escrow')!
  const months = leverAt(document, `offers/${document.offers[0]!.id}/components/${escrow.id}/months`)!
  expect(months.grain).toBe(1)
  expect(valuesOf(months).every(Number.isInteger)).toBe(true)
})

test('a lever that nothing moves gives no break-even', () => {
  const document = sample('general-dentist')
  const offer = document.offers.find(({ id }) => id === 'summit')!
  const component = offer.components.find((one) => one.kind === 'rolled')!
  const worthless = checked({
    ...document,
    offers: document.offers.map((one) =>
      one === offer
        ? {
            ...one,
            components: one.components.map((other) =>
              other === component
                ? {
                    ...component,
                    outcomes: component.outcomes.map((outcome) => ({ ...outcome, multiple: 0, exitMultiple: 0 })),
                  }
                : other,
            ),
          }
        : one,
    ),
  })
  const found = breakEven(variationsOf(worthless), worthless, rollOver(offer, component), contest(offer.id, 'keep'))
  expect(found.equal).toEqual([])
  expect(found.stretches).toHaveLength(1)
})
