import type { Case, Offer } from '../case/schema'
import { f, type Expression, type Line, type Model, type Operand } from '../formula'
import { declareAffiliation, declareJob, firstContractYear, type Terms } from './affiliation'
import { basisYear, clampedYear, onDay, partOfYear, VIEWS, type Context, type View, type When } from './context'
import { declareRetained, type Retained } from './equity'
import { declareBuilding, type Building } from './real-estate'
import { dated, declareNeeds, type DatedFlow, type Household, type Needs } from './household'
import { declareCrossover, figureWithToday, finishPath, hoursAt, ownedUntil, present } from './path'
import { declarePractice, privatePrice, type Practice } from './practice'
import { clawback, declarePrice, declareStressTable, shareSold } from './price'
import { declareTerminalSale } from './terminal-sale'
import { closingTaxFormula, declareTaxes, fullYearTax, NO_DEAL, type Deal, type Work } from './taxes'
import { declareTimeline, type Timeline } from './timeline'

export type PathKind = 'keep' | 'stepBack' | 'sellPrivately' | 'sellLater' | 'affiliate'

/** A path of the comparison: its lines stand under `id/`, those of a view under `id/view/`. */
export interface Path {
  readonly id: string
  readonly kind: PathKind
  readonly name: string
}

/** Declares all paths of a case (section 2), each in its three views. */
export function declarePaths(ctx: Context): Path[] {
  const { document } = ctx
  const timeline = declareTimeline(ctx)
  const needs = declareNeeds(ctx, timeline)
  const practice = declarePractice(ctx, timeline, 'practice')
  declareBridge(ctx, practice)
  const paths: Path[] = [{ id: 'keep', kind: 'keep', name: 'Keep the practice' }]
  const kept = declareKeep(ctx, timeline, needs, practice, 'keep', timeline.retirement)

  const { stepBack, sellPrivately } = document.alternatives
  if (stepBack.include) {
    paths.push({ id: 'step-back', kind: 'stepBack', name: 'Step back' })
    const input = (field: string) => ctx.input(`alternatives/stepBack/${field}`)
    const slower = declarePractice(ctx, timeline, 'step-back', {
      after: f`clamp(n - ${ctx.day('alternatives/stepBack/hireDate').t}, 0, 1)`,
      days: input('days'),
      capturedShare: input('capturedShare'),
      associateRate: input('associateRate'),
      managerCost: input('managerCost'),
    })
    const retirement = ctx.dayOr('alternatives/stepBack/retirement', timeline.retirement)
    against(ctx, timeline, 'step-back', declareKeep(ctx, timeline, needs, slower, 'step-back', retirement), kept)
  }
  if (sellPrivately.include) {
    paths.push({ id: 'private', kind: 'sellPrivately', name: 'Sell to a dentist now' })
    against(ctx, timeline, 'private', declarePrivateSale(ctx, timeline, needs, practice, document), kept)
  }
  document.offers
    .filter(({ include }) => include)
    .forEach((offer) => {
      paths.push({ id: offer.id, kind: offer.later ? 'sellLater' : 'affiliate', name: offer.name })
      against(ctx, timeline, offer.id, declareOffer(ctx, timeline, needs, practice, offer), kept)
    })
  return paths
}

type Views = Readonly<Partial<Record<View, Household>>>

function against(ctx: Context, timeline: Timeline, scope: string, mine: Views, kept: Views): void {
  for (const view of VIEWS) {
    const [my, their] = [mine[view], kept[view]]
    if (my && their) declareCrossover(ctx, timeline, scope, view, my, their)
  }
}

/** From the books to adjusted EBITDA, year 1 (section 3). The line counts; the bridge is a check on it. */
function declareBridge(ctx: Context, practice: Practice): void {
  const { books } = ctx.document.practice
  if (books.reportedEbitda === null) return
  const m = ctx.model.scope('practice').under('EBITDA bridge')
  const input = (field: string) => ctx.input(`practice/${field}`)
  const oneOffs = m.figure(
    'bridgeOneOffs',
    { label: 'one-off add-backs', unit: 'usd', meaning: 'Costs of the year that will not come again.' },
    f`total(${books.oneOffs.map(({ id }) => input(`books/oneOffs/${id}/amount`))})`,
  )
  const bridge = m.figure(
    'bridgeEbitda',
    {
      label: 'adjusted EBITDA from the books',
      unit: 'usd',
      meaning: 'Reported EBITDA, owners’ pay and add-backs, less market pay.',
    },
    f`${input('books/reportedEbitda')} + ${input('books/ownersPay')} + at(${practice.addBacks}, 1) + ${oneOffs} - at(${practice.replacementPay}, 1) + ${input('rentToMarket')} + ${input('staffToMarket')}`,
  )
  m.figure(
    'bridgeGap',
    {
      label: 'gap to the projected EBITDA',
      unit: 'usd',
      meaning: 'What the books and the cost lines do not agree on.',
    },
    f`${bridge} - at(${practice.adjustedEbitda}, 1)`,
  )
}

const contributionAsOwner = (ctx: Context, timeline: Timeline, part: Operand): Expression =>
  f`${ctx.input('owner/contributionAsOwner')} * ${timeline.priceIndex} * ${part}`

