import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'NJ',
  name: 'New Jersey',
  year: 2026,
  tax: 'income',
  base: 'gross',
  selfEmploymentTaxHalf: false,
  socialSecurity: { form: 'exempt' },
  retirementIncome: {
    form: 'newJersey',
    minAge: 62,
    earnedUpTo: 3_000,
    max: { single: 75_000, mfj: 100_000, mfs: 50_000, hoh: 75_000 },
    shareByTotalIncome: {
      single: [
        [0, 1],
        [100_000, 0.375],
        [125_000, 0.1875],
        [150_000, 0],
      ],
      mfj: [
        [0, 1],
        [100_000, 0.5],
        [125_000, 0.25],
        [150_000, 0],
      ],
      mfs: [
        [0, 1],
        [100_000, 0.25],
        [125_000, 0.125],
        [150_000, 0],
      ],
      hoh: [
        [0, 1],
        [100_000, 0.375],
        [125_000, 0.1875],
        [150_000, 0],
      ],
    },
  },
  gain: { form: 'ordinary' },
  exemptions: [
    { form: 'amount', amount: { single: 1_000, mfj: 2_000, mfs: 1_000, hoh: 1_000 } },
    { form: 'perAged', age: 65, amount: 1_000 },
    { form: 'perDependent', amount: 1_500 },
  ],
  brackets: {
    single: [
      [0, 0.014],
      [20_000, 0.0175],
      [35_000, 0.035],
      [40_000, 0.05525],
      [75_000, 0.0637],
      [500_000, 0.0897],
      [1_000_000, 0.1075],
    ],
    mfj: [
      [0, 0.014],
      [20_000, 0.0175],
      [50_000, 0.0245],
      [70_000, 0.035],
      [80_000, 0.05525],
      [150_000, 0.0637],
      [500_000, 0.0897],
      [1_000_000, 0.1075],
    ],
    mfs: [
      [0, 0.014],
      [20_000, 0.0175],
      [35_000, 0.035],
      [40_000, 0.05525],
      [75_000, 0.0637],
      [500_000, 0.0897],
      [1_000_000, 0.1075],
    ],
    hoh: [
      [0, 0.014],
      [20_000, 0.0175],
      [50_000, 0.0245],
      [70_000, 0.035],
      [80_000, 0.05525],
      [150_000, 0.0637],
      [500_000, 0.0897],
      [1_000_000, 0.1075],
    ],
  },
  entityTax: {
    available: true,
    form: 'elective (BAIT) 5.675% to 10.9%; refundable credit',
    source: 'N.J.S.A. 54A:12-1 ff.',
  },
  installment: { form: 'federal' },
  notes: [
    "A loss in one category of income does not offset another category. An owner's contributions to plans other than a 401(k) are not deductible.",
    'Goodwill of a New Jersey practice is source income of a nonresident; nonresident sellers of real property prepay tax.',
  ],
  confidence: 'B',
  stated: { retirementIncome: { year: 2021 }, exemptions: { year: 2021 }, brackets: { year: 2020 } },
  sources: {
    retirementIncome: [
      'N.J.S.A. 54A:6-15 (other retirement income, earned income of at most 3,000)',
      '2022 New Jersey Revised Statutes Title 54A - New Jersey Gross Income Tax Act Section 54A:6-10 - Pensions and annuities.',
      '2025 NJ-1040 Instructions (Line 28a)',
    ],
    exemptions: ['New Jersey State 54A 3-1(a)', '2025 NJ-1040 Instructions (Line 6)'],
    brackets: [
      '2022 New Jersey Revised Statutes - Title 54A - New Jersey Gross Income Tax Act Section 54A:2-1 - Imposition of tax',
      '2025 NJ-1040 Instructions - Tax Rate Schedules',
    ],
  },
}

export const newJersey: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
