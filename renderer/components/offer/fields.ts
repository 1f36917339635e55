import type { Path } from '../../../shared/case/path'
import type { Case } from '../../../shared/case/schema'
import { fieldOf } from './asks'
import { FIRST, GROUPS, situationOf } from './form'
import { asksOf } from './part-asks'
import { PART_COLUMNS } from './part-columns'

/** Every field of an offer's form, collapsed or not, in the form's order. */
export function fieldsOfOffers(document: Case): Path[] {
  return document.offers.flatMap((offer) => {
    const situation = situationOf(offer, document)
    const base = `offers/${offer.id}`
    const asked = [...FIRST, ...GROUPS].flatMap((part) => part.asks(situation)).map(fieldOf)
    const parts = offer.components.flatMap((part) =>
      [...PART_COLUMNS.map((column) => column.field(part)), ...asksOf(part).map(fieldOf)].flatMap((field) =>
        field === undefined ? [] : [`components/${part.id}/${field}`],
      ),
    )
    return [...asked, ...(situation.services ? [] : parts)].flatMap((field) =>
      field === undefined ? [] : [`${base}/${field}`],
    )
  })
}
