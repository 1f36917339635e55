import { f, type Expression, type Line, type Model, type Operand } from '../../formula'
import type { Needs } from '../household/needs'
import { fullYearTax, NO_WORK } from '../household/taxes'
import type { Context, View } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { OwnWork } from '../practice/own-work'
import { declareFullYearPay } from './pay'

export const PRESENT_JOB = 'practice/job'

/** The pay of an associate's present job for each full year of the plan, in a view. */
export function declarePresentPay(
  ctx: Context,
  m: Model,
  view: View,
  { ownerCollections, clinicalDays }: OwnWork,
): Line {
  return declareFullYearPay(ctx, m, view, {
    path: PRESENT_JOB,
    basis: ctx.document.practice.job.basis,
    rate: ctx.input(`${PRESENT_JOB}/rate`),
    // The contract is already running: year 1 of the plan uses the terms as entered.
    contractYear: f`n`,
    ownerCollections,
    clinicalDays,
    labRate: ctx.input(`${PRESENT_JOB}/labShare`),
  })
}

/** Own and employer's plan contributions of a job for a part of each year; they grow with inflation. */
export const contributionsOf = (ctx: Context, { priceIndex }: Timeline, job: string, part: Operand) => ({
  own: f`${ctx.input(`${job}/contributionAsEmployee`)} * ${priceIndex} * ${part}`,
  employer: f`${ctx.input(`${job}/employerContribution`)} * ${priceIndex} * ${part}`,
})

/**
 * Full-year take-home in a job: after tax, with plan contributions net of the tax due when they are withdrawn. The tax
 * lines are declared in `m`.
 * @param job path of the job's fields
 */
export function employeeFullYear(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  m: Model,
  job: string,
  pay: Line,
  year: Operand,
): Expression {
  const indexed = (field: string) => f`${ctx.input(`${job}/${field}`)} * at(${timeline.priceIndex}, ${year})`
  const contribution = indexed('contributionAsEmployee')
  const deferred = timeline.rateIn('deferred', year)
  const tax = fullYearTax(
    ctx,
    timeline,
    needs,
    m,
    { ...NO_WORK, wages: [f`at(${pay}, ${year})`], contributionAsEmployee: contribution },
    year,
  )
  return f`at(${pay}, ${year}) - ${tax} - ${contribution} * ${deferred} + ${indexed('employerContribution')} * (1 - ${deferred})`
}
