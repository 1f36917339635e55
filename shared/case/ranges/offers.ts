import {
  byCause,
  dealMultiple,
  doctorsPay,
  exitMultiple,
  fromTheLetter,
  leaving,
  ordinaryShare,
  privateMultiple,
  privateSellingCosts,
  privateShareOfCollections,
  sellersPay,
  yours,
} from './common'
import { assumed, type Entries } from './range'
import { sources } from './sources'

const CALL_DISCOUNT = '0: bought at its value; calls at a discount exist, and no published figure was found.'

const price: Entries = {
  'offers/price/ebitda': fromTheLetter('Blank: your practice’s adjusted EBITDA.'),
  'offers/price/qualityOfEarningsCut': assumed(
    '0 until the buyer’s accountants have been; in one dermatology sale they took almost $1 million off a price of $9.75 million.',
    { low: 0, high: 0.2, sources: [sources.tusk] },
  ),
  'offers/price/multiple': dealMultiple,
  'offers/price/amount': fromTheLetter(),
  'offers/shareSold': {
    bands: [
      {
        of: 'a joint venture',
        low: 0.51,
        high: 0.9,
        when: { structure: ['jointVenture', 'hybrid'] },
        note: 'Buyers take 51–90%, usually 60% or more; the owner keeps the rest.',
        sources: [sources.jointVentures, sources.fortyOneThirteenEquity],
      },
    ],
    otherwise: assumed(
      'All of it in a full sale or a rollover into the parent, nothing where only services are bought.',
    ),
  },
  'offers/costs/broker': {
    bands: [
      {
        low: 0.06,
        high: 0.1,
        note: 'For larger practices; no figure for sales to groups alone was found, and without a broker it is 0.',
        sources: [sources.precisionBrokers, sources.omni],
      },
    ],
  },
  'offers/costs/legal': assumed(
    'No figure for sales to groups was found; the attorney of a sale between dentists costs $4,000–10,000, and a group’s contracts and accountants cost more.',
    { low: 10_000, high: 80_000, sources: [sources.omni] },
  ),
  'offers/costs/audit': fromTheLetter('0: buyers usually pay for their own accountants.'),
  'offers/staffBonus/amount': yours('0 unless you promise one; it comes out of your price.'),
  'offers/staffBonus/share': yours('0 unless you promise one; it comes out of your price.'),
  'offers/tail/amount': yours('Ask your malpractice insurer for a quote; it starts at 0.'),
  'offers/costs/workingCapital': assumed(
    '0, as if delivered as agreed. An adjustment clause stands in about 93% of deals of all industries, and the median adjustment is about 1% of the price.',
    { sources: [sources.workingCapital, sources.precision] },
  ),
  'offers/costs/receivables': yours(
    'Take it from the report of open accounts, at what is usually collected of them; it starts at 0.',
  ),
  'offers/ordinaryShare': ordinaryShare,
  'offers/allocation/equipment': assumed('Planners commonly put 10–15% of a dental price on equipment.', {
    low: 0.05,
    high: 0.2,
    sources: [sources.omni],
  }),
  'offers/allocation/supplies': assumed('Commonly 1–3% of the price.', { low: 0, high: 0.04, sources: [sources.omni] }),
  'offers/allocation/covenant': assumed('Commonly 0–5% of the price; every dollar of it is ordinary income to you.', {
    low: 0,
    high: 0.1,
    sources: [sources.omni],
  }),
  'offers/allocation/intangibles': assumed('0, unless you once bought goodwill and have amortized it.'),
  'offers/allocation/personalGoodwill': assumed(
    '0: it is never taken for granted. Martin Ice Cream (1998) allowed it, Howard (2011) denied it to a dentist with a covenant.',
  ),
  'offers/retained/stated/contractYear': yours('As the offer states it.'),
  'offers/retained/stated/amount': yours('As the offer states it.'),
  'offers/realEstate/price': yours('As the offer states it.'),
  'offers/realEstate/netRent': yours('Rent of the new lease less what the building costs you.'),
}

