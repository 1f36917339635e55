import { f, type Line, type Operand } from '../../formula'
import type { PathTaxes } from '../household/taxes'
import { basisYear, type Context, type View, weight, type When } from '../plan/context'
import type { Debt } from './debt'
import { declareAllocation, privatePrice } from './private-price'

/** The metrics a private buyer prices: the practice at that time. */
export interface PricedPractice {
  readonly collections: Operand
  readonly discretionary: Operand
  readonly adjustedEbitda: Operand
  readonly debt: Debt
}

/** The sale to a dentist at retirement (section 3), shared by every path on which the owner still owns the practice. */
export interface TerminalSale {
  readonly received: Line
  /** Taxable amounts in the year of retirement. */
  readonly ordinary: Line
  readonly gain: Line
  /** Once the path's taxes are known: the tax on the sale, and the unsold practice's after-tax value each year. */
  finish(taxes: PathTaxes): Line
}

export function declareTerminalSale(
  ctx: Context,
  scope: string,
  view: View,
  practice: PricedPractice,
  retirement: When,
): TerminalSale {
  const shared = ctx.model.scope(scope).under('Sale to a dentist at retirement')
  const m = shared.scope(view)
  const input = (field: string) => ctx.input(`practice/terminalSale/${field}`)
  const { method } = ctx.document.practice.terminalSale
  const share = ctx.input('practice/ownershipShare')
  const basis = ctx.input('practice/basis')

  const priceId = `${scope}/terminalPrices`
  const prices = known(ctx, priceId, () =>
    shared.row(
      'terminalPrices',
      {
        label: 'price to a dentist',
        unit: 'usd',
        meaning: 'Your share of the price as if the practice were sold at year-end.',
      },
      privatePrice(ctx, 'practice/terminalSale', method, practice),
    ),
  )
  const price = known(ctx, `${scope}/terminalPrice`, () =>
    shared.figure(
      'terminalPrice',
      {
        label: 'price at retirement',
        unit: 'usd',
        meaning: 'Your share of the price in the year you retire.',
      },
      f`at(${prices}, ${basisYear(retirement.t, ctx.years)})`,
    ),
  )
  const debtLeft = known(ctx, `${scope}/terminalDebt`, () =>
    shared.figure(
      'terminalDebt',
      { label: 'practice debt at retirement', unit: 'usd', meaning: 'Your share of the remaining balance.' },
      f`${share} * (${practice.debt.balanceAt(retirement.t)})`,
    ),
  )
  const w = method === 'none' ? 0 : weight(view, input('probability'), false)
  const afterCosts = (amount: Operand, debt: Operand) =>
    f`${w} * ${amount} * (1 - ${input('sellingCosts')}) - ${debt} - ${input('exitCosts')} - (1 - ${w}) * ${input('windDownCost')}`
  const ordinaryOf = (amount: Operand) => f`${w} * ${input('ordinaryShare')} * ${amount}`
  const gainOf = (amount: Operand) =>
    f`${w} * max(0, ${amount} * (1 - ${input('ordinaryShare')}) - ${input('sellingCosts')} * ${amount} - ${basis})`

  const received = m.figure(
    'terminalReceived',
    {
      label: 'sale at retirement',
      unit: 'usd',
      meaning:
        'Price less selling costs, debt payoff and exit costs; if no buyer is found, debt payoff, exit and wind-down costs.',
    },
    afterCosts(price, debtLeft),
  )
  const ordinary = m.figure(
    'terminalOrdinary',
    {
      label: 'ordinary income from the sale at retirement',
      unit: 'usd',
      meaning: 'The portion of the price taxed as ordinary income, weighted by the probability of a sale.',
    },
    ordinaryOf(price),
  )
  const gain = m.figure(
    'terminalGain',
    {
      label: 'gain on the sale at retirement',
      unit: 'usd',
      meaning: 'The rest of the price less selling costs and tax basis, weighted by the probability of a sale.',
    },
    gainOf(price),
  )
  if (method !== 'none') declareAllocation(m, [f`${w} * ${price}`, 'Weighted by the probability of a sale.'], ordinary)
  return {
    received,
    ordinary,
    gain,
    finish(taxes) {
      m.figure(
        'terminalTax',
        {
          label: 'tax on the sale at retirement',
          unit: 'usd',
          meaning: 'One portion of the price at the ordinary rate, the rest at the rate on gain.',
        },
        f`${taxes.rateIn('ordinary', retirement.year)} * ${ordinary} + ${taxes.rateIn('gain', retirement.year)} * ${gain}`,
      )
      const rate = (kind: 'ordinary' | 'gain') => taxes.rateIfSold(kind, retirement.year)
      return m.row(
        'unsoldPractice',
        { label: 'unsold practice', unit: 'usd', meaning: 'After-tax proceeds as if sold at year-end.' },
        f`${afterCosts(prices, f`${share} * ${practice.debt.end}`)} - (${rate('ordinary')} * ${ordinaryOf(prices)} + ${rate('gain')} * ${gainOf(prices)})`,
      )
    },
  }
}

/** Declares a line shared by several views with the first of them. */
function known(ctx: Context, id: string, declare: () => Line): Line {
  return ctx.model.has(id) ? ctx.model.line(id) : declare()
}
