import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'WA',
  name: 'Washington',
  year: 2026,
  tax: 'gainOnly',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exempt' },
  gain: {
    form: 'gainOnly',
    deduction: 278_000,
    brackets: [
      [0, 0.07],
      [1_000_000, 0.099],
    ],
    exempt: ['real estate', 'assets deducted under IRC 167/179 (depreciable)', 'retirement accounts'],
    practiceSale: {
      share: 1,
      words:
        'gain on substantially all of a qualified family-owned small business is free: held five years, the owner worked in it five of the last ten years, worldwide gross revenue of at most 10 million (indexed) in the twelve months before',
      source: 'RCW 82.87.070',
    },
  },
  entityTax: {
    available: false,
    form: 'no income tax; business and occupation tax on gross receipts is not counted',
    source: '',
  },
  installment: { form: 'federal' },
  notes: ['Gain on intangible property is allocated by domicile at the time of sale (RCW 82.87.100).'],
  nonresidents: 'notTaxed',
  confidence: 'B',
  uncertain: ['An income tax of 9.9% above 1,000,000 is enacted from 2028 and contested in court; it is not counted.'],
  stated: { brackets: { year: 2025 }, gain: { year: 2025, indexed: true } },
  sources: {
    brackets: [
      'ESSB 5813, Chapter 421, Laws of 2025, Sec. 101',
      'RCW 82.87.040(1)-(2) Tax imposed—Long-term capital assets',
    ],
    gain: ['RCW 82.87.060(1) Deductions', '2021 Tax Legislation | Washington Department of Revenue'],
  },
}

export const washington: readonly StateLaw[] = [{ ...law2026, year: 2025, uncertain: undefined }, law2026]
