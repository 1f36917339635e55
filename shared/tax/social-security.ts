import { dollars, f, type Operand } from '../formula'
import type { Context, Part } from './household'
import type { Amount } from './law'
import { inYear, plus, times } from './operands'

/**
 * The part of Social Security benefits that is taxed (26 U.S.C. §86): nothing below a first threshold of other income
 * and half the benefits, up to half of them between the thresholds, up to 85% above. The thresholds are not indexed.
 */
export function declareTaxedBenefits(
  ctx: Context,
  otherIncome: Operand,
): { readonly taxedBenefits: Part; readonly combinedIncome: Part } {
  const { law, of } = ctx
  const [half, most] = law.benefits.shares
  const [lower, upper] = law.benefits.thresholds
  const combinedIncome = ctx.row(
    'provisionalIncome',
    'income with half the benefits',
    'Other adjusted gross income and half of Social Security benefits: the measure for taxing benefits.',
    plus(otherIncome, times(half, of.socialSecurity)),
  )
  const above = (threshold: Amount) => f`max(0, ${combinedIncome} - ${inYear(threshold, 1)})`
  // The first layer is capped by the width of the band between the thresholds: 4,500 or 6,000 dollars.
  const benefits = f`max(0, ${of.socialSecurity})`
  const first = f`min(${half} * ${benefits}, ${dollars(half.value * (upper.value - lower.value))}, ${half} * ${above(lower)})`
  const taxedBenefits = ctx.row(
    'taxedBenefits',
    'taxed Social Security benefits',
    'At most 85% of the benefits, less at low income (26 U.S.C. §86).',
    f`min(${most} * ${benefits}, ${first} + ${most} * ${above(upper)})`,
  )
  return { taxedBenefits, combinedIncome }
}
