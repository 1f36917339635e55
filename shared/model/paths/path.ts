import { type Expression, f, type Line, type Operand } from '../../formula'
import type { DatedFlow } from '../household/dated'
import { declareHousehold, type Household } from '../household/household'
import type { Needs } from '../household/needs'
import { declareRetirement } from '../household/retirement'
import { declareWhatPays } from '../household/spending'
import type { PathTaxes, Work } from '../household/taxes'
import { type Context, type View, VIEWS, type When } from '../plan/context'
import { figureWithToday, presentValue } from '../plan/time-value'
import type { Timeline } from '../plan/timeline'

/** An associate stays (`stay`) or takes another job (`job`); the other kinds are an owner's. */
export type PathKind = 'keep' | 'stepBack' | 'sellPrivately' | 'sellLater' | 'affiliate' | 'stay' | 'job'

/** A path of the comparison: its lines are under `id/`, those of a view under `id/view/`. */
export interface Path {
  readonly id: string
  readonly kind: PathKind
  readonly name: string
}

/** What a path yields in a view, before take-home, wealth and totals are derived from it. */
export interface PathIncome {
  readonly scope: string
  readonly view: View
  readonly retirement: When
  /** Cash from the practice, distributions and net rent. */
  readonly practice: readonly Operand[]
  readonly untaxed: readonly Operand[]
  /** The taxed portion, including pay and the owner's plan contributions. */
  readonly work: Work
  readonly employerContribution: Operand
  readonly dated: readonly DatedFlow[]
  readonly taxes: PathTaxes
  /** What is not yet sold or paid at the end of a year, after tax. */
  readonly paper: Operand
  readonly hours: Operand
}

/** A path's household in each declared view. */
export type Views = Readonly<Partial<Record<View, Household>>>

export interface PathResult {
  readonly household: Household
  readonly takeHome: Line
  readonly pathTotal: Line
}

