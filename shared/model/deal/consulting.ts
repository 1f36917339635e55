import { f, type Line } from '../../formula'
import { partOfYear, wholeMonths, type Context } from '../plan/context'
import type { Terms } from './terms'

/** Nobody consults after these. */
const WITHOUT_CONSULTING: readonly string[] = ['death', 'disability', 'dismissal']

/**
 * The monthly fee for consulting once the job has ended, in dollars of each year: flat, as contracts state it, and also
 * beyond retirement, since a letter counts its months from the end of the job. 0 where the offer has none.
 */
export function declareConsulting(ctx: Context, terms: Terms): Line | 0 {
  const { offer, path, scope, closing, retirement, jobEnd, leavingDay } = terms
  if (offer.structure === 'services' || offer.consulting.amount === 0) return 0
  const start = f`max(${jobEnd}, ${closing.t})`
  const fee = f`12 * ${ctx.input(`${path}/consulting/amount`)} * ${partOfYear(start, f`${start} + ${ctx.monthsInYears(`${path}/consulting/months`)}`)}`
  const { on, cause } = offer.leaving
  return ctx.model
    .scope(scope)
    .under(ctx.owns ? 'Your job after the sale' : 'The job offered')
    .row(
      'consultingFee',
      {
        label: 'consulting fee',
        unit: 'usd',
        meaning:
          'For the months after the job, even past retirement; none after death, disability or dismissal for cause. Self-employment income; at effective rates it is taxed like wages.',
      },
      on !== null && WITHOUT_CONSULTING.includes(cause)
        ? f`if(${wholeMonths(leavingDay.t)} <= ${wholeMonths(retirement.t)}, 0, ${fee})`
        : fee,
    )
}
