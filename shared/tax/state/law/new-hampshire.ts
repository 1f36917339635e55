import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'NH',
  name: 'New Hampshire',
  year: 2026,
  tax: 'none',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exempt' },
  gain: { form: 'none' },
  notes: ['The interest and dividends tax ended with 2024 (RSA 77, repealed from January 1, 2025).'],
  confidence: 'A',
  stated: {},
  sources: {},
}

export const newHampshire: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
