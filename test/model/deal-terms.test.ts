import { describe, expect, test } from 'vitest'

import { checksOf } from '../../shared/checks'
import { evaluateCase, VIEWS, type Outcome, type View } from '../../shared/model'
import { calendarOf } from '../../shared/present/report/calendar'
import { caseOf } from './arbitrary-case'

/*
 * Terms of real letters, each in a case small enough to be worked out by hand: the owner collects 1,000,000 and has no
 * costs, fees grow 10% a year, nothing is taxed unless a test says so, and 1,000,000 is paid for the practice.
 */
const NONE = { practice: 0, wages: 0, ordinary: 0, interest: 0, gain: 0, passiveGain: 0, deferred: 0 }

function deal(offer: object, { rates = {}, feeGrowth = 0.1 }: { rates?: object; feeGrowth?: number } = {}): Outcome {
  return evaluateCase(
    caseOf({
      practice: {
        ownerCollections: 1_000_000,
        hygieneCollections: 0,
        feeGrowth,
        capex: 0,
        replacementRate: 0.3,
        terminalSale: { method: 'none' },
      },
      owner: {
        spendingNow: 0,
        spendingRetired: 0,
        birthDate: '1970-01-01',
        retirement: '2036-12-31',
        horizonAge: 70,
      },
      assumptions: { startYear: 2027, inflation: 0, discountRate: 0, timing: 'end', return: 0, drag: 0 },
      tax: { rates: { ...NONE, socialSecurity: 0, ...rates } },
      offers: [
        {
          id: 'o',
          name: 'Offer',
          closing: '2027-01-01',
          price: { stated: 'amount', amount: 1_000_000 },
          costs: { broker: 0, legal: 0 },
          ordinaryShare: 0,
          job: { rate: 0, termYears: 5 },
          ...offer,
        },
      ],
    }),
  )
}
const row = (outcome: Outcome, id: string, view: View = 'expected') => outcome.row('o', view, id)!
const figure = (outcome: Outcome, id: string, view: View = 'expected') => outcome.figure('o', view, id)!
const total = (outcome: Outcome, id: string, view: View = 'expected') =>
  row(outcome, id, view).reduce((sum, amount) => sum + amount, 0)
const messages = (outcome: Outcome) => checksOf(outcome).map(({ severity, message }) => `${severity}: ${message}`)

