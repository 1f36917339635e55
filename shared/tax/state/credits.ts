import { dollars, f, type Operand } from '../../formula'
import { absent, fromAge, minus, plus } from '../operands'
import { forAged, limited, personAmount, reduced } from './amounts'
import { earned, measured, type Measures, type Person, type StateContext } from './household'
import type { Credit } from './types'

/** What a state's credits depend on. */
export interface CreditBase {
  readonly tax: Operand
  readonly taxable: Operand
  readonly measures: Measures
  /** Each spouse's income as the state defines it, the owner's first. */
  readonly incomes: readonly Operand[]
  /** How many people this computation of the low-income credit covers. */
  readonly computations: number
}

/** A return's nonrefundable and refundable credits. */
export function credits(ctx: StateContext, base: CreditBase): { readonly used: Operand; readonly refundable: Operand } {
  const used: Operand[] = []
  const refundable: Operand[] = []
  for (const item of ctx.law.credits ?? []) {
    const amount = credit(ctx, item, base)
    ;('refundable' in item && item.refundable ? refundable : used).push(amount)
  }
  const { socialSecurity: benefits } = ctx.law
  if (benefits.form === 'credit') {
    const { taxedBenefits } = ctx.of.federal
    if (!absent(taxedBenefits))
      used.push(
        f`max(0, ${benefits.rate} * ${taxedBenefits} - ${benefits.phaseOutRate} * max(0, ${measured(base.measures, benefits.of)} - ${ctx.amount(benefits.start, 'socialSecurity')}))`,
      )
  }
  return { used: plus(...used), refundable: plus(...refundable) }
}

function credit(ctx: StateContext, item: Credit, base: CreditBase): Operand {
  const { measures, tax, taxable } = base
  const { owner, spouse, dependents, federal } = ctx.of
  if ('statuses' in item && item.statuses && !item.statuses.includes(ctx.status)) return 0
  const amount = (value: Parameters<StateContext['amount']>[0]) => ctx.amount(value, 'credits')
  const within = (value: Operand): Operand =>
    limited(ctx, 'credits', reduced(ctx, 'credits', value, item.reduce, measures, 1), item, measures)
  switch (item.form) {
    case 'shareOfTax': {
      const table = ctx.pick(item.tables)
      const share = ctx.lookup(table, measured(measures, item.of), item.name, 'credits', 'factor', item.inclusive)
      const all = f`${share} * ${tax}`
      const most = item.max === undefined ? all : f`min(${amount(item.max)}, ${all})`
      if (item.when !== 'bothEarn500') return most
      if (!spouse) return 0
      const own = [plus(earned(owner, true), owner.withdrawals), plus(earned(spouse, true), spouse.withdrawals)]
      return own.some(absent) ? 0 : f`if(and(${own[0]!} >= ${dollars(500)}, ${own[1]!} >= ${dollars(500)}), ${most}, 0)`
    }
    case 'byAged': {
      const count = forAged(ctx, item.age, 1)
      const amounts = ctx.pick(item.amounts)
      if (absent(count)) return 0
      const steps = amounts
        .slice(1)
        .map((value, i): Operand => f`if(${count} >= ${i + 1}, ${amount(value - amounts[i]!)}, 0)`)
      return within(plus(...steps))
    }
    case 'tableOf': {
      const of = measured(measures, item.of)
      return absent(of) ? 0 : within(ctx.lookup(item.table, of, item.name, 'credits', 'usd'))
    }
    case 'shareOfLesserEarned': {
      if (!spouse) return 0
      const withProfit = item.earnedIncludes?.includes('practiceProfit') ?? false
      const own = withProfit ? [earned(owner, true), earned(spouse, true)] : [netEarned(owner), netEarned(spouse)]
      if (own.some(absent)) return 0
      const lesser = f`max(0, min(${own[0]!}, ${own[1]!}))`
      const counted = item.earnedCap === undefined ? lesser : f`min(${amount(item.earnedCap)}, ${lesser})`
      const all = f`${item.rate} * ${counted}`
      return item.max === undefined ? all : f`min(${amount(item.max)}, ${all})`
    }
    case 'perAgedWithoutRetirementExclusion':
      return plus(
        ...ctx.people.map(({ age, withdrawals }) => {
          const full = fromAge(age, item.age, amount(item.amount))
          return absent(full) || absent(withdrawals) ? full : f`if(${withdrawals} > 0, 0, ${full})`
        }),
      )
    case 'utah': {
      const deps = absent(dependents) ? 0 : f`${dependents} * ${amount(item.perDependent)}`
      return f`max(0, ${item.rate} * ${plus(federal.deduction, deps) === federal.deduction ? federal.deduction : f`(${federal.deduction} + ${deps})`} - ${item.phaseOutRate} * max(0, ${taxable} - ${amount(item.start)}))`
    }
    case 'virginiaSpouse':
      return virginiaSpouse(ctx, item.max, base)
    case 'minnesotaMarriage':
      return minnesotaMarriage(ctx, item, base)
    case 'northDakotaMarriage':
      return northDakotaMarriage(ctx, item, base)
    case 'arkansasLow': {
      const steps = f`ceil(max(0, ${taxable} - ${amount(item.start)}) / ${dollars(item.step)})`
      return f`${base.computations} * max(0, ${amount(item.amount)} - ${dollars(item.amountPerStep)} * ${steps})`
    }
    case 'pennsylvaniaForgiveness': {
      const from = plus(amount(item.base), absent(dependents) ? 0 : f`${dependents} * ${amount(item.perDependent)}`)
      const steps = f`ceil(max(0, ${taxable} - (${from})) / ${dollars(item.step)})`
      return f`max(0, 1 - ${item.sharePerStep} * ${steps}) * ${tax}`
    }
    default:
      return personAmount(ctx, 'credits', item, measures, item.name ?? 'credit')
  }
}

