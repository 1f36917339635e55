import { get, type Path } from './path'
import type { Case, Quote } from './schema'

/** The quote that a value was taken from; undefined if it was typed, or if the field's value has changed since. */
export function quoteOf(document: Case, path: Path): Quote | undefined {
  const quote = Object.hasOwn(document.quotes, path) ? document.quotes[path] : undefined
  const origin = document.origins[path]
  if (!quote || origin === undefined || origin === 'assumed') return undefined
  return get(document, path) === quote.value ? quote : undefined
}

/** "letter.pdf, p. 2"; without the page for a document without pages. */
export const placeOf = ({ document, place }: Quote): string => (place === '' ? document : `${document}, ${place}`)

/** “letter.pdf, p. 2: “5-year agreement””, truncated to fit a line of a table. */
export function citationOf(quote: Quote, most = 160): string {
  const words = quote.words.length > most ? `${quote.words.slice(0, most - 1).trimEnd()}…` : quote.words
  return words === '' ? placeOf(quote) : `${placeOf(quote)}: “${words}”`
}
