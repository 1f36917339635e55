import type { Assigned } from './assign'
import type { Clause } from './clauses'
import { datesIn, daysBetween } from './dates'
import { near } from './settle'
import type { Doubt, Finding } from './term'

// What one sentence says only together with another.

/** What it costs that the words which decide stand in another sentence: probable, never certain. */
const FROM_ANOTHER = 35

/** "$4,500,000 to each partner, and to the four of you together $18,000,000": the price, proved by the number of partners. */
export function wholeOf({ clause, quantity }: Assigned, clauses: readonly Clause[]): Finding | undefined {
  const counts = clauses.flatMap(({ quantities }) =>
    quantities.flatMap(({ kind, values }) =>
      kind === 'other' && Number.isInteger(values[0]) && values[0]! > 1 && values[0]! < 20 ? values[0]! : [],
    ),
  )
  const whole = clause.quantities.find(
    (other) => other.kind === 'money' && counts.some((count) => near(other.values[0]!, count * quantity.values[0]!)),
  )
  return whole && { path: 'price/amount', value: whole.values[0]!, clause, quantity: whole, cost: 25 }
}

/**
 * "Deferred Consideration of $708,000 … It will be evidenced by a note": the amount where a note, or what is kept against
 * claims, has none of its own.
 */
export function deferredElsewhere(
  found: ReadonlyMap<string, readonly Finding[]>,
  clauses: readonly Clause[],
): Finding | undefined {
  const [term] =
    found.get('components/note-1/rate') ??
    found.get('components/note-1/years') ??
    found.get('components/escrow-1/months') ??
    []
  const part = term && /^components\/\w+-1/.exec(term.path)?.[0]
  if (!term || !part || ['amount', 'share'].some((one) => found.has(`${part}/${one}`))) return undefined
  if (!/\bdeferred\b/i.test(`${term.clause.before} ${term.clause.label} ${term.clause.heading}`)) return undefined
  for (const clause of clauses)
    for (const quantity of clause.quantities)
      if (
        quantity.kind === 'money' &&
        quantity.values.length === 1 &&
        (new RegExp(String.raw`\b${DEFERRED}\s+(?:of|is|equal\s+to)\s+$`, 'i').test(
          clause.text.slice(0, quantity.start),
        ) ||
          new RegExp(String.raw`^\)?\s+(?:of|in|as)?\s*(?:the\s+)?${DEFERRED}\b`, 'i').test(
            clause.text.slice(quantity.end),
          ))
      )
        return { path: `${part}/amount`, value: quantity.values[0]!, clause, quantity, cost: FROM_ANOTHER }
  return undefined
}

const DEFERRED = String.raw`deferred\s+(?:consideration|payment|(?:purchase\s+)?price|amount|portion|balance)`

/** "With an August 16 closing" beside "close on August 2, 2027": a day without its year that is another one. */
export function anotherDay(
  found: ReadonlyMap<string, readonly Finding[]>,
  assigned: readonly Assigned[],
): Doubt | undefined {
  const [closing] = found.get('closing') ?? []
  if (typeof closing?.value !== 'string') return undefined
  const year = closing.value.slice(0, 4)
  for (const { term, quantity, clause } of assigned) {
    if (term.id !== 'closing' || quantity.kind !== 'date' || (quantity.dates ?? []).length > 0) continue
    if (/\b(?:before|by|until|after)\s+(?:the\s+)?$/i.test(clause.text.slice(0, quantity.start))) continue
    const [day] = datesIn(`${clause.text.slice(quantity.start, quantity.end)}, ${year}`)
    if (day?.days.length === 1 && !day.loose && day.days[0] !== closing.value)
      return {
        path: 'closing',
        candidates: [closing.value, day.days[0]!],
        why: 'the letter says it in two ways',
        clause,
      }
  }
  return undefined
}

/** "Until May 31, 2027": days from the day of the letter, where it has one; the owner is asked. */
export function exclusiveUntil(assigned: readonly Assigned[], clauses: readonly Clause[]): Doubt | undefined {
  const end = assigned.find(({ term, quantity }) => term.id === 'end of exclusivity' && quantity.dates?.length === 1)
  if (!end) return undefined
  const meant = new Map(assigned.map(({ quantity, term }) => [quantity, term.id]))
  const written = [...clauses.slice(0, 12), ...clauses.slice(-4)].flatMap(({ quantities, text }) =>
    quantities.flatMap((one) =>
      one.dates?.length === 1 && text.length < 120 && (meant.get(one) ?? 'day of the letter') === 'day of the letter'
        ? [one.dates[0]!]
        : [],
    ),
  )
  const days = [...new Set(written.map((day) => daysBetween(day, end.quantity.dates![0]!)))].filter(
    (one) => one > 0 && one < 366,
  )
  return {
    path: 'x/exclusivityDays',
    candidates: days.length === 1 ? days : [],
    why: 'the letter names the last day, and not how many days',
    clause: end.clause,
  }
}

/** "80% in cash. Of this, 5% goes into escrow": whether the cash is 80% or 75%. */
export function cashWithin(
  found: ReadonlyMap<string, readonly Finding[]>,
  assigned: readonly Assigned[],
): Doubt | undefined {
  const [cash] = found.get('x/cashAtClosing') ?? []
  if (typeof cash?.value !== 'number') return undefined
  const part = assigned.find(
    ({ term, clause, quantity }) =>
      term.id === 'escrow' &&
      quantity.kind === cash.quantity?.kind &&
      ((/^(?:out\s+)?of\s+(?:this|that|which|the\s+cash)\b/i.test(clause.text) &&
        clause.before.endsWith(cash.clause.text.slice(-100))) ||
        /\b(?:withheld|held\s+back)\s+(?:from|out\s+of)\s+the\s+(?:closing\s+)?(?:cash|payment)\b|\b(?:comes?|taken)\s+out\s+of\s+the\s+(?:(?:closing|upfront)\s+)?cash\b/i.test(
          clause.text,
        ) ||
        /\bless\s+the\s+(?:amount|sum|escrow|hold-?\s?back)\b/i.test(cash.clause.text)),
  )
  if (!part || part.quantity.values[0]! >= cash.value) return undefined
  return {
    path: 'x/cashAtClosing',
    candidates: [cash.value, Number((cash.value - part.quantity.values[0]!).toPrecision(12))],
    why: 'the escrow is taken out of the cash',
    clause: cash.clause,
  }
}

/** "70% to 75% in cash. The balance would be equity of the parent": the rest of a range is a range. */
export function balanceInUnits(
  found: ReadonlyMap<string, readonly Finding[]>,
  doubts: ReadonlyMap<string, Doubt>,
  clause: Clause | undefined,
): Doubt | undefined {
  const cash = doubts.get('x/cashAtClosing')
  const shares = (cash?.candidates ?? []).filter((one): one is number => typeof one === 'number' && one > 0 && one < 1)
  if (!clause || !cash || shares.length !== cash.candidates.length || shares.length === 0) return undefined
  if ([...found.keys(), ...doubts.keys()].some((path) => path.startsWith('components/rolled-1/'))) return undefined
  return {
    path: 'components/rolled-1/share',
    candidates: shares.map((share) => Number((1 - share).toFixed(6))),
    why: cash.why,
    clause,
  }
}
