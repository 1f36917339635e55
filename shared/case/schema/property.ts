import { z } from 'zod'
import { choice, growth, id, openDay, share, text, usd, yesNo } from '../field'
import { term } from '../term'

/** What the owner holds beside the practice: the building, and shares in other businesses. */

export const building = z.object({
  owned: yesNo('You own the building', false),
  value: usd('Its value', 0, { per: 'on the first day of year 1' }),
  growth: growth('Annual appreciation', 0.025),
  netRent: usd('Net rent', 0, {
    per: 'a year',
    help: 'Rent the practice pays you less your cost of the building. The rent itself is a cost of the practice.',
  }),
  basis: usd('Tax basis of the building', 0, { help: 'Cost of land and building less depreciation.' }),
  depreciation: usd('Depreciation taken', 0, {
    help: 'Under federal law, gain up to this amount is taxed at up to 25%.',
  }),
  mortgage: usd('Mortgage balance at sale', 0),
  sellingCosts: share('Selling costs of the building', 0.06, { per: 'of its price' }),
  soldOn: openDay('You sell the building on', {
    help: 'Blank: you keep it and lease it to whoever owns the practice.',
  }),
})

export const otherAssets = z
  .array(
    z.object({
      id,
      label: text('Other asset', 60, 'Surgery center'),
      kind: choice(
        'Kind of asset',
        {
          surgeryCenter: 'share in a surgery center',
          imaging: 'share in an imaging company',
          location: 'a second location',
          building: 'a building that is not let to your practice',
          other: 'something else',
        },
        'surgeryCenter',
      ),
      value: term(usd('Its value', 0, { per: 'on the first day of year 1' }), { unsure: { part: 0.2 } }),
      growth: term(growth('Growth of its value', 0.025), { unsure: { by: 0.02 } }),
      distributions: term(
        usd('Paid to you', 0, {
          per: 'a year',
          help: 'Distributions or net rent, before tax; they grow with inflation.',
        }),
        { unsure: { part: 0.2 } },
      ),
      taxedAs: choice(
        'Taxed as',
        {
          passive: 'an investment in which you do not work',
          active: 'a business in which you work, without self-employment tax',
          selfEmployed: 'a business in which you work, with self-employment tax',
        },
        'passive',
        {
          help: 'Of an investment, income and gain bear the 3.8% net investment income tax; a share in an S corporation bears no self-employment tax. Ask your CPA which it is.',
        },
      ),
      basis: usd('Your tax basis in it', 0),
      depreciation: usd('Depreciation taken', 0, {
        help: 'Of a building: by federal law, gain up to this amount is taxed at up to 25%.',
      }),
      ordinaryShare: share('Part of its gain taxed as ordinary income', 0, {
        per: 'of the gain',
        help: 'Equipment and receivables inside a company (26 U.S.C. §751); not of a building.',
      }),
      debt: usd('Debt paid off at its sale', 0, { help: 'Your own share of it.' }),
      sellingCosts: share('Selling costs of the asset', 0, { per: 'of its price' }),
      whenKept: choice(
        'Unless an offer buys it',
        { retirement: 'it is sold when you retire', kept: 'it stays yours' },
        'retirement',
      ),
    }),
  )
  .max(6)
  .default([])
  .meta({ label: 'Other assets', unit: 'text' })
