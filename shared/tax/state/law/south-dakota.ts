import type { StateLaw } from '../types'

const law2026: StateLaw = {
  code: 'SD',
  name: 'South Dakota',
  year: 2026,
  tax: 'none',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'exempt' },
  gain: { form: 'none' },
  confidence: 'A',
  stated: {},
  sources: {},
}

export const southDakota: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
