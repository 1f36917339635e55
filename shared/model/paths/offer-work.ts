import { f, type Line, type Operand } from '../../formula'
import type { Terms } from '../deal/affiliation'
import type { Work } from '../household/taxes'
import type { Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { Building } from '../practice/real-estate'

/** The rows from which the owner of an offer lives, of all years. */
export interface Livelihood {
  readonly practiceTaxed: Line
  readonly retainedTaxed: Line | undefined
  readonly building: Building | undefined
  readonly ownedPart: Line
  readonly jobPay: Line
  readonly gapPay: Line
  readonly consulting: Line | 0
  readonly jobShare: Line
}

/** What of it is taxed; `of` reads a row in its own year, or in a given one for figures. */
export function workOf(
  ctx: Context,
  timeline: Timeline,
  { path }: Terms,
  from: Livelihood,
  of: (row: Line) => Operand = (row) => row,
): Work {
  const indexed = (field: string, part: Line) => f`${ctx.input(field)} * ${of(timeline.priceIndex)} * ${of(part)}`
  return {
    practice: [of(from.practiceTaxed)],
    retained: from.retainedTaxed ? [of(from.retainedTaxed)] : [],
    rent: from.building ? of(from.building.ownRent) : 0,
    passiveRent: from.building ? of(from.building.passiveRent) : 0,
    ownedPart: of(from.ownedPart),
    wages: [of(from.jobPay), of(from.gapPay)],
    selfEmployment: from.consulting === 0 ? [] : [of(from.consulting)],
    contributionAsOwner: indexed('owner/contributionAsOwner', from.ownedPart),
    contributionAsEmployee: indexed(`${path}/job/contributionAsEmployee`, from.jobShare),
  }
}
