import { CAUSES } from '../../case/schema'
import { f, type Operand } from '../../formula'
import { type Context, wholeMonths } from '../plan/context'
import type { Terms } from './terms'
import type { JobMoney } from './job-money'
import { clawbackShare, keptShare, type Leaving } from './leaving'
import type { Price } from './price'
import type { EquityValue } from './rolled-equity'

/** Payments kept after leaving for each cause at the end of contract years 1 to 5, expected view, net of clawback. */
export function declareStressTable(
  ctx: Context,
  terms: Terms,
  price: Pick<Price, 'payments'> & { readonly equities: readonly EquityValue[]; readonly cash: Operand },
  jobMoney: JobMoney | undefined,
): void {
  if (ctx.lean) return
  const { scope, closing, path } = terms
  const m = ctx.model.scope(scope).under('If you leave early')
  const term = wholeMonths(ctx.input(`${path}/job/termYears`))
  for (const cause of CAUSES) {
    for (const year of [1, 2, 3, 4, 5]) {
      const leaving: Leaving = {
        months: f`${wholeMonths(closing.t)} + ${12 * year}`,
        served: 12 * year,
        early: f`${12 * year} < ${term}`,
        byCause: (table) => ctx.input(`${table}/${cause}`),
      }
      const after = (time: Operand, component: string, amount: Operand) =>
        f`${keptShare(leaving, component, time)} * ${amount}`
      const parts = [
        ...price.payments.map((payment) => {
          if (payment.component.kind !== 'note')
            return after(payment.time, payment.path, f`${payment.weight('expected')} * ${payment.amount}`)
          // Principal already paid is safe; the rest follows the leaver provisions.
          const paid = m.row(
            `stress/${cause}/${year}/${payment.key}`,
            {
              label: `${payment.amount.label}: still paid`,
              unit: 'usd',
              meaning: 'Principal of the year under the leaver provisions.',
            },
            after(payment.time, payment.path, f`${payment.weight('expected')} * ${payment.principal}`),
          )
          return f`sum(${paid})`
        }),
        ...price.equities.map((equity) => f`${equity.keptBy(leaving)} * ${equity.expected}`),
        ...(jobMoney?.ifLeft(leaving) ?? []),
      ]
      m.figure(
        `stress/${cause}/${year}`,
        {
          label: `still paid on ${cause} after ${year} ${year === 1 ? 'year' : 'years'}`,
          unit: 'usd',
          meaning: ctx.owns
            ? 'Deferred components weighted by probability and retention bonuses, less clawback of closing cash and loan repayments; before tax.'
            : 'Equity weighted by probability and retention bonuses, less repayment of the sign-on bonus and loans; before tax.',
        },
        price.cash === 0
          ? f`total(${parts})`
          : f`total(${parts}) - if(${leaving.early}, ${clawbackShare(ctx, leaving, terms)} * ${price.cash}, 0)`,
      )
    }
  }
}
