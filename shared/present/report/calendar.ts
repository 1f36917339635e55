import { dayOf, yearOf } from '../../case/dates'
import { type Amount, type DatedPayment, datedPayments } from '../../case/dated-payments'
import type { Offer } from '../../case/schema'
import { VIEWS, type Outcome, type View } from '../../model'

/** A line of the payment schedule: date, what it is, its condition, and the amount each view counts. Before tax. */
export interface Due {
  /** YYYY-MM-DD */
  readonly on: string
  /** The last date, where several payments share one line. */
  readonly until?: string
  readonly what: string
  readonly condition: string
  /** The amount promised; undefined where none is stated. */
  readonly promised: number | undefined
  readonly counts: Readonly<Record<View, number>>
  /** False if it falls after the end of the plan and so counts nowhere. */
  readonly planned: boolean
}

/** A series with more payments than this is shown in one line. */
const MOST_PAYMENTS = 6

/** All payments of an offer with their conditions, by date. */
export function calendarOf(outcome: Outcome, offer: Offer): Due[] {
  const payments = datedPayments(offer, outcome.document)
  const series = Map.groupBy(payments, (payment) => payment.series ?? payment)
  return [...series.values()]
    .flatMap((group) => {
      const dues = group.flatMap((payment) => dueOf(outcome, offer, payment) ?? [])
      return dues.length > MOST_PAYMENTS ? [together(group[0]!.series!, dues)] : dues
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function dueOf(outcome: Outcome, offer: Offer, payment: DatedPayment): Due | undefined {
  const { on, until, what, condition, promised, unlessZero } = payment
  const { startYear } = outcome.document.assumptions
  const yearIs = (day: string) => yearOf(dayOf(day), startYear)
  const planned = yearIs(until ?? on) <= outcome.years
  const read = (amount: Amount, view: View): number | undefined => {
    if ('stated' in amount) return amount.stated
    if ('figure' in amount) return outcome.figure(offer.id, 'expected', amount.figure)
    if ('total' in amount)
      return (outcome.row(offer.id, 'expected', amount.total) ?? []).reduce((sum, value) => sum + value, 0)
    return amount.inYear.reduce(
      (sum, id) => sum + (outcome.row(offer.id, amount.view ?? view, id)?.[yearIs(on) - 1] ?? 0),
      0,
    )
  }
  const counted = (view: View): number =>
    'stated' in payment.counts && !planned ? 0 : (read(payment.counts, view) ?? 0)
  if (unlessZero && counted('expected') === 0) return undefined
  return {
    on,
    ...(until !== undefined && { until }),
    what,
    condition,
    promised: promised && read(promised, 'expected'),
    counts: byView(counted),
    planned,
  }
}

const byView = <T>(of: (view: View) => T): Record<View, T> =>
  Object.fromEntries(VIEWS.map((view) => [view, of(view)])) as Record<View, T>

/** Many payments in one line, from the first to the last. */
function together(label: string, payments: readonly Due[]): Due {
  const sum = (of: (due: Due) => number) => payments.reduce((total, due) => total + of(due), 0)
  return {
    on: payments[0]!.on,
    until: payments.at(-1)!.on,
    what: `${label}, ${payments.length} annual payments`,
    condition: payments[0]!.condition,
    promised: sum(({ promised }) => promised ?? 0),
    counts: byView((view) => sum(({ counts }) => counts[view])),
    planned: payments.every(({ planned }) => planned),
  }
}
