import { addMonths, dayOf, formatDay } from './dates'
import type { Case, Component, Offer } from './schema'

/** The date on which rolled equity is sold: as stated, or a number of months after closing. */
export const rolledExit = ({ closing }: Offer, part: Extract<Component, { kind: 'rolled' }>): string =>
  part.exitOn ?? formatDay(addMonths(dayOf(closing), part.exitMonths))

/** The date on which the job ends: its stated end, departure or retirement, whichever comes first. */
export const jobEnd = ({ job, leaving, retirement }: Offer, { owner }: Pick<Case, 'owner'>): string =>
  [job.ends, leaving.on, retirement ?? owner.retirement].filter((day) => day !== null).sort()[0]!

/** The first and last day of the consulting fee; it does not begin before closing. */
export function consultingDays(offer: Offer, document: Pick<Case, 'owner'>): { from: string; until: string } {
  const end = jobEnd(offer, document)
  const from = end < offer.closing ? offer.closing : end
  return { from, until: formatDay(addMonths(dayOf(from), offer.consulting.months)) }
}

/**
 * The date on which the retained share is sold: as stated, a number of months after closing, or at retirement; if the
 * buyer may call it, no later than the departure.
 */
export function retainedExit(offer: Offer, { owner }: Pick<Case, 'owner'>): string {
  const { closing, retained, leaving } = offer
  const retirement = offer.retirement ?? owner.retirement
  const agreed =
    retained.exitAt ??
    (retained.exitMonths === null ? retirement : formatDay(addMonths(dayOf(closing), retained.exitMonths)))
  // ISO dates sort chronologically.
  return retained.called ? [agreed, retirement, leaving.on ?? agreed].sort()[0]! : agreed
}
