import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'MS',
  name: 'Mississippi',
  year: 2026,
  tax: 'income',
  base: 'gross',
  spouses: 'lesserOfJointAndSeparate',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exempt' },
  gain: {
    form: 'ordinary',
    practiceSale: {
      share: 1,
      kind: 'equity',
      words:
        'no gain is recognized on stock of a domestic corporation, or an interest in a domestic partnership or LLC, held more than a year; asset sales do not qualify',
      source: 'Miss. Code 27-7-9(f)(10)',
    },
  },
  standardDeduction: { form: 'amount', amount: { single: 2_300, mfj: 4_600, mfs: 2_300, hoh: 3_400 }, splitBest: true },
  exemptions: [
    { form: 'amount', amount: { single: 6_000, mfj: 12_000, mfs: 6_000, hoh: 8_000 } },
    { form: 'perAged', age: 65, amount: 1_500 },
    { form: 'perDependent', amount: 1_500 },
  ],
  brackets: [
    [0, 0],
    [10_000, 0.04],
  ],
  entityTax: { available: true, form: 'elective; credit', source: 'Miss. Code 27-7-26' },
  installment: { form: 'federal', words: 'installments are taxed as received', source: 'Miss. Code 27-7-9(a)(3)' },
  notes: ['A couple with two incomes has the first 10,000 free twice.'],
  confidence: 'B',
  stated: { standardDeduction: { year: 1999 }, exemptions: { year: 2020 }, brackets: { year: 2026 } },
  sources: {
    standardDeduction: ['Mississippi State FORMS 80-105 AND 80-205', 'Mississippi Income Tax Instructions 2025'],
    exemptions: ['Mississippi State FORMS 80-105 AND 80-205', 'Mississippi Income Tax Instructions 2025'],
    brackets: ['Miss. Code Ann. § 27-7-5', 'Mississippi Income Tax Instructions 2025'],
  },
}

export const mississippi: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    brackets: [
      [0, 0],
      [10_000, 0.044],
    ],
    stated: { standardDeduction: { year: 1999 }, exemptions: { year: 2020 }, brackets: { year: 2025 } },
  },
  law2026,
]
