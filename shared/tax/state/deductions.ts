import { f, type Operand } from '../../formula'
import { absent, fromAge, least, minus, plus, times } from '../operands'
import { forAged, reduced } from './amounts'
import { measured, type Measures, type StateContext } from './household'

/** The state's standard deduction. @param base the amount for the filing status, if not the statutory one */
export function standardDeduction(ctx: StateContext, measures: Measures, separately: boolean): Operand {
  const { standardDeduction: rule } = ctx.law
  const { federal } = ctx.of
  if (!rule) return 0
  if (rule.form !== 'amount') return rule.form === 'federal' ? federal.deduction : 0
  const amount = (value: Parameters<StateContext['amount']>[0]) => ctx.amount(value, 'standardDeduction')
  const own = separately && rule.separateOnOneReturn && typeof rule.amount === 'object' ? rule.amount.mfs : rule.amount
  const basic = rule.atMostFederalBasic ? least(amount(own), federal.basicStandardDeduction) : amount(own)
  const full = plus(
    basic,
    rule.perAged ? forAged(ctx, rule.perAged.age, amount(rule.perAged.amount)) : 0,
    rule.federalAged ? f`${federal.standardDeduction} - ${federal.basicStandardDeduction}` : 0,
  )
  const standard = reduced(ctx, 'standardDeduction', full, rule.reduce, measures, 1)
  if (!rule.orPayrollTaxes) return standard
  const paid = plus(...ctx.people.map((person) => person.payrollTax), federal.additionalMedicare)
  return absent(paid) ? standard : f`max(${standard}, ${paid})`
}

/** Federal income tax, to the extent that the state allows a deduction for it. */
export function federalTaxDeduction(ctx: StateContext, measures: Measures): Operand {
  const { federalTaxDeduction: rule } = ctx.law
  const paid = ctx.of.federal.incomeTax
  if (!rule || rule.form === 'none' || absent(paid)) return 0
  switch (rule.form) {
    case 'full':
      return f`max(0, ${paid})`
    case 'shareByIncome': {
      const share = ctx.lookup(
        rule.shares,
        measured(measures, rule.of),
        'share of federal tax deducted',
        'federalTaxDeduction',
        'factor',
      )
      return f`min(${ctx.amount(rule.cap, 'federalTaxDeduction')}, ${share} * max(0, ${paid}))`
    }
    case 'capByIncome': {
      const cap = ctx.lookup(
        ctx.pick(rule.caps),
        measured(measures, rule.of),
        'federal tax deducted at most',
        'federalTaxDeduction',
        'usd',
      )
      return f`min(${times(1, ctx.scale('federalTaxDeduction') === 1 ? cap : f`${cap} * ${ctx.scale('federalTaxDeduction')}`)}, max(0, ${paid}))`
    }
  }
}

/** Additions to the base. */
export function additions(ctx: StateContext, measures: Measures): Operand {
  const { federal } = ctx.of
  return plus(
    ...(ctx.law.additions ?? []).map((item): Operand => {
      switch (item.form) {
        case 'halfSelfEmploymentTax':
          return plus(...ctx.people.map((person) => person.halfSelfEmploymentTax))
        case 'federalSeniorDeduction':
          return federal.seniorDeduction
        case 'qbiDeduction':
          if (absent(federal.qbiDeduction) || !item.whenAbove) return federal.qbiDeduction
          return f`if(${measured(measures, item.whenAbove.of)} > ${ctx.amount(item.whenAbove.limit, 'additions')}, ${federal.qbiDeduction}, 0)`
        case 'federalDeductionsOver':
          return f`if(${measured(measures, item.whenAtLeast.of)} >= ${ctx.amount(item.whenAtLeast.limit, 'additions')}, max(0, ${federal.deduction} - ${ctx.amount(item.exempt, 'additions')}), 0)`
        case 'federalStandardOver':
          return f`max(0, ${federal.basicStandardDeduction} - ${ctx.amount(item.amount, 'additions')})`
      }
    }),
  )
}

/** Subtractions other than benefits, gain and retirement income. */
export function subtractions(
  ctx: StateContext,
  measures: Measures,
  excludedBenefits: Operand,
  retirementExclusion: Operand,
  incomes: readonly Operand[],
): Operand {
  const { federal, dependents } = ctx.of
  const amount = (value: Parameters<StateContext['amount']>[0]) => ctx.amount(value, 'subtractions')
  return plus(
    ...(ctx.law.subtractions ?? []).map((item): Operand => {
      switch (item.form) {
        case 'federalSeniorDeduction':
          return federal.seniorDeduction
        case 'qbiDeduction':
          return federal.qbiDeduction
        case 'perAged':
          return forAged(ctx, item.age, amount(item.amount))
        case 'perAgedPhased': {
          const full = forAged(ctx, item.age, amount(item.amount))
          return absent(full)
            ? 0
            : f`max(0, ${full} - ${item.rate} * max(0, ${measured(measures, item.of)} - ${amount(item.start)}))`
        }
        case 'perAgedLessRetirementExclusion':
          // Withdrawals and their exclusion are the owner's; a spouse gets the full amount.
          return plus(
            ...ctx.people.map(({ age }, i) => {
              const full = fromAge(age, item.age, amount(item.amount))
              return i > 0 || absent(full) ? full : f`max(0, ${minus(full, retirementExclusion)})`
            }),
          )
        case 'perAgedLessExcludedBenefits':
          return plus(
            ...ctx.people.map((person, i) => {
              const left = minus(amount(item.amount), i === 0 ? excludedBenefits : 0)
              const most = f`max(0, min(${left}, ${incomes[i] ?? 0}))`
              return typeof person.age === 'number'
                ? person.age >= item.age
                  ? most
                  : 0
                : f`if(${person.age} >= ${item.age}, ${most}, 0)`
            }),
          )
        case 'payrollTaxesUpTo':
          return plus(
            ...ctx.people.map(({ payrollTax }) =>
              absent(payrollTax) ? 0 : f`min(${payrollTax}, ${amount(item.perPerson)})`,
            ),
          )
        case 'lesserIncomeOfSpouses':
          return incomes.length === 2 && item.statuses.includes(ctx.status)
            ? f`max(0, min(${amount(item.max)}, ${incomes[0]!}, ${incomes[1]!}))`
            : 0
        case 'perDependent':
          return absent(dependents) ? 0 : f`${dependents} * ${amount(item.amount)}`
      }
    }),
  )
}