/** Sections 8 and 9 for one path in one view: take-home, wealth, and the totals over the whole path. */
export function finishPath(ctx: Context, timeline: Timeline, needs: Needs, income: PathIncome): PathResult {
  const { scope, view, retirement } = income
  const m = ctx.model.scope(scope).under('What you take home').scope(view)
  const row = (id: string, label: string, meaning: string, formula: Operand) =>
    m.row(id, { label, unit: 'usd', meaning }, formula)

  const { work, taxes } = income
  const takeHome = row(
    'takeHome',
    'take-home',
    !ctx.owns
      ? 'Pay and benefits, less tax and your own plan contributions.'
      : work.family === 0
        ? 'Practice cash, perks, pay and distributions, less tax and your own plan contributions.'
        : 'Practice cash, perks, pay, that of your family and distributions, less tax and your own plan contributions.',
    f`total(${[...income.practice, ...income.untaxed, ...work.wages, ...work.selfEmployment, ...(work.family === 0 ? [] : [work.family])]}) - ${taxes.incomeTax} - ${work.contributionAsOwner} - ${work.contributionAsEmployee}`,
  )
  const contributions = row(
    'contributions',
    'plan contributions',
    'Your own and your employer’s contributions to tax-deferred accounts.',
    f`${work.contributionAsOwner} + ${work.contributionAsEmployee} + ${income.employerContribution}`,
  )
  const paper = row(
    'paper',
    'unrealized value',
    ctx.owns
      ? 'After-tax value not yet sold or paid: the practice, the deal’s later payments, the share you keep.'
      : 'After-tax value of bonuses and equity not yet paid.',
    income.paper,
  )
  const household = declareHousehold(ctx, timeline, needs, {
    scope,
    view,
    retirement,
    takeHome,
    contributions,
    dated: income.dated,
    taxes,
    paper,
  })

  declareRetirement(ctx, timeline, scope, view, retirement, household)
  declareWhatPays(ctx, scope, view, takeHome)

  const t = ctx.model.scope(scope).under('Totals').scope(view)
  const discountRate = ctx.input('assumptions/discountRate')
  const yearlyPart = f`${takeHome} + ${contributions} * (1 - ${timeline.rate('deferred')})`
  const pathYear = t.row(
    'pathYear',
    {
      label: 'after-tax cash flow of the year',
      unit: 'usd',
      meaning:
        'Take-home, plan contributions net of the tax due when they are withdrawn, and dated cash flows after tax.',
    },
    f`${yearlyPart} + total(${income.dated.map(({ row: amounts }) => amounts)}) - ${taxes.datedTax}`,
  )
  const pathPresent = t.row(
    'pathPresent',
    {
      label: 'present value of the year’s cash flow',
      unit: 'usd',
      meaning: 'Each amount discounted from the date it is paid.',
    },
    f`(${yearlyPart}) * ${timeline.discount} + total(${income.dated.map(({ row: amounts, time }) => presentValue(amounts, discountRate, time))}) - ${taxes.datedTax} * ${timeline.discountEnd}`,
  )
  const pathTotal = t.figure(
    'pathTotal',
    {
      label: 'total after-tax cash flow',
      unit: 'usd',
      meaning: `${ctx.owns ? 'Pay, profit and sale' : 'Pay, bonuses and equity'} over the whole plan, after tax; excludes spending, investment returns and Social Security.`,
    },
    f`sum(${pathYear})`,
  )
  const saleBeforeTax = t.figure(
    'saleBeforeTax',
    {
      label: ctx.owns ? 'sale proceeds before tax' : 'bonuses and equity before tax',
      unit: 'usd',
      meaning: ctx.owns
        ? 'The sale with all later payments, interest and equity exits; all years.'
        : 'Bonuses, loans and equity exits; all years.',
    },
    f`total(${income.dated.map(({ row: amounts }) => f`sum(${amounts})`)})`,
  )
  t.figure(
    'saleAfterTax',
    {
      label: ctx.owns ? 'sale proceeds after tax' : 'bonuses and equity after tax',
      unit: 'usd',
      meaning: 'Proceeds before tax less the tax on them; all years.',
    },
    f`${saleBeforeTax} - sum(${taxes.datedTax})`,
  )
  const pathReal = t.row(
    'pathYearToday',
    {
      label: 'after-tax cash flow of the year, in today’s dollars',
      unit: 'usd',
      meaning: 'Divided by the price level.',
    },
    f`${pathYear} / ${timeline.priceIndex}`,
  )
  t.figure(
    'pathTotalToday',
    {
      label: 'total after-tax cash flow, in today’s dollars',
      unit: 'usd',
      meaning: 'Each year divided by its price level.',
    },
    f`sum(${pathReal})`,
  )
  t.figure(
    'pathTotalPresentValue',
    {
      label: 'present value of after-tax cash flow',
      unit: 'usd',
      meaning: 'The entire path as a single amount at the start of the plan.',
    },
    f`sum(${pathPresent})`,
  )
  const retirementYear = f`clamp(${retirement.year}, 1, ${ctx.years})`
  figureWithToday(
    ctx,
    timeline,
    t,
    'wealthAtRetirement',
    'wealth at retirement',
    'At the end of the year in which you retire.',
    f`at(${household.wealth}, ${retirementYear})`,
    retirementYear,
  )
  figureWithToday(
    ctx,
    timeline,
    t,
    'wealthAtHorizon',
    'wealth at the end of the plan',
    'At the end of the last year.',
    f`last(${household.wealth})`,
    ctx.years,
  )
  const working = t.row(
    'takeHomeWorking',
    { label: 'take-home until retirement', unit: 'usd', meaning: 'Limited to the part of the year before retirement.' },
    f`if(n <= ${retirement.year}, ${takeHome}, 0)`,
  )
  t.figure(
    'takeHomeAverage',
    {
      label: 'average take-home while working',
      unit: 'usd',
      meaning: 'Per year, from the start of the plan to retirement.',
    },
    f`if(${retirement.t} > 0, sum(${working}) / min(${retirement.t}, ${ctx.years}), 0)`,
  )
  const hours = t.row(
    'hours',
    {
      label: 'hours worked',
      unit: 'hours',
      meaning: 'Clinical days × weeks × hours a day, for the part of the year you work.',
    },
    income.hours,
  )
  const totalHours = t.figure(
    'totalHours',
    { label: 'hours until retirement', unit: 'hours', meaning: 'All hours worked over the plan.' },
    f`sum(${hours})`,
  )
  t.figure(
    'moneyPerHour',
    {
      label: 'after-tax cash flow per hour worked',
      unit: 'usd',
      meaning: 'Total after-tax cash flow ÷ hours; none if no hours are worked.',
      optional: true,
    },
    f`${pathTotal} / ${totalHours}`,
  )
  return { household, takeHome, pathTotal }
}

