import { f, type Line } from '../../formula'
import type { Terms } from '../deal/terms'
import type { Needs } from '../household/needs'
import type { Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import { stayingPay } from '../practice/family'
import { familyPay, ownedUntil, ownerFullYear, ownersRows } from '../practice/owner'
import type { OwnersYear } from '../practice/owners-year'
import type { Practice } from '../practice/practice'
import type { ServicesYear } from './services'

/** What the owner draws from the practice: until closing, or with services alone until retirement. */
export interface Ownership {
  readonly received: Omit<OwnersYear, 'family'>
  /** Pay of family on the payroll, including those who stay on after the sale; 0 where there is none. */
  readonly family: Line | 0
  /** The portion of the year as owner before closing, and in total. */
  readonly before: Line
  readonly part: Line
}

export function declareOwnership(
  ctx: Context,
  practice: Practice,
  services: ServicesYear | undefined,
  { scope, closing, retirement, offer }: Terms,
): Ownership {
  const take = ctx.model.scope(scope).under('What you take home')
  const before = ctx.model
    .scope(scope)
    .under('The price and how it is paid')
    .row(
      'ownedPart',
      { label: 'portion of the year as owner before closing', unit: 'years', meaning: 'Until closing or retirement.' },
      ownedUntil(closing.t, retirement.t),
    )
  const received = ownersRows(
    take,
    { year: practice.ownersYear, part: before, ...(services ? { after: services } : {}) },
    'For the portion of the year as owner',
  )
  const part = services
    ? take.row(
        'ownedPartInAll',
        {
          label: 'portion of the year as owner',
          unit: 'years',
          meaning: 'Before closing and after it, until retirement.',
        },
        f`${before} + ${services.part}`,
      )
    : before
  const family = familyPay(
    take,
    practice.ownersYear,
    part,
    'While you own the practice, and afterward for those who stay on',
    services ? [] : stayingPay(ctx, offer, closing.t),
  )
  return { received, family, before, part }
}

/** Full-year take-home if the practice is kept, for comparison with take-home after the sale. */
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
      label: 'full-year take-home if kept',
      unit: 'usd',
      meaning: 'In contract year 1; plan contributions net of the tax due when they are withdrawn.',
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
