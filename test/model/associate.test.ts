import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { set } from '../../shared/case/path'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, VIEWS, type Outcome, type View } from '../../shared/model'
import { anyAssociateCase, caseOf } from './arbitrary-case'

/*
 * A doctor who owns no practice: staying in a job versus a job with cash and equity. By hand, then by laws.
 */
const changed = (document: Case, changes: Readonly<Record<string, unknown>>): Case =>
  Object.entries(changes).reduce((before, [path, value]) => set(before, path, value), document)
const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= Math.max(0.01, 1e-9 * Math.max(Math.abs(a), Math.abs(b)))

/**
 * Two years of work, 2027 and 2028; no inflation, growth, return or discount, so that each figure can be worked out
 * mentally.
 */
const associate = caseOf({
  practice: {
    role: 'associate',
    ownerCollections: 800_000,
    feeGrowth: 0,
    job: { rate: 0.3, benefits: 10_000, contributionAsEmployee: 20_000, employerContribution: 5_000 },
  },
  owner: {
    birthDate: '1966-07-01',
    retirement: '2028-12-31',
    horizonAge: 63,
    spendingNow: 100_000,
    spendingRetired: 100_000,
    savings: 200_000,
  },
  assumptions: { startYear: 2027, inflation: 0, discountRate: 0, return: 0, drag: 0 },
  tax: { rates: { wages: 0.3, deferred: 0.25, passiveGain: 0.2, interest: 0.4 } },
  offers: [
    {
      id: 'x',
      name: 'X',
      closing: '2027-01-01',
      job: {
        rate: 0.28,
        benefits: 10_000,
        contributionAsEmployee: 20_000,
        termYears: 2,
        signOn: 50_000,
      },
      components: [
        {
          id: 'equity',
          kind: 'rolled',
          label: 'Equity',
          acquired: 'bought',
          basis: 'fixed',
          amount: 100_000,
          exitMonths: 24,
          outcomes: [
            { id: 'lost', label: 'Lost', probability: 0.25, multiple: 0 },
            { id: 'good', label: 'Good', probability: 0.75, multiple: 3 },
          ],
        },
      ],
    },
  ],
})

const figures = (document: Case, path: string, id: string): (number | undefined)[] => {
  const outcome = evaluateCase(document)
  return VIEWS.map((view) => outcome.figure(path, view, id))
}
const rowOf = (document: Case, path: string, id: string, view: View = 'expected') =>
  evaluateCase(document)
    .row(path, view, id)!
    .map((amount) => Math.round(amount * 1e4) / 1e4)