/** Hours worked in a year at a number of days per week. */
export const hoursAt = (ctx: Context, days: Operand, part: Operand): Expression =>
  f`${days} * ${ctx.input('practice/weeksWorked')} * ${ctx.input('practice/hoursPerDay')} * ${part}`

/** A path compared with the first one, keeping or staying, in each declared view. */
export function declareAgainst(ctx: Context, timeline: Timeline, scope: string, mine: Views, kept: Views): void {
  for (const view of VIEWS) {
    const [my, their] = [mine[view], kept[view]]
    if (my && their) declareCrossover(ctx, timeline, scope, view, my, their)
  }
}

/** Who leads in wealth against keeping: at retirement, at the end, and from which year on without interruption. */
function declareCrossover(
  ctx: Context,
  timeline: Timeline,
  scope: string,
  view: View,
  mine: Household,
  kept: Household,
): void {
  const first = ctx.owns ? 'keeping' : 'staying'
  const m = ctx.model.scope(scope).under(`Compared with ${first}`).scope(view)
  const compare = (id: string, what: string, my: Line, their: Line) => {
    const lead = m.row(
      `lead${id}`,
      {
        label: `${what} above ${first}`,
        unit: 'usd',
        meaning: `This path less ${first}, at year-end.`,
      },
      f`${my} - ${their}`,
    )
    const leads = m.figure(
      `leads${id}AtHorizon`,
      {
        label: `higher ${what} at the end of the plan`,
        unit: 'boolean',
        meaning: `1 if this path ends with more than ${first}.`,
      },
      f`last(${lead}) > 0.005`,
    )
    // The lead is final from the year after the last one in which the eventual leader was not ahead.
    const open = m.row(
      `open${id}`,
      {
        label: `eventual leader in ${what} is not ahead`,
        unit: 'boolean',
        meaning: '1 in years in which the path that leads at the end does not lead by more than half a cent.',
      },
      f`if(${leads} = 1, ${lead} <= 0.005, ${lead} >= -0.005)`,
    )
    m.figure(
      `crossover${id}Year`,
      {
        label: `year the eventual leader in ${what} pulls ahead`,
        unit: 'years',
        meaning: 'Calendar year from which the path that leads at the end stays ahead; none if both end equal.',
        optional: true,
      },
      f`if(and(last(${lead}) <= 0.005, last(${lead}) >= -0.005), none, at(${timeline.calendarYear}, 1) + orElse(lastYear(${open}), 0))`,
    )
    return lead
  }
  const lead = compare('', 'wealth', mine.wealth, kept.wealth)
  compare('Accounts', 'accounts', mine.accounts, kept.accounts)
  const retirementYear = f`clamp(${timeline.retirement.year}, 1, ${ctx.years})`
  const leadAtRetirement = figureWithToday(
    ctx,
    timeline,
    m,
    'leadAtRetirement',
    `wealth above ${first} at retirement`,
    'Difference in wealth at the end of the year of retirement.',
    f`at(${lead}, ${retirementYear})`,
    retirementYear,
  )
  figureWithToday(
    ctx,
    timeline,
    m,
    'leadAtHorizon',
    `wealth above ${first} at the end of the plan`,
    'Difference in wealth at the end of the plan.',
    f`last(${lead})`,
    ctx.years,
  )
  declareLeadParts(ctx, timeline, scope, view, leadAtRetirement)
}

