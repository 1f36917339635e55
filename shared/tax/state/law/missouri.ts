import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'MO',
  name: 'Missouri',
  year: 2026,
  tax: 'income',
  base: 'agi',
  spouses: 'apportionedByIncome',
  socialSecurity: {
    form: 'byAge',
    bands: [
      { age: 62, exempt: 'all' },
      { age: 0, exemptUpTo: 0 },
    ],
  },
  retirementIncome: {
    form: 'exclusion',
    perPerson: 6_000,
    counts: ['withdrawals'],
    reduce: [
      {
        form: 'dollarForDollar',
        of: 'stateAgiLessTaxedBenefits',
        start: { single: 25_000, mfj: 32_000, mfs: 16_000, hoh: 25_000 },
      },
    ],
  },
  gain: {
    form: 'excludedShare',
    share: 1,
    includesShortTerm: true,
    source: 'RSMo 143.121.3 as amended by HB 594 (2025), from tax year 2025',
  },
  federalTaxDeduction: {
    form: 'shareByIncome',
    of: 'stateAgiWithRetirement',
    shares: [
      [0, 0.35],
      [25_000, 0.25],
      [50_000, 0.15],
      [100_000, 0.05],
      [125_000, 0],
    ],
    cap: { single: 10_000, mfj: 10_000, mfs: 5_000, hoh: 10_000 },
  },
  standardDeduction: { form: 'federal' },
  exemptions: [{ form: 'amount', amount: { single: 0, mfj: 0, mfs: 0, hoh: 1_400 } }],
  brackets: [
    [0, 0],
    [1_313, 0.02],
    [2_626, 0.025],
    [3_939, 0.03],
    [5_252, 0.035],
    [6_565, 0.04],
    [7_878, 0.045],
    [9_191, 0.047],
  ],
  businessIncome: {
    form: 'deductionShare',
    share: 0.2,
    words: '20% of business income is deducted',
    source: 'RSMo 143.022 (20% since 2020)',
  },
  local: {
    on: 'earned',
    rate: 0,
    range: [0, 0.01],
    words: 'Kansas City and St. Louis tax wages and net profits of businesses at 1%.',
  },
  entityTax: { available: true, form: 'elective (SALT Parity Act) since 2022', source: 'RSMo 143.436' },
  installment: { form: 'federal' },
  notes: [
    "From 2025 all capital gain reported federally is deducted: a resident's gain on goodwill is free of Missouri tax.",
  ],
  confidence: 'B',
  stated: { federalTaxDeduction: { year: 2021 }, brackets: { year: 2025, indexed: true } },
  sources: {
    federalTaxDeduction: [
      'Revisor of Missouri, Title X TAXATION AND REVENUE, Chapter 143.171',
      '2025 MO-1040 Book - Individual Income Tax Long Form, Line 13',
    ],
    brackets: [
      'Missouri Legal Code, Chapter 143.011. Resident individuals — tax rates — rate reductions, when.',
      '2025 MO-1040 Book - Individual Income Tax Long Form',
    ],
  },
}

export const missouri: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