const components: Entries = {
  'offers/components/escrow/share': {
    bands: [
      {
        of: 'dental groups',
        low: 0.1,
        high: 0.2,
        note: 'Dental holdbacks are commonly about 20%; over all industries the median escrow is about 10%.',
        sources: [sources.ddsLawyers, sources.srsEscrow],
      },
    ],
  },
  'offers/components/escrow/amount': fromTheLetter(),
  'offers/components/escrow/months': {
    bands: [
      {
        low: 15,
        high: 36,
        note: 'About 15 months over all industries; 24–36 are named for dental deals.',
        sources: [sources.srsEscrow, sources.precision],
      },
    ],
  },
  'offers/components/escrow/probability': assumed(
    'No rate of release was found; most of an escrow is released, and claims take a part. A holdback with targets deserves less.',
    { low: 0.6, high: 1 },
  ),
  ...leaving('offers/components/escrow/keptOnLeaving', 'No published figure.'),

  'offers/components/note/share': fromTheLetter('No published range; 10% stands in.'),
  'offers/components/note/amount': fromTheLetter(),
  'offers/components/note/rate': assumed(
    'No published range; 6% is below a bank’s rate. Too low a rate is raised by the tax law.',
    {
      low: 0.03,
      high: 0.09,
    },
  ),
  'offers/components/note/years': fromTheLetter('No published range; five years stand in.'),
  'offers/components/note/probability': assumed(
    'A note is only as good as the buyer, and usually behind the bank; no rate of default was found, so 95% stands in.',
    { low: 0.7, high: 1, sources: [sources.overTime] },
  ),
  ...leaving('offers/components/note/keptOnLeaving', 'Some notes run with the job and are lost in part on a breach.', [
    sources.overTime,
  ]),

  'offers/components/earnOut/share': {
    bands: [
      {
        low: 0.1,
        high: 0.3,
        note: 'A dermatology case had 10%; over all industries the median is about 30% of the price.',
        sources: [sources.tusk, sources.earnOutGuide],
      },
    ],
  },
  'offers/components/earnOut/amount': fromTheLetter(),
  'offers/components/earnOut/months': {
    bands: [
      {
        of: 'dental groups',
        low: 24,
        high: 60,
        note: 'Two to five years in dental offers; over all industries more than 60% are shorter than two years.',
        sources: [sources.fortyOneThirteen, sources.earnOutGuide],
      },
    ],
  },
  'offers/components/earnOut/floor': fromTheLetter('0: paid from the first dollar of the result on.'),
  'offers/components/earnOut/target': fromTheLetter('One known case asked for 15% of growth, all or nothing.'),
  'offers/components/earnOut/growthShare': fromTheLetter('No published range; 20% stands in.'),
  'offers/components/earnOut/growthFrom': fromTheLetter('The result that the letter calls the base.'),
  'offers/components/earnOut/bestResult': yours(
    'The letter sets no limit, so the maximum view rests on your own figure; blank: the projected result.',
  ),
  'offers/components/earnOut/targets/months': fromTheLetter('Yearly targets are usually paid once the year is closed.'),
  'offers/components/earnOut/targets/target': fromTheLetter(),
  'offers/components/earnOut/targets/part': fromTheLetter('All shares total 100%.'),
  'offers/components/earnOut/probability': {
    bands: [
      {
        of: 'all industries',
        low: 0.21,
        high: 0.6,
        note: '21 cents were collected for each dollar; 21% pay the maximum and about 60% something. No dental figure was found.',
        sources: [sources.achievability, sources.earnOutTrends],
      },
    ],
  },
  ...leaving('offers/components/earnOut/keptOnLeaving', 'Earn-outs commonly need you to stay.', [
    sources.fortyOneThirteen,
  ]),

  'offers/components/rolled/share': {
    bands: [
      {
        low: 0.1,
        high: 0.3,
        note: 'Of the price. Ask whether the letter means the price or the new equity: with debt above you these differ.',
        sources: [sources.alabamaMedicine],
      },
      {
        of: 'dental groups, by an analyst for sellers',
        low: 0.2,
        high: 0.4,
        aside: true,
        note: 'Higher shares go with platforms.',
        sources: [sources.precision],
      },
    ],
  },
  'offers/components/rolled/amount': fromTheLetter(),
  'offers/components/rolled/platform/value': fromTheLetter(
    'Ask the buyer for it; without it the share of the equity is not known.',
  ),
  'offers/components/rolled/platform/debt': assumed(
    'Ask the buyer for it. Platforms have carried 5–6 times their EBITDA, and 0 would be the kindest reading.',
    { sources: [sources.leverage] },
  ),
  'offers/components/rolled/platform/newEquity': fromTheLetter('Blank: value less debt.'),
  'offers/components/rolled/exitMonths': {
    bands: [
      {
        low: 36,
        high: 84,
        note: 'Three to seven years are named, about five most often; in 2024 and 2025 few recapitalizations happened.',
        sources: [sources.precision, sources.stuckGroups],
      },
    ],
  },
  'offers/components/rolled/dilution': {
    bands: [
      {
        low: 0.3,
        high: 0.6,
        note: 'By acquisitions paid in units, option pools and recapitalizations over a holding period; a claim, not a survey. 0 is the kindest reading.',
        sources: [sources.dilution],
      },
    ],
  },
  'offers/components/rolled/preferenceAmount': fromTheLetter('0: no class ahead of yours.'),
  'offers/components/rolled/preferenceMultiple': {
    bands: [
      {
        low: 1,
        high: 3,
        note: 'Once is the mildest; three times stood in one dermatology offer.',
        sources: [sources.tusk],
      },
    ],
  },
  'offers/components/rolled/preferenceAccrual': assumed(
    '0 unless the letter says so; about 8% a year is common where there is one.',
    {
      low: 0,
      high: 0.1,
      sources: [sources.katten],
    },
  ),
  'offers/components/rolled/preferenceShare': fromTheLetter('Blank: its share of the new equity, diluted.'),
  'offers/components/rolled/outcomes/probability': assumed(
    'No record of what doctors were paid for rolled equity was found, so the table spreads from nothing to three times, and nothing is a legitimate outcome.',
    { sources: [sources.stuckGroups] },
  ),
  'offers/components/rolled/outcomes/multiple': assumed(
    'Practices bought at 4–7 times are resold at 1.5–2 times that multiple when all goes well, before debt, dilution and preference; nothing is possible.',
    { low: 0, high: 3, sources: [sources.arbitrage, sources.stuckGroups] },
  ),
  'offers/components/rolled/outcomes/exitEbitda': fromTheLetter(
    'Ask the buyer for today’s figure and for the growth of the same practices.',
  ),
  'offers/components/rolled/outcomes/exitMultiple': exitMultiple,
  'offers/components/rolled/outcomes/netDebt': assumed(
    'Ask the buyer for today’s figure. Platforms have carried 5–6 times their EBITDA.',
    { sources: [sources.leverage] },
  ),
  'offers/components/rolled/cashedAtExit': fromTheLetter('All, so that no further round is counted on.'),
  'offers/components/rolled/recapitalisations/months': assumed(
    'Four years after the first exit, as another holding period.',
  ),
  'offers/components/rolled/recapitalisations/multiple': assumed('1: no gain is counted on in a second round.', {
    low: 0,
    high: 2,
  }),
  'offers/components/rolled/recapitalisations/cashed': assumed(
    'All of what is left, so that no third round is counted on.',
  ),
  ...leaving(
    'offers/components/rolled/keptOnLeaving',
    'The parent may often call the units, at a discount or at its own valuation.',
    [sources.buyback],
  ),
  'offers/components/rolled/grantShare': fromTheLetter('No published range; 1% stands in.'),
  'offers/components/rolled/threshold': fromTheLetter('Usually the value of the equity when the units are granted.'),
  'offers/components/rolled/vestingYears': fromTheLetter('No published range; four years stand in.'),
  ...byCause('offers/components/rolled/callDiscount', CALL_DISCOUNT, [sources.buyback]),
}

