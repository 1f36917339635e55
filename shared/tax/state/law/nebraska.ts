import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'NE',
  name: 'Nebraska',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: {
    form: 'ordinary',
    practiceSale: {
      share: 1,
      kind: 'equity',
      words:
        'once in a lifetime, gain on stock of a Nebraska corporation acquired on account of employment (at least five shareholders, two unrelated groups): rare for practices',
      source: 'Neb. Rev. Stat. 77-2715.09',
    },
  },
  standardDeduction: {
    form: 'amount',
    amount: { single: 8_600, mfj: 17_200, mfs: 8_600, hoh: 12_600 },
    atMostFederalBasic: true,
    perAged: { age: 65, amount: { single: 2_000, mfj: 1_650, mfs: 1_650, hoh: 2_000 } },
  },
  brackets: {
    single: [
      [0, 0.0246],
      [4_130, 0.0351],
      [24_760, 0.0455],
    ],
    mfj: [
      [0, 0.0246],
      [8_250, 0.0351],
      [49_530, 0.0455],
    ],
    mfs: [
      [0, 0.0246],
      [4_130, 0.0351],
      [24_760, 0.0455],
    ],
    hoh: [
      [0, 0.0246],
      [7_700, 0.0351],
      [39_620, 0.0455],
    ],
  },
  credits: [{ name: 'personal exemption credit', form: 'perPerson', amount: 171, countsDependents: true }],
  entityTax: { available: true, form: 'elective', source: 'Neb. Rev. Stat. 77-2727(6) (LB 754, 2023)' },
  installment: { form: 'federal' },
  confidence: 'B',
  stated: {
    standardDeduction: { year: 2025, indexed: true },
    brackets: { year: 2026, indexed: true },
    credits: { year: 2025, indexed: true },
  },
  sources: {
    standardDeduction: [
      'Nebraska Revised Statute | chapter 77 | §2716.01',
      '2025 Nebraska Individual Income Tax Booklet, Line 6',
    ],
    brackets: [
      'Nebraska Revised Statute | chapter 77 | §2715.03',
      '2026 Nebraska Estimated Income Tax Rate Schedule (Form 1040N-ES)',
    ],
    credits: [
      'Nebraska Revised Statute | chapter 77 | §2716.01',
      '2025 Nebraska Individual Income Tax Booklet, Line 18',
    ],
  },
}

export const nebraska: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    brackets: {
      single: [
        [0, 0.0246],
        [4_030, 0.0351],
        [24_120, 0.0501],
        [38_870, 0.052],
      ],
      mfj: [
        [0, 0.0246],
        [8_040, 0.0351],
        [48_250, 0.0501],
        [77_730, 0.052],
      ],
      mfs: [
        [0, 0.0246],
        [4_030, 0.0351],
        [24_120, 0.0501],
        [38_870, 0.052],
      ],
      hoh: [
        [0, 0.0246],
        [7_510, 0.0351],
        [38_590, 0.0501],
        [57_630, 0.052],
      ],
    },
    stated: {
      standardDeduction: { year: 2025, indexed: true },
      brackets: { year: 2025, indexed: true },
      credits: { year: 2025, indexed: true },
    },
  },
  law2026,
]
