import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'MD',
  name: 'Maryland',
  year: 2026,
  tax: 'income',
  base: 'agi',
  subtractions: [{ name: 'two-income couple', form: 'lesserIncomeOfSpouses', max: 1_200, statuses: ['mfj'] }],
  socialSecurity: { form: 'exempt' },
  retirementIncome: {
    form: 'exclusion',
    minAge: 65,
    perPerson: 40_600,
    lessBenefits: 'gross',
    counts: [],
    words: 'employer plans (401(k), pension) only; IRA withdrawals are taxed',
  },
  gain: { form: 'ordinary' },
  standardDeduction: { form: 'amount', amount: { single: 3_350, mfj: 6_700, mfs: 3_350, hoh: 6_700 } },
  exemptions: [
    {
      form: 'perPersonTable',
      of: 'federalAgi',
      tables: {
        single: [
          [0, 3_200],
          [100_000, 1_600],
          [125_000, 800],
          [150_000, 0],
        ],
        mfj: [
          [0, 3_200],
          [150_000, 1_600],
          [175_000, 800],
          [200_000, 0],
        ],
        mfs: [
          [0, 3_200],
          [100_000, 1_600],
          [125_000, 800],
          [150_000, 0],
        ],
        hoh: [
          [0, 3_200],
          [150_000, 1_600],
          [175_000, 800],
          [200_000, 0],
        ],
      },
      inclusive: true,
      countsDependents: true,
    },
    { form: 'perAged', age: 65, amount: 1_000 },
  ],
  brackets: {
    single: [
      [0, 0.02],
      [1_000, 0.03],
      [2_000, 0.04],
      [3_000, 0.0475],
      [100_000, 0.05],
      [125_000, 0.0525],
      [150_000, 0.055],
      [250_000, 0.0575],
      [500_000, 0.0625],
      [1_000_000, 0.065],
    ],
    mfj: [
      [0, 0.02],
      [1_000, 0.03],
      [2_000, 0.04],
      [3_000, 0.0475],
      [150_000, 0.05],
      [175_000, 0.0525],
      [225_000, 0.055],
      [300_000, 0.0575],
      [600_000, 0.0625],
      [1_200_000, 0.065],
    ],
    mfs: [
      [0, 0.02],
      [1_000, 0.03],
      [2_000, 0.04],
      [3_000, 0.0475],
      [100_000, 0.05],
      [125_000, 0.0525],
      [150_000, 0.055],
      [250_000, 0.0575],
      [500_000, 0.0625],
      [1_000_000, 0.065],
    ],
    hoh: [
      [0, 0.02],
      [1_000, 0.03],
      [2_000, 0.04],
      [3_000, 0.0475],
      [150_000, 0.05],
      [175_000, 0.0525],
      [225_000, 0.055],
      [300_000, 0.0575],
      [600_000, 0.0625],
      [1_200_000, 0.065],
    ],
  },
  surtaxes: [
    { name: 'tax on gain of high incomes', of: 'netGain', rate: 0.02, whenAbove: { of: 'federalAgi', limit: 350_000 } },
  ],
  credits: [
    {
      name: 'senior credit',
      form: 'byAged',
      amounts: { single: [0, 1_000], mfj: [0, 1_000, 1_750], mfs: [0, 1_000], hoh: [0, 1_750] },
      limitBelow: { of: 'federalAgi', limit: { single: 100_000, mfj: 150_000, mfs: 100_000, hoh: 150_000 } },
      age: 65,
    },
  ],
  local: {
    on: 'taxableIncome',
    rate: 0.032,
    range: [0.0225, 0.033],
    words:
      "Every county and Baltimore City tax Maryland taxable income: 2.25% (Worcester) to 3.3% (allowed since 2025); Montgomery, Prince George's, Howard, Baltimore 3.2%; progressive in Anne Arundel and Frederick.",
  },
  entityTax: {
    available: true,
    form: 'elective at the top state rate plus the lowest county rate; addition and credit',
    source: 'Md. Code, Tax-Gen. 10-102.1',
  },
  installment: { form: 'federal' },
  notes: [
    'The additional 2% does not apply to property expensed under IRC 179, homes below 1.5 million and retirement assets (Tax-Gen. 10-105(e), Ch. 604 of 2025); it does apply to goodwill, and to the whole gain once federal AGI exceeds 350,000.',
  ],
  confidence: 'B',
  stated: {
    exemptions: { year: 2021 },
    subtractions: { year: 2021 },
    retirementIncome: { year: 2026, indexed: true },
    standardDeduction: { year: 2025, indexed: true },
    brackets: { year: 2025 },
    surtaxes: { year: 2025 },
  },
  sources: {
    exemptions: [
      'Maryland 2024 State & Local Tax Forms & Instructions - Exemption Amount Chart 10(a)',
      'Maryland 2025 Resident Tax Forms and Instructions - Exemption Amount Chart',
    ],
    subtractions: [
      '2024 State & Local Tax Forms & Instructions Maryland - Worksheet 13d',
      'Maryland 2025 Resident Tax Forms and Instructions - Subtractions',
    ],
    retirementIncome: [
      '2024 State & Local Tax Forms & Instructions Maryland - worksheet 13(a)',
      'Maryland 2025 Resident Tax Forms and Instructions - Pension Subtraction',
    ],
    standardDeduction: [
      'Maryland House Bill 352 - Budget Reconciliation and Financing Act of 2025 (page 164 - chained CPI indexing)',
      'Maryland 2025 Resident Tax Forms and Instructions - Standard Deduction',
    ],
    brackets: [
      'Maryland House Bill 352 - Budget Reconciliation and Financing Act of 2025',
      'Maryland 2025 Resident Tax Forms and Instructions - Tax Computation Worksheet Schedules',
    ],
    surtaxes: [
      'Maryland House Bill 352 - Budget Reconciliation and Financing Act of 2025',
      'Maryland 2025 Resident Tax Forms and Instructions - Capital Gains Surtax',
    ],
  },
}

export const maryland: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    retirementIncome: {
      form: 'exclusion',
      minAge: 65,
      perPerson: 41_200,
      lessBenefits: 'gross',
      counts: [],
      words: 'employer plans (401(k), pension) only; IRA withdrawals are taxed',
    },
    stated: {
      exemptions: { year: 2021 },
      subtractions: { year: 2021 },
      retirementIncome: { year: 2025, indexed: true },
      standardDeduction: { year: 2025, indexed: true },
      brackets: { year: 2025 },
      surtaxes: { year: 2025 },
    },
  },
  law2026,
]
