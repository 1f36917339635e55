import type { Outcome, View } from '../../model'
import { figureId, type Dollars } from '../money'

/** What a lead over keeping consists of; the steps add up to the total. */
export interface LeadSteps {
  readonly name: string
  readonly steps: readonly { readonly label: string; readonly amount: number }[]
  readonly total: number
}

const STEPS = [
  ['leadFromSale', 'The sale, after tax'],
  ['leadFromIncome', 'Pay and profit until retirement'],
  ['leadFromReturns', 'Investment returns'],
  ['leadFromShortfall', 'Unfunded spending'],
] as const

/** Where an associate, who sells nothing and draws no profit, needs other words. */
const ASSOCIATES: Readonly<Partial<Record<string, string>>> = {
  leadFromSale: 'Bonuses and equity, after tax',
  leadFromIncome: 'Pay until retirement',
}

/** How the lead of a path over keeping at retirement comes about; undefined for keeping itself. */
export function leadSteps(outcome: Outcome, path: string, view: View, dollars: Dollars): LeadSteps | undefined {
  const of = (id: string) => outcome.figure(path, view, figureId(outcome, path, view, id, dollars))
  const total = of('leadAtRetirement')
  const name = outcome.paths.find(({ id }) => id === path)?.name
  if (total === undefined || name === undefined) return undefined
  const steps = STEPS.flatMap(([id, label]) => {
    const amount = of(id)
    const owns = outcome.document.practice.role === 'owner'
    return amount === undefined || (id === 'leadFromShortfall' && Math.abs(amount) < 0.5)
      ? []
      : [{ label: (!owns && ASSOCIATES[id]) || label, amount }]
  })
  return { name, steps, total }
}
