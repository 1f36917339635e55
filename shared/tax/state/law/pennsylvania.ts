import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'PA',
  name: 'Pennsylvania',
  year: 2026,
  tax: 'income',
  base: 'gross',
  selfEmploymentTaxHalf: false,
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exempt', minAge: 59.5 },
  gain: { form: 'ordinary' },
  brackets: [[0, 0.0307]],
  credits: [
    {
      name: 'tax forgiveness',
      form: 'pennsylvaniaForgiveness',
      base: { single: 6_500, mfj: 13_000, mfs: 13_000, hoh: 6_500 },
      perDependent: 9_500,
      step: 250,
      sharePerStep: 0.1,
      words: 'share of tax forgiven: 1, less 0.1 for every 250 of eligibility income above the base',
    },
  ],
  local: {
    on: 'earned',
    rate: 0.01,
    range: [0, 0.0374],
    words:
      'Municipalities and school districts tax wages and net profits, mostly 1%; Philadelphia 3.74% (wages, net profits; also business income tax), Pittsburgh 3%. Gain on goodwill is not taxed locally as a rule.',
  },
  entityTax: {
    available: false,
    form: 'none; no credit is given for entity-level tax of other states',
    source: '61 Pa. Code 111',
  },
  installment: {
    form: 'notForIntangibles',
    words: 'The whole gain on goodwill, stock or an interest is income of the year of sale.',
    source: 'PICPA/DOR Q&A of 15 November 2019; 61 Pa. Code 103.13',
  },
  notes: [
    'Elective deferrals to a retirement plan are taxed when they are earned; withdrawals are then free from 59½.',
    'No installment method for intangible property (goodwill, stock, interests): the whole gain is taxed in the year of sale.',
  ],
  deferrals: 'taxed',
  confidence: 'B',
  stated: { brackets: { year: 2021 } },
  sources: {
    brackets: [
      'Tax Reform Code of 1971, Article III, Section 302',
      '2025 Pennsylvania Personal Income Tax Return Instructions (PA-40 IN)',
    ],
  },
}

export const pennsylvania: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
