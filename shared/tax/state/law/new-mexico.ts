import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'NM',
  name: 'New Mexico',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: {
    form: 'exemptUpToIncome',
    of: 'federalAgi',
    limit: { single: 100_000, mfj: 150_000, mfs: 75_000, hoh: 150_000 },
  },
  retirementIncome: { form: 'taxed' },
  gain: {
    form: 'excludedAmount',
    amount: { single: 2_500, mfj: 2_500, mfs: 1_250, hoh: 2_500 },
    practiceSale: {
      share: 0.4,
      maxGain: 1_000_000,
      words: '40% of gain on the sale of a New Mexico business is free, on at most 1,000,000 of gain',
      source: 'NMSA 7-2-34 as amended by HB 252/HB 37 of 2024, from 2025',
    },
  },
  standardDeduction: { form: 'federal' },
  exemptions: [
    {
      form: 'newMexicoLowMiddle',
      perPerson: 2_500,
      reduce: [
        {
          form: 'linearRate',
          of: 'federalAgi',
          start: { single: 20_000, mfj: 30_000, mfs: 15_000, hoh: 30_000 },
          rate: { single: 0.15, mfj: 0.1, mfs: 0.2, hoh: 0.1 },
        },
      ],
      limit: { of: 'federalAgi', limit: { single: 36_667, mfj: 55_000, mfs: 27_500, hoh: 55_000 } },
    },
  ],
  brackets: {
    single: [
      [0, 0.015],
      [5_500, 0.032],
      [16_500, 0.043],
      [33_500, 0.047],
      [66_500, 0.049],
      [210_000, 0.059],
    ],
    mfj: [
      [0, 0.015],
      [8_000, 0.032],
      [25_000, 0.043],
      [50_000, 0.047],
      [100_000, 0.049],
      [315_000, 0.059],
    ],
    mfs: [
      [0, 0.015],
      [4_000, 0.032],
      [12_500, 0.043],
      [25_000, 0.047],
      [50_000, 0.049],
      [157_500, 0.059],
    ],
    hoh: [
      [0, 0.015],
      [8_000, 0.032],
      [25_000, 0.043],
      [50_000, 0.047],
      [100_000, 0.049],
      [315_000, 0.059],
    ],
  },
  entityTax: { available: true, form: 'elective', source: 'NMSA 7-3A-10 (HB 102, 2022)' },
  installment: { form: 'federal' },
  notes: ['The exemption of up to 8,000 at 65 on incomes below 28,500 / 51,000 is left out.'],
  confidence: 'B',
  stated: { socialSecurity: { year: 2022 }, brackets: { year: 2025 } },
  sources: {
    socialSecurity: [
      'New Mexico Statutes, 7-2-5.14. Exemption; social security income.',
      '2025 New Mexico personal income tax form packet Page ADJ-7 LINE 25 Exemption for social security income',
    ],
    brackets: [
      'New Mexico Income Tax, Title 3, Chapter 3, Part 7, 3.3.7.9, A',
      'NMSA 1978, Section 7-2-7 (Effective January 1, 2025)',
    ],
  },
}

export const newMexico: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
