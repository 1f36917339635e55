import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { computeTaxCases } from '../../shared/tax'

interface PublishedCase {
  id: string
  inputs: Record<string, unknown>
  expected: Record<string, number>
  tolerance?: number
}
const published = JSON.parse(
  readFileSync(new URL('../fixtures/tax-cases.json', import.meta.url), 'utf8'),
) as PublishedCase[]

/** All figures of one case that its kind computes. */
function compute(
  inputs: Record<string, unknown>,
  filingStatus = 'single',
  year = 2026,
): Record<string, number | readonly number[]> {
  const computed = computeTaxCases([{ id: 'case', year, filingStatus, inputs }])
  if (!computed.ok) throw new Error(computed.problems.join('\n'))
  return computed.results[0]!.computed
}

/** The figures that differ from the expected ones by more than a cent or the case's own tolerance. */
function misses(computed: Record<string, unknown>, expected: Record<string, number>, tolerance = 0.01): string[] {
  return Object.entries(expected)
    .filter(([key, value]) => !(Math.abs((computed[key] as number) - value) <= tolerance + 1e-9))
    .map(([key, value]) => `${key}: ${String(computed[key])}, expected ${value}`)
}

describe('the cases with known answers', () => {
  test.each(published.map((item) => [item.id, item] as const))('%s', (_, item) => {
    const result = computeTaxCases([item])
    const computed = result.ok ? result.results[0]!.computed : {}
    expect(result).toMatchObject({ ok: true })
    expect(Object.keys(computed)).toEqual(Object.keys(item.expected))
    expect(misses(computed, item.expected, item.tolerance)).toEqual([])
  })
})

