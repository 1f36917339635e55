import { f, type Line, type Operand } from '../formula'
import type { CapitalGain } from './gain'
import type { Context, Part } from './household'
import { absent, minus, plus, withWithdrawals } from './operands'
import type { PayrollTax } from './payroll'
import { declareTaxedBenefits } from './social-security'

/** Gross to adjusted gross income (Form 1040, lines 1 to 11). */
export interface Income {
  readonly agi: Line
  readonly taxedBenefits: Part
  /** Income with half the benefits, by which they are taxed; 0 where there are none. */
  readonly combinedIncome: Part
}

/** @param entityTax state tax that the practice pays and deducts before its profit reaches the owner */
export function declareIncome(ctx: Context, payroll: PayrollTax, gain: CapitalGain, entityTax: Part): Income {
  const { of } = ctx
  const gross = plus(
    of.wages,
    of.spouseWages,
    of.selfEmployment,
    of.spouseSelfEmployment,
    of.practiceProfit,
    of.passiveProfit,
    of.interest,
    of.ordinaryDividends,
    gain.inIncome,
    of.ordinarySaleIncome,
  )
  const deducted = plus(payroll.seDeduction, of.deferrals, of.planContributions, of.adjustments, entityTax)
  const beforeBenefits = withWithdrawals(minus(gross, absent(deducted) ? 0 : f`(${deducted})`), of.withdrawals)
  if (absent(of.socialSecurity)) return { agi: adjusted(ctx, beforeBenefits), taxedBenefits: 0, combinedIncome: 0 }
  const other = ctx.row(
    'otherIncome',
    'adjusted gross income without benefits',
    'All income less deductions above the line, before Social Security benefits.',
    beforeBenefits,
  )
  const { taxedBenefits, combinedIncome } = declareTaxedBenefits(ctx, other)
  return { agi: adjusted(ctx, plus(other, taxedBenefits)), taxedBenefits, combinedIncome }
}

function adjusted(ctx: Context, formula: Operand): Line {
  return ctx.m.row(
    'agi',
    {
      label: 'adjusted gross income',
      unit: 'usd',
      meaning: 'All taxed income less deductions above the line (26 U.S.C. §62; Form 1040, line 11).',
    },
    formula,
  )
}
