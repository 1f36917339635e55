import { f, type Operand } from '../formula'
import type { CapitalGain } from './gain'
import type { Context, Part } from './household'
import type { PayrollTax } from './payroll'
import { absent, fromAge, minus, plus, withWithdrawals } from './operands'
import { entityTaxOn, entityTaxRule, type StateLaw } from './state'

/**
 * State tax at flat rates on what is in federal adjusted gross income, where nearly all states begin: after half of
 * self-employment tax, with losses carried and limited as there. Social Security benefits are free, withdrawals where the
 * state leaves all of them free; itemized and standard deductions are not counted.
 */
export interface StateTax {
  readonly onOrdinary: Part
  readonly onGain: Part
  readonly stateTax: Part
  /** The part that the practice pays at entity level and deducts from its profit. */
  readonly entityTax: Part
}

export function declareStateTax(ctx: Context, payroll: PayrollTax, gain: CapitalGain): StateTax {
  const { of } = ctx
  const { state } = of
  if (!state) return { onOrdinary: 0, onGain: 0, stateTax: 0, entityTax: 0 }
  if ('law' in state) return { onOrdinary: 0, onGain: 0, stateTax: 0, entityTax: entityTaxByLaw(ctx, state.law) }
  // What gain rates leave of the year's gain: short-term gain, or the loss that may reduce other income.
  const shortOrLoss =
    gain.netLong === 0 || !absent(of.shortTermGain) ? minus(gain.inIncome, gain.netLong) : f`min(0, ${gain.inIncome})`
  const ordinary = plus(
    of.wages,
    of.spouseWages,
    of.selfEmployment,
    of.spouseSelfEmployment,
    of.practiceProfit,
    of.passiveProfit,
    of.interest,
    of.ordinaryDividends,
    shortOrLoss,
    of.ordinarySaleIncome,
  )
  const deducted = plus(payroll.seDeduction, of.deferrals, of.planContributions, of.adjustments)
  const { withdrawalsFreeFrom: free } = state
  const withdrawals = free === undefined ? of.withdrawals : minus(of.withdrawals, fromAge(of.age, free, of.withdrawals))
  const at = (rate: Operand, income: Operand): Operand =>
    absent(rate) || absent(income) ? 0 : f`${rate} * max(0, ${income})`
  const onOrdinary = ctx.row(
    'stateTaxOnOrdinaryIncome',
    'state tax on ordinary income',
    "The state's flat rate on ordinary income other than Social Security benefits, less half of self-employment tax and deductible capital losses.",
    at(state.ordinary, withWithdrawals(minus(ordinary, absent(deducted) ? 0 : f`(${deducted})`), withdrawals)),
  )
  const onGain = ctx.row(
    'stateTaxOnGain',
    'state tax on gain',
    "The state's flat rate on net long-term gain, after losses carried into the year.",
    at(state.gain, gain.netLong),
  )
  const stateTax =
    onOrdinary !== 0 && onGain !== 0
      ? ctx.row('stateTax', 'state tax', 'State tax on ordinary income and on gain.', f`${onOrdinary} + ${onGain}`)
      : onOrdinary || onGain
  const reached = taxedEntity(ctx)
  const entityTax = entityTaxRow(ctx, plus(at(state.ordinary, reached.profit), at(state.gain, reached.gain)))
  return { onOrdinary, onGain, stateTax, entityTax }
}

/** The ordinary income and the gain that an election reaches; nothing where there is none. */
export interface TaxedEntity {
  readonly profit: Operand
  readonly gain: Operand
}

/** What the practice's election reaches under a state's law, or at flat rates without one. */
export function taxedEntity({ of }: Context, law?: StateLaw): TaxedEntity {
  const entity = of.passThroughEntityTax
  const afterPay = law && entityTaxRule(law)?.reaches === 'afterPay'
  if (!entity || (afterPay && entity.partnership)) return { profit: 0, gain: 0 }
  const reached = entity.partnership ? plus(of.practiceProfit, of.selfEmployment) : of.practiceProfit
  return {
    profit: plus(minus(reached, entity.notItsOwn ?? 0), entity.ordinary ?? 0),
    gain: afterPay ? 0 : (entity.gain ?? 0),
  }
}

function entityTaxByLaw(ctx: Context, law: StateLaw): Part {
  const { profit, gain } = taxedEntity(ctx, law)
  return entityTaxRow(ctx, entityTaxOn(law, profit, gain))
}

const entityTaxRow = (ctx: Context, formula: Operand): Part =>
  ctx.row(
    'entityTax',
    'state tax paid by the practice',
    'State tax on the profit and the sale of the practice that it pays itself and deducts without a cap (Notice 2020-75).',
    formula,
  )
