import type { CasePage } from '../../state/route'

/** The pages of a case in the order in which a careful person would go through them. */
export const STEPS: readonly { readonly page: CasePage; readonly name: string; readonly says: string }[] = [
  { page: 'practice', name: 'Practice', says: 'Collections, costs, loans and what it would sell for' },
  { page: 'you', name: 'You', says: 'Age, retirement, spending, savings, assumptions and tax' },
  { page: 'offers', name: 'Offers', says: 'The terms of each letter of intent' },
  { page: 'ways', name: 'Alternatives', says: 'A private sale now, working fewer days, a sale later' },
  { page: 'compare', name: 'Compare', says: 'The answer, the figures and charts side by side' },
  { page: 'risk', name: 'Risk', says: 'How firm the answer is, what would change it, what to ask for' },
  { page: 'retirement', name: 'Retirement', says: 'When you can retire, and how long the money lasts' },
  { page: 'years', name: 'Year table', says: 'Every line of every year' },
  { page: 'report', name: 'Report', says: 'The package for your advisors' },
  { page: 'unconfirmed', name: 'Unconfirmed', says: 'Values the program still assumes for you' },
  { page: 'snapshots', name: 'Snapshots', says: 'Saved versions, and what has changed since' },
]

/** The upper row of the keyboard, by the names that browsers give its keys: Alt and one of them leads to a step. */
const ROW = [
  'Digit1',
  'Digit2',
  'Digit3',
  'Digit4',
  'Digit5',
  'Digit6',
  'Digit7',
  'Digit8',
  'Digit9',
  'Digit0',
  'Minus',
]
const written = (code: string): string => (code === 'Minus' ? '-' : code.slice(-1))

export const stepOfKey = (code: string): CasePage | undefined => STEPS[ROW.indexOf(code)]?.page

/** As the keyboard is written on: `Alt+3`. */
export const keyOf = (page: CasePage): string | undefined => {
  const code = ROW[STEPS.findIndex((step) => step.page === page)]
  return code && `Alt+${written(code)}`
}
