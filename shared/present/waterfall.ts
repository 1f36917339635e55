import { isOnTop } from '../case/earn-outs'
import type { Outcome, View } from '../model'

/** One bar of a waterfall from price to cash in pocket. */
export interface Step {
  /** The figure of the path that it shows. */
  readonly id: string
  readonly label: string
  /** The model's figure, with the sign with which it counts. */
  readonly value: number
  /**
   * `total`: a sum so far, from zero; `later`: part of the price that is paid later or stays invested; `cost`: what goes
   * to others; `gain`: what is added.
   */
  readonly kind: 'total' | 'later' | 'cost' | 'gain'
  /** Whether it is contingent. */
  readonly contingent: boolean
  /** The bar's ends, in dollars. */
  readonly from: number
  readonly to: number
}

export interface Waterfall {
  readonly id: string
  readonly name: string
  readonly steps: readonly Step[]
}

/** A row of several waterfalls side by side: the step of each that belongs in it, if it has one. */
export interface StepRow {
  readonly label: string
  readonly steps: readonly (Step | undefined)[]
}

/**
 * Waterfalls side by side on common rows. Each keeps its own order from top to bottom; where two have the same steps in
 * a different order, or one has two steps of the same name, a label appears twice.
 */
export function alignSteps(all: readonly Waterfall[]): StepRow[] {
  const rows: { label: string; steps: (Step | undefined)[] }[] = []
  for (const [at, { steps }] of all.entries()) {
    let below = 0
    for (const step of steps) {
      const place = rows.findIndex(({ label }, i) => i >= below && label === step.label)
      if (place < 0) rows.splice(below, 0, { label: step.label, steps: all.map(() => undefined) })
      const row = place < 0 ? below : place
      rows[row]!.steps[at] = step
      below = row + 1
    }
  }
  return rows
}

/** Consecutive bars, from figures of a path in a view. */
class Steps {
  readonly steps: Step[] = []
  level = 0

  constructor(private readonly figure: (id: string) => number | undefined) {}

  total(id: string, label: string): void {
    const value = this.figure(id)!
    this.level = value
    this.steps.push({ id, label, value, kind: 'total', contingent: false, from: 0, to: value })
  }

  move(id: string, label: string, sign: 1 | -1, kind: Step['kind'], contingent = false): void {
    const value = sign * (this.figure(id) ?? 0)
    // Ignore floating-point residue of less than half a cent.
    if (Math.abs(value) < 0.005) return
    this.steps.push({ id, label, value, kind, contingent, from: this.level, to: this.level + value })
    this.level += value
  }

  /** A step that is a gain or a cost by its own sign. */
  signed(id: string, label: string): void {
    this.move(id, label, 1, (this.figure(id) ?? 0) < 0 ? 'cost' : 'gain')
  }
}

/**
 * From the purchase price to after-tax cash at closing, by the model's closing figures. Tests check that the running sum
 * meets the model's own totals.
 * Management services alone sell nothing: no waterfall.
 */
export function waterfallOf(outcome: Outcome, path: string): Waterfall | undefined {
  const found = outcome.paths.find(({ id }) => id === path)
  const figure = (id: string) => outcome.figure(path, 'expected', id)
  const price = figure('consideration')
  if (!found || !price) return undefined
  const bars = new Steps(figure)
  const offer = outcome.document.offers.find(({ id }) => id === path)

  bars.total('consideration', 'Purchase price')
  for (const component of offer?.components ?? []) {
    if (isOnTop(component)) continue
    const isDoubtful = component.kind === 'rolled' || !component.unconditional
    bars.move(`${component.id}/amount`, component.label, -1, 'later', isDoubtful)
  }
  if (!offer) {
    // A sale to a dentist, paid at closing.
    bars.move('debtPaid', 'Practice debt payoff', -1, 'cost')
    bars.move('sellingCosts', 'Selling costs', -1, 'cost')
    bars.total('cashAtClose', 'Cash at close')
    bars.move('closingTax', 'Tax on closing proceeds', -1, 'cost')
    bars.total('inPocketAtClose', 'In pocket at close')
    return { id: path, name: found.name, steps: bars.steps }
  }
  if (bars.level !== price) bars.total('cash', 'Cash portion')
  bars.signed('workingCapital', 'Working capital')
  bars.signed('receivables', 'Receivables you keep')
  bars.move('debtPaid', 'Practice debt payoff', -1, 'cost')
  bars.move('sellingCosts', 'Selling costs', -1, 'cost')
  bars.move('staffBonusCost', 'Bonus to staff', -1, 'cost')
  bars.move('tailAtClosing', 'Tail coverage', -1, 'cost')
  bars.move('equityBought', 'Equity you buy', -1, 'cost')
  bars.total('cashAtClose', 'Cash at close')
  bars.move('closingTax', 'Tax on closing proceeds', -1, 'cost')
  bars.total('inPocketAtClose', 'In pocket at close')
  return { id: path, name: found.name, steps: bars.steps }
}

/** Short names of the parts of the tax on the sale: under the law, then at effective rates. */
export const TAX_PARTS: Readonly<Record<string, string>> = {
  corporateTax: 'Corporate tax',
  ordinaryTax: 'Federal, ordinary income',
  gainTax: 'Federal, capital gain',
  amt: 'Alternative minimum tax',
  niit: 'Net investment income tax',
  payroll: 'Payroll tax',
  deferredTaxInterest: 'Interest on deferred tax',
  state: 'State tax',
  ordinary: 'Tax on ordinary income',
  gain: 'Tax on capital gain',
  passiveGain: 'Tax on parent’s equity',
  interest: 'Tax on interest',
  wages: 'Tax on earn-out wages',
}

/**
 * Where the price goes: all sale proceeds over the years in a view, their costs, and the tax on them by part. The last bar
 * is the model's own figure; tests check that the bars meet it.
 */
export function whereThePriceWent(outcome: Outcome, path: string, view: View): Waterfall | undefined {
  const found = outcome.paths.find(({ id }) => id === path)
  const figure = (id: string) => outcome.figure(path, view, id)
  if (!found || !figure('saleBeforeTax')) return undefined
  const bars = new Steps(figure)
  if (figure('priceTotal') && figure('saleBesides') !== undefined) {
    bars.total('priceTotal', 'Total purchase price')
    bars.signed('saleBesides', 'Other proceeds, net')
    bars.move('debtPaid', 'Practice debt payoff', -1, 'cost')
    bars.move('sellingCosts', 'Selling costs', -1, 'cost')
    bars.move('staffBonusCost', 'Bonus to staff', -1, 'cost')
  } else bars.total('saleBeforeTax', found.kind === 'job' ? 'Bonuses and equity' : 'Total sale proceeds')
  const prefix = 'saleTax/'
  for (const [part, label] of Object.entries(TAX_PARTS))
    bars.move(`${prefix}${part}`, found.kind === 'job' && part === 'wages' ? 'Tax on bonuses' : label, -1, 'cost')
  bars.total('saleAfterTax', 'Net after all tax')
  return { id: path, name: found.name, steps: bars.steps }
}
