import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, type Outcome, type View } from '../../shared/model'
import { caseOf } from './arbitrary-case'

/*
 * Published examples, recomputed. Each names its source; the rounding is the source's. They are built from the general
 * case by omitting what they omit: taxes, growth, discounting, costs.
 */
const NO_TAX = {
  practice: 0,
  wages: 0,
  ordinary: 0,
  interest: 0,
  gain: 0,
  passiveGain: 0,
  deferred: 0,
  socialSecurity: 0,
}

interface Bare {
  readonly practice?: object
  readonly owner?: object
  readonly assumptions?: object
  readonly rates?: object
  readonly changes?: readonly object[]
  readonly offer?: object
}

function bare({ practice, owner, assumptions, rates, changes = [], offer }: Bare): Outcome {
  return evaluateCase(
    caseOf({
      practice: {
        ownerCollections: 0,
        hygieneCollections: 0,
        feeGrowth: 0,
        capex: 0,
        replacementRate: 0,
        terminalSale: { method: 'none' },
        ...practice,
      },
      owner: { spendingNow: 0, spendingRetired: 0, birthDate: '1970-01-01', retirement: '2036-12-31', ...owner },
      assumptions: {
        startYear: 2027,
        inflation: 0,
        discountRate: 0,
        timing: 'end',
        return: 0,
        drag: 0,
        ...assumptions,
      },
      tax: { rates: { ...NO_TAX, ...rates }, changes },
      offers: offer
        ? [
            {
              id: 'o',
              name: 'Offer',
              closing: '2027-01-01',
              costs: { broker: 0, legal: 0 },
              ordinaryShare: 0,
              job: { rate: 0 },
              ...offer,
            },
          ]
        : [],
    }),
  )
}
const figure = (outcome: Outcome, id: string, view: View = 'expected', path = 'o') => outcome.figure(path, view, id)!
/** A case as a user saved it, with some fields changed. */
function saved(name: string, changes: Readonly<Record<string, unknown>> = {}): Outcome {
  const file = new URL(`../fixtures/real/${name}.json`, import.meta.url)
  const parsed = parseCase(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error(`${name} is no case`)
  const document = Object.entries(changes).reduce<Case>((case_, [path, value]) => set(case_, path, value), parsed.value)
  return evaluateCase(document)
}
const stated = (amount: number) => ({ price: { stated: 'amount', amount } })

describe('published deal cases', () => {
  test.each([
    [137_500, 4_400_000, 3_300_000, 214_500, 77_000],
    [578_490, 17_600_000, 13_200_000, 858_000, 279_510],
    [800_000, 26_000_000, 19_500_000, 1_267_500, 467_500],
  ])(
    'income replacement: an owner earning %d sells for %d (businessbrokerchicago.blogspot.com, 2009)',
    (pay, price, net, income, change) => {
      const outcome = bare({
        practice: { ownerCollections: pay },
        assumptions: { return: 0.065 },
        rates: { gain: 0.25 },
        offer: stated(price),
      })
      expect(figure(outcome, 'inPocketAtClose')).toBeCloseTo(net, 6)
      expect(figure(outcome, 'pocketReturn')).toBeCloseTo(income, 6)
      expect(figure(outcome, 'pocketReturn') - figure(outcome, 'takeHomeFirstYear', 'expected', 'keep')).toBeCloseTo(
        change,
        6,
      )
    },
  )

  test('keep 20,000 for ten years at 8%, or take 176,000 now (wyzant.com/resources/answers/752573)', () => {
    const outcome = bare({
      practice: { ownerCollections: 20_000 },
      assumptions: { discountRate: 0.08 },
      offer: stated(176_000),
    })
    expect(Math.round(figure(outcome, 'pathTotalPresentValue', 'expected', 'keep'))).toBe(134_202)
    expect(figure(outcome, 'pathTotalPresentValue')).toBeCloseTo(176_000, 6)
  })

  test('a simple gain (onesdr.com; justanswer.com/tax/9a22p)', () => {
    const simple = bare({ practice: { basis: 200_000 }, rates: { gain: 0.25 }, offer: stated(500_000) })
    expect(figure(simple, 'closingTax')).toBeCloseTo(75_000, 6)
    expect(figure(simple, 'inPocketAtClose')).toBeCloseTo(425_000, 6)
    const withLoan = bare({
      practice: { basis: 1_200_000, debts: [{ id: 'loan', balance: 700_000, rate: 0.05, years: 10 }] },
      rates: { gain: 0.25 },
      offer: stated(1_700_000),
    })
    expect(figure(withLoan, 'inPocketAtClose')).toBeCloseTo(875_000, 6)
  })

  test('two bites (breakwaterma.com)', () => {
    const outcome = bare({
      offer: {
        price: { ebitda: 3_000_000, multiple: 5 },
        components: [
          {
            id: 'r',
            kind: 'rolled',
            share: 0.3,
            method: 'workbench',
            platform: { newEquity: 15_000_000 },
            exitMonths: 60,
            outcomes: [{ id: 'exit', probability: 1, exitEbitda: 6_000_000, exitMultiple: 5 }],
          },
        ],
      },
    })
    expect(figure(outcome, 'consideration')).toBeCloseTo(15_000_000, 4)
    expect(figure(outcome, 'cash')).toBeCloseTo(10_500_000, 4)
    expect(figure(outcome, 'r/best')).toBeCloseTo(9_000_000, 4)
    expect(figure(outcome, 'priceTotal', 'maximum')).toBeCloseTo(19_500_000, 4)
  })

  test('sell now, or in three years when tax rises (chadbyers.blogspot.com, 2008, without its rounding)', () => {
    const grown = { practice: { ownerCollections: 1_000_000, feeGrowth: 0.1 }, rates: { gain: 0.15 } }
    const changes = [{ id: 'rise', from: 2030, rates: { ...NO_TAX, gain: 0.28 } }]
    const now = bare({ ...grown, changes, offer: { price: { multiple: 5 } } })
    expect(figure(now, 'inPocketAtClose')).toBeCloseTo(4_250_000, 4)
    const later = bare({ ...grown, changes, offer: { price: { multiple: 5 }, closing: '2030-07-01' } })
    expect(figure(later, 'consideration')).toBeCloseTo(6_655_000, 4)
    expect(figure(later, 'inPocketAtClose')).toBeCloseTo(4_791_600, 4)
  })

  test.each([
    ['collections', { shareOfCollections: 0.75 }, 750_000],
    ['discretionary', { multiple: 2 }, 800_000],
    ['ebitda', { multiple: 4 }, 1_000_000],
  ])('three valuations of one practice, by %s (andrieuxlaw.com)', (method, terms, price) => {
    const outcome = bare({
      practice: {
        ownerCollections: 1_000_000,
        costs: [{ id: 'all', behaviour: 'fixed', amount: 600_000, growth: 0 }],
        replacementRate: 0.15,
        terminalSale: { method, ...terms },
      },
    })
    expect(figure(outcome, 'terminalPrice', 'expected', 'keep')).toBeCloseTo(price, 6)
  })

  test.each([
    ['discretionary', 2.5, 655_000],
    ['ebitda', 3, 240_000],
  ])('owner’s earnings against EBITDA: %s × %d (practicelink.com.au)', (method, multiple, price) => {
    const outcome = bare({
      practice: {
        ownerCollections: 455_000,
        hygieneCollections: 245_000,
        costs: [{ id: 'all', behaviour: 'fixed', amount: 438_000, growth: 0 }],
        replacementRate: 0.4,
        terminalSale: { method, multiple },
      },
    })
    expect(figure(outcome, 'terminalPrice', 'expected', 'keep')).toBeCloseTo(price, 6)
  })

  test('an offer taken apart (TUSK, dermatology): 60 / 30 / 10%', () => {
    const outcome = bare({
      offer: {
        price: { ebitda: 1_300_000, multiple: 7.5 },
        components: [
          { id: 'equity', kind: 'rolled', share: 0.3 },
          { id: 'earn', kind: 'earnOut', share: 0.1 },
        ],
      },
    })
    expect(figure(outcome, 'consideration')).toBeCloseTo(9_750_000, 4)
    expect(figure(outcome, 'cash')).toBeCloseTo(5_850_000, 4)
    expect(figure(outcome, 'equity/amount')).toBeCloseTo(2_925_000, 4)
    expect(figure(outcome, 'earn/amount')).toBeCloseTo(975_000, 4)
  })

  test('cash and five years (PMA dental)', () => {
    const outcome = bare({
      offer: {
        price: { stated: 'amount', amount: 850_000, ebitda: 177_000 },
        components: [{ id: 'later', kind: 'note', share: 0.3, rate: 0, years: 5, probability: 1, unconditional: true }],
      },
    })
    expect(figure(outcome, 'cash')).toBeCloseTo(595_000, 6)
    expect(figure(outcome, 'multiple')).toBeCloseTo(4.8, 2)
    expect(outcome.row('o', 'guaranteed', 'later/paid')!.slice(0, 7)).toEqual([
      0, 51_000, 51_000, 51_000, 51_000, 51_000, 0,
    ])
  })

  test('lab deducted before the share: 390, not 450 (jaffelawpllc.com)', () => {
    const outcome = bare({
      practice: {
        ownerCollections: 1_500,
        costs: [{ id: 'lab', behaviour: 'fixed', amount: 200, growth: 0, kind: 'lab' }],
      },
      offer: { ...stated(1_000), job: { rate: 0.3, labDeducted: 1 } },
    })
    expect(outcome.row('o', 'expected', 'jobPay')![0]).toBeCloseTo(390, 9)
  })

  test('participating preference: 20 m of 120 m and a fifth of the rest go ahead (wallstreetoasis.com)', () => {
    const outcome = bare({
      offer: {
        ...stated(80_000_000),
        components: [
          {
            id: 'r',
            kind: 'rolled',
            basis: 'fixed',
            amount: 80_000_000,
            method: 'workbench',
            platform: { newEquity: 100_000_000 },
            preference: 'participating',
            preferenceAmount: 20_000_000,
            outcomes: [{ id: 'exit', probability: 1, exitEbitda: 12_000_000, exitMultiple: 10 }],
          },
        ],
      },
    })
    expect(120_000_000 - figure(outcome, 'r/best')).toBeCloseTo(40_000_000, 4)
  })

  test('debt of the parent makes the share larger: 3 m of 10 m with 4 m of debt is half of the equity', () => {
    const outcome = bare({
      offer: {
        ...stated(10_000_000),
        components: [
          {
            id: 'r',
            kind: 'rolled',
            basis: 'fixed',
            amount: 3_000_000,
            platform: { value: 10_000_000, debt: 4_000_000 },
          },
        ],
      },
    })
    expect(figure(outcome, 'r/newEquity')).toBeCloseTo(6_000_000, 6)
    expect(figure(outcome, 'r/ownership')).toBeCloseTo(0.5, 12)
  })
})

describe('required distributions (26 U.S.C. §401(a)(9); Publication 590-B)', () => {
  // 262,000 on the last day of the year before; the owner turns 76, the spouse 60.
  const required = (changes: Readonly<Record<string, unknown>>) =>
    saved('rmd-younger-spouse', changes).row('keep', 'expected', 'requiredDistribution')![0]!

  test('a spouse who is sole beneficiary and sixteen years younger: by the joint-life table', () => {
    expect(required({})).toBeCloseTo(9_290.78, 2)
    expect(required({ 'tax/mode': 'blended' })).toBeCloseTo(9_290.78, 2)
  })

  test.each([
    ['the spouse is not the sole beneficiary', { 'owner/spouseSoleBeneficiary': false }],
    ['the spouse is ten years younger', { 'owner/spouseBirthDate': '1961-12-31' }],
    ['the spouse is older', { 'owner/spouseBirthDate': '1948-02-01' }],
    ['there is no spouse', { 'owner/spouseBirthDate': null }],
    ['the owner files as a single person', { 'tax/federal/filingStatus': 'single' }],
  ])('by the uniform table if %s', (_, changes) => {
    expect(required(changes)).toBeCloseTo(262_000 / 23.7, 8)
  })

  test('eleven years younger by year of birth is enough', () => {
    expect(required({ 'owner/spouseBirthDate': '1962-01-02' })).toBeCloseTo(262_000 / 24.4, 8)
  })
})

describe('tax on investment income of a building (26 U.S.C. §1411; Treas. Reg. §1.469-2, 1.1411-4(g)(6))', () => {
  // Net rent of 100,000 a year; sold on 30 June 2032 at a gain of 1,500,000. A couple files jointly.
  const SOLD = 'practice/realEstate/soldOn'
  const niit = (path: string, year: number, changes: Readonly<Record<string, unknown>> = {}) => {
    const outcome = saved('niit-building', changes)
    return outcome.row(path, 'expected', 'saleTaxed/niit')![year - 2027]!
  }

  test('let to the buyer for years: rent and gain are passive', () => {
    // 3.8% of 1,550,000 − 250,000
    expect(niit('o', 2032)).toBeCloseTo(49_400, 8)
  })

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['keep', {}],
    ['step-back', { 'alternatives/stepBack/include': true }],
    ['private', { 'alternatives/sellPrivately/include': true }],
    ['o', { 'offers/o/structure': 'services' }],
    ['o', { 'offers/o/structure': 'jointVenture', 'offers/o/shareSold': 0.6 }],
    ['o', { 'offers/o/closing': '2029-01-01' }],
  ])('the same on %s after retirement %j', (path, changes) => {
    expect(niit(path, 2032, changes)).toBeCloseTo(49_400, 8)
  })

  test('the law’s 24 months: before them only the rent is passive, then the gain too', () => {
    expect(niit('keep', 2028, { [SOLD]: '2028-06-30' })).toBeCloseTo(0.038 * 50_000, 8)
    expect(niit('keep', 2028, { [SOLD]: '2028-12-01' })).toBeCloseTo((0.038 * 1_100_000) / 12, 8)
    expect(niit('keep', 2029, { [SOLD]: '2029-01-01' })).toBeCloseTo(0.038 * (1_500_000 - 250_000), 8)
  })

  test('a building that is worth at most 120% of its basis needs no 24 months', () => {
    const modest = { [SOLD]: '2028-06-30', 'practice/realEstate/value': 10_000_000, 'practice/realEstate/basis': 9e6 }
    expect(niit('keep', 2028, modest)).toBeCloseTo(0.038 * (1_050_000 - 250_000), 8)
  })

  test('while the owner works in the practice, neither rent nor gain bears it', () => {
    const working = { 'owner/retirement': '2036-12-31' }
    expect(niit('keep', 2032, working)).toBe(0)
    // In a joint venture the owner still has a share, and works in it.
    const venture = { ...working, 'offers/o/structure': 'jointVenture', 'offers/o/shareSold': 0.6 }
    expect(niit('o', 2032, venture)).toBe(0)
    // When the job ends the share is still held, and yields 40% of 600,000 in the year.
    const left = { ...venture, 'offers/o/job/ends': '2030-01-01' }
    expect(niit('o', 2032, left)).toBeCloseTo(0.038 * (1_550_000 + 240_000 - 250_000), 8)
    // Sold in parts: until the last of them.
    const parts = {
      ...working,
      'alternatives/sellPrivately/include': true,
      'alternatives/sellPrivately/tranches': [
        { id: 'a', on: '2027-01-01', share: 0.5 },
        { id: 'b', on: '2031-01-01', share: 0.5 },
      ],
    }
    expect(niit('private', 2032, parts)).toBeCloseTo(0.038 * 50_000, 8)
  })

  test('sold with the practice it bears none', () => {
    const together = { 'offers/o/realEstate/sold': true, 'owner/retirement': '2036-12-31' }
    expect(saved('niit-building', together).figure('o', 'expected', 'saleTax/niit')).toBe(0)
  })
})

