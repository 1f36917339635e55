import { isOnTop } from '../../case/earn-outs'
import { type Expression, f, type Line, type Operand } from '../../formula'
import { basisYear, type Context } from '../plan/context'
import { isFederal } from '../plan/tax-mode'
import type { Timeline } from '../plan/timeline'
import type { Practice } from '../practice/practice'
import type { Affiliation, Terms } from './affiliation'
import { ordinaryByAllocation } from './allocation'
import { declarePayments, type Payment } from './payments'
import { equityValue, type EquityValue } from './rolled-equity'
import { shareSold } from './share-sold'
import { declareStaffBonus } from './staff-bonus'
import { tailAtClosing } from './tail-cover'

/** Section 4 of the method: the price, its components, and the closing statement. */
export interface Price {
  readonly negotiatedEbitda: Line
  readonly enterpriseValue: Line
  readonly multiple: Line
  /** The price before debt that stays, the owner's share of that debt, and the price net of it. */
  readonly priceBeforeDebt: Line
  readonly debtDeducted: Line
  readonly consideration: Line
  /** The portion of the price paid in cash at closing: the price less all components. */
  readonly cash: Line
  readonly workingCapital: Line
  readonly receivables: Line
  readonly debtPaid: Line
  readonly sellingCosts: Line
  /** A bonus to the staff with payroll tax, out of the owner's price; undefined where there is none. */
  readonly staffBonusCost: Line | undefined
  /** Paid for equity with the owner's own money; undefined where none is bought. */
  readonly equityBought: Line | undefined
  readonly cashAtClose: Line
  /** Price paid at closing with working capital: negative if more working capital is owed than is paid. */
  readonly paidAtClosing: Expression
  readonly payments: readonly Payment[]
  readonly equities: readonly RolledPart[]
  /** The price taxed as a sale, at closing or as it is paid; contingent components at their maximum. */
  readonly taxedPrice: Line
  readonly ordinaryPart: Line
  /** Ordinary income at closing: the ordinary portion and receivables, less a staff bonus. */
  readonly ordinaryAtClosing: Expression
  readonly grossProfitRatio: Line
  /** Price taxed after closing; contingent components at their stated maximum. */
  readonly lastPaymentYear: Line
}

/** Equity with its tax basis: its share of the basis of the practice if rolled, its price if bought. */
export type RolledPart = EquityValue & { readonly basis: Line }

