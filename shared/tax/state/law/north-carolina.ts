import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'NC',
  name: 'North Carolina',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'ordinary' },
  standardDeduction: { form: 'amount', amount: { single: 12_750, mfj: 25_500, mfs: 12_750, hoh: 19_125 } },
  brackets: [[0, 0.0399]],
  entityTax: {
    available: true,
    form: 'elective at the individual rate; income excluded',
    source: 'N.C.G.S. 105-131.1A, 105-154.1',
  },
  installment: { form: 'federal' },
  confidence: 'B',
  stated: { standardDeduction: { year: 2022 }, brackets: { year: 2026 } },
  sources: {
    standardDeduction: ['Code of North Carolina | § 105-153.10 (a) (1)', '2025 North Carolina Standard Deduction'],
    brackets: ['2025 North Carolina Individual Income Tax Instructions'],
  },
}

export const northCarolina: readonly StateLaw[] = [
  {
    ...law2026,
    year: 2025,
    brackets: [[0, 0.0425]],
    stated: { standardDeduction: { year: 2022 }, brackets: { year: 2025 } },
  },
  law2026,
]
