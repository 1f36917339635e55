import { type Expression, f, type Line, type Operand } from '../../formula'
import { type Context, partOfYear, type View, type When } from '../plan/context'
import { sharedLines } from '../plan/shared-lines'
import type { Timeline } from '../plan/timeline'
import type { Practice } from '../practice/practice'
import type { Affiliation } from './affiliation'
import { declareFullYearPay } from './pay'
import type { Terms } from './terms'

/** The job, as a full year and as paid. */
export interface Job {
  readonly full: Line
  readonly share: Line
  readonly paid: Line
  readonly gap: Line
}

/** @param labRate lab costs for each dollar that the doctor collects */
export function declareJob(
  ctx: Context,
  timeline: Timeline,
  labRate: Operand,
  work: Pick<Affiliation, 'contractYear' | 'ownerCollections' | 'clinicalDays'>,
  terms: Terms,
  view: View,
): Job {
  const { offer, path, scope, closing, retirement, jobEnd } = terms
  const own = ctx.model.scope(scope).under(ctx.owns ? 'Your job after the sale' : 'The job offered')
  const shared = sharedLines(own)
  const m = own.scope(view)
  const input = (field: string) => ctx.input(`${path}/job/${field}`)
  const { contractYear, ownerCollections, clinicalDays } = work

  const rate =
    offer.job.laterRate === null
      ? f`${input('rate')}`
      : f`if(${contractYear} >= ${input('laterFrom')}, ${input('laterRate')}, ${input('rate')})`
  const full = declareFullYearPay(ctx, own, view, {
    path: `${path}/job`,
    basis: offer.job.basis,
    rate,
    contractYear,
    ownerCollections,
    clinicalDays,
    labRate,
  })
  const part = shared.row(
    'jobShare',
    { label: 'portion of the year in the job', unit: 'years', meaning: 'From its start until the job ends.' },
    offer.structure === 'services' ? f`0` : partOfYear(closing.t, jobEnd),
  )
  const paid = m.row(
    'jobPay',
    { label: 'job pay', unit: 'usd', meaning: 'Pay and benefits from the start until the job ends.' },
    f`${full} * ${part}`,
  )
  const gap = shared.row(
    'gapPay',
    { label: 'other pay until retirement', unit: 'usd', meaning: 'Earned between the end of the job and retirement.' },
    f`${ctx.input(`${path}/gapPay`)} * ${timeline.priceIndex} * ${partOfYear(f`max(${jobEnd}, ${closing.t})`, retirement.t)}`,
  )
  return { full, share: part, paid, gap }
}

/** Lab costs for each dollar that the doctors collect. */
export function labRateOf({
  labCosts,
  ownerCollections,
  partnersCollections,
  associateCollections,
}: Practice): Expression {
  const doctors = f`${ownerCollections} + ${partnersCollections} + ${associateCollections}`
  return f`if(${doctors} > 0, ${labCosts} / (${doctors}), 0)`
}

/** The year in which contract year 1 is a full year's figures. */
export const firstContractYear = (closing: When, years: number): Expression =>
  f`clamp(floor(${closing.t}) + 1, 1, ${years})`
