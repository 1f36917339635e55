import type { Outcome } from '../model'

/** One bar between the price and what is in the pocket. */
export interface Step {
  /** The figure of the path that it shows. */
  readonly id: string
  readonly label: string
  /** As the model has it, with the sign with which it counts. */
  readonly value: number
  /**
   * `total`: a sum so far, from zero; `later`: part of the price that is paid later or stays invested; `cost`: what goes
   * to others; `gain`: what is added.
   */
  readonly kind: 'total' | 'later' | 'cost' | 'gain'
  /** Whether it hangs on something that may not come. */
  readonly contingent: boolean
  /** Where the bar begins and ends. */
  readonly from: number
  readonly to: number
}

export interface Waterfall {
  readonly id: string
  readonly name: string
  readonly steps: readonly Step[]
}

/**
 * From the price of what is sold to what is in the pocket on the day of closing, by the model's closing figures. The bars
 * hang on one another; that the running sum meets the model's own sums is a law that the tests hold it to.
 * Management services alone sell nothing: no waterfall.
 */
export function waterfallOf(outcome: Outcome, path: string): Waterfall | undefined {
  const found = outcome.paths.find(({ id }) => id === path)
  const figure = (id: string) => outcome.figure(path, 'expected', id)
  const price = figure('consideration')
  if (!found || !price) return undefined
  const steps: Step[] = []
  let level = 0
  const total = (id: string, label: string) => {
    const value = figure(id)!
    level = value
    steps.push({ id, label, value, kind: 'total', contingent: false, from: 0, to: value })
  }
  const move = (id: string, label: string, sign: 1 | -1, kind: Step['kind'], contingent = false) => {
    const value = sign * (figure(id) ?? 0)
    if (value === 0) return
    steps.push({ id, label, value, kind, contingent, from: level, to: level + value })
    level += value
  }
  const offer = outcome.document.offers.find(({ id }) => id === path)

  total('consideration', 'Price of what you sell')
  for (const component of offer?.components ?? []) {
    if (component.kind === 'rolled') move(`${component.id}/amount`, component.label, -1, 'later', true)
    else if (component.kind !== 'earnOut' || !component.onTop)
      move(`${component.id}/amount`, component.label, -1, 'later', !component.unconditional)
  }
  if (!offer) {
    // A sale to a dentist: the model gives price, received and after tax.
    total('cashAtClose', 'Cash at close')
    total('inPocketAtClose', 'In pocket at close')
    return { id: path, name: found.name, steps }
  }
  if (level !== price) total('cash', 'Paid in cash')
  const signed = (id: string, label: string) => move(id, label, 1, (figure(id) ?? 0) < 0 ? 'cost' : 'gain')
  signed('workingCapital', 'Working capital')
  signed('receivables', 'Receivables you keep')
  move('debtPaid', 'Practice debt paid off', -1, 'cost')
  move('sellingCosts', 'Costs of the sale', -1, 'cost')
  total('cashAtClose', 'Cash at close')
  move('closingTax', 'Tax at closing', -1, 'cost')
  total('inPocketAtClose', 'In pocket at close')
  return { id: path, name: found.name, steps }
}
