import { f, type Line, type Operand } from '../../formula'
import type { Household } from '../household/household'
import { type Context, type View, VIEWS } from '../plan/context'
import { figureWithToday } from '../plan/time-value'
import type { Timeline } from '../plan/timeline'
import type { Views } from './path'

/** A path compared with the first one, keeping or staying, in each declared view. */
export function declareAgainst(ctx: Context, timeline: Timeline, scope: string, mine: Views, kept: Views): void {
  if (ctx.lean) return
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