describe('an associate, worked out by hand', () => {
  test('staying pays 30% of collections and benefits until retirement, and sells nothing', () => {
    // 240,000 + 10,000, less 30% of 230,000, less 20,000 into the plan.
    expect(rowOf(associate, 'keep', 'takeHome')).toEqual([161_000, 161_000, 0])
    expect(rowOf(associate, 'keep', 'contributions')).toEqual([25_000, 25_000, 0])
    // With the plan's 25,000 a year at 75%.
    expect(figures(associate, 'keep', 'pathTotal')).toEqual([359_500, 359_500, 359_500])
    expect(rowOf(associate, 'keep', 'paper')).toEqual([0, 0, 0])
    // 200,000 + 61,000 saved + 25,000 × 75%.
    expect(rowOf(associate, 'keep', 'wealth')[0]).toBeCloseTo(279_750, 6)
  })

  test('the job offered pays less, a sign-on bonus after tax, and three times the equity or nothing', () => {
    // 234,000 less 30% of 214,000, less 20,000.
    expect(rowOf(associate, 'x', 'takeHome')).toEqual([149_800, 149_800, 0])
    expect(figures(associate, 'x', 'cashAtClose')).toEqual([-50_000, -50_000, -50_000])
    expect(figures(associate, 'x', 'closingTax')).toEqual([15_000, 15_000, 15_000])
    expect(figures(associate, 'x', 'inPocketAtClose')).toEqual([-65_000, -65_000, -65_000])
    // Pay and plan 329,600, bonus 35,000, equity −100,000; at the exit 0, 225,000 less 20% of 125,000, 300,000 less 20% of 200,000.
    const [low, mid, high] = figures(associate, 'x', 'pathTotal')
    expect(low).toBeCloseTo(264_600, 6)
    expect(mid).toBeCloseTo(464_600, 6)
    expect(high).toBeCloseTo(524_600, 6)
    // 200,000 − 65,000 + 49,800 + 20,000 × 75%, with the exit still unrealized.
    expect(rowOf(associate, 'x', 'wealth', 'guaranteed')[0]).toBeCloseTo(199_800, 6)
    expect(rowOf(associate, 'x', 'wealth')[0]).toBeCloseTo(399_800, 6)
    expect(figures(associate, 'x', 'rolledReturn')[1]).toBeCloseTo(0.5, 9)
    // 161,000 + 25,000 × 75% against 149,800 + 20,000 × 75%.
    expect(figures(associate, 'x', 'incomeGivenUp')[1]).toBeCloseTo(14_950, 6)
  })

  test('pay is the present job’s until the other one starts', () => {
    const later = changed(associate, { 'offers/x/closing': '2027-07-01' })
    expect(rowOf(later, 'x', 'presentPay')).toEqual([125_000, 0, 0])
    expect(rowOf(later, 'x', 'jobPay')).toEqual([117_000, 234_000, 0])
    expect(rowOf(later, 'x', 'paper')[0]).toBeGreaterThan(0)
  })

  test('lab costs are deducted first where the job says so', () => {
    const lab = changed(associate, { 'practice/job/labShare': 0.1, 'practice/job/labDeducted': 0.5 })
    // 30% of 800,000 less half of 80,000.
    expect(rowOf(lab, 'keep', 'jobPay')[0]).toBeCloseTo(238_000, 6)
    expect(rowOf(lab, 'x', 'jobPay')[0]).toBeCloseTo(234_000, 6)
  })

  test('whoever resigns early pays back the bonus and loses what has not vested', () => {
    const left = changed(associate, {
      'owner/retirement': '2029-12-31',
      'offers/x/leaving/on': '2028-01-01',
      'offers/x/leaving/clawback/resignation': 0.6,
      'offers/x/components/equity/vesting': 'yearly',
      'offers/x/components/equity/vestingYears': 4,
    })
    expect(rowOf(left, 'x', 'signOn/paid')).toEqual([50_000, 0, 0])
    expect(rowOf(left, 'x', 'signOn/paidBack')).toEqual([0, -30_000, 0])
    // Repaid in a later year: the tax on it is not refunded.
    expect(rowOf(left, 'x', 'datedTax')[0]).toBeCloseTo(15_000, 6)
    // A quarter of 225,000.
    expect(rowOf(left, 'x', 'equity/cashed')[2]).toBeCloseTo(56_250, 6)
    expect(figures(left, 'x', 'stress/resignation/1')[1]).toBeCloseTo(56_250 - 30_000, 6)
    expect(figures(left, 'x', 'stress/death/1')[1]).toBeCloseTo(225_000, 6)
  })

  test('retention bonuses and forgiven loans are wages, as in an owner’s job', () => {
    const more = changed(associate, {
      'offers/x/job/retention': [{ id: 'r', label: 'Retention', amount: 40_000, months: 12 }],
      'offers/x/job/forgivableLoans': [
        {
          id: 'l',
          label: 'Loan',
          amount: 60_000,
          years: 2,
          clawback: { retirement: 1, resignation: 1, death: 0, disability: 0, dismissal: 1 },
        },
      ],
    })
    // 30,000 of the loan is forgiven on each anniversary, with 40,000 on the first.
    expect(rowOf(more, 'x', 'datedTax')[1]).toBeCloseTo(0.3 * 70_000, 6)
  })
})

