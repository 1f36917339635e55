import type { Dollars } from '../../../shared/present/money'

export const dollarsInWords = (dollars: Dollars): string =>
  dollars === 'today' ? 'in today’s dollars' : 'in dollars of each year'

export const VIEW_WORDS = {
  guaranteed: 'guaranteed view',
  expected: 'expected view',
  maximum: 'maximum view',
} as const
