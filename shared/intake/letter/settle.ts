import type { Clause } from './clauses'
import type { Doubt, Finding } from './term'

export const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b))
const numberOf = (finding: Finding): number => finding.value as number

/** "Six million dollars. Of it Walter receives $3,600,000 and Simone $2,400,000": what two others add up to is the whole. */
function withoutParts(list: readonly Finding[]): readonly Finding[] {
  const amounts = list.filter(({ quantity }) => quantity?.kind === 'money')
  const whole = amounts.find((one) =>
    amounts.some((a, at) =>
      amounts.slice(at + 1).some((b) => Math.abs(numberOf(a) + numberOf(b) - numberOf(one)) <= 1 && numberOf(b) > 0),
    ),
  )
  return whole ? list.filter((one) => one.quantity?.kind !== 'money' || near(numberOf(one), numberOf(whole))) : list
}

/**
 * One value a field. Where a letter names several, arithmetic may prove one (price = multiple × EBITDA); a mere mention
 * gives way to a plain statement; otherwise the owner is asked.
 */
export function settle(found: Map<string, Finding[]>, ask: (doubt: Doubt) => void): void {
  const price = found.get('price/amount') ?? []
  const multiple = found.get('price/multiple') ?? []
  const ebitda = found.get('price/ebitda') ?? []
  const proved = price
    .flatMap((p) => multiple.flatMap((m) => ebitda.map((e) => ({ p, m, e }))))
    .filter(({ p, m, e }) => near(numberOf(p), numberOf(m) * numberOf(e)))
  const products = new Set(proved.map(({ p }) => numberOf(p)))
  if (products.size === 1) {
    const { p, m, e } = proved[0]!
    found.set('price/amount', [p])
    found.set('price/multiple', [m])
    found.set('price/ebitda', [e])
  }
  for (const [path, given] of found) {
    if (given.length < 2) continue
    const list = withoutParts(given)
    const sorted = [...list].sort((a, b) => a.cost - b.cost)
    const distinct: Finding[] = []
    for (const one of sorted)
      if (
        !distinct.some((other) =>
          typeof one.value === 'number' && typeof other.value === 'number'
            ? near(one.value, other.value)
            : one.value === other.value,
        )
      )
        distinct.push(one)
    if (distinct.length === 1) {
      found.set(path, [sorted[0]!])
      continue
    }
    const [first, ...others] = distinct
    // Cash is stated as a share and as dollars: one fact, two numbers.
    if (path === 'x/cashAtClosing') {
      const dollars = sorted.find(({ quantity, cost }) => quantity?.kind === 'money' && cost <= first!.cost + 30)
      found.set(path, [dollars ?? first!])
      continue
    }
    const serious = others.filter(
      ({ cost, clause, quantity }) =>
        cost <=
        first!.cost +
          (clause !== first!.clause ? 30 : quantity?.kind !== 'money' ? Infinity : first!.cost < 4 ? 40 : 55),
    )
    if (serious.length === 0) found.set(path, [first!])
    else
      ask({
        path,
        candidates: [first!, ...serious].map(({ value }) => value as number | string),
        why:
          [first!, ...serious].some(({ clause }) => clause.exhibit) &&
          !first!.clause.exhibit !== !serious[0]!.clause.exhibit
            ? 'the exhibit and the letter say different things'
            : 'the letter says it in two ways',
        clause: first!.clause,
      })
  }
}

const EXHIBIT = String.raw`\b(?:schedules?|exhibits?|annex(?:es)?|appendix|attachments?)(?:\s+[\dA-Z]{1,2})?`
const RULES = String.raw`\s+(?:shall\s+|will\s+)?(?:controls?|governs?|prevails?|takes?\s+precedence)\b`
const exhibitRules = new RegExp(EXHIBIT + RULES, 'i')
const letterRules = new RegExp(String.raw`\b(?:this\s+)?(?:letter|LOI|agreement|term\s+sheet)${RULES}`, 'i')

/**
 * "If inconsistent, Schedule 1 controls": where the letter says itself which of the two holds, that one is the value,
 * and the owner is asked all the same.
 */
