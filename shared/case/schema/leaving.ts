import { z } from 'zod'
import { choice, openDay, share, whole, yesNo } from '../field'
import { term } from '../term'

/** What becomes of payments and equity when the owner leaves before the term ends. */

export const CAUSES = ['retirement', 'resignation', 'death', 'disability', 'dismissal'] as const

/** The share of remaining payments kept on leaving before the term ends, by the cause of leaving. */
export const keptOnLeaving = z.object({
  retirement: share('Kept on retiring early', 1),
  resignation: share('Kept on resigning', 0),
  death: share('Kept on death', 1),
  disability: share('Kept on disability', 1),
  dismissal: share('Kept on dismissal for cause', 0),
})

/** Vesting, and the discount at which the buyer may call equity when the owner leaves before its exit. */
export const leaverTerms = {
  vesting: term(
    choice(
      'Vesting',
      { none: 'none: it is yours from closing', cliff: 'all of it on one day', yearly: 'an equal part each year' },
      'none',
      { help: 'Unvested equity is forfeited when you leave, except for the portion kept for that reason for leaving.' },
    ),
    { counts: ({ vesting }) => vesting !== 'none' },
  ),
  vestingYears: term(whole('years', 'Vested after', 1, 15, 4, { per: 'from closing' }), {
    ask: { step: 1, label: 'vesting of the equity after' },
    counts: ({ vesting }) => vesting !== 'none',
  }),
  called: term(yesNo('The buyer may buy it when you leave (call)', false), { counts: ({ called }) => called === true }),
  callDiscount: z
    .object({
      retirement: share('Call discount on retiring', 0, { per: 'of its value' }),
      resignation: share('Call discount on resigning', 0, { per: 'of its value' }),
      death: share('Call discount on death', 0, { per: 'of its value' }),
      disability: share('Call discount on disability', 0, { per: 'of its value' }),
      dismissal: share('Call discount on dismissal', 0, { per: 'of its value' }),
    })
    .prefault({}),
}

export const leaving = z.object({
  on: openDay('You leave on', { help: 'Blank: you stay until the job ends or you retire.', byAge: true }),
  cause: term(
    choice(
      'Because of',
      {
        retirement: 'retirement',
        resignation: 'resignation',
        death: 'death',
        disability: 'disability',
        dismissal: 'dismissal for cause',
      },
      'resignation',
    ),
    { counts: ({ on }) => on !== null },
  ),
  clawbackFalls: term(
    choice(
      'Cash to pay back',
      {
        full: 'stays the same until the term ends',
        yearly: 'falls by an equal part with each full year that you have served',
      },
      'full',
    ),
    { counts: ({ clawback }) => Object.values(clawback as Record<string, number>).some((part) => part > 0) },
  ),
  clawback: keptOnLeaving
    .extend({
      retirement: share('Cash to repay on retiring early', 0),
      resignation: share('Cash to repay on resigning', 0),
      death: share('Cash to repay on death', 0),
      disability: share('Cash to repay on disability', 0),
      dismissal: share('Cash to repay on dismissal', 0),
    })
    .prefault({}),
})
