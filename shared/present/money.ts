import type { Outcome, View } from '../model'

/** Dollars of year 1, or of the year of the cash flow. */
export type Dollars = 'today' | 'future'

/** Rows that are discounted or in today's dollars already. */
const TIMELESS = new Set(['pathPresent', 'pricePresent', 'dealPresent', 'pathYearToday'])

/** Whether a row or figure is restated when the dollars are switched. */
export const restated = (id: string): boolean => !TIMELESS.has(id.slice(id.lastIndexOf('/') + 1))

/**
 * A row of money in the chosen dollars: for today's dollars each year is divided by its price level
 * (`plan/priceIndex`). This is the only arithmetic on money outside the model.
 */
export function inDollars(outcome: Outcome, row: readonly number[], dollars: Dollars): number[] {
  if (dollars === 'future') return [...row]
  const level = outcome.shared('plan/priceIndex')
  return row.map((value, i) => value / level[i]!)
}

/** A row of a path, in the chosen dollars; nothing where the path has no such row. */
export function moneyRow(outcome: Outcome, path: string, view: View, id: string, dollars: Dollars): number[] {
  const row = outcome.row(path, view, id)
  return row ? inDollars(outcome, row, restated(id) ? dollars : 'future') : []
}

/** A figure's id in the chosen dollars: `…Today` where the model has it, otherwise its own id. */
export function figureId(outcome: Outcome, path: string, view: View, id: string, dollars: Dollars): string {
  const today = `${id}Today`
  return dollars === 'today' && outcome.line(path, view, today) ? today : id
}
