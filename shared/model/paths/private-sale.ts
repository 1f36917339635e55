import type { Case } from '../../case/schema'
import { f, type Operand } from '../../formula'
import { firstContractYear } from '../deal/job'
import { dated } from '../household/dated'
import type { Needs } from '../household/needs'
import { declareTaxes, fullYearTax, NO_DEAL, NO_WORK, type Work } from '../household/taxes'
import { basisYear, before, type Context, onDay, partOfYear } from '../plan/context'
import { figureWithToday } from '../plan/time-value'
import type { Timeline } from '../plan/timeline'
import { declareHoldings } from '../practice/holdings'
import { buildingSale, contributionAsOwner, familyPay, ownersRows } from '../practice/owner'
import type { Practice } from '../practice/practice'
import { declareAllocation, privatePrice } from '../practice/private-price'
import { finishPath, hoursAt, type Views } from './path'

/** Sell to a dentist or an associate, at once or in tranches; the buyer's bank pays each at its closing. */
export function declarePrivateSale(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  practice: Practice,
  document: Case,
): Views {
  const scope = 'private'
  const path = 'alternatives/sellPrivately'
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const { sellPrivately } = document.alternatives
  const retirement = ctx.dayOr(`${path}/retirement`, timeline.retirement)
  const m = ctx.model.scope(scope).under('Sale to a dentist')
  const ownership = ctx.input('practice/ownershipShare')
  const basis = ctx.input('practice/basis')

  const tranches = sellPrivately.tranches.map(({ id }) => ({
    id,
    when: ctx.day(`${path}/tranches/${id}/on`),
    share: input(`tranches/${id}/share`),
  }))
  const lastSale = tranches.reduce<Operand>((latest, { when }) => f`max(${latest}, ${when.t})`, 0)
  const workUntil = f`min(${retirement.t}, ${sellPrivately.workAfter === null ? lastSale : f`max(${lastSale}, ${ctx.day(`${path}/workAfter`).t})`})`

  const working = m.row(
    'workingPart',
    { label: 'portion of the year you work', unit: 'years', meaning: 'First as an owner, then as an associate.' },
    partOfYear(0, workUntil),
  )
  const held = m.row(
    'heldPart',
    {
      label: 'portion of the practice you still own',
      unit: 'years',
      meaning: 'Average over the months of the year.',
    },
    f`max(0, ${partOfYear(0, retirement.t)} - total(${tranches.map(({ when, share }) => f`${share} * ${partOfYear(when.t, retirement.t)}`)}))`,
  )
  const { cash, perks, taxable } = ownersRows(
    m,
    { year: practice.ownersYear, part: held },
    'For the portion you still own',
  )
  const untilSold = partOfYear(0, f`min(${lastSale}, ${retirement.t})`)
  const family = familyPay(m, practice.ownersYear, untilSold, 'Until the whole practice is sold')
  const pay = m.row(
    'jobPay',
    {
      label: 'pay as an associate',
      unit: 'usd',
      meaning: 'A percentage of your collections for the portion you no longer own.',
    },
    f`${input('rate')} * ${practice.ownerCollections} * max(0, ${working} - ${held})`,
  )
  const gap = m.row(
    'gapPay',
    {
      label: 'other pay until retirement',
      unit: 'usd',
      meaning: 'Earned between the end of that work and retirement.',
    },
    f`${input('gapPay')} * ${timeline.priceIndex} * ${partOfYear(workUntil, retirement.t)}`,
  )
  const prices = m.row(
    'prices',
    {
      label: 'price of the practice to a dentist',
      unit: 'usd',
      meaning: 'Your share, as if the whole practice were sold at year-end.',
    },
    privatePrice(ctx, path, sellPrivately.method, practice),
  )
  const ordinaryOf = (price: Operand) => f`${input('ordinaryShare')} * ${price}`
  const gainOf = (price: Operand, share: Operand) =>
    f`max(0, ${price} * (1 - ${input('ordinaryShare')}) - ${price} * ${input('sellingCosts')} - ${basis} * ${share})`

  const sales = tranches.map(({ id, when, share }) => {
    const price = m.figure(
      `tranche/${id}/price`,
      {
        label: 'price of the tranche',
        unit: 'usd',
        meaning: 'Its share of the price in the year of its sale.',
      },
      f`${share} * at(${prices}, ${basisYear(when.t, ctx.years)})`,
    )
    const received = m.figure(
      `tranche/${id}/received`,
      {
        label: 'received for the tranche',
        unit: 'usd',
        meaning: 'Price less selling costs and its share of the debt.',
      },
      f`${price} * (1 - ${input('sellingCosts')}) - ${share} * ${ownership} * (${practice.debt.balanceAt(when.t)})`,
    )
    const gain = m.figure(
      `tranche/${id}/gain`,
      {
        label: 'gain on the tranche',
        unit: 'usd',
        meaning: 'Price less the ordinary-income portion, selling costs and tax basis.',
      },
      gainOf(price, share),
    )
    return {
      id,
      when,
      price,
      received,
      gain,
      flow: dated(ctx, scope, `tranche/${id}/paid`, 'sale of a tranche', 'Paid by the buyer’s bank.', when, received),
    }
  })
  const remaining = m.row(
    'unsoldPart',
    { label: 'portion not yet sold', unit: 'rate', meaning: 'At the end of the year.' },
    f`total(${tranches.map(({ when, share }) => f`if(${before(when)}, ${share}, 0)`)})`,
  )
  const price = m.figure(
    'consideration',
    { label: 'price', unit: 'usd', meaning: 'All tranches.' },
    f`total(${sales.map((sale) => sale.price)})`,
  )
  declareAllocation(m, [price, 'All tranches.'], f`total(${sales.map((sale) => ordinaryOf(sale.price))})`)
  const cashPortion = m.figure(
    'cash',
    { label: 'cash portion of the price', unit: 'usd', meaning: 'All of it: the buyer’s bank pays at closing.' },
    f`${price}`,
  )
  m.figure(
    'cashShareOfHeadline',
    { label: 'cash share of the price', unit: 'rate', meaning: 'Cash at closing as a share of the price.' },
    f`if(${price} > 0, ${cashPortion} / ${price}, 0)`,
  )
  m.figure(
    'sellingCosts',
    { label: 'selling costs', unit: 'usd', meaning: 'A share of each tranche’s price.' },
    f`${input('sellingCosts')} * ${price}`,
  )
  m.figure(
    'debtPaid',
    { label: 'practice debt paid off', unit: 'usd', meaning: 'With each tranche, its share of the balance then.' },
    f`${ownership} * total(${tranches.map(({ when, share }) => f`${share} * (${practice.debt.balanceAt(when.t)})`)})`,
  )
  const cashAtClose = figureWithToday(
    ctx,
    timeline,
    m,
    'cashAtClose',
    'cash at close',
    'All tranches, before tax.',
    f`total(${sales.map(({ received }) => received)})`,
    1,
  )

  const holdings = declareHoldings(
    ctx,
    timeline,
    scope,
    { sale: buildingSale(ctx), activeUntil: f`min(${lastSale}, ${retirement.t})` },
    retirement,
  )
  const work: Work = {
    ...NO_WORK,
    ...holdings.work(),
    practice: [taxable],
    ownedPart: held,
    family,
    wages: [pay, gap],
    contributionAsOwner: contributionAsOwner(ctx, timeline, held),
  }
  const firstFullYear = tranches.reduce<Operand>(
    (latest, { when }) => f`max(${latest}, ${firstContractYear(when, ctx.years)})`,
    1,
  )
  return ctx.byView((view) => {
    const heldInView = holdings.inView(view)
    const deal = heldInView.soldWith({
      ...NO_DEAL,
      ordinary: f`total(${sales.map(({ when, price }) => onDay(when, ordinaryOf(price)))})`,
      gain: f`total(${sales.map(({ when, gain }) => onDay(when, gain))})`,
    })
    const taxes = declareTaxes(ctx, timeline, needs, scope, view, work, deal)
    const sold = m.scope(view)
    const taxOf = sales.map(({ id, when, price, gain }) =>
      sold.figure(
        `tranche/${id}/tax`,
        {
          label: 'tax on the tranche',
          unit: 'usd',
          meaning: 'One portion at the ordinary rate, the rest at the rate on gain.',
        },
        f`${taxes.rateIn('ordinary', when.year)} * ${ordinaryOf(price)} + ${taxes.rateIn('gain', when.year)} * ${gain}`,
      ),
    )
    const closingTax = sold.figure(
      'closingTax',
      { label: 'tax on closing proceeds', unit: 'usd', meaning: 'All tranches.' },
      f`total(${taxOf})`,
    )
    figureWithToday(
      ctx,
      timeline,
      sold,
      'inPocketAtClose',
      'in pocket at close',
      'All tranches, after tax.',
      f`${cashAtClose} - ${closingTax}`,
      1,
    )
    const lastYear = sales.reduce<Operand>((latest, { when }) => f`max(${latest}, ${when.year})`, 1)
    const rest = f`${remaining} * ${prices}`
    const unsold = sold.row(
      'unsoldPractice',
      {
        label: 'unsold practice',
        unit: 'usd',
        meaning: 'After-tax proceeds as if the rest were sold at year-end.',
      },
      f`${remaining} * (${prices} * (1 - ${input('sellingCosts')}) - ${ownership} * ${practice.debt.end}) - (${taxes.rateIfSold('ordinary', lastYear)} * ${ordinaryOf(rest)} + ${taxes.rateIfSold('gain', lastYear)} * ${gainOf(rest, remaining)})`,
    )
    const household = finishPath(ctx, timeline, needs, {
      scope,
      view,
      retirement,
      practice: [cash, ...holdings.income],
      untaxed: [perks],
      work,
      employerContribution: 0,
      dated: [...sales.map(({ flow }) => flow), ...heldInView.flows],
      taxes,
      paper: heldInView.onPaper(unsold, taxes),
      worked: working,
      hours: hoursAt(ctx, practice.clinicalDays, working),
    })
    if (ctx.lean) return household
    const v = ctx.model.scope(scope).under('Totals').scope(view)
    v.figure(
      'priceTotal',
      {
        label: 'total purchase price',
        unit: 'usd',
        meaning: 'Paid at closing by the buyer’s bank: the same in all views.',
      },
      f`${price}`,
    )
    const wages = v.figure(
      'payFirstYear',
      {
        label: 'pay, first full year',
        unit: 'usd',
        meaning: 'As an associate in the first full year after the last tranche; other pay if you stop working there.',
      },
      f`if(${workUntil} > ${lastSale}, ${input('rate')} * at(${practice.ownerCollections}, ${firstFullYear}), ${input('gapPay')} * at(${timeline.priceIndex}, ${firstFullYear}))`,
    )
    v.figure(
      'takeHomeFirstYear',
      {
        label: 'take-home, first full year',
        unit: 'usd',
        meaning: 'Pay of the first full year after the last tranche, after tax.',
      },
      f`${wages} - ${fullYearTax(ctx, timeline, needs, v, { ...NO_WORK, wages: [wages] }, firstFullYear)}`,
    )
    return household
  })
}