const afterSale: Entries = {
  'offers/retained/payoutRatio': fromTheLetter(
    'All profit is taken to be paid out, as a joint venture usually does each quarter.',
  ),
  'offers/retained/exitMonths': fromTheLetter('Blank: at retirement.'),
  'offers/retained/exitMultiple': fromTheLetter('Blank: the entry multiple.'),
  'offers/retained/minorityDiscount': assumed(
    '0 unless the letter says so; a call at a discount is a known way to lose value.',
    {
      low: 0,
      high: 0.35,
      sources: [sources.buyback],
    },
  ),
  'offers/retained/probability': assumed(
    'A right to be bought out is rare and nothing quantified was found, so the exit is taken as likely but not certain.',
    { low: 0.5, high: 1 },
  ),
  'offers/retained/vestingYears': fromTheLetter('No published range; four years stand in.'),
  ...leaving('offers/retained/keptOnLeaving', 'Of what is not vested.'),
  ...byCause('offers/retained/callDiscount', CALL_DISCOUNT, [sources.buyback]),
  'offers/fee/share': assumed(
    'No audited range for dentistry was found, and a valuer says that there is no benchmark because scope differs; ask which of today’s costs it replaces.',
    { low: 0.04, high: 0.12, sources: [sources.buckheadFee] },
  ),
  'offers/fee/amount': assumed('No benchmark exists, because scope differs; the letter of intent says it.', {
    sources: [sources.buckheadFee],
  }),
  'offers/fee/escalator': assumed('A little above inflation; no published figure was found.', {
    low: 0.02,
    high: 0.05,
  }),
  'offers/fee/markup': assumed('10%; a valuer’s illustration has 30%, and no benchmark exists.', {
    low: 0.05,
    high: 0.3,
    sources: [sources.buckheadFee],
  }),
  'offers/fee/tiers/from': fromTheLetter(),
  'offers/fee/tiers/share': assumed('No benchmark exists, because scope differs; the letter of intent says it.', {
    sources: [sources.buckheadFee],
  }),
  'offers/fee/minimum': fromTheLetter('Blank: no minimum.'),
  'offers/fee/maximum': fromTheLetter('Blank: no maximum.'),
  'offers/operations/payerUplift': assumed(
    '0: promised, not yet delivered. Ask doctors who joined two years ago what they got.',
    {
      low: 0,
      high: 0.08,
    },
  ),
  'offers/operations/volumeUplift': assumed(
    '0: promised, not yet delivered. Ask doctors who joined two years ago what they got.',
    {
      low: -0.05,
      high: 0.08,
    },
  ),
  'offers/operations/rampYears': assumed(
    'Contracts and purchasing change over about three years; no published figure was found.',
  ),
  'offers/operations/takeovers/takenOver': fromTheLetter('0 until the list of services is there.'),
  'offers/operations/takeovers/saving': assumed('0: promised, not yet delivered.', { low: 0, high: 0.15 }),
  'offers/job/rate': sellersPay,
  'offers/job/laterRate': sellersPay,
  'offers/job/laterFrom': fromTheLetter('Pay is often reset after the first years.'),
  'offers/job/production': yours('Take it from your own reports: work at full fees before write-offs.'),
  'offers/job/collectionRatio': yours('Take it from your own reports: collections divided by production at full fees.'),
  'offers/job/labDeducted': assumed(
    '0 unless the contract says so; where lab and supplies are deducted the effective rate falls by 10–15%.',
    { low: 0, high: 1, sources: [sources.jaffeContract] },
  ),
  'offers/job/salary': fromTheLetter('0: you are paid a share.'),
  'offers/job/bonusEscalator': fromTheLetter('Dollars of a contract stay flat unless it says that they grow.'),
  'offers/job/salaryEscalator': fromTheLetter('As costs of pay in general; no published figure was found.'),
  'offers/job/dailyGuarantee': {
    bands: [
      {
        of: 'associates in dentistry',
        low: 500,
        high: 1_000,
        note: 'Or the share of collections, whichever is higher; 0 where the contract has none.',
        sources: [sources.jaffeContract],
      },
    ],
  },
  'offers/job/bonus': fromTheLetter('0 unless the letter names one.'),
  'offers/job/bonusProbability': assumed('Even odds, because no rate of payment was found.', { low: 0, high: 1 }),
  'offers/job/benefits': fromTheLetter('Count health, malpractice and the like at what they would cost you.'),
  'offers/job/days': fromTheLetter('Blank: as if kept.'),
  'offers/job/termYears': {
    bands: [
      {
        low: 2,
        high: 5,
        note: 'Usually three to five years, five in large groups.',
        sources: [sources.incisalEdge, sources.newtonsLaw],
      },
    ],
  },
  'offers/job/contributionAsEmployee': {
    bands: [
      {
        low: 0,
        high: 35_750,
        note: 'The limit is $24,500, $8,000 more from 50 and $11,250 more from 60 to 63.',
        sources: [sources.planLimits],
      },
    ],
  },
  'offers/job/employerContribution': {
    bands: [
      {
        low: 0,
        high: 47_500,
        note: 'All contributions together may reach $72,000; most employers give far less.',
        sources: [sources.planLimits],
      },
    ],
  },
  ...byCause(
    'offers/leaving/clawback',
    '0 unless the letter says so; contracts that claim cash back on leaving early exist.',
    [sources.clawback],
  ),
  'offers/job/signOn': fromTheLetter('0 unless the letter names one.'),
  'offers/job/retention/amount': fromTheLetter(),
  'offers/job/retention/months': fromTheLetter('No published range; two years stand in.'),
  'offers/job/forgivableLoans/amount': fromTheLetter(),
  'offers/job/forgivableLoans/years': fromTheLetter('No published range; five years stand in.'),
  ...byCause(
    'offers/job/forgivableLoans/clawback',
    'The rest is taken to be owed by whoever leaves, and to be waived on death and disability, until the letter says otherwise.',
  ),
  'offers/assetsSold/price': fromTheLetter(),
  'offers/assetsSold/down': fromTheLetter('All of it unless the letter says otherwise.'),
  'offers/assetsSold/years': fromTheLetter('No published range; five years stand in.'),
  'offers/assetsSold/rate': fromTheLetter('No published range; 6% stands in, as for a seller note.'),
  'offers/assetsSold/probability': assumed(
    'No figure for such installments was found; 95% stands in, as for a seller note.',
    {
      low: 0.8,
      high: 1,
    },
  ),
  'offers/familyStays/pay': fromTheLetter('As the letter states it; without an entry the pay ends at closing.'),
  'offers/consulting/amount': fromTheLetter('0 unless the letter names one.'),
  'offers/consulting/months': fromTheLetter('As the letter counts them; no published figure was found.'),
  'offers/gapPay': yours('What you would earn elsewhere if the job ends before you retire; 0 is the cautious reading.'),
}