test('an owner’s sign-on bonus stands beside the price, as wages', () => {
  const sold = caseOf({
    owner: { birthDate: '1966-07-01', retirement: '2028-12-31', horizonAge: 63 },
    tax: { rates: { wages: 0.3 } },
    offers: [
      {
        id: 'x',
        closing: '2027-01-01',
        price: { stated: 'amount', amount: 1_000_000 },
        job: { signOn: 50_000, termYears: 3 },
        leaving: { clawback: { retirement: 0.5 } },
      },
    ],
  })
  const without = changed(sold, { 'offers/x/job/signOn': 0 })
  const more = (id: string) => figures(sold, 'x', id)[1]! - figures(without, 'x', id)[1]!
  expect(more('priceTotal')).toBe(0)
  expect(more('cashAtClose')).toBe(0)
  // Retired a year before the term ends: half must be repaid, after tax on all of it.
  expect(more('saleBesides')).toBeCloseTo(25_000, 6)
  expect(more('pathTotal')).toBeCloseTo(50_000 * 0.7 - 25_000, 6)
})

describe('an associate’s tax by the law', () => {
  const byLaw = changed(associate, {
    'tax/mode': 'federal',
    'tax/federal/deduction': 'standard',
    'tax/federal/stateOrdinary': 0,
    'tax/federal/stateGain': 0,
  })

  test('is that of an employee: payroll tax on all pay, and none of a practice', () => {
    // Social Security to the wage base of 184,500 of 2026, Medicare on 250,000.
    const fica = 0.062 * 184_500 + 0.0145 * 250_000
    expect(rowOf(byLaw, 'keep', 'workTaxed/fica')[0]).toBeCloseTo(fica, 2)
    expect(evaluateCase(byLaw).row('keep', 'expected', 'workTaxed/seTax')).toBeUndefined()
  })

  test('does not depend on how a practice would be taxed', () => {
    const total = (entity: string) =>
      figures(changed(byLaw, { 'tax/federal/entity': entity, 'tax/federal/entityTax': true }), 'x', 'pathTotal')
    for (const entity of ['sole', 'partnership', 'cCorporation']) expect(total(entity)).toEqual(total('sCorporation'))
  })

  test('taxes the sign-on bonus on top of the year’s pay', () => {
    const tax = figures(byLaw, 'x', 'closingTax')[1]!
    // 234,000 − 20,000 − 32,200 of pay is in the bracket of 22% up to 211,400, then 24%; 1.45% of Medicare on the bonus
    // and 0.9% on what is above 250,000 together.
    expect(tax).toBeCloseTo(0.22 * (211_400 - 181_800) + 0.24 * (50_000 - 29_600) + 0.0145 * 50_000 + 0.009 * 34_000, 2)
    expect(rowOf(byLaw, 'x', 'datedTax')[0]).toBeCloseTo(tax, 6)
  })
})

