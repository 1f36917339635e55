import { describe, expect, test } from 'vitest'

import { samples } from '../../shared/case/samples'
import { set } from '../../shared/case/path'
import { evaluateCase, VIEWS } from '../../shared/model'
import { caseOf } from './arbitrary-case'

/** Nothing but an account: no practice, no spending, no return, no tax. */
const account = (birthDate: string, owner: object = {}, rest: object = {}) =>
  evaluateCase(
    caseOf({
      practice: { ownerCollections: 0, hygieneCollections: 0, capex: 0, terminalSale: { method: 'none' } },
      owner: {
        birthDate,
        horizonAge: 95,
        retirement: '2027-01-01',
        spendingNow: 0,
        spendingRetired: 0,
        taxDeferredSavings: 1_000_000,
        ...owner,
      },
      assumptions: { startYear: 2027, inflation: 0, return: 0, drag: 0 },
      tax: { rates: { deferred: 0 } },
      ...rest,
    }),
  )

describe('required distributions', () => {
  // 26 U.S.C. §401(a)(9)(C)(v); Uniform Lifetime Table of Treas. Reg. §1.401(a)(9)-9(c).
  test.each([
    ['1949-03-01', 72, 78, 22],
    ['1950-12-31', 72, 77, 22.9],
    ['1951-01-01', 73, 76, 23.7],
    ['1954-06-30', 73, 73, 26.5],
    ['1959-12-31', 73, 73, 26.5],
    ['1960-01-01', 75, 75, 24.6],
    ['1970-08-08', 75, 75, 24.6],
  ])('born %s: from %d; the first in the plan is at %d, divided by %d', (birth, from, first, factor) => {
    const outcome = account(birth)
    const ages = outcome.shared('plan/age')
    const row = outcome.row('keep', 'expected', 'requiredDistribution')!
    expect(outcome.shared('plan/firstRequiredAge')).toEqual([from])
    const at = row.findIndex((amount) => amount > 0)
    expect(ages[at]).toBe(first)
    expect(row[at]).toBeCloseTo(1_000_000 / factor, 6)
  })

  test('each year takes what was left at the end of the year before by that year’s factor', () => {
    const outcome = account('1954-06-30')
    const row = (id: string) => outcome.row('keep', 'expected', id)!
    const factors = [
      26.5, 25.5, 24.6, 23.7, 22.9, 22, 21.1, 20.2, 19.4, 18.5, 17.7, 16.8, 16, 15.2, 14.4, 13.7, 12.9, 12.2,
    ]
    let left = 1_000_000
    for (const [i, factor] of factors.entries()) {
      expect(row('requiredDistribution')[i]).toBeCloseTo(left / factor, 6)
      left -= left / factor
      expect(row('taxDeferred')[i]).toBeCloseTo(left, 6)
      expect(row('taxable')[i]).toBeCloseTo(1_000_000 - left, 6)
    }
  })
})

describe('what is drawn when', () => {
  test('savings first, then tax-deferred with its tax in the next year, then tax-free, then money is missing', () => {
    const outcome = account(
      '1970-08-08',
      { spendingRetired: 100_000, savings: 150_000, taxDeferredSavings: 120_000, taxFreeSavings: 90_000 },
      { tax: { rates: { deferred: 0.5 } } },
    )
    const row = (id: string) => outcome.row('keep', 'expected', id)!.slice(0, 4)
    expect(row('taxable')).toEqual([50_000, 0, 0, 0])
    // Year 3: 100,000 plus tax of half the 50,000 withdrawn in year 2; 70,000 is left there, so 55,000 comes from Roth
    // accounts.
    expect(row('drawDeferred')).toEqual([0, 50_000, 70_000, 0])
    expect(row('drawFree')).toEqual([0, 0, 55_000, 35_000])
    expect(row('shortfall')).toEqual([0, 0, 0, 100_000])
    expect(row('paidBySavings')).toEqual([100_000, 50_000, 0, 0])
    expect(row('paidByTaxDeferred')).toEqual([0, 50_000, 45_000, 0])
    expect(row('paidByTaxFree')).toEqual([0, 0, 55_000, 35_000])
    expect(row('paidByNothing')).toEqual([0, 0, 0, 65_000])
    expect(outcome.figure('keep', 'expected', 'fundedToAge')).toBe(59)
    expect(outcome.figure('keep', 'expected', 'fundedYears')).toBe(2)
    expect(outcome.figure('keep', 'expected', 'guaranteedFunds')).toBe(0)
  })
})

test('a withdrawal bears the rate of its own year, though its tax is paid in the next, when rates have changed', () => {
  const outcome = account(
    '1970-08-08',
    { spendingRetired: 100_000, taxDeferredSavings: 1_000_000 },
    { tax: { rates: { deferred: 0.25 }, changes: [{ id: 'more', from: 2028, rates: { deferred: 0.35 } }] } },
  )
  const row = (id: string) => outcome.row('keep', 'expected', id)!.slice(0, 3)
  // 100,000 + 25% of 100,000; then 100,000 + 35% of 125,000.
  expect(row('drawDeferred')).toEqual([100_000, 125_000, 143_750])
  // 900,000 × 75% − 25,000; then each remaining dollar is worth 65 cents, less 35% of withdrawals.
  expect(row('accounts')).toEqual([650_000, 775_000 * 0.65 - 43_750, 631_250 * 0.65 - 50_312.5])
})

describe('the figures of retirement', () => {
  test.each(samples.map(({ name, document }) => [name, document] as const))('%s', (_, document) => {
    const outcome = evaluateCase(document)
    const ages = outcome.shared('plan/age')
    const { owner, assumptions } = document
    for (const { id } of outcome.paths) {
      const sure = outcome.row(id, 'guaranteed', 'shortfall')!.every((amount) => amount <= 0.005)
      expect(outcome.figure(id, 'maximum', 'guaranteedFunds')).toBe(sure ? 1 : 0)
      for (const view of VIEWS) {
        const accounts = outcome.row(id, view, 'accounts')!
        const enough = accounts.findIndex(
          (amount, y) => amount >= owner.nestEggMultiple * owner.spendingRetired * (1 + assumptions.inflation) ** y,
        )
        const figure = outcome.figure(id, view, 'nestEggAge')!
        expect(Number.isNaN(figure) ? undefined : figure).toBe(enough < 0 ? undefined : ages[enough])
        const missing = outcome.row(id, view, 'shortfall')!.findIndex((amount) => amount > 0.005)
        const to = missing < 0 ? owner.horizonAge : ages[missing]! - 1
        expect(outcome.figure(id, view, 'fundedToAge')).toBe(to)
        const retired = ages[Number(owner.retirement.slice(0, 4)) - assumptions.startYear]!
        expect(outcome.figure(id, view, 'fundedYears')).toBe(Math.max(0, to - retired))
      }
    }
  })

  test('a greater multiple is reached later or never', () => {
    const surgeon = samples.find(({ name }) => name === 'oral-surgeon')!.document
    const age = (multiple: number) =>
      evaluateCase(set(surgeon, 'owner/nestEggMultiple', multiple)).figure('keep', 'expected', 'nestEggAge')!
    expect(age(20)).toBeLessThan(age(30))
    expect(age(100)).toBeNaN()
  })
})
