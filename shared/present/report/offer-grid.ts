import { isOnTop } from '../../case/earn-outs'
import type { Component, Offer } from '../../case/schema'
import type { Outcome } from '../../model'
import { termsOf } from '../terms'
import type { LedgerFold, LedgerRow } from './ledger'

/** How sure a part of the consideration is. */
export type Certainty = 'cash' | 'unconditional' | 'contingent' | 'equity'

export const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  cash: 'cash at closing',
  unconditional: 'paid later, unconditional',
  contingent: 'contingent',
  equity: 'equity in the parent',
}

/** Whether anything of the practice is bought: not by an agreement on services, nor where an associate is offered a job. */
export const buys = ({ document }: Outcome, { structure }: Offer): boolean =>
  document.practice.role === 'owner' && structure !== 'services'

/** A part of what the buyer gives: as offered, before tax. */
export interface MixPart {
  readonly id: string
  readonly label: string
  readonly amount: number
  readonly certainty: Certainty
  /** Paid in addition to the price. */
  readonly onTop: boolean
}

/** A line of how the price comes about, the same for all offers; what an offer does not have is undefined. */
export interface PriceLine {
  readonly label: string
  readonly sign: '' | '×' | '=' | '−'
  readonly unit: 'usd' | 'rate' | 'factor'
  readonly cells: readonly (number | undefined)[]
  readonly differs: boolean
}

/** The last line of how a price is built up. */
export const PURCHASE_PRICE = 'Purchase price'

/** What a dentist pays on a path without an offer: all of it in cash. Undefined where no dentist buys now. */
export function priceOfDentist(outcome: Outcome, path: string): MixPart | undefined {
  if (outcome.document.offers.some(({ id }) => id === path)) return undefined
  const amount = outcome.figure(path, 'expected', 'consideration')
  return amount ? { id: 'cash', label: 'Cash', amount, certainty: 'cash', onTop: false } : undefined
}

/**
 * How the price of each offer is built up: EBITDA times multiple is the value of the practice; times what is sold and what
 * the owner holds of it, less debt that stays, is the price.
 */
export function priceLines(outcome: Outcome, offers: readonly Offer[]): PriceLine[] {
  const { ownershipShare } = outcome.document.practice
  const figure = (id: string) => (offer: Offer) => outcome.figure(offer.id, 'expected', id)
  const rows: [PriceLine['sign'], string, PriceLine['unit'], (offer: Offer) => number | undefined][] = [
    ['', 'Quality-of-earnings adjustment, of EBITDA', 'rate', ({ price }) => price.qualityOfEarningsCut],
    ['', 'EBITDA priced, after that adjustment', 'usd', figure('negotiatedEbitda')],
    ['×', 'Multiple', 'factor', figure('multiple')],
    ['=', 'Enterprise value of the whole practice', 'usd', figure('enterpriseValue')],
    ['×', 'Share sold', 'rate', ({ shareSold }) => shareSold],
    ['×', 'Your share of the practice', 'rate', () => ownershipShare],
    ['−', 'Debt that stays, deducted', 'usd', figure('debtDeducted')],
    ['=', PURCHASE_PRICE, 'usd', figure('consideration')],
  ]
  return rows.flatMap(([sign, label, unit, of]) => {
    const cells = offers.map((offer) => (buys(outcome, offer) ? of(offer) : undefined))
    const idle =
      (sign === '×' && unit === 'rate' && cells.every((cell) => cell === undefined || cell === 1)) ||
      ((sign === '−' || label.startsWith('Quality')) && cells.every((cell) => cell === undefined || cell === 0))
    return idle || cells.every((cell) => cell === undefined)
      ? []
      : [{ label, sign, unit, cells, differs: new Set(cells).size > 1 }]
  })
}

/** What the buyer gives, in the order of how sure it is. Nothing where nothing is bought. */
export function considerationMix(outcome: Outcome, offer: Offer): MixPart[] {
  if (!buys(outcome, offer)) return []
  const figure = (id: string) => outcome.figure(offer.id, 'expected', id) ?? 0
  const parts = offer.components
    .filter((part) => part.kind !== 'rolled' || part.acquired === 'rolled')
    .map((part): MixPart => ({
      id: part.id,
      label: part.label,
      amount: figure(`${part.id}/amount`),
      certainty: certaintyOf(part),
      onTop: isOnTop(part),
    }))
  const cash: MixPart = { id: 'cash', label: 'Cash', amount: figure('cash'), certainty: 'cash', onTop: false }
  const order = Object.keys(CERTAINTIES)
  return [cash, ...parts]
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => order.indexOf(a.certainty) - order.indexOf(b.certainty))
}

function certaintyOf(part: Component): Certainty {
  if (part.kind === 'rolled') return 'equity'
  return part.unconditional ? 'unconditional' : 'contingent'
}

/** The terms that change what an offer is, as `termsOf` keys them. */
const KEY_TERMS = [
  'structure',
  'closing',
  'debt',
  'fee/share',
  'retained/payoutRatio',
  'retained/exitMultiple',
  'escrow/1/months',
  'note/1/rate',
  'note/1/years',
  'earnOut/1/months',
  'earnOut/1/probability',
  'rolled/1/exitMonths',
  'job/rate',
  'job/salary',
  'job/days',
  'job/termYears',
]

export interface KeyTerm {
  readonly key: string
  readonly label: string
  readonly cells: readonly (LedgerRow | LedgerFold | undefined)[]
  readonly differs: boolean
}

/** The terms of the letters that weigh most, side by side. */
export function keyTerms(outcome: Outcome, offers: readonly Offer[]): KeyTerm[] {
  const ids = offers.map(({ id }) => id)
  const found = new Map(termsOf(outcome, ids).map((row) => [row.key, row]))
  return KEY_TERMS.flatMap((key) => found.get(key) ?? [])
}
