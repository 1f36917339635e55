import { addMonths, dayOf, formatDay } from './dates'
import type { Case, Component, Offer } from './schema'

/** The day on which rolled equity is cashed: as the letter dates it, or so many months after closing. */
export const rolledExit = ({ closing }: Offer, part: Extract<Component, { kind: 'rolled' }>): string =>
  part.exitOn ?? formatDay(addMonths(dayOf(closing), part.exitMonths))

/**
 * The day on which the retained share is sold: as dated, so many months after closing, or at retirement; if the buyer may
 * call it, on leaving at the latest.
 */
export function retainedExit(offer: Offer, { owner }: Pick<Case, 'owner'>): string {
  const { closing, retained, leaving } = offer
  const retirement = offer.retirement ?? owner.retirement
  const agreed =
    retained.exitAt ??
    (retained.exitMonths === null ? retirement : formatDay(addMonths(dayOf(closing), retained.exitMonths)))
  // Days as text are in the order of time.
  return retained.called ? [agreed, retirement, leaving.on ?? agreed].sort()[0]! : agreed
}
