import type { Offer } from '../../../../shared/case/schema'
import type { Part } from '../../context'

export type OfferProps = Part & { readonly offer: Offer }