describe('further published figures', () => {
  // Worked by hand from the forms in PolicyEngine US, tests/policy/baseline/gov/irs/tax/federal_income/
  // alternative_minimum_tax/integration.yaml.
  test('separate filer with dividends and gain: the exemption comes back as income', () => {
    const inputs = { kind: 'federal', wages: 150_000, qualifiedDividends: 25_000, longTermGain: 900_000 }
    expect(
      misses(compute(inputs, 'mfs', 2025), {
        taxableIncome: 1_059_250,
        regularTax: 201_779.5,
        amt: 26_767.5,
        incomeTax: 228_547,
      }),
    ).toEqual([])
  })
  test('building gain below the top of the 24 percent bracket is ordinary', () => {
    const inputs = { kind: 'federal', wages: 200_000, longTermGain: 400_000, unrecaptured1250: 100_000 }
    expect(misses(compute(inputs, 'single', 2025), { taxableIncome: 584_250, regularTax: 106_936.5, amt: 0 })).toEqual(
      [],
    )
  })
  test('building gain in the minimum tax', () => {
    const inputs = { kind: 'federal', longTermGain: 900_000, unrecaptured1250: 225_000 }
    expect(misses(compute(inputs, 'single', 2025), { regularTax: 161_381.5, amt: 8_141.625 })).toEqual([])
  })

  // PSLmodels/Tax-Calculator 6.7.2, stored in mmacpherson/tenforty, tests/taxcalc/fixtures/taxcalc_goldens.json.
  const calculator: [string, Record<string, unknown>, string, Record<string, number>][] = [
    [
      'qualified dividends beyond the ordinary ones',
      { wages: 300_000, interest: 15_000, qualifiedDividends: 12_000 },
      'mfj',
      { agi: 327_000, niit: 1_026, additionalMedicare: 450, incomeTax: 55_534, totalTax: 57_010 },
    ],
    [
      'dividends, a part of them qualified',
      { wages: 300_000, interest: 15_000, ordinaryDividends: 20_000, qualifiedDividends: 12_000 },
      'mfj',
      { niit: 1_330, incomeTax: 57_454, totalTax: 59_234 },
    ],
    [
      'itemized deductions below the standard one',
      { wages: 100_000, deduction: 'itemized', itemized: 10_000 },
      'mfj',
      { taxableIncome: 68_500, incomeTax: 7_743 },
    ],
    [
      'itemized deductions above it',
      { wages: 300_000, deduction: 'itemized', itemized: 40_000 },
      'single',
      { taxableIncome: 260_000, incomeTax: 60_547.25, totalTax: 61_447.25 },
    ],
  ]
  test.each(calculator)('%s', (_, inputs, status, expected) => {
    expect(misses(compute({ kind: 'federal', ...inputs }, status, 2025), expected)).toEqual([])
  })

  // Gale and Krupkin (2018), Table 1, six units of one business: 75,000 of income, 20,000 of wages, 90,000 of property.
  test.each([
    [true, 150_000, 15_000],
    [true, 400_000, 1_612.5],
    [true, 575_000, 0],
    [false, 150_000, 15_000],
    [false, 400_000, 10_750],
    [false, 575_000, 10_000],
  ])('business deduction, service %s, taxable income %d', (sstb, taxableIncomeBeforeQbi, qbiDeduction) => {
    const business = { qbi: 75_000, businessW2Wages: 20_000, ubia: 90_000, threshold: 315_000, range: 100_000 }
    expect(
      misses(compute({ kind: 'qbi', sstb, taxableIncomeBeforeQbi, ...business }, 'mfj', 2018), { qbiDeduction }),
    ).toEqual([])
  })

  // TAXSIM35, through PolicyEngine US, tests/policy/baseline/gov/irs/integration/qbid.yaml.
  test('self-employed at 67 in 2021', () => {
    const params = {
      std: 12_550,
      agedAddEach: 1_700,
      brackets: [9_950, 40_525, 86_375, 164_925, 209_425, 523_600],
      cg: [40_400, 445_850],
      ssWageBase: 142_800,
    }
    const inputs = { kind: 'federal', ages: [67], selfEmployment: 136_010, sstb: false, qbiW2Wages: 1e8, params }
    expect(misses(compute(inputs, 'single', 2021), { seTax: 19_217.6, incomeTax: 15_554.03 })).toEqual([])
  })

  // PolicyEngine US, salt_deduction.yaml and net_investment_income_tax.yaml.
  test.each([
    [2023, 'single', 200_000, 100_000, 10_000],
    [2023, 'single', 200_000, 4_000, 4_000],
    [2025, 'single', 100_000, 11_000, 11_000],
    [2026, 'mfj', 600_000, 11_000, 11_000],
    [2026, 'single', 5_000, 10_000, 10_000],
  ])(
    'state and local taxes in %d, %s, income %d, paid %d',
    (year, status, magi, stateAndLocalTaxesPaid, saltDeduction) => {
      expect(misses(compute({ kind: 'salt', magi, stateAndLocalTaxesPaid }, status, year), { saltDeduction })).toEqual(
        [],
      )
    },
  )
  test.each([
    [205_000, 205_000, 190],
    [250_000, 30_000, 1_140],
    [250_000, 2_500, 95],
  ])('tax on investment income, income %d', (magi, netInvestmentIncome, niit) => {
    expect(misses(compute({ kind: 'niit', magi, netInvestmentIncome }, 'single', 2019), { niit })).toEqual([])
  })
  test('additional Medicare tax on wages and self-employment together', () => {
    expect(
      misses(compute({ kind: 'additionalMedicare', wages: 1_000_000, seNetEarnings: 100_000 }, 'single', 2019), {
        additionalMedicare: 8_100,
      }),
    ).toEqual([])
  })

  // Tax-Calculator 6.8.1: minimum tax of a joint seller with a large gain, by wages, to the dollar.
  test.each([
    [0, 6_440],
    [100_000, 18_360],
    [200_000, 25_660],
    [300_000, 29_642],
    [500_000, 32_502],
    [600_000, 26_842],
    [800_000, 12_842],
  ])('minimum tax in a sale year with wages of %d', (wages, amt) => {
    expect(misses(compute({ kind: 'federal', wages, longTermGain: 3_000_000 }, 'mfj'), { amt }, 0.5)).toEqual([])
  })

  // Publication 537: the price of land is cut from 100,000 to 85,000 after two payments.
  test('installments before the price is cut', () => {
    const sale = { kind: 'installment', sellingPrice: 100_000, basis: 40_000, payments: [20_000, 20_000] }
    expect(
      misses(compute(sale, 'any'), {
        grossProfit: 60_000,
        grossProfitPercentage: 0.6,
        gainPerPayment: 12_000,
        totalGain: 24_000,
      }),
    ).toEqual([])
  })
  test('debt above the basis counts as paid in the year of sale', () => {
    const sale = { kind: 'installment', sellingPrice: 9_000, basis: 4_400, sellingExpenses: 600, debtAssumed: 6_000 }
    expect(
      misses(compute(sale, 'any'), {
        contractPrice: 4_000,
        grossProfit: 4_000,
        grossProfitPercentage: 1,
        paymentInYearOfSale: 1_000,
      }),
    ).toEqual([])
  })
})

