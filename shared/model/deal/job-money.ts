import { f, type Line, type Operand } from '../../formula'
import type { DatedFlow } from '../household/dated'
import { type Context, onDay, wholeMonths } from '../plan/context'
import type { Terms } from './terms'
import { clawbackShare, jobEndYear, type Leaving, ownLeaving, partNotServed } from './leaving'

/** Dated payments that depend on the job: a sign-on bonus, retention bonuses, and loans forgiven while the doctor works. */
export interface JobMoney {
  readonly flows: readonly DatedFlow[]
  /** The amount taxed as wages in a year; a loan is not income until it is forgiven. */
  readonly wages: readonly Line[]
  /** Total kept after leaving at the end of a contract year, for the stress table. */
  ifLeft(leaving: Leaving): Operand[]
}

/**
 * Retention pay counts in every view, as all pay for the owner's own work does. The job's stated end date counts like
 * retirement.
 */
export function declareJobMoney(ctx: Context, terms: Terms): JobMoney {
  const { offer, path, scope, closing, jobEnd } = terms
  const m = ctx.model.scope(scope).under('Dated cash flows')
  const bonuses = offer.job.retention.map(({ id, label }) => {
    const at = `${path}/job/retention/${id}`
    const when = ctx.monthsAfter(`${path}/closing`, `${at}/months`)
    const amount = ctx.input(`${at}/amount`)
    const row = m.row(
      `retention/${id}`,
      { label, unit: 'usd', meaning: 'Paid on its date if you still work there, and taxed as wages.' },
      onDay(when, f`if(${wholeMonths(jobEnd)} >= ${wholeMonths(when.t)}, ${amount}, 0)`),
    )
    return {
      row,
      time: when.t,
      ifLeft: ({ months }: Leaving) => f`if(${months} >= ${wholeMonths(when.t)}, ${amount}, 0)`,
    }
  })

  const leaving = ownLeaving(ctx, terms)
  const worked = f`max(0, ${wholeMonths(jobEnd)} - ${wholeMonths(closing.t)})`
  const stop = jobEndYear(ctx, terms)
  const loans = offer.job.forgivableLoans.map(({ id, label }) => {
    const at = `${path}/job/forgivableLoans/${id}`
    const [amount, years] = [ctx.input(`${at}/amount`), ctx.input(`${at}/years`)]
    const paid = m.row(
      `loan/${id}/paid`,
      { label, unit: 'usd', meaning: 'Lent to you on the first day; not income until it is forgiven.' },
      onDay(closing, amount),
    )
    const rest = m.figure(
      `loan/${id}/rest`,
      {
        label: `${label}: not yet forgiven when you stop working`,
        unit: 'usd',
        meaning: 'An equal portion is forgiven for each full year you work.',
      },
      f`${amount} * ${partNotServed({ ...leaving, served: worked }, years)}`,
    )
    const repaid = m.figure(
      `loan/${id}/repaid`,
      {
        label: `${label}: repaid`,
        unit: 'usd',
        meaning: 'The share of the unforgiven balance that must be repaid for this reason for leaving.',
      },
      f`${rest} * ${leaving.byCause(`${at}/clawback`)}`,
    )
    const back = m.row(
      `loan/${id}/paidBack`,
      {
        label: `${label}: repaid`,
        unit: 'usd',
        meaning: 'Due when you stop working before the loan is fully forgiven.',
      },
      f`if(n = ${stop}, -${repaid}, 0)`,
    )
    const forgiven = m.row(
      `loan/${id}/forgiven`,
      { label: `${label}: forgiven`, unit: 'usd', meaning: 'Taxed as wages in the year; no cash is paid.' },
      f`if(and(n > ${closing.year}, n <= ${closing.year} + ${years}, ${worked} >= 12 * (n - ${closing.year})), ${amount} / ${years}, 0) + if(n = ${stop}, ${rest} - ${repaid}, 0)`,
    )
    return {
      flows: [
        { row: paid, time: closing.t },
        { row: back, time: jobEnd },
      ],
      forgiven,
      ifLeft: (other: Leaving) => f`-${amount} * ${partNotServed(other, years)} * ${other.byCause(`${at}/clawback`)}`,
    }
  })
  const signOn = offer.job.signOn === 0 ? [] : [declareSignOn(ctx, terms, leaving, stop)]
  return {
    flows: [
      ...signOn.flatMap(({ flows }) => flows),
      ...bonuses.map(({ row, time }) => ({ row, time })),
      ...loans.flatMap(({ flows }) => flows),
    ],
    wages: [
      ...signOn.map(({ wages }) => wages),
      ...bonuses.map(({ row }) => row),
      ...loans.map(({ forgiven }) => forgiven),
    ],
    ifLeft: (other) => [...signOn, ...bonuses, ...loans].map(({ ifLeft }) => ifLeft(other)),
  }
}

/**
 * The sign-on bonus is paid on the first day and is subject to the offer's clawback. Repayment in the year of the bonus
 * reduces that year's wages; repayment in a later year recovers no tax, since relief (26 U.S.C. §1341) depends on a
 * comparison of two years' taxes that the plan does not make.
 */
function declareSignOn(ctx: Context, terms: Terms, leaving: Leaving, stop: Operand) {
  const { path, scope, closing, jobEnd } = terms
  const m = ctx.model.scope(scope).under('Dated cash flows')
  const amount = ctx.input(`${path}/job/signOn`)
  const paid = m.row(
    'signOn/paid',
    { label: 'sign-on bonus', unit: 'usd', meaning: 'On the first day of the job; taxed as wages.' },
    onDay(closing, amount),
  )
  const repaid = m.figure(
    'signOn/repaid',
    {
      label: 'sign-on bonus to be repaid',
      unit: 'usd',
      meaning: 'If you leave before the term ends: the share due for that cause of leaving.',
    },
    f`if(${leaving.early}, ${clawbackShare(ctx, leaving, terms)} * ${amount}, 0)`,
  )
  const back = m.row(
    'signOn/paidBack',
    { label: 'sign-on bonus repaid', unit: 'usd', meaning: 'If you leave before the term ends.' },
    f`if(n = max(${stop}, ${closing.year}), -${repaid}, 0)`,
  )
  const wages = m.row(
    'signOn/wages',
    {
      label: 'sign-on bonus taxed',
      unit: 'usd',
      meaning: 'Wages in the year of payment; repayment in a later year does not recover the tax.',
    },
    onDay(closing, f`${amount} + ${back}`),
  )
  return {
    flows: [
      { row: paid, time: closing.t },
      { row: back, time: f`max(${jobEnd}, ${closing.t})` },
    ],
    wages,
    ifLeft: (other: Leaving): Operand => f`-if(${other.early}, ${clawbackShare(ctx, other, terms)} * ${amount}, 0)`,
  }
}