/** What no path's work has: to be spread before what it has. */
const NO_WORK: Work = {
  practice: [],
  retained: [],
  rent: 0,
  passiveRent: 0,
  ownedPart: 0,
  wages: [],
  contributionAsOwner: 0,
  contributionAsEmployee: 0,
}

/**
 * Take-home of a full year as owner in a year of the plan, with plan contributions at what they are worth after their
 * later tax. Cash, perks and what is taxed are rows of full years; the tax's own lines are declared in `m`.
 */
function ownerFullYear(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  m: Model,
  full: { readonly cash: Line; readonly taxable: Line; readonly perks: Line },
  year: Operand,
): Expression {
  const at = (line: Line) => f`at(${line}, ${year})`
  const contribution = f`${ctx.input('owner/contributionAsOwner')} * ${at(timeline.priceIndex)}`
  const tax = fullYearTax(
    ctx,
    timeline,
    needs,
    m,
    { ...NO_WORK, practice: [at(full.taxable)], ownedPart: 1, contributionAsOwner: contribution },
    year,
  )
  return f`${at(full.cash)} + ${at(full.perks)} - ${tax} - ${contribution} * ${timeline.rateIn('deferred', year)}`
}

/** Keep until retirement, then sell to a dentist or to nobody. */
function declareKeep(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  practice: Practice,
  scope: string,
  retirement: When,
): Views {
  const shared = ctx.model.scope(scope).under('What you take home')
  const owned = shared.row(
    'ownedPart',
    { label: 'part of the year as owner', unit: 'years', meaning: 'Until retirement.' },
    partOfYear(0, retirement.t),
  )
  const cash = shared.row(
    'practiceCashReceived',
    { label: 'practice cash received', unit: 'usd', meaning: 'For the part of the year as owner.' },
    f`${practice.practiceCash} * ${owned}`,
  )
  const perks = shared.row(
    'perksReceived',
    { label: 'perks received', unit: 'usd', meaning: 'For the part of the year as owner; untaxed.' },
    f`${practice.perks} * ${owned}`,
  )
  const taxable = shared.row(
    'practiceTaxed',
    { label: 'practice income taxed', unit: 'usd', meaning: 'For the part of the year as owner.' },
    f`${practice.practiceTaxable} * ${owned}`,
  )
  const building = declareBuilding(ctx, timeline, scope, { sale: buildingSale(ctx) })
  const firstYear = ownerFullYear(
    ctx,
    timeline,
    needs,
    shared,
    { cash: practice.practiceCash, taxable: practice.practiceTaxable, perks: practice.perks },
    1,
  )
  return ctx.byView((view) => {
    const sale = declareTerminalSale(ctx, scope, view, practice, retirement)
    const received = dated(
      ctx,
      `${scope}/${view}`,
      'saleAtRetirement',
      'sale at retirement',
      'In the year of retirement.',
      retirement,
      sale.received,
    )
    const work: Work = {
      ...NO_WORK,
      ...rentOf(building),
      practice: [taxable],
      ownedPart: owned,
      contributionAsOwner: contributionAsOwner(ctx, timeline, owned),
    }
    const taxes = declareTaxes(ctx, timeline, needs, scope, view, work, {
      ...NO_DEAL,
      ...gainOfBuilding(building),
      ordinary: onDay(retirement, sale.ordinary),
      gain: onDay(retirement, sale.gain),
    })
    const { household } = finishPath(ctx, timeline, needs, {
      scope,
      view,
      retirement,
      practice: building ? [cash, building.rent] : [cash],
      untaxed: [perks],
      work,
      employerContribution: 0,
      dated: building ? [received, ...building.flows] : [received],
      taxes,
      paper: withBuilding(f`if(n < ${retirement.t}, ${sale.finish(taxes)}, 0)`, building?.paper(view, taxes)),
      hours: hoursAt(ctx, practice.clinicalDays, owned),
    })
    ctx.model.scope(scope).under('What you take home').scope(view).figure(
      'takeHomeFirstYear',
      {
        label: 'take-home, first full year',
        unit: 'usd',
        meaning: 'Plan contributions counted after their later tax.',
      },
      firstYear,
    )
    return household
  })
}

