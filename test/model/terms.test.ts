import { describe, expect, test } from 'vitest'

import { set } from '../../shared/case/path'
import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { calendarOf } from '../../shared/present/report/calendar'
import { caseOf } from './arbitrary-case'

/*
 * Terms that letters of intent have beside price and pay, each on a deal small enough to work out by hand.
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
    expect(rowOf(lawful, 'workTaxed/stateTaxOnOrdinaryIncome')![2]).toBeCloseTo(3_000, 6)
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