describe('what cannot be computed is refused by name', () => {
  const federal = { kind: 'federal', wages: 100_000 }
  const business = published.find(({ id }) => id === 'p537-business-sale')!.inputs as Record<string, unknown> & {
    assets: Record<string, unknown>[]
  }
  const assets = (change: Record<string, unknown>) => [
    { ...business.assets[0], ...change },
    ...business.assets.slice(1),
  ]
  test.each<[Record<string, unknown>, string]>([
    [{ inputs: { ...federal, wagse: 1 } }, 'Case "a": there is no key "wagse" in inputs of the kind federal.'],
    [
      { inputs: { kind: 'estate' } },
      'Case "a": there is no kind of case "estate"; known are federal, ordinaryTax, niit, salt, additionalMedicare, qbi, installment, installmentRevised, installmentBusiness, state.',
    ],
    [
      { filingStatus: 'married' },
      'Case "a": there is no filing status "married"; known are single, mfj, mfs, hoh, qss.',
    ],
    [
      { year: 2031 },
      'Case "a": there are no tax parameters for 2031; those of 2025 and 2026 are on record. Give params.std, params.brackets, params.cg, params.ssWageBase with the case.',
    ],
    [{ year: '2026' }, 'Case "a": year must be a calendar year, not "2026".'],
    [
      { extra: 1 },
      'Case "a": there is no key "extra"; a case has id, source, year, filingStatus, inputs, expected, tolerance, note.',
    ],
    [
      { expected: { tax: 1 } },
      'Case "a": "tax" is not computed for the kind federal; known are agi, taxableIncome, qbiDeduction, deduction, saltDeduction, seniorDeduction, taxableSocialSecurity, regularTax, amt, incomeTax, niit, incomeTaxPlusNiit, seTax, additionalMedicare, totalTax, fica.',
    ],
    [{ inputs: { ...federal, wages: -5 } }, 'Case "a": inputs.wages is -5; it cannot be below 0.'],
    [{ inputs: { ...federal, interest: '5' } }, 'Case "a": inputs.interest is "5", which is not of the type number.'],
    [
      { inputs: { ...federal, wages: [1, 2] } },
      'Case "a": wages of two people need the filing status mfj, not single.',
    ],
    [
      { inputs: { ...federal, deduction: 'itemized' } },
      'Case "a": deduction is "itemized", but no itemized deductions are given.',
    ],
    [
      { inputs: { ...federal, unrecaptured1250: 5 } },
      'Case "a": unrecaptured1250 is a part of longTermGain: 5 is more than 0.',
    ],
    [
      { inputs: { ...federal, params: { cg: [5, 4] } } },
      'Case "a": inputs.params.cg must rise from bracket to bracket.',
    ],
    [
      { inputs: { ...business, assets: assets({ fmv: 21_000 }) } },
      'Case "a": the assets are allocated 105% of the price; at most 100% can be. Lower an fmv.',
    ],
    [
      { inputs: { ...business, assets: assets({ fmv: 0 }) } },
      'Case "a": the assets are allocated 95.5% of the price; the rest is goodwill: add an asset of type 197self without fmv.',
    ],
    [
      { inputs: { ...business, assets: assets({ basis: -1 }) } },
      'Case "a": inputs.assets[0].basis is -1; it cannot be below 0.',
    ],
    [
      { inputs: { ...business, assets: assets({ type: 'stock' }) } },
      'Case "a": inputs.assets[0].type is "stock"; possible are 197, 1231, 1245, none, 1250SL, 197self, receivables, covenant.',
    ],
    [
      { inputs: { kind: 'installment', sellingPrice: 5 } },
      'Case "a": an installment sale needs contractPrice and grossProfit, or sellingPrice and basis.',
    ],
    [{ inputs: { kind: 'niit', magi: 5 } }, 'Case "a": inputs.netInvestmentIncome is missing.'],
    [
      { inputs: { kind: 'niit', magi: 5, netInvestmentIncome: 5 }, year: 2012 },
      'Case "a": the tax on net investment income began in 2013; there are no tax parameters for 2012.',
    ],
    [
      { inputs: { kind: 'qbi', qbi: 5, taxableIncomeBeforeQbi: 5, sstb: true }, year: 2018 },
      'Case "a": there are no tax parameters for 2018; those of 2025 and 2026 are on record. Give threshold and range with the case.',
    ],
  ])('%o', (change, sentence) => {
    const item = { id: 'a', year: 2026, filingStatus: 'single', inputs: federal, ...change }
    expect(computeTaxCases([item])).toEqual({ ok: false, problems: [sentence] })
  })

  test('a file that is no list, and cases that are no cases', () => {
    expect(computeTaxCases({})).toEqual({
      ok: false,
      problems: ['Tax cases must be a list: [{ id, year, filingStatus, inputs }].'],
    })
    expect(computeTaxCases([5, { id: '' }, null, { id: 'x', year: 2026, inputs: [] }])).toEqual({
      ok: false,
      problems: [
        'Case 1: a case is an object with id, year, filingStatus and inputs.',
        'Case 2: id must be a text.',
        'Case 3: a case is an object with id, year, filingStatus and inputs.',
        'Case "x": inputs must be an object with a kind.',
      ],
    })
  })

  test('all problems of all cases at once', () => {
    const bad = computeTaxCases([
      { id: 'a', year: 2026, filingStatus: 'single', inputs: { kind: 'federal', wagse: 1, spuose: 2 } },
      { id: 'b', year: 2026, filingStatus: 'x', inputs: { kind: 'federal' } },
    ])
    expect(bad).toMatchObject({ ok: false })
    expect(bad.ok ? [] : bad.problems).toHaveLength(3)
  })
})
