import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'WV',
  name: 'West Virginia',
  year: 2026,
  tax: 'income',
  base: 'agi',
  subtractions: [{ name: 'at 65', form: 'perAgedLessExcludedBenefits', age: 65, amount: 8_000 }],
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'ordinary' },
  exemptions: [{ form: 'perPerson', amount: 2_000, countsDependents: true }],
  brackets: {
    single: [
      [0, 0.0211],
      [10_000, 0.0281],
      [25_000, 0.0316],
      [40_000, 0.0422],
      [60_000, 0.0458],
    ],
    mfj: [
      [0, 0.0211],
      [10_000, 0.0281],
      [25_000, 0.0316],
      [40_000, 0.0422],
      [60_000, 0.0458],
    ],
    mfs: [
      [0, 0.0211],
      [5_000, 0.0281],
      [12_500, 0.0316],
      [20_000, 0.0422],
      [30_000, 0.0458],
    ],
    hoh: [
      [0, 0.0211],
      [10_000, 0.0281],
      [25_000, 0.0316],
      [40_000, 0.0422],
      [60_000, 0.0458],
    ],
  },
  entityTax: { available: true, form: 'elective at the top rate', source: 'W. Va. Code 11-21-3a' },
  installment: { form: 'federal' },
  confidence: 'C',
  stated: { brackets: { year: 2026 } },
  sources: {
    brackets: [
      'West Virginia Senate Bill 392 (2026), §11-21-4j(a)',
      'West Virginia Senate Bill 392 (2026), §11-21-4j(b)',
    ],
  },
}

export const westVirginia: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    socialSecurity: {
      form: 'shareAboveIncome',
      of: 'federalAgi',
      limit: { single: 50_000, mfj: 100_000, mfs: 50_000, hoh: 50_000 },
      shareAbove: 0.65,
    },
    brackets: {
      single: [
        [0, 0.0222],
        [10_000, 0.0296],
        [25_000, 0.0333],
        [40_000, 0.0444],
        [60_000, 0.0482],
      ],
      mfj: [
        [0, 0.0222],
        [10_000, 0.0296],
        [25_000, 0.0333],
        [40_000, 0.0444],
        [60_000, 0.0482],
      ],
      mfs: [
        [0, 0.0222],
        [5_000, 0.0296],
        [12_500, 0.0333],
        [20_000, 0.0444],
        [30_000, 0.0482],
      ],
      hoh: [
        [0, 0.0222],
        [10_000, 0.0296],
        [25_000, 0.0333],
        [40_000, 0.0444],
        [60_000, 0.0482],
      ],
    },
    stated: { brackets: { year: 2025 } },
  },
  law2026,
]
