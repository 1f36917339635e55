import { z } from 'zod'
import { id, open, openDay, share, whole, yesNo } from '../field'
import { dollars, point, term } from '../term'

/** Property sold together with the practice. */

export const buildingSale = z.object({
  sold: yesNo('The building is sold with the practice', false),
  price: open('usd', 'Price of the building', 0, 1e10, { help: 'Blank: its value at closing.' }),
  netRent: open('usd', 'Net rent after closing', 0, 1e10, { per: 'a year', help: 'Blank: as before.' }),
})

export const assetsSold = z
  .array(
    z.object({
      id,
      asset: id.meta({ label: 'Asset', unit: 'text' }),
      on: openDay('Sold on', { help: 'Blank: at closing.' }),
      price: term(open('usd', 'Price of the asset', 0, 1e10, { help: 'Blank: its value on that day.' }), {
        ask: dollars('price of the other asset', 10_000),
        counts: () => true,
      }),
      down: term(share('Paid on that day', 1, { per: 'of the price', help: 'The rest is paid in installments.' }), {
        ask: point('part of the other asset’s price paid at once', 5),
      }),
      years: term(whole('years', 'Installments over', 1, 30, 5), {
        ask: { step: 1, label: 'installments of the other asset over' },
        counts: ({ down }) => (down as number) < 1,
      }),
      rate: term(share('Interest on the installments', 0.06, { per: 'a year' }), {
        ask: point('interest on the other asset’s installments', 0.5),
        counts: ({ down }) => (down as number) < 1,
      }),
      probability: term(share('Probability that the installments are paid', 0.95), {
        unsure: { by: 0.1 },
        counts: ({ down }) => (down as number) < 1,
      }),
    }),
  )
  .max(6)
  .default([])
  .meta({ label: 'Other assets sold with the practice', unit: 'text' })
