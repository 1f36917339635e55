import type { Dollars } from '../../../shared/present/money'
import { VIEW_NAMES } from '../../../shared/present/views'

export const dollarsInWords = (dollars: Dollars): string =>
  dollars === 'today' ? 'in today’s dollars' : 'in future dollars'

export const VIEW_WORDS = {
  guaranteed: `${VIEW_NAMES.guaranteed} view`,
  expected: `${VIEW_NAMES.expected} view`,
  maximum: `${VIEW_NAMES.maximum} view`,
}
