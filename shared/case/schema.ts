import { z } from 'zod'
import { FILING_STATUS_NAMES, STATE_NAMES } from '../tax/names'
import {
  choice,
  day,
  factor,
  growth,
  id,
  open,
  openDay,
  openWhole,
  quantity,
  share,
  text,
  usd,
  whole,
  yesNo,
} from './field'
import { offerPartner, partnerSchema } from './partner/schema'
import { dollars, point, term, type Values } from './term'

/**
 * A case: one owner, one practice, the offers. Every field carries its label, unit, bounds and default (field.ts).
 * Money is in US dollars; yearly amounts are in dollars of year 1; rates and shares are fractions.
 * The id of a field as an input of the model is its path, with list elements addressed by id: `offers/harbor/job/rate`.
 */
export const SCHEMA_VERSION = 3

const inOwnWords = (document: Values): boolean => {
  const { specialty, specialtyInWords } = document['practice'] as Values
  return specialty === 'other' && specialtyInWords !== ''
}
const owesSomething = (document: Values): boolean =>
  ((document['practice'] as Values)['debts'] as readonly unknown[]).length > 0

const isAssociate = (_: Values, __: Values, document: Values): boolean =>
  (document['practice'] as Values)['role'] === 'associate'

const cost = z.object({
  id,
  label: text('Name of the cost', 60),
  behaviour: choice(
    'What it moves with',
    {
      all: 'share of all collections',
      doctors: 'share of the doctors’ collections (without hygiene)',
      fixed: 'a fixed amount a year',
    },
    'fixed',
  ),
  share: share('Share of collections', 0, { per: 'of collections' }),
  amount: usd('Amount', 0, { per: 'a year' }),
  growth: growth('Growth of the cost', 0.035, { help: 'Wages and supplies have been rising faster than fees.' }),
  kind: choice('Kind of cost', { lab: 'lab', other: 'other' }, 'other', {
    help: 'Lab costs are sometimes deducted before a doctor’s percentage is applied.',
  }),
})

const adjustment = z.object({
  id,
  label: text('What is added back', 80),
  amount: usd('Amount', 0, { per: 'a year', signed: true }),
  evidence: choice('Evidence', { documented: 'documented', estimated: 'estimated', disputed: 'disputed' }, 'estimated'),
})

const debt = z.object({
  id,
  label: text('Loan', 80, 'Practice loan'),
  balance: usd('Balance', 0, { per: 'on the first day of year 1' }),
  rate: share('Interest rate', 0.07, { per: 'a year' }),
  years: whole('years', 'Years left', 1, 40, 5),
})

/** The job of a doctor who owns no part of the practice: the baseline of an associate's comparison. */
const presentJob = z.object({
  rate: share('Your pay now', 0, {
    per: 'of your collections',
    help: 'Leave it at 0% if you are paid a fixed salary.',
  }),
  basis: term(choice('Paid now on', { collections: 'collections', production: 'production' }, 'collections'), {
    counts: isAssociate,
  }),
  production: usd('Your production at full fees', 0, { per: 'a year', comes: 'by the day' }),
  collectionRatio: share('Part of production that counts', 1),
  labShare: share('Lab costs for your work', 0, {
    per: 'of your collections',
    help: 'Only if a job deducts part of them before your pay is calculated.',
  }),
  labDeducted: share('Part of your lab costs deducted first', 0),
  salary: usd('Salary now', 0, { per: 'a year', help: 'If pay is also a share, this is the least you are paid.' }),
  salaryEscalator: term(growth('Growth of the salary', 0.03), { counts: ({ salary }) => salary !== 0 }),
  dailyGuarantee: usd('Daily guarantee now', 0, { per: 'a day' }),
  bonus: usd('Bonus now', 0, { per: 'a year' }),
  bonusProbability: term(share('Probability of the bonus', 0.5), {
    unsure: { by: 0.3 },
    counts: ({ bonus }) => bonus !== 0,
  }),
  benefits: usd('Benefits now', 0, { per: 'a year', help: 'Health, malpractice and the like, at their worth to you.' }),
  bonusEscalator: term(growth('Growth of bonus and benefits', 0), {
    counts: ({ bonus, benefits }) => bonus !== 0 || benefits !== 0,
  }),
  contributionAsEmployee: usd('Your plan contributions now', 0, { per: 'a year' }),
  employerContribution: usd('Your employer’s plan contributions now', 0, { per: 'a year' }),
})

