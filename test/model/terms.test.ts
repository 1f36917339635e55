import { describe, expect, test } from 'vitest'

import { checksOf } from '../../shared/checks'
import { set } from '../../shared/case/path'
import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { calendarOf } from '../../shared/present/report/calendar'
import { closingOf } from '../../shared/present/report/closing'
import { waterfallOf, whereThePriceWent } from '../../shared/present/waterfall'
import { caseOf } from './arbitrary-case'

/*
 * Terms of letters of intent besides price and pay, each on a deal small enough to work out by hand.
 */
const changed = (document: Case, changes: Readonly<Record<string, unknown>>): Case =>
  Object.entries(changes).reduce((before, [path, value]) => set(before, path, value), document)

/** Sold on January 1, 2027, for 1,000,000 in cash; the owner works on until mid-2028 and retires at the end of 2030. */
const deal = caseOf({
  owner: { birthDate: '1968-07-01', retirement: '2030-12-31', horizonAge: 66 },
  tax: { rates: { wages: 0.3, practice: 0.4 } },
  offers: [
    {
      id: 'x',
      name: 'X',
      closing: '2027-01-01',
      price: { stated: 'amount', amount: 1_000_000 },
      costs: { broker: 0, legal: 0 },
      job: { ends: '2028-07-01', termYears: 1 },
    },
  ],
})
const rowOf = (document: Case, line: string) => evaluateCase(document).row('x', 'expected', line)

describe('a consulting fee after the job', () => {
  const paid = changed(deal, { 'offers/x/consulting/amount': 5_000, 'offers/x/consulting/months': 18 })

  test('is paid for its months from the end of the job, flat, and taxed like wages at effective rates', () => {
    expect(rowOf(paid, 'consultingFee')!.slice(0, 5)).toEqual([0, 30_000, 60_000, 0, 0])
    const [before, after] = [rowOf(deal, 'takeHome')!, rowOf(paid, 'takeHome')!]
    const more = after.map((amount, y) => Math.round(amount - before[y]!))
    expect(more.slice(0, 5)).toEqual([0, 21_000, 42_000, 0, 0])
  })

  test('goes on after retirement, as the letter counts its months', () => {
    const late = changed(paid, { 'offers/x/job/ends': null, 'owner/retirement': '2029-12-31' })
    expect(rowOf(late, 'consultingFee')!.slice(0, 6)).toEqual([0, 0, 0, 60_000, 30_000, 0])
  })

  test('is not paid after death, disability or dismissal, and is after resigning', () => {
    const left = (cause: string) =>
      rowOf(changed(paid, { 'offers/x/leaving/on': '2028-01-01', 'offers/x/leaving/cause': cause }), 'consultingFee')!
    expect(left('resignation').slice(0, 3)).toEqual([0, 60_000, 30_000])
    for (const cause of ['death', 'disability', 'dismissal']) expect(Math.max(...left(cause))).toBe(0)
  })

  test('bears self-employment tax by the law, whatever the practice was', () => {
    for (const entity of ['sole', 'partnership', 'sCorporation', 'cCorporation']) {
      // Alone in its year: 60,000 × 0.9235 × 15.3% of self-employment tax (Schedule SE).
      const document = changed(paid, {
        'tax/mode': 'federal',
        'tax/federal/entity': entity,
        'tax/federal/stateOrdinary': 0,
        'owner/retirement': '2028-07-01',
      })
      expect(rowOf(document, 'workTaxed/seTax')![2], entity).toBeCloseTo(8_477.73, 2)
      expect(rowOf(document, 'jobPay')![2], entity).toBe(0)
    }
  })

  test('is not what a partnership pays its entity tax on', () => {
    const lawful = changed(paid, {
      'tax/mode': 'federal',
      'tax/federal/entity': 'partnership',
      'tax/federal/entityTax': true,
      'tax/federal/stateOrdinary': 0.05,
    })
    expect(rowOf(lawful, 'workTaxed/entityTax')![2]).toBe(0)
    // Of the fee less half of the self-employment tax on it.
    const half = (60_000 * 0.9235 * 0.153) / 2
    expect(rowOf(lawful, 'workTaxed/stateTaxOnOrdinaryIncome')![2]).toBeCloseTo(0.05 * (60_000 - half), 6)
  })

  test('stands in the calendar of payments', () => {
    const due = calendarOf(evaluateCase(paid), paid.offers[0]!).find(({ what }) => what.startsWith('Consulting'))
    expect(due).toMatchObject({ on: '2028-07-01', until: '2030-01-01', promised: 90_000, planned: true })
    expect(due!.counts).toEqual({ guaranteed: 90_000, expected: 90_000, maximum: 90_000 })
  })

  test('of 0 has no line, whatever its months', () => {
    expect(rowOf(changed(deal, { 'offers/x/consulting/months': 60 }), 'consultingFee')).toBeUndefined()
  })
})

