import type { Assigned } from './assign'
import { near } from './settle'
import type { Finding } from './term'
import type { Quantity } from './quantity'

// Several earn-outs of one offer: in a grid with a row each, or one after the other in a paragraph.

export interface Tranches {
  /** Which of several earn-outs a quantity belongs to: from 1. */
  readonly of: ReadonlyMap<Quantity, number>
  /** The sum of them all, and what is said of all together. */
  readonly left: ReadonlySet<Quantity>
  /** "$255,000 each": the amounts of the second and the following ones. */
  readonly more: readonly Finding[]
  readonly count: number
}
const NONE: Tranches = { of: new Map(), left: new Set(), more: [], count: 1 }

/** What tells one period from another. */
const MARK =
  /\b(?:first|second|third|fourth|1st|2nd|3rd|4th)\b(?=[^.;$]{0,30}\b(?:years?|months?|periods?|anniversar\w+|tranches?|payments?|installments?|half|earn-?\s?outs?|measurement)\b)|\b(?:contract\s+)?(?:year|yr\.?|tranche|period)\s*(?:one|two|three|four|[1-5])\b|\b(?:FY|fiscal|calendar)?\s?20[2-4]\d\b(?=[^.;]{0,25}\b(?:EBITDA|collections|revenue|production)\b)|(?<=\b(?:EBITDA|collections|revenue|production)\s(?:in|for|of)\s(?:fiscal\s|calendar\s)?)20[2-4]\d\b/gi
const IN_EQUAL_PARTS =
  /\bhalf\b[^;]{0,120}\b(?:other|second|remaining)\s+half\b|\b(?:split|paid|payable|divided|earned)\s+(?:equally|evenly|half\s+and\s+half)\b|\bin\s+(?:two|three)\s+equal\b|\b(?:two|three)\s+equal\s+(?:parts|tranches|payments|install?ments)/i
const normal = (mark: string): string =>
  mark
    .toLowerCase()
    .replace(/first|1st|\bone\b/, '1')
    .replace(/second|2nd|\btwo\b/, '2')
    .replace(/third|3rd|\bthree\b/, '3')
    .replace(/fourth|4th|\bfour\b/, '4')
    .replace(/\D+/g, '')

/** Sorts what is said of several earn-outs into one after the other; all of the first where there is one. */
export function tranchesOf(assigned: readonly Assigned[]): Tranches {
  const mine = assigned.filter(({ term, clause }) => term.id.startsWith('earn-out') && !clause.exhibit && !clause.aside)
  const rows = mine.filter(({ clause }) => clause.tranche !== undefined)
  if (rows.length > 0) return inGrid(mine, rows)
  const single = (id: string, kinds: readonly Quantity['kind'][]): Assigned[] =>
    mine.filter(({ term, quantity }) => term.id === id && kinds.includes(quantity.kind) && quantity.values.length === 1)
  const targets = single('earn-out target', ['money'])
  const times = single('earn-out time', ['duration'])
  const given = single('earn-out', ['money'])
  if (mine.some(({ term }) => /floor|slope/.test(term.id))) return NONE
  const valueOf = ({ quantity }: Assigned): number => quantity.values[0]!
  const total = given.length < 3 ? undefined : given.find((one) => near(valueOf(one), sumOf(given) - valueOf(one)))
  const amounts = given.filter((one) => one !== total)
  const count = targets.length
  if (count < 2 || count > 5) return NONE
  const each =
    amounts.length === 1 &&
    /^\s*(?:each\b|apiece\b|per\s+(?:year|tranche|payment|period|installment)\b)/i.test(
      amounts[0]!.clause.text.slice(amounts[0]!.quantity.end),
    )
  const equal = amounts.length === 1 && IN_EQUAL_PARTS.test(mine.map(({ clause }) => clause.text).join(' '))
  if (amounts.length !== count && !each && !equal) return NONE
  const clauses = [...new Set(mine.map(({ clause }) => clause))]
  const text = clauses.map(({ label, text: words }) => `${label}: ${words}`).join('\n')
  const marks = new Set([...text.matchAll(MARK)].map(([mark]) => normal(mark)))
  const paid = new Set(times.map(valueOf))
  // Steps of one payment have no years of their own.
  if (marks.size < count && paid.size !== count) return NONE
  const of = new Map<Quantity, number>()
  for (const list of amounts.length === count ? [targets, amounts] : [targets])
    for (const [at, { quantity }] of list.entries()) of.set(quantity, at + 1)
  if (paid.size === count && times.length === count)
    for (const [at, { quantity }] of times.entries()) of.set(quantity, at + 1)
  // Each has all of it, or its part of the whole.
  const of1 = each ? valueOf(amounts[0]!) : valueOf(amounts[0]!) / count
  const more =
    each || equal
      ? targets.slice(each ? 1 : 0).map((_, at): Finding => ({
          path: `components/earnOut-${at + (each ? 2 : 1)}/amount`,
          value: of1,
          clause: amounts[0]!.clause,
          quantity: amounts[0]!.quantity,
          cost: amounts[0]!.cost,
        }))
      : []
  return {
    of,
    left: new Set([total, equal ? amounts[0] : undefined].flatMap((one) => one?.quantity ?? [])),
    more,
    count,
  }
}

const sumOf = (list: readonly Assigned[]): number => list.reduce((sum, { quantity }) => sum + quantity.values[0]!, 0)

/** The grid says it all: what the letter says of the whole beside it is left, if it is the sum of the rows. */
function inGrid(mine: readonly Assigned[], rows: readonly Assigned[]): Tranches {
  const of = new Map(rows.map(({ quantity, clause }) => [quantity, clause.tranche!] as const))
  const amounts = rows.filter(({ term, quantity }) => term.id === 'earn-out' && quantity.kind === 'money')
  const whole = sumOf(amounts)
  const left = new Set<Quantity>()
  for (const { clause, quantity, term } of mine) {
    if (clause.tranche !== undefined) continue
    const summed = quantity.values.length === 1 && near(quantity.values[0]!, whole)
    const beside = clause.quantities.some(({ kind, values }) => kind === 'money' && near(values[0] ?? 0, whole))
    if (term.id !== 'earn-out' || summed || (quantity.kind === 'percent' && (beside || amounts.length > 0)))
      left.add(quantity)
  }
  return { of, left, more: [], count: Math.max(...of.values()) }
}

/** What is said of the first of several earn-outs holds for all of them. */
export const ofEach = (found: ReadonlyMap<string, readonly Finding[]>, { count }: Tranches): Finding[] =>
  ['metric', 'cliff', 'onTop'].flatMap((name) =>
    (found.get(`components/earnOut-1/${name}`) ?? []).slice(0, 1).flatMap((first) =>
      Array.from({ length: count - 1 }, (_, at) => ({
        ...first,
        path: `components/earnOut-${at + 2}/${name}`,
        cost: Math.max(first.cost, FOLLOWS),
      })),
    ),
  )
const FOLLOWS = 35
