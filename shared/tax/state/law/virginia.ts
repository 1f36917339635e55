import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'VA',
  name: 'Virginia',
  year: 2026,
  tax: 'income',
  base: 'agi',
  subtractions: [
    {
      name: 'age deduction',
      form: 'perAgedPhased',
      age: 65,
      amount: 12_000,
      of: 'federalAgiLessTaxedBenefits',
      start: { single: 50_000, mfj: 75_000, mfs: 75_000, hoh: 50_000 },
      rate: 1,
    },
  ],
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'ordinary' },
  standardDeduction: { form: 'amount', amount: { single: 8_750, mfj: 17_500, mfs: 8_750, hoh: 8_750 } },
  exemptions: [
    { form: 'perPerson', amount: 930, countsDependents: true },
    { form: 'perAged', age: 65, amount: 800 },
  ],
  brackets: [
    [0, 0.02],
    [3_000, 0.03],
    [5_000, 0.05],
    [17_000, 0.0575],
  ],
  credits: [
    {
      name: 'spouse tax adjustment',
      form: 'virginiaSpouse',
      max: 259,
      statuses: ['mfj'],
      words:
        'two incomes: tax on taxable income less [tax on the smaller of (lesser VAGI less its exemptions; half of taxable income) + tax on the larger of (taxable income less that lesser VAGI; half of taxable income)], at most 259',
    },
  ],
  entityTax: {
    available: true,
    form: 'elective 5.75%; refundable credit; extended to 2026',
    source: 'Va. Code 58.1-390.3',
  },
  installment: { form: 'federal' },
  confidence: 'B',
  stated: { subtractions: { year: 2021 }, standardDeduction: { year: 2025 }, brackets: { year: 2021 } },
  sources: {
    subtractions: [
      'Code of Virginia § 58.1-322.03.(5)(a)(b)',
      'Virginia 2025 Form 760 Resident Individual Income Tax Instructions',
    ],
    standardDeduction: [
      'House Bill 30 (2026 Appropriation Act, Special Session I, Chapter 1), Item 4-14',
      'Virginia Department of Taxation 2026 Legislative Summary - standard deduction',
    ],
    brackets: ['Code of Virginia § 58.1-320.', 'Virginia 2025 Form 760 Resident Individual Income Tax Instructions'],
  },
}

export const virginia: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
