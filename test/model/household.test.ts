import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { parseCase } from '../../shared/case/problems'
import { dayOf, timeOf } from '../../shared/case/dates'
import type { Case } from '../../shared/case/schema'
import { checksOf } from '../../shared/checks'
import { evaluateCase, VIEWS } from '../../shared/model'
import { anyCase, caseOf } from './arbitrary-case'

const household = (owner: object, rest: object = {}): Case =>
  caseOf({ owner, assumptions: { startYear: 2027, inflation: 0 }, ...rest })

/** The estimate's figures for a birth date, a claim date and average covered earnings a year. */
function estimate(birthDate: string, socialSecurityFrom: string, coveredEarnings: number) {
  const outcome = evaluateCase(
    household({
      birthDate,
      horizonAge: 95,
      retirement: '2027-07-01',
      socialSecurityBasis: 'estimated',
      socialSecurityFrom,
      coveredEarnings,
    }),
  )
  const figure = (id: string) => outcome.shared(`plan/socialSecurity/${id}`)[0]!
  return { figure, row: outcome.shared('plan/socialSecurity') }
}

describe('Social Security estimated from covered earnings', () => {
  // 42 U.S.C. §415(a)(1) with the bend points of 2026, worked by hand; down to the next 10 cents.
  test.each([
    [0, 0, 0],
    [100, 1_200, 90],
    [1_286, 15_432, 1_157.4],
    [1_287, 15_444, 1_157.7], // 1,157.72
    [5_000, 60_000, 2_345.8], // 1,157.40 + 32% of 3,714 = 2,345.88
    [7_749, 92_988, 3_225.5], // 1,157.40 + 2,068.16
    [8_000, 96_000, 3_263.2], // … + 15% of 251 = 3,263.21
    [11_666, 140_000, 3_813.1], // 11,666.67 a month counts as 11,666
    [15_375, 184_500, 4_369.4], // the wage base, every year
    [15_375, 400_000, 4_369.4],
  ])('monthly earnings of %d give their primary insurance amount', (monthly, yearly, primary) => {
    const { figure } = estimate('1965-03-10', '2032-03-01', yearly)
    expect(figure('monthlyEarnings')).toBe(monthly)
    expect(figure('primaryInsuranceAmount')).toBeCloseTo(primary, 8)
  })

  // https://www.ssa.gov/benefits/retirement/planner/agereduction.html and delayret.html, as percents of the full benefit.
  test.each([
    ['1965-03-10', '2027-03-01', 70], // 62
    ['1965-03-10', '2028-03-01', 75],
    ['1965-03-10', '2029-03-01', 80],
    ['1965-03-10', '2030-03-01', 86.6667],
    ['1965-03-10', '2031-03-01', 93.3333],
    ['1965-03-10', '2032-03-01', 100], // 67
    ['1965-03-10', '2032-04-01', 100.6667],
    ['1965-03-10', '2033-03-01', 108],
    ['1965-03-10', '2035-03-01', 124], // 70
    ['1965-03-10', '2037-03-01', 124], // waiting longer gains nothing
    ['1957-09-20', '2027-09-20', 128], // full at 66 and 6 months, so 70 is 42 months later: October, by the nearest month
    ['1954-06-15', '2027-06-01', 132], // full at 66
  ])('born %s, claimed on %s: %d percent', (birth, claim, percent) => {
    expect(estimate(birth, claim, 60_000).figure('claimFactor') * 100).toBeCloseTo(percent, 3)
  })

  test('full retirement age goes by the year of the day before birth', () => {
    const months = (birth: string) => estimate(birth, '2030-01-01', 1).figure('fullRetirementAge')
    expect(['1954-12-31', '1955-01-01', '1955-01-02'].map(months)).toEqual([792, 792, 794])
    expect(['1959-12-31', '1960-01-01', '1960-01-02', '1975-05-05'].map(months)).toEqual([802, 802, 804, 804])
    expect(['1956-05-05', '1957-05-05', '1958-05-05'].map(months)).toEqual([796, 798, 800])
  })

  test('nothing is paid on a claim before 62, and the benefit begins with the claim', () => {
    expect(estimate('1966-06-02', '2028-05-01', 60_000).figure('estimate')).toBe(0)
    const { figure, row } = estimate('1966-06-02', '2028-07-01', 60_000)
    // 62 and a month: 59 months before 67.
    expect(figure('estimate')).toBeCloseTo(12 * 2_345.8 * (1 - 36 * (5 / 900) - 23 * (5 / 1200)), 6)
    expect(row[0]).toBe(0)
    expect(row[1]).toBeCloseTo(figure('estimate') / 2, 8)
    expect(row[2]).toBeCloseTo(figure('estimate'), 8)
  })

  test('every step can be asked why, down to what was entered', () => {
    const outcome = evaluateCase(
      household({ socialSecurityBasis: 'estimated', socialSecurityFrom: '2035-07-01', coveredEarnings: 100_000 }),
    )
    const inputs = new Set<string>()
    const open = (line: string, year?: number) => {
      for (const { opens } of outcome.explain(line, year).operands)
        if (opens.kind === 'input') inputs.add(opens.input.id)
        else if (opens.kind === 'line' && opens.line.id.startsWith('plan/socialSecurity'))
          open(opens.line.id, opens.year)
    }
    open('plan/socialSecurity', 12)
    expect([...inputs]).toEqual(
      expect.arrayContaining(['owner/coveredEarnings', 'owner/socialSecurityFrom@months', 'owner/birthDate@eveYear']),
    )
  })
})

