import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'KS',
  name: 'Kansas',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'ordinary' },
  standardDeduction: {
    form: 'amount',
    amount: { single: 3_605, mfj: 8_240, mfs: 4_120, hoh: 6_180 },
    perAged: { age: 65, amount: { single: 850, mfj: 700, mfs: 700, hoh: 850 } },
  },
  exemptions: [
    { form: 'amount', amount: { single: 9_160, mfj: 18_320, mfs: 9_160, hoh: 9_160 } },
    { form: 'amount', amount: { single: 0, mfj: 0, mfs: 0, hoh: 2_320 } },
    { form: 'perDependent', amount: 2_320 },
  ],
  brackets: {
    single: [
      [0, 0.052],
      [23_000, 0.0558],
    ],
    mfj: [
      [0, 0.052],
      [46_000, 0.0558],
    ],
    mfs: [
      [0, 0.052],
      [23_000, 0.0558],
    ],
    hoh: [
      [0, 0.052],
      [23_000, 0.0558],
    ],
  },
  entityTax: { available: true, form: 'elective (SALT Parity Act)', source: 'K.S.A. 79-32,284' },
  installment: { form: 'federal' },
  notes: ['Private pensions and withdrawals from accounts are taxed.'],
  confidence: 'B',
  stated: { standardDeduction: { year: 2024 }, exemptions: { year: 2024 }, brackets: { year: 2024 } },
  sources: {
    standardDeduction: ['Kansas 2022 Statute Article 32 79-32,119(c)', '2025 Form K-40 instructions'],
    exemptions: ['Kan. Stat. 79-32,121 (a)', '2025 Form K-40 instructions'],
    brackets: ['Kansas 2022 Statute Article 32 79-32,110_k', '2025 Form K-40 instructions'],
  },
}

export const kansas: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
