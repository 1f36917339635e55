import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'TN',
  name: 'Tennessee',
  year: 2026,
  tax: 'none',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exempt' },
  gain: { form: 'none' },
  notes: ['The Hall tax on interest and dividends ended with 2020.'],
  confidence: 'A',
  stated: {},
  sources: {},
}

export const tennessee: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
