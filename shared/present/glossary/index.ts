import { ENTRIES, type Entry } from './entries'

export { ENTRIES, type Entry } from './entries'

const formsOf = ({ term, forms = [] }: Entry): string[] => [term, ...forms]
const byForm = new Map(ENTRIES.flatMap((entry) => formsOf(entry).map((form) => [form.toLowerCase(), entry] as const)))

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
/** Longer terms first: "effective multiple" is not just a multiple. No term begins or ends inside a word. */
const anyTerm = new RegExp(
  `(?<![\\p{L}\\d-])(?:${[...byForm.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})s?(?![\\p{L}\\d]|-\\p{L})`,
  'giu',
)

/** A piece of a text; with its entry where it is a term. */
export interface Piece {
  readonly text: string
  readonly entry: Entry | undefined
}

/** A text split at its terms; only the first occurrence of each counts, as one explanation is enough. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  const seen = new Set<Entry>()
  let at = 0
  for (const { 0: found, index } of text.matchAll(anyTerm)) {
    const entry = entryOf(found)
    if (!entry || seen.has(entry)) continue
    seen.add(entry)
    if (index > at) pieces.push({ text: text.slice(at, index), entry: undefined })
    pieces.push({ text: found, entry })
    at = index + found.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), entry: undefined })
  return pieces
}

/** The entry of a term as it stands in a text, in whatever case and number. */
export function entryOf(text: string): Entry | undefined {
  const form = text.toLowerCase()
  return byForm.get(form) ?? byForm.get(form.replace(/s$/, ''))
}

/** The entries whose terms stand in a text, in the order of the glossary. */
export function termsIn(text: string): Entry[] {
  const found = new Set([...text.matchAll(anyTerm)].map(([term]) => entryOf(term)))
  return ENTRIES.filter((entry) => found.has(entry))
}

/** The entries that match a search, matches in the term before those in the sentence. */
export function searchGlossary(words: string): readonly Entry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return ENTRIES
  const hits = (text: string) => wanted.every((word) => text.toLowerCase().includes(word))
  const named = ENTRIES.filter((entry) => hits(formsOf(entry).join(' ')))
  return [...named, ...ENTRIES.filter((entry) => !named.includes(entry) && hits(`${entry.term} ${entry.sentence}`))]
}
