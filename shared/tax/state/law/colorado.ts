import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'CO',
  name: 'Colorado',
  year: 2026,
  tax: 'income',
  base: 'taxable',
  additions: [
    {
      name: 'federal deductions over a limit',
      form: 'federalDeductionsOver',
      whenAtLeast: { of: 'federalAgi', limit: 300_000 },
      exempt: { single: 1_000, mfj: 2_000, mfs: 1_000, hoh: 1_000 },
    },
    {
      name: 'federal QBI deduction',
      form: 'qbiDeduction',
      whenAbove: { of: 'federalAgi', limit: { single: 500_000, mfj: 1_000_000, mfs: 500_000, hoh: 500_000 } },
    },
  ],
  socialSecurity: {
    form: 'byAge',
    bands: [
      { age: 65, exempt: 'all' },
      { age: 55, exemptUpTo: 20_000, allIfAgiUpTo: { single: 75_000, mfj: 95_000, mfs: 75_000, hoh: 75_000 } },
      { age: 0, exemptUpTo: 0 },
    ],
  },
  retirementIncome: {
    form: 'exclusion',
    perPersonByAge: [
      [55, 20_000],
      [65, 24_000],
    ],
    lessExcludedBenefits: true,
    counts: ['withdrawals'],
  },
  gain: { form: 'ordinary' },
  brackets: [[0, 0.044]],
  entityTax: { available: true, form: 'elective (SALT Parity Act), 4.4%', source: 'C.R.S. 39-22-340 ff.' },
  installment: { form: 'federal' },
  notes: [
    "Colorado's minimum tax (3.47%) is not computed: it does not bind with the standard deduction.",
    'The former subtraction of gain on Colorado property was repealed from 2022, except for farmland.',
  ],
  confidence: 'B',
  uncertain: ['The rate of 4.4% may fall to 4.25% if a TABOR surplus is refunded (C.R.S. 39-22-627).'],
  stated: { additions: { year: 2026 }, brackets: { year: 2025 } },
  sources: {
    additions: [
      'C.R.S. 39-22-104(3)(p.5)(I) (Colorado Revised Statutes 2025, official compilation, p. 382)',
      '2025 Colorado Individual Tax Filing Guide 104 Book, Additions Line 3',
    ],
    brackets: [
      'Colorado Legislation, C.R.S. 39-22-104 (1.5), (1.7) (a), (b)',
      '2025 Colorado Individual Tax Filing Guide 104 Book, Line 12',
    ],
  },
}

export const colorado: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    additions: [
      {
        name: 'federal deductions over a limit',
        form: 'federalDeductionsOver',
        whenAtLeast: { of: 'federalAgi', limit: 300_000 },
        exempt: { single: 12_000, mfj: 16_000, mfs: 12_000, hoh: 12_000 },
      },
      {
        name: 'federal QBI deduction',
        form: 'qbiDeduction',
        whenAbove: { of: 'federalAgi', limit: { single: 500_000, mfj: 1_000_000, mfs: 500_000, hoh: 500_000 } },
      },
    ],
    stated: { additions: { year: 2023 }, brackets: { year: 2025 } },
  },
  law2026,
]
