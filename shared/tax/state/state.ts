import { f, type Model, type Operand } from '../../formula'
import type { Part } from '../household'
import { absent, minus, plus, times } from '../operands'
import { computation } from './computation'
import { after, creditBase, separately } from './couples'
import { credits } from './credits'
import { entityTaxRule } from './entity-tax'
import { gainExcise } from './gain'
import { stateContext, type StateContext, type StateReturn } from './household'
import { baseIncome, BASES, ownIncomes, withoutBenefits } from './income'
import { choose } from './benefits'

/** The lines of a state return; the number 0 for those that do not exist. */
export interface StateTaxLines {
  readonly stateAgi: Operand
  readonly standardDeduction: Operand
  readonly exemptions: Operand
  readonly federalTaxDeduction: Operand
  readonly taxableIncome: Operand
  readonly excludedGain: Operand
  readonly retirementExclusion: Operand
  readonly excludedBenefits: Operand
  /** Before credits. */
  readonly taxBeforeCredits: Operand
  readonly credits: Operand
  readonly stateTax: Part
}

const NO_TAX: StateTaxLines = {
  stateAgi: 0,
  standardDeduction: 0,
  exemptions: 0,
  federalTaxDeduction: 0,
  taxableIncome: 0,
  excludedGain: 0,
  retirementExclusion: 0,
  excludedBenefits: 0,
  taxBeforeCredits: 0,
  credits: 0,
  stateTax: 0,
}

/**
 * Declares the income tax of a state on a resident's return as rows of the given scope. It starts from federal figures
 * that the household's federal return has declared.
 */
export function declareStateLaw(m: Model, of: StateReturn): StateTaxLines {
  const { law } = of
  if (law.tax === 'none') return NO_TAX
  const ctx = stateContext(m, of, of.spouse ? [of.owner, of.spouse] : [of.owner])
  if (law.tax === 'income') return onIncome(ctx)
  const stateTax = ctx.row(
    'stateTax',
    `${law.name} tax on gain`,
    'The excise of the state on long-term gain.',
    gainExcise(ctx),
  )
  return { ...NO_TAX, taxBeforeCredits: stateTax, stateTax }
}

function onIncome(ctx: StateContext): StateTaxLines {
  const { law, of } = ctx
  const incomes = ownIncomes(ctx)
  const base = ctx.row('base', `${law.name}: income to begin with`, BASES[law.base!], baseIncome(ctx))
  const joint = computation(ctx, base, incomes)
  const given = credits(ctx, creditBase(joint, withoutBenefits(incomes, joint.benefits), ctx.people.length))
  const used = ctx.row(
    'credits',
    `${law.name}: credits`,
    'Credits of the state, before they are limited to the tax.',
    given.used,
  )
  let tax = after(joint.tax, used)
  if (law.spouses === 'lesserOfJointAndSeparate' && of.spouse) tax = f`min(${tax}, ${separately(ctx, joint, incomes)})`
  tax = elective(ctx, base, incomes, tax)
  const stateTax = ctx.row(
    'stateTax',
    `${law.name} income tax`,
    'Tax of the state on the year’s income, after credits, without city and county taxes.',
    afterEntityCredit(ctx, minus(plus(tax, ...joint.surtaxesAfterCredits), given.refundable)),
  )
  return {
    stateAgi: joint.stateAgi,
    standardDeduction: joint.standard,
    exemptions: joint.exempt,
    federalTaxDeduction: joint.federalTax,
    taxableIncome: joint.taxable,
    excludedGain: joint.gain,
    retirementExclusion: joint.retirement,
    excludedBenefits: joint.benefits,
    taxBeforeCredits: joint.tax,
    credits: used,
    stateTax,
  }
}

/** The credit for entity-level tax; refundable where the state makes it so. */
function afterEntityCredit(ctx: StateContext, tax: Operand): Operand {
  const paid = ctx.of.entity?.tax ?? 0
  const owner = entityTaxRule(ctx.law)?.owner
  if (absent(paid) || !owner || owner === 'excluded') return tax
  const credit = ctx.row(
    'entityCredit',
    `${ctx.law.name}: credit for tax that the practice paid`,
    'The share of the practice’s own state tax that the owner may set off.',
    times(owner.credit, paid),
  )
  return owner.refundable ? f`${tax} - ${credit}` : f`max(0, ${tax} - ${credit})`
}

/** Wisconsin excludes retirement income by election and then allows no credits: the lower tax applies. */
function elective(ctx: StateContext, base: Operand, incomes: readonly Operand[], tax: Operand): Operand {
  const { retirementIncome: rule } = ctx.law
  const { owner, spouse } = ctx.of
  if (rule.form !== 'wisconsin' || absent(owner.withdrawals)) return tax
  const one = ctx.amount(rule.perPerson, 'retirementIncome')
  const most = spouse ? choose(spouse.age, rule.minAge, ctx.amount(rule.couple, 'retirementIncome'), one) : one
  const freed = choose(owner.age, rule.minAge, f`min(${owner.withdrawals}, ${most})`, 0)
  if (absent(freed)) return tax
  const m = ctx.m.scope('elected').labeled(', with retirement income left free by election')
  const other = computation(stateContext(m, ctx.of, ctx.people), base, incomes, freed)
  return f`min(${tax}, ${other.tax})`
}
