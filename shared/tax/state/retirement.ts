import { f, type Operand } from '../../formula'
import { absent, least, minus, plus } from '../operands'
import { exemptions, limited, reduced } from './amounts'
import { benefitsReceived, choose } from './benefits'
import { earned, measured, type Measures, type Person, type StateContext } from './household'
import type { Counted, RetirementIncome } from './types'

/**
 * How much retirement income the state excludes. Withdrawals, interest, dividends and gain are the owner's; a spouse
 * has their own wages and, where it counts, profit.
 * @param excluded the part of the benefits already excluded
 */
export function retirementExclusion(ctx: StateContext, measures: Measures, excluded: Operand): Operand {
  const { retirementIncome: rule } = ctx.law
  const { owner } = ctx.of
  switch (rule.form) {
    case 'taxed':
    // The lesser of two computations, chosen where the total tax is known.
    case 'wisconsin':
      return 0
    case 'exempt':
      return rule.minAge === undefined ? owner.withdrawals : choose(owner.age, rule.minAge, owner.withdrawals, 0)
    case 'newJersey': {
      const total = measured(measures, 'stateAgiLessTaxedBenefits')
      const work = plus(...ctx.people.map((person) => earned(person, true)))
      // Someone with almost no earned income may use the exclusion against all income.
      const counted = absent(work)
        ? total
        : f`if(${work} <= ${ctx.amount(rule.earnedUpTo, 'retirementIncome')}, ${total}, ${owner.withdrawals})`
      const share = ctx.lookup(
        ctx.pick(rule.shareByTotalIncome),
        total,
        'pension exclusion by total income',
        'retirementIncome',
        'factor',
        true,
      )
      const most = ctx.amount(rule.max, 'retirementIncome')
      return choose(owner.age, rule.minAge, f`min(${most}, ${share} * max(0, ${counted}))`, 0)
    }
    case 'exclusion':
      return limited(ctx, 'retirementIncome', exclusion(ctx, rule, measures, excluded), rule, measures)
  }
}

type Exclusion = Extract<RetirementIncome, { form: 'exclusion' }>

function exclusion(ctx: StateContext, rule: Exclusion, measures: Measures, excluded: Operand): Operand {
  const { owner, federal } = ctx.of
  if (rule.perReturn !== undefined) return perReturn(ctx, rule, measures)
  if (rule.shareByAgi !== undefined) {
    if (absent(owner.withdrawals)) return 0
    const share = ctx.lookup(
      ctx.pick(rule.shareByAgi),
      federal.agi,
      'pension exclusion by income',
      'retirementIncome',
      'factor',
    )
    return f`${rule.iraShare ?? 1} * ${share} * ${owner.withdrawals}`
  }
  return plus(...ctx.people.map((person) => ofPerson(ctx, rule, measures, person, person === owner ? excluded : 0)))
}

function ofPerson(ctx: StateContext, rule: Exclusion, measures: Measures, person: Person, excluded: Operand): Operand {
  const isOwner = person === ctx.of.owner
  const earning = rule.earnedUpTo === undefined ? 0 : earned(person, false)
  const counted = (kinds: readonly Counted[]): Operand =>
    plus(
      ...(isOwner ? kinds : []).map((kind) => (kind === 'withdrawals' ? person.withdrawals : ctx.of[kind])),
      absent(earning) ? 0 : f`min(${ctx.amount(rule.earnedUpTo!, 'retirementIncome')}, max(0, ${earning}))`,
    )
  const less = plus(
    rule.lessBenefits && isOwner ? benefitsReceived(ctx) : 0,
    rule.lessExcludedBenefits && isOwner ? excluded : 0,
  )
  const at = (amount: Operand, kinds: readonly Counted[]): Operand => {
    const income = counted(kinds)
    if (absent(income) || absent(amount)) return 0
    const full = reduced(ctx, 'retirementIncome', amount, rule.reduce, measures, 1)
    return least(absent(less) ? full : f`max(0, ${full} - (${less}))`, f`max(0, ${income})`)
  }
  const amount = (value: number) => ctx.amount(value, 'retirementIncome')
  if (rule.perPersonByAge)
    return rule.perPersonByAge.reduce<Operand>((younger, [age, value]) => {
      const here = at(
        amount(value),
        age >= 60 && rule.countsFrom60 ? [...rule.counts, ...rule.countsFrom60] : rule.counts,
      )
      return age === 0 ? here : choose(person.age, age, here, younger)
    }, 0)
  const here = at(amount(rule.perPerson!), rule.counts)
  const from = rule.minAge ?? rule.minAgeOwner
  return from === undefined
    ? here
    : choose(rule.minAgeOwner === undefined ? person.age : ctx.of.owner.age, from, here, 0)
}

/** Michigan: an amount per return or, for some birth years, a standard deduction against all income from age 67. */
function perReturn(ctx: StateContext, rule: Exclusion, measures: Measures): Operand {
  const { owner, calendarYear, federal } = ctx.of
  const most = ctx.amount(rule.perReturn!, 'retirementIncome')
  const free = absent(owner.withdrawals) ? 0 : f`min(${owner.withdrawals}, ${rule.share ?? 1} * ${most})`
  const other = rule.orStandardAt67
  if (!other) return free
  const born =
    typeof owner.age === 'number' && typeof calendarYear === 'number'
      ? calendarYear - owner.age
      : f`${calendarYear} - ${owner.age}`
  const less = plus(
    other.lessPersonalExemptions ? exemptions(ctx, measures) : 0,
    other.lessTaxedBenefits ? federal.taxedBenefits : 0,
  )
  const standard = f`max(0, ${minus(ctx.amount(other.amount, 'retirementIncome'), absent(less) ? 0 : f`(${less})`)})`
  const eligible = f`and(${owner.age} >= 67, ${born} >= ${other.bornFrom}, ${born} < ${other.bornBefore})`
  return f`max(${free}, if(${eligible}, ${standard}, 0))`
}
