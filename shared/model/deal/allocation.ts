import type { Offer } from '../../case/schema'
import { type Expression, f, type Operand } from '../../formula'
import { SALE_TREATMENT } from '../../tax'
import type { Context } from '../plan/context'

/**
 * Ordinary income by the allocation of the price (26 U.S.C. 1060): recapture on equipment and purchased goodwill up to
 * the amount written off, all gain on supplies, and the whole covenant. Stock is a capital asset and has none.
 * @param part the portion of each basis that belongs to the taxed price
 */
export function ordinaryByAllocation(
  ctx: Context,
  offer: Offer,
  path: string,
  price: Operand,
  part: Operand,
): Expression {
  const { entity } = ctx.document.tax.federal
  if (!SALE_TREATMENT[entity][offer.saleForm].byAssets) return f`0`
  const of = (asset: string) => f`${ctx.input(`${path}/allocation/${asset}`)} * ${price}`
  const own = (field: string) => f`${ctx.input(`practice/assets/${field}`)} * ${part}`
  return f`clamp(${of('equipment')} - ${own('equipmentBasis')}, 0, ${own('equipmentDepreciation')}) + max(0, ${of('supplies')} - ${own('suppliesBasis')}) + ${of('covenant')} + clamp(${of('intangibles')} - ${own('intangiblesBasis')}, 0, ${own('intangiblesAmortised')})`
}
