import { z } from 'zod'
import { choice, growth, id, open, share, usd, whole } from '../field'
import { dollars, point, term } from '../term'

/** The management fee, and what the organization changes in collections and costs. */

export const fee = z.object({
  kind: term(
    choice(
      'Kind of management fee',
      {
        none: 'none',
        collections: 'share of collections',
        ebitda: 'share of EBITDA before the fee',
        fixed: 'fixed amount',
        costPlus: 'costs taken over, plus a markup',
        tiers: 'share of collections in tiers',
      },
      'none',
    ),
    { counts: () => true },
  ),
  share: term(share('Management fee', 0.07, { per: 'of collections' }), { ask: point('management fee', 0.5) }),
  amount: term(usd('Fixed fee', 0, { per: 'a year' }), { ask: dollars('management fee', 5_000) }),
  escalator: term(growth('Annual escalator on the fixed fee', 0.03), { ask: point('escalator of the fee', 0.5) }),
  markup: term(share('Markup', 0.1, { per: 'of the costs taken over' }), { ask: point('markup on costs') }),
  tiers: z
    .array(
      z.object({
        id,
        from: usd('Collections above', 0, { per: 'a year' }),
        share: term(share('Fee', 0.07), { ask: point('management fee in a tier', 0.5) }),
      }),
    )
    .max(6)
    .default([]),
  minimum: term(open('usd', 'Minimum fee', 0, 1e10, { per: 'a year' }), { ask: dollars('minimum fee', 5_000) }),
  maximum: term(open('usd', 'Maximum fee', 0, 1e10, { per: 'a year' }), { ask: dollars('maximum fee', 5_000) }),
})

export const operations = z.object({
  payerUplift: term(share('Better payer contracts', 0, { per: 'of collections' }), { unsure: { by: 0.02 } }),
  volumeUplift: term(growth('Change in visits', 0, { per: 'of collections' }), { unsure: { by: 0.02 } }),
  rampYears: term(whole('years', 'Changes take full effect after', 1, 10, 3), {
    counts: ({ payerUplift, volumeUplift, takeovers }) =>
      payerUplift !== 0 || volumeUplift !== 0 || (takeovers as { saving: number }[]).some(({ saving }) => saving !== 0),
  }),
  takeovers: z
    .array(
      z.object({
        id,
        cost: id.meta({ label: 'Cost line', unit: 'text' }),
        takenOver: share('Portion taken over by the buyer', 0),
        saving: term(share('Saving on the rest', 0), { unsure: { by: 0.05 } }),
      }),
    )
    .max(30)
    .default([]),
})
