import { f, type Line, type Model } from '../../formula'
import type { Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { Collections } from './collections'
import type { StepBack } from './step-back'

/** What it costs to run the practice, before owners' pay. */
export interface Costs {
  readonly costs: Line
  readonly costLines: readonly CostLine[]
  readonly labCosts: Line
}

export interface CostLine {
  readonly id: string
  readonly behaviour: 'all' | 'doctors' | 'fixed'
  readonly line: Line
}

export function declareCosts(
  ctx: Context,
  { priceIndex }: Timeline,
  m: Model,
  { collections, doctorsCollections, captured }: Collections,
  stepBack?: StepBack,
): Costs {
  const { practice } = ctx.document
  const input = (field: string) => ctx.input(`practice/${field}`)

  const costLines = practice.costs.map(({ id, label, behaviour }): CostLine => {
    const declaration = { label, unit: 'usd', meaning: 'Operating cost of the practice in the year.' } as const
    const field = (name: string) => input(`costs/${id}/${name}`)
    if (behaviour !== 'fixed') {
      const base = behaviour === 'all' ? collections : doctorsCollections
      return { id, behaviour, line: m.row(`cost/${id}`, declaration, f`${field('share')} * ${base}`) }
    }
    const line = m.row(
      `cost/${id}`,
      declaration,
      field('amount'),
      (self) => f`prev(${self}) * (1 + ${field('growth')})`,
    )
    return { id, behaviour, line }
  })
  const stepBackCosts = stepBack
    ? [
        m.row(
          'associatePay',
          { label: 'pay of the new associate', unit: 'usd', meaning: 'A percentage of what the associate collects.' },
          f`${stepBack.associateRate} * ${captured!}`,
        ),
        m.row(
          'manager',
          { label: 'manager', unit: 'usd', meaning: 'Paid once you step back.' },
          f`${stepBack.managerCost} * ${priceIndex} * ${stepBack.after}`,
        ),
      ]
    : []
  const costs = m.row(
    'costs',
    {
      label: 'costs',
      unit: 'usd',
      meaning: 'All operating costs, perks included, before owners’ pay, interest, taxes and depreciation.',
    },
    f`total(${[...costLines.map(({ line }) => line), ...stepBackCosts]})`,
  )
  const labs = costLines.filter((_, i) => practice.costs[i]!.kind === 'lab').map(({ line }) => line)
  const labCosts = m.row(
    'labCosts',
    { label: 'lab costs', unit: 'usd', meaning: 'The portion of costs paid to labs.' },
    f`total(${labs})`,
  )
  return { costs, costLines, labCosts }
}
