import { f, type Line, type Operand } from '../formula'
import { gainTax, type CapitalGain, type Stacking } from './gain'
import type { Context } from './household'
import { inYear, minus } from './operands'

/**
 * The alternative minimum tax (26 U.S.C. §55; Form 6251): income without the standard deduction, the senior deduction
 * and state taxes, less an exemption that phases out with income; gain keeps its rates (Part III).
 */
export interface MinimumTax {
  readonly exemption: Line
  readonly base: Line
  readonly tentative: Line
  readonly amt: Line
}

/**
 * @param deducted the deductions that the minimum tax allows, including the deduction for business income
 * @param itemizing income tax with itemized deductions, if electing them over a greater standard deduction may cost less
 */
export function declareMinimumTax(
  ctx: Context,
  agi: Line,
  deducted: Operand,
  gain: CapitalGain,
  stacking: Stacking,
  regularTax: Line,
  itemizing?: Line,
): MinimumTax {
  const { m, law, index } = ctx
  const usd = (label: string, meaning: string) => ({ label, unit: 'usd' as const, meaning })
  const { phaseOutRate } = law.amt
  const fullExemption = inYear(law.amt.exemption, index)
  const from = inYear(law.amt.phaseOutFrom, index)
  let income = minus(agi, deducted)
  if (law.amt.addBack || income !== agi) {
    const before = income
    // A separate filer adds back income in place of the exemption a joint return would have lost: the rate on
    // income beyond the point where the filer's own exemption is used up, at most the exemption.
    const usedUp = f`${from} + ${fullExemption} / ${phaseOutRate}`
    income = m.row(
      'amtIncome',
      usd(
        'income for the minimum tax',
        'Adjusted gross income less the deductions that the minimum tax allows (Form 6251, line 4).',
      ),
      law.amt.addBack
        ? f`${before} + min(${fullExemption}, ${phaseOutRate} * max(0, ${before} - (${usedUp})))`
        : before,
    )
  }
  const exemption = m.row(
    'amtExemption',
    usd(
      'exemption from the minimum tax',
      'The exemption of the filing status less a share of income above a threshold (Form 6251, line 5).',
    ),
    f`max(0, ${fullExemption} - ${phaseOutRate} * max(0, ${income} - ${from}))`,
  )
  const base = m.row(
    'amtBase',
    usd('base of the minimum tax', 'Income for the minimum tax less the exemption (Form 6251, line 6).'),
    f`max(0, ${income} - ${exemption})`,
  )
  const onAll = f`brackets(${law.amt.table}, ${base}, ${index})`
  const onGain = gainTax(ctx, gain, stacking, base, 'minimum')
  const { preferential } = gain
  const tentative = m.row(
    'tentativeMinimumTax',
    usd(
      'tentative minimum tax',
      'The minimum-tax rates on ordinary income and the gain rates on gain (Form 6251, line 7).',
    ),
    preferential === 0
      ? onAll
      : f`min(${onAll}, brackets(${law.amt.table}, max(0, ${base} - ${preferential}), ${index}) + ${onGain})`,
  )
  const amt = m.row(
    'amt',
    usd(
      'alternative minimum tax',
      itemizing
        ? 'What the tentative minimum tax, or all income tax with itemized deductions if that is less (26 U.S.C. §63(e)), is above the regular tax (Form 6251, line 11).'
        : 'What the tentative minimum tax is above the regular tax (Form 6251, line 11).',
    ),
    itemizing ? f`max(0, min(${tentative}, ${itemizing}) - ${regularTax})` : f`max(0, ${tentative} - ${regularTax})`,
  )
  return { exemption, base, tentative, amt }
}
