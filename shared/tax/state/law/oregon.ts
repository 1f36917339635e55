import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'OR',
  name: 'Oregon',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'ordinary' },
  federalTaxDeduction: {
    form: 'capByIncome',
    of: 'federalAgi',
    caps: {
      single: [
        [0, 8_500],
        [125_000, 6_800],
        [130_000, 5_100],
        [135_000, 3_400],
        [140_000, 1_700],
        [145_000, 0],
      ],
      mfj: [
        [0, 8_500],
        [250_000, 6_800],
        [260_000, 5_100],
        [270_000, 3_400],
        [280_000, 1_700],
        [290_000, 0],
      ],
      mfs: [
        [0, 4_250],
        [125_000, 3_400],
        [130_000, 2_550],
        [135_000, 1_700],
        [140_000, 850],
        [145_000, 0],
      ],
      hoh: [
        [0, 8_500],
        [250_000, 6_800],
        [260_000, 5_100],
        [270_000, 3_400],
        [280_000, 1_700],
        [290_000, 0],
      ],
    },
  },
  standardDeduction: {
    form: 'amount',
    amount: { single: 2_835, mfj: 5_670, mfs: 2_835, hoh: 4_560 },
    perAged: { age: 65, amount: { single: 1_200, mfj: 1_000, mfs: 1_000, hoh: 1_200 } },
  },
  brackets: {
    single: [
      [0, 0.0475],
      [4_400, 0.0675],
      [11_100, 0.0875],
      [125_000, 0.099],
    ],
    mfj: [
      [0, 0.0475],
      [8_800, 0.0675],
      [22_200, 0.0875],
      [250_000, 0.099],
    ],
    mfs: [
      [0, 0.0475],
      [4_400, 0.0675],
      [11_100, 0.0875],
      [125_000, 0.099],
    ],
    hoh: [
      [0, 0.0475],
      [8_800, 0.0675],
      [22_200, 0.0875],
      [250_000, 0.099],
    ],
  },
  credits: [
    {
      name: 'exemption credit',
      form: 'perPerson',
      amount: 256,
      countsDependents: true,
      limit: { of: 'federalAgi', limit: { single: 100_000, mfj: 200_000, mfs: 100_000, hoh: 200_000 } },
    },
  ],
  businessIncome: {
    form: 'electiveRates',
    rates: [
      [0, 0.07],
      [500_000, 0.075],
      [1_000_000, 0.08],
      [2_500_000, 0.09],
      [5_000_000, 0.099],
    ],
    words:
      'an owner who works in a practice with employees (at least 1,200 hours) may elect reduced rates on its profit, as a rule not on gain on its sale',
    source: 'ORS 316.043',
  },
  local: {
    on: 'taxableIncome',
    rate: 0,
    range: [0, 0.04],
    words:
      'Portland area: Metro supportive housing 1% above 125,000 / 200,000; Multnomah preschool 1.5% (3% above 250,000 / 400,000).',
  },
  entityTax: {
    available: true,
    form: 'elective (PTE-E) 9% and 9.9%; tied to the federal cap',
    source: 'ORS 314.775 note; Or. Laws 2021 ch. 589',
  },
  installment: { form: 'federal' },
  notes: [
    'The retirement income credit (household income below 15,000 / 30,000) is left out.',
    'The kicker credit depends on the tax of the year before and is left out.',
  ],
  confidence: 'B',
  uncertain: ['The election to pay tax at entity level was set to end with 2025 unless extended.'],
  stated: {
    federalTaxDeduction: { year: 2025, indexed: true },
    standardDeduction: { year: 2025, indexed: true },
    brackets: { year: 2025, indexed: true },
    credits: { year: 2025, indexed: true },
  },
  sources: {
    federalTaxDeduction: ['Chapter 316 - Personal Income Tax', '2025 Oregon Income Tax Form OR-40 Instructions'],
    standardDeduction: ['Chapter 316 - Personal Income Tax', '2025 Oregon Income Tax Form OR-40 Instructions'],
    brackets: ['Chapter 316 - Personal Income Tax', '2025 Oregon Income Tax Form OR-40 Instructions'],
    credits: ['Chapter 316 — Personal Income Tax 316.085 (1)(a)', '2025 Oregon Income Tax Form OR-40 Instructions'],
  },
}

export const oregon: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
