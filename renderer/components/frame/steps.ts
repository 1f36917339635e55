import type { CasePage } from '../../state/route'

/** The pages of a case in the order in which a careful person would go through them. */
export const STEPS: readonly { readonly page: CasePage; readonly name: string; readonly says: string }[] = [
  { page: 'practice', name: 'Practice', says: 'Collections, costs, loans and what it would sell for' },
  { page: 'you', name: 'You', says: 'Age, retirement, spending, savings, assumptions and tax' },
  { page: 'offers', name: 'Offers', says: 'What each buyer has put on paper' },
  { page: 'ways', name: 'Other ways', says: 'A private sale now, working fewer days, a sale later' },
  { page: 'compare', name: 'Compare', says: 'The answer, the figures and charts side by side' },
  { page: 'years', name: 'Year table', says: 'Every line of every year' },
  { page: 'report', name: 'Report', says: 'What you hand to your advisors' },
  { page: 'unconfirmed', name: 'Unconfirmed', says: 'What the program still assumes for you' },
]
