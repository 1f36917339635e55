import type { Assigned } from './assign'
import type { Clause } from './clauses'
import type { Quantity } from './quantity'
import type { Finding } from './term'

/** What a value proved by arithmetic costs: the words stand beside it, if not in the usual order. */
const PROVED = 25
const EARNINGS =
  /\bEBITDA\b|\bearnings\b|\bSDE\b|\bcash\s+flow\b|\bprofits?\b|\b(?:you|it|practice|office)\s+(?:\w+\s+)?(?:clear(?:s|ed)?|net(?:s|ted)?|ma(?:kes?|de)|earn(?:s|ed)?)\b/i
const PRICE = ['price/amount', 'price/multiple', 'price/ebitda'] as const

const MOST_TRIPLES = 1_000_000

interface Candidate {
  readonly value: number
  readonly clause: Clause
  readonly quantity: Quantity
}

/**
 * Price = multiple × EBITDA, where the words leave one of the three unsaid or at the wrong number: if exactly one triple
 * of the letter's numbers fits, it is what the letter means. "6.75x on 640 of EBITDA, so 4.32mm" is read so: plain
 * numbers count as thousands where nothing else makes the product right.
 */
export function provedPrice(
  found: ReadonlyMap<string, readonly Finding[]>,
  clauses: readonly Clause[],
  assigned: readonly Assigned[],
): Finding[] {
  if (PRICE.every((path) => found.get(path)?.length === 1)) return []
  const meant = new Map(assigned.map(({ quantity, term, cost }) => [quantity, { term, cost }]))
  const all = clauses.flatMap((clause) =>
    clause.quantities.flatMap((quantity): Candidate[] =>
      quantity.values.length === 1 && !quantity.atMost && quantity.per === undefined
        ? [{ value: quantity.values[0]!, clause, quantity }]
        : [],
    ),
  )
  const other = ({ quantity }: Candidate, ids: readonly string[]): boolean =>
    ids.includes(meant.get(quantity)?.term.id ?? '')
  const before = ({ clause, quantity }: Candidate): string => clause.text.slice(0, quantity.start)
  const after = ({ clause, quantity }: Candidate): string => clause.text.slice(quantity.end)
  const prices = all.filter(
    (one) =>
      one.quantity.kind === 'money' &&
      !other(one, ['before', 'earn-out', 'earn-out target', 'collections', 'price at most']),
  )
  const multiples = all.filter(
    (one) =>
      (one.quantity.kind === 'multiple' ||
        (one.quantity.kind === 'other' &&
          (/\b(?:multiple(?:\s+of)?|by|times|product\s+of)\s+$/i.test(before(one)) ||
            // A plain number with a decimal is one where the product proves it.
            /\.\d/.test(one.clause.text.slice(one.quantity.start, one.quantity.end)) ||
            /^\s+(?:on|of)\s+(?:the\s+|your\s+|our\s+)?\$?\d/i.test(after(one))))) &&
      one.value >= 1 &&
      one.value <= 25 &&
      !other(one, ['another multiple', 'exit multiple', 'before', 'preference multiple']),
  )
  const earnings = all.flatMap((one): Candidate[] => {
    // "6.5x $800,000": what the multiple is taken of.
    const multiplied =
      one.quantity.kind === 'money' && /\d\s?(?:x|×|\s+times|\s+on|\s+of)\s+(?:the\s+same\s+)?$/i.test(before(one))
    if (!multiplied && !EARNINGS.test(`${one.clause.label} ${one.clause.text}`)) return []
    if (one.quantity.kind === 'money') return [one]
    const beside =
      /^k?\s+(?:of|in)\s+(?:\w+\s+)?(?:EBITDA|earnings|SDE)\b/i.test(after(one)) ||
      /\b(?:EBITDA|earnings|SDE)\s*(?:of|is|:|=|at)?\s*$/i.test(before(one))
    return one.quantity.kind === 'other' && beside && one.value >= 50 && one.value < 50_000
      ? [{ ...one, value: one.value * 1000 }]
      : []
  })
  // So many numbers are no letter, and every combination of them would be tried.
  if (prices.length * multiples.length * earnings.length > MOST_TRIPLES) return []
  const triples = prices.flatMap((price) =>
    multiples.flatMap((multiple) =>
      earnings
        .filter(
          (ebitda) =>
            ebitda.quantity !== price.quantity &&
            ebitda.value < price.value &&
            Math.abs(price.value - multiple.value * ebitda.value) <= 0.005 * price.value,
        )
        .map((ebitda) => [price, multiple, ebitda] as const),
    ),
  )
  const distinct = new Set(triples.map((triple) => triple.map(({ value }) => value).join(' ')))
  if (distinct.size !== 1) return []
  return PRICE.map((path, at) => {
    const { value, clause, quantity } = triples[0]![at]!
    return { path, value, clause, quantity, cost: Math.min(PROVED, meant.get(quantity)?.cost ?? PROVED) }
  })
}

