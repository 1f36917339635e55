import type { Outcome, View } from '../model'
import { figureId, type Dollars } from './money'
import type { Quoted, Sentence } from './sentence'

/** One sentence with the key fact of a path. */
export function factOf(outcome: Outcome, path: string, view: View, dollars: Dollars): Sentence {
  const quote = (id: string): Quoted => {
    const figure = figureId(outcome, path, view, id, dollars)
    return { path, view, figure, value: outcome.figure(path, view, figure) ?? NaN }
  }
  const job = quote('priceOfTheJob')
  const price = outcome.figure(path, view, 'consideration')
  // At 5% of the price or more it changes how the price reads.
  if (price && job.value >= price / 20) return [job, ' of the price is funded by your own pay cut']
  // An associate has no closing: show the job's pay, and the bonus net of equity and tax.
  if (outcome.document.practice.role === 'associate') {
    const home = quote('takeHomeFirstYear')
    const start = quote('inPocketAtClose')
    const paid = Number.isNaN(home.value) ? [] : ['You take home ', home, ' a year']
    if (Number.isNaN(start.value) || Math.abs(start.value) < 0.5 || paid.length === 0) return paid
    return [
      ...paid,
      ...(start.value > 0
        ? [', with ', start, ' in pocket at the start']
        : [', and pay ', start, ' at the start, net of the bonus']),
    ]
  }
  const pocket = quote('inPocketAtClose')
  const home = quote('takeHomeFirstYear')
  if (!price) return Number.isNaN(home.value) ? [] : ['You take home ', home, ' a year']
  return ['In pocket at close: ', pocket, ...(Number.isNaN(home.value) ? [] : [', then ', home, ' a year'])]
}
