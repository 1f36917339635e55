import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'WI',
  name: 'Wisconsin',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'wisconsin', minAge: 67, perPerson: 24_000, couple: 48_000 },
  gain: { form: 'excludedShare', share: 0.3 },
  standardDeduction: {
    form: 'amount',
    amount: { single: 13_560, mfj: 25_110, mfs: 11_930, hoh: 17_520 },
    reduce: [
      {
        form: 'rates',
        of: 'stateAgi',
        brackets: {
          single: [
            [0, 0],
            [19_550, 0.12],
          ],
          mfj: [
            [0, 0],
            [28_210, 0.19778],
          ],
          mfs: [
            [0, 0],
            [13_390, 0.19778],
          ],
          hoh: [
            [0, 0],
            [19_550, 0.22515],
            [57_210, 0.12],
          ],
        },
      },
    ],
  },
  exemptions: [{ form: 'perPerson', amount: 700, countsDependents: true, agedExtra: { age: 65, amount: 250 } }],
  brackets: {
    single: [
      [0, 0.035],
      [14_680, 0.044],
      [51_130, 0.053],
      [323_290, 0.0765],
    ],
    mfj: [
      [0, 0.035],
      [19_580, 0.044],
      [68_170, 0.053],
      [431_060, 0.0765],
    ],
    mfs: [
      [0, 0.035],
      [9_790, 0.044],
      [34_090, 0.053],
      [215_530, 0.0765],
    ],
    hoh: [
      [0, 0.035],
      [14_680, 0.044],
      [51_130, 0.053],
      [323_290, 0.0765],
    ],
  },
  credits: [
    {
      name: 'married couple credit',
      form: 'shareOfLesserEarned',
      rate: 0.03,
      max: 480,
      statuses: ['mfj'],
      earnedIncludes: ['practiceProfit'],
    },
  ],
  entityTax: { available: true, form: 'elective 7.9%; income excluded', source: 'Wis. Stat. 71.21(6), 71.365(4m)' },
  installment: { form: 'federal' },
  confidence: 'B',
  stated: {
    standardDeduction: { year: 2025, indexed: true },
    gain: { year: 2021 },
    retirementIncome: { year: 2025 },
    brackets: { year: 2025, indexed: true },
  },
  sources: {
    standardDeduction: ['Wisconsin Statutes 71.07 (9)(b)(5)', '2025 Form 1 instructions, Standard Deduction Table'],
    gain: ['2025 Wisconsin Form 1 Schedule WD, Line 25'],
    retirementIncome: ['Wis. Stat. 71.05(6)(b)54m.a', '2025 Wisconsin Schedule SB instructions, Line 16'],
    brackets: ['State of Wisconsin Department of Revenue', '2025 Form 1 instructions'],
  },
}

export const wisconsin: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
