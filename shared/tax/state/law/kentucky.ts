import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'KY',
  name: 'Kentucky',
  year: 2026,
  tax: 'income',
  base: 'agi',
  spouses: 'lesserOfJointAndSeparate',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exclusion', perPerson: 31_110, counts: ['withdrawals'] },
  gain: { form: 'ordinary' },
  standardDeduction: { form: 'amount', amount: 3_270, separateOnOneReturn: true },
  brackets: [[0, 0.035]],
  credits: [{ name: 'at 65', form: 'perAged', age: 65, amount: 40 }],
  creditsPerSpouse: true,
  local: {
    on: 'earned',
    rate: 0,
    range: [0, 0.0275],
    words:
      'Cities and counties tax wages and net profits (Louisville 2.2%, Lexington 2.25%), not gain on goodwill of a sole owner as a rule.',
  },
  entityTax: { available: true, form: 'elective at the individual rate', source: 'KRS 141.209' },
  installment: { form: 'federal' },
  notes: ['The family size credit (below 133% of the poverty line) is left out.'],
  confidence: 'B',
  stated: {
    retirementIncome: { year: 2018 },
    standardDeduction: { year: 2025, indexed: true },
    brackets: { year: 2026 },
  },
  sources: {
    retirementIncome: ['Kentucky Revised Statutes 141.019 (1)(g)', '2025 Kentucky Schedule P'],
    standardDeduction: [
      'Kentucky Revised Statutes, KRS Chapter 141.081 Optional standard deduction for individuals - Exception.',
      '2025 KENTUCKY Standard Deduction Press Release',
    ],
    brackets: ['Kentucky Statutes 141.020', '2025 Kentucky Form 740 Instructions'],
  },
}

export const kentucky: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    brackets: [[0, 0.04]],
    stated: {
      retirementIncome: { year: 2018 },
      standardDeduction: { year: 2025, indexed: true },
      brackets: { year: 2024 },
    },
  },
  law2026,
]