/** Sell to a dentist or an associate: all now, or in tranches; the buyer's bank pays each at its closing. */
function declarePrivateSale(ctx: Context, timeline: Timeline, needs: Needs, practice: Practice, document: Case): Views {
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
    { label: 'part of the year you work', unit: 'years', meaning: 'As owner, then as an associate.' },
    partOfYear(0, workUntil),
  )
  const held = m.row(
    'heldPart',
    {
      label: 'part of the practice still yours',
      unit: 'years',
      meaning: 'Over the year, by the months between the tranches.',
    },
    f`max(0, ${partOfYear(0, retirement.t)} - total(${tranches.map(({ when, share }) => f`${share} * ${partOfYear(when.t, retirement.t)}`)}))`,
  )
  const cash = m.row(
    'practiceCashReceived',
    { label: 'practice cash received', unit: 'usd', meaning: 'For the part still yours.' },
    f`${practice.practiceCash} * ${held}`,
  )
  const perks = m.row(
    'perksReceived',
    { label: 'perks received', unit: 'usd', meaning: 'For the part still yours; untaxed.' },
    f`${practice.perks} * ${held}`,
  )
  const taxable = m.row(
    'practiceTaxed',
    { label: 'practice income taxed', unit: 'usd', meaning: 'For the part still yours.' },
    f`${practice.practiceTaxable} * ${held}`,
  )
  const pay = m.row(
    'jobPay',
    {
      label: 'pay as an associate',
      unit: 'usd',
      meaning: 'A share of your collections for the part that is no longer yours.',
    },
    f`${input('rate')} * ${practice.ownerCollections} * max(0, ${working} - ${held})`,
  )
  const gap = m.row(
    'gapPay',
    { label: 'other pay until retirement', unit: 'usd', meaning: 'What fills the time until retirement.' },
    f`${input('gapPay')} * ${timeline.priceIndex} * ${partOfYear(workUntil, retirement.t)}`,
  )
  const prices = m.row(
    'prices',
    {
      label: 'price of the practice to a dentist',
      unit: 'usd',
      meaning: 'Your share, if all were sold at the year’s end.',
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
        meaning: 'Its share of the price of the year in which it is sold.',
      },
      f`${share} * at(${prices}, ${basisYear(when.t, ctx.years)})`,
    )
    const received = m.figure(
      `tranche/${id}/received`,
      { label: 'received for the tranche', unit: 'usd', meaning: 'Price less selling costs and its part of the debt.' },
      f`${price} * (1 - ${input('sellingCosts')}) - ${share} * ${ownership} * (${practice.debt.balanceAt(when.t)})`,
    )
    const gain = m.figure(
      `tranche/${id}/gain`,
      {
        label: 'gain on the tranche',
        unit: 'usd',
        meaning: 'Its price less ordinary part, selling costs and tax basis.',
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
    { label: 'part not yet sold', unit: 'rate', meaning: 'At the end of the year.' },
    f`total(${tranches.map(({ when, share }) => f`if(n < ${when.t}, ${share}, 0)`)})`,
  )
  figureWithToday(
    ctx,
    timeline,
    m,
    'cashAtClose',
    'cash at close',
    'Of all tranches, before tax.',
    f`total(${sales.map(({ received }) => received)})`,
    1,
  )
  m.figure(
    'consideration',
    { label: 'price', unit: 'usd', meaning: 'Of all tranches.' },
    f`total(${sales.map(({ price }) => price)})`,
  )

  const building = declareBuilding(ctx, timeline, scope, {
    sale: buildingSale(ctx),
    letTo: { from: lastSale, netRent: ctx.input('practice/realEstate/netRent') },
  })
  const work: Work = {
    ...NO_WORK,
    ...rentOf(building),
    practice: [taxable],
    ownedPart: held,
    wages: [pay, gap],
    contributionAsOwner: contributionAsOwner(ctx, timeline, held),
  }
  return ctx.byView((view) => {
    const taxes = declareTaxes(ctx, timeline, needs, scope, view, work, {
      ...NO_DEAL,
      ...gainOfBuilding(building),
      ordinary: f`total(${sales.map(({ when, price }) => onDay(when, ordinaryOf(price)))})`,
      gain: f`total(${sales.map(({ when, gain }) => onDay(when, gain))})`,
    })
    const sold = m.scope(view)
    const taxOf = sales.map(({ id, when, price, gain }) =>
      sold.figure(
        `tranche/${id}/tax`,
        { label: 'tax on the tranche', unit: 'usd', meaning: 'Ordinary income on one part, gain on the rest.' },
        f`${taxes.rateIn('ordinary', when.year)} * ${ordinaryOf(price)} + ${taxes.rateIn('gain', when.year)} * ${gain}`,
      ),
    )
    figureWithToday(
      ctx,
      timeline,
      sold,
      'inPocketAtClose',
      'in pocket at close',
      'Of all tranches, after tax.',
      f`total(${sales.map(({ received }, i) => f`${received} - ${taxOf[i]!}`)})`,
      1,
    )
    const lastYear = sales.reduce<Operand>((latest, { when }) => f`max(${latest}, ${when.year})`, 1)
    const rest = f`${remaining} * ${prices}`
    const unsold = sold.row(
      'unsoldPractice',
      {
        label: 'unsold practice',
        unit: 'usd',
        meaning: 'What the sale of the rest at the year’s end would leave after tax.',
      },
      f`${remaining} * (${prices} * (1 - ${input('sellingCosts')}) - ${ownership} * ${practice.debt.end}) - (${taxes.rateIfSold('ordinary', lastYear)} * ${ordinaryOf(rest)} + ${taxes.rateIfSold('gain', lastYear)} * ${gainOf(rest, remaining)})`,
    )
    const { household } = finishPath(ctx, timeline, needs, {
      scope,
      view,
      retirement,
      practice: building ? [cash, building.rent] : [cash],
      untaxed: [perks],
      work,
      employerContribution: 0,
      dated: [...sales.map(({ flow }) => flow), ...(building?.flows ?? [])],
      taxes,
      paper: withBuilding(unsold, building?.paper(view, taxes)),
      hours: hoursAt(ctx, practice.clinicalDays, working),
    })
    const v = ctx.model.scope(scope).under('Totals').scope(view)
    v.figure(
      'priceTotal',
      { label: 'price in all', unit: 'usd', meaning: 'Paid at closing by the buyer’s bank: the same in all views.' },
      f`total(${sales.map(({ price }) => price)})`,
    )
    return household
  })
}

