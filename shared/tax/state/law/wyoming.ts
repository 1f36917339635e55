import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'WY',
  name: 'Wyoming',
  year: 2026,
  tax: 'none',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exempt' },
  gain: { form: 'none' },
  confidence: 'A',
  stated: {},
  sources: {},
}

export const wyoming: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
