import { z } from 'zod'
import { choice, factor, growth, id, open, quantity, share, text, usd, whole } from '../field'
import { term, type Values } from '../term'
import { isAssociate, presentJob } from './present-job'
import { building, otherAssets } from './property'

/** The practice: what it collects and costs, its owners, its debts, its sale to a dentist at retirement. */

const inOwnWords = (document: Values): boolean => {
  const { specialty, specialtyInWords } = document['practice'] as Values
  return specialty === 'other' && specialtyInWords !== ''
}

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
  growth: growth('Cost growth', 0.035, { help: 'Wages and supplies have been rising faster than fees.' }),
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

const terminalSale = z.object({
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
  shareOfCollections: term(factor('Share of collections', 0, 3, 0.7, { per: 'collections' }), {
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

export const practice = z.object({
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
  realEstate: building.prefault({}),
  otherAssets,
  terminalSale: terminalSale.prefault({}),
  job: presentJob.prefault({}),
})