export function declarePrice(
  ctx: Context,
  timeline: Timeline,
  practice: Practice,
  affiliation: Affiliation,
  terms: Terms,
): Price {
  const { offer, path, scope, closing } = terms
  const m = ctx.model.scope(scope).under('The price and how it is paid')
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const ownership = ctx.input('practice/ownershipShare')
  const year = basisYear(closing.t, ctx.years)
  const sold = shareSold(ctx, offer, path)

  const negotiatedEbitda = m.figure(
    'negotiatedEbitda',
    {
      label: 'negotiated EBITDA',
      unit: 'usd',
      meaning:
        'The EBITDA the price is based on, from the offer or the practice’s own figures, after the quality-of-earnings adjustment.',
    },
    f`${offer.price.ebitda === null ? f`at(${practice.adjustedEbitda}, ${year})` : input('price/ebitda')} * (1 - ${input('price/qualityOfEarningsCut')})`,
  )
  const byMultiple = offer.price.stated === 'multiple'
  const enterpriseValue = m.figure(
    'enterpriseValue',
    { label: 'enterprise value', unit: 'usd', meaning: 'The value the offer places on 100% of the practice.' },
    byMultiple ? f`max(0, ${negotiatedEbitda}) * ${input('price/multiple')}` : f`${input('price/amount')}`,
  )
  const multiple = m.figure(
    'multiple',
    { label: 'multiple', unit: 'factor', meaning: 'Enterprise value per dollar of negotiated EBITDA.' },
    byMultiple
      ? f`${input('price/multiple')}`
      : f`if(${negotiatedEbitda} > 0, ${enterpriseValue} / ${negotiatedEbitda}, 0)`,
  )
  const priceBeforeDebt = m.figure(
    'priceBeforeDebt',
    {
      label: 'price before assumed debt',
      unit: 'usd',
      meaning: 'Value × the share sold × your share of the practice.',
    },
    f`${enterpriseValue} * ${sold} * ${ownership}`,
  )
  // A debt-free value treats debt that stays in the practice as part of the consideration.
  const deducts = offer.debt === 'stays' && offer.debtInPrice === 'deducted' && offer.structure !== 'services'
  const debtDeducted = m.figure(
    'debtDeducted',
    {
      label: 'assumed debt deducted from the price',
      unit: 'usd',
      meaning: 'The balance at closing × the share sold × your share of the practice; at most the value.',
    },
    deducts ? f`min(${practice.debt.balanceAt(closing.t)}, ${enterpriseValue}) * ${sold} * ${ownership}` : 0,
  )
  const consideration = m.figure(
    'consideration',
    {
      label: 'price of what you sell',
      unit: 'usd',
      meaning: 'Your share of the value sold, less any debt that stays with the practice.',
    },
    f`${priceBeforeDebt} - ${debtDeducted}`,
  )

  const payments = offer.components.flatMap((component) =>
    component.kind === 'rolled' ? [] : declarePayments(ctx, affiliation, terms, component, consideration),
  )
  const equities = offer.components.flatMap((component) =>
    component.kind === 'rolled' ? [equityValue(ctx, terms, component, consideration)] : [],
  )
  const onTop = payments.filter(({ component }) => isOnTop(component))
  const inside = payments.filter((payment) => !onTop.includes(payment))
  const dollarsOf = (acquired: RolledPart['component']['acquired']) =>
    equities.flatMap(({ component, rolled }) => (component.acquired === acquired ? [rolled] : []))
  const rolled = f`total(${dollarsOf('rolled')})`

  const cash = m.figure(
    'cash',
    {
      label: 'price paid in cash at closing',
      unit: 'usd',
      meaning: 'The price less all other components.',
    },
    f`${consideration} - total(${inside.map(({ amount }) => amount)}) - ${rolled}`,
  )
  const line = (id: string, label: string, meaning: string, formula: Operand) =>
    m.figure(id, { label, unit: 'usd', meaning }, formula)
  const services = offer.structure === 'services'
  const workingCapital = line(
    'workingCapital',
    'working capital',
    'Your share of working capital delivered above the peg; negative if you owe.',
    services ? 0 : f`${input('costs/workingCapital')} * ${ownership}`,
  )
  const receivables = line(
    'receivables',
    'receivables you keep',
    'Collected by you for work done before closing.',
    services ? 0 : input('costs/receivables'),
  )
  const debtPaid = line(
    'debtPaid',
    'practice debt paid off',
    'Your share of the balance at closing.',
    offer.debt === 'stays' || services ? 0 : f`${ownership} * (${practice.debt.balanceAt(closing.t)})`,
  )
  const audited = offer.costs.audit !== 0 && !services
  const sellingCosts = line(
    'sellingCosts',
    'costs of the sale',
    audited
      ? 'Broker, legal and accounting, and the audit or quality-of-earnings report.'
      : 'Broker, legal and accounting.',
    audited
      ? f`${input('costs/broker')} * ${consideration} + ${input('costs/legal')} + ${input('costs/audit')}`
      : f`${input('costs/broker')} * ${consideration} + ${input('costs/legal')}`,
  )
  const staffBonusCost = declareStaffBonus(ctx, terms, consideration)
  const bought = dollarsOf('bought')
  const equityBought =
    bought.length === 0
      ? undefined
      : line('equityBought', 'equity you buy', 'Paid at closing with your own money.', f`total(${bought})`)
  const wired = f`${cash} + ${workingCapital} + ${receivables} - ${debtPaid} - ${sellingCosts}`
  const alsoPaid = [equityBought, staffBonusCost, tailAtClosing(ctx, terms)].filter((item) => item !== undefined)
  const cashAtClose = line(
    'cashAtClose',
    'cash at close',
    alsoPaid.length > 0
      ? `Wired to you at closing, before tax, less what you pay for ${alsoPaid.map(({ label }) => label).join(', ')}.`
      : 'Wired to you, before tax.',
    alsoPaid.length > 0 ? f`${wired} - total(${alsoPaid})` : wired,
  )

  const priceType = payments.filter(({ wages }) => !wages)
  const wageInside = inside.filter(({ wages }) => wages)
  const onTopPrice = onTop.filter(({ wages }) => !wages)
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
      : f`${input('ordinaryShare')} * ${taxed}`,
  )
  const grossProfitRatio = m.figure(
    'grossProfitRatio',
    { label: 'gross-profit ratio', unit: 'rate', meaning: 'The gain portion of each payment of the price.' },
    f`if(${taxedPrice} > 0, max(0, ${taxedPrice} - ${ordinaryPart} - (${basisSold} - ${basisRolled}) - ${sellingCosts}) / ${taxedPrice}, 0)`,
  )
  const lastPaymentYear = m.figure(
    'lastPaymentYear',
    {
      label: 'year of the last scheduled payment',
      unit: 'years',
      meaning: 'The year in which any unpaid price becomes a loss.',
    },
    priceType.reduce<Operand>((latest, { lastYear }) => f`max(${latest}, ${lastYear})`, closing.year),
  )
  return {
    negotiatedEbitda,
    enterpriseValue,
    multiple,
    priceBeforeDebt,
    debtDeducted,
    consideration,
    cash,
    workingCapital,
    receivables,
    debtPaid,
    sellingCosts,
    staffBonusCost,
    equityBought,
    cashAtClose,
    paidAtClosing: f`(${cash} + ${workingCapital})`,
    payments,
    equities: parts,
    taxedPrice,
    ordinaryPart,
    ordinaryAtClosing: staffBonusCost
      ? f`${ordinaryPart} + ${receivables} - ${staffBonusCost}`
      : f`${ordinaryPart} + ${receivables}`,
    grossProfitRatio,
    lastPaymentYear,
  }
}