export function followPrecedence(found: Map<string, Finding[]>, clauses: readonly Clause[]): Doubt[] {
  const [exhibit, letter] = [exhibitRules, letterRules].map((rule) => clauses.some(({ text }) => rule.test(text)))
  if (exhibit === letter) return []
  return [...found].flatMap(([path, list]): Doubt[] => {
    const ruling = list.filter(({ clause }) => clause.exhibit === exhibit)
    const [first] = ruling
    if (!first) return []
    found.set(path, ruling)
    const other = list.find(({ value, clause }) => clause.exhibit !== exhibit && differs(value, first.value))
    const why = `the ${exhibit ? 'exhibit' : 'letter'} says otherwise than the ${exhibit ? 'letter' : 'exhibit'}, and the letter lets it control`
    return other
      ? [{ path, candidates: [first, other].map(({ value }) => value as number | string), why, clause: first.clause }]
      : []
  })
}
const differs = (a: Finding['value'], b: Finding['value']): boolean =>
  typeof a === 'number' && typeof b === 'number' ? !near(a, b) : a !== b

/** "Seller note: $1,820,000; 8%; 36 months": a bare share that is not the dollars' share of the price is the interest. */
export function rateNotShare(found: Map<string, Finding[]>): void {
  const [share, amount, price] = ['components/note-1/share', 'components/note-1/amount', 'price/amount'].map(
    (path) => found.get(path)?.[0],
  )
  if (!share?.quantity || !amount || found.has('components/note-1/rate')) return
  const { start, end } = share.quantity
  const { text, quote } = share.clause
  const bare =
    quote === amount.clause.quote &&
    (text.length - (end - start) < 3 ||
      (/(?:[,;–—-]|^)\s*$/.test(text.slice(0, start)) && /^\s*(?:[,;.–—-]|$)/.test(text.slice(end))))
  const rate = numberOf(share)
  // Without a price nothing proves it; no note of a few percent of the price is stated in dollars and without "of".
  if (!bare || rate > (price ? 0.2 : 0.12) || (price && near(numberOf(amount), rate * numberOf(price)))) return
  found.delete('components/note-1/share')
  found.set('components/note-1/rate', [{ ...share, path: 'components/note-1/rate' }])
}

/**
 * What does not fit together although each is stated once: a price that is not its multiple times its EBITDA, an amount
 * that is not its share of the price. The values stay, as probable, and the owner is asked.
 */
export function contradictions(found: ReadonlyMap<string, readonly Finding[]>): Doubt[] {
  const number = (path: string): number | undefined => {
    const value = found.get(path)?.[0]?.value
    return typeof value === 'number' ? value : undefined
  }
  const price = number('price/amount')
  if (price === undefined) return []
  const doubts: Doubt[] = []
  const multiple = number('price/multiple')
  const ebitda = number('price/ebitda')
  const off = (a: number, b: number): boolean => Math.abs(a - b) > 0.015 * Math.max(a, b)
  // A multiple is rounded: by half of its last digit the price may be off.
  const digit = multiple === undefined ? 0 : 10 ** -(String(multiple).split('.')[1]?.length ?? 0)
  const rounding = multiple === undefined ? 0 : Math.min(0.015, 0.003 + digit / 2 / multiple)
  if (
    multiple !== undefined &&
    ebitda !== undefined &&
    Math.abs(price - multiple * ebitda) > rounding * Math.max(price, multiple * ebitda)
  )
    doubts.push({
      path: 'price/amount',
      candidates: [price, Math.round(multiple * ebitda)],
      why: 'the price is not the multiple times the EBITDA of the letter',
      clause: found.get('price/amount')![0]!.clause,
    })
  const sold = number('shareSold') ?? 1
  for (const path of found.keys()) {
    const part = /^(components\/[A-Za-z]+-\d)\/amount$/.exec(path)?.[1]
    const amount = number(path)
    const share = part === undefined ? undefined : number(`${part}/share`)
    if (amount !== undefined && share !== undefined && off(amount, share * price) && off(amount, share * price * sold))
      doubts.push({
        path,
        candidates: [amount, Math.round(share * price)],
        why: 'the dollars are not this share of the price',
        clause: found.get(path)![0]!.clause,
      })
  }
  return doubts
}
