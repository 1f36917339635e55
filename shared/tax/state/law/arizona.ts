import type { Credit, StateLaw } from '../types'

const dependentCredit = (amount: number): Credit => ({
  name: 'dependent credit',
  form: 'perDependent',
  amount,
  reduce: [
    {
      form: 'steps',
      of: 'federalAgi',
      start: { single: 200_000, mfj: 400_000, mfs: 200_000, hoh: 200_000 },
      step: 1_000,
      rounding: 'up',
      sharePerStep: 0.05,
    },
  ],
})

const law2026: StateLaw = {
  code: 'AZ',
  name: 'Arizona',
  year: 2026,
  tax: 'income',
  base: 'agi',
  subtractions: [{ name: 'senior deduction of the federal return', form: 'federalSeniorDeduction' }],
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'excludedShare', share: 0.25, condition: 'assets acquired after 2011' },
  standardDeduction: { form: 'amount', amount: { single: 15_750, mfj: 31_500, mfs: 15_750, hoh: 23_625 } },
  exemptions: [{ form: 'perAged', age: 65, amount: 2_100 }],
  brackets: [[0, 0.025]],
  credits: [dependentCredit(125)],
  entityTax: { available: true, form: 'elective, 2.5%', source: 'A.R.S. 43-1014, 43-1015' },
  installment: { form: 'federal' },
  notes: [
    'Goodwill of a practice founded before 2012 counts as acquired before 2012 (A.R.S. 43-1022(22)): no quarter off.',
  ],
  confidence: 'B',
  uncertain: [
    'Arizona follows the federal standard deduction; 16,100 / 32,200 / 24,150 for 2026 is likely, but the state had not published it.',
  ],
  stated: {
    gain: { year: 2015 },
    standardDeduction: { year: 2025, indexed: true },
    brackets: { year: 2023 },
    credits: { year: 2026 },
  },
  sources: {
    gain: ['2025 Arizona Form 140 Resident Personal Income Tax Instructions'],
    standardDeduction: ['2025 Arizona Form 140 Resident Personal Income Tax Instructions'],
    brackets: [
      'Arizona State Legislature Title 43 - Taxation of Income, Chapter 10, Article 5, 43-1011',
      '2025 Arizona Form 140 Resident Personal Income Tax Instructions',
    ],
    credits: [
      'Arizona State Legislature Title 43 - Taxation of Income, Chapter 10, Article 5, 43-1073.01 (B), (1) & (2)',
      'Arizona HB 4168 (2026), Sec. 21 amending 43-1073.01(B)(1)',
    ],
  },
}

export const arizona: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    credits: [dependentCredit(100)],
    stated: {
      gain: { year: 2015 },
      standardDeduction: { year: 2025, indexed: true },
      brackets: { year: 2023 },
      credits: { year: 2021 },
    },
    uncertain: undefined,
  },
  law2026,
]
