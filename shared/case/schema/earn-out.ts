import { z } from 'zod'
import { choice, id, open, share, text, usd, whole, yesNo } from '../field'
import { dollars, point, term, type Values } from '../term'
import { amountOf, certainty } from './deferred'

/** Deferred payments that depend on results. */

const byMetric = ({ measuredBy }: Values): boolean => measuredBy === 'metric'

const byGrowth = ({ basis }: Values): boolean => basis === 'growth'

export const earnOut = z.object({
  id,
  kind: z.literal('earnOut'),
  label: text('Name', 60, 'Earn-out'),
  ...amountOf('earn-out'),
  basis: choice(
    'Stated as',
    {
      share: 'share of the price',
      fixed: 'dollars',
      growth: 'share of the growth of a result, without a cap',
    },
    'share',
    { help: 'A share of growth is paid in addition to the price.' },
  ),
  growthShare: term(share('Share of the growth', 0.2, { per: 'of the growth' }), {
    ask: point('share of the growth'),
    counts: byGrowth,
  }),
  growthFrom: term(usd('Growth counts from', 0, { per: 'a year', signed: true }), {
    ask: dollars('base of the growth', 10_000),
    counts: byGrowth,
  }),
  bestResult: term(
    open('usd', 'Best result you consider possible', -1e10, 1e10, {
      per: 'a year',
      help: 'An uncapped earn-out has no maximum in the letter, so the maximum view relies on this estimate of yours.',
    }),
    { counts: byGrowth },
  ),
  onTop: term(yesNo('On top of the price', false), { counts: ({ onTop }) => onTop === true }),
  months: term(whole('months', 'Paid after', 1, 120, 24, { per: 'from closing' }), {
    ask: { step: 6, label: 'payment of the earn-out after' },
  }),
  measuredBy: term(
    choice('Expected payment by', { probability: 'its probability', metric: 'the projected result' }, 'probability'),
    { counts: () => true },
  ),
  metric: term(
    choice(
      'Result that counts',
      { collections: 'collections', ebitda: 'EBITDA after the management fee' },
      'collections',
    ),
    { counts: (beside) => byMetric(beside) || byGrowth(beside) },
  ),
  floor: usd('Nothing below', 0, { per: 'a year', signed: true }),
  target: term(usd('Full payment from', 0, { per: 'a year', signed: true }), {
    ask: dollars('target of the earn-out', 10_000),
  }),
  cliff: term(yesNo('All or nothing', false), { counts: byMetric }),
  inProportion: term(
    choice(
      'Between floor and target, it is prorated by',
      {
        aboveFloor: 'how far the result is from the floor to the target',
        ofTarget: 'the whole result, as a share of the target',
      },
      'aboveFloor',
      {
        help: 'Floor $800,000, target $1,000,000, result $900,000: 50% under the first rule, 90% under the second. Nothing is paid below the floor.',
      },
    ),
    { counts: (beside) => byMetric(beside) && beside['cliff'] === false && !byGrowth(beside) },
  ),
  targets: z
    .array(
      z.object({
        id,
        months: whole('months', 'Paid after', 1, 120, 12, { per: 'from closing' }),
        target: term(usd('Full payment from', 0, { per: 'a year', signed: true }), {
          ask: dollars('target of the earn-out', 10_000),
        }),
        part: share('Portion of the earn-out', 0.5, { per: 'of the earn-out' }),
      }),
    )
    .max(10)
    .default([])
    .meta({ label: 'Targets with separate dates', unit: 'text' }),
  catchUp: term(
    yesNo('Missed amounts can be earned later (catch-up)', false, {
      help: 'Once cumulative results reach the cumulative targets, all payments to date are owed.',
    }),
    { counts: (beside) => byMetric(beside) && (beside['targets'] as readonly unknown[]).length > 0 },
  ),
  wages: term(
    yesNo('Taxed as wages', true, {
      help: 'Typically if it is tied to your production or forfeited when you leave; otherwise it is part of the price.',
    }),
    { counts: () => true },
  ),
  ...certainty(0.21, 0.2),
})
