import { get, type Path } from './path'
import type { Case, Quote } from './schema'

/**
 * The words of a document that a value was taken from; undefined where it was typed, or where the field has since been
 * given another value.
 */
export function quoteOf(document: Case, path: Path): Quote | undefined {
  const quote = Object.hasOwn(document.quotes, path) ? document.quotes[path] : undefined
  const origin = document.origins[path]
  if (!quote || origin === undefined || origin === 'assumed') return undefined
  return get(document, path) === quote.value ? quote : undefined
}

/** "letter.pdf, p. 2": a document without pages has no place to name. */
export const placeOf = ({ document, place }: Quote): string => (place === '' ? document : `${document}, ${place}`)

/** “letter.pdf, p. 2: “5-year agreement””, cut where it is longer than a line of a table may be. */
export function citationOf(quote: Quote, most = 160): string {
  const words = quote.words.length > most ? `${quote.words.slice(0, most - 1).trimEnd()}…` : quote.words
  return words === '' ? placeOf(quote) : `${placeOf(quote)}: “${words}”`
}
