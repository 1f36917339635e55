import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'RI',
  name: 'Rhode Island',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: {
    form: 'exemptUpToIncome',
    of: 'federalAgi',
    limit: { single: 107_000, mfj: 133_750, mfs: 107_000, hoh: 107_000 },
    strictly: true,
    minAgeOwner: 66,
  },
  retirementIncome: {
    form: 'exclusion',
    minAgeOwner: 66,
    perPerson: 50_000,
    counts: ['withdrawals'],
    limitBelow: { of: 'federalAgi', limit: { single: 107_000, mfj: 133_750, mfs: 107_000, hoh: 107_000 } },
  },
  gain: { form: 'ordinary' },
  standardDeduction: {
    form: 'amount',
    amount: { single: 11_200, mfj: 22_400, mfs: 11_200, hoh: 16_800 },
    reduce: [{ form: 'steps', of: 'stateAgi', start: 261_000, step: 7_450, rounding: 'up', sharePerStep: 0.2 }],
  },
  exemptions: [
    {
      form: 'perPerson',
      amount: 5_250,
      countsDependents: true,
      reduce: [{ form: 'steps', of: 'stateAgi', start: 261_000, step: 7_450, rounding: 'up', sharePerStep: 0.2 }],
    },
  ],
  brackets: [
    [0, 0.0375],
    [82_050, 0.0475],
    [186_450, 0.0599],
  ],
  entityTax: { available: true, form: 'elective 5.99%; credit 90% since 2025', source: 'R.I. Gen. Laws 44-11-2.3' },
  installment: { form: 'federal' },
  confidence: 'B',
  stated: {
    standardDeduction: { year: 2026, indexed: true },
    socialSecurity: { year: 2025, indexed: true },
    retirementIncome: { year: 2025, indexed: true },
    exemptions: { year: 2026, indexed: true },
    brackets: { year: 2026, indexed: true },
  },
  sources: {
    standardDeduction: [
      'R.I. Gen. Laws § 44-30-2.6 (c), (3), (B), (III)',
      'Rhode Island Division of Taxation, ADV 2025-22 - Inflation-adjusted amounts set for Tax Year 2026',
    ],
    socialSecurity: [
      'R.I. Gen. Laws § 44-30-12 (c), (8), (i)&(ii)',
      'Rhode Island 2025 Modification for Taxable social security income worksheet',
    ],
    retirementIncome: [
      '§ 44-30-12. Rhode Island income of a resident individual. (c), (9)',
      '2025 RI-1040 Instructions page I-10',
    ],
    exemptions: [
      'Rhode Island Legal Code R.I. Gen. Laws § 44-30-2.6 (E), (1)&(3)',
      'Rhode Island Division of Taxation Advisory ADV 2025-22',
    ],
    brackets: [
      'Rhode Island Income Tax Law - Section 44-30-2.6. - Rhode Island taxable income (c)(2)(A)',
      'Rhode Island Division of Taxation Advisory ADV 2025-22',
    ],
  },
}

export const rhodeIsland: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    standardDeduction: {
      form: 'amount',
      amount: { single: 10_900, mfj: 21_800, mfs: 10_900, hoh: 16_350 },
      reduce: [{ form: 'steps', of: 'stateAgi', start: 254_250, step: 7_250, rounding: 'up', sharePerStep: 0.2 }],
    },
    exemptions: [
      {
        form: 'perPerson',
        amount: 5_100,
        countsDependents: true,
        reduce: [{ form: 'steps', of: 'stateAgi', start: 254_250, step: 7_250, rounding: 'up', sharePerStep: 0.2 }],
      },
    ],
    brackets: [
      [0, 0.0375],
      [79_900, 0.0475],
      [181_650, 0.0599],
    ],
    stated: {
      standardDeduction: { year: 2025, indexed: true },
      socialSecurity: { year: 2025, indexed: true },
      retirementIncome: { year: 2025, indexed: true },
      exemptions: { year: 2025, indexed: true },
      brackets: { year: 2025, indexed: true },
    },
  },
  law2026,
]
