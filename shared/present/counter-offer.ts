import { asks, type Ask } from '../analysis/asks'
import { Variations } from '../analysis/variations'
import { inWords } from '../case/dates'
import { describe } from '../case/describe'
import { amount, unitWords } from '../case/problems'
import type { Case, Offer } from '../case/schema'
import { Engine } from '../model'
import { capital } from './sentence'

/** A letter that asks a buyer for other terms, before anything is written. */
export interface CounterOffer {
  readonly date: string
  readonly to: string
  readonly subject: string
  readonly before: readonly string[]
  readonly terms: readonly AskedTerm[]
  readonly after: readonly string[]
  readonly from: string
}

export interface AskedTerm {
  readonly term: string
  readonly now: string
  readonly asked: string
}

/** What each change is worth to the owner; it never goes into the letter. */
export interface Worth extends AskedTerm {
  /** Present value after tax, in today's dollars. */
  readonly expected: number
  readonly noncontingent: number
}

/** The asks of an offer by id, in order of value. Ids that are no longer asks are omitted. */
export function chosenAsks(document: Case, offer: Offer, ids: readonly string[]): Ask[] {
  const variations = new Variations(new Engine().structureOf(document))
  return asks(variations, document, offer).filter(({ lever }) => ids.includes(lever.id))
}

/**
 * The letter: each term as offered and as requested. It is not binding, and an attorney should read it first.
 * @param today YYYY-MM-DD
 */
export function counterOffer(document: Case, offer: Offer, chosen: readonly Ask[], today: string): CounterOffer {
  const isAssociate = document.practice.role === 'associate'
  const practice = document.practice.name || 'my practice'
  const to = offer.buyer || offer.name
  return {
    date: inWords(today),
    to,
    subject: isAssociate ? `Proposed position with ${to}` : `Proposed transaction with ${practice}`,
    before: [
      `Thank you for your ${isAssociate ? 'offer of a position' : 'letter of intent'}. I have reviewed it with care and would like to continue the discussion.`,
      chosen.length === 1
        ? 'I ask that you consider the following change to its terms:'
        : 'I ask that you consider the following changes to its terms:',
    ],
    terms: chosen.map((ask) => {
      const { term, now, asked } = termOf(document, ask)
      return { term: inMyWords(term), now: inMyWords(now), asked: inMyWords(asked) }
    }),
    after: [
      'Terms that are not listed here remain open for discussion.',
      'This letter is for discussion purposes only. It is neither an offer nor an acceptance, and neither party is bound unless and until a definitive written agreement has been signed by both.',
    ],
    from: isAssociate ? document.owner.name : practice,
  }
}

/** The program speaks to the owner; in a letter the owner speaks to the buyer. */
const inMyWords = (text: string): string => text.replaceAll(/\b([Yy])our\b/g, (_, y) => (y === 'Y' ? 'My' : 'my'))

/** What each change is worth, for the owner alone. */
export const worthOf = (document: Case, chosen: readonly Ask[]): Worth[] =>
  chosen.map((ask) => ({ ...termOf(document, ask), expected: ask.expected, noncontingent: ask.guaranteed }))

function termOf(document: Case, { lever, own, ask }: Ask): AskedTerm {
  const field = describe(lever.field, document)
  const write = (value: number) => {
    if (field?.unit === 'factor') return [`${Number(value.toPrecision(12))}×`, field.per].filter(Boolean).join(' ')
    return [`${amount(value, field)}${field ? unitWords(field) : ''}`, field?.per].filter(Boolean).join(' ')
  }
  return { term: capital(lever.label.replace(/^the /, '')), now: write(own), asked: write(ask) }
}
