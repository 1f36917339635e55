import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'DC',
  name: 'District of Columbia',
  year: 2026,
  tax: 'income',
  base: 'agi',
  spouses: 'lesserOfJointAndSeparate',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'ordinary' },
  standardDeduction: {
    form: 'amount',
    amount: { single: 15_000, mfj: 30_000, mfs: 15_000, hoh: 22_500 },
    federalAged: true,
    splitBest: true,
  },
  brackets: [
    [0, 0.04],
    [10_000, 0.06],
    [40_000, 0.065],
    [60_000, 0.085],
    [250_000, 0.0925],
    [500_000, 0.0975],
    [1_000_000, 0.1075],
  ],
  entityTax: {
    available: false,
    form: 'none; unincorporated businesses pay an 8.25% franchise tax from which professional practices are exempt',
    source: 'D.C. Code 47-1808.01',
  },
  installment: { form: 'federal' },
  notes: ['Practice income of a nonresident is not taxed (Home Rule Act).'],
  nonresidents: 'notTaxed',
  confidence: 'B',
  stated: { standardDeduction: { year: 2025, indexed: true }, brackets: { year: 2022 } },
  sources: {
    standardDeduction: [
      'DC Code § 47-1801.04(3A) - Basic standard deduction',
      '2025 DC D-40 Booklet, Standard Deduction (p.13)',
    ],
    brackets: ['2025 DC Form D-40 Booklet, Tax Rate Schedule'],
  },
}

export const districtOfColumbia: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
