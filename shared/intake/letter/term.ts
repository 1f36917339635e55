import type { Clause } from './clauses'
import type { Kind, Quantity } from './quantity'

/**
 * What a quantity can be. The grammar is a list of these: each quantity of a letter is given to the one term whose
 * words stand nearest to it, so that no amount is read twice, and what is something else (rent, a cap, the buyer's own
 * revenue) is nothing that we want.
 */
export interface Term {
  readonly id: string
  readonly kinds: readonly Kind[]
  /** Words that end right before the quantity, as "purchase price of". */
  readonly before?: RegExp
  /** Words that follow right after it, as "in cash". */
  readonly after?: RegExp
  /** Words anywhere in the sentence; the nearer, the better. */
  readonly near?: RegExp
  /** The name of the row, of the paragraph, or the heading above it. */
  readonly label?: RegExp
  /** Where this is in the sentence or its label, the quantity is not this term. */
  readonly never?: RegExp
  /** "No stock", "in place of an escrow": a word of this term that is denied says nothing of the quantity. */
  readonly deniable?: boolean
  /** Further conditions on the quantity itself. */
  readonly when?: (quantity: Quantity, clause: Clause) => boolean
  /** Added to the distance: above 0 for a term that should lose against others. */
  readonly handicap?: number
  /** Field for each kind of quantity, below the offer; a term without is something that no field holds. */
  readonly path?: Partial<Record<Kind, string>>
  /** The value for the field from the value of the quantity, where it is not the same. */
  readonly value?: (value: number, quantity: Quantity, clause: Clause) => number | string | undefined
  /** Of a range only the lower end is meant: "in proportion between $2.5 and $2.7 million". */
  readonly lowest?: boolean
  /** Why the owner must be asked although there is one value. */
  readonly ask?: (quantity: Quantity, clause: Clause) => string | undefined
}

/** A term that is said without a number: who buys, what is sold, whether debt is paid off. */
export interface Saying {
  readonly path: string
  readonly value: string | number | boolean
  readonly words: RegExp
  readonly never?: RegExp
  /** Where this stands too, it is not so for good: the owner is asked. */
  readonly unsure?: RegExp
  /** Why, where it is not the time. */
  readonly why?: string
  /** Where the words must stand; anywhere if absent. */
  readonly label?: RegExp
}

/** The words of one term of a letter. */
export interface Words {
  readonly terms?: readonly Term[]
  readonly sayings?: readonly Saying[]
}

/** A value that the letter states for a field, one offer. */
export interface Finding {
  /** Path below the offer: "price/amount", "components/escrow-1/share", or "practice/…" from the case. */
  readonly path: string
  readonly value: number | string | boolean
  readonly clause: Clause
  readonly quantity?: Quantity
  /** Distance of the words that decided; the smaller, the surer. */
  readonly cost: number
}

/** Two or more readings of a field: the letter contradicts itself, gives a range, or names no exact day. */
export interface Doubt {
  readonly path: string
  readonly candidates: readonly (number | string)[]
  readonly why: string
  readonly clause: Clause
}

const TIGHT = 2
const LABEL = 22
/** The first value of a row is what the row is called, whatever else stands in it. */
const FIRST = 12
const HEADING = 60
/** What a column of comments says is taken only where the terms' own column is silent. */
const ASIDE = 40
/** Beyond this, words are too far from the quantity to say what it is. */
export const REACH = 95