/**
 * The parts that are no equity, where they make up the whole price: what is left for the owner to keep or to roll is
 * nothing. The clause is where the cash is stated.
 */
export function paidInFull(found: ReadonlyMap<string, readonly Finding[]>): Clause | undefined {
  const number = (path: string): number | undefined => {
    const value = found.get(path)?.[0]?.value
    return typeof value === 'number' ? value : undefined
  }
  const price = number('price/amount')
  const shareOf = (share: string, amount: string): number | undefined => {
    const stated = number(share)
    const dollars = number(amount)
    if (stated !== undefined && stated <= 1) return stated
    return dollars !== undefined && price !== undefined && price > 0 ? dollars / price : undefined
  }
  const cash = shareOf('x/cashAtClosing', 'x/cashAtClosing')
  if (cash === undefined) return undefined
  const parts = ['escrow-1', 'note-1', 'earnOut-1'].map(
    (part) => shareOf(`components/${part}/share`, `components/${part}/amount`) ?? 0,
  )
  const total = parts.reduce((sum, part) => sum + part, cash)
  return Math.abs(total - 1) <= 0.002 ? found.get('x/cashAtClosing')![0]!.clause : undefined
}

/** Words stand beside it, but it is the other part that they name. */
const DERIVED = 35

/** "You keep 40% of the practice": where nothing says what is sold, the rest is. */
export function keptPart(found: Map<string, Finding[]>, has: (path: string) => boolean): void {
  const kept = found.get('x/shareKept')
  found.delete('x/shareKept')
  const [first] = kept ?? []
  if (!kept || !first || has('shareSold')) return
  // Two owners who keep a part each: which shares add up is for the owner to say.
  if (
    kept.some(
      ({ value, clause, quantity }) =>
        value !== first.value || (clause === first.clause && quantity !== first.quantity),
    )
  )
    return
  const value = Number((1 - (first.value as number)).toFixed(6))
  found.set('shareSold', [{ ...first, path: 'shareSold', value, cost: Math.max(first.cost, DERIVED) }])
}

const PARTS = ['escrow-1', 'note-1', 'earnOut-1', 'rolled-1']
/** "Would pay $2,050,000 in cash": where nothing else is paid, and no price is named, the cash is the price. */
export function allInCash(
  found: ReadonlyMap<string, readonly Finding[]>,
  doubts: ReadonlyMap<string, unknown>,
): Finding | undefined {
  const [cash] = found.get('x/cashAtClosing') ?? []
  const paths = [...found.keys(), ...doubts.keys()]
  if (cash?.quantity?.kind !== 'money' || paths.includes('price/amount')) return undefined
  if (paths.some((path) => PARTS.some((part) => path.startsWith(`components/${part}/`)))) return undefined
  const before = cash.clause.text.slice(0, cash.quantity.start)
  const after = cash.clause.text.slice(cash.quantity.end)
  return /\b(?:pays?|offers?)\s+(?:you\s+)?$/i.test(before) &&
    /^,?\s*(?:all\s+)?(?:in\s+)?cash\b(?!\s+(?:at|on|upon)\b)/i.test(after)
    ? { ...cash, path: 'price/amount', cost: Math.max(cash.cost, DERIVED) }
    : undefined
}

/** The rolled part as a share of the price. */
export function rolledShareOf(found: ReadonlyMap<string, readonly Finding[]>): number | undefined {
  const number = (path: string): number | undefined => {
    const value = found.get(path)?.[0]?.value
    return typeof value === 'number' ? value : undefined
  }
  const [share, amount, price] = ['components/rolled-1/share', 'components/rolled-1/amount', 'price/amount'].map(number)
  return share ?? (amount !== undefined && price ? amount / price : undefined)
}
