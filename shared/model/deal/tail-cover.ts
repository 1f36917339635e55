import { f, type Line } from '../../formula'
import type { DatedFlow } from '../household/dated'
import { type Context } from '../plan/context'
import type { Terms } from './affiliation'
import { jobEndYear } from './leaving'

/**
 * Tail cover counts as the owner's until it is known that the buyer pays: in every view, flat, and not deducted, as the
 * costs of leaving a kept practice are not either.
 */
const isOwners = ({ offer: { tail, structure } }: Terms): boolean =>
  structure !== 'services' && tail.amount !== 0 && (tail.paidBy === 'you' || tail.paidBy === 'unknown')

/** What tail cover costs the owner on the day of closing, in dollars; undefined where nothing is due on that day. */
export function tailAtClosing(ctx: Context, terms: Terms): Line | undefined {
  if (!isOwners(terms) || terms.offer.tail.paidAt !== 'closing') return undefined
  return ctx.model
    .scope(terms.scope)
    .under('The price and how it is paid')
    .figure(
      'tailAtClosing',
      { label: 'tail cover', unit: 'usd', meaning: 'For malpractice claims made later; not deducted.' },
      ctx.input(`${terms.path}/tail/amount`),
    )
}

/** Tail cover that the owner pays when the job ends, or at closing if it ended before: a negative amount on that day. */
export function tailOnLeaving(ctx: Context, terms: Terms): DatedFlow[] {
  const { closing, jobEnd, path, scope } = terms
  if (!isOwners(terms) || terms.offer.tail.paidAt !== 'leaving') return []
  const row = ctx.model
    .scope(scope)
    .under('Money on a day')
    .row(
      'tailCover',
      {
        label: 'tail cover',
        unit: 'usd',
        meaning: 'For malpractice claims made after you stop working there; not deducted.',
      },
      f`if(n = max(${closing.year}, ${jobEndYear(ctx, terms)}), -${ctx.input(`${path}/tail/amount`)}, 0)`,
    )
  return [{ row, time: f`max(${closing.t}, ${jobEnd})` }]
}
