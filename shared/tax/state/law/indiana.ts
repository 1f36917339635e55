import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'IN',
  name: 'Indiana',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'ordinary' },
  exemptions: [
    { form: 'perPerson', amount: 1_000, agedExtra: { age: 65, amount: 1_000 } },
    {
      form: 'perAged',
      age: 65,
      amount: 500,
      limitBelow: { of: 'federalAgi', limit: { single: 40_000, mfj: 40_000, mfs: 20_000, hoh: 40_000 } },
    },
    { form: 'perDependent', amount: 2_500, words: '1,000 and 1,500 for a child' },
  ],
  brackets: [[0, 0.0295]],
  local: {
    on: 'taxableIncome',
    rate: 0.0172,
    range: [0.005, 0.03],
    words:
      'Every county taxes Indiana adjusted gross income: 0.5% (Porter) to 3.0% (Randolph); Marion 2.02%, Hamilton 1.1%.',
  },
  entityTax: { available: true, form: 'elective at the state rate; credit', source: 'Ind. Code 6-3-2.1' },
  installment: { form: 'federal' },
  confidence: 'B',
  stated: { brackets: { year: 2026 } },
  sources: { brackets: ['2025 IT-40 Income Tax Form'] },
}

export const indiana: readonly StateLaw[] = [
  { ...law2026, year: 2025, brackets: [[0, 0.03]], stated: { brackets: { year: 2025 } } },
  law2026,
]
