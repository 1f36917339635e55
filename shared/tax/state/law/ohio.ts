import type { Brackets, StateLaw, TaxTable } from '../types'

/** Exemptions end at an income that the law sets by year, and so does the joint filing credit. */
const exemptions = (end: number): StateLaw['exemptions'] => [
  {
    form: 'perPersonTable',
    of: 'stateAgi',
    tables: [
      [0, 2_400],
      [40_001, 2_150],
      [80_001, 1_900],
      [end, 0],
    ],
    countsDependents: true,
  },
]

const table = (base: number, brackets: Brackets): TaxTable => ({
  form: 'ohio',
  zeroBelow: 26_050,
  base,
  brackets,
  words: 'no tax if nonbusiness taxable income is below 26,050; else the base amount plus the brackets above it',
})

const credits = (end: number): StateLaw['credits'] => [
  {
    name: 'exemption credit',
    form: 'perPerson',
    amount: 20,
    countsDependents: true,
    limit: { of: 'stateAgiLessExemptions', limit: 30_000 },
  },
  {
    name: 'joint filing credit',
    form: 'shareOfTax',
    of: 'stateAgiLessExemptions',
    max: 650,
    statuses: ['mfj'],
    tables: [
      [0, 0.2],
      [25_000, 0.15],
      [50_000, 0.1],
      [75_000, 0.05],
      [end, 0],
    ],
    when: 'bothEarn500',
  },
  {
    name: 'senior credit',
    form: 'perReturnAged',
    age: 65,
    amount: 50,
    limitBelow: { of: 'stateAgiLessExemptions', limit: 100_000 },
  },
  {
    name: 'retirement income credit',
    form: 'tableOf',
    of: 'withdrawals',
    table: [
      [0, 0],
      [500, 25],
      [1_500, 50],
      [3_000, 80],
      [5_000, 130],
      [8_000, 200],
    ],
    limitBelow: { of: 'stateAgiLessExemptions', limit: 100_000 },
  },
]

const law2026: StateLaw = {
  code: 'OH',
  name: 'Ohio',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: {
    form: 'ordinary',
    practiceSale: {
      asBusinessIncome: true,
      words: 'gain may be business income: the first 250,000, shared with the profit, is free, the rest bears 3%',
      source: 'R.C. 5747.01(B) as amended by HB 515 (2022)',
    },
  },
  exemptions: exemptions(500_000),
  table: table(332, [[26_050, 0.0275]]),
  credits: credits(500_000),
  businessIncome: {
    form: 'deductionThenRate',
    deduction: { single: 250_000, mfj: 250_000, mfs: 125_000, hoh: 250_000 },
    rate: 0.03,
    source: 'R.C. 5747.01(A)(28), 5747.02(A)(4)',
    words:
      'the first 250,000 of business income is free, the rest bears 3%; gain on assets of the practice counts as business income, and so does gain on an interest if the sale is treated as one of assets or the owner worked in the practice (R.C. 5747.01(B), HB 515 of 2022)',
  },
  local: {
    on: 'earned',
    rate: 0.02,
    range: [0, 0.03],
    words:
      'Most cities tax wages and net profits at 1 to 3% (Columbus, Cleveland 2.5%), not gain on goodwill of individuals; school districts up to 2% of income or of earnings.',
  },
  entityTax: { available: true, form: 'elective (IT 4738) 3%; refundable credit', source: 'R.C. 5747.38' },
  installment: {
    form: 'federal',
    moving: 'bySource',
    words: 'Gain on an interest of an owner who worked in the business stays taxed in Ohio, in part, after a move.',
    source: 'R.C. 5747.01(B), 5747.212; Corrigan v. Testa',
  },
  confidence: 'B',
  stated: { exemptions: { year: 2026 }, brackets: { year: 2026, indexed: true }, credits: { year: 2026 } },
  sources: {
    exemptions: [
      'Ohio Revised Code - Section 5747.025 Personal exemptions (A)(1)(2)(3)',
      'Ohio Income Tax Form 2025 Instructions (Page 17)',
    ],
    brackets: ['Ohio Income Tax Form 2025 Instructions (Page 18)'],
    credits: [
      'Ohio Revised Code Section 5747.05(E), Tax credits',
      'House Bill 96 - Joint filing credit MAGI limit ($750k for 2025, $500k for 2026+)',
    ],
  },
}

export const ohio: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    exemptions: exemptions(750_000),
    table: table(342, [
      [26_050, 0.0275],
      [100_000, 0.03125],
    ]),
    credits: credits(750_000),
    stated: { exemptions: { year: 2025 }, brackets: { year: 2023, indexed: true }, credits: { year: 2025 } },
  },
  law2026,
]
