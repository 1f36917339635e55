import type { Case } from '../schema'

/** A case as the model reads it: without facts and opinions about the organizations behind the offers. */
export function moneyOf(document: Case) {
  const { partner: _, offers, ...rest } = document
  return { ...rest, offers: offers.map(({ partner: _partner, ...terms }) => terms) }
}

/**
 * Whether two states of a case have the same figures because they share every part that the model reads. Parts are
 * compared by identity, as edits leave untouched parts in place; so "no" is possible for equal copies.
 */
export function sameMoney(a: Case, b: Case): boolean {
  if (a === b) return true
  const { partner: _a, offers, origins, ...rest } = a
  return (
    (Object.keys(rest) as (keyof typeof rest)[]).every((key) => a[key] === b[key]) &&
    origins === b.origins &&
    offers.length === b.offers.length &&
    offers.every((offer, i) => sameTerms(offer, b.offers[i]!))
  )
}

function sameTerms(a: Case['offers'][number], b: Case['offers'][number]): boolean {
  if (a === b) return true
  const { partner: _, ...terms } = a
  return (Object.keys(terms) as (keyof typeof terms)[]).every((key) => a[key] === b[key])
}
