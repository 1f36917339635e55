import { f, type Expression, type Operand } from '../../formula'
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
