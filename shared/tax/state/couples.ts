import { f, type Operand } from '../../formula'
import { absent, atLeastZero, plus } from '../operands'
import { computation, type Computation } from './computation'
import { credits, type CreditBase } from './credits'
import { stateContext, type StateContext, type StateReturn } from './household'
import { adjust } from './income'
import { scheduleTax } from './regular'

/** Both spouses of a joint return. */

export const creditBase = (
  { tax, taxable, measures }: Computation,
  incomes: readonly Operand[],
  computations: number,
): CreditBase => ({ tax, taxable, measures, incomes, computations })

/** Tax less credits, which cannot make it negative. */
export const after = (tax: Operand, credit: Operand): Operand =>
  absent(credit) ? tax : f`max(0, ${tax} - (${credit}))`

/** Tax after credits when each spouse is computed separately on a combined return. */
export function separately(ctx: StateContext, joint: Computation, incomes: readonly Operand[]): Operand {
  const { of, law } = ctx
  const spouse = of.spouse!
  const alone: StateReturn = { ...of, spouse: undefined }
  const returns: readonly [string, StateReturn][] = [
    ['owner', alone],
    [
      'spouse',
      {
        ...alone,
        owner: spouse,
        dependents: 0,
        deferrals: 0,
        interest: 0,
        dividends: 0,
        qualifiedDividends: 0,
        capitalGain: 0,
        netGain: 0,
        practiceSaleGain: 0,
        realEstateGain: 0,
        entity: undefined,
        federal: { ...of.federal, taxedBenefits: 0 },
      },
    ],
  ]
  const each = returns.map(([name, own], i) => ({
    own: stateContext(ctx.m.scope(name).labeled(`, ${name} alone`), own, [own.owner], ctx.status),
    base: atLeastZero(incomes[i]!),
  }))
  const rule = law.standardDeduction
  if (rule?.form === 'amount' && rule.splitBest) {
    // Deductions may be split freely: total tax is lowest when the two taxable incomes are as equal as possible.
    const together = plus(joint.standard, joint.exempt)
    const [a, b] = each.map(({ own, base }) => adjust(own, base, [base]).stateAgi) as [Operand, Operand]
    const left = f`${a} + ${b} - (${together})`
    const first = f`clamp((${left}) / 2, ${a} - (${together}), ${a})`
    const taxed = (income: Operand) => scheduleTax(ctx, f`max(0, ${income})`, 0)
    return f`${taxed(first)} + ${taxed(f`${left} - (${first})`)}`
  }
  const done = each.map(({ own, base }) => {
    const apart = computation(own, base, [base], 0, true)
    return { tax: apart.tax, credit: credits(own, creditBase(apart, [], 1)).used }
  })
  return law.creditsPerSpouse
    ? plus(...done.map(({ tax, credit }) => after(tax, credit)))
    : after(f`(${plus(...done.map(({ tax }) => tax))})`, plus(...done.map(({ credit }) => credit)))
}