describe('tax that the practice pays to the state itself (Notice 2020-75)', () => {
  // A price of 1,000,000, of which 200,000 recapture; state tax 10%, federal 37% on ordinary income.
  const tax = (name: string, changes: Readonly<Record<string, unknown>> = {}) =>
    saved(name, changes).row('o', 'expected', 'datedTax')![0]!

  test('it is deducted from all that the practice sells, recapture too', () => {
    expect(tax('pte-off') - tax('pte-on')).toBeCloseTo(37_000, 6)
  })

  test('receivables that the practice collects are among it; units that the owner sells are not', () => {
    const receivables = { 'offers/o/costs/receivables': 50_000 }
    expect(tax('pte-off', receivables) - tax('pte-on', receivables)).toBeCloseTo(0.37 * 105_000, 6)
    const units = { 'offers/o/saleForm': 'equity' }
    expect(tax('pte-off', units) - tax('pte-on', units)).toBeCloseTo(0, 6)
  })

  test('the tax shown at closing says the same', () => {
    const atClosing = (name: string) => saved(name).figure('o', 'expected', 'closingTax')!
    expect(atClosing('pte-off') - atClosing('pte-on')).toBeCloseTo(37_000, 6)
  })
})

describe('a joint venture whose debt stays with the practice', () => {
  // 60% of 5 × 400,000, with a loan of 500,000.
  const venture = (changes: Readonly<Record<string, unknown>> = {}) => saved('jv-debt-stays', changes)

  test('what is sold is a share of the value less the debt, as at the exit', () => {
    const outcome = venture()
    expect(figure(outcome, 'consideration')).toBeCloseTo(900_000, 6)
    expect(figure(outcome, 'priceBeforeDebt') - figure(outcome, 'debtDeducted')).toBeCloseTo(900_000, 6)
    expect(figure(outcome, 'cashAtClose')).toBeCloseTo(900_000, 6)
    expect(figure(outcome, 'closingTax')).toBeCloseTo(180_000, 6)
  })

  test('unless the letter prices the share as it stands', () => {
    expect(figure(venture({ 'offers/o/debtInPrice': 'notDeducted' }), 'consideration')).toBeCloseTo(1_200_000, 6)
  })

  test('debt that is paid off is paid by the seller, out of the whole price', () => {
    const paid = venture({ 'offers/o/debt': 'paid' })
    expect(figure(paid, 'consideration')).toBeCloseTo(1_200_000, 6)
    expect(figure(paid, 'cashAtClose')).toBeCloseTo(700_000, 6)
  })

  test('the balance is that of the day, the share the owner’s; debt above the value leaves no price', () => {
    // Two years into forty without interest: 475,000.
    expect(figure(venture({ 'offers/o/closing': '2029-01-01' }), 'consideration')).toBeCloseTo(0.6 * 1_525_000, 6)
    expect(figure(venture({ 'practice/ownershipShare': 0.5 }), 'consideration')).toBeCloseTo(450_000, 6)
    expect(figure(venture({ 'practice/debts/d/balance': 3_000_000 }), 'consideration')).toBe(0)
  })

  test('a value stated as an amount is the value of the whole practice too', () => {
    const amount = { 'offers/o/price/stated': 'amount', 'offers/o/price/amount': 2_500_000 }
    expect(figure(venture(amount), 'consideration')).toBeCloseTo(1_200_000, 6)
  })
})

