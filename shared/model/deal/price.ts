import { isOnTop } from '../../case/earn-outs'
import type { Component, Offer } from '../../case/schema'
import { type Expression, f, type Line, type Model, type Operand } from '../../formula'
import { SALE_TREATMENT } from '../../tax'
import { basisYear, type Context, onDay, type View, weight, type When } from '../plan/context'
import { isFederal } from '../plan/tax-mode'
import type { Timeline } from '../plan/timeline'
import type { Practice } from '../practice/practice'
import type { Affiliation, Terms } from './affiliation'
import { declareEarnOut } from './earn-outs'
import { keptShare, ownLeaving } from './leaving'
import { declareTaxedNote, type TaxedNote } from './notes'
import { equityValue, type EquityValue } from './rolled-equity'
import { shareSold } from './share-sold'
import { declareStaffBonus } from './staff-bonus'
import { tailAtClosing } from './tail-cover'

/** Section 4 of the method: the price, what it consists of, and the closing statement. */
export interface Price {
  readonly negotiatedEbitda: Line
  readonly enterpriseValue: Line
  readonly multiple: Line
  /** The price before the debt that stays, your share of that debt in what is sold, and what is left. */
  readonly priceBeforeDebt: Line
  readonly debtDeducted: Line
  readonly consideration: Line
  /** The price that is paid in cash at closing: what the components leave. */
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
  /** Of the price, with working capital: negative where more is owed for working capital than is paid. */
  readonly paidAtClosing: Expression
  readonly payments: readonly Payment[]
  readonly equities: readonly RolledPart[]
  /** The part of the deal that is taxed as a sale now or as it is paid, contingent parts at their most. */
  readonly taxedPrice: Line
  readonly ordinaryPart: Line
  /** Ordinary income of the day of closing: that part and receivables, less a bonus to the staff. */
  readonly ordinaryAtClosing: Expression
  readonly grossProfitRatio: Line
  /** What is not yet taxed at closing although it belongs to the sale: stated most of everything contingent. */
  readonly lastPaymentYear: Line
}

/** Equity with its tax basis: of what is rolled the basis that goes with it, of what is bought its price. */
export type RolledPart = EquityValue & { readonly basis: Line }

