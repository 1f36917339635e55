import { type Expression, f, type Line, type Model, type Operand } from '../../formula'
import type { DatedFlow } from '../household/dated'
import { declareHousehold, type Household } from '../household/household'
import type { Needs } from '../household/needs'
import { declareRetirement } from '../household/retirement'
import { declareWhatPays } from '../household/spending'
import type { PathTaxes, Work } from '../household/taxes'
import { type Context, type View, type When } from '../plan/context'
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
  /** The part of each year in which the owner works in the practice or the job. */
  readonly worked: Operand
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
  row(
    'ownContributions',
    'own plan contributions',
    'Yours alone, taken from profit and pay.',
    f`${work.contributionAsOwner} + ${work.contributionAsEmployee}`,
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
  declareAverages(ctx, t, working, income)
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

/**
 * The two averages of take-home until retirement. Over all years, so that paths share a period; and over the years
 * worked, which is what work pays. The first times its years equals the second times its years, plus what comes in
 * years without work.
 * @param working take-home until retirement
 */
function declareAverages(ctx: Context, t: Model, working: Line, { retirement, worked }: PathIncome): void {
  const total = t.figure(
    'takeHomeTotal',
    { label: 'take-home until retirement, total', unit: 'usd', meaning: 'From the start of the plan.' },
    f`sum(${working})`,
  )
  const years = t.figure(
    'yearsToRetirement',
    { label: 'years to retirement', unit: 'years', meaning: 'From the start of the plan, at most to its end.' },
    f`max(0, min(${retirement.t}, ${ctx.years}))`,
  )
  t.figure(
    'takeHomeAverage',
    {
      label: 'average take-home, all years to retirement',
      unit: 'usd',
      meaning: 'Per year, from the start of the plan to retirement; years without work are among them.',
    },
    f`if(${years} > 0, ${total} / ${years}, 0)`,
  )
  const part = t.row(
    'worked',
    { label: 'portion of the year worked', unit: 'years', meaning: 'In the practice or the job.' },
    worked,
  )
  const yearsWorked = t.figure(
    'yearsWorked',
    { label: 'years worked', unit: 'years', meaning: 'In the practice or the job, as in hours worked.' },
    f`sum(${part})`,
  )
  const whileWorking = t.figure(
    'takeHomeWhileWorking',
    { label: 'take-home in years worked, total', unit: 'usd', meaning: 'Of the years in which you work at all.' },
    f`sum(${t.row(
      'takeHomeWorked',
      { label: 'take-home of a year worked', unit: 'usd', meaning: 'None in a year without work.' },
      f`if(${part} > 0, ${working}, 0)`,
    )})`,
  )
  t.figure(
    'takeHomeAverageWorking',
    {
      label: 'average take-home, years worked only',
      unit: 'usd',
      meaning: 'Take-home in years worked ÷ years worked; none if no year is worked.',
      optional: true,
    },
    f`${whileWorking} / ${yearsWorked}`,
  )
  t.figure(
    'takeHomeWithoutWork',
    { label: 'take-home in years without work, total', unit: 'usd', meaning: 'Until retirement.' },
    f`${total} - ${whileWorking}`,
  )
}

/** Hours worked in a year at a number of days per week. */
export const hoursAt = (ctx: Context, days: Operand, part: Operand): Expression =>
  f`${days} * ${ctx.input('practice/weeksWorked')} * ${ctx.input('practice/hoursPerDay')} * ${part}`