describe('the household', { timeout: 60_000 }, () => {
  test('a spouse’s wages are taxed at the wages rate until they end, without a day until retirement', () => {
    const income = (owner: object) =>
      evaluateCase(
        household({ retirement: '2029-07-01', ...owner }, { tax: { rates: { wages: 0.3, socialSecurity: 0.1 } } }),
      ).shared('plan/otherIncome')
    expect(income({ spouseWages: 100_000, spouseWagesUntil: '2028-04-01' }).slice(0, 3)).toEqual([70_000, 17_500, 0])
    expect(income({ spouseWages: 100_000 }).slice(0, 4)).toEqual([70_000, 70_000, 35_000, 0])
    const benefits = income({ spouseSocialSecurity: 20_000, spouseSocialSecurityFrom: '2028-07-01' })
    expect(benefits.slice(0, 3)).toEqual([0, 9_000, 18_000])
  })

  test('a spouse that is born after the plan starts is refused by a sentence', () => {
    const read = parseCase({ app: 'sell-or-stay', schemaVersion: 1, owner: { spouseBirthDate: '2028-01-01' } })
    expect(!read.ok && read.problems.map(({ message }) => message)).toEqual([
      'Your spouse’s date of birth: January 1, 2028 is after the plan starts. Enter an earlier date.',
    ])
  })

  // Law 1 over all that comes in and goes out: the year's saving, put together here from what was entered.
  test('what is saved in a year is take-home and all other income after tax, less all spending', () => {
    fc.assert(
      fc.property(anyCase, (document) => {
        const outcome = evaluateCase(document)
        const { owner, assumptions, tax } = document
        const t = (day: string) => timeOf(dayOf(day), assumptions.startYear)
        const until = (n: number, end: number) => Math.min(1, Math.max(0, end - (n - 1)))
        const benefit =
          owner.socialSecurityBasis === 'entered'
            ? owner.socialSecurity
            : outcome.shared('plan/socialSecurity/estimate')[0]!
        for (const { id } of outcome.paths)
          for (const view of VIEWS)
            for (let n = 1; n <= outcome.years; n++) {
              const row = (line: string) => outcome.row(id, view, line)![n - 1]!
              const prices = (1 + assumptions.inflation) ** (n - 1)
              const working = until(n, t(owner.retirement))
              const wages = owner.spouseWages * until(n, t(owner.spouseWagesUntil ?? owner.retirement))
              const benefits =
                benefit * (1 - until(n, t(owner.socialSecurityFrom!))) +
                (owner.spouseSocialSecurityFrom === null
                  ? 0
                  : owner.spouseSocialSecurity * (1 - until(n, t(owner.spouseSocialSecurityFrom))))
              const spending = owner.spendingNow * working + owner.spendingRetired * (1 - working)
              const saved =
                row('takeHome') +
                row('requiredDistribution') * (1 - tax.rates.deferred) +
                prices * (wages * (1 - tax.rates.wages) + benefits * (1 - tax.rates.socialSecurity) - spending)
              expect(Math.abs(row('yearly') - saved)).toBeLessThan(0.01 + 1e-9 * Math.abs(saved))
            }
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  test('what pays for the year’s spending adds up to it, each part as large as its source at most', () => {
    const parts = ['Work', 'Income', 'Required', 'Savings', 'TaxDeferred', 'TaxFree', 'Nothing'].map(
      (part) => `paidBy${part}`,
    )
    fc.assert(
      fc.property(anyCase, (document) => {
        const outcome = evaluateCase(document)
        for (const { id } of outcome.paths)
          for (const view of VIEWS) {
            const row = (line: string) => outcome.row(id, view, line)!
            const paid = parts.map(row)
            const sources = ['drawDeferred', 'drawFree', 'shortfall'].map(row)
            row('spendingAll').forEach((spending, y) => {
              const amounts = paid.map((values) => values[y]!)
              expect(Math.abs(amounts.reduce((sum, amount) => sum + amount, 0) - spending)).toBeLessThan(0.01)
              for (const amount of amounts) expect(amount).toBeGreaterThan(-0.01)
              sources.forEach((source, i) => expect(amounts[4 + i]).toBeLessThanOrEqual(source[y]! + 0.01))
            })
          }
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  test('a claim before 62 is a warning, one before retirement and full retirement age a question', () => {
    const said = (owner: object) =>
      checksOf(evaluateCase(household({ birthDate: '1966-06-02', horizonAge: 90, ...owner })))
        .filter(({ path }) => path === 'owner/socialSecurityFrom')
        .map(({ severity, message }) => `${severity}: ${message}`)
    expect(said({ socialSecurityFrom: '2028-05-01', retirement: '2028-01-01' })).toEqual([
      'warning: Social Security from May 1, 2028: you are 61 then, and benefits start at 62 at the earliest. Enter a later date.',
    ])
    expect(said({ socialSecurityFrom: '2030-07-01', retirement: '2031-01-01' })).toEqual([
      'question: Social Security from July 1, 2030, before you retire: until full retirement age, part of the benefit is withheld while you earn more than a limit, which the plan does not model. Should you delay the claim?',
    ])
    expect(said({ socialSecurityFrom: '2030-07-01', retirement: '2030-07-01' })).toEqual([])
    expect(said({ socialSecurityFrom: '2033-06-01', retirement: '2036-01-01' })).toEqual([])
    expect(said({})).toEqual([])
  })
})
