import { f } from '../../formula'
import { declareEffectiveRates } from '../household/effective-rates'
import { declareNeeds, type Needs } from '../household/needs'
import type { Context } from '../plan/context'
import { declareTimeline, type Timeline } from '../plan/timeline'
import { declareBridge } from '../practice/bridge'
import { declarePractice } from '../practice/practice'
import { declareAgainst } from './against'
import { declareKeep } from './keep'
import { declareOffer } from './offer'
import { declareAssociatePaths } from './associate'
import type { Path } from './path'
import { declarePrivateSale } from './private-sale'

export type { Path, PathKind } from './path'

/** Declares all paths of a case (section 2), each in its three views. */
export function declarePaths(ctx: Context): Path[] {
  const timeline = declareTimeline(ctx)
  const needs = declareNeeds(ctx, timeline)
  const paths = ctx.owns ? declareOwnersPaths(ctx, timeline, needs) : declareAssociatePaths(ctx, timeline, needs)
  if (ctx.estimating) declareEffectiveRates(ctx, paths)
  return paths
}

function declareOwnersPaths(ctx: Context, timeline: Timeline, needs: Needs): Path[] {
  const { document } = ctx
  const practice = declarePractice(ctx, timeline, 'practice')
  if (!ctx.lean) declareBridge(ctx, practice)
  const paths: Path[] = [{ id: 'keep', kind: 'keep', name: 'Keep the practice' }]
  const kept = declareKeep(ctx, timeline, needs, practice, 'keep', timeline.retirement)

  const { stepBack, sellPrivately } = document.alternatives
  if (stepBack.include) {
    paths.push({ id: 'step-back', kind: 'stepBack', name: 'Step back' })
    const input = (field: string) => ctx.input(`alternatives/stepBack/${field}`)
    const slower = declarePractice(ctx, timeline, 'step-back', {
      after: f`clamp(n - ${ctx.day('alternatives/stepBack/hireDate').t}, 0, 1)`,
      days: input('days'),
      capturedShare: input('capturedShare'),
      associateRate: input('associateRate'),
      managerCost: input('managerCost'),
    })
    const retirement = ctx.dayOr('alternatives/stepBack/retirement', timeline.retirement)
    declareAgainst(ctx, timeline, 'step-back', declareKeep(ctx, timeline, needs, slower, 'step-back', retirement), kept)
  }
  if (sellPrivately.include) {
    paths.push({ id: 'private', kind: 'sellPrivately', name: 'Sell to a dentist now' })
    declareAgainst(ctx, timeline, 'private', declarePrivateSale(ctx, timeline, needs, practice, document), kept)
  }
  document.offers
    .filter(({ include }) => include)
    .forEach((offer) => {
      paths.push({ id: offer.id, kind: offer.later ? 'sellLater' : 'affiliate', name: offer.name })
      declareAgainst(ctx, timeline, offer.id, declareOffer(ctx, timeline, needs, practice, offer), kept)
    })
  return paths
}
