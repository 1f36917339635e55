import { type EarnOut, type EarnOutPayment, earnOutPayments, hasTargets } from '../../case/earn-outs'
import { type Expression, f, type Line, type Operand } from '../../formula'
import { basisYear, type Context, type When } from '../plan/context'
import type { Affiliation } from './affiliation'
import type { Terms } from './terms'

/** Section 4 of the method: what an earn-out may pay, and the portion that the projected results earn. */
export interface EarnedPayment extends EarnOutPayment {
  readonly when: When
  /** The maximum paid on this date. */
  readonly amount: Line
  /** The portion that the projected result earns; above 1 with catch-up. Undefined for an earn-out with a probability. */
  readonly earned: Line | undefined
}

export interface Earned {
  /** The maximum in total. */
  readonly amount: Line
  readonly payments: readonly EarnedPayment[]
}

export function declareEarnOut(
  ctx: Context,
  affiliation: Affiliation,
  terms: Terms,
  component: EarnOut,
  consideration: Line,
): Earned {
  const { scope, path: offerPath } = terms
  const path = `${offerPath}/components/${component.id}`
  const m = ctx.model.scope(scope).under('The price and how it is paid')
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const dated = earnOutPayments(component).map((payment) => {
    const months = payment.target ? `${path}/targets/${payment.target.id}/months` : `${path}/months`
    return { ...payment, when: ctx.monthsAfter(`${offerPath}/closing`, months) }
  })

  // Measured on the full-year result of the year in which each period ends.
  const byMetric = component.measuredBy === 'metric'
  const row = () =>
    component.metric === 'collections'
      ? affiliation.collections
      : m.row(
          `${component.id}/metric`,
          { label: 'EBITDA after the fee', unit: 'usd', meaning: 'The metric on which the earn-out is measured.' },
          f`${affiliation.affiliatedEbitda} - ${affiliation.managementFee}`,
        )
  const metric = byMetric ? row() : undefined
  const results = dated.flatMap(({ key, label, when }) =>
    metric
      ? [
          m.figure(
            `${key}/result`,
            {
              label: `${label}: projected result`,
              unit: 'usd',
              meaning: 'Full-year figure for the year in which the measurement period ends.',
            },
            f`at(${metric}, ${basisYear(when.t, ctx.years)})`,
          ),
        ]
      : [],
  )

  const growthOf = (result: Operand) => f`${input('growthShare')} * max(0, ${result} - ${input('growthFrom')})`
  const amount = m.figure(
    `${component.id}/amount`,
    {
      label: component.label,
      unit: 'usd',
      meaning:
        component.basis === 'growth'
          ? 'No cap is stated: the maximum is based on the best result you consider possible, or on the projected result if higher.'
          : 'As promised: principal, or the maximum payable.',
    },
    component.basis === 'growth'
      ? bestOf(component.bestResult === null ? [] : [input('bestResult')], results, growthOf)
      : component.basis === 'fixed'
        ? input('amount')
        : f`${input('share')} * ${consideration}`,
  )

  const partOf = ({ target }: EarnOutPayment) => input(`targets/${target!.id}/part`)
  const targetOf = ({ target }: EarnOutPayment) => (target ? input(`targets/${target.id}/target`) : input('target'))
  const earnedOf = (payment: EarnOutPayment, i: number): Expression =>
    component.basis === 'growth'
      ? f`if(${amount} > 0, ${growthOf(results[i]!)} / ${amount}, 0)`
      : earnedPart(component, results[i]!, input('floor'), targetOf(payment))
  const rate = (key: string, label: string, meaning: string, formula: Operand) =>
    m.figure(key, { label, unit: 'rate', meaning }, formula)
  const MEANING =
    'Based on the projected result: all or nothing, in proportion to the target, or between floor and target.'

  if (!hasTargets(component)) {
    const [only] = dated
    const { key, label } = only!
    const earned = metric && rate(`${key}/earned`, `${label}: portion earned`, MEANING, earnedOf(only!, 0))
    return { amount, payments: [{ ...only!, amount, earned }] }
  }
  let toDate: Line | undefined
  const payments = dated.map((payment, i): EarnedPayment => {
    const { key, label } = payment
    const most = m.figure(
      `${key}/amount`,
      {
        label,
        unit: 'usd',
        meaning: 'Its share of the earn-out: the maximum paid on this date before any catch-up.',
      },
      f`${partOf(payment)} * ${amount}`,
    )
    if (!metric) return { ...payment, amount: most, earned: undefined }
    const own = rate(`${key}/earnedAlone`, `${label}: portion earned by its own year`, MEANING, earnedOf(payment, i))
    if (!component.catchUp) return { ...payment, amount: most, earned: own }
    const past = dated.slice(0, i + 1)
    const before: Operand = toDate ?? 0
    toDate = rate(
      `${key}/earnedToDate`,
      `${label}: earned to date`,
      'Share of the whole earn-out: what each year earned, or every installment to date once cumulative results reach cumulative targets.',
      f`max(${before} + ${partOf(payment)} * ${own}, if(total(${results.slice(0, i + 1)}) >= total(${past.map(targetOf)}), total(${past.map(partOf)}), 0))`,
    )
    const earned = rate(
      `${key}/earned`,
      `${label}: portion earned`,
      'Share of this installment; above 100% when it makes up for missed ones.',
      f`if(${partOf(payment)} > 0, (${toDate} - ${before}) / ${partOf(payment)}, 0)`,
    )
    return { ...payment, amount: most, earned }
  })
  return { amount, payments }
}

/** What the best of the results pays; nothing where there are none. */
function bestOf(
  entered: readonly Operand[],
  projected: readonly Operand[],
  pays: (result: Operand) => Expression,
): Expression {
  const [first, ...rest] = [...entered, ...projected]
  if (first === undefined) return f`0`
  return pays(rest.reduce<Operand>((best, result) => f`max(${best}, ${result})`, first))
}

/** The portion of the maximum that a result earns, 0 to 1. */
function earnedPart(component: EarnOut, result: Operand, floor: Operand, target: Operand): Expression {
  const reached = f`if(${result} >= ${target}, 1, 0)`
  if (component.cliff) return reached
  if (component.inProportion === 'ofTarget')
    return f`if(${result} < ${floor}, 0, if(${target} > 0, clamp(${result} / ${target}, 0, 1), ${reached}))`
  return f`if(${target} > ${floor}, clamp((${result} - ${floor}) / (${target} - ${floor}), 0, 1), ${reached})`
}
