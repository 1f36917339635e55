import { f, type Line, type Model, type Operand } from '../../formula'
import type { Context, View } from '../plan/context'

/** What the pay of a job depends on: the terms at `path`, and the doctor's own work in the year. */
export interface PayBasis {
  /** Path of the job's fields; an offered job and a present one name them alike. */
  readonly path: string
  readonly basis: 'collections' | 'production'
  /** The share that is paid in the row's year. */
  readonly rate: Operand
  /** 1 in the first year of the contract. */
  readonly contractYear: Operand
  readonly ownerCollections: Operand
  readonly clinicalDays: Operand
  /** Lab costs for each dollar collected. */
  readonly labRate: Operand
}

/** Section 6 of the method: full-year pay in a view, a percentage with a guaranteed minimum; dollars before tax. */
export function declareFullYearPay(ctx: Context, m: Model, view: View, job: PayBasis): Line {
  const input = (field: string) => ctx.input(`${job.path}/${field}`)
  const { contractYear, ownerCollections, clinicalDays } = job
  // The three views share the first two rows.
  const once = (id: string, label: string, meaning: string, formula: Operand): Line =>
    m.hasLocal(id) ? m.lineLocal(id) : m.row(id, { label, unit: 'usd', meaning }, formula)
  const runRate = ctx.input('practice/ownerCollections')
  const base =
    job.basis === 'collections'
      ? f`${ownerCollections} - ${input('labDeducted')} * ${job.labRate} * ${ownerCollections}`
      : f`${input('production')} * ${input('collectionRatio')} * if(${runRate} > 0, ${ownerCollections} / ${runRate}, 0)`
  const share = once(
    'payByShare',
    'percentage pay',
    'The agreed percentage of collections or production.',
    f`${job.rate} * (${base})`,
  )
  const least = once(
    'leastPay',
    'guaranteed minimum pay',
    'The salary or the daily guarantee, whichever is higher.',
    f`max(${input('salary')} * (1 + ${input('salaryEscalator')}) ^ max(0, ${contractYear} - 1), ${input('dailyGuarantee')} * ${clinicalDays} * ${ctx.input('practice/weeksWorked')})`,
  )
  return m.scope(view).row(
    'jobPayFull',
    {
      label: 'job pay for a full year',
      unit: 'usd',
      meaning: 'Percentage pay or guarantee, whichever is higher, plus the probability-weighted bonus and benefits.',
    },
    f`max(${share}, ${least}) + (${view === 'guaranteed' ? 0 : view === 'maximum' ? input('bonus') : f`${input('bonus')} * ${input('bonusProbability')}`} + ${input('benefits')}) * (1 + ${input('bonusEscalator')}) ^ max(0, ${contractYear} - 1)`,
  )
}
