import { CAUSES } from '../../case/schema'
import { f, type Operand } from '../../formula'
import { type Context, wholeMonths } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { Terms } from './affiliation'
import type { Price } from './price'

/** What is still paid after leaving for each cause at the end of each contract year 1 to 5, expected view. */
export function declareStressTable(ctx: Context, timeline: Timeline, terms: Terms, price: Price): void {
  const { scope, closing, path } = terms
  const m = ctx.model.scope(scope).under('If you leave early')
  const term = wholeMonths(ctx.input(`${path}/job/termYears`))
  for (const cause of CAUSES) {
    for (const year of [1, 2, 3, 4, 5]) {
      const early = f`${12 * year} < ${term}`
      const leave = f`${wholeMonths(closing.t)} + ${12 * year}`
      const after = (time: Operand, component: string, amount: Operand) =>
        f`if(and(${early}, ${wholeMonths(time)} > ${leave}), ${ctx.input(`${component}/keptOnLeaving/${cause}`)}, 1) * ${amount}`
      const parts = [
        ...price.payments.map((payment) => {
          if (payment.component.kind !== 'note')
            return after(payment.time, payment.path, f`${payment.weight('expected')} * ${payment.amount}`)
          // Principal that has been paid by then is safe; the rest follows the rule.
          const paid = m.row(
            `stress/${cause}/${year}/${payment.key}`,
            {
              label: `${payment.amount.label}: still paid`,
              unit: 'usd',
              meaning: 'Principal of the year under the leaver’s rule.',
            },
            after(payment.time, payment.path, f`${payment.weight('expected')} * ${payment.principal}`),
          )
          return f`sum(${paid})`
        }),
        ...price.equities.map((equity) => after(equity.exit.t, equity.path, equity.expected)),
      ]
      m.figure(
        `stress/${cause}/${year}`,
        {
          label: `still paid on ${cause} after ${year} ${year === 1 ? 'year' : 'years'}`,
          unit: 'usd',
          meaning:
            'Deferred parts of the deal by their chance, less cash at closing that must be paid back; before tax.',
        },
        f`total(${parts}) - if(${early}, ${ctx.input(`${path}/leaving/clawback/${cause}`)} * ${price.cash}, 0)`,
      )
    }
  }
}
