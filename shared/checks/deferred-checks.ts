import { earnOutPayments } from '../case/earn-outs'
import type { Case, Component, Offer } from '../case/schema'
import { LARGE_NOTES } from '../tax/parameters/installment'
import type { Check } from './check'
import type { Outcome } from '../model/comparison'

const usd = (value: number): string => `$${Math.round(value).toLocaleString('en-US')}`
const percent = (value: number): string => `${Number((value * 100).toFixed(2))}%`

/** Payments due within so many months need no interest (26 U.S.C. 483(c)(1), 1274(c)(1)). */
const MONTHS_WITHOUT_INTEREST = 6

/** What the tax law makes of payments that come later, where no figure does: questions for the CPA. */
export function deferredChecks(outcome: Outcome, offer: Offer): Check[] {
  if (offer.structure === 'services') return []
  const byRates = outcome.document.tax.mode === 'blended'
  return [
    ...contingentInterest(offer),
    ...(byRates ? [...lowInterest(outcome.document, offer), ...largeNotes(outcome, offer)] : []),
  ]
}

const question = (path: string, message: string): Check => ({ severity: 'question', path, for: 'CPA', message })

/** Treas. Reg. 1.483-4: what is paid on a condition holds interest too, which is split off when it is paid. */
function contingentInterest(offer: Offer): Check[] {
  const late = offer.components.filter(
    (part) =>
      (part.kind === 'escrow' && part.months > MONTHS_WITHOUT_INTEREST) ||
      (part.kind === 'earnOut' && !part.wages && earnOutPayments(part).at(-1)!.months > MONTHS_WITHOUT_INTEREST),
  )
  const [first] = late
  if (!first) return []
  return [
    question(
      `offers/${offer.id}/components/${first.id}/months`,
      `${offer.name}: part of what is paid more than six months after closing without interest (${late.map(({ label }) => `"${label}"`).join(', ')}) may be taxed as interest (26 U.S.C. 483); here all of it counts as price. What does the agreement say, and how will the buyer report it?`,
    ),
  ]
}

function lowInterest({ tax }: Case, offer: Offer): Check[] {
  const { short, mid, long } = tax.federal.applicableRates
  const least = Math.min(short, mid, long)
  return notesOf(offer)
    .filter(({ rate }) => rate < least)
    .map(({ id, label, rate }) =>
      question(
        `offers/${offer.id}/components/${id}/rate`,
        `${offer.name}, ${label}: it pays ${percent(rate)}, less than the applicable federal rate (${percent(least)} or more), so part of its principal is taxed as interest (26 U.S.C. 1274). Effective rates do not split it; tax by federal law does. How much of it is interest?`,
      ),
    )
}

function largeNotes(outcome: Outcome, offer: Offer): Check[] {
  const notes = notesOf(offer)
  const total = notes.reduce((sum, { id }) => sum + outcome.figure(offer.id, 'expected', `${id}/amount`)!, 0)
  if (!offer.instalments || total <= LARGE_NOTES.value) return []
  return [
    question(
      `offers/${offer.id}/instalments`,
      `${offer.name}: notes of ${usd(total)} are above ${usd(LARGE_NOTES.value)}, so interest is due each year on the tax that they defer (26 U.S.C. 453A). Effective rates do not count it; tax by federal law does. What will it cost?`,
    ),
  ]
}

const notesOf = (offer: Offer) =>
  offer.components.filter((part): part is Extract<Component, { kind: 'note' }> => part.kind === 'note')
