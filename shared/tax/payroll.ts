import { f, type Operand } from '../formula'
import type { Context, Part } from './household'
import { absent, atLeastZero, inYear, least, minus, plus, times } from './operands'

/** Payroll tax: FICA on wages, SECA on self-employment, and the additional Medicare tax on both. */
export interface PayrollTax {
  readonly fica: Part
  readonly netEarnings: Part
  readonly spouseNetEarnings: Part
  readonly seTax: Part
  /** FICA withheld and self-employment tax of each person, the owner first. */
  readonly each: readonly { readonly fica: Operand; readonly seTax: Operand }[]
  /** The part of self-employment tax that is deducted from income. */
  readonly seDeduction: Operand
  readonly additionalMedicare: Part
}

export function declarePayroll(ctx: Context): PayrollTax {
  const { law, of, index } = ctx
  const { payroll } = law
  const base = inYear(payroll.wageBase, index)

  const employee = (wages: Operand): Operand =>
    absent(wages)
      ? 0
      : f`${payroll.socialSecurity} * max(0, min(${wages}, ${base})) + ${payroll.medicare} * max(0, ${wages})`
  const withheld = [employee(of.wages), employee(of.spouseWages)]
  const fica = ctx.row(
    'fica',
    'FICA withheld from wages',
    "The employees' Social Security tax up to the wage base and Medicare tax (26 U.S.C. §3101).",
    plus(...withheld),
  )

  // Below $400 of net earnings no self-employment tax is due: one of the few cliffs in the law.
  const net = (id: string, whose: string, profit: Operand): Part =>
    absent(profit)
      ? 0
      : ctx.row(
          id,
          `net earnings from self-employment${whose}`,
          'Profit less the part that stands for the employer’s half; nothing below the floor (Schedule SE).',
          f`if(${payroll.selfEmploymentShare} * ${profit} < ${payroll.selfEmploymentFrom}, 0, ${payroll.selfEmploymentShare} * ${profit})`,
        )
  const netEarnings = net('netEarnings', '', of.selfEmployment)
  const spouseNetEarnings = net('spouseNetEarnings', ' of the spouse', of.spouseSelfEmployment)

  const tax = (earnings: Part, wages: Operand): Operand => {
    if (earnings === 0) return 0
    const room = absent(wages) ? base : f`max(0, ${base} - max(0, ${wages}))`
    return f`2 * ${payroll.socialSecurity} * ${least(earnings, room)} + 2 * ${payroll.medicare} * ${earnings}`
  }
  const owed = [tax(netEarnings, of.wages), tax(spouseNetEarnings, of.spouseWages)]
  const seTax = ctx.row(
    'seTax',
    'self-employment tax',
    'Both halves of Social Security tax, up to what wages leave of the wage base, and of Medicare tax (26 U.S.C. §1401).',
    plus(...owed),
  )

  const earned = plus(of.wages, of.spouseWages, netEarnings, spouseNetEarnings)
  const additionalMedicare = ctx.row(
    'additionalMedicare',
    'additional Medicare tax',
    'On wages and self-employment together above a threshold that is not indexed (Form 8959).',
    absent(earned) ? 0 : times(payroll.additionalRate, atLeastZero(minus(earned, payroll.additionalThreshold))),
  )
  return {
    fica,
    netEarnings,
    spouseNetEarnings,
    seTax,
    each: [0, 1].map((i) => ({ fica: withheld[i]!, seTax: owed[i]! })),
    seDeduction: times(payroll.deducted, seTax),
    additionalMedicare,
  }
}