/** An offer, or a sale expected later: section 2's `affiliate` in all its structures. */
function declareOffer(ctx: Context, timeline: Timeline, needs: Needs, practice: Practice, offer: Offer): Views {
  const scope = offer.id
  const path = `offers/${offer.id}`
  const services = offer.structure === 'services'
  const m = ctx.model.scope(scope).under('The price and how it is paid')
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const closing = ctx.day(`${path}/closing`)
  const retirement = ctx.dayOr(`${path}/retirement`, timeline.retirement)
  const leavingDay = ctx.dayOr(`${path}/leaving/on`, retirement)
  const when = ctx.model.scope(scope).under('Dates')
  const leave = when.figure(
    'leave',
    { label: 'you leave', unit: 'years', meaning: 'Years from the start: retirement, or earlier if you say so.' },
    f`min(${retirement.t}, ${leavingDay.t})`,
  )
  const jobEnd = when.figure(
    'jobEnd',
    {
      label: 'the job ends',
      unit: 'years',
      meaning: 'Years from the start: its own end, leaving or retirement, whichever is first.',
    },
    offer.job.ends === null ? f`${leave}` : f`min(${leave}, ${ctx.day(`${path}/job/ends`).t})`,
  )
  const terms: Terms = { offer, path, scope, closing, retirement, jobEnd, leave }
  const affiliation = declareAffiliation(ctx, timeline, practice, terms)
  const price = declarePrice(ctx, timeline, practice, affiliation, terms)
  declareStressTable(ctx, timeline, terms, price)

  const year = basisYear(closing.t, ctx.years)
  const contractYear1 = firstContractYear(closing, ctx.years)
  const ownership = ctx.input('practice/ownershipShare')
  const sold = shareSold(ctx, offer, path)
  const ratio = price.grossProfitRatio
  const closingGain = offer.instalments
    ? f`${ratio} * (${price.cash} + ${price.workingCapital})`
    : f`${ratio} * ${price.taxedPrice}`

  const closingTax = m.declare(
    'closingTax',
    { label: 'tax on what is paid at closing', unit: 'usd', meaning: 'Ordinary part in full, gain on the cash.' },
    'figure',
  )
  const inPocket = figureWithToday(
    ctx,
    timeline,
    m,
    'inPocketAtClose',
    'in pocket at close',
    'Cash at close less the tax on it.',
    f`${price.cashAtClose} - ${closingTax}`,
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
    { label: 'return on what you pocket', unit: 'usd', meaning: 'A year, after tax, if all of it is invested.' },
    f`${inPocket} * ${timeline.afterTaxReturnIn(closing.year)}`,
  )
  m.figure(
    'cashShareOfHeadline',
    {
      label: 'cash share of the price',
      unit: 'rate',
      meaning: 'Paid in cash at closing, of the headline price with everything on top.',
    },
    f`if(${price.consideration} > 0, ${price.cash} / (${price.consideration} + total(${price.payments.filter(({ component }) => component.kind === 'earnOut' && component.onTop).map(({ amount }) => amount)})), 0)`,
  )

  // As owner: until closing (or, with management services alone, until retirement).
  const ownerShare = m.row(
    'ownedPart',
    { label: 'part of the year as owner before closing', unit: 'years', meaning: 'Until closing or retirement.' },
    ownedUntil(closing.t, retirement.t),
  )
  const served = partOfYear(closing.t, retirement.t)
  const take = ctx.model.scope(scope).under('What you take home')
  let after: { readonly cash: Line; readonly taxable: Line; readonly perks: Line } | undefined
  if (services) {
    const cashAfter = take.row(
      'practiceCashAfter',
      {
        label: 'practice cash after affiliation',
        unit: 'usd',
        meaning: 'With the new collections and costs, after the fee; full year.',
      },
      f`${ctx.input('practice/ownersPayRate')} * ${affiliation.ownerCollections} + ${ownership} * (${affiliation.collections} - ${affiliation.costs} - ${affiliation.managementFee} - ${ctx.input('practice/ownersPayRate')} * (${affiliation.ownerCollections} + ${practice.partnersCollections}) - ${practice.capex} - ${practice.debt.service})`,
    )
    const taxableAfter = take.row(
      'practiceTaxableAfter',
      {
        label: 'taxable practice income after affiliation',
        unit: 'usd',
        meaning: 'Practice cash and the principal repaid, which does not deduct; full year.',
      },
      f`${cashAfter} + ${ownership} * ${practice.debt.principal}`,
    )
    after = { cash: cashAfter, taxable: taxableAfter, perks: practice.perks }
  }
  const cash = take.row(
    'practiceCashReceived',
    { label: 'practice cash received', unit: 'usd', meaning: 'For the part of the year as owner.' },
    after
      ? f`${practice.practiceCash} * ${ownerShare} + ${after.cash} * ${served}`
      : f`${practice.practiceCash} * ${ownerShare}`,
  )
  const ownedPart = services ? f`(${ownerShare} + ${served})` : f`${ownerShare}`
  const perks = take.row(
    'perksReceived',
    { label: 'perks received', unit: 'usd', meaning: 'For the part of the year as owner; untaxed.' },
    f`${practice.perks} * ${ownedPart}`,
  )
  const taxable = take.row(
    'practiceTaxed',
    { label: 'practice income taxed', unit: 'usd', meaning: 'For the part of the year as owner.' },
    after
      ? f`${practice.practiceTaxable} * ${ownerShare} + ${after.taxable} * ${served}`
      : f`${practice.practiceTaxable} * ${ownerShare}`,
  )
  const ifKept = m.under('Your job after the sale').figure(
    'takeHomeIfKept',
    {
      label: 'take-home of a full year if kept',
      unit: 'usd',
      meaning: 'In contract year 1; plan contributions counted after their later tax.',
    },
    ownerFullYear(
      ctx,
      timeline,
      needs,
      m.scope('ifKept'),
      { cash: practice.practiceCash, taxable: practice.practiceTaxable, perks: practice.perks },
      contractYear1,
    ),
  )
  const ownedLine = services
    ? take.row(
        'ownedPartInAll',
        {
          label: 'part of the year as owner',
          unit: 'years',
          meaning: 'Before closing and after it, until retirement.',
        },
        ownedPart,
      )
    : ownerShare
  const discountRate = ctx.input('assumptions/discountRate')

  const building = declareBuilding(ctx, timeline, scope, {
    sale: offer.realEstate.sold && !services ? closing : buildingSale(ctx),
    ...(offer.realEstate.sold && !services && offer.realEstate.price !== null
      ? { price: input('realEstate/price') }
      : {}),
    ...(services
      ? {}
      : {
          letTo: {
            from: closing.t,
            netRent:
              offer.realEstate.netRent === null
                ? ctx.input('practice/realEstate/netRent')
                : input('realEstate/netRent'),
          },
        }),
  })
  const firstYear = after && ownerFullYear(ctx, timeline, needs, take, after, contractYear1)
  const form = { form: offer.saleForm, personalGoodwill: input('allocation/personalGoodwill') } as const

  const views = ctx.byView((view) => {
    const job = declareJob(ctx, timeline, practice, affiliation, terms, view)
    const retained = services ? undefined : declareRetained(ctx, practice, affiliation, price, job, terms, view)
    const v = ctx.model.scope(scope).under('Money on a day').scope(view)
    const flow = (id: string, label: string, meaning: string, formula: Operand, time: Operand): DatedFlow => ({
      row: v.row(id, { label, unit: 'usd', meaning }, formula),
      time,
    })
    const closingId = `${scope}/closingPaid`
    const closingRow = ctx.model.has(closingId)
      ? ctx.model.line(closingId)
      : ctx.model
          .scope(scope)
          .under('Money on a day')
          .row(
            'closingPaid',
            { label: 'cash at close', unit: 'usd', meaning: 'On the day of closing.' },
            onDay(closing, price.cashAtClose),
          )
    const weighted = price.payments.map((payment) => {
      const w = f`${payment.weight(view)} * ${payment.kept}`
      return {
        payment,
        principal: flow(
          `${payment.component.id}/paid`,
          payment.amount.label,
          'By its chance, as far as it is kept.',
          f`${w} * ${payment.principal}`,
          payment.time,
        ),
        interest:
          payment.interest &&
          flow(
            `${payment.component.id}/interestPaid`,
            payment.interest.label,
            'By its chance.',
            f`${w} * ${payment.interest}`,
            payment.time,
          ),
      }
    })
    const equity = price.equities.flatMap((item) =>
      item.cashings.map((cashing, i) => {
        const value = f`${item.value(view)} * ${item.kept}`
        return {
          item,
          cashing,
          flow: flow(
            `${item.component.id}/cashed${i === 0 ? '' : i + 1}`,
            `${item.rolled.label.replace(': rolled dollars', '')}: cashed`,
            'At the exit or a later recapitalisation.',
            onDay(cashing.when, f`${value} * ${cashing.factor}`),
            cashing.when.t,
          ),
          gain: onDay(
            cashing.when,
            f`max(0, ${value} * ${cashing.factor} - ${price.basisRolled} * ${cashing.basisPart})`,
          ),
        }
      }),
    )
    const back = flow(
      'clawback',
      'cash paid back',
      'On leaving before the term ends.',
      clawback(ctx, terms, price, leavingDay),
      leave,
    )
    const exit =
      retained &&
      flow(
        'retainedPaid',
        'sale of the share you keep',
        'On the day of its exit.',
        onDay(retained.exit, retained.exitAmount),
        retained.exit.t,
      )
    const terminal = services
      ? declareTerminalSale(
          ctx,
          scope,
          view,
          {
            collections: servicesRow(take, 'collections', practice.collections, affiliation.collections, closing),
            discretionary: servicesRow(
              take,
              'discretionary',
              practice.discretionary,
              affiliation.discretionary,
              closing,
            ),
            adjustedEbitda: servicesRow(
              take,
              'adjustedEbitda',
              practice.adjustedEbitda,
              affiliation.adjustedEbitda,
              closing,
            ),
            debt: practice.debt,
          },
          retirement,
        )
      : undefined
    const terminalFlow = terminal
      ? [
          dated(
            ctx,
            `${scope}/${view}`,
            'saleAtRetirement',
            'sale at retirement',
            'In the year of retirement.',
            retirement,
            terminal.received,
          ),
        ]
      : []

    const priceRows = weighted.filter(({ payment }) => !payment.wages)
    const unpaid = v.figure(
      'neverPaid',
      {
        label: 'price never paid',
        unit: 'usd',
        meaning: 'Scheduled parts of the price that this view does not count.',
      },
      f`total(${priceRows.map(({ payment, principal }) => f`${payment.amount} - sum(${principal.row})`)})`,
    )
    const gain = v.row(
      'saleGain',
      {
        label: 'gain on the sale',
        unit: 'usd',
        meaning: 'The gain in what is paid in the year; in the last year less what was never paid.',
      },
      offer.instalments
        ? f`if(n = ${closing.year}, ${closingGain}, 0) + ${ratio} * (total(${priceRows.map(({ principal }) => principal.row)}) + ${back.row}) - if(n = ${price.lastPaymentYear}, (1 - ${ratio}) * ${unpaid}, 0)`
        : f`if(n = ${closing.year}, ${closingGain}, 0) + ${back.row} - if(n = ${price.lastPaymentYear}, ${unpaid}, 0)`,
    )
    const ordinary = f`if(n = ${closing.year}, ${price.ordinaryPart} + ${price.receivables}, 0)`
    const interest = sumOf(weighted.flatMap(({ interest: row }) => (row ? [row.row] : [])))
    const wageParts = sumOf(weighted.filter(({ payment }) => payment.wages).map(({ principal }) => principal.row))
    const contribution = contributionAsOwner(ctx, timeline, ownedPart)
    const asEmployee = f`${input('job/contributionAsEmployee')} * ${timeline.priceIndex} * ${job.share}`
    const work: Work = {
      practice: [taxable],
      retained: retained ? [retained.taxable] : [],
      ...rentOf(building),
      ownedPart: ownedLine,
      wages: [job.paid, job.gap],
      contributionAsOwner: contribution,
      contributionAsEmployee: asEmployee,
    }
    const exitGain = retained ? onDay(retained.exit, retained.exitGain) : 0
    const terminalParts = terminal && {
      ordinary: onDay(retirement, terminal.ordinary),
      gain: onDay(retirement, terminal.gain),
    }
    const taxes = declareTaxes(ctx, timeline, needs, scope, view, work, {
      ...NO_DEAL,
      ...gainOfBuilding(building),
      ...form,
      ordinary: terminalParts ? f`${ordinary} + ${terminalParts.ordinary}` : ordinary,
      gain: terminalParts ? f`${gain} + ${terminalParts.gain}` : gain,
      exitGain,
      passiveGain: sumOf(equity.map(({ gain: part }) => part)),
      interest,
      wages: wageParts,
    })

    // What the deal still owes after the end of a year, after tax, discounted to that day.
    const later: DatedFlow[] = [
      ...weighted.flatMap(({ principal, interest: row }) => (row ? [principal, row] : [principal])),
      ...equity.map(({ flow: item }) => item),
      back,
    ]
    // What stands on paper elsewhere, the kept share and the practice of an owner who only buys services, is not the deal's.
    const elsewhere = terminalParts
      ? f`${taxes.rate('ordinary')} * ${terminalParts.ordinary} + ${taxes.rate('gain')} * ${terminalParts.gain}`
      : f`${taxes.rate('gain')} * ${exitGain}`
    const dealTax = building
      ? f`${taxes.datedTax} - (${elsewhere} + ${taxes.rate('gain')} * ${building.gain})`
      : f`${taxes.datedTax} - (${elsewhere})`
    const dealPresent = v.row(
      'dealPresent',
      {
        label: 'present value of the deal’s later money',
        unit: 'usd',
        meaning: 'Payments after closing less their tax.',
      },
      f`total(${later.map(({ row, time }) => present(row, discountRate, time))}) - (${dealTax}) * ${timeline.discountEnd}`,
    )
    const outstanding = v.row(
      'dealOutstanding',
      { label: 'still to come from the deal', unit: 'usd', meaning: 'After tax, discounted to the end of the year.' },
      f`(sum(${dealPresent}) - sumToDate(${dealPresent})) / ${timeline.discountEnd}`,
    )
    // Before closing the practice is worth what keeping would make of it.
    const practicePaper = terminal
      ? f`if(n < ${retirement.t}, ${terminal.finish(taxes)}, 0)`
      : f`if(n < ${closing.t}, if(n < ${retirement.t}, ${ctx.model.line(`keep/${view}/unsoldPractice`)}, 0), ${outstanding} + if(n < ${retained!.exit.t}, ${retained!.unsold(taxes)}, 0))`
    const { household } = finishPath(ctx, timeline, needs, {
      scope,
      view,
      retirement,
      practice: [cash, ...(retained ? [retained.distribution] : []), ...(building ? [building.rent] : [])],
      untaxed: [perks],
      work,
      employerContribution: f`${input('job/employerContribution')} * ${timeline.priceIndex} * ${job.share}`,
      dated: [
        { row: closingRow, time: closing.t },
        ...later,
        ...(exit ? [exit] : []),
        ...terminalFlow,
        ...(building?.flows ?? []),
      ],
      taxes,
      paper: withBuilding(practicePaper, building?.paper(view, taxes)),
      hours: f`${hoursAt(ctx, practice.clinicalDays, ownerShare)} + ${hoursAt(ctx, affiliation.clinicalDays, services ? served : job.share)}`,
    })

    const t = ctx.model.scope(scope).under('Totals').scope(view)
    const priceYear = t.row(
      'priceYear',
      {
        label: 'price paid in the year',
        unit: 'usd',
        meaning: 'Components by their chance, before tax, rolled equity at its exit, without interest.',
      },
      f`${onDay(closing, price.cash)} + total(${[...weighted.map(({ principal }) => principal.row), ...equity.map(({ flow: item }) => item.row)]})`,
    )
    const priceTotal = t.figure(
      'priceTotal',
      { label: 'price in all', unit: 'usd', meaning: 'Everything the deal pays for the practice, before tax.' },
      f`sum(${priceYear})`,
    )
    t.figure(
      'saleBesides',
      {
        label: 'beside the price',
        unit: 'usd',
        meaning: 'Interest, working capital, receivables, the kept share, a building; less cash that is paid back.',
      },
      f`${ctx.model.line(`${scope}/${view}/saleBeforeTax`)} - ${priceTotal} + ${price.debtPaid} + ${price.sellingCosts}`,
    )
    const pricePresent = t.row(
      'pricePresent',
      {
        label: 'present value of the price paid in the year',
        unit: 'usd',
        meaning: 'Each part discounted from its day.',
      },
      f`${present(onDay(closing, price.cash), discountRate, closing.t)} + total(${[...weighted.map(({ principal }) => principal), ...equity.map(({ flow: item }) => item)].map(({ row, time }) => present(row, discountRate, time))})`,
    )
    const pricePv = t.figure(
      'priceTotalPresentValue',
      {
        label: 'present value of the price',
        unit: 'usd',
        meaning: 'The price in one amount at the start of the plan.',
      },
      f`sum(${pricePresent})`,
    )
    if (!services)
      t.figure(
        'effectiveMultiple',
        {
          label: 'effective multiple',
          unit: 'factor',
          meaning: 'Present value of the price for a dollar of the EBITDA sold; none if nothing is sold.',
          optional: true,
        },
        f`${pricePv} / (at(${practice.adjustedEbitda}, ${year}) * ${sold} * ${ownership})`,
      )
    if (!services)
      declareJobFigures(ctx, timeline, t, {
        terms,
        practice,
        affiliation,
        price,
        job,
        year,
        contractYear1,
        sold,
        ownership,
        inPocket,
        ifKept,
        retained: retained!,
        needs,
      })
    else
      t.figure(
        'takeHomeFirstYear',
        {
          label: 'take-home, first full year',
          unit: 'usd',
          meaning: 'In contract year 1, plan contributions after their later tax.',
        },
        f`${firstYear!}`,
      )
    const [only] = price.equities
    if (only && price.equities.length === 1)
      t.figure(
        'rolledReturn',
        {
          label: 'yearly return of the rolled equity',
          unit: 'rate',
          meaning: 'Value at the exit against what was rolled; none if nothing is rolled.',
          optional: true,
        },
        f`(${only.value(view)} * ${only.kept} / ${only.rolled}) ^ (1 / (${only.exit.t} - ${closing.t})) - 1`,
      )
    return household
  })
  const expected = ctx.model.scope(scope).scope('expected')
  const inClosingYear = (line: Line) => f`at(${line}, ${clampedYear(ctx, closing.year)})`
  const shareOfYear = ctx.model.line(`${scope}/jobShare`)
  m.define(
    closingTax,
    closingTaxFormula(
      ctx,
      timeline,
      needs,
      scope,
      closing.year,
      { ordinary: f`${price.ordinaryPart} + ${price.receivables}`, gain: closingGain, ...form },
      () => ({
        practice: [inClosingYear(taxable)],
        retained: services ? [] : [inClosingYear(expected.lineLocal('jvTaxable'))],
        rent: building ? inClosingYear(building.ownRent) : 0,
        passiveRent: building && building.passiveRent !== 0 ? inClosingYear(building.passiveRent) : 0,
        ownedPart: inClosingYear(ownedLine),
        wages: [inClosingYear(expected.lineLocal('jobPay')), inClosingYear(ctx.model.line(`${scope}/gapPay`))],
        contributionAsOwner: f`${ctx.input('owner/contributionAsOwner')} * ${inClosingYear(timeline.priceIndex)} * ${inClosingYear(ownedLine)}`,
        contributionAsEmployee: f`${input('job/contributionAsEmployee')} * ${inClosingYear(timeline.priceIndex)} * ${inClosingYear(shareOfYear)}`,
      }),
    ),
  )
  return views
}