describe('laws of an associate’s paths', { timeout: 120_000 }, () => {
  const runs = { numRuns: 25, endOnFailure: true }
  const modes = fc.constantFrom('blended' as const, 'federal' as const)
  const ids = (outcome: Outcome) => outcome.paths.filter(({ kind }) => kind === 'job').map(({ id }) => id)

  test('every figure has a value, and no line speaks of a sale', () => {
    fc.assert(
      fc.property(anyAssociateCase, modes, (given, mode) => {
        const outcome = evaluateCase(set(given, 'tax/mode', mode))
        expect(outcome.problems().map(({ message }) => message)).toEqual([])
        expect(outcome.paths.map(({ kind }) => kind)).toEqual(['stay', 'job', 'job'])
        for (const id of ids(outcome)) expect(outcome.figure(id, 'expected', 'consideration')).toBeUndefined()
      }),
      runs,
    )
  })

  test('cash in less cash out is the change of the accounts', () => {
    fc.assert(
      fc.property(anyAssociateCase, modes, (given, mode) => {
        const document = changed(given, { 'tax/mode': mode, 'assumptions/return': 0, 'assumptions/drag': 0 })
        const outcome = evaluateCase(document)
        for (const { id } of outcome.paths)
          for (const view of VIEWS) {
            const row = (line: string) => outcome.row(id, view, line)!
            const taxable = row('taxable')
            for (let y = 0; y < outcome.years; y++) {
              const due = mode === 'blended' ? (row('drawDeferred')[y - 1] ?? 0) * document.tax.rates.deferred : 0
              const before = y === 0 ? document.owner.savings : taxable[y - 1]! - due
              const moved = row('yearly')[y]! + row('datedAtEnd')[y]!
              const draws = row('drawDeferred')[y]! + row('drawFree')[y]! + row('shortfall')[y]!
              expect(near(taxable[y]!, before + moved + draws), `${id} ${view} ${y}`).toBe(true)
            }
          }
      }),
      runs,
    )
  })

  test('noncontingent ≤ expected ≤ maximum', () => {
    fc.assert(
      fc.property(anyAssociateCase, (document) => {
        const outcome = evaluateCase(document)
        for (const { id } of outcome.paths) {
          const [low, mid, high] = VIEWS.map((view) => outcome.figure(id, view, 'pathTotal')!)
          expect(low! <= mid! + 0.01 && mid! <= high! + 0.01, `${id}: ${low} ≤ ${mid} ≤ ${high}`).toBe(true)
        }
      }),
      runs,
    )
  })

  test('the same job elsewhere is staying, whatever the day on which it starts', () => {
    fc.assert(
      fc.property(anyAssociateCase, modes, (given, mode) => {
        const job = { ...given.practice.job, salaryEscalator: 0, bonusEscalator: 0 }
        const { labShare: _, ...terms } = job
        const document: Case = {
          ...changed(given, { 'tax/mode': mode, 'practice/job': job }),
          offers: given.offers.map((offer) => ({
            ...offer,
            components: [],
            leaving: { ...offer.leaving, on: null },
            consulting: { ...offer.consulting, amount: 0 },
            job: {
              ...offer.job,
              ...terms,
              laterRate: null,
              days: null,
              ends: null,
              signOn: 0,
              retention: [],
              forgivableLoans: [],
            },
          })),
        }
        const outcome = evaluateCase(document)
        for (const id of ids(outcome))
          for (const view of VIEWS)
            for (const line of ['takeHome', 'wealth', 'accounts', 'paper', 'pathYear', 'hours'])
              outcome
                .row('keep', view, line)!
                .forEach((stayed, y) =>
                  expect(near(outcome.row(id, view, line)![y]!, stayed), `${line} ${y}`).toBe(true),
                )
      }),
      runs,
    )
  })

  test('what an offer says of a price changes nothing', () => {
    fc.assert(
      fc.property(anyAssociateCase, (document) => {
        const priced: Case = {
          ...document,
          offers: document.offers.map((offer) => ({
            ...offer,
            structure: 'jointVenture',
            price: { ...offer.price, stated: 'amount', amount: 3_000_000 },
            shareSold: 0.6,
          })),
        }
        const [a, b] = [evaluateCase(document), evaluateCase(priced)]
        for (const id of ids(a))
          expect(b.figure(id, 'expected', 'pathTotal')).toBe(a.figure(id, 'expected', 'pathTotal'))
      }),
      runs,
    )
  })

  test('better terms are never worse', () => {
    fc.assert(
      fc.property(
        anyAssociateCase,
        fc.constantFrom('job/rate', 'job/salary', 'job/benefits', 'job/signOn', 'job/bonus', 'gapPay'),
        (document, field) => {
          const more = document.offers.reduce((before, offer) => {
            const path = `offers/${offer.id}/${field}`
            const by = field === 'job/rate' ? 0.05 : 10_000
            const value = field === 'gapPay' ? offer.gapPay : offer.job[field.slice(4) as 'rate']
            return set(before, path, value + by)
          }, document)
          const [a, b] = [evaluateCase(document), evaluateCase(more)]
          for (const id of ids(a))
            for (const view of VIEWS)
              expect(a.figure(id, view, 'pathTotal')!).toBeLessThanOrEqual(b.figure(id, view, 'pathTotal')! + 0.01)
        },
      ),
      runs,
    )
  })
})
