import { yours } from './common'
import { assumed, type Entries, type Entry } from './range'
import { sources } from './sources'

const taxRates: Record<string, Entry> = {
  practice: assumed(
    'An effective rate, federal and state, on a profit of some hundred thousand dollars; it stands in until the accountant gives yours.',
    { low: 0.25, high: 0.48, sources: [sources.bracketTables, sources.stateRates] },
  ),
  wages: assumed(
    'An effective rate, federal, state and payroll, on a doctor’s wages; it stands in until the accountant gives yours.',
    { low: 0.25, high: 0.48, sources: [sources.bracketTables, sources.stateRates] },
  ),
  ordinary: {
    bands: [
      {
        low: 0.24,
        high: 0.503,
        note: 'Federal brackets of 24–37% at a doctor’s income, and 0–13.3% by state.',
        sources: [sources.bracketTables, sources.stateRates],
      },
    ],
  },
  interest: {
    bands: [
      {
        low: 0.24,
        high: 0.541,
        note: 'As ordinary income, with the 3.8% net investment income tax above its threshold.',
        sources: [sources.bracketTables, sources.stateRates],
      },
    ],
  },
  gain: {
    bands: [
      {
        low: 0.15,
        high: 0.333,
        note: 'Federal 15–20%, and 0–13.3% by state; an owner who works in the practice pays no net investment income tax on it.',
        sources: [sources.bracketTables, sources.stateRates],
      },
    ],
  },
  passiveGain: {
    bands: [
      {
        low: 0.188,
        high: 0.371,
        note: 'Federal 15–20% and 3.8%, and 0–13.3% by state.',
        sources: [sources.bracketTables, sources.stateRates],
      },
    ],
  },
  deferred: assumed('A middle federal bracket and some state tax; most owners fall to a lower bracket in retirement.', {
    low: 0.12,
    high: 0.4,
    sources: [sources.bracketTables, sources.stateRates],
  }),
  socialSecurity: {
    bands: [
      {
        low: 0,
        high: 0.315,
        note: 'At most 85% of the benefit is taxed, at 0–37%; the default is 85% of a middle bracket.',
        sources: [sources.bracketTables],
      },
    ],
  },
}

const ratesBelow = (place: string): Record<string, Entry> =>
  Object.fromEntries(Object.entries(taxRates).map(([name, entry]) => [`${place}/${name}`, entry]))

