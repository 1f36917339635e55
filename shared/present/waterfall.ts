import { isOnTop } from '../case/earn-outs'
import type { Outcome, View } from '../model'

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

/** A row of several waterfalls side by side: the step of each that belongs in it, if it has one. */
export interface StepRow {
  readonly label: string
  readonly steps: readonly (Step | undefined)[]
}

/**
 * Waterfalls side by side on common rows. Each keeps its own order from top to bottom; where two have the same steps in
 * another order, or one has two steps of the same name, a label stands twice.
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

/** Bars that hang on one another, from figures of a path in a view. */
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
    // Less than half a cent is what differences of sums leave.
    if (Math.abs(value) < 0.005) return
    this.steps.push({ id, label, value, kind, contingent, from: this.level, to: this.level + value })
    this.level += value
  }

  /** What counts with its own sign. */
  signed(id: string, label: string): void {
    this.move(id, label, 1, (this.figure(id) ?? 0) < 0 ? 'cost' : 'gain')
  }
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
  const bars = new Steps(figure)
  const offer = outcome.document.offers.find(({ id }) => id === path)

  bars.total('consideration', 'Purchase price')
  for (const component of offer?.components ?? []) {
    if (isOnTop(component)) continue
    const isDoubtful = component.kind === 'rolled' || !component.unconditional
    bars.move(`${component.id}/amount`, component.label, -1, 'later', isDoubtful)
  }
  if (!offer) {
    // A sale to a dentist: the model gives price, received and after tax.
    bars.total('cashAtClose', 'Cash at close')
    bars.total('inPocketAtClose', 'In pocket at close')
    return { id: path, name: found.name, steps: bars.steps }
  }
  if (bars.level !== price) bars.total('cash', 'Cash portion')
  bars.signed('workingCapital', 'Working capital')
  bars.signed('receivables', 'Receivables you keep')
  bars.move('debtPaid', 'Practice debt payoff', -1, 'cost')
  bars.move('sellingCosts', 'Selling costs', -1, 'cost')
  bars.move('staffBonusCost', 'Bonus to staff', -1, 'cost')
  bars.move('tailAtClosing', 'Tail cover', -1, 'cost')
  bars.move('equityBought', 'Equity you buy', -1, 'cost')
  bars.total('cashAtClose', 'Cash at close')
  bars.move('closingTax', 'Tax on closing proceeds', -1, 'cost')
  bars.total('inPocketAtClose', 'In pocket at close')
  return { id: path, name: found.name, steps: bars.steps }
}

/** The parts of the tax on the sale in few words: by the law, then at effective rates. */
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
 * Where the price went: all that the sale pays over the years in a view, what it costs, and its tax by part. What is
 * left is the model's own figure; that the bars meet it is a law that the tests hold them to.
 */
export function whereThePriceWent(outcome: Outcome, path: string, view: View): Waterfall | undefined {
  const found = outcome.paths.find(({ id }) => id === path)
  const figure = (id: string) => outcome.figure(path, view, id)
  if (!found || !figure('saleBeforeTax')) return undefined
  const bars = new Steps(figure)
  if (figure('priceTotal') && figure('saleBesides') !== undefined) {
    bars.total('priceTotal', 'Total purchase price')
    bars.signed('saleBesides', 'Interest, retained share, other')
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