const practice = z.object({
  role: term(
    choice(
      'Your position',
      { owner: 'I own the practice, or a share of it', associate: 'I am an associate and own no part of it' },
      'owner',
      { help: 'An associate is offered a job with cash and equity; nothing is sold.' },
    ),
    { counts: isAssociate },
  ),
  name: text('Name of the practice', 80, 'My practice'),
  specialty: term(
    choice(
      'Specialty',
      {
        general: 'general dentistry',
        pediatric: 'pediatric dentistry',
        orthodontics: 'orthodontics',
        oralSurgery: 'oral and maxillofacial surgery',
        endodontics: 'endodontics',
        periodontics: 'periodontics',
        dermatology: 'dermatology',
        ophthalmology: 'ophthalmology',
        medicine: 'another medical practice',
        other: 'another specialty, in your own words',
      },
      'general',
    ),
    { counts: (_, __, document) => !inOwnWords(document) },
  ),
  specialtyInWords: term(
    text('Your specialty', 60, '', { help: 'Veterinary medicine, optometry, physical therapy …' }),
    { counts: (_, __, document) => inOwnWords(document) },
  ),
  ownerCollections: term(
    usd('Your own collections', 900_000, {
      per: 'a year',
      comes: 'by the day',
      help: 'Collections for procedures you perform yourself.',
    }),
    { unsure: { part: 0.1 } },
  ),
  partnersCollections: term(usd('Your partners’ collections', 0, { per: 'a year', comes: 'by the week' }), {
    unsure: { part: 0.1 },
  }),
  associateCollections: term(usd('Associates’ collections', 0, { per: 'a year', comes: 'by the week' }), {
    unsure: { part: 0.1 },
  }),
  hygieneCollections: term(usd('Hygiene collections', 300_000, { per: 'a year', comes: 'by the week' }), {
    unsure: { part: 0.1 },
  }),
  feeGrowth: term(growth('Fee growth', 0.025, { help: 'How much more you are paid each year for the same work.' }), {
    unsure: { by: 0.01 },
  }),
  volumeGrowth: term(growth('Volume growth', 0, { help: 'More or fewer visits and procedures each year.' }), {
    unsure: { by: 0.01 },
  }),
  daysNow: quantity('days', 'Clinical days now', 0.5, 7, 4, { per: 'a week' }),
  weeksWorked: quantity('count', 'Weeks worked', 1, 52, 46, { per: 'a year' }),
  hoursPerDay: quantity('hours', 'Hours per clinical day, including office work', 1, 16, 9, { per: 'a day' }),
  taper: z
    .array(
      z.object({
        id,
        age: whole('age', 'From age', 30, 99, 60),
        days: quantity('days', 'Clinical days', 0, 7, 3, { per: 'a week' }),
      }),
    )
    .max(10)
    .default([]),
  costs: z.array(cost).max(30).default([]),
  addBacks: z.array(adjustment).max(30).default([]),
  perks: usd('Perks the practice pays for you', 0, {
    per: 'a year',
    help: 'Car, phone, travel: untaxed income while you own the practice.',
  }),
  family: z
    .array(
      z.object({
        id,
        label: text('Family member on the payroll', 60, 'Spouse'),
        pay: usd('Pay from the practice', 0, {
          per: 'a year',
          help: 'W-2 wages before tax; they are among the costs above and end when you sell.',
        }),
        marketPay: usd('Market pay for that work', 0, {
          per: 'a year',
          help: 'What somebody else would be paid for it. The difference is added back, or deducted, in EBITDA.',
        }),
      }),
    )
    .max(5)
    .default([])
    .meta({ label: 'Family on the payroll', unit: 'text' }),
  capex: term(usd('Capital expenditures (equipment, build-out)', 30_000, { per: 'a year' }), { unsure: { part: 0.5 } }),
  managerCost: usd('Cost of a manager in your place', 0, { per: 'a year' }),
  replacementRate: share('Market pay for your work', 0.3, {
    per: 'of collections',
    help: 'What a doctor hired in your place would be paid.',
  }),
  rentToMarket: usd('Rent above market', 0, { per: 'a year', signed: true }),
  staffToMarket: usd('Staff pay above market', 0, {
    per: 'a year',
    signed: true,
    help: 'Without the family members that you list by themselves.',
  }),
  debts: z.array(debt).max(10).default([]),
  ownershipShare: share('Your share of the practice', 1, { per: 'of the practice' }),
  ownersPayRate: share('Owners’ draw before the split', 0, {
    per: 'of own collections',
    help: 'With partners: the percentage of their own collections that each owner draws first. 0 for a sole owner.',
  }),
  books: z
    .object({
      reportedEbitda: open('usd', 'EBITDA in the books', -1e10, 1e10, { per: 'a year' }),
      ownersPay: usd('Owners’ pay in the books', 0, {
        per: 'a year',
        help: 'W-2 pay including payroll tax and owners’ plan contributions; 0 if owners take draws.',
      }),
      oneOffs: z.array(adjustment).max(30).default([]),
    })
    .prefault({}),
  basis: usd('Tax basis of the practice', 0, { help: 'Your share of cost not yet depreciated or amortized.' }),
  assets: z
    .object({
      equipmentBasis: usd('Equipment: basis', 0, {
        help: 'Your share of cost less depreciation; part of the tax basis.',
      }),
      equipmentDepreciation: usd('Equipment: depreciation taken', 0, {
        help: 'Gain up to this amount is ordinary income in the year of sale.',
      }),
      suppliesBasis: usd('Supplies: basis', 0),
      intangiblesBasis: usd('Purchased goodwill: original basis', 0),
      intangiblesAmortised: usd('Purchased goodwill: amortization taken', 0),
    })
    .prefault({}),
  realEstate: z
    .object({
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
    .prefault({}),
  otherAssets: z
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
          help: 'Equipment and receivables inside a company (26 U.S.C. 751); not of a building.',
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
    .meta({ label: 'Other assets', unit: 'text' }),
  terminalSale: z
    .object({
      method: term(
        choice(
          'Sale to a dentist at retirement',
          {
            collections: 'a share of collections',
            discretionary: 'a multiple of discretionary earnings',
            ebitda: 'a multiple of adjusted EBITDA',
            amount: 'an amount',
            none: 'no sale: the practice closes',
          },
          'collections',
        ),
        { counts: () => true },
      ),
      shareOfCollections: term(factor('Share of collections', 0, 3, 0.7, { per: 'of collections' }), {
        unsure: { by: 0.15 },
      }),
      multiple: term(factor('Multiple', 0, 30, 2), { unsure: { by: 0.5 } }),
      amount: term(usd('Price'), { unsure: { part: 0.2 } }),
      probability: term(share('Probability of a sale', 0.85), { unsure: { by: 0.2 } }),
      sellingCosts: term(share('Selling costs', 0.08, { per: 'of the price' }), { unsure: { by: 0.02 } }),
      exitCosts: term(
        usd('Costs of leaving', 0, { help: 'Tail coverage and similar costs; owed whether or not it sells.' }),
        {
          unsure: { part: 0.5 },
        },
      ),
      windDownCost: term(usd('Wind-down cost if there is no buyer', 0), { unsure: { part: 0.5 } }),
      ordinaryShare: share('Portion of the price taxed as ordinary income', 0.1),
    })
    .prefault({}),
  job: presentJob.prefault({}),
})

const owner = z.object({
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
    per: 'of a year’s spending in retirement',
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

const assumptions = z.object({
  startYear: whole('year', 'First year of the plan', 2025, 2060, 2027),
  inflation: term(growth('Inflation', 0.025), { unsure: { by: 0.01 } }),
  discountRate: term(
    growth('Discount rate', 0.08, {
      help: 'One rate for all paths; uncertainty is handled with probabilities, not with a higher rate.',
    }),
    { unsure: { by: 0.02 } },
  ),
  timing: term(
    choice('Timing of annual amounts', { mid: 'in the middle of the year', end: 'at the end of the year' }, 'mid'),
    { counts: () => true },
  ),
  return: term(growth('Return on investments', 0.055), { unsure: { by: 0.015 } }),
  drag: term(share('Tax drag on the return', 0.15, { help: 'The portion of the return lost to tax each year.' }), {
    unsure: { by: 0.05 },
  }),
})

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
    help: 'Due each year on the tax deferred by notes above $5 million (26 U.S.C. 453A).',
  }),
})

