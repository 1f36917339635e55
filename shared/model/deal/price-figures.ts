import { f } from '../../formula'
import { basisYear, type Context, onDay, type View } from '../plan/context'
import { presentValue } from '../plan/time-value'
import type { Practice } from '../practice/practice'
import type { Terms } from './affiliation'
import type { CountedDeal } from './counted'
import type { Price } from './price'
import { shareSold } from './share-sold'

/** What a view counts of the price: in all, at present value, and for a dollar of EBITDA. */
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
      meaning: 'Components weighted by probability, before tax and without interest; rollover equity at its exit.',
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
        'Interest, working capital, receivables, the kept share, a building, retention bonuses, loans, equity bought or granted; less what is paid back.',
    },
    f`${ctx.model.line(`${scope}/${view}/saleBeforeTax`)} - ${priceTotal} + ${price.debtPaid} + ${price.sellingCosts}`,
  )
  const pricePresent = m.row(
    'pricePresent',
    {
      label: 'present value of the price paid in the year',
      unit: 'usd',
      meaning: 'Each part discounted from its day.',
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

/** The yearly return of equity that is rolled or bought, where the deal has one such part. */
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
