import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'IA',
  name: 'Iowa',
  year: 2026,
  tax: 'income',
  base: 'taxable',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exempt', minAge: 55 },
  gain: {
    form: 'ordinary',
    practiceSale: {
      share: 0,
      words: 'since 2023 only for farm assets and for stock of employee-owned companies',
      source: 'Iowa Code 422.7(13)',
    },
  },
  brackets: [[0, 0.038]],
  minimumTax: {
    form: 'alternateLesser',
    statuses: ['mfj', 'mfs', 'hoh'],
    rate: 0.043,
    deduction: { under65: 13_500, from65: 32_000 },
    words: 'the lesser of regular tax and rate × (Iowa taxable income + federal standard and QBI deduction − amount)',
  },
  credits: [
    {
      name: 'exemption credit',
      form: 'perPerson',
      amount: 40,
      agedExtra: { age: 65, amount: 20 },
      headOfHouseholdExtra: 40,
    },
    { name: 'dependents', form: 'perDependent', amount: 40 },
  ],
  entityTax: { available: true, form: 'elective, 3.8%; credit about 94.3%', source: 'Iowa Code 422.16C' },
  installment: { form: 'federal' },
  notes: ['The exemption of low incomes (below 9,000 to 32,000) is left out.'],
  confidence: 'B',
  stated: { brackets: { year: 2025 }, minimumTax: { year: 2025 } },
  sources: {
    brackets: [
      'IA Code § 422.5A - Tax rates (2024) (1)(a)',
      'IDR Announces 2025 Individual Income Tax Brackets and Interest Rates',
    ],
    minimumTax: ['2025 IA 1040 Expanded Instructions, Line 5 Iowa Tax'],
  },
}

export const iowa: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
