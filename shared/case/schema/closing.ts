import { z } from 'zod'
import { choice, factor, open, share, usd } from '../field'
import { dollars, point, term } from '../term'

/** What is paid, deducted and allocated at closing. */

export const price = z.object({
  stated: choice(
    'Price stated as',
    { multiple: 'a multiple of EBITDA', amount: 'an amount for the whole practice' },
    'multiple',
  ),
  ebitda: term(
    open('usd', 'EBITDA in the offer', 0, 1e10, {
      per: 'a year',
      help: 'Blank: your practice’s adjusted EBITDA.',
    }),
    { counts: ({ stated }, { structure }) => stated === 'multiple' && structure !== 'services' },
  ),
  qualityOfEarningsCut: term(share('Quality-of-earnings adjustment', 0, { per: 'of EBITDA' }), {
    ask: point('quality-of-earnings adjustment'),
    unsure: { by: 0.05 },
  }),
  multiple: term(factor('Multiple', 0, 30, 6, { per: 'EBITDA' }), { ask: { step: 0.1, label: 'multiple' } }),
  amount: term(usd('Price of the whole practice'), { ask: dollars('price', 10_000) }),
})

export const closingCosts = z.object({
  // Your own people's fees: the buyer grants nothing here, so they are not among the terms to ask for.
  broker: share('Broker', 0.05, { per: 'of the price' }),
  legal: usd('Legal and accounting', 25_000),
  audit: term(
    usd('Audit or quality-of-earnings report that you pay for', 0, {
      help: 'Buyers pay for their own; some letters charge it to the seller, all of it or if the deal fails.',
    }),
    { ask: dollars('audit that you pay for', 5_000), optional: true },
  ),
  workingCapital: term(usd('Working capital against the peg', 0, { signed: true }), {
    ask: dollars('working capital against the peg', 10_000),
  }),
  receivables: term(usd('Receivables you keep', 0), { ask: dollars('receivables you keep', 10_000) }),
})

export const staffBonus = z.object({
  stated: choice('Bonus to your staff stated as', { amount: 'dollars', share: 'share of the price' }, 'amount'),
  amount: term(
    usd('Transaction bonus to your staff, out of your price', 0, {
      per: 'once, at closing',
      help: 'Wages of your staff: deducted from your ordinary income, and payroll tax is due on it.',
    }),
    { ask: dollars('transaction bonus to your staff', 5_000), optional: true },
  ),
  share: term(
    share('Transaction bonus to your staff, out of your price', 0, {
      per: 'of the price',
      help: 'Wages of your staff: deducted from your ordinary income, and payroll tax is due on it.',
    }),
    { ask: point('transaction bonus to your staff', 0.5), optional: true },
  ),
})

export const tail = z.object({
  paidBy: term(
    choice(
      'Malpractice tail coverage is paid by',
      {
        unknown: 'not stated: counted as yours',
        you: 'you',
        buyer: 'the buyer',
        none: 'nobody: your policy needs none (occurrence policy)',
      },
      'unknown',
      { help: 'A claims-made policy pays only for claims made while it runs; tail coverage pays for later ones.' },
    ),
    { counts: ({ amount }) => amount !== 0 },
  ),
  amount: term(usd('Price of the tail coverage', 0, { per: 'once' }), {
    ask: dollars('price of the tail coverage', 1_000),
    optional: true,
  }),
  paidAt: term(
    choice('Tail coverage is paid', { leaving: 'when you stop working there', closing: 'at closing' }, 'leaving'),
    { counts: ({ amount }) => amount !== 0 },
  ),
})

export const allocation = z.object({
  equipment: share('Equipment', 0.1, { per: 'of the price' }),
  supplies: share('Supplies', 0.02, { per: 'of the price' }),
  covenant: share('Covenant not to compete', 0.03, { per: 'of the price' }),
  intangibles: share('Purchased goodwill', 0, { per: 'of the price' }),
  personalGoodwill: share('Personal goodwill', 0, {
    per: 'of the gain',
    help: 'C corporation only: goodwill you sell personally is taxed once. Courts decide case by case; ask your CPA.',
  }),
})
