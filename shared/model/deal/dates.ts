import type { Offer } from '../../case/schema'
import { f } from '../../formula'
import type { Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { Terms } from './terms'

/** The key dates of an offer: closing, leaving, the end of the job, retirement. */
export function declareDates(ctx: Context, timeline: Timeline, offer: Offer): Terms {
  const scope = offer.id
  const path = `offers/${offer.id}`
  const m = ctx.model.scope(scope).under('Dates')
  const closing = ctx.day(`${path}/closing`)
  const retirement = ctx.dayOr(`${path}/retirement`, timeline.retirement)
  const leavingDay = ctx.dayOr(`${path}/leaving/on`, retirement)
  const leave = m.figure(
    'leave',
    {
      label: 'departure',
      unit: 'years',
      meaning: 'Years from the start of the plan: at retirement, or earlier if entered.',
    },
    f`min(${retirement.t}, ${leavingDay.t})`,
  )
  const jobEnd = m.figure(
    'jobEnd',
    {
      label: 'end of the job',
      unit: 'years',
      meaning: 'Years from the start of the plan: end of contract, departure or retirement, whichever comes first.',
    },
    offer.job.ends === null ? f`${leave}` : f`min(${leave}, ${ctx.day(`${path}/job/ends`).t})`,
  )
  return { offer, path, scope, closing, retirement, jobEnd, leavingDay, leave }
}
