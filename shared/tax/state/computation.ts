import { f, type Operand } from '../../formula'
import { absent, minus, plus, times } from '../operands'
import { exemptions } from './amounts'
import { federalTaxDeduction, standardDeduction } from './deductions'
import type { Measures, StateContext } from './household'
import { adjust, type Adjusted } from './income'
import { apportioned, recapture, surtaxes, withMinimumTax } from './regular'
import type { Gain } from './types'

/** From the income base to tax before credits. */
export interface Computation extends Adjusted {
  readonly standard: Operand
  readonly exempt: Operand
  readonly federalTax: Operand
  readonly taxable: Operand
  /** Includes surtaxes that credits reduce. */
  readonly tax: Operand
  readonly surtaxesAfterCredits: readonly Operand[]
}

/** @param apart whether this is one of two computations on a combined return */
export function computation(
  ctx: StateContext,
  base: Operand,
  incomes: readonly Operand[],
  elected: Operand = 0,
  apart = false,
): Computation {
  const row = (id: string, label: string, meaning: string, formula: Operand) =>
    ctx.row(id, `${ctx.law.name}: ${label}`, meaning, formula)
  const adjusted = adjust(ctx, base, incomes, elected)
  const { stateAgi, business, benefits, gain } = adjusted
  const measures: Measures = {
    ...adjusted.measures,
    stateAgiLessTaxedBenefits: minus(stateAgi, ctx.of.federal.taxedBenefits),
  }
  const standard = row(
    'standardDeduction',
    'standard deduction',
    'The state’s standard deduction.',
    standardDeduction(ctx, measures, apart),
  )
  const exempt = row('exemptions', 'exemptions', 'Exemptions of the people on the return.', exemptions(ctx, measures))
  const federalTax = row(
    'federalTaxDeduction',
    'federal tax deducted',
    'Federal income tax, to the extent that the state allows a deduction for it.',
    federalTaxDeduction(ctx, measures),
  )
  const deducted = { ...adjusted, standard, exempt, federalTax }
  if (ctx.law.gain.form === 'ownRate') return withOwnRate(ctx, measures, deducted, ctx.law.gain)

  const less = plus(standard, exempt, federalTax)
  const taxable = row(
    'taxableIncome',
    'taxable income',
    'State income less deductions and exemptions.',
    absent(less) ? stateAgi : f`max(0, ${stateAgi} - (${less}))`,
  )
  const { atOwnRate, rate } = business
  const scheduled = absent(atOwnRate) ? taxable : f`max(0, ${taxable} - ${atOwnRate})`
  const regular = row(
    'scheduleTax',
    'tax by the schedule',
    'The state’s rates on taxable income.',
    plus(
      apportioned(ctx, scheduled, incomes, gain),
      absent(atOwnRate) ? 0 : f`${rate} * min(${taxable}, ${atOwnRate})`,
    ),
  )
  const all: Measures = {
    ...measures,
    taxableIncome: taxable,
    stateAgiLessExemptions: minus(measures.stateAgi!, exempt),
  }
  const back = row(
    'recapture',
    'recapture of lower brackets',
    'What takes back the benefit of the lower brackets.',
    plus(...recapture(ctx, taxable, regular, all)),
  )
  const least = ctx.law.minimumTax
    ? row(
        'minimumTax',
        'tax with the minimum tax',
        'The regular tax, or what the state’s minimum tax makes of it.',
        withMinimumTax(ctx, plus(regular, back), taxable, standard, benefits),
      )
    : plus(regular, back)
  const surtax = surtaxes(ctx, all)
  const tax = row(
    'taxBeforeCredits',
    'tax before credits',
    'Tax by the schedule, recapture, minimum tax and surtaxes.',
    plus(least, ...surtax.before),
  )
  return { ...deducted, measures: all, taxable, tax, surtaxesAfterCredits: surtax.after }
}

/** Gain at its own rates, not reduced by deductions; exemptions not used by other income reduce it. */
function withOwnRate(
  ctx: StateContext,
  measures: Measures,
  parts: Adjusted & Pick<Computation, 'standard' | 'exempt' | 'federalTax'>,
  rule: Extract<Gain, { form: 'ownRate' }>,
): Computation {
  const { netGain, capitalGain } = ctx.of
  const short = absent(capitalGain) ? 0 : f`max(0, ${minus(capitalGain, netGain)})`
  const gains = plus(netGain, short)
  const other = minus(parts.stateAgi, absent(gains) ? 0 : f`(${gains})`)
  const ordinary = ctx.row(
    'ordinaryTaxable',
    `${ctx.law.name}: taxable income other than gain`,
    'Income other than gain, less exemptions.',
    f`max(0, ${minus(other, parts.exempt)})`,
  )
  const unused = f`max(0, ${parts.exempt} - max(0, ${other}))`
  const long = absent(netGain) ? 0 : f`max(0, ${netGain} - ${unused})`
  const taxable = ctx.row(
    'taxableIncome',
    `${ctx.law.name}: taxable income`,
    'Income other than gain, and gain.',
    plus(ordinary, long, short),
  )
  const tax = plus(
    ctx.brackets(ctx.law.brackets!, ordinary, 'brackets', ctx.scale('brackets')),
    times(rule.rate, long),
    times(rule.shortTermRate, short),
  )
  const all: Measures = { ...measures, taxableIncome: taxable }
  const surtax = surtaxes(ctx, all)
  return {
    ...parts,
    measures: all,
    taxable,
    tax: ctx.row(
      'taxBeforeCredits',
      `${ctx.law.name}: tax before credits`,
      'Tax on income and gain, with the surtax.',
      plus(tax, ...surtax.before),
    ),
    surtaxesAfterCredits: surtax.after,
  }
}
