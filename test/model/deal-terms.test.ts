import { describe, expect, test } from 'vitest'

import { checksOf } from '../../shared/checks'
import { evaluateCase, VIEWS, type Outcome, type View } from '../../shared/model'
import { calendarOf } from '../../shared/present/report/calendar'
import { caseOf } from './arbitrary-case'

/*
 * Terms of real letters, each in a case small enough to work out by hand: the owner collects 1,000,000 without costs,
 * fees grow 10% a year, nothing is taxed unless a test says so, and the practice sells for 1,000,000.
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
    // Interpolating from the floor to the target gives another amount.
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
    expect(said({ bestResult: 2_000_000 })).toEqual([expect.stringMatching(/^question: .*§15A\.453-1\(c\)/)])
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
    // A payment 12 months after a January 1 closing is based on the first year, as all prices are.
    const missed = targets(1_050_000, 1_040_000, 1_200_000)
    expect(yearly(missed)).toEqual([0, expect.closeTo(60_000, 6), expect.closeTo(60_000, 6)])
    // 2,100,000 by the second year against targets of 2,090,000: the first year's 80,000 are paid with it.
    expect(yearly({ ...missed, catchUp: true })).toEqual([0, expect.closeTo(140_000, 6), expect.closeTo(60_000, 6)])
    // 3,310,000 against 3,320,000: never caught up, but what a year earned on its own is kept.
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
      'Collections reach the year’s target, all or nothing; missed amounts can be earned later',
    )
  })

  test('parts that are no whole, and targets of nothing, are problems', () => {
    const { targets: rows } = targets(1_050_000, 0, 1_200_000)
    const said = messages(earnOut({ targets: [{ ...rows[0], part: 0.5 }, rows[1], { ...rows[2], part: 0 }] }))
    for (const part of ['total 80%, not 100%', 'a target has 0%', 'the result for full payment is $0'])
      expect(
        said.some((message) => message.startsWith('problem') && message.includes(part)),
        part,
      ).toBe(true)
  })
})

const leaves = (on: string, cause = 'resignation') => ({ on, cause })

describe('cash to be paid back', () => {
  const back = (leaving: object) =>
    total(deal({ leaving: { clawback: { resignation: 0.5, disability: 0.25 }, ...leaving } }), 'clawback')

  test('falls by a fifth with each full year served of five: half of 1,000,000 by three fifths', () => {
    const yearly = { clawbackFalls: 'yearly' }
    expect(back({ ...leaves('2029-01-01'), ...yearly })).toBeCloseTo(-300_000, 6)
    expect(back({ ...leaves('2029-12-01'), ...yearly })).toBeCloseTo(-300_000, 6)
    expect(back({ ...leaves('2030-01-01'), ...yearly })).toBeCloseTo(-200_000, 6)
    expect(back({ ...leaves('2030-01-01', 'disability'), ...yearly })).toBeCloseTo(-100_000, 6)
    expect(back({ ...leaves('2027-11-01'), ...yearly })).toBeCloseTo(-500_000, 6)
    expect(back({ ...leaves('2032-01-01'), ...yearly })).toBeCloseTo(0, 6)
    // Unless the letter says otherwise it stays the same.
    expect(back(leaves('2029-12-01'))).toBeCloseTo(-500_000, 6)
  })

  test('so does the table of leaving early, and how long it lasts is no question any more', () => {
    const outcome = deal({ leaving: { clawback: { resignation: 0.5 }, clawbackFalls: 'yearly' } })
    expect([1, 2, 3, 4, 5].map((year) => figure(outcome, `stress/resignation/${year}`))).toEqual(
      [-400_000, -300_000, -200_000, -100_000, 0].map((amount) => expect.closeTo(amount, 6)),
    )
    const asked = messages(outcome).find((message) => message.includes('clawed back'))
    expect(asked).toBe(
      'question: Offer: cash already paid can be clawed back. On what conditions, and before or after tax?',
    )
  })
})

describe('retention bonuses', () => {
  const bonuses = [
    { id: 'two', label: 'Two-year bonus', amount: 50_000, months: 24 },
    { id: 'four', label: 'Four-year bonus', amount: 80_000, months: 48 },
  ]
  const staying = (offer: object = {}, rates: object = {}) => {
    const { job, ...rest } = offer as { job?: object }
    return deal({ ...rest, job: { rate: 0, termYears: 5, retention: bonuses, ...job } }, { rates })
  }

  test('are wages on their day, in every view, for whoever still works there', () => {
    const outcome = staying({}, { wages: 0.4, ordinary: 0.9, gain: 0.9 })
    for (const view of VIEWS) {
      expect(row(outcome, 'retention/two', view).slice(0, 5)).toEqual([0, 0, 50_000, 0, 0])
      expect(row(outcome, 'datedTax', view).slice(2, 5)).toEqual([
        expect.closeTo(20_000, 6),
        0,
        expect.closeTo(32_000, 6),
      ])
    }
    expect(figure(outcome, 'priceTotal')).toBe(1_000_000)
    expect(figure(outcome, 'saleBesides')).toBeCloseTo(130_000, 6)
  })

  test.each([
    ['leaving the day before loses both', { leaving: leaves('2028-12-01') }, 0],
    ['leaving on the day keeps that one', { leaving: leaves('2029-01-01') }, 50_000],
    ['the end of the job ends them', { job: { ends: '2030-11-30' } }, 50_000],
    ['retirement too', { retirement: '2031-01-01' }, 130_000],
  ])('%s', (_, offer, paid) => {
    const outcome = staying(offer)
    expect(total(outcome, 'retention/two') + total(outcome, 'retention/four')).toBe(paid)
  })

  test('stand in the calendar and the table of leaving early', () => {
    const outcome = staying()
    expect(figure(outcome, 'stress/death/1')).toBe(0)
    expect(figure(outcome, 'stress/death/2')).toBe(50_000)
    expect(figure(outcome, 'stress/death/4')).toBe(130_000)
    expect(calendarOf(outcome, outcome.document.offers[0]!).slice(1)).toMatchObject([
      { on: '2029-01-01', what: 'Two-year bonus', condition: 'You still work there; taxed as wages', promised: 50_000 },
      { on: '2031-01-01', what: 'Four-year bonus', counts: { guaranteed: 80_000 } },
    ])
  })
})

describe('a forgivable loan of 100,000 over five years', () => {
  const loan = (offer: object = {}, more: object = {}) => {
    const { job, ...rest } = offer as { job?: object }
    const loans = [{ id: 'l', amount: 100_000, years: 5, ...more }]
    return deal({ ...rest, job: { rate: 0, termYears: 2, forgivableLoans: loans, ...job } }, { rates: { wages: 0.4 } })
  }
  const flows = (outcome: Outcome) => ({
    paid: row(outcome, 'loan/l/paid').slice(0, 7),
    forgiven: row(outcome, 'loan/l/forgiven').slice(0, 7),
    back: total(outcome, 'loan/l/paidBack'),
  })

  test('is cash at closing and 20,000 of wages a year while the owner works', () => {
    const outcome = loan()
    expect(flows(outcome)).toEqual({
      paid: [100_000, 0, 0, 0, 0, 0, 0],
      forgiven: [0, 20_000, 20_000, 20_000, 20_000, 20_000, 0],
      back: 0,
    })
    expect(row(outcome, 'datedTax').slice(0, 7)).toEqual([0, 8_000, 8_000, 8_000, 8_000, 8_000, 0])
    for (const view of VIEWS) expect(figure(outcome, 'pathTotal', view) - 60_000).toBeCloseTo(1_000_000, 6)
  })

  test('who leaves after 30 months has earned two fifths; the rest follows the cause', () => {
    const resigned = loan({ leaving: leaves('2029-07-01') })
    expect(flows(resigned)).toMatchObject({
      forgiven: [0, 20_000, 20_000, 0, 0, 0, 0],
      back: expect.closeTo(-60_000, 6),
    })
    expect(row(resigned, 'loan/l/paidBack')[2]).toBeCloseTo(-60_000, 6)
    const disabled = loan({ leaving: leaves('2029-07-01', 'disability') }, { clawback: { disability: 0.25 } })
    // A quarter of 60,000 is repaid; the amount waived is wages of that year too.
    expect(flows(disabled).back).toBeCloseTo(-15_000, 6)
    expect(flows(disabled).forgiven[2]).toBeCloseTo(65_000, 6)
  })

  test('the end of the job that the contract states counts like retirement', () => {
    const ended = loan({ job: { ends: '2030-01-01' } }, { clawback: { retirement: 0 } })
    expect(flows(ended)).toMatchObject({
      forgiven: [0, 20_000, 20_000, expect.closeTo(60_000, 6), 0, 0, 0],
      back: expect.closeTo(0, 6),
    })
  })

  test('cash that comes in and is not paid back is taxed once, whenever the owner leaves', () => {
    for (const month of [1, 2, 3, 5, 7, 11])
      for (const year of [2027, 2029, 2031, 2032, 2034]) {
        const on = `${year}-${String(month).padStart(2, '0')}-01`
        const outcome = loan({ leaving: leaves(on) }, { clawback: { resignation: 0.7 } })
        expect(total(outcome, 'loan/l/forgiven'), on).toBeCloseTo(100_000 + total(outcome, 'loan/l/paidBack'), 6)
      }
  })

  test('the table of leaving early takes off what would be owed', () => {
    expect(figure(loan(), 'stress/resignation/2')).toBeCloseTo(-60_000, 6)
    expect(figure(loan(), 'stress/resignation/5')).toBeCloseTo(0, 6)
    expect(figure(loan(), 'stress/death/1')).toBeCloseTo(0, 6)
  })

  test('is a question for the CPA, and what has to be paid back stands in the calendar', () => {
    const outcome = loan({ leaving: leaves('2029-07-01') })
    expect(messages(outcome).some((message) => /^question: .*26 U\.S\.C\. §7872/.test(message))).toBe(true)
    const dues = calendarOf(outcome, outcome.document.offers[0]!).filter(({ what }) => what.startsWith('Forgivable'))
    expect(dues.map(({ on, promised }) => [on, Math.round(promised!)])).toEqual([
      ['2027-01-01', 100_000],
      ['2029-07-01', -60_000],
    ])
  })
})

describe('equity that vests, and that the buyer may call', () => {
  // 200,000 are rolled and triple in six years: 600,000.
  const rolled = (terms: object, leaving: object = {}) =>
    deal({
      components: [
        {
          id: 'r',
          kind: 'rolled',
          share: 0.2,
          exitMonths: 72,
          outcomes: [{ id: 'o', probability: 1, multiple: 3 }],
          ...terms,
        },
      ],
      leaving,
    })
  const cashed = (terms: object, leaving: object = {}) => total(rolled(terms, leaving), 'r/cashed')

  test('what is not vested is lost on leaving, but for the part that the cause leaves', () => {
    const yearly = { vesting: 'yearly', vestingYears: 4 }
    expect(cashed(yearly)).toBeCloseTo(600_000, 6)
    expect(cashed(yearly, leaves('2029-12-01'))).toBeCloseTo(300_000, 6)
    expect(cashed(yearly, leaves('2030-01-01'))).toBeCloseTo(450_000, 6)
    const half = { ...yearly, keptOnLeaving: { disability: 0.5 } }
    expect(cashed(half, leaves('2029-01-01', 'disability'))).toBeCloseTo(450_000, 6)
    const cliff = { vesting: 'cliff', vestingYears: 4 }
    expect(cashed(cliff, leaves('2030-12-01'))).toBe(0)
    expect(cashed(cliff, leaves('2031-01-01'))).toBeCloseTo(600_000, 6)
    // Vested equity does not depend on the five-year term.
    expect(cashed({ vesting: 'yearly', vestingYears: 1 }, leaves('2028-01-01'))).toBeCloseTo(600_000, 6)
  })

  test('a call takes its discount off, on leaving before the exit alone', () => {
    const called = {
      called: true,
      callDiscount: { resignation: 0.4, retirement: 0.1 },
      keptOnLeaving: { resignation: 1 },
    }
    expect(cashed(called)).toBeCloseTo(600_000, 6)
    expect(cashed(called, leaves('2029-01-01'))).toBeCloseTo(360_000, 6)
    expect(
      cashed({ ...called, vesting: 'yearly', vestingYears: 4, keptOnLeaving: {} }, leaves('2029-01-01')),
    ).toBeCloseTo(180_000, 6)
    expect(cashed({ ...called, exitMonths: 132 })).toBeCloseTo(540_000, 6)
    const stress = rolled(called)
    expect(figure(stress, 'stress/resignation/5')).toBeCloseTo(360_000, 6)
    expect(figure(stress, 'stress/death/5')).toBeCloseTo(600_000, 6)
  })

  test('stated terms are no questions any more; a discount is one', () => {
    const asked = (terms: object) => messages(rolled(terms)).filter((message) => /called|diluted/.test(message))
    expect(asked({})).toEqual([expect.stringMatching(/called at a discount, forfeited or diluted/)])
    expect(asked({ called: true })).toEqual([expect.stringMatching(/: can it be diluted/)])
    expect(asked({ called: true, callDiscount: { death: 0.1 } })).toHaveLength(2)
  })

  // Half is sold; the rest earns 1,000,000 − 300,000 of market pay a year, half of it the owner's; priced at 2×.
  const kept = (terms: object, leaving: object = {}) =>
    deal(
      {
        structure: 'jointVenture',
        shareSold: 0.5,
        job: { rate: 0.3, termYears: 1 },
        retained: { exitMultiple: 2, probability: 1, exitAt: '2034-01-01', ...terms },
        leaving,
      },
      { feeGrowth: 0 },
    )
  const sold = (outcome: Outcome) => row(outcome, 'retainedPaid').slice(0, 8)

  test('a share of the practice that is called is sold on leaving, at its value less the discount', () => {
    const called = { called: true, callDiscount: { resignation: 0.3 } }
    expect(sold(kept(called))).toEqual([0, 0, 0, 0, 0, 0, 0, expect.closeTo(700_000, 6)])
    const outcome = kept(called, leaves('2030-07-01'))
    expect(sold(outcome)).toEqual([0, 0, 0, expect.closeTo(490_000, 6), 0, 0, 0, 0])
    expect(row(outcome, 'jvDistribution').slice(2, 6)).toEqual([
      expect.closeTo(350_000, 6),
      expect.closeTo(175_000, 6),
      0,
      0,
    ])
    const exit = calendarOf(outcome, outcome.document.offers[0]!).find(({ what }) =>
      what.startsWith('Sale of your retained share'),
    )
    expect(exit).toMatchObject({ on: '2030-07-01', counts: { expected: expect.closeTo(490_000, 6) } })
  })

  test('of a share that vests, the rest brings no distributions after leaving, and no price', () => {
    const vesting = { vesting: 'yearly', vestingYears: 7 }
    const outcome = kept(vesting, leaves('2029-07-01'))
    expect(sold(outcome)[7]).toBeCloseTo(200_000, 6)
    expect(row(outcome, 'jvDistribution').slice(1, 5)).toEqual(
      [350_000, 175_000 + 50_000, 100_000, 100_000].map((amount) => expect.closeTo(amount, 6)),
    )
    expect(row(kept(vesting), 'jvDistribution')[3]).toBeCloseTo(350_000, 6)
  })
})

describe('equity beside the price', () => {
  const outcomes = [
    { id: 'low', probability: 0.5, multiple: 1 },
    { id: 'high', probability: 0.5, multiple: 3 },
  ]
  const equity = (terms: object, rates: object = {}) =>
    deal(
      { components: [{ id: 'r', kind: 'rolled', exitMonths: 60, outcomes, ...terms }] },
      { rates: { gain: 0.2, passiveGain: 0.25, interest: 0.4, ...rates } },
    )

  test('bought with own money: cash out at closing, its price is the basis, and it is no part of the price', () => {
    const outcome = equity({ acquired: 'bought', basis: 'fixed', amount: 100_000 })
    expect(figure(outcome, 'cash')).toBe(1_000_000)
    expect(figure(outcome, 'cashAtClose')).toBe(900_000)
    expect(figure(outcome, 'closingTax')).toBeCloseTo(200_000, 6)
    // Worth 100,000 or 300,000 after five years: 200,000 expected, of which 100,000 is gain.
    expect(row(outcome, 'r/cashed')[5]).toBeCloseTo(200_000, 6)
    expect(row(outcome, 'datedTax')[5]).toBeCloseTo(25_000, 6)
    expect(figure(outcome, 'priceTotal')).toBe(1_000_000)
    expect(figure(outcome, 'saleBesides')).toBeCloseTo(100_000, 6)
    expect(total(outcome, 'r/cashed', 'guaranteed')).toBe(0)
  })

  test('granted: 2% of what 30,000,000 or 90,000,000 are above 40,000,000', () => {
    const units = { acquired: 'granted', grantShare: 0.02, threshold: 40_000_000, platform: { newEquity: 30_000_000 } }
    const outcome = equity(units)
    expect(figure(outcome, 'cashAtClose')).toBe(1_000_000)
    expect(VIEWS.map((view) => total(outcome, 'r/cashed', view))).toEqual([0, 500_000, 1_000_000])
    expect(row(outcome, 'datedTax')[5]).toBeCloseTo(125_000, 6)
    // Held too briefly, its gain is taxed like interest.
    expect(row(equity({ ...units, longTerm: false }), 'datedTax')[5]).toBeCloseTo(200_000, 6)
    expect(total(equity({ ...units, dilution: 0.5 }), 'r/cashed')).toBeCloseTo(250_000, 6)
    const asked = messages(outcome).some((message) => /^question: .*Rev\. Proc\. 93-27/.test(message))
    expect(asked).toBe(true)
    expect(
      messages(equity({ ...units, platform: {} })).some((message) =>
        /^problem: .*share of the parent cannot be computed/.test(message),
      ),
    ).toBe(true)
  })
})
