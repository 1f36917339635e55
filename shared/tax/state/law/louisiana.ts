import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'LA',
  name: 'Louisiana',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exclusion', minAge: 65, perPerson: 12_000, counts: ['withdrawals'] },
  gain: {
    form: 'ordinary',
    practiceSale: {
      share: 0,
      words: 'deduction for businesses domiciled in the state repealed for sales from 1 January 2025',
      source: 'La. Act 11 of 2024 (3rd Extraordinary Session), repealing R.S. 47:293(9)(a)(xvii)',
    },
  },
  standardDeduction: { form: 'amount', amount: { single: 12_835, mfj: 25_670, mfs: 12_835, hoh: 25_670 } },
  brackets: [[0, 0.03]],
  entityTax: { available: true, form: 'elective, 3%', source: 'La. R.S. 47:287.732.2' },
  installment: { form: 'federal' },
  notes: ['An election of an S corporation or a partnership; the owner leaves the taxed income out.'],
  confidence: 'B',
  stated: {
    retirementIncome: { year: 2025 },
    standardDeduction: { year: 2026, indexed: true },
    brackets: { year: 2025 },
  },
  sources: {
    retirementIncome: [
      "2025 Louisiana Resident Income Tax Return Instructions, What's New - Code 6E",
      '2024 Louisiana Resident Income Tax Return',
    ],
    standardDeduction: [
      'Louisiana Revised Statutes, RS 47:294 - Standard deduction',
      'Louisiana Register, February 20, 2026, Income Tax Withholding Tables notice',
    ],
    brackets: [
      'Louisiana Revised Statutes, RS 47:32 - Tax on individuals',
      '2025 Louisiana Resident Income Tax Return Instructions, Line 11',
    ],
  },
}

export const louisiana: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    standardDeduction: { form: 'amount', amount: { single: 12_500, mfj: 25_000, mfs: 12_500, hoh: 25_000 } },
    stated: {
      retirementIncome: { year: 2025 },
      standardDeduction: { year: 2025, indexed: true },
      brackets: { year: 2025 },
    },
  },
  law2026,
]
