import { f, type Line } from '../../formula'
import { type Context, partOfYear } from '../plan/context'
import { isFederal } from '../plan/tax-mode'
import { indexed, type Timeline } from '../plan/timeline'
import { declareSocialSecurity } from './social-security'

/** What is the same on every path: spending needs, other income, Social Security. */
export interface Needs {
  /** Other household income and Social Security, less commitments; after tax at effective rates, else before it. */
  readonly otherIncome: Line
  /** Benefits before tax. */
  readonly socialSecurity: Line
  /** Wages of the spouse before tax; 0 where there are none. */
  readonly spouseWages: Line | 0
}

export function declareNeeds(ctx: Context, timeline: Timeline): Needs {
  const m = ctx.model.scope('plan').under('Household')
  const { owner } = ctx.document
  const { priceIndex } = timeline
  const federal = isFederal(ctx)
  const other = m.row(
    'otherHouseholdIncome',
    {
      label: 'other household income',
      unit: 'usd',
      meaning: 'After tax, until its end date; grows with inflation.',
    },
    owner.otherIncomeUntil === null
      ? f`${ctx.input('owner/otherIncome')} * ${priceIndex}`
      : indexed(timeline, ctx.input('owner/otherIncome'), 0, ctx.day('owner/otherIncomeUntil').t),
  )
  const spouseWages = declareSpouseWages(ctx, timeline)
  const socialSecurity = declareSocialSecurity(ctx, timeline)
  const commitments = m.row(
    'commitments',
    { label: 'other commitments', unit: 'usd', meaning: 'Amounts owed until their end dates, in dollars as entered.' },
    f`total(${owner.commitments.map(({ id }) => f`${ctx.input(`owner/commitments/${id}/amount`)} * ${partOfYear(0, ctx.day(`owner/commitments/${id}/until`).t)}`)})`,
  )
  const otherIncome = m.row(
    'otherIncome',
    {
      label: 'other income less commitments',
      unit: 'usd',
      meaning: federal
        ? 'Other income, and a spouse’s wages and Social Security before tax, less commitments.'
        : 'Other income, and a spouse’s wages and Social Security after tax, less commitments.',
    },
    federal
      ? f`${other} + ${spouseWages} + ${socialSecurity} - ${commitments}`
      : f`${other} + ${spouseWages} * (1 - ${timeline.rate('wages')}) + ${socialSecurity} * (1 - ${timeline.rate('socialSecurity')}) - ${commitments}`,
  )
  return { otherIncome, socialSecurity, spouseWages }
}

/** Pay of the spouse before tax; no line where there is none. */
function declareSpouseWages(ctx: Context, timeline: Timeline): Line | 0 {
  const { owner } = ctx.document
  if (owner.spouseWages === 0) return 0
  const until = ctx.dayOr('owner/spouseWagesUntil', timeline.retirement)
  return ctx.model
    .scope('plan')
    .under('Household')
    .row(
      'spouseWages',
      {
        label: 'your spouse’s wages',
        unit: 'usd',
        meaning: 'Before tax, until their end date; grow with inflation.',
      },
      indexed(timeline, ctx.input('owner/spouseWages'), 0, until.t),
    )
}
