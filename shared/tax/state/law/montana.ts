import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'MT',
  name: 'Montana',
  year: 2026,
  tax: 'income',
  base: 'agi',
  subtractions: [
    { name: 'senior deduction of the federal return', form: 'federalSeniorDeduction' },
    { name: 'at 65', form: 'perAged', age: 65, amount: 5_660 },
  ],
  socialSecurity: { form: 'federal' },
  retirementIncome: { form: 'taxed' },
  gain: {
    form: 'ownSchedule',
    brackets: {
      single: [
        [0, 0.03],
        [47_500, 0.041],
      ],
      mfj: [
        [0, 0.03],
        [95_000, 0.041],
      ],
      mfs: [
        [0, 0.03],
        [47_500, 0.041],
      ],
      hoh: [
        [0, 0.03],
        [71_250, 0.041],
      ],
    },
  },
  standardDeduction: { form: 'federal' },
  brackets: {
    single: [
      [0, 0.047],
      [47_500, 0.0565],
    ],
    mfj: [
      [0, 0.047],
      [95_000, 0.0565],
    ],
    mfs: [
      [0, 0.047],
      [47_500, 0.0565],
    ],
    hoh: [
      [0, 0.047],
      [71_250, 0.0565],
    ],
  },
  entityTax: {
    available: true,
    form: 'elective since 2023 at the top rate',
    source: 'Mont. Code 15-30-3313 (SB 554, 2023)',
  },
  installment: { form: 'federal' },
  confidence: 'B',
  uncertain: [
    'Computed as adjusted gross income less the federal standard deduction; the form starts from federal taxable income and adds the business-income deduction back. Check Form 2.',
  ],
  stated: {
    gain: { year: 2026, indexed: true },
    subtractions: { year: 2025 },
    brackets: { year: 2026, indexed: true },
  },
  sources: {
    gain: [
      'Montana Code Annotated 2023, TITLE 15. TAXATION, CHAPTER 30. INDIVIDUAL INCOME TAX, Part 21. Rate and General Provisions-(2)',
      '2025 Montana Tax Tables and Deductions',
    ],
    subtractions: [
      'Montana Code Annotated, TITLE 15. TAXATION, CHAPTER 30. INDIVIDUAL INCOME TAX, Part 21, 15-30-2110(3)(g)',
      '2025 Montana Tax Tables and Deductions',
    ],
    brackets: [
      'Montana Code Annotated 2021 Title 15, Chapter 30, Part 21, 15-30-2103',
      '2025 Montana Tax Tables and Deductions',
    ],
  },
}

export const montana: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    gain: {
      form: 'ownSchedule',
      brackets: {
        single: [
          [0, 0.03],
          [21_100, 0.041],
        ],
        mfj: [
          [0, 0.03],
          [42_200, 0.041],
        ],
        mfs: [
          [0, 0.03],
          [21_100, 0.041],
        ],
        hoh: [
          [0, 0.03],
          [31_700, 0.041],
        ],
      },
    },
    brackets: {
      single: [
        [0, 0.047],
        [21_100, 0.059],
      ],
      mfj: [
        [0, 0.047],
        [42_200, 0.059],
      ],
      mfs: [
        [0, 0.047],
        [21_100, 0.059],
      ],
      hoh: [
        [0, 0.047],
        [31_700, 0.059],
      ],
    },
    stated: {
      gain: { year: 2025, indexed: true },
      subtractions: { year: 2025 },
      brackets: { year: 2025, indexed: true },
    },
  },
  law2026,
]