/** When the building is sold on its own; the owner may keep it. */
const buildingSale = (ctx: Context): When | undefined =>
  ctx.document.practice.realEstate.soldOn === null ? undefined : ctx.day('practice/realEstate/soldOn')

const rentOf = (building: Building | undefined): Pick<Work, 'rent' | 'passiveRent'> =>
  building ? { rent: building.ownRent, passiveRent: building.passiveRent } : { rent: 0, passiveRent: 0 }

const gainOfBuilding = (building: Building | undefined): Pick<Deal, 'buildingGain' | 'buildingDepreciation'> =>
  building
    ? { buildingGain: building.gain, buildingDepreciation: building.depreciation }
    : { buildingGain: 0, buildingDepreciation: 0 }

const withBuilding = (paper: Operand, building: Line | undefined): Operand =>
  building ? f`${paper} + ${building}` : paper

/** A sum, or the number 0 where there is nothing to add. */
const sumOf = (parts: readonly Operand[]): Operand => (parts.length === 0 ? 0 : f`total(${parts})`)

/** With management services alone: the practice as kept until closing, with the new figures afterwards. */
function servicesRow(m: Context['model'], id: string, before: Line, after: Line, closing: When): Line {
  const full = `${id}Owned`
  // The three views share the row.
  return m.hasLocal(full)
    ? m.lineLocal(full)
    : m.row(
        full,
        { label: before.label, unit: 'usd', meaning: 'As kept until closing, after affiliation from then on.' },
        f`if(n <= ${closing.t}, ${before}, ${after})`,
      )
}

