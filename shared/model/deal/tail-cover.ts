import { f, type Line } from '../../formula'
import type { DatedFlow } from '../household/dated'
import { type Context } from '../plan/context'
import type { Terms } from './terms'
import { jobEndYear } from './leaving'

/**
 * Tail coverage is the owner's cost until the letter says that the buyer pays: in every view, flat, and not deducted, like
 * the exit costs of a kept practice.
 */
const isOwners = ({ offer: { tail, structure } }: Terms): boolean =>
  structure !== 'services' && tail.amount !== 0 && (tail.paidBy === 'you' || tail.paidBy === 'unknown')

/** The owner's cost of tail coverage at closing, in dollars; undefined where none is due then. */
export function tailAtClosing(ctx: Context, terms: Terms): Line | undefined {
  if (!isOwners(terms) || terms.offer.tail.paidAt !== 'closing') return undefined
  return ctx.model
    .scope(terms.scope)
    .under('The price and how it is paid')
    .figure(
      'tailAtClosing',
      { label: 'tail coverage', unit: 'usd', meaning: 'For malpractice claims made later; not deducted.' },
      ctx.input(`${terms.path}/tail/amount`),
    )
}

/** Tail coverage that the owner pays when the job ends, or at closing if it ended earlier: a negative amount. */
export function tailOnLeaving(ctx: Context, terms: Terms): DatedFlow[] {
  const { closing, jobEnd, path, scope } = terms
  if (!isOwners(terms) || terms.offer.tail.paidAt !== 'leaving') return []
  const row = ctx.model
    .scope(scope)
    .under('Dated cash flows')
    .row(
      'tailCover',
      {
        label: 'tail coverage',
        unit: 'usd',
        meaning: 'For malpractice claims made after you stop working there; not deducted.',
      },
      f`if(n = max(${closing.year}, ${jobEndYear(ctx, terms)}), -${ctx.input(`${path}/tail/amount`)}, 0)`,
    )
  return [{ row, time: f`max(${closing.t}, ${jobEnd})` }]
}