describe('earn-outs', () => {
  const earnOut = (terms: object, feeGrowth = 0) =>
    deal(
      { components: [{ id: 'e', kind: 'earnOut', share: 0.2, months: 12, measuredBy: 'metric', ...terms }] },
      { feeGrowth },
    )
  const paid = (terms: object) => total(earnOut(terms), 'e/paid')

  test('in proportion to the target above a floor, nothing below it: 200,000 at most, result 1,000,000', () => {
    const terms = { inProportion: 'ofTarget', floor: 800_000 }
    expect(paid({ ...terms, target: 1_250_000 })).toBeCloseTo(160_000, 6)
    expect(paid({ ...terms, target: 1_000_000 })).toBeCloseTo(200_000, 6)
    expect(paid({ ...terms, target: 900_000 })).toBeCloseTo(200_000, 6)
    // The cliff: at the floor 80% is due, a dollar below it nothing.
    expect(paid({ ...terms, floor: 1_000_000, target: 1_250_000 })).toBeCloseTo(160_000, 6)
    expect(paid({ ...terms, floor: 1_000_001, target: 1_250_000 })).toBe(0)
    // By the way from the floor to the target it is another amount.
    expect(paid({ floor: 800_000, target: 1_250_000 })).toBeCloseTo((200_000 * 200) / 450, 6)
  })

  test('a share of growth without a cap is on top of the price; its maximum is the owner’s own figure', () => {
    const terms = { basis: 'growth', growthShare: 0.25, growthFrom: 1_000_000, bestResult: 1_600_000, months: 24 }
    const outcome = earnOut(terms, 0.1)
    // Two years later collections are 1,100,000: the year in which the period ends.
    expect(VIEWS.map((view) => total(outcome, 'e/paid', view))).toEqual([0, expect.closeTo(25_000, 6), 150_000])
    expect(figure(outcome, 'cash')).toBe(1_000_000)
    expect(figure(outcome, 'priceTotal')).toBeCloseTo(1_025_000, 6)
    expect(total(earnOut({ ...terms, measuredBy: 'probability', probability: 0.4 }), 'e/paid')).toBeCloseTo(60_000, 6)
    // A result below the base costs nothing.
    expect(total(earnOut({ ...terms, growthFrom: 1_200_000 }, 0.1), 'e/paid')).toBe(0)
    // The maximum is never below what is projected.
    for (const bestResult of [null, 1_050_000])
      expect(total(earnOut({ ...terms, bestResult }, 0.1), 'e/paid', 'maximum')).toBeCloseTo(25_000, 6)
  })

  test('without a cap the letter states no maximum, which is said', () => {
    const terms = { basis: 'growth', growthFrom: 1_000_000, wages: false }
    const said = (more: object) =>
      messages(earnOut({ ...terms, ...more })).filter((message) => message.includes('no maximum'))
    expect(said({ bestResult: null, measuredBy: 'probability' })[0]).toMatch(/^problem: .*Enter the best result/)
    expect(said({ bestResult: null })[0]).toMatch(/^warning: .*counts the projected result/)
    expect(said({ bestResult: 2_000_000 })).toEqual([expect.stringMatching(/^question: .*15a\.453-1\(c\)/)])
  })

  // Collections: 1,000,000, 1,100,000, 1,210,000. 200,000 in three parts: 40, 30 and 30%.
  const targets = (...amounts: number[]) => ({
    cliff: true,
    targets: amounts.map((target, i) => ({ id: `y${i}`, months: 12 * (i + 1), target, part: [0.4, 0.3, 0.3][i] })),
  })
  const yearly = (terms: object) => {
    const outcome = earnOut(terms, 0.1)
    return ['y0', 'y1', 'y2'].map((id) => total(outcome, `e/${id}/paid`))
  }

  test('a target a year: what is missed is lost, unless it can be caught up', () => {
    // A payment after 12 months of a closing on January 1 rests on the first year, as all prices do.
    const missed = targets(1_050_000, 1_040_000, 1_200_000)
    expect(yearly(missed)).toEqual([0, expect.closeTo(60_000, 6), expect.closeTo(60_000, 6)])
    // 2,100,000 by the second year against targets of 2,090,000: the first year's 80,000 are paid with it.
    expect(yearly({ ...missed, catchUp: true })).toEqual([0, expect.closeTo(140_000, 6), expect.closeTo(60_000, 6)])
    // 3,310,000 against 3,320,000: never caught up, but what a year earned alone stays earned.
    const never = targets(1_050_000, 1_060_000, 1_210_000)
    expect(yearly({ ...never, catchUp: true })).toEqual([0, expect.closeTo(60_000, 6), expect.closeTo(60_000, 6)])
  })

  test('the order of dates counts, not that of the rows', () => {
    const { cliff, targets: rows } = targets(1_050_000, 1_040_000, 1_200_000)
    const turned = earnOut({ cliff, catchUp: true, targets: rows.toReversed() }, 0.1)
    expect(['y0', 'y1', 'y2'].map((id) => total(turned, `e/${id}/paid`))).toEqual([
      0,
      expect.closeTo(140_000, 6),
      expect.closeTo(60_000, 6),
    ])
  })

  test('by its chance each part counts by it; whoever leaves loses what comes later', () => {
    const terms = { ...targets(0, 0, 0), measuredBy: 'probability', probability: 0.5, onTop: true }
    expect(yearly(terms)).toEqual([40_000, 30_000, 30_000].map((amount) => expect.closeTo(amount, 6)))
    const left = deal({
      components: [{ id: 'e', kind: 'earnOut', share: 0.2, ...terms }],
      leaving: { on: '2029-01-01', cause: 'resignation' },
    })
    expect(['y0', 'y1', 'y2'].map((id) => total(left, `e/${id}/paid`))).toEqual([
      expect.closeTo(40_000, 6),
      expect.closeTo(30_000, 6),
      0,
    ])
  })

  test('all parts together are the earn-out: of the price, at most, in the calendar', () => {
    const outcome = earnOut({ ...targets(1_050_000, 1_040_000, 1_200_000), catchUp: true }, 0.1)
    expect(figure(outcome, 'cash')).toBeCloseTo(800_000, 6)
    expect(figure(outcome, 'priceTotal', 'maximum')).toBeCloseTo(1_000_000, 6)
    const dues = calendarOf(outcome, outcome.document.offers[0]!)
    expect(dues.map(({ on, what, promised }) => [on, what, promised && Math.round(promised)])).toEqual([
      ['2027-01-01', 'Cash at close', 800_000],
      ['2028-01-01', 'Earn-out 1 of 3', 80_000],
      ['2029-01-01', 'Earn-out 2 of 3', 60_000],
      ['2030-01-01', 'Earn-out 3 of 3', 60_000],
    ])
    expect(dues[1]!.condition).toBe(
      'Collections reach its target of the year, all or nothing; what is missed can be earned later',
    )
  })

  test('parts that are no whole, and targets of nothing, are problems', () => {
    const { targets: rows } = targets(1_050_000, 0, 1_200_000)
    const said = messages(earnOut({ targets: [{ ...rows[0], part: 0.5 }, rows[1], { ...rows[2], part: 0 }] }))
    for (const part of ['add up to 80%, not 100%', 'a target has 0%', 'the result for full payment is $0'])
      expect(
        said.some((message) => message.startsWith('problem') && message.includes(part)),
        part,
      ).toBe(true)
  })
})
