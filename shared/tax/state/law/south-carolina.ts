import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'SC',
  name: 'South Carolina',
  year: 2026,
  tax: 'income',
  base: 'agi',
  subtractions: [
    {
      name: 'at 65, less the retirement exclusion used',
      form: 'perAgedLessRetirementExclusion',
      age: 65,
      amount: 15_000,
    },
    { name: 'dependents', form: 'perDependent', amount: 4_930 },
  ],
  socialSecurity: { form: 'exempt' },
  retirementIncome: {
    form: 'exclusion',
    perPersonByAge: [
      [0, 3_000],
      [65, 10_000],
    ],
    counts: ['withdrawals'],
  },
  gain: { form: 'excludedShare', share: 0.44 },
  standardDeduction: {
    form: 'amount',
    amount: { single: 15_000, mfj: 30_000, mfs: 15_000, hoh: 22_500 },
    reduce: [
      {
        form: 'linear',
        of: 'federalAgi',
        start: { single: 40_000, mfj: 80_000, mfs: 40_000, hoh: 60_000 },
        width: { single: 55_000, mfj: 110_000, mfs: 55_000, hoh: 82_500 },
        reductionRoundedDownTo: 10,
      },
    ],
  },
  brackets: [
    [0, 0.0199],
    [30_000, 0.0521],
  ],
  credits: [
    { name: 'two wage earners', form: 'shareOfLesserEarned', rate: 0.007, earnedCap: 50_000, statuses: ['mfj'] },
  ],
  businessIncome: {
    form: 'electiveRates',
    rates: [[0, 0.03]],
    words:
      'active trade or business income may be taxed at 3%; gain and amounts for personal services are not such income (S.C. Code 12-6-545(A)(1)(b), (d)): little of a professional practice, and nothing of the gain on its sale',
    source: 'S.C. Code 12-6-545',
  },
  entityTax: {
    available: true,
    form: 'elective 3% on active trade or business income, which is then left out of the owner’s return; gain and pay for personal services are not such income, so only profit of an S corporation after reasonable wages qualifies',
    source: 'S.C. Code 12-6-545',
  },
  installment: { form: 'federal' },
  confidence: 'C',
  uncertain: ['The rates of 1.99% and 5.21% and the income-adjusted deduction are new in 2026.'],
  stated: {
    gain: { year: 2021 },
    exemptions: { year: 2025, indexed: true },
    standardDeduction: { year: 2026 },
    brackets: { year: 2026 },
  },
  sources: {
    gain: ['South Carolina Code of Laws Section 12-6-1150 (A)', 'SC 1040 tax form instructions (2025)'],
    exemptions: ['SC Legal Code | SECTION 12-6-1140', 'SC 1040 tax form instructions (2025)'],
    standardDeduction: ['SC H.4216 Section 3 - Section 12-6-1140(15)(a)'],
    brackets: ['SC Legal Code | Section 12-6-510', 'SC H.4216 Section 1 - Section 12-6-510(C) (2026+)'],
  },
}

export const southCarolina: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    base: 'taxable',
    additions: [
      { name: 'federal QBI deduction', form: 'qbiDeduction' },
      { name: 'senior deduction of the federal return', form: 'federalSeniorDeduction' },
      {
        name: 'standard deduction beyond the amount before P.L. 119-21',
        form: 'federalStandardOver',
        amount: { single: 15_000, mfj: 30_000, mfs: 15_000, hoh: 22_500 },
      },
    ],
    brackets: [
      [0, 0],
      [3_560, 0.03],
      [17_830, 0.06],
    ],
    stated: { gain: { year: 2021 }, exemptions: { year: 2025, indexed: true }, brackets: { year: 2025 } },
    sources: {
      gain: ['South Carolina Code of Laws Section 12-6-1150 (A)', 'SC 1040 tax form instructions (2025)'],
      exemptions: ['SC Legal Code | SECTION 12-6-1140', 'SC 1040 tax form instructions (2025)'],
      brackets: ['SC Legal Code | Section 12-6-510', 'SC H.4216 Section 1 - Section 12-6-510(C) (2026+)'],
    },
    standardDeduction: undefined,
    uncertain: undefined,
  },
  law2026,
]
