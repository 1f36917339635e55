import { describe } from '../../case/describe'
import type { Case, Offer } from '../../case/schema'
import { checksOf, type Check } from '../../checks'
import type { Outcome } from '../../model'

/** A term that is for the attorney alone: no figure uses it. */
export interface LetterTerm {
  readonly field: keyof Offer['letter']
  readonly label: string
  /** What each offer says; undefined where it says nothing. */
  readonly cells: readonly (string | undefined)[]
}

/** Terms that no figure uses, in the order of the form. */
export const LETTER_FIELDS = [
  'nonCompete',
  'nonSolicit',
  'indemnityCap',
  'indemnitySurvival',
  'exclusivity',
  'termination',
  'lease',
  'debtGuaranty',
] as const satisfies readonly (keyof Offer['letter'])[]

/** The terms of the letters that no figure uses, side by side. A term that no letter states is kept: silence is a finding. */
export function letterTerms(document: Case, offers: readonly Offer[]): LetterTerm[] {
  return LETTER_FIELDS.map((field) => {
    const about = describe(`offers/${offers[0]?.id}/letter/${field}`, document)
    return {
      field,
      label: about?.label ?? field,
      cells: offers.map(({ letter }) => {
        const value = letter[field]
        if (about?.unit === 'choice') return value === 'unknown' ? undefined : about.choices?.[value]
        return value.trim() === '' ? undefined : value
      }),
    }
  })
}

/** What in an offer may mislead or cost most: warnings on its terms. */
export const dangersOf = (outcome: Outcome, offer: Offer): Check[] =>
  checksOf(outcome).filter(({ severity, path }) => severity !== 'question' && path.startsWith(`offers/${offer.id}/`))
