import { isOnTop } from '../../case/earn-outs'
import { type Expression, f, type Line, type Operand } from '../../formula'
import type { Context } from '../plan/context'
import { isFederal } from '../plan/tax-mode'
import { ordinaryByAllocation } from './allocation'
import type { ClosingStatement } from './closing-statement'
import type { Payment } from './payments'
import type { EquityValue, RolledPart } from './rolled-equity'
import { shareSold } from './share-sold'
import type { Terms } from './terms'

/** The portion of the price that is taxed as a sale, and how much of it is gain. */
export interface TaxedPrice {
  /** The price taxed as a sale, at closing or as it is paid; contingent components at their maximum. */
  readonly taxedPrice: Line
  readonly ordinaryPart: Line
  /** Ordinary income at closing: the ordinary portion and receivables, less a staff bonus. */
  readonly ordinaryAtClosing: Expression
  readonly grossProfitRatio: Line
  readonly equities: readonly RolledPart[]
}

/** What the price consists of. */
export interface PriceParts {
  readonly consideration: Line
  readonly payments: readonly Payment[]
  readonly equities: readonly EquityValue[]
  /** The price paid in rollover equity. */
  readonly rolled: Expression
}

export function declareTaxedPrice(
  ctx: Context,
  { offer, path, scope }: Terms,
  { consideration, payments, equities, rolled }: PriceParts,
  { workingCapital, receivables, sellingCosts, staffBonusCost }: ClosingStatement,
): TaxedPrice {
  const m = ctx.model.scope(scope).under('The price and how it is paid')
  const sold = shareSold(ctx, offer, path)
  const line = (id: string, label: string, meaning: string, formula: Operand) =>
    m.figure(id, { label, unit: 'usd', meaning }, formula)
  const wageInside = payments.filter(({ component, wages }) => wages && !isOnTop(component))
  const onTopPrice = payments.filter(({ component, wages }) => !wages && isOnTop(component))
  const unstated = payments.flatMap(({ amount, taxed }) => (taxed ? [f`${amount} - ${taxed.amount}`] : []))
  const taxedPrice = line(
    'taxedPrice',
    'price taxed as a sale',
    'Excludes rollover and anything taxed as wages or interest; contingent components at their stated maximum.',
    f`${consideration} + total(${onTopPrice.map(({ amount }) => amount)}) + ${workingCapital} - ${rolled} - total(${[...wageInside.map(({ amount }) => amount), ...unstated]})`,
  )
  const basisSold = f`${ctx.input('practice/basis')} * ${sold}`
  // If more working capital is owed than is paid, rollover equity takes all of the basis and never more.
  const taxed = f`max(0, ${taxedPrice})`
  const basisRolled = line(
    'basisRolled',
    'tax basis allocated to rollover equity',
    'The basis of what is sold, allocated by dollars.',
    f`if(${rolled} + ${taxed} > 0, ${basisSold} * (${rolled} / (${rolled} + ${taxed})), 0)`,
  )
  const parts = equities.map((equity): RolledPart => ({
    ...equity,
    basis: line(
      `${equity.component.id}/basis`,
      `${equity.component.label}: tax basis`,
      equity.component.acquired === 'rolled'
        ? 'Its share, by dollars, of the basis allocated to all rollover equity.'
        : 'The price you paid for it.',
      equity.component.acquired === 'rolled'
        ? f`if(${rolled} > 0, ${basisRolled} * (${equity.rolled} / ${rolled}), 0)`
        : equity.rolled,
    ),
  }))
  const ordinaryPart = line(
    'ordinaryPart',
    'portion of the price taxed as ordinary income',
    'Equipment, supplies and covenant not to compete: taxed in full in the year of closing.',
    isFederal(ctx)
      ? ordinaryByAllocation(
          ctx,
          m,
          offer,
          path,
          taxed,
          f`if(${rolled} + ${taxed} > 0, ${sold} * (${taxed} / (${rolled} + ${taxed})), ${sold})`,
        )
      : f`${ctx.input(`${path}/ordinaryShare`)} * ${taxed}`,
  )
  const grossProfitRatio = m.figure(
    'grossProfitRatio',
    { label: 'gross-profit ratio', unit: 'rate', meaning: 'The gain portion of each payment of the price.' },
    f`if(${taxedPrice} > 0, max(0, ${taxedPrice} - ${ordinaryPart} - (${basisSold} - ${basisRolled}) - ${sellingCosts}) / ${taxedPrice}, 0)`,
  )
  return {
    taxedPrice,
    ordinaryPart,
    ordinaryAtClosing: staffBonusCost
      ? f`${ordinaryPart} + ${receivables} - ${staffBonusCost}`
      : f`${ordinaryPart} + ${receivables}`,
    grossProfitRatio,
    equities: parts,
  }
}
