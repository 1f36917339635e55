import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'UT',
  name: 'Utah',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: {
    form: 'credit',
    rate: 0.0445,
    of: 'federalAgi',
    start: { single: 54_000, mfj: 90_000, mfs: 45_000, hoh: 90_000 },
    phaseOutRate: 0.025,
  },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'ordinary' },
  brackets: [[0, 0.0445]],
  credits: [
    {
      name: 'taxpayer credit',
      form: 'utah',
      rate: 0.06,
      perDependent: 2_111,
      start: { single: 18_213, mfj: 36_426, mfs: 18_213, hoh: 27_320 },
      phaseOutRate: 0.013,
    },
  ],
  entityTax: { available: true, form: 'elective at the state rate; credit', source: 'Utah Code 59-10-1403.2' },
  installment: { form: 'federal' },
  notes: ['The retirement credit of 450 (born before 1953) is left out.'],
  confidence: 'B',
  stated: { brackets: { year: 2026 }, socialSecurity: { year: 2025 }, credits: { year: 2025, indexed: true } },
  sources: {
    brackets: ['Utah Code 59-10-104 (2) (b)', 'Utah SB60 (2026) - Income Tax Rate Amendments'],
    socialSecurity: [
      'Utah Code §59-10-1042 (4)',
      '2025 Utah TC-40 Instructions, Social Security Benefits Credit Worksheet',
    ],
    credits: ['Utah Code §59-10-1018 (1)(g)', '2025 Utah TC-40 Instructions, Taxpayer Tax Credit'],
  },
}

export const utah: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    socialSecurity: {
      form: 'credit',
      rate: 0.045,
      of: 'federalAgi',
      start: { single: 54_000, mfj: 90_000, mfs: 45_000, hoh: 90_000 },
      phaseOutRate: 0.025,
    },
    brackets: [[0, 0.045]],
    stated: { brackets: { year: 2025 }, socialSecurity: { year: 2025 }, credits: { year: 2025, indexed: true } },
  },
  law2026,
]
