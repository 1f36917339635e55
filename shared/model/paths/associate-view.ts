import { f, type Line, type Operand } from '../../formula'
import type { Affiliation } from '../deal/affiliation'
import { declareEquityCash } from '../deal/equity-cash'
import { declareJob, firstContractYear } from '../deal/job'
import type { JobMoney } from '../deal/job-money'
import { contributionsOf, employeeFullYear, PRESENT_JOB } from '../deal/present-job'
import type { RolledPart } from '../deal/rolled-equity'
import type { Terms } from '../deal/terms'
import type { DatedFlow } from '../household/dated'
import type { Household } from '../household/household'
import type { Needs } from '../household/needs'
import { declareTaxes, NO_DEAL, NO_WORK, type Work } from '../household/taxes'
import { before, type Context, type View } from '../plan/context'
import { presentValue } from '../plan/time-value'
import type { Timeline } from '../plan/timeline'
import type { Start } from './associate-start'
import { declareFirstYear } from './first-year'
import { finishPath, hoursAt } from './path'

/** What the views of an offered job have in common. */
export interface JobOffer {
  readonly terms: Terms
  readonly equities: readonly RolledPart[]
  readonly jobMoney: JobMoney
  readonly consulting: Operand
  readonly start: Start
  /** The portion of the year in the present job, and the clinical days there. */
  readonly beforePart: Line
  readonly daysBefore: Line
  /** The work in the offered job. */
  readonly offered: Pick<Affiliation, 'contractYear' | 'ownerCollections' | 'clinicalDays'>
}

/** A year in the present job until it is left, in the offered one after that. */
export function declareJobView(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  { terms, equities, jobMoney, consulting, start, beforePart, daysBefore, offered }: JobOffer,
  view: View,
): Household {
  const { path, scope, closing, retirement } = terms
  const discountRate = ctx.input('assumptions/discountRate')
  const stillThere = contributionsOf(ctx, timeline, PRESENT_JOB, beforePart)
  const contractYear1 = firstContractYear(closing, ctx.years)
  const v = ctx.model.scope(scope).under('The job offered').scope(view)
  const presentFull = ctx.model.line(`keep/${view}/jobPayFull`)
  const presentPay = v.row(
    'presentPay',
    { label: 'pay in the present job', unit: 'usd', meaning: 'Pay and benefits until the job offered starts.' },
    f`${presentFull} * ${beforePart}`,
  )
  const labRate = ctx.input(`${PRESENT_JOB}/labShare`)
  const job = declareJob(ctx, timeline, labRate, offered, terms, view)
  const there = contributionsOf(ctx, timeline, `${path}/job`, job.share)
  const work: Work = {
    ...NO_WORK,
    wages: [presentPay, job.paid, job.gap],
    selfEmployment: consulting === 0 ? [] : [consulting],
    contributionAsEmployee: f`${stillThere.own} + ${there.own}`,
  }
  const equity = declareEquityCash(ctx, terms, equities, view)
  const taxes = declareTaxes(ctx, timeline, needs, scope, view, work, {
    ...NO_DEAL,
    passiveGain: sumOf(equity.longTerm),
    interest: sumOf(equity.shortTerm),
    wages: sumOf(jobMoney.wages),
  })
  const dated: DatedFlow[] = [...start.paidForEquity, ...jobMoney.flows, ...equity.flows]
  const money = ctx.model.scope(scope).under('Dated cash flows').scope(view)
  const dealPresent = money.row(
    'dealPresent',
    {
      label: 'present value of bonuses and equity',
      unit: 'usd',
      meaning: 'Dated payments of the year less their tax.',
    },
    f`total(${dated.map(({ row, time }) => presentValue(row, discountRate, time))}) - ${taxes.datedTax} * ${timeline.discountEnd}`,
  )
  const outstanding = money.row(
    'dealOutstanding',
    {
      label: 'bonuses and equity not yet paid',
      unit: 'usd',
      meaning: 'From the start of the job; after tax, discounted to year-end.',
    },
    f`if(${before(closing)}, 0, (sum(${dealPresent}) - sumToDate(${dealPresent})) / ${timeline.discountEnd})`,
  )
  const household = finishPath(ctx, timeline, needs, {
    scope,
    view,
    retirement,
    practice: [],
    untaxed: [],
    work,
    employerContribution: f`${stillThere.employer} + ${there.employer}`,
    dated,
    taxes,
    paper: outstanding,
    worked: f`${beforePart} + ${job.share}`,
    hours: f`${hoursAt(ctx, daysBefore, beforePart)} + ${hoursAt(ctx, offered.clinicalDays, job.share)}`,
  })
  if (ctx.lean) return household
  const t = ctx.model.scope(scope).under('Totals').scope(view)
  const after = declareFirstYear(t, employeeFullYear(ctx, timeline, needs, t, `${path}/job`, job.full, contractYear1))
  const ifStay = t.figure(
    'takeHomeIfKept',
    {
      label: 'full-year take-home if you stay',
      unit: 'usd',
      meaning: 'In the same year; plan contributions net of the tax due when they are withdrawn.',
    },
    employeeFullYear(ctx, timeline, needs, t.scope('ifKept'), PRESENT_JOB, presentFull, contractYear1),
  )
  const givenUp = t.figure(
    'incomeGivenUp',
    {
      label: 'income given up',
      unit: 'usd',
      meaning: 'Full-year take-home if you stay less full-year take-home in the job offered, in contract year 1.',
    },
    f`${ifStay} - ${after}`,
  )
  t.figure(
    'yearsToRecoup',
    {
      label: 'years of forgone income covered by cash at the start',
      unit: 'years',
      meaning: 'After-tax cash at the start ÷ income given up; none if either is zero or less.',
      optional: true,
    },
    f`if(and(${givenUp} > 0, ${start.inPocket} > 0), ${start.inPocket} / ${givenUp}, none)`,
  )
  const [only] = equities
  if (only && equities.length === 1 && only.component.acquired === 'bought')
    t.figure(
      'rolledReturn',
      {
        label: 'annual return on equity bought',
        unit: 'rate',
        meaning: 'Value at exit compared with the amount paid; none if nothing is paid.',
        optional: true,
      },
      f`(${only.value(view)} * ${only.kept} / ${only.rolled}) ^ (1 / (${only.exit.t} - ${closing.t})) - 1`,
    )
  return household
}

const sumOf = (parts: readonly Operand[]): Operand => (parts.length === 0 ? 0 : f`total(${parts})`)
