import { type Expression, f, type Operand } from '../../../formula'
import type { Context, View } from '../../plan/context'
import type { RateKind, Timeline } from '../../plan/timeline'
import type { Deal, Work } from './income'
import { datedTaxWords, incomeTaxMeaning, type PathTaxes } from './path-taxes'
import { declareSaleTaxParts } from './sale-tax-parts'
import { nonzero } from './sums'

/** Tax on income from practice and job, after plan contributions. */
export function taxOnWork(rate: (kind: 'practice' | 'wages') => Operand, work: Work, owns: boolean): Expression {
  const onPay = f`${rate('wages')} * (total(${[...work.wages, ...work.selfEmployment, ...nonzero([work.family])]}) - ${work.contributionAsEmployee})`
  if (!owns) return onPay
  return f`${rate('practice')} * (total(${nonzero([...work.practice, ...work.retained, work.rent, work.passiveRent])}) - ${work.contributionAsOwner}) + ${onPay}`
}

/** Taxes by multiplying each kind of income by its effective rate. */
export function taxesAtEffectiveRates(
  ctx: Context,
  timeline: Timeline,
  scope: string,
  view: View,
  work: Work,
  deal: Deal,
): PathTaxes {
  const m = ctx.model.scope(scope).scope(view)
  const incomeTax = m.under('What you take home').row(
    'incomeTax',
    { label: 'tax on the year’s income', unit: 'usd', meaning: `${incomeTaxMeaning(ctx)}; at effective rates.` },
    taxOnWork((kind) => timeline.rate(kind), work, ctx.owns),
  )
  const items: readonly (readonly [RateKind, Operand])[] = [
    ['ordinary', deal.ordinary],
    ['gain', deal.gain],
    ['gain', deal.exitGain],
    ['gain', deal.buildingGain],
    ['gain', deal.assetGain],
    ['passiveGain', deal.passiveGain],
    ['interest', deal.interest],
    ['wages', deal.wages],
  ]
  const there = items.filter(([, amount]) => amount !== 0)
  const datedTax = m
    .under('Dated cash flows')
    .row(
      'datedTax',
      datedTaxWords(ctx),
      f`total(${there.map(([kind, amount]) => f`${timeline.rate(kind)} * (${amount})`)})`,
    )
  const names: Partial<Record<RateKind, string>> = {
    ordinary: 'ordinary income',
    gain: 'long-term gain',
    passiveGain: 'gain on equity in the parent',
    interest: 'interest',
    wages: ctx.owns ? 'earn-outs taxed as wages' : 'bonuses and forgiven loans',
  }
  const kinds = [...new Set(there.map(([kind]) => kind))]
  declareSaleTaxParts(
    ctx,
    scope,
    view,
    kinds.map((kind) => {
      const amounts = there.filter(([of]) => of === kind).map(([, amount]) => amount)
      return { id: kind, label: names[kind]!, formula: f`${timeline.rate(kind)} * total(${amounts})` }
    }),
  )
  return {
    incomeTax,
    datedTax,
    otherTax: 0,
    withdrawals: undefined,
    rate: (kind) => timeline.rate(kind),
    rateIn: (kind, year) => timeline.rateIn(kind, year),
    rateIfSold: (kind) => timeline.rate(kind),
  }
}
