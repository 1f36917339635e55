import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'VT',
  name: 'Vermont',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: {
    form: 'phasedOut',
    of: 'federalAgi',
    start: { single: 55_000, mfj: 70_000, mfs: 55_000, hoh: 55_000 },
    end: { single: 65_000, mfj: 80_000, mfs: 65_000, hoh: 65_000 },
  },
  retirementIncome: { form: 'taxed' },
  gain: {
    form: 'excludedAmount',
    amount: 5_000,
    atMostShareOfFederalTaxable: 0.4,
    practiceSale: {
      share: 0.4,
      maxExclusion: 350_000,
      atMostShareOfFederalTaxable: 0.4,
      words:
        '40% of gain on assets held over three years, other than depreciable personal property, residences and traded stock; at most 350,000 and 40% of federal taxable income; instead of 5,000',
      source: '32 V.S.A. 5811(21)(B)(ii)',
    },
  },
  standardDeduction: {
    form: 'amount',
    amount: { single: 7_650, mfj: 15_300, mfs: 7_650, hoh: 11_450 },
    perAged: { age: 65, amount: 1_250 },
  },
  exemptions: [{ form: 'perPerson', amount: 5_300, countsDependents: true }],
  brackets: {
    single: [
      [0, 0.0335],
      [49_400, 0.066],
      [119_700, 0.076],
      [249_700, 0.0875],
    ],
    mfj: [
      [0, 0.0335],
      [82_500, 0.066],
      [199_450, 0.076],
      [304_000, 0.0875],
    ],
    mfs: [
      [0, 0.0335],
      [41_250, 0.066],
      [99_725, 0.076],
      [152_000, 0.0875],
    ],
    hoh: [
      [0, 0.0335],
      [66_200, 0.066],
      [171_000, 0.076],
      [276_850, 0.0875],
    ],
  },
  minimumTax: {
    form: 'shareOfAgi',
    rate: 0.03,
    of: 'federalAgi',
    above: 150_000,
    words: 'at least 3% of federal AGI once it reaches 150,000',
  },
  entityTax: { available: false, form: 'none', source: '' },
  installment: { form: 'federal' },
  confidence: 'B',
  stated: {
    standardDeduction: { year: 2025, indexed: true },
    exemptions: { year: 2025, indexed: true },
    brackets: { year: 2025, indexed: true },
  },
  sources: {
    standardDeduction: [
      'Legal Code Titl. 32 V.S.A. § 5811(21)(C)(ii)',
      '2025 VERMONT Income Tax Return Form Instructions-Taxable Income Line 4',
    ],
    exemptions: ['Legal Code Titl. 32 V.S.A. § 5811(21)(C)(i)', '2025 Vermont Income Tax Return Form Line 5'],
    brackets: [
      'Vermont §5822. Tax on income of individuals, estates, and trusts (a)(6)',
      'Vermont 2025 Income Tax Rate Schedules',
    ],
  },
}

export const vermont: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