const tax = z.object({
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

export const CAUSES = ['retirement', 'resignation', 'death', 'disability', 'dismissal'] as const

/** The share of remaining payments kept on leaving before the term ends, by the cause of leaving. */
const keptOnLeaving = z.object({
  retirement: share('Kept on retiring early', 1),
  resignation: share('Kept on resigning', 0),
  death: share('Kept on death', 1),
  disability: share('Kept on disability', 1),
  dismissal: share('Kept on dismissal for cause', 0),
})

/** Vesting, and the discount at which the buyer may call equity when the owner leaves before its exit. */
const leaverTerms = {
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

/** Common to all deferred payments: their probability, and what is kept on leaving early. */
const certainty = (probability: number, by: number) => ({
  probability: term(share('Probability of payment', probability), { unsure: { by } }),
  unconditional: term(
    yesNo('Unconditional', false, {
      help: 'If no condition is attached and the probability is 100%, it counts in the noncontingent view.',
    }),
    { counts: ({ unconditional }) => unconditional === true },
  ),
  keptOnLeaving: keptOnLeaving.prefault({}),
})
const amountOf = (name: string) => ({
  basis: choice('Stated as', { share: 'share of the price', fixed: 'dollars' }, 'share'),
  share: term(share('Share of the price', 0.1, { per: 'of the price' }), { ask: point(name) }),
  amount: term(usd('Amount'), { ask: dollars(name, 10_000) }),
})

const escrow = z.object({
  id,
  kind: z.literal('escrow'),
  label: text('Name', 60, 'Escrow'),
  ...amountOf('escrow'),
  months: term(whole('months', 'Released after', 0, 120, 18, { per: 'from closing' }), {
    ask: { step: 6, label: 'release of the escrow after' },
  }),
  ...certainty(0.9, 0.2),
})
const note = z.object({
  id,
  kind: z.literal('note'),
  label: text('Name', 60, 'Seller note'),
  ...amountOf('seller note'),
  rate: term(share('Interest rate', 0.06, { per: 'a year' }), { ask: point('interest on the note', 0.5) }),
  repayment: term(
    choice(
      'Repayment',
      { level: 'level yearly payments', interestOnly: 'interest only, principal at the end' },
      'level',
    ),
    { counts: () => true },
  ),
  years: term(whole('years', 'Term', 1, 30, 5), { ask: { step: 1, label: 'term of the note' } }),
  ...certainty(0.95, 0.1),
})
const byMetric = ({ measuredBy }: Values): boolean => measuredBy === 'metric'
const byGrowth = ({ basis }: Values): boolean => basis === 'growth'
const earnOut = z.object({
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
    choice('Expected payment by', { probability: 'its chance', metric: 'the projected result' }, 'probability'),
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
const outcome = z.object({
  id,
  label: text('Outcome', 60, 'Exit'),
  probability: share('Chance', 0.25),
  multiple: factor('Multiple of invested capital', 0, 20, 1),
  exitEbitda: usd('EBITDA of the parent at the exit', 0, { per: 'a year', signed: true }),
  exitMultiple: factor('Exit multiple', 0, 30, 10, { per: 'of EBITDA' }),
  netDebt: usd('Net debt of the parent at the exit', 0, { signed: true }),
})
const rolled = z.object({
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
      help: 'If held long enough: more than one year, or more than three if 26 U.S.C. 1061 applies. Otherwise its gain is taxed like interest.',
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
        cashed: share('Part cashed', 1),
      }),
    )
    .max(4)
    .default([]),
  keptOnLeaving: keptOnLeaving.prefault({}),
  ...leaverTerms,
})

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

export const component = z.discriminatedUnion('kind', [escrow, note, earnOut, rolled])

const offer = z.object({
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
  price: z
    .object({
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
        ask: point('cut by the buyer’s accountants'),
        unsure: { by: 0.05 },
      }),
      multiple: term(factor('Multiple', 0, 30, 6, { per: 'of EBITDA' }), { ask: { step: 0.1, label: 'multiple' } }),
      amount: term(usd('Price of the whole practice'), { ask: dollars('price', 10_000) }),
    })
    .prefault({}),
  shareSold: term(share('Share sold', 1, { per: 'of the practice' }), { ask: point('share sold') }),
  components: z.array(component).max(20).default([]),
  costs: z
    .object({
      broker: term(share('Broker', 0.05, { per: 'of the price' }), { ask: point('broker') }),
      legal: term(usd('Legal and accounting', 25_000), { ask: dollars('legal and accounting', 5_000) }),
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
    .prefault({}),
  staffBonus: z
    .object({
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
    .prefault({}),
  tail: z
    .object({
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
    .prefault({}),
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
  allocation: z
    .object({
      equipment: share('Equipment', 0.1, { per: 'of the price' }),
      supplies: share('Supplies', 0.02, { per: 'of the price' }),
      covenant: share('Covenant not to compete', 0.03, { per: 'of the price' }),
      intangibles: share('Purchased goodwill', 0, { per: 'of the price' }),
      personalGoodwill: share('Personal goodwill', 0, {
        per: 'of the gain',
        help: 'C corporation only: goodwill you sell personally is taxed once. Courts decide case by case; ask your CPA.',
      }),
    })
    .prefault({}),
  retained: z
    .object({
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
        choice(
          'Who controls the practice',
          { auto: 'whoever holds more than half', yes: 'you', no: 'the buyer' },
          'auto',
        ),
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
    .prefault({}),
  realEstate: z
    .object({
      sold: yesNo('The building is sold with the practice', false),
      price: open('usd', 'Price of the building', 0, 1e10, { help: 'Blank: its value at closing.' }),
      netRent: open('usd', 'Net rent after closing', 0, 1e10, { per: 'a year', help: 'Blank: as before.' }),
    })
    .prefault({}),
  fee: z
    .object({
      kind: term(
        choice(
          'Management fee',
          {
            none: 'none',
            collections: 'share of collections',
            ebitda: 'share of EBITDA before the fee',
            fixed: 'fixed amount',
            costPlus: 'costs taken over, plus a markup',
            tiers: 'share of collections in tiers',
          },
          'none',
        ),
        { counts: () => true },
      ),
      share: term(share('Management fee', 0.07, { per: 'of collections' }), { ask: point('management fee', 0.5) }),
      amount: term(usd('Fixed fee', 0, { per: 'a year' }), { ask: dollars('management fee', 5_000) }),
      escalator: term(growth('Annual escalator on the fixed fee', 0.03), { ask: point('escalator of the fee', 0.5) }),
      markup: term(share('Markup', 0.1, { per: 'of the costs taken over' }), { ask: point('markup on costs') }),
      tiers: z
        .array(
          z.object({
            id,
            from: usd('Collections above', 0, { per: 'a year' }),
            share: term(share('Fee', 0.07), { ask: point('management fee in a tier', 0.5) }),
          }),
        )
        .max(6)
        .default([]),
      minimum: term(open('usd', 'Minimum fee', 0, 1e10, { per: 'a year' }), { ask: dollars('minimum fee', 5_000) }),
      maximum: term(open('usd', 'Maximum fee', 0, 1e10, { per: 'a year' }), { ask: dollars('maximum fee', 5_000) }),
    })
    .prefault({}),
  operations: z
    .object({
      payerUplift: term(share('Better payer contracts', 0, { per: 'of collections' }), { unsure: { by: 0.02 } }),
      volumeUplift: term(growth('More or fewer visits', 0, { per: 'of collections' }), { unsure: { by: 0.02 } }),
      rampYears: term(whole('years', 'Reached after', 1, 10, 3), {
        counts: ({ payerUplift, volumeUplift, takeovers }) =>
          payerUplift !== 0 ||
          volumeUplift !== 0 ||
          (takeovers as { saving: number }[]).some(({ saving }) => saving !== 0),
      }),
      takeovers: z
        .array(
          z.object({
            id,
            cost: id.meta({ label: 'Cost line', unit: 'text' }),
            takenOver: share('Taken over by the buyer', 0),
            saving: term(share('Saving on the rest', 0), { unsure: { by: 0.05 } }),
          }),
        )
        .max(30)
        .default([]),
    })
    .prefault({}),
  job: z
    .object({
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
      salary: term(
        usd('Salary', 0, { per: 'a year', help: 'If pay is a percentage, this is your guaranteed minimum.' }),
        {
          ask: dollars('salary', 5_000),
        },
      ),
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
    .prefault({}),
  leaving: z
    .object({
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
    .prefault({}),
  assetsSold: z
    .array(
      z.object({
        id,
        asset: id.meta({ label: 'Asset', unit: 'text' }),
        on: openDay('Sold on', { help: 'Blank: at closing.' }),
        price: term(open('usd', 'Price of the asset', 0, 1e10, { help: 'Blank: its value on that day.' }), {
          ask: dollars('price of the other asset', 10_000),
          counts: () => true,
        }),
        down: term(share('Paid on that day', 1, { per: 'of the price', help: 'The rest is paid in installments.' }), {
          ask: point('part of the other asset’s price paid at once', 5),
        }),
        years: term(whole('years', 'Installments over', 1, 30, 5), {
          ask: { step: 1, label: 'installments of the other asset over' },
          counts: ({ down }) => (down as number) < 1,
        }),
        rate: term(share('Interest on the installments', 0.06, { per: 'a year' }), {
          ask: point('interest on the other asset’s installments', 0.5),
          counts: ({ down }) => (down as number) < 1,
        }),
        probability: term(share('Chance that the installments are paid', 0.95), {
          unsure: { by: 0.1 },
          counts: ({ down }) => (down as number) < 1,
        }),
      }),
    )
    .max(6)
    .default([])
    .meta({ label: 'Other assets sold with the practice', unit: 'text' }),
  familyStays: z
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
    .meta({ label: 'Family that stays on after the sale', unit: 'text' }),
  consulting: z
    .object({
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
    .prefault({}),
  gapPay: usd('Other pay until retirement', 0, { per: 'a year' }),
  /** What the letter says that no figure rests on, as questions for the attorney. */
  attorney: z
    .array(
      z.object({
        id,
        topic: text('Question for your attorney', 500),
        words: text('What the letter says', 1000),
        place: text('Where', 200),
      }),
    )
    .max(40)
    .default([])
    .meta({ label: 'Questions for your attorney', unit: 'text' }),
  /** What a letter says and no figure uses: for the attorney. */
  letter: z
    .object({
      nonCompete: text('Non-compete: where and how long', 120, '', {
        help: '15 miles of the office, 5 years after you leave.',
      }),
      nonSolicit: text('Non-solicitation of patients and staff', 120),
      indemnityCap: text('Cap on your indemnity', 120, '', { help: '10% of the price; the whole price for fraud.' }),
      indemnitySurvival: text('Your representations survive', 120, '', {
        help: '18 months; tax and title for 6 years.',
      }),
      exclusivity: text('Exclusivity (no shop)', 120, '', { help: '90 days from signature.' }),
      termination: text('Termination of your employment', 200, '', {
        help: 'Who may end it, with what notice, and for what cause.',
      }),
      lease: text('Lease of the office', 200, '', { help: 'Term, renewals, rent, who may assign it.' }),
      debtGuaranty: choice(
        'Your personal guaranty of the practice’s debt',
        {
          unknown: 'not stated',
          none: 'you have given none',
          released: 'is released at closing',
          stays: 'stays with you after the sale',
        },
        'unknown',
      ),
    })
    .prefault({}),
  note: text('Notes', 4000),
  /** No figure depends on it. */
  partner: offerPartner.prefault({} as never),
})

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
  shareOfCollections: term(factor('Share of collections', 0, 3, 0.7, { per: 'of collections' }), {
    unsure: { by: 0.15 },
  }),
  multiple: term(factor('Multiple', 0, 30, 2), { unsure: { by: 0.5 } }),
  amount: term(usd('Price of the whole practice'), { unsure: { part: 0.2 } }),
}

/** Paths other than keeping and the offers. */
const alternatives = z.object({
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

/**
 * Uncertainty for the simulation; no figure of the plan depends on it. A spread is the
 * standard deviation around the figure entered for the thing itself.
 */
const risk = z.object({
  draws: whole('count', 'Draws', 100, 20_000, 10_000, { help: 'Number of simulated futures.' }),
  seed: whole('count', 'Seed', 0, 2_147_483_647, 1, { help: 'The same seed reproduces the same futures.' }),
  returns: choice(
    'Returns',
    {
      lognormal: 'each year by itself, lognormal around the return entered',
      studentT: 'each year by itself, with more very bad and very good years (Student’s t)',
      history: 'runs of five years of United States history, with their inflation',
    },
    'lognormal',
  ),
  volatility: share('Volatility of the annual return', 0.11, { per: 'a year' }),
  degreesOfFreedom: whole('count', 'Degrees of freedom of Student’s t', 5, 8, 6, {
    help: 'Fewer degrees make very bad and very good years more frequent at the same volatility.',
  }),
  stockShare: share('Part in stocks', 0.6, {
    per: 'of savings',
    help: 'For historical returns; the rest is in ten-year government bonds.',
  }),
  feeGrowthSpread: share('Spread of fee growth', 0.01, { per: 'a year' }),
  costGrowthSpread: share('Spread of the growth of costs', 0.01, {
    per: 'a year',
    help: 'All costs grow faster or slower by the same amount.',
  }),
  privatePriceSpread: share('Spread of the price to a dentist', 0.2, { per: 'of the price' }),
  exitMultipleSpread: share('Spread of multiples at later exits', 0.25, { per: 'of the multiple' }),
  chances: choice(
    'Contingent payments',
    { drawn: 'is paid or is not, draw by draw', expected: 'counts by its chance in every draw' },
    'drawn',
  ),
  mortality: choice('Mortality of', { average: 'men and women, the average', women: 'women', men: 'men' }, 'average'),
  mortalityScale: factor('Mortality relative to the population', 0, 2, 0.75, { help: '0 leaves deaths out.' }),
  disabilityRate: share('Probability of disability', 0.004, {
    per: 'a year before retirement',
    help: 'A disability that ends your work; 0 ignores it.',
  }),
})

/** Where a value came from. An unconfirmed field is `assumed`. */
export const origin = z.enum(['entered', 'letter of intent', 'assumed'])

/** Where a value was read. It applies only as long as the field has this value. */
const quote = z.object({
  /** Name of the file. */
  document: z.string().max(200),
  /** Id under which the document is kept with the case; null where it is not. */
  kept: z.string().max(40).nullable().default(null),
  /** "p. 2", or cells: "B17 B18". */
  place: z.string().max(200),
  words: z.string().max(1000),
  value: z.union([z.number(), z.string().max(4000), z.boolean(), z.null()]),
})

export const caseSchema = z.object({
  app: z.literal('sell-or-stay').default('sell-or-stay'),
  schemaVersion: z.literal(SCHEMA_VERSION).default(SCHEMA_VERSION),
  name: text('Name of the case', 80, 'New case'),
  sample: z.boolean().default(false),
  practice: practice.prefault({}),
  owner: owner.prefault({}),
  assumptions: assumptions.prefault({}),
  tax: tax.prefault({}),
  offers: z.array(offer).max(8).default([]),
  alternatives: alternatives.prefault({}),
  risk: risk.prefault({}),
  /** No figure rests on it. */
  partner: partnerSchema.prefault({}),
  /** Path of a field → where its value came from; a path that is missing is assumed. */
  origins: z.record(z.string(), origin).default({}),
  /** Path of a field → the words of a document from which its value was taken. */
  quotes: z.record(z.string().max(300), quote).default({}),
})

export type Case = z.output<typeof caseSchema>
export type Practice = Case['practice']
export type Offer = Case['offers'][number]
export type Component = z.output<typeof component>
export type Cost = Practice['costs'][number]
export type Origin = z.output<typeof origin>
export type Quote = z.output<typeof quote>
