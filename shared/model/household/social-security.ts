import { dollars, f, type Line, type Operand } from '../../formula'
import {
  BENEFIT_FORMULA,
  CLAIM_AGES,
  DELAYED,
  EARLY,
  FULL_RETIREMENT_AGE,
  MOST_EARNINGS,
} from '../../tax/parameters/social-security'
import { partFrom, type Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'

/**
 * Social Security of the household (section 8): each benefit from its claim date on, before tax, growing with inflation.
 * The owner's is entered, or estimated from covered earnings; the spouse's is entered.
 */
export function declareSocialSecurity(ctx: Context, timeline: Timeline): Line {
  const m = ctx.model.scope('plan').under('Household')
  const { owner } = ctx.document
  const from = (amount: Operand, claim: 'owner/socialSecurityFrom' | 'owner/spouseSocialSecurityFrom') =>
    f`${amount} * ${timeline.priceIndex} * ${partFrom(ctx.day(claim).t)}`
  const own =
    owner.socialSecurityFrom === null
      ? 0
      : from(
          owner.socialSecurityBasis === 'estimated' ? declareEstimate(ctx) : ctx.input('owner/socialSecurity'),
          'owner/socialSecurityFrom',
        )
  const spouse =
    owner.spouseSocialSecurityFrom === null
      ? 0
      : m.row(
          'spouseSocialSecurity',
          {
            label: 'your spouse’s Social Security',
            unit: 'usd',
            meaning: 'From the claim date, before tax; grows with inflation.',
          },
          from(ctx.input('owner/spouseSocialSecurity'), 'owner/spouseSocialSecurityFrom'),
        )
  return m.row(
    'socialSecurity',
    {
      label: 'Social Security',
      unit: 'usd',
      meaning:
        spouse === 0
          ? 'From the claim date, before tax; grows with inflation.'
          : 'For both of you, each from the claim date, before tax; grows with inflation.',
    },
    f`${own} + ${spouse}`,
  )
}

/** The owner's benefit a year at the claim date, in dollars of year 1, from average covered earnings. */
function declareEstimate(ctx: Context): Line {
  const m = ctx.model.scope('plan/socialSecurity').under('Social Security estimate')
  const claimAge = ctx.derive('owner/socialSecurityFrom@months', 'Age at the claim, in months', 'count', {
    as: 'ageInMonths',
    birth: 'owner/birthDate',
    field: 'owner/socialSecurityFrom',
  })
  const birthYear = ctx.derive('owner/birthDate@eveYear', 'Year of the day before birth', 'years', {
    as: 'yearOfEve',
    field: 'owner/birthDate',
  })
  const earnings = m.figure(
    'monthlyEarnings',
    {
      label: 'average indexed monthly earnings',
      unit: 'usd',
      meaning: 'One-twelfth of your annual covered earnings, up to the wage base, in whole dollars.',
    },
    f`floor(min(${ctx.input('owner/coveredEarnings')}, ${dollars(MOST_EARNINGS)}) / 12)`,
  )
  const primary = m.figure(
    'primaryInsuranceAmount',
    {
      label: 'monthly benefit at full retirement age',
      unit: 'usd',
      meaning:
        '90%, 32% and 15% of monthly earnings between the bend points, rounded down to 10 cents (42 U.S.C. §415).',
    },
    f`floor(brackets(${BENEFIT_FORMULA}, ${earnings}, 1) * 10) / 10`,
  )
  const full = m.figure(
    'fullRetirementAge',
    { label: 'full retirement age, in months', unit: 'count', meaning: 'By year of birth; 804 months is age 67.' },
    f`lookup(${FULL_RETIREMENT_AGE}, ${birthYear})`,
  )
  const claimed = m.figure(
    'claimAge',
    {
      label: 'effective claiming age, in months',
      unit: 'count',
      meaning: 'Between 62 and 70: no benefit is paid earlier, and waiting longer adds nothing.',
    },
    f`clamp(${claimAge}, ${CLAIM_AGES.first}, ${CLAIM_AGES.last})`,
  )
  const factor = m.figure(
    'claimFactor',
    {
      label: 'share of the full benefit paid',
      unit: 'factor',
      meaning: 'Reduced for each month before full retirement age, increased for each month after.',
    },
    f`1 - ${EARLY.near} * clamp(${full} - ${claimed}, 0, ${EARLY.months}) - ${EARLY.far} * max(0, ${full} - ${claimed} - ${EARLY.months}) + ${DELAYED.rate} * max(0, ${claimed} - ${full})`,
  )
  return m.figure(
    'estimate',
    {
      label: 'estimated annual Social Security',
      unit: 'usd',
      meaning: 'Twelve months of benefits at the claim date, in year-1 dollars; zero if claimed before 62.',
    },
    f`if(${claimAge} < ${CLAIM_AGES.first}, 0, 12 * ${primary} * ${factor})`,
  )
}