const alternatives: Entries = {
  'alternatives/sellPrivately/tranches/share': yours('All at once; an associate may buy in over some years.'),
  'alternatives/sellPrivately/shareOfCollections': privateShareOfCollections,
  'alternatives/sellPrivately/multiple': privateMultiple,
  'alternatives/sellPrivately/amount': yours('Your own estimate; a local appraisal costs $1,500–4,000.'),
  'alternatives/sellPrivately/sellingCosts': privateSellingCosts,
  'alternatives/sellPrivately/ordinaryShare': ordinaryShare,
  'alternatives/sellPrivately/rate': sellersPay,
  'alternatives/sellPrivately/gapPay': yours(
    'What you would earn elsewhere until you retire; 0 is the cautious reading.',
  ),
  'alternatives/stepBack/days': yours('Half of a full schedule; enter your own wish.'),
  'alternatives/stepBack/capturedShare': assumed(
    'No figure was found; some patients leave with the owner’s days, so not all is captured.',
    {
      low: 0.5,
      high: 1,
    },
  ),
  'alternatives/stepBack/associateRate': doctorsPay,
  'alternatives/stepBack/managerCost': assumed('0, as long as you go on managing; a manager’s salary if not.'),
}

export const offerRanges: Entries = { ...price, ...components, ...afterSale, ...alternatives }
