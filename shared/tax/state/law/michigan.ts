import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'MI',
  name: 'Michigan',
  year: 2026,
  tax: 'income',
  base: 'agi',
  selfEmploymentTaxHalf: false,
  additions: [{ name: 'deduction for half of self-employment tax', form: 'halfSelfEmploymentTax' }],
  socialSecurity: { form: 'exempt' },
  retirementIncome: {
    form: 'exclusion',
    perReturn: { single: 65_897, mfj: 131_794, mfs: 65_897, hoh: 65_897 },
    share: 1,
    counts: ['withdrawals'],
    orStandardAt67: {
      bornFrom: 1946,
      bornBefore: 1960,
      amount: { single: 20_000, mfj: 40_000, mfs: 20_000, hoh: 20_000 },
      lessPersonalExemptions: true,
      lessTaxedBenefits: false,
    },
    words:
      'from age 67, those born in certain years may take 20,000 / 40,000 less personal exemptions against all income instead, if that is more',
  },
  gain: { form: 'ordinary' },
  exemptions: [
    { form: 'perPerson', amount: 5_800 },
    { form: 'perDependent', amount: 5_800 },
  ],
  brackets: [[0, 0.0425]],
  local: {
    on: 'taxableIncome',
    rate: 0,
    range: [0, 0.024],
    words: "24 cities tax residents' income and gain: Detroit 2.4%, Grand Rapids 1.5%, most others 1%.",
  },
  entityTax: { available: true, form: 'elective (flow-through entity tax), 4.25%', source: 'MCL 206.801 ff.' },
  installment: { form: 'federal' },
  confidence: 'B',
  uncertain: [
    'From 2026 the law (2023 PA 4) limits the full retirement exclusion to no birth year; some programs still do.',
  ],
  stated: {
    retirementIncome: { year: 2026, indexed: true },
    exemptions: { year: 2025, indexed: true },
    brackets: { year: 2026 },
  },
  sources: {
    retirementIncome: [
      'Social Security Taxation Changes in Public Act 24 of 2025',
      'Revenue Administrative Bulletin 2026-1',
    ],
    exemptions: ['Michigan Legal Code Section 206.30 - (2)', 'Michigan 2025 Income Tax Withholding Guide (Form 446)'],
    brackets: [
      'Michigan INCOME TAX ACT OF 1967 Chapter 2, 206.51, Sec. 51, (1)',
      '4.25% Income Tax Rate for Individuals and Fiduciaries in 2026 Tax Year',
    ],
  },
}

export const michigan: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    retirementIncome: {
      form: 'exclusion',
      perReturn: { single: 65_897, mfj: 131_794, mfs: 65_897, hoh: 65_897 },
      share: 0.75,
      counts: ['withdrawals'],
      orStandardAt67: {
        bornFrom: 1946,
        bornBefore: 1959,
        amount: { single: 20_000, mfj: 40_000, mfs: 20_000, hoh: 20_000 },
        lessPersonalExemptions: true,
        lessTaxedBenefits: true,
      },
      words:
        'from age 67, those born in certain years may take 20,000 / 40,000 less personal exemptions against all income instead, if that is more',
    },
    stated: {
      retirementIncome: { year: 2025, indexed: true },
      exemptions: { year: 2025, indexed: true },
      brackets: { year: 2025 },
    },
    uncertain: undefined,
  },
  law2026,
]