export const ownerRanges: Entries = {
  'owner/horizonAge': assumed(
    'To 95: of those who are 65, about 7% of men and 13% of women reach it, and professionals live longer than the table.',
    { low: 85, high: 100, sources: [sources.lifeTable] },
  ),
  'owner/spendingNow': yours('Your own figure; bank and card statements of a year are the surest way to it.'),
  'owner/spendingRetired': assumed('Your own figure. An older survey has retired dentists at about $140,000 a year.', {
    low: 96_000,
    high: 180_000,
    sources: [sources.retiredSpending],
  }),
  'owner/savings': yours('Take it from your statements; it starts at 0 so that nothing is counted that is not there.'),
  'owner/taxDeferredSavings': yours(
    'Take it from your statements; it starts at 0 so that nothing is counted that is not there.',
  ),
  'owner/taxFreeSavings': yours(
    'Take it from your statements; it starts at 0 so that nothing is counted that is not there.',
  ),
  'owner/contributionAsOwner': {
    bands: [
      {
        low: 0,
        high: 83_250,
        note: 'The limit of defined contributions is $72,000, and $11,250 more from 60 to 63; a cash-balance plan can add $100,000–300,000.',
        sources: [sources.planLimits],
      },
    ],
  },
  'owner/otherIncome': yours('Your household’s own figure, after tax; it starts at 0.'),
  'owner/socialSecurity': {
    bands: [
      {
        low: 34_000,
        high: 62_000,
        note: 'About $4,150 a month at 67 after 35 years at the wage base, 70% of it at 62 and 124% at 70; fewer years give less. Your statement says it exactly.',
        sources: [{ ...sources.benefitFormula, confidence: 'C' }],
      },
    ],
  },
  'owner/coveredEarnings': assumed(
    'Your statement lists every year of it. Who earned the wage base in 35 years has an average of about $156,000–168,000; at most $184,500 a year counts in 2026.',
    { low: 60_000, high: 168_000, sources: [{ ...sources.benefitFormula, confidence: 'C' }] },
  ),
  'owner/spouseWages': yours('Your household’s own figure, before tax; it starts at 0.'),
  'owner/spouseSocialSecurity': yours(
    'From your spouse’s statement; a spouse with little of one’s own has half of your benefit at full retirement age.',
  ),
  'owner/nestEggMultiple': {
    bands: [
      {
        low: 21.3,
        high: 25.6,
        note: 'What lasted 30 years in the worst case: 4.7% a year in Bengen’s book of 2025 (21.3 times), 3.9% in Morningstar’s study for 2026 (25.6 times).',
        sources: [sources.withdrawalRates, sources.withdrawalRatesNow],
      },
    ],
  },
  'owner/commitments/amount': yours('Your own figure.'),
  'assumptions/startYear': yours('The year after the case is made.'),
  'assumptions/inflation': {
    bands: [
      {
        low: 0.023,
        high: 0.036,
        note: 'Prices rose by 2.3% a year on average from 1871 to 2022, and by 3.6% from 1950 to 2022.',
        sources: [sources.shiller],
      },
    ],
  },
  'assumptions/discountRate': assumed(
    'Between the return on investments and what a lender asks of a practice; risk is weighed by probabilities, so no premium belongs here.',
    { low: 0.05, high: 0.12 },
  ),
  'assumptions/return': {
    bands: [
      {
        low: 0.045,
        high: 0.091,
        note: 'Compound and before tax: ten-year bonds 4.5% a year, shares 9.1%, 1871–2022. Planners now expect less of shares, 6–7%.',
        sources: [sources.shiller],
      },
    ],
  },
  'assumptions/drag': assumed(
    'A tax of 15–24% on the part of the return that is paid out or sold each year; no published figure was found.',
    {
      low: 0,
      high: 0.25,
    },
  ),
  ...ratesBelow('tax/rates'),
  'tax/federal/ownerWages': assumed('Reasonable pay of a doctor-owner of an S corporation; take yours from the W-2.', {
    low: 100_000,
    high: 400_000,
  }),
  'tax/federal/practiceWages': yours(
    'Take it from the payroll report; it counts only within the range of the deduction.',
  ),
  'tax/federal/mortgageInterest': yours('Take it from last year’s Schedule A.'),
  'tax/federal/propertyTax': yours('Take it from last year’s Schedule A.'),
  'tax/federal/charity': yours('Take it from last year’s Schedule A.'),
  'tax/federal/stateOrdinary': {
    bands: [
      {
        low: 0,
        high: 0.133,
        note: 'Top rates of the states in 2026; a top rate overstates the tax where its bracket begins high.',
        sources: [sources.stateRates],
      },
    ],
  },
  'tax/federal/stateGain': {
    bands: [
      {
        low: 0,
        high: 0.133,
        note: 'Rates on long-term gain in 2026; some states tax it less than ordinary income.',
        sources: [sources.stateRates],
      },
    ],
  },
  'tax/federal/applicableRates/short': assumed('4.18% in September 2026; the law sets it each month.', {
    sources: [sources.applicableRates],
  }),
  'tax/federal/applicableRates/mid': assumed('4.49% in September 2026; the law sets it each month.', {
    sources: [sources.applicableRates],
  }),
  'tax/federal/applicableRates/long': assumed('5.12% in September 2026; the law sets it each month.', {
    sources: [sources.applicableRates],
  }),
  'tax/federal/underpaymentRate': assumed(
    '7% in the first quarter of 2026: the short-term federal rate and three points, set each quarter.',
    { sources: [sources.underpaymentRate] },
  ),
  'tax/federal/moveYear': yours('The first year in which you live there on January 1 and have given up your old home.'),
  'tax/federal/localRate': {
    bands: [
      {
        low: 0,
        high: 0.0388,
        note: 'Cities and counties that tax income: New York City, Maryland and Indiana counties, Ohio and Pennsylvania cities.',
        sources: [sources.stateRates],
      },
    ],
  },
  'tax/changes/from': yours('The year of a change of law or of residence that you expect.'),
  ...ratesBelow('tax/changes/rates'),
}
