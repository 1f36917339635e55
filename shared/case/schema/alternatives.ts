import { z } from 'zod'
import { choice, day, factor, id, openDay, quantity, share, usd, yesNo } from '../field'
import { term } from '../term'

const valuation = {
  method: term(
    choice(
      'Price by',
      {
        collections: 'a share of collections',
        discretionary: 'a multiple of discretionary earnings',
        ebitda: 'a multiple of adjusted EBITDA',
        amount: 'an amount',
      },
      'collections',
    ),
    { counts: () => true },
  ),
  shareOfCollections: term(factor('Share of collections', 0, 3, 0.7, { per: 'collections' }), {
    unsure: { by: 0.15 },
  }),
  multiple: term(factor('Multiple', 0, 30, 2), { unsure: { by: 0.5 } }),
  amount: term(usd('Price of the whole practice'), { unsure: { part: 0.2 } }),
}

/** Paths other than keeping and the offers. */
export const alternatives = z.object({
  sellPrivately: z
    .object({
      include: yesNo('Compare with a sale to a dentist now', false),
      tranches: z
        .array(
          z.object({
            id,
            on: day('Sold on').default('2027-01-01'),
            share: share('Share sold', 1, { per: 'of the practice' }),
          }),
        )
        .max(10)
        .default([{ id: 'all', on: '2027-01-01', share: 1 }]),
      ...valuation,
      sellingCosts: share('Selling costs', 0.08, { per: 'of the price' }),
      ordinaryShare: share('Portion of the price taxed as ordinary income', 0.1),
      workAfter: openDay('You continue as an associate until', {
        help: 'Blank: you stop when all is sold.',
        byAge: true,
      }),
      rate: share('Your pay as an associate', 0.3, { per: 'of your collections' }),
      gapPay: usd('Other pay until retirement', 0, { per: 'a year' }),
      retirement: openDay('Retirement in this case', {
        help: 'Blank: the date you entered for yourself.',
        byAge: true,
      }),
    })
    .prefault({}),
  stepBack: z
    .object({
      include: yesNo('Compare with stepping back', false),
      hireDate: day('An associate starts on').default('2028-01-01'),
      days: quantity('days', 'Your clinical days then', 0, 7, 2, { per: 'a week' }),
      capturedShare: term(share('Share of your patients the associate treats', 0.8, { per: 'of what you give up' }), {
        unsure: { by: 0.2 },
      }),
      associateRate: share('The associate’s pay', 0.32, { per: 'of collections' }),
      managerCost: usd('A manager', 0, { per: 'a year' }),
      retirement: openDay('Retirement in this case', {
        help: 'Blank: the date you entered for yourself.',
        byAge: true,
      }),
    })
    .prefault({}),
})