describe('profit of a joint venture that is taxed but not paid out (26 U.S.C. §§705, 1367)', () => {
  // 40% of 400,000 a year for five years, half of it paid out; the exit brings 40% of 2,000,000.
  const venture = (changes: Readonly<Record<string, unknown>> = {}) => saved('jv-half-paid-out', changes)
  const taxAtExit = (outcome: Outcome, view: View = 'expected') => outcome.row('o', view, 'datedTax')![4]!

  test('it raises the basis: 400,000 of the 800,000 are gain', () => {
    for (const view of ['expected', 'maximum'] as const) {
      expect(figure(venture(), 'retainedExitGain', view)).toBeCloseTo(400_000, 6)
      expect(taxAtExit(venture(), view)).toBeCloseTo(80_000, 6)
    }
  })

  test('the guaranteed view counts no profit that the buyer controls, and adds none to the basis', () => {
    expect(figure(venture(), 'retainedExitGain', 'guaranteed')).toBeCloseTo(800_000, 6)
    const controlled = venture({ 'offers/o/retained/ownerControls': 'yes' })
    expect(figure(controlled, 'retainedExitGain', 'guaranteed')).toBeCloseTo(400_000, 6)
  })

  test('by the law too', () => {
    const outcome = venture({ 'tax/mode': 'federal' })
    expect(figure(outcome, 'retainedExitGain')).toBeCloseTo(400_000, 6)
    expect(outcome.row('o', 'expected', 'saleTaxed/capitalGain')![4]).toBeCloseTo(400_000, 6)
  })

  test('kept in the practice it is paid at the exit, and not taxed again', () => {
    const outcome = venture({ 'offers/o/retained/undistributed': 'kept' })
    expect(figure(outcome, 'retainedExitPaid')).toBeCloseTo(1_200_000, 6)
    expect(figure(outcome, 'retainedExitGain')).toBeCloseTo(800_000, 6)
    // Four years in, the share is worth as much, and four years of profit are kept.
    expect(outcome.row('o', 'expected', 'unsoldShare')![3]).toBeCloseTo(800_000 + 320_000 - 0.2 * 800_000, 6)
  })

  test('on paper the basis grows with the years', () => {
    expect(venture().row('o', 'expected', 'unsoldShare')![1]).toBeCloseTo(800_000 - 0.2 * (800_000 - 160_000), 6)
  })

  test('if all is paid out the basis stays; profit that repays debt raises it', () => {
    expect(figure(venture({ 'offers/o/retained/payoutRatio': 1 }), 'retainedExitGain')).toBeCloseTo(800_000, 6)
    // 40% of 12,500 a year; 437,500 of the debt is left: 40% of 2,000,000 − 437,500.
    expect(figure(saved('jv-debt-stays'), 'retainedExitGain')).toBeCloseTo(625_000 - 25_000, 6)
  })

  test('by the owner’s share of the practice', () => {
    const half = venture({ 'practice/ownershipShare': 0.5 })
    expect(figure(half, 'retainedExitGain')).toBeCloseTo(200_000, 6)
  })
})

