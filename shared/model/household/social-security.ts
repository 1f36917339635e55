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
            label: 'Social Security of your spouse',
            unit: 'usd',
            meaning: 'From the claim date on, before tax; grows with inflation.',
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
          ? 'From the claim date on, before tax; grows with inflation.'
          : 'Of both of you, each from the claim date on, before tax; grows with inflation.',
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
      meaning: 'A twelfth of your covered earnings a year, at most the wage base, in whole dollars.',
    },
    f`floor(min(${ctx.input('owner/coveredEarnings')}, ${dollars(MOST_EARNINGS)}) / 12)`,
  )
  const primary = m.figure(
    'primaryInsuranceAmount',
    {
      label: 'benefit a month at full retirement age',
      unit: 'usd',
      meaning: '90%, 32% and 15% of the three layers of monthly earnings, down to the next 10 cents (42 U.S.C. 415).',
    },
    f`floor(brackets(${BENEFIT_FORMULA}, ${earnings}, 1) * 10) / 10`,
  )
  const full = m.figure(
    'fullRetirementAge',
    { label: 'full retirement age, in months', unit: 'count', meaning: 'By year of birth: 804 months are 67 years.' },
    f`lookup(${FULL_RETIREMENT_AGE}, ${birthYear})`,
  )
  const claimed = m.figure(
    'claimAge',
    {
      label: 'age at the claim that counts, in months',
      unit: 'count',
      meaning: 'From 62 to 70: before it nothing is paid, and after it nothing is gained by waiting.',
    },
    f`clamp(${claimAge}, ${CLAIM_AGES.first}, ${CLAIM_AGES.last})`,
  )
  const factor = m.figure(
    'claimFactor',
    {
      label: 'part of the benefit that is paid',
      unit: 'factor',
      meaning: 'Less for each month before full retirement age, more for each month after it.',
    },
    f`1 - ${EARLY.near} * clamp(${full} - ${claimed}, 0, ${EARLY.months}) - ${EARLY.far} * max(0, ${full} - ${claimed} - ${EARLY.months}) + ${DELAYED.rate} * max(0, ${claimed} - ${full})`,
  )
  return m.figure(
    'estimate',
    {
      label: 'Social Security a year, estimated',
      unit: 'usd',
      meaning: 'Twelve months at the claim date, in dollars of year 1; nothing if claimed before 62.',
    },
    f`if(${claimAge} < ${CLAIM_AGES.first}, 0, 12 * ${primary} * ${factor})`,
  )
}
