import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'IL',
  name: 'Illinois',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exempt' },
  gain: { form: 'ordinary' },
  exemptions: [
    {
      form: 'perPerson',
      amount: 2_850,
      agedExtra: { age: 65, amount: 1_000 },
      limit: { of: 'federalAgi', limit: { single: 250_000, mfj: 500_000, mfs: 250_000, hoh: 250_000 } },
    },
    {
      form: 'perDependent',
      amount: 2_850,
      limit: { of: 'federalAgi', limit: { single: 250_000, mfj: 500_000, mfs: 250_000, hoh: 250_000 } },
    },
  ],
  brackets: [[0, 0.0495]],
  entityTax: { available: true, form: 'elective, 4.95%, permanent; credit', source: '35 ILCS 5/201(p)' },
  installment: { form: 'federal' },
  notes: [
    'Partnerships and S corporations pay a 1.5% replacement tax on their net income, gain on the sale of goodwill included.',
  ],
  confidence: 'B',
  stated: { exemptions: { year: 2025, indexed: true }, brackets: { year: 2017 } },
  sources: {
    exemptions: ['Illinois Department of Revenue 2025 Form IL-1040 Instructions'],
    brackets: ['Illinois Department of Revenue 2025 Form IL-1040 Instructions'],
  },
}

export const illinois: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
