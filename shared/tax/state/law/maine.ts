import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'ME',
  name: 'Maine',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: {
    form: 'exclusion',
    perPerson: 48_216,
    lessBenefits: 'gross',
    counts: ['withdrawals'],
    reduce: [
      {
        form: 'linear',
        of: 'federalAgi',
        start: { single: 125_000, mfj: 250_000, mfs: 125_000, hoh: 187_500 },
        width: { single: 100_000, mfj: 100_000, mfs: 50_000, hoh: 100_000 },
      },
    ],
  },
  gain: { form: 'ordinary' },
  standardDeduction: {
    form: 'amount',
    amount: { single: 15_000, mfj: 30_000, mfs: 15_000, hoh: 22_500 },
    perAged: { age: 65, amount: { single: 2_000, mfj: 1_600, mfs: 1_600, hoh: 2_000 } },
    reduce: [
      {
        form: 'linear',
        of: 'stateAgi',
        start: { single: 102_250, mfj: 204_550, mfs: 102_250, hoh: 153_400 },
        width: { single: 75_000, mfj: 150_000, mfs: 75_000, hoh: 112_500 },
      },
    ],
  },
  exemptions: [
    {
      form: 'perPerson',
      amount: 5_150,
      reduce: [
        {
          form: 'linear',
          of: 'stateAgi',
          start: { single: 341_000, mfj: 409_150, mfs: 204_575, hoh: 375_050 },
          width: { single: 125_000, mfj: 125_000, mfs: 62_500, hoh: 125_000 },
        },
      ],
    },
  ],
  brackets: {
    single: [
      [0, 0.058],
      [27_400, 0.0675],
      [64_850, 0.0715],
    ],
    mfj: [
      [0, 0.058],
      [54_850, 0.0675],
      [129_750, 0.0715],
    ],
    mfs: [
      [0, 0.058],
      [27_400, 0.0675],
      [64_850, 0.0715],
    ],
    hoh: [
      [0, 0.058],
      [41_100, 0.0675],
      [97_300, 0.0715],
    ],
  },
  surtaxes: [
    {
      name: 'surcharge on high income',
      of: 'taxableIncome',
      thresholds: { single: 1_000_000, mfj: 1_500_000, mfs: 750_000, hoh: 1_500_000 },
      rate: 0.02,
    },
  ],
  entityTax: { available: false, form: 'none', source: '' },
  installment: { form: 'federal' },
  confidence: 'C',
  uncertain: ['The 2% surcharge is new in 2026; check its thresholds in the statute.'],
  stated: {
    retirementIncome: { year: 2025, indexed: true },
    standardDeduction: { year: 2026, indexed: true },
    exemptions: { year: 2026, indexed: true },
    brackets: { year: 2026, indexed: true },
    surtaxes: { year: 2026, indexed: true },
  },
  sources: {
    retirementIncome: [
      '§5122. Modifications. 2. Subtractions. M-2 (d)',
      '2025 Instructions for Form 1040ME - Schedule 1S, Line 4',
    ],
    standardDeduction: [
      '36 MRSA § 111 (Maine IRC conformity as of December 31, 2024)',
      '2026 Maine Estimated Tax Worksheet, Line 6a - Phaseout of Itemized/Standard Deductions Worksheet',
    ],
    exemptions: [
      '§5126-A. Personal exemptions on or after January 1, 2018 (1)',
      '2026 Maine Estimated Tax Worksheet, Line 6b - Phaseout of Personal Exemption Deduction Amount Worksheet',
    ],
    brackets: [
      'Maine §5111. Imposition and rate of tax 2-F',
      'Maine 2026 Individual Income Tax Rate Schedules (Maine Revenue Services, rev. May 5, 2026)',
    ],
    surtaxes: [
      '36 MRS §5111, sub-§7 — Surcharge thresholds by filing status',
      '36 MRS §5403, sub-§12 — Annual indexing of surcharge thresholds',
    ],
  },
}

export const maine: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    standardDeduction: {
      form: 'amount',
      amount: { single: 15_000, mfj: 30_000, mfs: 15_000, hoh: 22_500 },
      perAged: { age: 65, amount: { single: 2_000, mfj: 1_600, mfs: 1_600, hoh: 2_000 } },
      reduce: [
        {
          form: 'linear',
          of: 'stateAgi',
          start: { single: 100_000, mfj: 200_050, mfs: 100_000, hoh: 150_000 },
          width: { single: 75_000, mfj: 150_000, mfs: 75_000, hoh: 112_500 },
        },
      ],
    },
    exemptions: [
      {
        form: 'perPerson',
        amount: 5_150,
        reduce: [
          {
            form: 'linear',
            of: 'stateAgi',
            start: { single: 333_450, mfj: 400_100, mfs: 200_050, hoh: 366_750 },
            width: { single: 125_000, mfj: 125_000, mfs: 62_500, hoh: 125_000 },
          },
        ],
      },
    ],
    brackets: {
      single: [
        [0, 0.058],
        [26_800, 0.0675],
        [63_450, 0.0715],
      ],
      mfj: [
        [0, 0.058],
        [53_600, 0.0675],
        [126_900, 0.0715],
      ],
      mfs: [
        [0, 0.058],
        [26_800, 0.0675],
        [63_450, 0.0715],
      ],
      hoh: [
        [0, 0.058],
        [40_200, 0.0675],
        [95_150, 0.0715],
      ],
    },
    stated: {
      retirementIncome: { year: 2025, indexed: true },
      standardDeduction: { year: 2025, indexed: true },
      exemptions: { year: 2025, indexed: true },
      brackets: { year: 2025, indexed: true },
    },
    sources: {
      retirementIncome: [
        '§5122. Modifications. 2. Subtractions. M-2 (d)',
        '2025 Instructions for Form 1040ME - Schedule 1S, Line 4',
      ],
      standardDeduction: [
        '36 MRSA § 111 (Maine IRC conformity as of December 31, 2024)',
        '2026 Maine Estimated Tax Worksheet, Line 6a - Phaseout of Itemized/Standard Deductions Worksheet',
      ],
      exemptions: [
        '§5126-A. Personal exemptions on or after January 1, 2018 (1)',
        '2026 Maine Estimated Tax Worksheet, Line 6b - Phaseout of Personal Exemption Deduction Amount Worksheet',
      ],
      brackets: [
        'Maine §5111. Imposition and rate of tax 2-F',
        'Maine 2026 Individual Income Tax Rate Schedules (Maine Revenue Services, rev. May 5, 2026)',
      ],
    },
    surtaxes: undefined,
    uncertain: undefined,
  },
  law2026,
]
