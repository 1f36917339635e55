import { addMonths, dayOf, formatDay, yearOf } from '../../case/dates'
import { type EarnOut, earnOutPayments, isOnTop } from '../../case/earn-outs'
import { consultingDays, retainedExit, rolledExit } from '../../case/exits'
import type { Component, Offer } from '../../case/schema'
import { VIEWS, type Outcome, type View } from '../../model'

/** A payment of a deal: date, what it is, its condition, and the amount each view counts. As paid, before tax. */
export interface Due {
  /** YYYY-MM-DD */
  readonly on: string
  /** The last date, where several installments share one line. */
  readonly until?: string
  readonly what: string
  readonly condition: string
  /** The amount promised; undefined where none is stated. */
  readonly promised: number | undefined
  readonly counts: Readonly<Record<View, number>>
  /** False if it falls after the end of the plan and so counts nowhere. */
  readonly planned: boolean
}

/** Notes with more payments than this are shown in one line. */
const MOST_PAYMENTS = 6

/** All payments of an offer with their conditions, by date. */
export function calendarOf(outcome: Outcome, offer: Offer): Due[] {
  const owns = outcome.document.practice.role === 'owner'
  if (owns && offer.structure === 'services') return otherAssets(outcome, offer)
  return [
    ...(owns ? [closing(outcome, offer)] : equityBought(outcome, offer)),
    ...offer.components.filter((part) => owns || part.kind === 'rolled').flatMap((part) => dues(outcome, offer, part)),
    ...ofTheJob(outcome, offer),
    ...(owns ? exit(outcome, offer) : []),
    ...consulting(outcome, offer),
    ...tailCover(outcome, offer),
    ...otherAssets(outcome, offer),
  ]
    .filter((due) => due !== undefined)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

const sameInAll = (amount: number): Due['counts'] => ({ guaranteed: amount, expected: amount, maximum: amount })

function closing(outcome: Outcome, offer: Offer): Due {
  const amount = outcome.figure(offer.id, 'expected', 'cashAtClose')!
  return {
    on: offer.closing,
    what: 'Cash at close',
    condition: 'Paid when the deal closes',
    promised: amount,
    counts: sameInAll(amount),
    planned: true,
  }
}

/** What an associate pays for equity when the job starts. */
function equityBought(outcome: Outcome, offer: Offer): Due[] {
  const amount = outcome.figure(offer.id, 'expected', 'equityBought') ?? 0
  if (amount === 0) return []
  return [
    {
      on: offer.closing,
      what: 'Equity you buy',
      condition: 'Paid with your own money when the job starts',
      promised: -amount,
      counts: sameInAll(-amount),
      planned: true,
    },
  ]
}

/** Rows of a line by view, read in the model year of a day. */
function reader(outcome: Outcome, offer: Offer) {
  const { startYear } = outcome.document.assumptions
  const year = (on: string) => yearOf(dayOf(on), startYear)
  return {
    planned: (on: string) => year(on) <= outcome.years,
    at: (view: View, id: string, on: string): number => outcome.row(offer.id, view, id)?.[year(on) - 1] ?? 0,
    counts: (ids: readonly string[], on: string): Due['counts'] =>
      byEach((view) => ids.reduce((sum, id) => sum + (outcome.row(offer.id, view, id)?.[year(on) - 1] ?? 0), 0)),
  }
}

const byEach = <T>(of: (view: View) => T): Record<View, T> =>
  Object.fromEntries(VIEWS.map((view) => [view, of(view)])) as Record<View, T>

function dues(outcome: Outcome, offer: Offer, part: Component): Due[] {
  const { at, counts, planned } = reader(outcome, offer)
  const after = (months: number) => formatDay(addMonths(dayOf(offer.closing), months))
  const amount = outcome.figure(offer.id, 'expected', `${part.id}/amount`)
  switch (part.kind) {
    case 'escrow': {
      const on = after(part.months)
      return [
        {
          on,
          what: part.label,
          condition: escrowCondition(part.unconditional),
          promised: amount,
          counts: counts([`${part.id}/paid`], on),
          planned: planned(on),
        },
      ]
    }
    case 'earnOut':
      return earnOutPayments(part).map(({ key, label, months }) => {
        const on = after(months)
        return {
          on,
          what: label + (isOnTop(part) ? ', on top of the price' : ''),
          condition: earnOutCondition(part),
          // Without a cap no amount is promised; the maximum is only the owner's own estimate.
          promised: part.basis === 'growth' ? undefined : outcome.figure(offer.id, 'expected', `${key}/amount`),
          counts: counts([`${key}/paid`], on),
          planned: planned(on),
        }
      })
    case 'note': {
      const condition = part.unconditional ? 'Unconditional' : 'Buyer pays in full'
      const payments = Array.from({ length: part.years }, (_, i) => {
        const on = after(12 * (i + 1))
        return {
          on,
          what: `${part.label} ${i + 1} of ${part.years}`,
          condition,
          promised: at('expected', `${part.id}/principal`, on) + at('expected', `${part.id}/interest`, on),
          counts: counts([`${part.id}/paid`, `${part.id}/interestPaid`], on),
          planned: planned(on),
        }
      })
      return payments.length > MOST_PAYMENTS ? [together(part.label, payments)] : payments
    }
    case 'rolled': {
      const events = [rolledExit(offer, part), ...part.recapitalisations.map(({ months }) => after(months))]
      return events.map((on, i) => {
        return {
          on,
          what: `${part.label}, ${i === 0 ? 'exit of the parent' : 'later recapitalization'}`,
          condition: 'Sale of the parent, after its debt and preferred equity',
          promised: undefined,
          counts: counts([`${part.id}/cashed${i === 0 ? '' : i + 1}`], on),
          planned: planned(on),
        }
      })
    }
  }
}

/** Sign-on and retention bonuses, and forgivable loans with any balance to be repaid. */
function ofTheJob(outcome: Outcome, offer: Offer): Due[] {
  const { planned } = reader(outcome, offer)
  const after = (months: number) => formatDay(addMonths(dayOf(offer.closing), months))
  const sum = (id: string) => outcome.row(offer.id, 'expected', id)!.reduce((total, amount) => total + amount, 0)
  const once = (on: string, what: string, condition: string, promised: number, counted = promised): Due => ({
    on,
    what,
    condition,
    promised,
    counts: sameInAll(planned(on) ? counted : 0),
    planned: planned(on),
  })
  const { signOn, retention, forgivableLoans } = offer.job
  const signOnBack = signOn > 0 ? sum('signOn/paidBack') : 0
  return [
    ...(signOn > 0 ? [once(offer.closing, 'Sign-on bonus', 'You start; taxed as wages', signOn)] : []),
    ...(signOnBack < 0
      ? [once(jobEndOf(outcome, offer), 'Sign-on bonus, repaid', 'You leave before the term ends', signOnBack)]
      : []),
    ...retention.map(({ id, label, amount, months }) =>
      once(after(months), label, 'You still work there; taxed as wages', amount, sum(`retention/${id}`)),
    ),
    ...forgivableLoans.flatMap(({ id, label, amount, years }) => {
      const back = sum(`loan/${id}/paidBack`)
      const lent = `Lent to you; an equal portion is forgiven as wages for each of ${years} years of work`
      return [
        once(offer.closing, label, lent, amount),
        ...(back < 0
          ? [
              once(
                jobEndOf(outcome, offer),
                `${label}, balance repaid`,
                'You stop working before it is fully forgiven',
                back,
              ),
            ]
          : []),
      ]
    }),
  ]
}

/** The day on which the job ends: its stated end, leaving or retirement, whichever is first. */
const jobEndOf = ({ document }: Outcome, { job, leaving, retirement }: Offer): string =>
  [retirement ?? document.owner.retirement, ...[job.ends, leaving.on].filter((day) => day !== null)].sort()[0]!

/** Many payments in one line, from the first to the last. */
function together(label: string, payments: readonly Due[]): Due {
  const sum = (of: (due: Due) => number) => payments.reduce((total, due) => total + of(due), 0)
  return {
    on: payments[0]!.on,
    until: payments.at(-1)!.on,
    what: `${label}, ${payments.length} annual payments`,
    condition: payments[0]!.condition,
    promised: sum(({ promised }) => promised ?? 0),
    counts: byEach((view) => sum(({ counts }) => counts[view])),
    planned: payments.every(({ planned }) => planned),
  }
}

const escrowCondition = (unconditional: boolean): string =>
  unconditional ? 'Unconditional release' : 'No claim by the buyer'

function earnOutCondition(part: EarnOut): string {
  if (part.unconditional) return 'Unconditional'
  const result = part.metric === 'collections' ? 'Collections' : 'EBITDA after the fee'
  if (part.basis === 'growth')
    return `${result} above ${usd(part.growthFrom)} a year: ${percent(part.growthShare)} of the growth, no cap`
  if (part.measuredBy === 'probability' && part.target === 0 && part.targets.length === 0)
    return 'Performance target; metric not stated in the letter'
  const goal = part.targets.length > 0 ? 'the year’s target' : 'the target'
  return `${result} reach ${goal}${manner(part)}${part.catchUp && part.targets.length > 0 ? '; missed amounts can be earned later' : ''}`
}

function manner({ cliff, measuredBy, inProportion, floor }: EarnOut): string {
  if (cliff) return ', all or nothing'
  return measuredBy === 'metric' && inProportion === 'ofTarget' ? `, nothing below ${usd(floor)}` : ''
}

const usd = (value: number): string => `$${Math.round(value).toLocaleString('en-US')}`
const percent = (value: number): string => `${Number((value * 100).toFixed(2))}%`

/** The consulting fee: pay for work rather than price, but a letter states it with the deal. */
function consulting(outcome: Outcome, offer: Offer): Due[] {
  const { amount, months } = offer.consulting
  if (amount === 0) return []
  const { from, until } = consultingDays(offer, outcome.document)
  const paid = outcome.row(offer.id, 'expected', 'consultingFee')!.reduce((sum, fee) => sum + fee, 0)
  return [
    {
      on: from,
      until,
      what: `Consulting fee, ${months} months`,
      condition: 'You consult as agreed; pay, not price',
      promised: amount * months,
      counts: sameInAll(paid),
      planned: reader(outcome, offer).planned(until),
    },
  ]
}

/** Tail coverage paid when the job ends; paid at closing, it is already in cash at close. */
function tailCover(outcome: Outcome, offer: Offer): Due[] {
  const row = outcome.row(offer.id, 'expected', 'tailCover')
  if (!row) return []
  const end = jobEndOf(outcome, offer)
  const on = end < offer.closing ? offer.closing : end
  return [
    {
      on,
      what: 'Malpractice tail coverage',
      condition: offer.tail.paidBy === 'you' ? 'You pay for it' : 'Counted as yours until the letter says who pays',
      promised: -offer.tail.amount,
      counts: sameInAll(row.reduce((sum, amount) => sum + amount, 0)),
      planned: reader(outcome, offer).planned(on),
    },
  ]
}

/** Other assets that the offer buys: the payment at the sale, and the installments. */
function otherAssets(outcome: Outcome, offer: Offer): Due[] {
  const { at, counts, planned } = reader(outcome, offer)
  return offer.assetsSold.flatMap(({ asset, on: day, down, years }) => {
    const sold = outcome.document.practice.otherAssets.find(({ id }) => id === asset)
    if (!sold) return []
    const key = `asset/${asset}`
    const on = day ?? offer.closing
    const sale: Due = {
      on,
      what: `${sold.label}, sale`,
      condition: 'Sold with the practice; after selling costs and debt',
      promised: outcome.figure(offer.id, 'expected', `${key}/received`),
      counts: counts([`${key}/paid`], on),
      planned: planned(on),
    }
    if (down === 1) return [sale]
    const installments = Array.from({ length: years }, (_, i): Due => {
      const due = formatDay(addMonths(dayOf(on), 12 * (i + 1)))
      return {
        on: due,
        what: `${sold.label}, installment ${i + 1} of ${years}`,
        condition: 'Buyer pays in full',
        promised: at('maximum', `${key}/principal`, due) + at('maximum', `${key}/interest`, due),
        counts: counts([`${key}/principal`, `${key}/interest`], due),
        planned: planned(due),
      }
    })
    return [sale, ...(installments.length > MOST_PAYMENTS ? [together(sold.label, installments)] : installments)]
  })
}

/** The sale of the retained share at its own exit date. */
function exit(outcome: Outcome, offer: Offer): Due[] {
  if (offer.shareSold === 1) return []
  const on = retainedExit(offer, outcome.document)
  const { counts, planned } = reader(outcome, offer)
  return [
    {
      on,
      what: 'Sale of your retained share',
      condition: offer.retained.put ? 'You may require the purchase (put)' : 'Buyer chooses to purchase',
      promised: outcome.figure(offer.id, 'expected', 'retainedExit'),
      counts: counts(['retainedPaid'], on),
      planned: planned(on),
    },
  ]
}
