import { f, type Line, type Operand } from '../formula'
import type { Context, Part } from './household'
import { atLeastZero, absent, fromAge, inCalendarYear, inYear, minus, plus, times } from './operands'
import { SALT_CAP, SALT_THRESHOLD, SENIOR_DEDUCTION } from './parameters'

/** Deductions from adjusted gross income before the deduction for business income. */
export interface Deductions {
  /** Standard or itemized deduction for measuring the business deduction: before the §68 limitation. */
  readonly beforeCut: Operand
  /** Declares the deduction allowed; the §68 limitation needs the deduction for business income. */
  readonly finish: (qbiDeduction: Operand) => Operand
  readonly salt: Part
  /** The deduction allowed for the minimum tax: no standard deduction, no state taxes, no limitation. */
  readonly allowedInMinimumTax: (deduction: Operand) => Operand
}

/** Deductions available with or without itemizing, and the standard deduction. */
export interface Allowances {
  /** The standard deduction with its additions for age, and without. */
  readonly standard: Operand
  readonly basicStandard: Operand
  readonly senior: Part
}

export function declareAllowances(ctx: Context, agi: Line): Allowances {
  return {
    standard: declareStandard(ctx),
    basicStandard: inYear(ctx.law.standardDeduction, ctx.index),
    senior: declareSenior(ctx, agi),
  }
}

/** @param stateTax the owner's state tax, if it is an itemized deduction */
export function declareDeductions(
  ctx: Context,
  agi: Line,
  { standard, senior }: Allowances,
  stateTax: Operand,
): Deductions {
  const { deduction } = ctx.of
  if (deduction.kind === 'standard')
    return { beforeCut: standard, finish: () => standard, salt: 0, allowedInMinimumTax: () => 0 }

  const { law, index } = ctx
  const salt = declareSalt(ctx, agi, plus(deduction.stateAndLocalTaxes ?? 0, deduction.withStateTax ? stateTax : 0))
  const { charity = 0 } = deduction
  const gifts = absent(charity) ? 0 : atLeastZero(minus(charity, times(law.giftFloor, f`max(0, ${agi})`)))
  const itemized = ctx.row(
    'itemizedBeforeCut',
    'itemized deductions before the cut',
    'State and local taxes within their cap, mortgage interest, gifts above their floor, and others (Schedule A).',
    plus(salt, deduction.mortgageInterest ?? 0, gifts, deduction.other ?? 0),
  )
  const greater = deduction.kind === 'greater'
  return {
    beforeCut: greater ? f`max(${itemized}, ${standard})` : itemized,
    finish: (qbiDeduction) => {
      const inTopBracket = f`max(0, ${minus(minus(agi, plus(senior, qbiDeduction) === 0 ? 0 : f`(${plus(senior, qbiDeduction)})`), inYear(law.topBracketFrom, index))})`
      const afterCut =
        law.itemizedCut.value === 0 || itemized === 0
          ? itemized
          : f`${itemized} - ${law.itemizedCut} * min(${itemized}, ${inTopBracket})`
      return ctx.row(
        'deduction',
        greater ? 'greater of standard and itemized deduction' : 'itemized deductions',
        'Itemized deductions less 2/37 of the lesser of them and of the income in the top bracket (26 U.S.C. §68).',
        greater ? f`max(${standard}, ${afterCut})` : afterCut,
      )
    },
    salt,
    allowedInMinimumTax: (counted) => {
      const allowed = minus(itemized, salt)
      return greater ? f`if(${counted} > ${standard}, ${allowed}, 0)` : allowed
    },
  }
}

function declareStandard(ctx: Context): Operand {
  const { law, index, of } = ctx
  const each = inYear(law.agedEach, index)
  return ctx.row(
    'standardDeduction',
    'standard deduction',
    'The fixed amount for the filing status, and more for each person age 65 or older (26 U.S.C. §63).',
    plus(
      inYear(law.standardDeduction, index),
      fromAge(of.age, law.agedFrom, each),
      law.joint ? fromAge(of.spouseAge, law.agedFrom, each) : 0,
    ),
  )
}

/** For each person age 65 or older while the law grants it; it phases out with income, equally for both spouses. */
function declareSenior(ctx: Context, agi: Line): Part {
  const { law, of } = ctx
  const spouseAge = law.joint ? of.spouseAge : 0
  if (!law.senior.allowed || (absent(of.age) && absent(spouseAge))) return 0
  const granted = inCalendarYear(SENIOR_DEDUCTION, ctx.calendarYear)
  if (granted === 0) return 0
  const each = f`max(0, ${granted} - ${law.senior.rate} * max(0, ${agi} - ${law.senior.threshold}))`
  return ctx.row(
    'seniorDeduction',
    'senior deduction',
    'For each person age 65 or older in 2025 through 2028, less 6% of income above a threshold (Schedule 1-A, Part V).',
    plus(fromAge(of.age, law.agedFrom, each), fromAge(spouseAge, law.agedFrom, each)),
  )
}

/** State and local taxes: a cap by calendar year that phases down with income to a floor. */
export function declareSalt(ctx: Context, agi: Operand, paid: Operand): Part {
  if (absent(paid)) return 0
  const { law, calendarYear } = ctx
  const { share, phaseDownRate, floor } = law.salt
  const cap = times(share, inCalendarYear(SALT_CAP, calendarYear))
  const threshold = times(share, inCalendarYear(SALT_THRESHOLD, calendarYear))
  return ctx.row(
    'saltDeduction',
    'deducted state and local taxes',
    'State and local taxes paid, at most a cap that shrinks by 30% of income above a threshold, down to a floor (26 U.S.C. §164(b)).',
    f`min(max(0, ${paid}), max(${inYear(floor, 1)}, ${cap} - ${phaseDownRate} * max(0, ${agi} - ${threshold})))`,
  )
}
