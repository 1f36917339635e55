import type { Offer } from '../../case/schema'
import { type Expression, f, type Model, type Operand } from '../../formula'
import { SALE_TREATMENT } from '../../tax'
import type { Context } from '../plan/context'

/**
 * Ordinary income by the allocation of the price (26 U.S.C. §1060): recapture on equipment and purchased goodwill up to
 * the amount written off, all gain on supplies, and the whole covenant. Stock is a capital asset and has none.
 * @param part the portion of each basis that belongs to the taxed price
 */
export function ordinaryByAllocation(
  ctx: Context,
  m: Model,
  offer: Offer,
  path: string,
  price: Operand,
  part: Operand,
): Expression {
  const { entity } = ctx.document.tax.federal
  if (!SALE_TREATMENT[entity][offer.saleForm].byAssets) return f`0`
  const own = (field: string) => f`${ctx.input(`practice/assets/${field}`)} * ${part}`
  const line = (id: string, label: string, meaning: string, formula: Operand) =>
    m.figure(`allocation/${id}`, { label, unit: 'usd', meaning }, formula)
  const allocated = (asset: string, label: string) =>
    line(
      asset,
      `${label}: allocated price`,
      'Its share of the price that is taxed as a sale (Form 8594).',
      f`${ctx.input(`${path}/allocation/${asset}`)} * ${price}`,
    )
  const ordinary = (asset: string, label: string, meaning: string, formula: Operand) =>
    line(`${asset}Ordinary`, `${label}: ordinary income`, meaning, formula)
  const equipment = allocated('equipment', 'equipment')
  const supplies = allocated('supplies', 'supplies')
  const covenant = allocated('covenant', 'covenant not to compete')
  const intangibles = allocated('intangibles', 'purchased goodwill')
  line(
    'goodwill',
    'goodwill: allocated price',
    'What the other classes leave of the price that is taxed as a sale.',
    f`${price} - ${equipment} - ${supplies} - ${covenant} - ${intangibles}`,
  )
  const parts = [
    ordinary(
      'equipment',
      'equipment',
      'Gain up to the depreciation taken.',
      f`clamp(${equipment} - ${own('equipmentBasis')}, 0, ${own('equipmentDepreciation')})`,
    ),
    ordinary('supplies', 'supplies', 'All gain.', f`max(0, ${supplies} - ${own('suppliesBasis')})`),
    ordinary('covenant', 'covenant not to compete', 'All of it.', f`${covenant}`),
    ordinary(
      'intangibles',
      'purchased goodwill',
      'Gain up to the amortization taken.',
      f`clamp(${intangibles} - ${own('intangiblesBasis')}, 0, ${own('intangiblesAmortised')})`,
    ),
  ]
  return f`total(${parts})`
}
