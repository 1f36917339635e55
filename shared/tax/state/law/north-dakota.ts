import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'ND',
  name: 'North Dakota',
  year: 2026,
  tax: 'income',
  base: 'taxable',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'excludedShare', share: 0.4, alsoQualifiedDividends: true },
  brackets: {
    single: [
      [0, 0],
      [48_475, 0.0195],
      [244_825, 0.025],
    ],
    mfj: [
      [0, 0],
      [80_975, 0.0195],
      [298_075, 0.025],
    ],
    mfs: [
      [0, 0],
      [40_475, 0.0195],
      [149_025, 0.025],
    ],
    hoh: [
      [0, 0],
      [64_950, 0.0195],
      [271_450, 0.025],
    ],
  },
  credits: [
    {
      name: 'marriage penalty credit',
      form: 'northDakotaMarriage',
      max: 312,
      incomeThreshold: 47_550,
      taxableIncomeThreshold: 81_036,
      base: 15_750,
    },
  ],
  entityTax: { available: false, form: 'none', source: '' },
  installment: { form: 'federal' },
  confidence: 'B',
  stated: { gain: { year: 2021 }, brackets: { year: 2025, indexed: true }, credits: { year: 2025, indexed: true } },
  sources: {
    gain: ['2025 North Dakota income tax instructions, Line 6'],
    brackets: ['2025 North Dakota income tax instructions'],
    credits: ['2025 North Dakota income tax instructions, Marriage Penalty Credit Worksheet'],
  },
}

export const northDakota: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
