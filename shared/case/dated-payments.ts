import { addMonths, dayOf, formatDay } from './dates'
import { type EarnOut, earnOutPayments, isOnTop } from './earn-outs'
import { consultingDays, jobEnd, retainedExit, rolledExit } from './exits'
import type { Case, Component, Offer } from './schema'

/**
 * A payment of an offer on a date: declared once, for the report's payment schedule and the charts' timelines. Amounts
 * are before tax; an amount the owner pays is negative.
 */
export interface DatedPayment {
  /** YYYY-MM-DD */
  readonly on: string
  /** The last date, where it is paid month by month. */
  readonly until?: string
  readonly what: string
  readonly condition: string
  /** The amount promised; undefined where none is stated. */
  readonly promised: Amount | undefined
  /** The amount that each view counts. */
  readonly counts: Amount
  /** Payments of one series share a line of the schedule if there are many. */
  readonly series?: string
  /** Left out of the schedule where it comes to nothing. */
  readonly unlessZero?: true
  /** How the charts mark it; unmarked if undefined. */
  readonly mark?: Mark
}

/** An amount in dollars: stated in the offer, or read from its computed lines. */
export type Amount =
  | { readonly stated: number }
  /** A figure of the expected view. */
  | { readonly figure: string }
  /** The sum of lines in the year of the payment: of the view that counts it, or of `view` for what is promised. */
  | { readonly inYear: readonly string[]; readonly view?: 'expected' | 'maximum' }
  /** The sum of a line over all years of the expected view. */
  | { readonly total: string }

export interface Mark {
  readonly kind: 'payment' | 'exit' | 'sale' | 'income'
  readonly label: string
  readonly contingent: boolean
  /** Where the mark is not on the day of the payment. */
  readonly on?: string
}

/** The payments of an offer, grouped by term. */
export function datedPayments(offer: Offer, document: Case): DatedPayment[] {
  const owns = document.practice.role === 'owner'
  if (owns && offer.structure === 'services') return otherAssets(offer, document)
  return [
    owns ? closing(offer) : equityBought(offer),
    ...offer.components.filter((part) => owns || part.kind === 'rolled').flatMap((part) => ofComponent(offer, part)),
    ...ofJob(offer, document),
    ...(owns ? retainedShare(offer, document) : []),
    ...consulting(offer, document),
    ...tailCoverage(offer, document),
    ...otherAssets(offer, document),
  ]
}

const after = ({ closing: day }: Offer, months: number): string => formatDay(addMonths(dayOf(day), months))

const closing = (offer: Offer): DatedPayment => ({
  on: offer.closing,
  what: 'Cash at close',
  condition: 'Paid when the deal closes',
  promised: { figure: 'cashAtClose' },
  counts: { figure: 'cashAtClose' },
})

const equityBought = (offer: Offer): DatedPayment => ({
  on: offer.closing,
  what: 'Equity you buy',
  condition: 'Paid with your own money when the job starts',
  promised: { total: 'equityPaid' },
  counts: { total: 'equityPaid' },
  unlessZero: true,
})

function ofComponent(offer: Offer, part: Component): DatedPayment[] {
  const { id, label } = part
  switch (part.kind) {
    case 'escrow':
      return [
        {
          on: after(offer, part.months),
          what: label,
          condition: part.unconditional ? 'Unconditional release' : 'No claim by the buyer',
          promised: { figure: `${id}/amount` },
          counts: { inYear: [`${id}/paid`] },
          mark: { kind: 'payment', label, contingent: !part.unconditional },
        },
      ]
    case 'earnOut':
      return earnOutPayments(part).map((payment) => ({
        on: after(offer, payment.months),
        what: payment.label + (isOnTop(part) ? ', on top of the price' : ''),
        condition: earnOutCondition(part),
        // Without a cap no amount is promised; the maximum is only the owner's own estimate.
        promised: part.basis === 'growth' ? undefined : { figure: `${payment.key}/amount` },
        counts: { inYear: [`${payment.key}/paid`] },
        mark: { kind: 'payment', label: payment.label, contingent: !part.unconditional },
      }))
    case 'note':
      return Array.from({ length: part.years }, (_, i) => ({
        on: after(offer, 12 * (i + 1)),
        what: `${label} ${i + 1} of ${part.years}`,
        condition: part.unconditional ? 'Unconditional' : 'Buyer pays in full',
        promised: { inYear: [`${id}/principal`, `${id}/interest`], view: 'expected' },
        counts: { inYear: [`${id}/paid`, `${id}/interestPaid`] },
        series: label,
        ...(i + 1 === part.years && {
          mark: { kind: 'payment', label: `${label} paid off`, contingent: !part.unconditional },
        }),
      }))
    case 'rolled':
      return [rolledExit(offer, part), ...part.recapitalisations.map(({ months }) => after(offer, months))].map(
        (on, i) => ({
          on,
          what: `${label}, ${i === 0 ? 'exit of the parent' : 'later recapitalization'}`,
          condition: 'Sale of the parent, after its debt and preferred equity',
          promised: undefined,
          counts: { inYear: [`${id}/cashed${i === 0 ? '' : i + 1}`] },
          ...(i === 0 && {
            mark: {
              kind: 'exit',
              label: part.acquired === 'rolled' ? 'rollover exit' : 'equity exit',
              contingent: true,
            },
          }),
        }),
      )
  }
}

