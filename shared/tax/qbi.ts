import { f, type Operand } from '../formula'
import type { Context, Part } from './household'
import { absent, inYear, minus, plus, times } from './operands'
import type { PayrollTax } from './payroll'

/** Qualified income of the practice; 0 without a practice. */
export function declareBusinessIncome(ctx: Context, payroll: PayrollTax, entityTax: Operand): Part {
  const { of } = ctx
  const profit = plus(of.selfEmployment, of.spouseSelfEmployment, of.practiceProfit)
  if (absent(profit)) return 0
  const less = plus(payroll.seDeduction, of.planContributions, entityTax)
  return ctx.row(
    'businessIncome',
    'qualified business income',
    'Profit of the practice less the deducted self-employment tax and contributions to own plans.',
    f`max(0, ${minus(profit, absent(less) ? 0 : f`(${less})`)})`,
  )
}

/**
 * The deduction for business income of a practice (26 U.S.C. §199A), from qualified income, taxable income before it, and
 * net capital gain. A health practice is a specified service: within the range above the threshold its income, wages and
 * property phase out, and above it none count. The $400 minimum of 2026 is left out: a phased-out
 * service business is not a qualified business.
 */
export function declareQbiDeduction(ctx: Context, qualified: Operand, incomeBefore: Operand, netGain: Operand): Part {
  const { law, index, of } = ctx
  const { rate, threshold, range, limit } = law.qbi
  const before = ctx.row(
    'taxableBeforeQbi',
    'taxable income before the business deduction',
    'Adjusted gross income less the standard or itemized and the senior deduction.',
    incomeBefore,
  )
  const phaseOut = ctx.m.row(
    'qbiPhaseOut',
    {
      label: 'phase-out of the business deduction',
      unit: 'rate',
      meaning: 'How far taxable income before the deduction reaches into the range above the threshold: 0 to 1.',
    },
    f`clamp((${before} - ${inYear(threshold, index)}) / (${inYear(range, index)}), 0, 1)`,
  )
  const wages = of.businessWages
  const capacity = absent(of.businessProperty)
    ? times(limit.wages, wages)
    : f`max(${times(limit.wages, wages)}, ${plus(times(limit.wagesWithProperty, wages), times(limit.property, of.businessProperty))})`
  const share = times(rate, qualified)
  // Within the range the wage limit phases in, and a service business's amounts phase out.
  const limited = absent(capacity)
    ? f`${share} * (1 - ${phaseOut})`
    : f`(${share} - ${phaseOut} * max(0, ${share} - ${capacity}))`
  const counted = of.specifiedService ? f`(1 - ${phaseOut}) * ${limited}` : limited
  return ctx.row(
    'qbiDeduction',
    'qualified business income deduction',
    'A fifth of qualified business income, phased out for a service business, at most a fifth of taxable income other than gain.',
    f`min(${counted}, ${rate} * max(0, ${minus(before, netGain)}))`,
  )
}
