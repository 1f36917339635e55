import type { Assigned } from './assign'
import type { Clause } from './clauses'
import type { Quantity } from './quantity'

const PARTNER = String.raw`(?:partner|owner|shareholder|surgeon|doctor|dentist|physician|member|seller)`
const NAMED = new RegExp(String.raw`\b(?:per|each|to\s+each)\s+(?:of\s+(?:the\s+|you\s+)?)?${PARTNER}s?\b`, 'i')
const RECEIVES = new RegExp(
  String.raw`\beach\s+(?:${PARTNER}|of\s+(?:you|the\s+(?:\w+\s+)?${PARTNER}s))\s+(?:would\s+|will\s+|shall\s+)?(?:receives?|gets?|be\s+paid)\b`,
  'i',
)

/** "Each receives $2,340,000, together $4,680,000": what ends so is all partners'. */
const TOGETHER =
  /\b(?:together|in\s+total|totaling|for\s+a\s+total|combined|in\s+the\s+aggregate|collectively)(?:\s+of)?,?\s*$/i

/** "Each partner would receive $7,200,000, as follows: …": amounts here are one partner's, and fields are for all. */
export const isPerPartner = ({ label, text, before, quantities }: Clause, { start }: Quantity): boolean =>
  !TOGETHER.test(text.slice(0, start)) &&
  quantities.some(({ kind }) => kind === 'money') &&
  (NAMED.test(label) ||
    RECEIVES.test(text) ||
    (RECEIVES.test(before) &&
      !/\btogether\b|\btotal\b|\b(?:the\s+(?:two|three|four)|both|all)\s+of\s+you\b/i.test(text)))

/**
 * How many partners there are, proved by the price: it is a whole number of times what each is paid. The price is stated,
 * or follows from the multiple and the EBITDA.
 */
export function partnersOf(assigned: readonly Assigned[]): number | undefined {
  const values = (id: string): number[] =>
    assigned.flatMap(({ term, quantity }) => (term.id === id && quantity.values.length === 1 ? quantity.values : []))
  const prices = [
    ...values('price'),
    ...values('multiple').flatMap((multiple) => values('ebitda').map((ebitda) => multiple * ebitda)),
  ]
  const counts = prices.flatMap((price) =>
    values('price for one partner').flatMap((each) => {
      const count = Math.round(price / each)
      return count >= 2 && count <= 20 && Math.abs(price - count * each) <= 0.005 * price ? [count] : []
    }),
  )
  return new Set(counts).size === 1 ? counts[0] : undefined
}