function earnOutCondition(part: EarnOut): string {
  if (part.unconditional) return 'Unconditional'
  const result = part.metric === 'collections' ? 'Collections' : 'EBITDA after the fee'
  if (part.basis === 'growth')
    return `${result} above ${usd(part.growthFrom)} a year: ${percent(part.growthShare)} of the growth, no cap`
  if (part.measuredBy === 'probability' && part.target === 0 && part.targets.length === 0)
    return 'Performance target; metric not stated in the letter'
  const goal = part.targets.length > 0 ? 'the year’s target' : 'the target'
  return `${result} reach ${goal}${floorOf(part)}${part.catchUp && part.targets.length > 0 ? '; missed amounts can be earned later' : ''}`
}

function floorOf({ cliff, measuredBy, inProportion, floor }: EarnOut): string {
  if (cliff) return ', all or nothing'
  return measuredBy === 'metric' && inProportion === 'ofTarget' ? `, nothing below ${usd(floor)}` : ''
}

const usd = (value: number): string => `$${Math.round(value).toLocaleString('en-US')}`
const percent = (value: number): string => `${Number((value * 100).toFixed(2))}%`

/** Sign-on and retention bonuses, and forgivable loans with any balance to be repaid. */
function ofJob(offer: Offer, document: Case): DatedPayment[] {
  const { signOn, retention, forgivableLoans } = offer.job
  const leaving = jobEnd(offer, document)
  const repaid = (what: string, condition: string, line: string): DatedPayment => ({
    on: leaving,
    what,
    condition,
    promised: { total: line },
    counts: { total: line },
    unlessZero: true,
  })
  const signOnPayments: DatedPayment[] = [
    {
      on: offer.closing,
      what: 'Sign-on bonus',
      condition: 'You start; taxed as wages',
      promised: { stated: signOn },
      counts: { stated: signOn },
    },
    repaid('Sign-on bonus, repaid', 'You leave before the term ends', 'signOn/paidBack'),
  ]
  return [
    ...(signOn > 0 ? signOnPayments : []),
    ...retention.map(({ id, label, amount, months }): DatedPayment => ({
      on: after(offer, months),
      what: label,
      condition: 'You still work there; taxed as wages',
      promised: { stated: amount },
      counts: { total: `retention/${id}` },
      mark: { kind: 'payment', label, contingent: false },
    })),
    ...forgivableLoans.flatMap(({ id, label, amount, years }): DatedPayment[] => [
      {
        on: offer.closing,
        what: label,
        condition: `Lent to you; an equal portion is forgiven as wages for each of ${years} years of work`,
        promised: { stated: amount },
        counts: { stated: amount },
      },
      repaid(`${label}, balance repaid`, 'You stop working before it is fully forgiven', `loan/${id}/paidBack`),
    ]),
  ]
}

/** The sale of the retained share at its own exit date. */
function retainedShare(offer: Offer, document: Case): DatedPayment[] {
  const { put, exitAt, exitMonths } = offer.retained
  if (offer.shareSold === 1) return []
  return [
    {
      on: retainedExit(offer, document),
      what: 'Sale of your retained share',
      condition: put ? 'You may require the purchase (put)' : 'Buyer chooses to purchase',
      promised: { figure: 'retainedExit' },
      counts: { inYear: ['retainedPaid'] },
      // At retirement, which is marked already, it needs no mark of its own.
      ...((exitAt !== null || exitMonths !== null) && {
        mark: { kind: 'exit', label: 'sale of your share', contingent: true },
      }),
    },
  ]
}

/** The consulting fee: pay for work rather than price, but a letter states it with the deal. */
function consulting(offer: Offer, document: Case): DatedPayment[] {
  const { amount, months } = offer.consulting
  if (amount === 0) return []
  const { from, until } = consultingDays(offer, document)
  return [
    {
      on: from,
      until,
      what: `Consulting fee, ${months} months`,
      condition: 'You consult as agreed; pay, not price',
      promised: { stated: amount * months },
      counts: { total: 'consultingFee' },
      mark: { kind: 'income', label: 'consulting fee ends', contingent: false, on: until },
    },
  ]
}

/** Tail coverage paid when the job ends; paid at closing, it is already in cash at close. */
function tailCoverage(offer: Offer, document: Case): DatedPayment[] {
  const { amount, paidAt, paidBy } = offer.tail
  if (paidAt === 'closing') return []
  const end = jobEnd(offer, document)
  return [
    {
      on: end < offer.closing ? offer.closing : end,
      what: 'Malpractice tail coverage',
      condition: paidBy === 'you' ? 'You pay for it' : 'Counted as yours until the letter says who pays',
      promised: { stated: -amount },
      counts: { total: 'tailCover' },
      unlessZero: true,
    },
  ]
}

/** Other assets that the offer buys: the payment at the sale, and the installments. */
function otherAssets(offer: Offer, document: Case): DatedPayment[] {
  return offer.assetsSold.flatMap(({ asset, on: day, down, years }): DatedPayment[] => {
    const sold = document.practice.otherAssets.find(({ id }) => id === asset)
    if (!sold) return []
    const key = `asset/${asset}`
    const on = day ?? offer.closing
    const sale: DatedPayment = {
      on,
      what: `${sold.label}, sale`,
      condition: 'Sold with the practice; after selling costs and debt',
      promised: { figure: `${key}/received` },
      counts: { inYear: [`${key}/paid`] },
      mark: { kind: 'sale', label: `${sold.label} sold`, contingent: false },
    }
    if (down === 1) return [sale]
    const installments = Array.from({ length: years }, (_, i): DatedPayment => ({
      on: formatDay(addMonths(dayOf(on), 12 * (i + 1))),
      what: `${sold.label}, installment ${i + 1} of ${years}`,
      condition: 'Buyer pays in full',
      promised: { inYear: [`${key}/principal`, `${key}/interest`], view: 'maximum' },
      counts: { inYear: [`${key}/principal`, `${key}/interest`] },
      series: sold.label,
    }))
    return [sale, ...installments]
  })
}
