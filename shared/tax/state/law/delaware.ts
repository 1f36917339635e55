import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'DE',
  name: 'Delaware',
  year: 2026,
  tax: 'income',
  base: 'agi',
  spouses: 'lesserOfJointAndSeparate',
  socialSecurity: { form: 'exempt' },
  retirementIncome: {
    form: 'exclusion',
    perPersonByAge: [
      [0, 2_000],
      [60, 12_500],
    ],
    counts: ['withdrawals'],
    countsFrom60: ['interest', 'dividends', 'netGain'],
  },
  gain: { form: 'ordinary' },
  standardDeduction: {
    form: 'amount',
    amount: { single: 3_250, mfj: 6_500, mfs: 3_250, hoh: 3_250 },
    perAged: { age: 65, amount: 2_500 },
    separateOnOneReturn: true,
  },
  brackets: [
    [0, 0],
    [2_000, 0.022],
    [5_000, 0.039],
    [10_000, 0.048],
    [20_000, 0.052],
    [25_000, 0.0555],
    [60_000, 0.066],
  ],
  credits: [
    { name: 'personal credit', form: 'perPerson', amount: 110 },
    { name: 'dependents', form: 'perDependent', amount: 110 },
    { name: 'at 60', form: 'perAged', age: 60, amount: 110 },
  ],
  creditsPerSpouse: true,
  local: { on: 'earned', rate: 0, range: [0, 0.0125], words: 'Wilmington 1.25% on wages and net profits.' },
  entityTax: { available: false, form: 'none', source: '' },
  installment: { form: 'federal' },
  confidence: 'B',
  stated: { standardDeduction: { year: 2000 }, brackets: { year: 2014 } },
  sources: {
    standardDeduction: [
      'The Delaware Code - Title 30 - Chapter 11 - Subchapter II - § 1108',
      '2025 Delaware Individual Income Tax Return Instructions',
    ],
    brackets: [
      'The Delaware Code - Title 30, Chapter 11, Subch. 1, § 1102, a, 14',
      'Government of Delaware - Tax Rate Changes',
    ],
  },
}

export const delaware: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
