import { z } from 'zod'
import { choice, id, share, text, usd, whole, yesNo } from '../field'
import { dollars, point, term } from '../term'
import { keptOnLeaving } from './leaving'

/** Deferred payments of a fixed amount: escrow and seller note. */

/** Common to all deferred payments: their probability, and what is kept on leaving early. */
export const certainty = (probability: number, by: number) => ({
  probability: term(share('Probability of payment', probability), { unsure: { by } }),
  unconditional: term(
    yesNo('Unconditional', false, {
      help: 'If no condition is attached and the probability is 100%, it counts in the noncontingent view.',
    }),
    { counts: ({ unconditional }) => unconditional === true },
  ),
  keptOnLeaving: keptOnLeaving.prefault({}),
})

export const amountOf = (name: string) => ({
  basis: choice('Stated as', { share: 'share of the price', fixed: 'dollars' }, 'share'),
  share: term(share('Share of the price', 0.1, { per: 'of the price' }), { ask: point(name) }),
  amount: term(usd('Amount'), { ask: dollars(name, 10_000) }),
})

export const escrow = z.object({
  id,
  kind: z.literal('escrow'),
  label: text('Name', 60, 'Escrow'),
  ...amountOf('escrow'),
  months: term(whole('months', 'Released after', 0, 120, 18, { per: 'from closing' }), {
    ask: { step: 6, label: 'release of the escrow after' },
  }),
  ...certainty(0.9, 0.2),
})

export const note = z.object({
  id,
  kind: z.literal('note'),
  label: text('Name', 60, 'Seller note'),
  ...amountOf('seller note'),
  rate: term(share('Interest rate', 0.06, { per: 'a year' }), { ask: point('interest on the note', 0.5) }),
  repayment: term(
    choice(
      'Repayment',
      { level: 'level yearly payments', interestOnly: 'interest only, principal at the end' },
      'level',
    ),
    { counts: () => true },
  ),
  years: term(whole('years', 'Term', 1, 30, 5), { ask: { step: 1, label: 'term of the note' } }),
  ...certainty(0.95, 0.1),
})
