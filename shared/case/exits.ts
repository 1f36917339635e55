import { addMonths, dayOf, formatDay } from './dates'
import type { Case, Component, Offer } from './schema'

/** The day on which rolled equity is cashed: as the letter dates it, or so many months after closing. */
export const rolledExit = ({ closing }: Offer, part: Extract<Component, { kind: 'rolled' }>): string =>
  part.exitOn ?? formatDay(addMonths(dayOf(closing), part.exitMonths))

/** The day on which the retained share is sold: as dated, so many months after closing, or at retirement. */
export function retainedExit({ closing, retained, retirement }: Offer, { owner }: Pick<Case, 'owner'>): string {
  if (retained.exitAt !== null) return retained.exitAt
  if (retained.exitMonths !== null) return formatDay(addMonths(dayOf(closing), retained.exitMonths))
  return retirement ?? owner.retirement
}