/**
 * Tax on taxable income less tax on two parts of it: the lower earner's income, and the rest, which is at least half.
 */
function virginiaSpouse(ctx: StateContext, max: number, { tax, taxable, incomes, measures }: CreditBase): Operand {
  const [own, spouses] = incomes
  if (own === undefined || spouses === undefined) return 0
  const each = ctx.people.map((person, i): Operand => {
    const single = { ...ctx, people: [person] }
    const exempt = plus(
      ...(ctx.law.exemptions ?? []).map((item) => personAmount(single, 'exemptions', item, measures, 'exemption')),
    )
    return f`${incomes[i]!} - (${exempt})`
  })
  const lesser = f`max(0, min(${each[0]!}, ${each[1]!}))`
  const on = (income: Operand): Operand => ctx.brackets(ctx.law.brackets!, income, 'brackets', ctx.scale('brackets'))
  const smaller = on(f`min(${lesser}, ${taxable} / 2)`)
  const larger = on(f`max(${taxable} - ${lesser}, ${taxable} / 2)`)
  return f`if(${lesser} > 0, clamp(${tax} - (${smaller} + ${larger}), 0, ${ctx.amount(max, 'credits')}), 0)`
}

/**
 * The penalty of a joint return for two earners: joint tax less the tax of two single people, one of whom has the lower
 * earner's income less a deduction. That income is pay and net self-employment; Minnesota adds taxed benefits.
 */
function marriageCredit(
  ctx: StateContext,
  own: readonly [Operand, Operand],
  deduction: Operand,
  max: number,
  { taxable }: CreditBase,
): { readonly lesser: Operand; readonly credit: Operand } | undefined {
  if (own.some(absent)) return undefined
  const lesser = f`max(0, min(${own[0]}, ${own[1]}))`
  const brackets = ctx.law.brackets!
  const single = 'mfj' in brackets ? brackets.single : brackets
  const on = (income: Operand): Operand =>
    ctx.brackets(single, income, 'brackets of a single person', ctx.scale('brackets'))
  const joint = ctx.brackets(brackets, taxable, 'brackets', ctx.scale('brackets'))
  const first = f`max(0, ${lesser} - ${deduction})`
  const credit = f`clamp(${joint} - (${on(first)} + ${on(f`max(0, ${taxable} - ${first})`)}), 0, ${ctx.amount(max, 'credits')})`
  return { lesser, credit }
}

/** Pay and self-employment less half the tax on it. */
const netEarned = (person: Person): Operand => minus(earned(person, false), person.halfSelfEmploymentTax)

function minnesotaMarriage(
  ctx: StateContext,
  item: Extract<Credit, { form: 'minnesotaMarriage' }>,
  base: CreditBase,
): Operand {
  const { owner, spouse, federal } = ctx.of
  const rule = ctx.law.standardDeduction
  if (!spouse || ctx.status !== 'mfj' || rule?.form !== 'amount') return 0
  const single = typeof rule.amount === 'object' ? rule.amount.single : rule.amount
  const found = marriageCredit(
    ctx,
    [plus(netEarned(owner), federal.taxedBenefits), netEarned(spouse)],
    ctx.amount(single, 'standardDeduction'),
    item.max,
    base,
  )
  if (!found) return 0
  const enough = f`and(${found.lesser} >= ${ctx.amount(item.minSpouseIncome, 'credits')}, ${base.taxable} >= ${ctx.amount(item.minTaxableIncome, 'credits')})`
  return f`if(${enough}, ${found.credit}, 0)`
}

function northDakotaMarriage(
  ctx: StateContext,
  item: Extract<Credit, { form: 'northDakotaMarriage' }>,
  base: CreditBase,
): Operand {
  const { owner, spouse } = ctx.of
  if (!spouse || ctx.status !== 'mfj') return 0
  const found = marriageCredit(
    ctx,
    [netEarned(owner), netEarned(spouse)],
    ctx.amount(item.base, 'credits'),
    item.max,
    base,
  )
  if (!found) return 0
  const enough = f`and(${found.lesser} > ${ctx.amount(item.incomeThreshold, 'credits')}, ${base.taxable} > ${ctx.amount(item.taxableIncomeThreshold, 'credits')})`
  return f`if(${enough}, ${found.credit}, 0)`
}
