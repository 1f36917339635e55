import { z } from 'zod'
import { choice, factor, id, open, openDay, openWhole, share, text, usd, whole, yesNo } from '../field'
import { dollars, point, term } from '../term'
import { keptOnLeaving, leaverTerms } from './leaving'

/** Equity in the parent and in the practice: terms until the exit, and its value there. */

const outcome = z.object({
  id,
  label: text('Outcome', 60, 'Exit'),
  probability: share('Chance', 0.25),
  multiple: factor('Multiple of invested capital', 0, 20, 1),
  exitEbitda: usd('EBITDA of the parent at the exit', 0, { per: 'a year', signed: true }),
  exitMultiple: factor('Exit multiple', 0, 30, 10, { per: 'EBITDA' }),
  netDebt: usd('Net debt of the parent at the exit', 0, { signed: true }),
})

export const rolled = z.object({
  id,
  kind: z.literal('rolled'),
  label: text('Name', 60, 'Rolled equity'),
  acquired: term(
    choice(
      'How you come to it',
      {
        rolled: 'rolled: a part of the price that is not paid',
        bought: 'bought at closing with your own money',
        granted: 'granted beside the price (profits interest, incentive units)',
      },
      'rolled',
    ),
    { counts: ({ acquired }) => acquired !== 'rolled' },
  ),
  basis: choice(
    'Stated as',
    { share: 'share of the price', fixed: 'dollars', newEquity: 'share of the parent’s new equity' },
    'share',
  ),
  grantShare: term(share('Share of the growth in value', 0.01, { per: 'of the parent’s equity' }), {
    ask: point('share of the growth in value', 0.1),
    counts: ({ acquired }) => acquired === 'granted',
  }),
  threshold: term(
    usd('Participation threshold', 0, {
      help: 'Strike or hurdle: the parent’s equity value, including everything senior, that must be exceeded at exit; usually its value when the units are granted.',
    }),
    { ask: dollars('threshold of the units', 100_000), counts: ({ acquired }) => acquired === 'granted' },
  ),
  longTerm: term(
    yesNo('Taxed as long-term gain', true, {
      help: 'If held long enough: more than one year, or more than three if 26 U.S.C. §1061 applies. Otherwise its gain is taxed like interest.',
    }),
    { counts: ({ acquired }) => acquired === 'granted' },
  ),
  share: term(share('Share', 0.2), { ask: point('rolled share') }),
  amount: term(usd('Amount'), { ask: dollars('rolled amount', 10_000) }),
  platform: z
    .object({
      value: open('usd', 'Value of the parent at closing', 0, 1e12),
      debt: usd('Debt of the parent at closing'),
      newEquity: open('usd', 'New equity, if stated', 0, 1e12, { help: 'Blank: value less debt.' }),
    })
    .prefault({}),
  exitOn: openDay('Exit on', { help: 'If the letter gives a date. Blank: the months after closing count.' }),
  exitMonths: term(whole('months', 'Exit after', 1, 240, 60, { per: 'from closing' }), { unsure: { by: 24 } }),
  method: term(
    choice(
      'Value at the exit by',
      { simple: 'a multiple of what was rolled', workbench: 'the parent’s figures' },
      'simple',
    ),
    { counts: () => true },
  ),
  dilution: term(share('Dilution before exit', 0), { unsure: { by: 0.1 } }),
  preference: term(
    choice(
      'Preference ahead of you',
      { none: 'none', participating: 'participating', nonParticipating: 'non-participating' },
      'none',
    ),
    { counts: ({ method }) => method === 'workbench' },
  ),
  preferenceAmount: term(usd('Amount with preference'), { ask: dollars('amount with preference', 100_000) }),
  preferenceMultiple: term(factor('Multiple of the preference', 0, 10, 1), {
    ask: { step: 0.5, label: 'multiple of the preference' },
  }),
  preferenceAccrual: term(share('Preferred return', 0, { per: 'a year' }), { ask: point('preferred return') }),
  preferenceShare: open('rate', 'Its share if converted', 0, 1, {
    help: 'Blank: its share of the new equity, diluted.',
  }),
  outcomes: z
    .array(outcome)
    .max(8)
    .default([
      { id: 'lost', label: 'Lost', probability: 0.25, multiple: 0, exitEbitda: 0, exitMultiple: 0, netDebt: 0 },
      { id: 'back', label: 'Money back', probability: 0.35, multiple: 1, exitEbitda: 0, exitMultiple: 0, netDebt: 0 },
      { id: 'good', label: 'Good', probability: 0.3, multiple: 2, exitEbitda: 0, exitMultiple: 0, netDebt: 0 },
      { id: 'best', label: 'Best', probability: 0.1, multiple: 3, exitEbitda: 0, exitMultiple: 0, netDebt: 0 },
    ]),
  cashedAtExit: share('Portion cashed out at exit', 1, { help: 'The rest rolls over into the next owner.' }),
  recapitalisations: z
    .array(
      z.object({
        id,
        months: whole('months', 'Recapitalization after', 1, 360, 108, { per: 'from closing' }),
        multiple: factor('Multiple of the value rolled over', 0, 20, 1),
        cashed: share('Portion cashed out', 1),
      }),
    )
    .max(4)
    .default([]),
  keptOnLeaving: keptOnLeaving.prefault({}),
  ...leaverTerms,
})

export const retained = z.object({
  payoutRatio: term(share('Share of profit distributed', 1), { ask: point('share of profit paid out', 5) }),
  undistributed: term(
    choice(
      'Undistributed profit',
      {
        spent: 'is spent on growth: you see it again only in the price of your share',
        kept: 'stays in the practice as cash and is paid to you when you sell your share',
      },
      'spent',
      {
        help: 'You are taxed on it either way; it raises your basis and reduces the gain at exit.',
      },
    ),
    { counts: ({ payoutRatio }) => (payoutRatio as number) < 1 },
  ),
  ownerControls: term(
    choice('Who controls the practice', { auto: 'whoever holds more than half', yes: 'you', no: 'the buyer' }, 'auto'),
    { counts: () => true },
  ),
  exitAt: term(
    openDay('You sell the rest on', { help: 'Blank: the months after closing, or at retirement.', byAge: true }),
    {
      counts: ({ exitMonths }) => exitMonths === null,
    },
  ),
  exitMonths: openWhole('months', 'You sell the rest after', 1, 480, {
    per: 'from closing',
    help: 'If the letter counts months. Blank: at retirement.',
  }),
  exitMultiple: term(open('factor', 'Agreed multiple at the exit', 0, 30, { help: 'Blank: the entry multiple.' }), {
    ask: { step: 0.1, label: 'multiple at the exit' },
    counts: () => true,
  }),
  minorityDiscount: term(share('Minority discount', 0), { ask: point('minority discount') }),
  probability: term(share('Probability that the exit is paid', 0.8), { unsure: { by: 0.2 } }),
  put: term(yesNo('You may require the purchase (put)', false), { counts: () => true }),
  stated: z
    .array(
      z.object({
        id,
        contractYear: whole('year', 'Contract year', 1, 40, 1),
        amount: usd('Paid to you', 0, { per: 'in that year' }),
      }),
    )
    .max(15)
    .default([])
    .meta({ label: 'Distributions stated by year', unit: 'text' }),
  ...leaverTerms,
  keptOnLeaving: keptOnLeaving.prefault({}),
})
