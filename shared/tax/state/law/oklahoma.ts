import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'OK',
  name: 'Oklahoma',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exclusion', perPerson: 10_000, counts: ['withdrawals'] },
  gain: {
    form: 'ordinary',
    practiceSale: {
      share: 1,
      words:
        'gain on stock or an interest in an Oklahoma company held at least two years, or on its assets, goodwill included, if substantially all are sold, is free',
      source: '68 O.S. 2358(F)',
    },
  },
  standardDeduction: { form: 'amount', amount: { single: 6_350, mfj: 12_700, mfs: 6_350, hoh: 9_350 } },
  exemptions: [{ form: 'perPerson', amount: 1_000, countsDependents: true }],
  brackets: {
    single: [
      [0, 0],
      [3_750, 0.025],
      [4_900, 0.035],
      [7_200, 0.045],
    ],
    mfj: [
      [0, 0],
      [7_500, 0.025],
      [9_800, 0.035],
      [14_400, 0.045],
    ],
    mfs: [
      [0, 0],
      [3_750, 0.025],
      [4_900, 0.035],
      [7_200, 0.045],
    ],
    hoh: [
      [0, 0],
      [7_500, 0.025],
      [9_800, 0.035],
      [14_400, 0.045],
    ],
  },
  entityTax: { available: true, form: 'elective', source: '68 O.S. 2355.1P-1 ff.' },
  installment: { form: 'federal' },
  confidence: 'B',
  stated: { standardDeduction: { year: 2021 }, brackets: { year: 2026 } },
  sources: {
    standardDeduction: ['2025 Form 511 instructions'],
    brackets: ['Oklahoma Statutes', '2025 Form 511 instructions'],
  },
}

export const oklahoma: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    brackets: {
      single: [
        [0, 0.0025],
        [1_000, 0.0075],
        [2_500, 0.0175],
        [3_750, 0.0275],
        [4_900, 0.0375],
        [7_200, 0.0475],
      ],
      mfj: [
        [0, 0.0025],
        [2_000, 0.0075],
        [5_000, 0.0175],
        [7_500, 0.0275],
        [9_800, 0.0375],
        [14_400, 0.0475],
      ],
      mfs: [
        [0, 0.0025],
        [1_000, 0.0075],
        [2_500, 0.0175],
        [3_750, 0.0275],
        [4_900, 0.0375],
        [7_200, 0.0475],
      ],
      hoh: [
        [0, 0.0025],
        [2_000, 0.0075],
        [5_000, 0.0175],
        [7_500, 0.0275],
        [9_800, 0.0375],
        [14_400, 0.0475],
      ],
    },
    stated: { standardDeduction: { year: 2021 }, brackets: { year: 2024 } },
  },
  law2026,
]
