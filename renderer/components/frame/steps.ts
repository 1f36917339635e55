import type { CasePage } from '../../state/route'

/** The pages of a case in the order in which a careful person would go through them. */
export const STEPS: readonly { readonly page: CasePage; readonly name: string; readonly says: string }[] = [
  { page: 'practice', name: 'Practice', says: 'Collections, costs, loans and what it would sell for' },
  { page: 'you', name: 'You', says: 'Age, retirement, spending, savings, assumptions and tax' },
  { page: 'offers', name: 'Offers', says: 'The terms of each letter of intent' },
  { page: 'ways', name: 'Alternatives', says: 'A private sale now, working fewer days, a sale later' },
  { page: 'partner', name: 'Partner', says: 'The organizations, scorecard, reference calls, questions, journal' },
  { page: 'compare', name: 'Compare', says: 'The answer, the figures and charts side by side' },
  { page: 'risk', name: 'Risk', says: 'How firm the answer is, what would change it, what to ask for' },
  { page: 'retirement', name: 'Retirement', says: 'When you can retire, and how long the money lasts' },
  { page: 'years', name: 'Year table', says: 'Every line of every year' },
  { page: 'report', name: 'Report', says: 'The package for your advisors' },
  { page: 'unconfirmed', name: 'Unconfirmed', says: 'Values the program still assumes for you' },
  { page: 'snapshots', name: 'Snapshots', says: 'Saved versions, and what has changed since' },
]

/**
 * Alt and one of these number-row keys, by the browser's key codes, opens a step. A page keeps its key regardless of
 * which steps precede it.
 */
const KEYS: Partial<Record<CasePage, string>> = {
  practice: 'Digit1',
  you: 'Digit2',
  offers: 'Digit3',
  ways: 'Digit4',
  compare: 'Digit5',
  risk: 'Digit6',
  retirement: 'Digit7',
  years: 'Digit8',
  report: 'Digit9',
  unconfirmed: 'Digit0',
  snapshots: 'Minus',
  partner: 'Equal',
}
const SIGNS: Readonly<Record<string, string>> = { Minus: '-', Equal: '=' }

export const stepOfKey = (code: string): CasePage | undefined => STEPS.find(({ page }) => KEYS[page] === code)?.page

/** As printed on the keyboard: `Alt+3`. */
export const keyOf = (page: CasePage): string | undefined => {
  const code = KEYS[page]
  return code && `Alt+${SIGNS[code] ?? code.slice(-1)}`
}