describe('interest on the tax that large notes defer (26 U.S.C. §453A)', () => {
  // A note of 10,000,000 in a price of 20,000,000 without basis, interest only for five years, given on 31 December 2027.
  const NOTE = 'offers/o/components/n'
  const interest = (changes: Readonly<Record<string, unknown>> = {}, view: View = 'expected') =>
    saved('note-10m-453A', changes).row('o', view, 'deferredTaxInterest')!.slice(0, 7)

  test('70,000 a year: 7% of 20% of 10,000,000, for the half above 5,000,000', () => {
    expect(interest().map(Math.round)).toEqual([70_000, 70_000, 70_000, 70_000, 70_000, 0, 0])
  })

  test('it is a line of its own in the tax on the sale, and part of its sum', () => {
    const outcome = saved('note-10m-453A')
    expect(figure(outcome, 'saleTax/deferredTaxInterest')).toBeCloseTo(350_000, 4)
    const without = saved('note-10m-453A', { 'tax/federal/underpaymentRate': 0 })
    expect(figure(outcome, 'saleTax/all') - figure(without, 'saleTax/all')).toBeCloseTo(350_000, 4)
    expect(figure(without, 'pathTotal') - figure(outcome, 'pathTotal')).toBeCloseTo(350_000, 4)
    // What is paid at closing defers nothing.
    expect(figure(outcome, 'closingTax')).toBeCloseTo(figure(without, 'closingTax'), 6)
  })

  test('basis and repayment lower the deferred gain; the part above the limit stays that of the first year', () => {
    const basis = { 'practice/basis': 5_000_000 }
    expect(interest(basis)[0]).toBeCloseTo(0.75 * 70_000, 4)
    const level = interest({ [`${NOTE}/repayment`]: 'level', [`${NOTE}/rate`]: 0.06 })
    const owed = [10_000_000, 8_226_035.996, 6_345_634.152, 4_352_408.197, 2_239_588.685, 0, 0]
    level.forEach((amount, y) => expect(amount).toBeCloseTo(0.07 * 0.2 * 0.5 * owed[y]!, 1))
  })

  test('none up to 5,000,000, none if all gain is taxed at once, and by its chance', () => {
    expect(interest({ [`${NOTE}/share`]: 0.25 }).every((amount) => amount === 0)).toBe(true)
    const atOnce = saved('note-10m-453A', { 'offers/o/instalments': false })
    expect(atOnce.line('o', 'expected', 'deferredTaxInterest')).toBeUndefined()
    const doubtful = { [`${NOTE}/probability`]: 0.8 }
    expect(interest(doubtful)[0]).toBeCloseTo(56_000, 4)
    expect(interest(doubtful, 'guaranteed')[0]).toBe(0)
  })

  test('two notes of one sale count together; a corporation defers its own tax', () => {
    const document = { 'offers/o/components': [1, 2].map((id) => ({ ...twin, id: `n${id}` })) }
    expect(interest(document)[0]).toBeCloseTo(70_000, 4)
    expect(interest({ 'tax/federal/entity': 'cCorporation' })[0]).toBeCloseTo((70_000 * 0.21) / 0.2, 4)
  })
})

