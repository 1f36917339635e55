import { dollars, f, type Operand } from '../../formula'
import { absent, fromAge, plus } from '../operands'
import { measured, type Measures, type StateContext } from './household'
import type { ByStateStatus, DatedField, Measure, PersonAmount, Reduction, Steps } from './types'

/** Amounts for people, and how they shrink with income. */

/**
 * `amount` reduced by income, one reduction after the other; never below 0. @param count how often the amount is there
 */
export function reduced(
  ctx: StateContext,
  field: DatedField,
  amount: Operand,
  reductions: readonly Reduction[] | undefined,
  measures: Measures,
  count: Operand,
): Operand {
  if (absent(amount)) return 0
  return (reductions ?? []).reduce<Operand>((left, by) => reducedBy(ctx, field, left, by, measures, count), amount)
}

function reducedBy(
  ctx: StateContext,
  field: DatedField,
  amount: Operand,
  by: Reduction,
  measures: Measures,
  count: Operand,
): Operand {
  const income = measured(measures, by.of)
  switch (by.form) {
    case 'linear': {
      const share = f`min(1, max(0, ${income} - ${ctx.amount(by.start, field)}) / ${dollars(ctx.pick(by.width))})`
      const whole = by.reductionRoundedDownTo
      return whole === undefined
        ? f`${amount} * (1 - ${share})`
        : f`${amount} - floor(${amount} * ${share} / ${whole}) * ${whole}`
    }
    case 'steps': {
      const steps = f`max(0, ${income} - ${ctx.amount(by.start, field)}) / ${dollars(ctx.pick(by.step))}`
      const taken = by.rounding === 'up' ? f`ceil(${steps})` : f`floor(${steps})`
      if (by.sharePerStep !== undefined) return f`${amount} * max(0, 1 - ${by.sharePerStep} * ${taken})`
      const each = f`${dollars(ctx.pick(by.amountPerStep!))} * ${taken}`
      const floor = by.floor === undefined ? 0 : ctx.amount(by.floor, field)
      return f`max(${floor}, ${amount} - ${by.each ? f`${count} * (${each})` : each})`
    }
    case 'rates': {
      const taken = ctx.brackets(by.brackets, income, 'reduction', ctx.scale(field))
      if (by.maxShare === undefined) return f`max(0, ${amount} - ${taken})`
      const most = f`${by.maxShare} * ${amount}`
      const less = f`min(${most}, ${taken})`
      return by.maxShareAbove === undefined
        ? f`${amount} - ${less}`
        : f`${amount} - if(${income} > ${ctx.amount(by.maxShareAbove, field)}, ${most}, ${less})`
    }
    case 'dollarForDollar':
      return f`max(0, ${amount} - max(0, ${income} - ${ctx.amount(by.start, field)}))`
    case 'linearRate':
      return f`max(0, ${amount} - ${ctx.pick(by.rate)} * max(0, ${income} - ${ctx.amount(by.start, field)}))`
  }
}

interface Limited {
  readonly limit?: { readonly of: Measure; readonly limit: ByStateStatus<number> }
  readonly limitBelow?: { readonly of: Measure; readonly limit: ByStateStatus<number> }
}

/** `amount` while income is within the limits; otherwise 0. */
export function limited(
  ctx: StateContext,
  field: DatedField,
  amount: Operand,
  { limit, limitBelow }: Limited,
  measures: Measures,
): Operand {
  if (absent(amount)) return 0
  let left = amount
  if (limit) left = f`if(${measured(measures, limit.of)} <= ${ctx.amount(limit.limit, field)}, ${left}, 0)`
  if (limitBelow)
    left = f`if(${measured(measures, limitBelow.of)} < ${ctx.amount(limitBelow.limit, field)}, ${left}, 0)`
  return left
}

/** The sum over the people on the return. */
export const forAged = (ctx: StateContext, age: number, amount: Operand): Operand =>
  plus(...ctx.people.map((person) => fromAge(person.age, age, amount)))

/** An exemption or credit per person. */
export function personAmount(
  ctx: StateContext,
  field: DatedField,
  item: PersonAmount,
  measures: Measures,
  what: string,
): Operand {
  const { dependents } = ctx.of
  const people = ctx.people.length
  const withDependents = (counts: boolean | undefined): Operand => plus(people, counts ? dependents : 0)
  const times = (count: Operand, amount: Operand): Operand =>
    absent(count) || absent(amount) ? 0 : count === 1 ? amount : f`${count} * ${amount}`
  const table = (steps: Steps, of: Measure, inclusive = false): Operand =>
    ctx.lookup(steps, measured(measures, of), what, field, 'usd', inclusive)
  let amount: Operand
  let count: Operand = 1
  switch (item.form) {
    case 'amount':
      amount = ctx.amount(item.amount, field)
      break
    case 'perPerson': {
      const extra = item.agedExtra
      const aged = extra ? forAged(ctx, extra.age, 1) : 0
      count = plus(withDependents(item.countsDependents), aged)
      amount = plus(
        times(withDependents(item.countsDependents), ctx.amount(item.amount, field)),
        extra ? forAged(ctx, extra.age, ctx.amount(extra.amount, field)) : 0,
        item.headOfHouseholdExtra && ctx.status === 'hoh' ? ctx.amount(item.headOfHouseholdExtra, field) : 0,
      )
      break
    }
    case 'perAged':
      amount = forAged(ctx, item.age, ctx.amount(item.amount, field))
      break
    case 'perReturnAged': {
      const aged = forAged(ctx, item.age, 1)
      amount = absent(aged) ? 0 : f`if(${aged} > 0, ${ctx.amount(item.amount, field)}, 0)`
      break
    }
    case 'perDependent':
      count = dependents
      amount = times(dependents, 'table' in item ? table(item.table, item.of) : ctx.amount(item.amount, field))
      break
    case 'perPersonTable':
      amount = times(withDependents(item.countsDependents), table(ctx.pick(item.tables), item.of, item.inclusive))
      break
    case 'newMexicoLowMiddle':
      amount = times(people, ctx.amount(item.perPerson, field))
      count = people
      break
  }
  return limited(ctx, field, reduced(ctx, field, amount, item.reduce, measures, count), item, measures)
}

/** The exemptions of the people on the return. */
export const exemptions = (ctx: StateContext, measures: Measures): Operand =>
  plus(...(ctx.law.exemptions ?? []).map((item) => personAmount(ctx, 'exemptions', item, measures, 'exemption')))
