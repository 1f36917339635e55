import { isOnTop } from '../../case/earn-outs'
import { type Expression, f, type Line, type Operand } from '../../formula'
import type { Needs } from '../household/needs'
import { closingTaxFormula, type Deal, type Work } from '../household/taxes'
import type { Context } from '../plan/context'
import { figureWithToday } from '../plan/time-value'
import type { Timeline } from '../plan/timeline'
import type { Terms } from './terms'
import type { Price } from './price'

/** The taxable amounts of a sale on the day of closing. */
export interface TaxedAtClosing extends Pick<Deal, 'form' | 'personalGoodwill'> {
  readonly ordinary: Expression
  readonly gain: Expression
}

/** Cash on the day of closing, before and after tax. */
export interface Closing {
  /** The tax on it; defined with `defineClosingTax` once the path's taxes are declared. */
  readonly tax: Line
  readonly inPocket: Line
}

export function declareClosing(ctx: Context, timeline: Timeline, price: Price, terms: Terms): Closing {
  const { scope, closing } = terms
  const m = ctx.model.scope(scope).under('The price and how it is paid')
  const tax = m.declare(
    'closingTax',
    {
      label: 'tax on closing proceeds',
      unit: 'usd',
      meaning: 'On all ordinary income and on the gain in the cash received.',
    },
    'figure',
  )
  const inPocket = figureWithToday(
    ctx,
    timeline,
    m,
    'inPocketAtClose',
    'in pocket at close',
    'Cash at close less the tax on it.',
    f`${price.cashAtClose} - ${tax}`,
    closing.year,
  )
  m.figure(
    'cashAtCloseToday',
    {
      label: 'cash at close, in today’s dollars',
      unit: 'usd',
      meaning: 'Divided by the price level of the year of closing.',
    },
    f`${price.cashAtClose} / at(${timeline.priceIndex}, clamp(${closing.year}, 1, ${ctx.years}))`,
  )
  m.figure(
    'pocketReturn',
    {
      label: 'annual return on closing proceeds',
      unit: 'usd',
      meaning: 'After tax, if all of it is invested.',
    },
    f`${inPocket} * ${timeline.afterTaxReturnIn(closing.year)}`,
  )
  const onTop = price.payments.filter(({ component }) => isOnTop(component)).map(({ amount }) => amount)
  m.figure(
    'cashShareOfHeadline',
    {
      label: 'cash share of the price',
      unit: 'rate',
      meaning: 'Cash at closing as a share of the headline price, including amounts paid on top.',
    },
    f`if(${price.consideration} > 0, ${price.cash} / (${price.consideration} + total(${onTop})), 0)`,
  )
  return { tax, inPocket }
}

export function taxedAtClosing(ctx: Context, price: Price, { offer, path }: Terms): TaxedAtClosing {
  const ratio = price.grossProfitRatio
  return {
    form: offer.saleForm,
    personalGoodwill: ctx.input(`${path}/allocation/personalGoodwill`),
    ordinary: price.ordinaryAtClosing,
    gain: offer.instalments ? f`${ratio} * max(0, ${price.paidAtClosing})` : f`${ratio} * ${price.taxedPrice}`,
  }
}

/** @param work income from practice and job in the year of closing, in the expected view */
export function defineClosingTax(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  { scope, closing: { year } }: Terms,
  tax: Line,
  taxed: TaxedAtClosing,
  work: () => Work,
): void {
  const formula: Operand = closingTaxFormula(ctx, timeline, needs, scope, year, taxed, work)
  ctx.model.define(tax, formula)
}