describe('what the seller pays beside the broker', () => {
  const at = (document: Case, id: string) => evaluateCase(document).figure('x', 'expected', id)!
  /** The employer’s 6.2% and 1.45%. */
  const PAYROLL = 0.0765

  test('an audit is a cost of the sale: less cash, and less gain at the gain rate', () => {
    const audited = changed(deal, { 'offers/x/costs/audit': 40_000, 'offers/x/ordinaryShare': 0 })
    const without = changed(deal, { 'offers/x/ordinaryShare': 0 })
    expect(at(audited, 'sellingCosts')).toBe(40_000)
    expect(at(audited, 'cashAtClose')).toBe(960_000)
    // 40,000 × 24% less tax.
    expect(at(without, 'closingTax') - at(audited, 'closingTax')).toBeCloseTo(9_600, 6)
  })

  test('a bonus to the staff costs payroll tax, and is deducted from ordinary income', () => {
    const promised = changed(deal, { 'offers/x/staffBonus/stated': 'share', 'offers/x/staffBonus/share': 0.02 })
    const cost = 20_000 * (1 + PAYROLL)
    expect(cost).toBeCloseTo(21_530, 6)
    expect(at(promised, 'staffBonusCost')).toBeCloseTo(cost, 6)
    expect(at(promised, 'cashAtClose')).toBeCloseTo(1_000_000 - cost, 6)
    expect(at(deal, 'closingTax') - at(promised, 'closingTax')).toBeCloseTo(cost * 0.4, 6)
    const inDollars = changed(deal, { 'offers/x/staffBonus/amount': 20_000 })
    expect(at(inDollars, 'inPocketAtClose')).toBeCloseTo(at(promised, 'inPocketAtClose'), 6)
    expect(at(changed(inDollars, { 'offers/x/structure': 'services' }), 'staffBonusCost')).toBeUndefined()
  })

  test('a bonus to the staff lowers ordinary income by the law, not the gain', () => {
    const lawful = changed(deal, { 'tax/mode': 'federal', 'offers/x/allocation/covenant': 0.1 })
    const promised = changed(lawful, { 'offers/x/staffBonus/amount': 20_000 })
    const income = (document: Case, line: string) => rowOf(document, `saleTaxed/${line}`)![0]!
    expect(income(lawful, 'agi') - income(promised, 'agi')).toBeCloseTo(21_530, 4)
    expect(rowOf(promised, 'saleGain')).toEqual(rowOf(lawful, 'saleGain'))
  })

  test('tail coverage is paid when the job ends or at closing, unless the buyer pays', () => {
    const tail = (more: Readonly<Record<string, unknown>>) => changed(deal, { 'offers/x/tail/amount': 45_000, ...more })
    const leaving = tail({})
    expect(rowOf(leaving, 'tailCover')!.slice(0, 4)).toEqual([0, -45_000, 0, 0])
    expect(at(deal, 'pathTotal') - at(leaving, 'pathTotal')).toBeCloseTo(45_000, 6)
    expect(at(leaving, 'cashAtClose')).toBe(1_000_000)
    const due = calendarOf(evaluateCase(leaving), leaving.offers[0]!).find(
      ({ what }) => what === 'Malpractice tail coverage',
    )
    expect(due).toMatchObject({ on: '2028-07-01', promised: -45_000, planned: true })
    // It is owed from closing, so until paid it lowers the unrealized value of the deal.
    expect(rowOf(leaving, 'paper')![0]! - rowOf(deal, 'paper')![0]!).toBeCloseTo(-45_000 / 1.08 ** 0.5, 6)

    const closing = tail({ 'offers/x/tail/paidBy': 'you', 'offers/x/tail/paidAt': 'closing' })
    expect(at(closing, 'cashAtClose')).toBe(955_000)
    expect(rowOf(closing, 'tailCover')).toBeUndefined()
    for (const nobody of ['buyer', 'none'])
      expect(at(tail({ 'offers/x/tail/paidBy': nobody }), 'pathTotal')).toBe(at(deal, 'pathTotal'))
  })

  test('stands in the closing statement and in where the price went', () => {
    const document = changed(deal, {
      'offers/x/costs/audit': 40_000,
      'offers/x/staffBonus/amount': 20_000,
      'offers/x/tail/amount': 45_000,
      'offers/x/tail/paidAt': 'closing',
    })
    const outcome = evaluateCase(document)
    const statement = closingOf(outcome, document.offers[0]!)!
    expect(statement.sourcesTotal).toBeCloseTo(statement.usesTotal, 6)
    expect(statement.lines.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'Broker, legal, accounting and audit fees',
        'Bonus to your staff, with payroll tax',
        'Malpractice tail coverage',
      ]),
    )
    for (const { steps } of [waterfallOf(outcome, 'x')!, whereThePriceWent(outcome, 'x', 'expected')!]) {
      expect(steps.some(({ id }) => id === 'staffBonusCost')).toBe(true)
      const totals = steps.flatMap(({ kind, to }, i) => (kind === 'total' && i > 0 ? [[to, steps[i - 1]!.to]] : []))
      for (const [own, summed] of totals) expect(summed).toBeCloseTo(own!, 2)
    }
  })
})

describe('terms without dollars', () => {
  const asked = (document: Case) => checksOf(evaluateCase(document)).map(({ rule, severity }) => `${severity}: ${rule}`)

  test('the guaranty of the lease is asked about until it is known, and a danger if it stays', () => {
    expect(asked(deal)).toContain('question: lease/guaranty-open')
    const stays = changed(deal, { 'offers/x/leaseGuaranty': 'stays' })
    expect(asked(stays)).toContain('warning: lease/guaranty-stays')
    expect(asked(stays)).not.toContain('question: lease/guaranty-open')
    for (const settled of ['none', 'released'])
      expect(asked(changed(deal, { 'offers/x/leaseGuaranty': settled })).join()).not.toContain('guaranty')
    // An owner of the building has no landlord.
    expect(asked(changed(deal, { 'practice/realEstate/owned': true }))).not.toContain('question: lease/guaranty-open')
  })

  test('who pays for tail coverage is asked until it is known', () => {
    expect(asked(deal)).toContain('question: tail/who-pays')
    expect(asked(changed(deal, { 'offers/x/tail/paidBy': 'you' }))).not.toContain('question: tail/who-pays')
  })
})
