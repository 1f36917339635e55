import { f, type Line } from '../../formula'
import type { Terms } from '../deal/affiliation'
import type { Needs } from '../household/needs'
import type { Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import { ownedUntil, ownerFullYear, ownersRows } from '../practice/owner'
import type { OwnersYear } from '../practice/owners-year'
import type { Practice } from '../practice/practice'
import type { ServicesYear } from './services'

/** What the owner of an offer draws from the practice: until closing, or with services alone until retirement. */
export interface Ownership {
  readonly received: OwnersYear
  /** The part of the year as owner before closing, and in all. */
  readonly before: Line
  readonly part: Line
}

export function declareOwnership(
  ctx: Context,
  practice: Practice,
  services: ServicesYear | undefined,
  { scope, closing, retirement }: Terms,
): Ownership {
  const take = ctx.model.scope(scope).under('What you take home')
  const before = ctx.model
    .scope(scope)
    .under('The price and how it is paid')
    .row(
      'ownedPart',
      { label: 'part of the year as owner before closing', unit: 'years', meaning: 'Until closing or retirement.' },
      ownedUntil(closing.t, retirement.t),
    )
  const received = ownersRows(
    take,
    { year: practice.ownersYear, part: before, ...(services ? { after: services } : {}) },
    'For the part of the year as owner',
  )
  const part = services
    ? take.row(
        'ownedPartInAll',
        {
          label: 'part of the year as owner',
          unit: 'years',
          meaning: 'Before closing and after it, until retirement.',
        },
        f`${before} + ${services.part}`,
      )
    : before
  return { received, before, part }
}

/** Take-home of a full year if the practice is kept, with which that after the sale is compared. */
export const declareTakeHomeIfKept = (
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  practice: Practice,
  { scope }: Terms,
  contractYear1: Parameters<typeof ownerFullYear>[5],
): Line => {
  const m = ctx.model.scope(scope).under('Your job after the sale')
  return m.figure(
    'takeHomeIfKept',
    {
      label: 'take-home of a full year if kept',
      unit: 'usd',
      meaning: 'In contract year 1; plan contributions counted after their later tax.',
    },
    ownerFullYear(
      ctx,
      timeline,
      needs,
      ctx.model.scope(scope).under('The price and how it is paid').scope('ifKept'),
      practice.ownersYear,
      contractYear1,
    ),
  )
}
