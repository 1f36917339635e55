import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'GA',
  name: 'Georgia',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: {
    form: 'exclusion',
    perPersonByAge: [
      [62, 35_000],
      [65, 65_000],
    ],
    counts: ['withdrawals', 'interest', 'dividends', 'netGain'],
    earnedUpTo: 5_000,
  },
  gain: { form: 'ordinary' },
  standardDeduction: { form: 'amount', amount: { single: 15_000, mfj: 30_000, mfs: 15_000, hoh: 15_000 } },
  exemptions: [{ form: 'perDependent', amount: 5_000 }],
  brackets: [[0, 0.0499]],
  entityTax: {
    available: true,
    form: 'elective, at the individual rate; the owner leaves the income out',
    source: 'O.C.G.A. 48-7-21, 48-7-23 (HB 149, 2021)',
  },
  installment: { form: 'federal' },
  notes: ['Gain counts as retirement income: 35,000 a person is free from age 62, 65,000 from age 65.'],
  confidence: 'C',
  stated: {
    retirementIncome: { year: 2024 },
    standardDeduction: { year: 2026 },
    exemptions: { year: 2026 },
    brackets: { year: 2026 },
  },
  sources: {
    retirementIncome: [
      'Georgia HB463 (2025-2026), Section 2-3 amending O.C.G.A. § 48-7-27(a)(5)(A) and adding (xiv)',
      '2025 IT-511 Individual Income Tax Booklet - Subtractions(1)',
    ],
    standardDeduction: [
      'Georgia HB463 (2025-2026), Section 2-3 amending O.C.G.A. § 48-7-27(a)(1)(B)',
      '2025 IT-511 Individual Income Tax Booklet - page 16 - FORM 500, LINE 11',
    ],
    exemptions: [
      'Georgia HB463 (2025-2026), Section 2-2 amending O.C.G.A. § 48-7-26(b)',
      '2025 IT-511 Individual Income Tax Booklet - page 17 - FORM 500, LINE 14',
    ],
    brackets: [
      'Georgia HB463 (2025-2026), Section 2-1 amending O.C.G.A. § 48-7-20(a.1)',
      '2025 IT-511 Individual Income Tax Booklet, Page 9',
    ],
  },
}

export const georgia: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    standardDeduction: { form: 'amount', amount: { single: 12_000, mfj: 24_000, mfs: 12_000, hoh: 12_000 } },
    exemptions: [{ form: 'perDependent', amount: 4_000 }],
    brackets: [[0, 0.0519]],
    stated: {
      retirementIncome: { year: 2024 },
      standardDeduction: { year: 2024 },
      exemptions: { year: 2024 },
      brackets: { year: 2025 },
    },
  },
  law2026,
]
