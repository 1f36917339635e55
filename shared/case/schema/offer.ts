import { z } from 'zod'
import { choice, day, id, openDay, share, text, usd, yesNo } from '../field'
import { offerPartner } from '../partner/schema'
import { point, term, type Values } from '../term'
import { allocation, closingCosts, price, staffBonus, tail } from './closing'
import { escrow, note } from './deferred'
import { earnOut } from './earn-out'
import { retained, rolled } from './equity'
import { fee, operations } from './fee'
import { consulting, familyStays, job } from './job'
import { leaving } from './leaving'
import { attorney, letter } from './letter'
import { assetsSold, buildingSale } from './sold-property'

/** An offer: its structure, price and parts, and the years after closing. */

const owesSomething = (document: Values): boolean =>
  ((document['practice'] as Values)['debts'] as readonly unknown[]).length > 0

export const component = z.discriminatedUnion('kind', [escrow, note, earnOut, rolled])

export const offer = z.object({
  id,
  name: text('Name of the offer', 60, 'Offer'),
  buyer: text('Buyer', 80),
  include: yesNo('Show in the comparison', true),
  later: yesNo('Not an offer yet: a sale you expect later', false),
  retirement: openDay('Retirement in this case', { help: 'Blank: the date you entered for yourself.', byAge: true }),
  structure: term(
    choice(
      'Structure',
      {
        fullSale: 'full sale',
        jointVenture: 'partial sale, the rest held in the practice (joint venture)',
        holdco: 'sale with equity rolled into the parent (holdco)',
        hybrid: 'part held in the practice, part rolled into the parent',
        services: 'management services only',
      },
      'fullSale',
    ),
    { counts: () => true },
  ),
  closing: day('Closing').default('2027-01-01'),
  price: price.prefault({}),
  shareSold: term(share('Share sold', 1, { per: 'of the practice' }), { ask: point('share sold') }),
  components: z.array(component).max(20).default([]),
  costs: closingCosts.prefault({}),
  staffBonus: staffBonus.prefault({}),
  tail: tail.prefault({}),
  leaseGuaranty: term(
    choice(
      'Your personal guaranty of the office lease',
      {
        unknown: 'not stated',
        none: 'you have given none',
        released: 'is released at closing',
        stays: 'stays with you after the sale',
      },
      'unknown',
      {
        help: 'Unless the landlord releases you, you owe the rent for the rest of the lease if the buyer stops paying.',
      },
    ),
    { counts: ({ leaseGuaranty }) => leaseGuaranty === 'stays' },
  ),
  debt: term(choice('Practice debt', { paid: 'is paid off at closing', stays: 'stays with the practice' }, 'paid'), {
    counts: (_, __, document) => owesSomething(document),
  }),
  debtInPrice: term(
    choice(
      'The price and the debt that stays',
      {
        deducted: 'debt is deducted from the value of the practice (cash-free, debt-free)',
        notDeducted: 'the price is for your share as it is, debt included',
      },
      'deducted',
      { help: 'Most letters value the practice debt-free: debt that stays reduces the price of the share sold.' },
    ),
    { counts: ({ debt }, _, document) => debt === 'stays' && owesSomething(document) },
  ),
  instalments: term(yesNo('Report gain as payments arrive (installment method)', true), { counts: () => true }),
  ordinaryShare: term(share('Portion of the price taxed as ordinary income', 0.1), {
    ask: point('part of the price taxed as ordinary income'),
  }),
  saleForm: choice('What is sold', { assets: 'the assets of the practice', equity: 'its stock or units' }, 'assets', {
    help: 'S corporation stock sold with an election (338(h)(10)) or an F reorganization is taxed like assets: choose assets.',
  }),
  allocation: allocation.prefault({}),
  retained: retained.prefault({}),
  realEstate: buildingSale.prefault({}),
  fee: fee.prefault({}),
  operations: operations.prefault({}),
  job: job.prefault({}),
  leaving: leaving.prefault({}),
  assetsSold,
  familyStays,
  consulting: consulting.prefault({}),
  gapPay: usd('Other pay until retirement', 0, { per: 'a year' }),
  /** What the letter says that no figure rests on, as questions for the attorney. */
  attorney,
  /** What a letter says and no figure uses: for the attorney. */
  letter: letter.prefault({}),
  note: text('Notes', 4000),
  /** No figure depends on it. */
  partner: offerPartner.prefault({} as never),
})
