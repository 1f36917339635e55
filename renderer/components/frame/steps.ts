import type { CasePage } from '../../state/route'

/** The pages of a case in the order in which a careful person would go through them. */
export const STEPS: readonly { readonly page: CasePage; readonly name: string; readonly says: string }[] = [
  { page: 'practice', name: 'Practice', says: 'Collections, costs, loans and what it would sell for' },
  { page: 'you', name: 'You', says: 'Age, retirement, spending, savings, assumptions and tax' },
  { page: 'offers', name: 'Offers', says: 'What each buyer has put on paper' },
  { page: 'ways', name: 'Other ways', says: 'A private sale now, working fewer days, a sale later' },
  { page: 'compare', name: 'Compare', says: 'The answer, the figures and charts side by side' },
  { page: 'risk', name: 'Risk', says: 'How sure the answer is, what would change it, what to ask for' },
  { page: 'retirement', name: 'Retirement', says: 'When you can stop, and how far the money goes' },
  { page: 'years', name: 'Year table', says: 'Every line of every year' },
  { page: 'report', name: 'Report', says: 'What you hand to your advisors' },
  { page: 'unconfirmed', name: 'Unconfirmed', says: 'What the program still assumes for you' },
  { page: 'snapshots', name: 'Snapshots', says: 'States that you have kept, and what has changed since' },
]

/** The steps that Alt and a digit lead to: there are nine digits. */
export const NUMBERED = STEPS.slice(0, 9)

export function keyOf(page: CasePage): string | undefined {
  const place = NUMBERED.findIndex((step) => step.page === page)
  return place < 0 ? undefined : `Alt+${place + 1}`
}
