import { f, type Expression, type Line, type Model } from '../../formula'
import type { Household } from '../household/household'
import type { Context } from '../plan/context'
import { figureWithToday, presentValue } from '../plan/time-value'
import type { Timeline } from '../plan/timeline'
import type { PathIncome } from './path-income'

interface Yearly {
  readonly takeHome: Line
  readonly contributions: Line
}

/** What a path adds up to in a view: cash flows after tax, the sale, wealth at retirement and at the end, hours. */
export function declareTotals(
  ctx: Context,
  timeline: Timeline,
  income: PathIncome,
  { takeHome, contributions, household }: Yearly & { readonly household: Household },
): void {
  const { retirement, taxes } = income
  const t = totalsOf(ctx, income)
  const yearlyPart = yearlyPartOf(timeline, { takeHome, contributions })
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
  const pathPresent = declarePresent(ctx, timeline, income, yearlyPart)
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
  declareTotalPresent(t, pathPresent)
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
}

/** The present value alone, for models that are asked for nothing else. */
export function declareWorth(ctx: Context, timeline: Timeline, income: PathIncome, yearly: Yearly): void {
  declareTotalPresent(totalsOf(ctx, income), declarePresent(ctx, timeline, income, yearlyPartOf(timeline, yearly)))
}

const totalsOf = (ctx: Context, { scope, view }: PathIncome): Model =>
  ctx.model.scope(scope).under('Totals').scope(view)

const yearlyPartOf = (timeline: Timeline, { takeHome, contributions }: Yearly): Expression =>
  f`${takeHome} + ${contributions} * (1 - ${timeline.rate('deferred')})`

function declarePresent(ctx: Context, timeline: Timeline, income: PathIncome, yearlyPart: Expression): Line {
  const discountRate = ctx.input('assumptions/discountRate')
  return totalsOf(ctx, income).row(
    'pathPresent',
    {
      label: 'present value of the year’s cash flow',
      unit: 'usd',
      meaning: 'Each amount discounted from the date it is paid.',
    },
    f`(${yearlyPart}) * ${timeline.discount} + total(${income.dated.map(({ row: amounts, time }) => presentValue(amounts, discountRate, time))}) - ${income.taxes.datedTax} * ${timeline.discountEnd}`,
  )
}

const declareTotalPresent = (t: Model, pathPresent: Line): Line =>
  t.figure(
    'pathTotalPresentValue',
    {
      label: 'present value of after-tax cash flow',
      unit: 'usd',
      meaning: 'The entire path as a single amount at the start of the plan.',
    },
    f`sum(${pathPresent})`,
  )

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
