import type { Context } from '../plan/context'
import type { Needs } from '../household/needs'
import type { Timeline } from '../plan/timeline'
import { daysByAge, declareActivity, declareOwnWork } from '../practice/own-work'
import { declareAgainst } from './against'
import { declareJobOffer } from './associate-job'
import { declareStay } from './associate-stay'
import type { Path } from './path'

/**
 * The paths of a doctor who owns no part of the practice: staying in the present job until retirement, and each job
 * offered, with its bonuses and equity. Nothing is sold on any of them.
 */
export function declareAssociatePaths(ctx: Context, timeline: Timeline, needs: Needs): Path[] {
  const m = ctx.model.scope('practice').under('Your own work')
  const work = declareOwnWork(ctx, m, declareActivity(ctx, m), daysByAge(ctx, timeline))
  const stay = declareStay(ctx, timeline, needs, work)
  const offers = ctx.document.offers.filter(({ include }) => include)
  for (const offer of offers)
    declareAgainst(ctx, timeline, offer.id, declareJobOffer(ctx, timeline, needs, work, offer), stay)
  return [
    { id: 'keep', kind: 'stay', name: 'Stay as an associate' },
    ...offers.map(({ id, name }): Path => ({ id, kind: 'job', name })),
  ]
}
