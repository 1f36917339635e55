import { z } from 'zod'
import { choice, day, growth, id, open, openDay, quantity, share, text, usd, whole } from '../field'
import { dollars, point, term } from '../term'

/** Work and pay after the sale. */

const retentionBonus = z.object({
  id,
  label: text('Name', 60, 'Retention bonus'),
  amount: term(usd('Amount', 0, { per: 'once' }), { ask: dollars('retention bonus', 10_000) }),
  months: term(
    whole('months', 'Paid after', 1, 240, 24, {
      per: 'from closing',
      help: 'Paid if you still work there on that date; taxed as wages.',
    }),
    { ask: { step: 6, label: 'retention bonus after' } },
  ),
})

const forgivableLoan = z.object({
  id,
  label: text('Name', 60, 'Forgivable loan'),
  amount: term(usd('Lent to you at closing', 0, { per: 'once' }), { ask: dollars('forgivable loan', 10_000) }),
  years: term(
    whole('years', 'Forgiven over', 1, 15, 5, {
      per: 'from closing',
      help: 'An equal portion is forgiven for each full year you work and counts as wages of that year.',
    }),
    { ask: { step: 1, label: 'years until the loan is forgiven' } },
  ),
  clawback: z
    .object({
      retirement: share('Balance to repay on retiring', 1),
      resignation: share('Balance to repay on resigning', 1),
      death: share('Balance to repay on death', 0),
      disability: share('Balance to repay on disability', 0),
      dismissal: share('Balance to repay on dismissal', 1),
    })
    .prefault({}),
})

export const job = z.object({
  rate: term(share('Your pay', 0.3, { per: 'of your collections', help: '0% if the job pays a fixed salary.' }), {
    ask: point('pay for your work'),
  }),
  basis: term(choice('Paid on', { collections: 'collections', production: 'production' }, 'collections'), {
    counts: () => true,
  }),
  laterRate: term(open('rate', 'Your pay later', 0, 1, { help: 'Blank: the same rate throughout.' }), {
    ask: point('pay for your work later'),
  }),
  laterFrom: whole('year', 'From contract year', 2, 15, 3),
  production: usd('Your gross production (full fees)', 0, { per: 'a year', comes: 'by the day' }),
  collectionRatio: term(share('Collection ratio applied to production', 1), {
    ask: point('part of production that counts'),
  }),
  labDeducted: term(share('Share of your lab costs deducted first', 0), { ask: point('lab costs deducted', 5) }),
  salary: term(usd('Salary', 0, { per: 'a year', help: 'If pay is a percentage, this is your guaranteed minimum.' }), {
    ask: dollars('salary', 5_000),
  }),
  salaryEscalator: term(growth('Annual salary escalator', 0.03), {
    ask: point('growth of the salary', 0.5),
    counts: ({ salary }) => salary !== 0,
  }),
  dailyGuarantee: term(usd('Daily guarantee', 0, { per: 'a day' }), { ask: dollars('daily guarantee', 100) }),
  bonus: term(usd('Bonus', 0, { per: 'a year' }), { ask: dollars('bonus', 5_000) }),
  bonusProbability: term(share('Probability of the bonus', 0.5), {
    unsure: { by: 0.3 },
    counts: ({ bonus }) => bonus !== 0,
  }),
  benefits: term(
    usd('Benefits', 0, { per: 'a year', help: 'Health, malpractice and similar benefits, at their value to you.' }),
    { ask: dollars('benefits', 1_000) },
  ),
  bonusEscalator: term(
    growth('Annual escalator on bonus and benefits', 0, {
      help: 'Contracts state dollar amounts, so both stay flat unless the letter says they grow.',
    }),
    {
      ask: point('growth of bonus and benefits', 0.5),
      counts: ({ bonus, benefits }) => bonus !== 0 || benefits !== 0,
    },
  ),
  days: open('days', 'Clinical days after the sale', 0, 7, { per: 'a week', help: 'Blank: as if kept.' }),
  termYears: quantity('years', 'Years you must stay', 0, 10, 5),
  ends: term(openDay('The job ends', { help: 'Blank: at retirement.', byAge: true }), {
    counts: (_, { structure }) => structure !== 'services',
  }),
  contributionAsEmployee: usd('Your plan contributions as employee', 0, { per: 'a year' }),
  employerContribution: term(usd('The employer’s plan contributions', 0, { per: 'a year' }), {
    ask: dollars('the employer’s plan contributions', 1_000),
  }),
  signOn: term(
    usd('Sign-on bonus', 0, {
      per: 'once, at the start',
      help: 'Taxed as wages. What you must pay back on leaving early is set with the clawback.',
    }),
    { ask: dollars('sign-on bonus', 5_000), optional: true },
  ),
  retention: z.array(retentionBonus).max(10).default([]).meta({ label: 'Retention bonuses', unit: 'text' }),
  forgivableLoans: z.array(forgivableLoan).max(5).default([]).meta({ label: 'Forgivable loans', unit: 'text' }),
})

export const consulting = z.object({
  amount: term(
    usd('Consulting fee after the job', 0, {
      per: 'a month',
      help: 'Paid to you as an independent contractor: self-employment income. None is counted after death, disability or dismissal for cause.',
    }),
    { ask: dollars('consulting fee a month', 500), optional: true },
  ),
  months: term(whole('months', 'Consulting fee paid for', 1, 120, 12, { per: 'from the end of the job' }), {
    ask: { step: 6, label: 'months of the consulting fee' },
    counts: ({ amount }) => amount !== 0,
  }),
})

export const familyStays = z
  .array(
    z.object({
      id,
      member: id.meta({ label: 'Family member', unit: 'text' }),
      until: day('Stays on until').default('2028-01-01'),
      pay: term(usd('Pay after the sale', 0, { per: 'a year' }), { ask: dollars('pay of your family', 5_000) }),
    }),
  )
  .max(5)
  .default([])
  .meta({ label: 'Family that stays on after the sale', unit: 'text' })
