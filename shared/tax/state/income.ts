import { dollars, f, type Operand } from '../../formula'
import { absent, atLeastZero, minus, plus, times } from '../operands'
import { excludedBenefits } from './benefits'
import { entityTaxRule } from './entity-tax'
import { additions, subtractions } from './deductions'
import { excludedGain, practiceGain } from './gain'
import type { Measures, StateContext } from './household'
import { retirementExclusion } from './retirement'

/** From the federal return to the state's adjusted gross income. */

export const BASES = {
  agi: 'Federal adjusted gross income.',
  taxable: 'Federal taxable income; a deduction for state income tax is not in it.',
  gross:
    'The state’s own gross income: all income, less only those federal deductions above the line that the state allows.',
} as const

/** The state's income base for the whole return. */
export function baseIncome({ law, of }: StateContext): Operand {
  const { federal, owner, spouse, entity } = of
  const own = plus(
    law.base === 'taxable' ? federal.taxableIncome : federal.agi,
    law.deferrals === 'taxed' ? of.deferrals : 0,
  )
  // Gross income differs from the federal figure by half of self-employment tax if the state does not allow that deduction.
  const half =
    law.base === 'gross' && law.selfEmploymentTaxHalf === false
      ? [owner.halfSelfEmploymentTax, spouse?.halfSelfEmploymentTax ?? 0]
      : []
  if (!entity || absent(entity.tax)) return plus(own, ...half)
  // Federal income is net of the tax the practice paid: the state adds it back, or excludes the income it was paid on.
  return entityTaxRule(law)!.owner === 'excluded'
    ? minus(plus(own, ...half, entity.tax), f`max(0, ${plus(entity.profit, entity.gain)})`)
    : plus(own, ...half, entity.tax)
}

/** Each person's base: a spouse has their own pay, profit and withdrawals; everything else is the owner's. */
export function ownIncomes(ctx: StateContext): Operand[] {
  const { law, of } = ctx
  const total = baseIncome(ctx)
  if (!of.spouse) return [total]
  const { wages, selfEmployment, practiceProfit, withdrawals, halfSelfEmploymentTax } = of.spouse
  const spouses = minus(
    plus(wages, selfEmployment, practiceProfit, withdrawals),
    law.base === 'gross' && law.selfEmploymentTaxHalf === false ? 0 : halfSelfEmploymentTax,
  )
  return [minus(total, absent(spouses) ? 0 : f`(${spouses})`), spouses]
}

/** Each person's income less exempt benefits, which are part of the owner's. */
export const withoutBenefits = ([own, ...others]: readonly Operand[], benefits: Operand): Operand[] => [
  minus(own!, benefits),
  ...others,
]

/** State income, what was excluded to get there, and the measures known so far. */
export interface Adjusted {
  readonly stateAgi: Operand
  readonly gain: Operand
  readonly retirement: Operand
  readonly benefits: Operand
  readonly business: BusinessPart
  readonly measures: Measures
}

/**
 * From the base to state adjusted gross income.
 * @param incomes the base of each person, the owner first
 * @param elected retirement income excluded by election rather than by the ordinary rule
 */
export function adjust(ctx: StateContext, base: Operand, incomes: readonly Operand[], elected: Operand = 0): Adjusted {
  const { federal, netGain, owner } = ctx.of
  const row = (id: string, label: string, meaning: string, formula: Operand) =>
    ctx.row(id, `${ctx.law.name}: ${label}`, meaning, formula)
  const known: Measures = {
    federalAgi: federal.agi,
    federalAgiLessTaxedBenefits: minus(federal.agi, federal.taxedBenefits),
    netGain,
    netInvestmentIncome: federal.netInvestmentIncome,
    withdrawals: owner.withdrawals,
  }
  const gross = plus(base, row('additions', 'additions', 'What the state adds to income.', additions(ctx, known)))
  const gain = row('excludedGain', 'gain left free', 'Gain that the state does not tax.', excludedGain(ctx))
  const benefits = row(
    'excludedBenefits',
    'Social Security benefits left free',
    'Federally taxed benefits that the state does not tax.',
    excludedBenefits(ctx, known),
  )
  const beforeRetirement = {
    ...known,
    stateAgiWithRetirement: minus(gross, gain),
    stateAgiLessTaxedBenefits: minus(minus(gross, gain), federal.taxedBenefits),
  }
  const retirement = row(
    'retirementExclusion',
    'retirement income left free',
    'Withdrawals and other retirement income that the state does not tax.',
    absent(elected) ? retirementExclusion(ctx, beforeRetirement, benefits) : elected,
  )
  const subtracted = row(
    'subtractions',
    'other subtractions',
    'What else the state subtracts from income.',
    subtractions(ctx, known, benefits, retirement, withoutBenefits(incomes, benefits)),
  )
  const business = businessIncome(ctx)
  const less = plus(benefits, gain, retirement, subtracted, business.deducted)
  const stateAgi = row(
    'stateAgi',
    'adjusted gross income',
    'Income to begin with, plus additions, less what the state leaves free.',
    f`max(0, ${minus(gross, absent(less) ? 0 : f`(${less})`)})`,
  )
  // Thresholds count business income even where a deduction removed it (Ohio's modified adjusted gross income).
  const measures = { ...beforeRetirement, stateAgi: plus(stateAgi, business.deducted) }
  return { stateAgi, gain, retirement, benefits, business, measures }
}

/** Business income that the state exempts, and that it taxes at a separate rate. */
export interface BusinessPart {
  readonly deducted: Operand
  readonly atOwnRate: Operand
  readonly rate: number
}

/**
 * Profit of the owner's practice, plus gain on it where a special rule counts that as business income, if turned on.
 */
function businessIncome(ctx: StateContext): BusinessPart {
  const { businessIncome: rule, gain } = ctx.law
  const none = { deducted: 0, atOwnRate: 0, rate: 0 } as const
  if (!rule || rule.form === 'electiveRates' || !ctx.of.rules.businessIncome) return none
  const profit = plus(
    ...ctx.people.flatMap((person) => [person.selfEmployment, person.practiceProfit]),
    gain.practiceSale?.asBusinessIncome ? practiceGain(ctx) : 0,
  )
  if (absent(profit)) return none
  if (rule.form === 'deductionShare') return { ...none, deducted: times(rule.share, atLeastZero(profit)) }
  const most = dollars(ctx.pick(rule.deduction))
  return {
    deducted: f`max(0, min(${most}, ${profit}))`,
    atOwnRate: f`max(0, ${profit} - ${most})`,
    rate: rule.rate,
  }
}