/** A component that is paid in money after closing: its amount in each year, as promised, before any weight. */
export interface Payment {
  readonly component: Exclude<Component, { kind: 'rolled' }>
  /** Under which its lines stand; an earn-out with several targets has a payment for each. */
  readonly key: string
  readonly path: string
  readonly amount: Line
  readonly principal: Line
  readonly interest: Line | undefined
  /** When the payment of year n falls. */
  readonly time: Operand
  readonly lastYear: Operand
  readonly wages: boolean
  /** A note as the law taxes it; at effective rates it is taxed as it reads. */
  readonly taxed: TaxedNote | undefined
  /** The part that is kept if the owner has left by then. */
  readonly kept: Line
  weight(view: View): Operand
}

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
        'The EBITDA that is priced, the offer’s or the practice’s own, after the quality-of-earnings adjustment.',
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
  // A value that is free of debt counts what the buyer leaves in the practice as if it had been paid.
  const deducts = offer.debt === 'stays' && offer.debtInPrice === 'deducted' && offer.structure !== 'services'
  const debtDeducted = m.figure(
    'debtDeducted',
    {
      label: 'assumed debt deducted from the price',
      unit: 'usd',
      meaning: 'The balance at closing × the share sold × your share of the practice, at most the value.',
    },
    deducts ? f`min(${practice.debt.balanceAt(closing.t)}, ${enterpriseValue}) * ${sold} * ${ownership}` : 0,
  )
  const consideration = m.figure(
    'consideration',
    {
      label: 'price of what you sell',
      unit: 'usd',
      meaning: 'Your share of the value sold, after debt that stays with the practice.',
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
    'Delivered against the peg, your share; negative if you owe.',
    services ? 0 : f`${input('costs/workingCapital')} * ${ownership}`,
  )
  const receivables = line(
    'receivables',
    'receivables you keep',
    'Collected by you for work before closing.',
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
      ? `What is wired to you at closing, before tax, less what you pay for ${alsoPaid.map(({ label }) => label).join(', ')}.`
      : 'What is wired to you, before tax.',
    alsoPaid.length > 0 ? f`${wired} - total(${alsoPaid})` : wired,
  )

  const priceType = payments.filter(({ wages }) => !wages)
  const wageInside = inside.filter(({ wages }) => wages)
  const onTopPrice = onTop.filter(({ wages }) => !wages)
  const unstated = payments.flatMap(({ amount, taxed }) => (taxed ? [f`${amount} - ${taxed.amount}`] : []))
  const taxedPrice = line(
    'taxedPrice',
    'price that is taxed as a sale',
    'All but what is rolled over and what counts as wages or as interest; contingent parts at their stated most.',
    f`${consideration} + total(${onTopPrice.map(({ amount }) => amount)}) + ${workingCapital} - ${rolled} - total(${[...wageInside.map(({ amount }) => amount), ...unstated]})`,
  )
  const basisSold = f`${ctx.input('practice/basis')} * ${sold}`
  // Whoever owes more for working capital than is paid is paid nothing: the rolled equity takes all of the basis, not more.
  const taxed = f`max(0, ${taxedPrice})`
  const basisRolled = line(
    'basisRolled',
    'tax basis that goes with the rolled equity',
    'The basis of what is sold, split by dollars.',
    f`if(${rolled} + ${taxed} > 0, ${basisSold} * (${rolled} / (${rolled} + ${taxed})), 0)`,
  )
  const parts = equities.map((equity): RolledPart => ({
    ...equity,
    basis: line(
      `${equity.component.id}/basis`,
      `${equity.component.label}: tax basis`,
      equity.component.acquired === 'rolled'
        ? 'Its part, by dollars, of the basis that goes with all rolled equity.'
        : 'The price you paid for it.',
      equity.component.acquired === 'rolled'
        ? f`if(${rolled} > 0, ${basisRolled} * (${equity.rolled} / ${rolled}), 0)`
        : equity.rolled,
    ),
  }))
  const ordinaryPart = line(
    'ordinaryPart',
    'part of the price taxed as ordinary income',
    'Equipment, supplies, covenant: taxed in full in the year of closing.',
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
    { label: 'gross-profit ratio', unit: 'rate', meaning: 'The portion of each payment of the price that is gain.' },
    f`if(${taxedPrice} > 0, max(0, ${taxedPrice} - ${ordinaryPart} - (${basisSold} - ${basisRolled}) - ${sellingCosts}) / ${taxedPrice}, 0)`,
  )
  const lastPaymentYear = m.figure(
    'lastPaymentYear',
    {
      label: 'year of the last scheduled payment',
      unit: 'years',
      meaning: 'The year in which what was never paid becomes a loss.',
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

/**
 * Ordinary income by the allocation of the price (26 U.S.C. 1060): recapture of equipment and bought goodwill up to what
 * was written off, all gain on supplies, all of the covenant. Stock is a capital asset and has none.
 * @param part the part of each basis that goes with the taxed price
 */
function ordinaryByAllocation(
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

function declarePayments(
  ctx: Context,
  affiliation: Affiliation,
  terms: Terms,
  component: Payment['component'],
  consideration: Line,
): Payment[] {
  const { scope, closing, path: offerPath } = terms
  const path = `${offerPath}/components/${component.id}`
  const m = ctx.model.scope(scope).under('The price and how it is paid')
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const keptLine = (key: string, label: string, time: Operand, shape: 'row' | 'figure') => {
    const declaration = {
      label: `${label}: part kept`,
      unit: 'rate',
      meaning: 'Less than 100% if you leave before the end of the term.',
    } as const
    const formula = keptShare(ownLeaving(ctx, terms), path, time)
    return shape === 'row' ? m.row(`${key}/kept`, declaration, formula) : m.figure(`${key}/kept`, declaration, formula)
  }
  const weigh = (view: View): Operand => weight(view, input('probability'), component.unconditional)
  const onOneDay = (key: string, label: string, when: When, amount: Line) => ({
    component,
    key,
    path,
    amount,
    principal: m.row(
      `${key}/due`,
      { label: `${label}: due`, unit: 'usd', meaning: 'Due in the year, before weighting by probability.' },
      onDay(when, f`${amount}`),
    ),
    interest: undefined,
    time: when.t,
    lastYear: when.year,
    taxed: undefined,
    kept: keptLine(key, label, when.t, 'figure'),
  })

  if (component.kind === 'earnOut') {
    const { wages } = component
    return declareEarnOut(ctx, affiliation, terms, component, consideration).payments.map(
      ({ key, label, when, amount, earned }) => ({
        ...onOneDay(key, label, when, amount),
        wages,
        weight: earned ? (view) => (view === 'expected' ? earned : view === 'maximum' ? 1 : 0) : weigh,
      }),
    )
  }

  const name = component.label
  const amount = m.figure(
    `${component.id}/amount`,
    { label: name, unit: 'usd', meaning: 'As promised: principal, or the maximum payable.' },
    component.basis === 'fixed' ? input('amount') : f`${input('share')} * ${consideration}`,
  )
  if (component.kind === 'note') {
    const time = f`${closing.t} + n - ${closing.year}`
    const kept = keptLine(component.id, name, time, 'row')
    const payment = m.figure(
      `${component.id}/payment`,
      { label: `${name}: level payment`, unit: 'usd', meaning: 'Paid each year, interest and principal together.' },
      f`payment(${input('rate')}, ${input('years')}, ${amount})`,
    )
    const balance = m.declare(
      `${component.id}/balance`,
      { label: `${name}: balance`, unit: 'usd', meaning: 'Owed to you at the year’s end.' },
      'row',
    )
    const due = f`and(n > ${closing.year}, n <= ${closing.year} + ${input('years')})`
    const interest = m.row(
      `${component.id}/interest`,
      { label: `${name}: interest`, unit: 'usd', meaning: 'Ordinary income, paid on each anniversary of closing.' },
      0,
      f`if(${due}, prev(${balance}) * ${input('rate')}, 0)`,
    )
    const principal = m.row(
      `${component.id}/principal`,
      { label: `${name}: principal`, unit: 'usd', meaning: 'Repaid to you on the anniversary of closing.' },
      0,
      component.repayment === 'level'
        ? f`if(${due}, ${payment} - ${interest}, 0)`
        : f`if(n = ${closing.year} + ${input('years')}, ${amount}, 0)`,
    )
    m.define(
      balance,
      f`if(${closing.year} = n, ${amount}, 0)`,
      f`if(${closing.year} = n, ${amount}, prev(${balance}) - ${principal})`,
    )
    const lastYear = f`${closing.year} + ${input('years')}`
    const taxed = isFederal(ctx)
      ? declareTaxedNote(ctx, scope, { component, path, closing, amount, payment, interest }, consideration)
      : undefined
    return [
      {
        component,
        key: component.id,
        path,
        amount,
        principal,
        interest,
        time,
        lastYear,
        wages: false,
        taxed,
        kept,
        weight: weigh,
      },
    ]
  }

  const when = ctx.monthsAfter(`${offerPath}/closing`, `${path}/months`)
  return [{ ...onOneDay(component.id, name, when, amount), wages: false, weight: weigh }]
}