/** What the job costs and what it says of the price (section 4). */
function declareJobFigures(
  ctx: Context,
  timeline: Timeline,
  t: Context['model'],
  part: {
    terms: Terms
    practice: Practice
    affiliation: ReturnType<typeof declareAffiliation>
    price: ReturnType<typeof declarePrice>
    job: ReturnType<typeof declareJob>
    year: Operand
    contractYear1: Operand
    sold: Operand
    ownership: Operand
    inPocket: Line
    ifKept: Line
    retained: Retained
    needs: Needs
  },
): void {
  const { terms, practice, affiliation, price, job, year, contractYear1, sold, ownership, inPocket, ifKept } = part
  const cuts = t.row(
    'payCutFull',
    {
      label: 'pay below market, full year',
      unit: 'usd',
      meaning: 'Market pay for your collections less the pay of the job.',
    },
    f`${ctx.input('practice/replacementRate')} * ${affiliation.ownerCollections} - ${job.full}`,
  )
  const payCut = t.figure(
    'payCut',
    {
      label: 'your pay cut against market',
      unit: 'usd',
      meaning: 'A full year, at the figures of the year of closing.',
    },
    f`at(${cuts}, ${year})`,
  )
  t.figure(
    'priceOfTheJob',
    {
      label: 'part of the price that is your own pay cut',
      unit: 'usd',
      meaning: 'Pay below market × the multiple × the share sold, at most the price.',
    },
    f`min(${price.consideration}, max(0, ${payCut}) * ${price.multiple} * ${sold} * ${ownership})`,
  )
  t.figure(
    'priceNotPaid',
    {
      label: 'price not paid for',
      unit: 'usd',
      meaning:
        'Where the priced EBITDA deducts more pay for your work than the job gives: the difference × the multiple.',
    },
    f`max(0, at(${practice.discretionary}, ${year}) + (${ctx.input('practice/rentToMarket')} + ${ctx.input('practice/staffToMarket')}) * at(${timeline.priceIndex}, ${year}) - ${ctx.input('practice/managerCost')} * at(${timeline.priceIndex}, ${year}) - ${terms.offer.price.ebitda === null ? f`at(${practice.adjustedEbitda}, ${year})` : ctx.input(`${terms.path}/price/ebitda`)} - ${ctx.input('practice/replacementRate')} * at(${practice.partnersCollections}, ${year}) - at(${job.full}, ${year})) * ${price.multiple} * ${sold} * ${ownership}`,
  )
  const gaps = t.row(
    'employmentGapYear',
    { label: 'pay below market in the year', unit: 'usd', meaning: 'For the months of the term that you work.' },
    f`${cuts} * ${partOfYear(terms.closing.t, f`min(${terms.jobEnd}, ${terms.closing.t} + ${ctx.input(`${terms.path}/job/termYears`)})`)}`,
  )
  t.figure(
    'employmentGap',
    { label: 'pay below market over the term', unit: 'usd', meaning: 'Sum over the years that you must stay.' },
    f`sum(${gaps})`,
  )

  const at = (line: Line) => f`at(${line}, ${contractYear1})`
  const indexed = (field: string) => f`${ctx.input(`${terms.path}/job/${field}`)} * ${at(timeline.priceIndex)}`
  const contribution = indexed('contributionAsEmployee')
  const deferred = timeline.rateIn('deferred', contractYear1)
  const tax = fullYearTax(
    ctx,
    timeline,
    part.needs,
    t,
    {
      ...NO_WORK,
      retained: [at(part.retained.fullYearTaxable)],
      wages: [at(job.full)],
      contributionAsEmployee: contribution,
    },
    contractYear1,
  )
  const after = t.figure(
    'takeHomeFirstYear',
    {
      label: 'take-home, first full year',
      unit: 'usd',
      meaning: 'In the job with distributions, in contract year 1; plan contributions after their later tax.',
    },
    f`${at(job.full)} + ${at(part.retained.fullYear)} - ${tax} - ${contribution} * ${deferred} + ${indexed('employerContribution')} * (1 - ${deferred})`,
  )
  const givenUp = t.figure(
    'incomeGivenUp',
    {
      label: 'income given up',
      unit: 'usd',
      meaning: 'Take-home of a full year if kept, less that after the sale, in contract year 1.',
    },
    f`${ifKept} - ${after}`,
  )
  t.figure(
    'yearsToRecoup',
    {
      label: 'years of that income the pocketed cash replaces',
      unit: 'years',
      meaning: 'In pocket at close ÷ income given up; none if no income is given up.',
      optional: true,
    },
    f`if(${givenUp} > 0, ${inPocket} / ${givenUp}, none)`,
  )
}
