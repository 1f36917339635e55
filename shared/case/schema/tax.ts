import { z } from 'zod'
import { FILING_STATUS_NAMES, STATE_NAMES } from '../../tax/names'
import { choice, id, share, usd, whole, yesNo } from '../field'
import { term } from '../term'

/** Effective rates, state tax included. */
const blended = z.object({
  practice: term(share('Tax on practice profit', 0.36), { unsure: { by: 0.03 } }),
  wages: term(share('Tax on wages', 0.36), { unsure: { by: 0.03 } }),
  ordinary: term(share('Tax on other ordinary income', 0.4), { unsure: { by: 0.03 } }),
  interest: share('Tax on interest', 0.4),
  gain: term(share('Tax on long-term gain', 0.24), { unsure: { by: 0.03 } }),
  passiveGain: term(share('Tax on passive gain', 0.278, { help: 'Including the 3.8% net investment income tax.' }), {
    unsure: { by: 0.03 },
  }),
  deferred: term(share('Tax on withdrawals from plans', 0.25), { unsure: { by: 0.03 } }),
  socialSecurity: share('Tax on Social Security', 0.2),
})

/** Inputs of the federal and state computations other than the paths' own figures. */
const federal = z.object({
  filingStatus: choice('Filing status', FILING_STATUS_NAMES, 'mfj'),
  entity: choice(
    'Your practice is taxed as',
    {
      sole: 'a sole proprietorship, or a company of one',
      partnership: 'a partnership',
      sCorporation: 'an S corporation',
      cCorporation: 'a C corporation',
    },
    'sCorporation',
  ),
  ownerWages: usd('Wages the practice pays you', 180_000, {
    per: 'a year',
    help: 'W-2 pay of an S corporation’s owner; the rest of the profit bears no payroll tax. A C corporation is assumed to pay out all profit as wages.',
  }),
  practiceWages: usd('W-2 wages of the practice', 300_000, {
    per: 'a year',
    help: 'Your share of all wages it pays; they limit the deduction for qualified business income.',
  }),
  entityTax: yesNo('The practice elects the pass-through entity tax', false, {
    help: 'State tax that an S corporation or partnership pays itself, on profit and on what it sells, and deducts without a cap.',
  }),
  deduction: choice(
    'Deductions',
    { greater: 'the greater of standard and itemized', standard: 'the standard deduction' },
    'greater',
  ),
  mortgageInterest: term(usd('Mortgage interest', 0, { per: 'a year' }), { optional: true }),
  propertyTax: term(usd('Property tax', 0, { per: 'a year' }), { optional: true }),
  charity: term(usd('Gifts to charity', 0, { per: 'a year' }), { optional: true }),
  state: choice<Record<string, string>>('State', { other: 'another, or rates of your own', ...STATE_NAMES }, 'other'),
  stateTax: choice(
    'State tax',
    { law: 'by the law of your state, year by year', flat: 'at flat rates that you enter' },
    'law',
    { help: 'Flat rates are used until a state is chosen.' },
  ),
  localRate: term(share('City or county income tax', 0), { optional: true }),
  movesTo: choice<Record<string, string>>('State you move to', { none: 'you stay', ...STATE_NAMES }, 'none', {
    help: 'Only under tax law: your practice and jobs stay where they are; you live elsewhere.',
  }),
  moveYear: whole('year', 'You live there from January of', 2026, 2090, 2035),
  equityGainAfterMove: choice(
    'Gain on stock or an interest, after the move',
    { residence: 'taxed where you live', former: 'still taxed by the state you left' },
    'residence',
    {
      help: 'Gain on a practice’s assets remains taxable where the practice is. States disagree about gain on an interest.',
    },
  ),
  moveSecurity: yesNo('You give security for installments when you move', false, {
    help: 'New York and Connecticut tax the gain in installments that are still owed to you in your last year there, unless you post a bond or other security.',
  }),
  practiceSaleRule: yesNo('Your state’s rule for the sale of a practice applies', false, {
    help: 'Some states exempt gain on the sale of your own practice under certain conditions; ask your CPA whether you qualify.',
  }),
  businessIncomeRule: yesNo('Your state’s rule for business income applies', false, {
    help: 'Ohio and Missouri tax business income less under certain conditions.',
  }),
  stateOrdinary: term(share('State tax on ordinary income', 0.05), { unsure: { by: 0.02 } }),
  stateGain: term(share('State tax on long-term gain', 0.05), { unsure: { by: 0.02 } }),
  applicableRates: z
    .object({
      short: share('Applicable federal rate, up to 3 years', 0.0418, {
        per: 'a year',
        help: 'A note that pays less is taxed as if part of its principal were interest. The lowest rate of the three months ending with the contract month applies.',
      }),
      mid: share('Applicable federal rate, over 3 to 9 years', 0.0449, { per: 'a year' }),
      long: share('Applicable federal rate, over 9 years', 0.0512, { per: 'a year' }),
    })
    .prefault({}),
  underpaymentRate: share('Interest rate on underpaid tax', 0.07, {
    per: 'a year',
    help: 'Due each year on the tax deferred by notes above $5 million (26 U.S.C. §453A).',
  }),
})

export const tax = z.object({
  mode: term(
    choice(
      'How tax is calculated',
      { blended: 'effective rates that you enter', federal: 'by the law, year by year' },
      'blended',
    ),
    { counts: () => true },
  ),
  rates: blended.prefault({}),
  federal: federal.prefault({}),
  changes: z
    .array(z.object({ id, from: whole('year', 'From year', 2025, 2090, 2030), rates: blended.prefault({}) }))
    .max(5)
    .default([]),
})
