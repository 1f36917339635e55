import { f, type Expression, type Model, type Operand } from '../../formula'
import type { Context } from '../plan/context'

/** The owner's share of a private price by its valuation method, each year as if sold at year-end. */
export function privatePrice(
  ctx: Context,
  path: string,
  method: 'collections' | 'discretionary' | 'ebitda' | 'amount' | 'none',
  lines: { collections: Operand; discretionary: Operand; adjustedEbitda: Operand },
): Expression {
  const share = ctx.input('practice/ownershipShare')
  switch (method) {
    case 'collections':
      return f`${share} * ${ctx.input(`${path}/shareOfCollections`)} * ${lines.collections}`
    case 'discretionary':
      return f`${share} * ${ctx.input(`${path}/multiple`)} * max(0, ${lines.discretionary})`
    case 'ebitda':
      return f`${share} * ${ctx.input(`${path}/multiple`)} * max(0, ${lines.adjustedEbitda})`
    case 'amount':
      return f`${share} * ${ctx.input(`${path}/amount`)}`
    case 'none':
      return f`0`
  }
}

/**
 * How a price that a dentist pays is taxed: one portion as ordinary income, the rest as goodwill.
 * @param price what is taxed as a sale, and what that is in words
 * @param ordinary what of it is ordinary income
 */
export function declareAllocation(m: Model, [price, meaning]: readonly [Operand, string], ordinary: Operand): void {
  const taxed = m.figure('allocation/taxed', { label: 'price taxed as a sale', unit: 'usd', meaning }, f`${price}`)
  const portion = m.figure(
    'allocation/ordinary',
    {
      label: 'ordinary portion: allocated price',
      unit: 'usd',
      meaning: 'Supplies, equipment and covenant together, taxed as ordinary income (Form 8594).',
    },
    f`${ordinary}`,
  )
  m.figure(
    'allocation/goodwill',
    { label: 'goodwill: allocated price', unit: 'usd', meaning: 'What the ordinary portion leaves of the price.' },
    f`${taxed} - ${portion}`,
  )
}