/** How far the words of a term are from a quantity, `span` wide; Infinity where they do not fit. */
export function distance(term: Term, clause: Clause, quantity: Quantity, span: { start: number; end: number }): number {
  if (term.when && !term.when(quantity, clause)) return Infinity
  // Only what the practice is left with may be below zero.
  if ((quantity.values[0] ?? 0) < 0 && term.id !== 'working capital') return Infinity
  const { text } = clause
  if (term.never && (term.never.test(text) || term.never.test(clause.label))) return Infinity
  const defined = text.slice(0, span.start).replace(DEFINED, '')
  // "For another five years" is for five years.
  const before =
    quantity.kind === 'duration' ? defined.replace(/\b(?:another|an\s+additional|a\s+further)\s+$/i, '') : defined
  const after = text.slice(span.end)
  let cost = Infinity
  if (term.before) {
    const match = endMatch(term.before, before) ?? endMatch(term.before, before.replace(COPULA, ''))
    if (
      match !== undefined &&
      !(term.deniable && DENIED.test(before.replace(COPULA, '').slice(0, -match || undefined)))
    )
      cost = Math.min(cost, TIGHT + match * 0.05)
  }
  if (term.after) {
    const match = new RegExp(`^(?:${term.after.source})`, term.after.flags.replace('g', '')).exec(after)
    if (match) cost = Math.min(cost, TIGHT + match[0].length * 0.05)
  }
  if (term.near)
    for (const match of text.matchAll(new RegExp(term.near.source, 'gi'))) {
      if (term.deniable && (DENIED.test(text.slice(0, match.index)) || /^(?:no|without|any)\s/i.test(match[0])))
        continue
      const end = match.index + match[0].length
      const between =
        end <= span.start
          ? text.slice(end, span.start)
          : match.index >= span.end
            ? text.slice(span.end, match.index)
            : ''
      const crossed = clause.quantities.filter(
        (other) =>
          other.kind === quantity.kind &&
          (end <= span.start
            ? other.start >= end && other.end <= span.start
            : other.start >= span.end && other.end <= match.index),
      ).length
      const stops = (between.match(/;|\. |\) /g)?.length ?? 0) * 35 + (between.match(/, /g)?.length ?? 0) * 6
      const others = ofAnother(clause, quantity, match.index, end, span) ? 30 : 0
      cost = Math.min(cost, 6 + between.length * 0.6 + crossed * 55 + stops + others + (end <= span.start ? 0 : 6))
    }
  // The name of a row says what its first value is, in any of the term's own words.
  if (span.start < 4 && clause.label !== '') {
    if (term.before && endMatch(term.before, clause.label) !== undefined) cost = Math.min(cost, LABEL)
    if (term.near && new RegExp(term.near.source, 'i').test(clause.label)) cost = Math.min(cost, LABEL + 8)
  }
  if (term.label) {
    if (term.label.test(clause.label)) cost = Math.min(cost, span.start < 4 ? FIRST : LABEL)
    else if (term.label.test(clause.heading)) cost = Math.min(cost, HEADING)
  }
  return cost + (term.handicap ?? 0) + (clause.aside ? ASIDE : 0)
}

/**
 * "70% at closing, 10% in escrow": in a list the words that stand beside another number, with no comma between, and are
 * parted from this one by a comma, are that number's own.
 */
function ofAnother(
  { text, quantities }: Clause,
  { kind }: Quantity,
  from: number,
  to: number,
  span: { start: number; end: number },
): boolean {
  const parted = (start: number, end: number): boolean => /,\s|\s&\s|\s\+\s|\band\b/.test(text.slice(start, end))
  if (kind !== 'money' && kind !== 'percent') return false
  return quantities.some(
    (other) =>
      other.kind === kind &&
      ((to <= span.start && other.end <= from && !parted(other.end, from) && parted(to, span.start)) ||
        (from >= span.end && other.start >= to && !parted(to, other.start) && parted(span.end, from))),
  )
}

/** What ends right before a word that is denied. */
const DENIED =
  /\b(?:no|not|without|nothing\s+(?:is|will\s+be|would\s+be|gets)|never|in\s+(?:place|lieu)\s+of|instead\s+of|rather\s+than|neither|nor)\s+(?:(?:an?|any|the|be|is|separate|such|further)\s+)*$/i

/** (the “Closing”): gives a name and says nothing. */
const DEFINED = /\s*\((?:the|this|each|an?|collectively|together|hereinafter)?[^()“"$\d]{0,30}[“"][^()“”"]{1,40}[”"]\)/g

/** What joins a name to its number in any sentence: "is set at about". */
const COPULA =
  /(?:[\s,]+(?:of|is|are|at|being|to\s+be|(?:would|will|shall)\s+(?:be|equal|total)|equals?|equal\s+to|equaling|totals?|totaling|(?:comes?|came|amounts?|amounted)\s+to|set\s+at|fixed\s+at|stands?\s+at|(?:drops?|goes|rises?|moves?|falls?|changes?|stays?|remains?)(?:\s+(?:down|up))?(?:\s+(?:to|at))?)|\s*[:=–—-])(?:\s+(?:approximately|between|about|roughly|around|some|an?|the\s+sum\s+of|exactly))*\s*$/i

/** Length of a match that ends at the end of the text; undefined for none. */
function endMatch(form: RegExp, text: string): number | undefined {
  const match = new RegExp(`(?:${form.source})\\s*$`, form.flags.replace('g', '')).exec(text)
  return match ? match[0].length : undefined
}
