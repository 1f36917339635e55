import type { Clause } from './clauses'
import type { Quantity } from './quantity'
import { distance, REACH, type Term } from './term'
import { WORDS } from './terms'

const TERMS: readonly Term[] = WORDS.flatMap(({ terms }) => terms ?? [])

export interface Assigned {
  readonly clause: Clause
  readonly quantity: Quantity
  readonly term: Term
  readonly cost: number
}

/** "10% of the price, or $520,000" and "$715,000 (10%)" say one thing in two ways. */
function linked(text: string, first: Quantity, second: Quantity): boolean {
  const kinds = `${first.kind} ${second.kind}`
  if (kinds !== 'percent money' && kinds !== 'money percent') return false
  if (first.per !== undefined || second.per !== undefined) return false
  const between = text.slice(first.end, second.start)
  // A share of the cash is not the share of the price that a field holds; the dollars stand for themselves.
  if (/\bcash\b/i.test(between)) return false
  // "65% cash ($2,437,500), 20% equity": what a parenthesis closes goes with what stands before it.
  if (between.startsWith(')') && /\(\s*$/.test(text.slice(0, first.start))) return false
  const of = String.raw`(?:\s*of\s+(?:the\s+|that\s+)?(?:[\w’]+\s+){0,4}?(?:price|consideration|value|total))?`
  return (
    (new RegExp(
      String.raw`^\)?${of}\s*(?:,?\s*\(|,\s*(?:or|i\.e\.|being|that\s+is|equal\s+to|which\s+is)?,?\s*(?:about\s+)?|\s+or\s+)$`,
      'i',
    ).test(between) &&
      !/^,\s*$/.test(between)) ||
    new RegExp(String.raw`^\)?\s*of\s+(?:the\s+)?(?:[\w’]+\s+){0,3}?(?:price|consideration|value),\s*$`, 'i').test(
      between,
    )
  )
}

/** Rows that ran into one: which amount is whose, nobody can tell by their names; arithmetic may. */
const TWO_ROWS = /^\$[\d,.]+(?:\s+\$[\d,.]+)+$/

/** Gives each quantity of a sentence to the one term whose words are nearest. */
export function assign(clause: Clause): Assigned[] {
  const { quantities, text } = clause
  if (clause.table && TWO_ROWS.test(text)) return []
  const assigned: Assigned[] = []
  for (let at = 0; at < quantities.length; at++) {
    const group = [quantities[at]!]
    const next = quantities[at + 1]
    if (next && linked(text, group[0]!, next)) group.push(next)
    const span = { start: group[0]!.start, end: group.at(-1)!.end }
    // The closing parenthesis of "$715,000 (10%)" belongs to the group.
    while (
      group.length > 1 &&
      /^[^()]{0,30}\)/.test(text.slice(span.end)) &&
      text.slice(span.start, span.end).includes('(')
    )
      span.end += /^[^()]{0,30}\)/.exec(text.slice(span.end))![0].length
    const whole = group.length > 1 ? best(clause, group, span) : undefined
    if (whole) {
      for (const quantity of group) assigned.push({ clause, quantity, term: whole.term, cost: whole.cost })
      at++
      continue
    }
    const quantity = quantities[at]!
    const one =
      inParentheses(clause, quantity, assigned.at(-1)) ??
      nextTarget(clause, quantity, assigned.at(-1)) ??
      saidOtherwise(clause, quantity, assigned.at(-1)) ??
      best(clause, [quantity], quantity) ??
      goesOn(clause, quantity, assigned.at(-1))
    if (one) assigned.push({ clause, quantity, ...one })
  }
  return assigned
}

function best(
  clause: Clause,
  group: readonly Quantity[],
  span: { start: number; end: number },
): { term: Term; cost: number } | undefined {
  let found: { term: Term; cost: number } | undefined
  for (const term of TERMS) {
    if (!group.every(({ kind }) => term.kinds.includes(kind))) continue
    const cost = Math.max(...group.map((quantity) => distance(term, clause, quantity, span)))
    if (cost < REACH && (!found || cost < found.cost)) found = { term, cost }
  }
  return found
}

