import { dollars, f, type Operand } from '../../formula'
import { absent } from '../operands'
import { measured, type Measures, type StateContext } from './household'

/** How much of the federally taxed Social Security benefits the state leaves free. */
export function excludedBenefits(ctx: StateContext, measures: Measures): Operand {
  const { socialSecurity: rule } = ctx.law
  const { federal, owner } = ctx.of
  const { taxedBenefits: taxed } = federal
  if (absent(taxed)) return 0
  const limit = (value: Parameters<StateContext['amount']>[0]) => ctx.amount(value, 'socialSecurity')
  switch (rule.form) {
    case 'exempt':
      return taxed
    case 'federal':
    case 'credit':
      return 0
    case 'byAge':
      // Bands from the oldest down: the first whose age has been reached applies.
      return rule.bands.toReversed().reduce<Operand>((younger, band) => {
        let free: Operand = taxed
        if (band.exempt !== 'all') free = band.exemptUpTo ? f`min(${taxed}, ${limit(band.exemptUpTo)})` : 0
        if (band.allIfAgiUpTo !== undefined)
          free = f`if(${federal.agi} <= ${limit(band.allIfAgiUpTo)}, ${taxed}, ${free})`
        return band.age === 0 ? free : choose(owner.age, band.age, free, younger)
      }, 0)
    case 'exemptUpToIncome': {
      const income = measured(measures, rule.of)
      const within = rule.strictly ? f`${income} < ${limit(rule.limit)}` : f`${income} <= ${limit(rule.limit)}`
      const free = f`if(${within}, ${taxed}, 0)`
      return rule.minAgeOwner === undefined ? free : choose(owner.age, rule.minAgeOwner, free, 0)
    }
    case 'phasedOut': {
      const [start, end] = [ctx.pick(rule.start), ctx.pick(rule.end)]
      const share = f`clamp((${dollars(end)} - ${measured(measures, rule.of)}) / ${dollars(end - start)}, 0, 1)`
      return f`round(100 * ${share}) / 100 * ${taxed}`
    }
    case 'shareAboveIncome':
      return f`if(${measured(measures, rule.of)} <= ${limit(rule.limit)}, ${taxed}, ${rule.shareAbove} * ${taxed})`
    case 'connecticut': {
      const most = f`${rule.taxedAtMost} * min(${benefitsReceived(ctx)}, ${federal.combinedIncomeOverBase})`
      return f`if(${federal.agi} < ${limit(rule.allIfAgiBelow)}, ${taxed}, max(0, ${taxed} - ${most}))`
    }
    case 'minnesota': {
      const steps = f`ceil(max(0, ${federal.agi} - ${limit(rule.fullBelow)}) / ${dollars(ctx.pick(rule.step))})`
      const { amount, incomeAmount, rate } = rule.alternative
      const other = f`min(${taxed}, max(0, ${limit(amount)} - ${rate} * max(0, ${federal.combinedIncome} - ${limit(incomeAmount)})))`
      return f`max(${taxed} * max(0, 1 - ${rule.sharePerStep} * ${steps}), ${other})`
    }
  }
}

/** All benefits received by the people on the return. */
export const benefitsReceived = (ctx: StateContext): Operand => {
  const { owner, spouse } = ctx.of
  return spouse && !absent(spouse.benefits) ? f`${owner.benefits} + ${spouse.benefits}` : owner.benefits
}

/** `then` at or above an age. */
export function choose(age: Operand, from: number, then: Operand, otherwise: Operand): Operand {
  if (typeof age === 'number') return age >= from ? then : otherwise
  return absent(then) && absent(otherwise) ? 0 : f`if(${age} >= ${from}, ${then}, ${otherwise})`
}
