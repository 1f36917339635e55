import { f } from '../../formula'
import { basisYear, type Context, onDay, type View } from '../plan/context'
import { presentValue } from '../plan/time-value'
import type { Practice } from '../practice/practice'
import type { Terms } from './terms'
import type { CountedDeal } from './counted'
import type { Price } from './price'
import { shareSold } from './share-sold'

/** The price as a view counts it: in total, at present value, and per dollar of EBITDA. */
export function declarePriceFigures(
  ctx: Context,
  practice: Practice,
  price: Price,
  { payments, equity }: CountedDeal,
  { offer, path, scope, closing }: Terms,
  view: View,
): void {
  const m = ctx.model.scope(scope).under('Totals').scope(view)
  const discountRate = ctx.input('assumptions/discountRate')
  const parts = [
    ...payments.map(({ principal }) => principal),
    ...equity.filter(({ item }) => item.component.acquired === 'rolled').map(({ flow }) => flow),
  ]
  const priceYear = m.row(
    'priceYear',
    {
      label: 'price paid in the year',
      unit: 'usd',
      meaning: 'Components weighted by probability, before tax and interest; rollover equity at its exit value.',
    },
    f`${onDay(closing, price.cash)} + total(${parts.map(({ row }) => row)})`,
  )
  const priceTotal = m.figure(
    'priceTotal',
    {
      label: 'total purchase price',
      unit: 'usd',
      meaning: 'Everything the deal pays for the practice: principal only, before tax.',
    },
    f`sum(${priceYear})`,
  )
  m.figure(
    'saleBesides',
    {
      label: 'paid in addition to the price',
      unit: 'usd',
      meaning:
        'Interest, working capital, receivables, the retained share, a building and other assets, retention bonuses, loans, equity bought or granted; less clawbacks and tail coverage.',
    },
    f`${ctx.model.line(`${scope}/${view}/saleBeforeTax`)} - ${priceTotal} + total(${[price.debtPaid, price.sellingCosts, ...(price.staffBonusCost ? [price.staffBonusCost] : [])]})`,
  )
  const pricePresent = m.row(
    'pricePresent',
    {
      label: 'present value of the price paid in the year',
      unit: 'usd',
      meaning: 'Each component discounted from its payment date.',
    },
    f`${presentValue(onDay(closing, price.cash), discountRate, closing.t)} + total(${parts.map(({ row, time }) => presentValue(row, discountRate, time))})`,
  )
  const presentPrice = m.figure(
    'priceTotalPresentValue',
    {
      label: 'present value of the price',
      unit: 'usd',
      meaning: 'The price as a single amount at the start of the plan.',
    },
    f`sum(${pricePresent})`,
  )
  if (offer.structure !== 'services')
    m.figure(
      'effectiveMultiple',
      {
        label: 'effective multiple',
        unit: 'factor',
        meaning: 'Present value of the price per dollar of EBITDA sold; none if nothing is sold.',
        optional: true,
      },
      f`${presentPrice} / (at(${practice.adjustedEbitda}, ${basisYear(closing.t, ctx.years)}) * ${shareSold(ctx, offer, path)} * ${ctx.input('practice/ownershipShare')})`,
    )
}

/** The annual return on equity rolled or bought, where the deal has exactly one such component. */
export function declareRolledReturn(ctx: Context, price: Price, { scope, closing }: Terms, view: View): void {
  const m = ctx.model.scope(scope).under('Totals').scope(view)
  const [only] = price.equities
  if (only && price.equities.length === 1 && only.component.acquired !== 'granted')
    m.figure(
      'rolledReturn',
      {
        label: 'annual return on rollover equity',
        unit: 'rate',
        meaning: 'Value at exit compared with the amount rolled over; none if nothing is rolled.',
        optional: true,
      },
      f`(${only.value(view)} * ${only.kept} / ${only.rolled}) ^ (1 / (${only.exit.t} - ${closing.t})) - 1`,
    )
}
