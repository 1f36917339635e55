import { z } from 'zod'
import { choice, day, factor, id, openDay, text, usd, whole, yesNo } from '../field'
import { term } from '../term'

/** The owner and the household: dates, spending, savings, income beside the practice. */

export const owner = z.object({
  name: text('Your name', 80),
  birthDate: day('Date of birth').default('1968-07-01'),
  horizonAge: whole('age', 'Plan to age', 50, 110, 95),
  retirement: day('Retirement', { byAge: true }).default('2035-07-01'),
  spendingNow: term(
    usd('Spending now', 150_000, {
      per: 'a year',
      help: 'Everything you spend, including what perks cover today; excluding taxes and savings.',
    }),
    { unsure: { part: 0.1 } },
  ),
  spendingRetired: term(usd('Spending in retirement', 130_000, { per: 'a year' }), { unsure: { part: 0.1 } }),
  savings: usd('Savings and investments', 0, { per: 'today', help: 'Outside retirement accounts.' }),
  taxDeferredSavings: usd('Tax-deferred accounts', 0, { per: 'today', help: '401(k), cash balance, traditional IRA.' }),
  taxFreeSavings: usd('Tax-free accounts', 0, { per: 'today', help: 'Roth accounts.' }),
  contributionAsOwner: usd('Plan contributions as owner', 0, { per: 'a year' }),
  otherIncome: usd('Other household income after tax', 0, { per: 'a year' }),
  otherIncomeUntil: openDay('Other income ends', { byAge: true }),
  spouseBirthDate: openDay('Your spouse’s date of birth', {
    help: 'For required minimum distributions, and under tax law for the larger deductions from age 65.',
  }),
  spouseSoleBeneficiary: yesNo('Your spouse is the sole beneficiary of your tax-deferred accounts', true, {
    help: 'If your spouse is also more than ten years younger, required distributions are smaller (joint-life table).',
  }),
  spouseWages: term(usd('Your spouse’s wages before tax', 0, { per: 'a year' }), { optional: true }),
  spouseWagesUntil: openDay('Your spouse’s wages end', { help: 'Blank: when you retire.' }),
  socialSecurityBasis: choice(
    'Your Social Security',
    { entered: 'the amount on your statement', estimated: 'estimated from your earnings' },
    'entered',
  ),
  socialSecurity: usd('Social Security', 0, { per: 'a year', help: 'In today’s dollars, at your claim date.' }),
  coveredEarnings: usd('Covered earnings, average of your best 35 years', 140_000, {
    per: 'a year',
    help: 'Earnings on which Social Security tax was paid, at today’s wage level; a year without earnings counts as 0.',
  }),
  socialSecurityFrom: openDay('Social Security from', { byAge: true }),
  spouseSocialSecurity: usd('Your spouse’s Social Security', 0, {
    per: 'a year',
    help: 'In today’s dollars, at the claim date.',
  }),
  spouseSocialSecurityFrom: openDay('Your spouse’s Social Security from'),
  nestEggMultiple: factor('Nest egg you need', 1, 100, 25, {
    per: 'a year’s spending in retirement',
    help: 'A rule of thumb alongside the year-by-year plan: 25 times is the 4% rule.',
  }),
  commitments: z
    .array(
      z.object({
        id,
        label: text('Commitment', 80),
        amount: usd('Amount', 0, { per: 'a year' }),
        until: day('Until').default('2035-12-31'),
      }),
    )
    .max(20)
    .default([]),
})
