import { f, type Line, type Operand } from '../../formula'
import type { Terms } from '../deal/terms'
import type { Work } from '../household/taxes'
import type { Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { Holdings } from '../practice/holdings'

/** The owner's income rows under an offer, all years. */
export interface Livelihood {
  readonly practiceTaxed: Line
  readonly retainedTaxed: Line | undefined
  readonly holdings: Holdings
  readonly family: Line | 0
  readonly ownedPart: Line
  readonly jobPay: Line
  readonly gapPay: Line
  readonly consulting: Line | 0
  readonly jobShare: Line
}

/** The taxed portion; `of` reads a row in its own year, or in a given year for figures. */
export function workOf(
  ctx: Context,
  timeline: Timeline,
  { path }: Terms,
  from: Livelihood,
  of: (row: Line) => Operand = (row) => row,
): Work {
  const { rent, passiveRent, selfEmployment } = from.holdings.work(of)
  const indexed = (field: string, part: Line) => f`${ctx.input(field)} * ${of(timeline.priceIndex)} * ${of(part)}`
  return {
    practice: [of(from.practiceTaxed)],
    retained: from.retainedTaxed ? [of(from.retainedTaxed)] : [],
    rent,
    passiveRent,
    ownedPart: of(from.ownedPart),
    wages: [of(from.jobPay), of(from.gapPay)],
    selfEmployment: [...(from.consulting === 0 ? [] : [of(from.consulting)]), ...selfEmployment],
    family: from.family === 0 ? 0 : of(from.family),
    contributionAsOwner: indexed('owner/contributionAsOwner', from.ownedPart),
    contributionAsEmployee: indexed(`${path}/job/contributionAsEmployee`, from.jobShare),
  }
}
