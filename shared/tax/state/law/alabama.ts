import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'AL',
  name: 'Alabama',
  year: 2026,
  tax: 'income',
  base: 'gross',
  selfEmploymentTaxHalf: false,
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exclusion', minAge: 65, perPerson: 6_000, counts: ['withdrawals'] },
  gain: { form: 'ordinary' },
  federalTaxDeduction: { form: 'full' },
  standardDeduction: {
    form: 'amount',
    amount: { single: 3_000, mfj: 8_500, mfs: 4_250, hoh: 5_200 },
    reduce: [
      {
        form: 'steps',
        of: 'stateAgi',
        start: { single: 26_000, mfj: 26_000, mfs: 13_000, hoh: 26_000 },
        step: { single: 500, mfj: 500, mfs: 250, hoh: 500 },
        rounding: 'down',
        amountPerStep: { single: 25, mfj: 175, mfs: 88, hoh: 135 },
        floor: { single: 2_500, mfj: 5_000, mfs: 2_500, hoh: 2_500 },
      },
    ],
    orPayrollTaxes: true,
  },
  exemptions: [
    { form: 'amount', amount: { single: 1_500, mfj: 3_000, mfs: 1_500, hoh: 3_000 } },
    {
      form: 'perDependent',
      table: [
        [0, 1_000],
        [50_000, 500],
        [100_000, 300],
      ],
      of: 'stateAgi',
    },
  ],
  brackets: {
    single: [
      [0, 0.02],
      [500, 0.04],
      [3_000, 0.05],
    ],
    mfj: [
      [0, 0.02],
      [1_000, 0.04],
      [6_000, 0.05],
    ],
    mfs: [
      [0, 0.02],
      [500, 0.04],
      [3_000, 0.05],
    ],
    hoh: [
      [0, 0.02],
      [500, 0.04],
      [3_000, 0.05],
    ],
  },
  local: {
    on: 'earned',
    rate: 0,
    range: [0, 0.02],
    words: 'Some cities levy an occupational tax on wages (Birmingham 1%).',
  },
  entityTax: {
    available: true,
    form: 'elective; the owner leaves the taxed income out of Alabama income',
    source: 'Ala. Act 2021-1, 2021-423 (Code of Ala. 40-18-24.4)',
  },
  installment: {
    form: 'federal',
    words: 'Federal method, but recapture may be spread too (453(i) does not apply).',
    source: 'Code of Ala. 40-18-44',
  },
  notes: [
    'Federal income tax is fully deductible, which lowers the effective top rate to about 3% to 4%.',
    'Itemized deductions include FICA withheld and self-employment tax: the greater of these and the standard deduction counts.',
    "Employers' defined-benefit pensions are exempt; withdrawals from accounts (401(k), IRA) are taxed above an exemption from age 65.",
  ],
  confidence: 'B',
  stated: {
    retirementIncome: { year: 2023 },
    standardDeduction: { year: 2025 },
    exemptions: { year: 2022 },
    brackets: { year: 1983 },
  },
  sources: {
    retirementIncome: ['Alabama Legal Code Section 40-18-19 (a)(13)', 'Alabama Schedule RS | line 10'],
    standardDeduction: ['The Code of Alabama 1975 Section 40-18-15(b)', '2025 Alabama Income Tax Instructions'],
    exemptions: ['The Code of Alabama 1975 Section 40-18-19 (a)(8)', '2025 Alabama Income Tax Instructions'],
    brackets: ['The Code of Alabama 1975 Section 40-18-5', '2025 Alabama Income Tax Instructions'],
  },
}

export const alabama: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
