import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'MA',
  name: 'Massachusetts',
  year: 2026,
  tax: 'income',
  base: 'gross',
  selfEmploymentTaxHalf: false,
  subtractions: [{ name: 'FICA and self-employment tax paid', form: 'payrollTaxesUpTo', perPerson: 2_000 }],
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'ownRate', rate: 0.05, shortTermRate: 0.085 },
  exemptions: [
    { form: 'amount', amount: { single: 4_400, mfj: 8_800, mfs: 4_400, hoh: 6_800 } },
    { form: 'perAged', age: 65, amount: 700 },
    { form: 'perDependent', amount: 1_000 },
  ],
  brackets: [[0, 0.05]],
  surtaxes: [{ name: 'surtax on high income', of: 'taxableIncome', thresholds: 1_083_150, rate: 0.04 }],
  entityTax: {
    available: true,
    form: 'elective 5% (and since 2025 4% on income above the surtax threshold); credit 90%',
    source: 'M.G.L. c. 63D',
  },
  installment: {
    form: 'federal',
    words: 'The Department may ask for security on large installment sales and on those of intangibles.',
    source: 'M.G.L. c. 62 s. 63',
  },
  notes: [
    'A couple filing a joint federal return files jointly in Massachusetts too and has one surtax threshold. Installments keep more of a sale below it; the Department asks for security on installment sales of intangibles (M.G.L. c. 62 s. 63).',
  ],
  confidence: 'B',
  uncertain: ['The surtax threshold is indexed; 1,107,750 has been announced for 2026, the amount of 2025 is used.'],
  stated: {
    surtaxes: { year: 2025, indexed: true },
    exemptions: { year: 2015 },
    gain: { year: 2023 },
    brackets: { year: 2020 },
  },
  sources: {
    surtaxes: ['Chapter 62, Section 4 (d)', 'Form 1 2025 Massachusetts Resident Income Tax - 4% Surtax'],
    exemptions: [
      'State Individual Income Tax Rates and Brackets (Tax Foundation)',
      'Form 1 2024 Massachusetts Resident Income Tax - Line 2a',
    ],
    gain: [
      'State Individual Income Tax Rates and Brackets (Tax Foundation)',
      'Form 1 2024 Massachusetts Resident Income Tax - 2024 Personal Income Tax Rates',
    ],
    brackets: [
      'State Individual Income Tax Rates and Brackets (Tax Foundation)',
      'Form 1 2024 Massachusetts Resident Income Tax - 2024 Personal Income Tax Rates',
    ],
  },
}

export const massachusetts: readonly StateLaw[] = [{ ...law2026, year: 2025, uncertain: undefined }, law2026]