/**
 * The parts of the lead at retirement: the difference in pay and profit until then, in sale proceeds, in unfunded
 * spending (which is not carried forward as debt), and the rest, which is the return on cash that arrives earlier or
 * later. The four add up to the lead.
 */
function declareLeadParts(ctx: Context, timeline: Timeline, scope: string, view: View, lead: Line): void {
  const { first, ifFirst, theSale, inAll, source } = ctx.owns
    ? {
        first: 'keeping',
        ifFirst: 'if kept',
        theSale: 'sale proceeds',
        inAll: 'After-tax sale proceeds, including amounts not yet paid, less those if kept.',
        source: 'pay and profit',
      }
    : {
        first: 'staying',
        ifFirst: 'if you stay',
        theSale: 'bonuses and equity',
        inAll: 'After-tax bonuses and equity, including amounts not yet paid.',
        source: 'pay',
      }
  const m = ctx.model.scope(scope).under(`Compared with ${first}`).scope(view)
  const more = (id: string) =>
    f`(${ctx.model.line(`${scope}/${view}/${id}`)} - ${ctx.model.line(`keep/${view}/${id}`)})`
  const year = f`clamp(${timeline.retirement.year}, 1, ${ctx.years})`
  const income = m.row(
    'leadIncomeYear',
    {
      label: `income above ${ifFirst}`,
      unit: 'usd',
      meaning: 'Until retirement: take-home, and plan contributions net of the tax due when they are withdrawn.',
    },
    f`if(n <= ${year}, ${more('takeHome')} + ${more('contributions')} * (1 - ${timeline.rate('deferred')}), 0)`,
  )
  const sale = m.row(
    'leadSaleYear',
    {
      label: `${theSale} above ${ifFirst}`,
      unit: 'usd',
      meaning: 'Until retirement: amounts paid, after tax; in the year of retirement also the unrealized value.',
    },
    f`if(n <= ${year}, ${more('pathYear')}, 0) - ${income} + if(n = ${year}, ${more('paper')}, 0)`,
  )
  const part = (id: string, label: string, meaning: string, formula: Operand) =>
    figureWithToday(ctx, timeline, m, id, label, meaning, formula, year)
  const fromIncome = part(
    'leadFromIncome',
    `lead from ${source} until retirement`,
    `Take-home and plan contributions compared with ${first}.`,
    f`sum(${income})`,
  )
  const fromSale = part('leadFromSale', `lead from ${theSale}`, inAll, f`sum(${sale})`)
  const unpaid = m.row(
    'leadShortfallYear',
    {
      label: `shortfall above ${ifFirst}`,
      unit: 'usd',
      meaning: 'Until retirement: spending that no account covers; it is not carried forward as debt.',
    },
    f`if(n <= ${year}, ${more('shortfall')}, 0)`,
  )
  const fromShortfall = part(
    'leadFromShortfall',
    'lead from unfunded spending',
    `Shortfall compared with ${first}. It reduces no account, so a path that runs out of money looks better by this amount.`,
    f`sum(${unpaid})`,
  )
  const fromReturns = part(
    'leadFromReturns',
    'lead from returns',
    `Investment growth gained on cash that arrives earlier than ${ifFirst}, or forgone on cash that arrives later.`,
    f`${lead} - ${fromIncome} - ${fromSale} - ${fromShortfall}`,
  )
  const parts = [fromSale, fromIncome, fromShortfall, fromReturns]
  const today = (line: Line) => ctx.model.line(`${line.id}Today`)
  ctx.model.consistsOf(lead, parts)
  ctx.model.consistsOf(today(lead), parts.map(today))
}