/** "20% rollover equity in Northlake Topco ($750,000)": what stands in parentheses says the same in another way. */
function inParentheses(
  { text }: Clause,
  quantity: Quantity,
  before: Assigned | undefined,
): { term: Term; cost: number } | undefined {
  const kinds = `${before?.quantity.kind} ${quantity.kind}`
  if (!before || (kinds !== 'percent money' && kinds !== 'money percent')) return undefined
  if (quantity.per !== undefined || before.quantity.per !== undefined || quantity.values.length > 1) return undefined
  const between = text.slice(before.quantity.end, quantity.start)
  const closed = /^\s*\)/.test(text.slice(quantity.end)) || text.slice(quantity.start, quantity.end).endsWith(')')
  return closed &&
    /^\)?[^(),;:.$%\d]{3,60}\(\s*$/.test(between) &&
    before.term.path?.[quantity.kind] !== undefined &&
    PART_OF_PRICE.test(before.term.path[quantity.kind]!)
    ? { term: before.term, cost: before.cost }
    : undefined
}
const PART_OF_PRICE = /^components\/\w+-1\/(?:share|amount)$|^x\/cashAtClosing$/

/** "$3,000,000 in year one and $3,200,000 in year two": a second result to be reached, after the first. */
function nextTarget(
  { text }: Clause,
  quantity: Quantity,
  before: Assigned | undefined,
): { term: Term; cost: number } | undefined {
  if (before?.term.id !== 'earn-out target' || quantity.kind !== 'money' || quantity.values.length > 1) return undefined
  const ratio = (quantity.values[0] ?? 0) / (before.quantity.values[0] ?? 1)
  const between = text.slice(before.quantity.end, quantity.start)
  return ratio > 0.6 &&
    ratio < 1.7 &&
    /^\s*(?:(?:in|for|during|by|at)\s[^.;$%]{0,40}|\([^()$%]{0,30}\)\s*)?,?\s*(?:and|&|then|,)\s+(?:then\s+)?$/i.test(
      between,
    ) &&
    !/\b(?:pay|paid|payment|earn|receive|get)\w*\b/i.test(between)
    ? { term: before.term, cost: before.cost }
    : undefined
}

/** "Page 2 says 20%, page 4 says 25%": what contradicts the number before it is of the same term. */
function saidOtherwise(
  { text }: Clause,
  quantity: Quantity,
  before: Assigned | undefined,
): { term: Term; cost: number } | undefined {
  if (!before || before.quantity.kind !== quantity.kind || before.term.path?.[quantity.kind] === undefined)
    return undefined
  return /^[,;]?\s*\(?(?:(?:but|and|while|whereas)\s+)?(?:(?:on|in|the)\s+)*(?:letter|LOI|page|section|paragraph|exhibit|schedule|cover\s+\w+|it)(?:\s+[\dA-Z]{1,3})?\s+(?:says|states|shows|reads|has)\s+["“]?$/i.test(
    text.slice(before.quantity.end, quantity.start),
  )
    ? { term: before.term, cost: before.cost }
    : undefined
}

/** "Half after 12 months and the rest after 24": a number that no words explain goes on with the one before it. */
function goesOn(
  clause: Clause,
  quantity: Quantity,
  before: Assigned | undefined,
): { term: Term; cost: number } | undefined {
  if (!before || before.quantity.kind !== quantity.kind || quantity.kind !== 'duration') return undefined
  const between = clause.text.slice(before.quantity.end, quantity.start)
  return between.length < 80 && /\b(?:and|rest|balance|remainder|remaining|half)\b/i.test(between)
    ? { term: before.term, cost: before.cost }
    : undefined
}
