import { type Expression, f, type Line, type Model } from '../../formula'
import type { Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'

/** The doctor's own clinical work: the same for an owner and an associate. */
export interface OwnWork {
  /** Collections for the same clinical days, relative to year 1. */
  readonly activity: Line
  readonly clinicalDays: Line
  readonly ownerCollections: Line
}

/** Collections for the same clinical days in each year, relative to year 1. */
export function declareActivity(ctx: Context, m: Model): Line {
  return m.row(
    'activity',
    {
      label: 'fees and volume',
      unit: 'factor',
      meaning: 'Collections for the same clinical days, relative to year 1.',
    },
    1,
    (self) => f`prev(${self}) * (1 + ${ctx.input('practice/feeGrowth')}) * (1 + ${ctx.input('practice/volumeGrowth')})`,
  )
}

/** Days per week by age: ages ascend, so the last one reached counts. */
export const daysByAge = (ctx: Context, { age }: Timeline): Expression =>
  [...ctx.document.practice.taper]
    .sort((a, b) => a.age - b.age)
    .reduce<Expression>(
      (earlier, { id }) =>
        f`if(${age} >= ${ctx.input(`practice/taper/${id}/age`)}, ${ctx.input(`practice/taper/${id}/days`)}, ${earlier})`,
      f`${ctx.input('practice/daysNow')}`,
    )

/** Days and collections of the doctor, full years. */
export function declareOwnWork(ctx: Context, m: Model, activity: Line, days: Expression): OwnWork {
  const clinicalDays = m.row(
    'clinicalDays',
    { label: 'clinical days', unit: 'days', meaning: 'Your clinical days per week during the year.' },
    days,
  )
  const ownerCollections = m.row(
    'ownerCollections',
    { label: 'your collections', unit: 'usd', meaning: 'Collections from your own work, at your clinical days.' },
    f`${ctx.input('practice/ownerCollections')} * ${activity} * ${clinicalDays} / ${ctx.input('practice/daysNow')}`,
  )
  return { activity, clinicalDays, ownerCollections }
}
