import { f } from '../../formula'
import { contributionsOf, declarePresentPay, employeeFullYear, PRESENT_JOB } from '../deal/present-job'
import type { Needs } from '../household/needs'
import { declareTaxes, NO_DEAL, NO_WORK, type Work } from '../household/taxes'
import { type Context, partOfYear } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { OwnWork } from '../practice/own-work'
import { declareFirstYear } from './first-year'
import { finishPath, hoursAt, type Views } from './path'

/** Stay in the present job until retirement. */
export function declareStay(ctx: Context, timeline: Timeline, needs: Needs, own: OwnWork): Views {
  const scope = 'keep'
  const { retirement } = timeline
  const m = ctx.model.scope(scope).under('Your present job')
  const part = m.row(
    'jobShare',
    { label: 'portion of the year in the job', unit: 'years', meaning: 'Until retirement.' },
    partOfYear(0, retirement.t),
  )
  const contributions = contributionsOf(ctx, timeline, PRESENT_JOB, part)
  return ctx.byView((view) => {
    const v = m.scope(view)
    const full = declarePresentPay(ctx, m, view, own)
    const pay = v.row(
      'jobPay',
      { label: 'job pay', unit: 'usd', meaning: 'Pay and benefits until retirement.' },
      f`${full} * ${part}`,
    )
    const work: Work = { ...NO_WORK, wages: [pay], contributionAsEmployee: contributions.own }
    const household = finishPath(ctx, timeline, needs, {
      scope,
      view,
      retirement,
      practice: [],
      untaxed: [],
      work,
      employerContribution: contributions.employer,
      dated: [],
      taxes: declareTaxes(ctx, timeline, needs, scope, view, work, NO_DEAL),
      paper: 0,
      worked: part,
      hours: hoursAt(ctx, own.clinicalDays, part),
    })
    if (ctx.lean) return household
    declareFirstYear(v.under('What you take home'), employeeFullYear(ctx, timeline, needs, v, PRESENT_JOB, full, 1))
    return household
  })
}
