import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'MN',
  name: 'Minnesota',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: {
    form: 'minnesota',
    fullBelow: { single: 84_490, mfj: 108_320, mfs: 54_160, hoh: 84_490 },
    step: { single: 4_000, mfj: 4_000, mfs: 2_000, hoh: 4_000 },
    sharePerStep: 0.1,
    alternative: {
      amount: { single: 4_560, mfj: 5_840, mfs: 2_920, hoh: 4_560 },
      incomeAmount: { single: 69_250, mfj: 88_630, mfs: 44_315, hoh: 69_250 },
      rate: 0.2,
    },
  },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'ordinary' },
  standardDeduction: {
    form: 'amount',
    amount: { single: 14_950, mfj: 29_900, mfs: 14_950, hoh: 22_500 },
    perAged: { age: 65, amount: { single: 2_000, mfj: 1_550, mfs: 1_550, hoh: 2_000 } },
    reduce: [
      {
        form: 'rates',
        of: 'federalAgi',
        brackets: {
          single: [
            [238_950, 0.03],
            [330_300, 0.1],
          ],
          mfj: [
            [238_950, 0.03],
            [330_300, 0.1],
          ],
          mfs: [
            [119_475, 0.03],
            [165_150, 0.1],
          ],
          hoh: [
            [238_950, 0.03],
            [330_300, 0.1],
          ],
        },
        maxShare: 0.8,
        maxShareAbove: 1_083_150,
      },
    ],
  },
  exemptions: [
    {
      form: 'perDependent',
      amount: 5_200,
      reduce: [
        {
          form: 'steps',
          of: 'federalAgi',
          start: { single: 239_050, mfj: 358_550, mfs: 179_275, hoh: 298_800 },
          step: { single: 2_500, mfj: 2_500, mfs: 1_250, hoh: 2_500 },
          rounding: 'up',
          sharePerStep: 0.02,
        },
      ],
    },
  ],
  brackets: {
    single: [
      [0, 0.0535],
      [32_570, 0.068],
      [106_990, 0.0785],
      [198_630, 0.0985],
    ],
    mfj: [
      [0, 0.0535],
      [47_620, 0.068],
      [189_180, 0.0785],
      [330_410, 0.0985],
    ],
    mfs: [
      [0, 0.0535],
      [23_810, 0.068],
      [94_590, 0.0785],
      [165_205, 0.0985],
    ],
    hoh: [
      [0, 0.0535],
      [40_100, 0.068],
      [161_130, 0.0785],
      [264_050, 0.0985],
    ],
  },
  minimumTax: {
    form: 'alternative',
    rate: 0.0675,
    words: '6.75% of federal AGI less social security subtraction above an exemption; base has no standard deduction',
    exemption: { single: 71_540, mfj: 95_390, mfs: 47_700, hoh: 71_540 },
    phaseOutStart: { single: 112_500, mfj: 150_000, mfs: 75_000, hoh: 112_500 },
    phaseOutRate: 0.25,
    base: 'federalAgiLessExcludedBenefits',
  },
  surtaxes: [{ name: 'net investment income tax', of: 'netInvestmentIncome', thresholds: 1_000_000, rate: 0.01 }],
  credits: [
    {
      name: 'marriage credit',
      form: 'minnesotaMarriage',
      max: 1_853,
      minSpouseIncome: 30_000,
      minTaxableIncome: 47_000,
    },
  ],
  entityTax: {
    available: false,
    form: 'was elective for 2021 to 2025; ended with the federal cap to which it was tied, unless extended',
    source: 'Minn. Stat. 289A.08 subd. 7a',
  },
  installment: { form: 'federal' },
  notes: [
    'Gain on a practice in which the owner worked is not net investment income (IRC 1411(c)(4)): the additional 1% does not apply.',
  ],
  confidence: 'B',
  uncertain: ['The election to pay tax at entity level ended with 2025 unless it is extended.'],
  stated: {
    standardDeduction: { year: 2025, indexed: true },
    socialSecurity: { year: 2025, indexed: true },
    exemptions: { year: 2025, indexed: true },
    brackets: { year: 2025, indexed: true },
    minimumTax: { year: 2025, indexed: true },
    credits: { year: 2025, indexed: true },
  },
  sources: {
    standardDeduction: [
      'Minnesota Statutes 290.0123 STANDARD DEDUCTION. Subd. 5.Deduction limited. (a)(1)',
      '2025 Minnesota Schedule M1SA, Worksheet for Line 26',
    ],
    socialSecurity: [
      '2023 Minnesota Statutes Section 270C.22 — Cost Of Living Adjustment Subdivision 1.e',
      '2025 M1M, Income Additions and Subtractions',
    ],
    exemptions: [
      'Minnesota Statutes 290.0121 DEPENDENT EXEMPTION. Subd. 1.Exemption amount.',
      '2025 Minnesota Form M1 instructions, Worksheet for Line 5',
    ],
    brackets: [
      '2023 Minnesota Statutes, 290.06 RATES OF TAX; CREDITS. Subd. 2c.Schedules of rates for individuals, estates, and trusts.',
      '2025 Minnesota M1 form instructions, Tax Rate Schedules',
    ],
    minimumTax: [
      '2023 Minnesota Statutes Section 270C.22 — Cost Of Living Adjustment Subdivision 1.e',
      '2025 Minnesota Schedule M1MT form, Line 22',
    ],
    credits: [
      'Minnesota Statutes 290.0675 MARRIAGE PENALTY CREDIT. Subd. 3.Credit amount.',
      '2025 Minnesota Schedule M1MA',
    ],
  },
}

export const minnesota: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
