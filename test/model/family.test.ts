import { describe, expect, test } from 'vitest'

import { checksOf } from '../../shared/checks'
import { set } from '../../shared/case/path'
import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { caseOf } from './arbitrary-case'

/*
 * A spouse who manages the practice: one entry is household income until the sale, an adjustment of EBITDA, and market
 * pay afterward. Without growth and inflation, so that every year can be worked out by hand.
 */
const changed = (document: Case, changes: Readonly<Record<string, unknown>>): Case =>
  Object.entries(changes).reduce((before, [path, value]) => set(before, path, value), document)

const without = caseOf({
  practice: {
    feeGrowth: 0,
    costs: [{ id: 'staff', label: 'Staff', behaviour: 'fixed', amount: 400_000, growth: 0 }],
  },
  owner: { birthDate: '1968-07-01', retirement: '2030-12-31', horizonAge: 66 },
  assumptions: { inflation: 0 },
  tax: { rates: { wages: 0.3, practice: 0.4 } },
  alternatives: { sellPrivately: { include: true, tranches: [{ id: 'a', on: '2028-07-01', share: 1 }] } },
  offers: [
    {
      id: 'x',
      name: 'X',
      closing: '2028-01-01',
      price: { stated: 'multiple', multiple: 5 },
      costs: { broker: 0, legal: 0 },
    },
  ],
})
const paid = changed(without, { 'practice/family': [{ id: 'spouse', label: 'Sam', pay: 90_000, marketPay: 60_000 }] })
const staying = changed(paid, {
  'offers/x/familyStays': [{ id: 'stays', member: 'spouse', until: '2029-07-01', pay: 70_000 }],
})
const row = (document: Case, path: string, line: string) => evaluateCase(document).row(path, 'expected', line)!
const more = (path: string, line: string, to = paid, from = without) => {
  const before = row(from, path, line)
  return row(to, path, line).map((amount, y) => Math.round((amount - before[y]!) * 100) / 100)
}
/** The employer’s 6.2% and 1.45%. */
const PAYROLL = 0.0765
/** Pay above market, with the employer's payroll tax. */
const ABOVE = 30_000 * (1 + PAYROLL)

describe('family on the payroll', () => {
  test('is paid until the sale of each path, taxed like wages at effective rates', () => {
    const after = 63_000
    expect(more('keep', 'takeHome').slice(0, 5)).toEqual([after, after, after, after, 0])
    expect(more('x', 'takeHome').slice(0, 3)).toEqual([after, 0, 0])
    expect(more('private', 'takeHome').slice(0, 3)).toEqual([after, after / 2, 0])
  })

  test('raises EBITDA and the price by the pay above market with payroll tax, and lowers both if below', () => {
    expect(ABOVE).toBeCloseTo(32_295, 6)
    const ebitda = (document: Case) => evaluateCase(document).shared('practice/adjustedEbitda')[0]!
    expect(ebitda(paid) - ebitda(without)).toBeCloseTo(ABOVE, 6)
    const price = (document: Case) => evaluateCase(document).figure('x', 'expected', 'consideration')!
    expect(price(paid) - price(without)).toBeCloseTo(5 * ABOVE, 4)
    const unpaid = changed(paid, { 'practice/family/spouse/pay': 30_000 })
    expect(price(unpaid) - price(without)).toBeCloseTo(-5 * ABOVE, 4)
    // Practice cash does not change: the pay is among the costs already.
    expect(evaluateCase(paid).shared('practice/practiceCash')).toEqual(
      evaluateCase(without).shared('practice/practiceCash'),
    )
  })

  test('counts in the bridge from the books', () => {
    const books = (document: Case) =>
      evaluateCase(set(document, 'practice/books/reportedEbitda', 300_000)).shared('practice/bridgeEbitda')[0]!
    expect(books(paid) - books(without)).toBeCloseTo(ABOVE, 6)
  })

  test('may stay on after the sale, at the pay and until the day that the offer states', () => {
    expect(row(staying, 'x', 'familyPayReceived').slice(0, 4)).toEqual([90_000, 70_000, 35_000, 0])
    expect(row(staying, 'keep', 'familyPayReceived')).toEqual(row(paid, 'keep', 'familyPayReceived'))
  })

  test('ending is income given up', () => {
    const givenUp = (document: Case) => evaluateCase(document).figure('x', 'expected', 'incomeGivenUp')!
    expect(givenUp(paid) - givenUp(without)).toBeCloseTo(63_000, 6)
    expect(givenUp(paid) - givenUp(staying)).toBeCloseTo(49_000, 6)
  })

  test('is replaced at market pay in a practice of which a share is kept', () => {
    const joint = { 'offers/x/structure': 'jointVenture', 'offers/x/shareSold': 0.6 }
    const [base, ended, stays] = [without, paid, staying].map((document) =>
      row(changed(document, joint), 'x', 'profitBeforeOwner'),
    )
    expect(ended![1]! - base![1]!).toBeCloseTo(ABOVE, 6)
    // 70,000 instead of 60,000, for the whole of 2028 and half of 2029.
    const dearer = 10_000 * (1 + PAYROLL)
    expect(stays!.slice(1, 4).map((amount, y) => ended![y + 1]! - amount)).toEqual([
      expect.closeTo(dearer, 6),
      expect.closeTo(dearer / 2, 6),
      0,
    ])
  })

  test('goes on under management services alone, as the owner stays owner', () => {
    const services = changed(paid, { 'offers/x/structure': 'services' })
    expect(row(services, 'x', 'familyPayReceived')).toEqual(row(paid, 'keep', 'familyPayReceived'))
  })

  test('bears payroll tax of its own by the law, with the spouse’s wages', () => {
    const lawful = { 'tax/mode': 'federal', 'tax/federal/stateOrdinary': 0, 'tax/federal/ownerWages': 200_000 }
    const at = (document: Case, line: string) => row(changed(document, lawful), 'keep', `workTaxed/${line}`)[0]!
    expect(at(paid, 'fica') - at(without, 'fica')).toBeCloseTo(90_000 * PAYROLL, 4)
    expect(at(paid, 'agi') - at(without, 'agi')).toBeCloseTo(90_000, 4)
  })

  test('asks the buyer who does the work, until the offer says that they stay', () => {
    const asked = (document: Case) => checksOf(evaluateCase(document)).map(({ rule }) => rule)
    expect(asked(without)).not.toContain('family/pay-ends')
    expect(asked(paid)).toEqual(expect.arrayContaining(['family/pay-ends', 'practice/family-pay']))
    expect(asked(staying)).not.toContain('family/pay-ends')
    expect(asked(set(staying, 'offers/x/familyStays/stays/until', '2027-06-01'))).toContain('dates/before-closing')
  })
})
