import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'ID',
  name: 'Idaho',
  year: 2026,
  tax: 'income',
  base: 'agi',
  subtractions: [
    { name: 'federal QBI deduction', form: 'qbiDeduction' },
    { name: 'senior deduction of the federal return', form: 'federalSeniorDeduction' },
  ],
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: {
    form: 'ordinary',
    practiceSale: {
      share: 0,
      words:
        '60% is free only for Idaho real property and tangible personal property; goodwill and stock do not qualify',
      source: 'Idaho Code 63-3022H',
    },
  },
  standardDeduction: { form: 'federal' },
  brackets: {
    single: [
      [0, 0],
      [4_811, 0.053],
    ],
    mfj: [
      [0, 0],
      [9_622, 0.053],
    ],
    mfs: [
      [0, 0],
      [4_811, 0.053],
    ],
    hoh: [
      [0, 0],
      [9_622, 0.053],
    ],
  },
  credits: [{ name: 'grocery credit', form: 'perPerson', amount: 155, refundable: true, countsDependents: true }],
  entityTax: { available: true, form: 'elective, 5.3%', source: 'Idaho Code 63-3026B' },
  installment: { form: 'federal' },
  notes: ['The permanent building fund tax of 10 dollars is left out.'],
  confidence: 'B',
  stated: { brackets: { year: 2025, indexed: true }, credits: { year: 2025 } },
  sources: {
    brackets: [
      'Idaho State Tax Comission - Individual Income Tax Rate Schedule',
      'Idaho Individual Income Tax Instructions Packet 2025',
    ],
    credits: [
      '2022 Idaho Code Title 63 - REVENUE AND TAXATION Chapter 30 - INCOME TAX Section 63-3024A - FOOD TAX CREDITS AND REFUNDS',
      'Idaho Individual Income Tax Instructions Packet 2025',
    ],
  },
}

export const idaho: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
