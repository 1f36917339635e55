import { f, type Line, type Operand } from '../formula'
import type { CapitalGain } from './gain'
import type { Context, Part } from './household'
import { absent, plus } from './operands'

/**
 * The tax on net investment income (26 U.S.C. §1411): interest, dividends, passive profit, and the gain subject to it.
 * An owner who works in the practice owes none on its sale, except on stock of a C corporation.
 */
export function declareNiit(ctx: Context, agi: Line, gain: CapitalGain): Part {
  return niitOn(ctx, agi, investmentIncome(ctx, gain))
}

export function investmentIncome({ of }: Context, gain: CapitalGain): Operand {
  const gains = of.investmentGain === 'all' ? gain.inIncome : of.investmentGain
  return plus(of.interest, of.ordinaryDividends, of.passiveProfit, gains)
}

export function niitOn(ctx: Context, magi: Operand, investmentIncome: Operand): Part {
  const { rate, threshold } = ctx.law.niit
  return ctx.row(
    'niit',
    'net investment income tax',
    '3.8% of net investment income, or of income above a threshold that is not indexed, whichever is less (Form 8960).',
    absent(investmentIncome) ? 0 : f`${rate} * max(0, min(${investmentIncome}, ${magi} - ${threshold}))`,
  )
}