const twin = {
  kind: 'note',
  label: 'Note',
  basis: 'share',
  share: 0.25,
  amount: 0,
  rate: 0.06,
  repayment: 'interestOnly',
  years: 5,
  probability: 1,
  unconditional: true,
  keptOnLeaving: { retirement: 1, resignation: 0, death: 1, disability: 1, dismissal: 0 },
}

describe('notes that pay less than the applicable federal rate (26 U.S.C. §§483, 1274)', () => {
  const NOTE = 'offers/o/components/n'
  const small = { 'offers/o/price/amount': 2_000_000 }
  const note = (changes: Readonly<Record<string, unknown>>) => saved('note-10m-453A', { ...small, ...changes })
  const sum = (outcome: Outcome, id: string) => outcome.row('o', 'expected', id)!.reduce((a, b) => a + b, 0)

  test('1,000,000 without interest in one payment after five years: at 4.49% it is worth 802,835', () => {
    const outcome = note({ [`${NOTE}/rate`]: 0 })
    const principal = 1_000_000 / 1.0449 ** 5
    expect(principal).toBeCloseTo(802_835, 0)
    expect(figure(outcome, 'n/taxedAmount')).toBeCloseTo(principal, 6)
    expect(figure(outcome, 'taxedPrice')).toBeCloseTo(1_000_000 + principal, 6)
    // Interest is taxed as it accrues, year by year; the price when it is paid.
    const interest = outcome.row('o', 'expected', 'n/interestTaxed')!
    expect(interest[1]).toBeCloseTo(principal * 0.0449, 6)
    expect(interest[2]).toBeCloseTo(principal * 1.0449 * 0.0449, 6)
    expect(sum(outcome, 'n/interestTaxed')).toBeCloseTo(1_000_000 - principal, 6)
    expect(outcome.row('o', 'expected', 'saleGain')![5]).toBeCloseTo(principal, 6)
    // What is paid does not change.
    expect(outcome.row('o', 'expected', 'n/paid')!.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 1_000_000])
  })

  test('five level payments without interest are short-term: they mature after three years on average', () => {
    const outcome = note({ [`${NOTE}/rate`]: 0, [`${NOTE}/repayment`]: 'level' })
    expect(figure(outcome, 'n/maturity')).toBe(3)
    expect(figure(outcome, 'n/requiredRate')).toBe(0.0418)
    expect(figure(outcome, 'n/taxedAmount')).toBeCloseTo((200_000 * (1 - 1.0418 ** -5)) / 0.0418, 6)
    expect(outcome.row('o', 'expected', 'n/interestTaxed')![1]).toBeCloseTo(
      figure(outcome, 'n/taxedAmount') * 0.0418,
      6,
    )
  })

  test('over nine years the long-term rate is required', () => {
    expect(figure(note({ [`${NOTE}/years`]: 10 }), 'n/requiredRate')).toBe(0.0512)
    expect(figure(note({ [`${NOTE}/years`]: 9 }), 'n/requiredRate')).toBe(0.0449)
  })

  test('a note that pays the rate is taxed as it reads, and so is the smallest sale', () => {
    for (const changes of [{ [`${NOTE}/rate`]: 0.0449 }, { 'offers/o/price/amount': 3_000, [`${NOTE}/rate`]: 0 }]) {
      const outcome = note(changes)
      expect(figure(outcome, 'n/taxedAmount')).toBe(figure(outcome, 'n/amount'))
      expect(sum(outcome, 'n/interestTaxed')).toBeCloseTo(sum(outcome, 'n/interestPaid'), 6)
    }
  })

  test(
    'whatever the note pays: what is taxed in all is what is paid in all, less basis and costs',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(
          fc.record({
            rate: fc.integer({ min: 0, max: 120 }).map((x) => x / 1000),
            years: fc.integer({ min: 1, max: 15 }),
            repayment: fc.constantFrom('level', 'interestOnly'),
            share: fc.integer({ min: 1, max: 90 }).map((x) => x / 100),
            basis: fc.integer({ min: 0, max: 900_000 }),
            atOnce: fc.boolean(),
          }),
          ({ rate, years, repayment, share, basis, atOnce }) => {
            const outcome = note({
              [`${NOTE}/rate`]: rate,
              [`${NOTE}/years`]: years,
              [`${NOTE}/repayment`]: repayment,
              [`${NOTE}/share`]: share,
              'practice/basis': basis,
              'offers/o/instalments': !atOnce,
            })
            const paid = figure(outcome, 'cash') + sum(outcome, 'n/paid') + sum(outcome, 'n/interestPaid')
            const price = sum(outcome, 'n/principalTaxed') + sum(outcome, 'n/interestTaxed')
            expect(price).toBeCloseTo(sum(outcome, 'n/paid') + sum(outcome, 'n/interestPaid'), 4)
            fc.pre(figure(outcome, 'taxedPrice') > basis)
            expect(sum(outcome, 'saleGain') + sum(outcome, 'n/interestTaxed')).toBeCloseTo(paid - basis, 4)
          },
        ),
        { numRuns: 25, endOnFailure: true },
      )
    },
  )
})
