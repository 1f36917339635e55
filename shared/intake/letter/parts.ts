import type { Assigned } from './assign'
import type { Clause } from './clauses'
import { valueOfWords } from './numbers'
import type { Finding } from './term'

/** What the second part of "85/15 cash/escrow" is, by the first such word. */
export function otherPart(after: string): 'rolled' | 'escrow' | 'note' | 'earnOut' | undefined {
  const word = /^[^.;]{0,40}?\b(units|stock|shares|equity|roll|escrow|hold-?\s?back|note|earn-?\s?out)/i.exec(
    after,
  )?.[1]
  if (word === undefined) return undefined
  return /escrow|hold/i.test(word) ? 'escrow' : /note/i.test(word) ? 'note' : /earn/i.test(word) ? 'earnOut' : 'rolled'
}

/** What the parts of "70/20/10 cash/roll/earn-out" are, after the first: undefined where they are not named one by one. */
export function otherParts(after: string, count: number): readonly ReturnType<typeof otherPart>[] {
  if (count < 3) return [otherPart(after)]
  const names = after.split(/\s*[/,]\s*|\s+and\s+/).slice(0, count)
  return names.slice(1).map((name) => otherPart(name.replace(/\bEO\b/, 'earn-out')))
}

/** "33% in years 1 to 3 and 30% thereafter": the second share is the later pay. */
export function laterPay(assigned: readonly Assigned[]): Finding[] {
  const pay = assigned.filter(({ term, quantity }) => term.id === 'pay' && quantity.values.length === 1)
  // Three steps have no field: they are asked.
  if (new Set(pay.map(({ quantity }) => quantity.values[0])).size > 2) return []
  for (const [at, second] of pay.entries()) {
    const first = pay[at - 1]
    if (!first || first.clause.page !== second.clause.page) continue
    const same = first.clause.quote === second.clause.quote
    if (!same && !second.clause.before.endsWith(first.clause.text.slice(-100))) continue
    const text = same ? second.clause.quote : `${first.clause.quote} ${second.clause.quote}`
    const around = first.clause === second.clause ? second.clause.text.slice(first.quantity.end) : second.clause.text
    if (
      !/\b(?:thereafter|after\s+that|afterwards?|then|beginning\s+(?:in|with)\s+year|from\s+(?:contract\s+)?year|(?:starting|beginning|from|as\s+of)\s+(?:in\s+|with\s+|the\s+)*(?:\w+\s+year|year\s+\w+)|stepping\s+down|in\s+years?\s+\w+)/i.test(
        around,
      )
    )
      continue
    const years =
      /\bfirst\s+(\w+)\s+(?:\(\d+\)\s+)?(?:years?|yrs?)|\b(?:years?|yrs?\.?)\s+(?:1|one)\s*(?:to|through|-|–|and|&)\s*(\w+)|\b(?:first|initial)\s+year|\b(?:year|yr\.?)\s+(?:1|one)\b/i.exec(
        text,
      )
    const count = years && (years[1] ?? years[2] ?? '1')
    const number = count ? (/^\d+$/.test(count) ? Number(count) : valueOfWords(count)) : undefined
    const of = (path: string, value: number): Finding => ({
      path,
      value,
      clause: second.clause,
      quantity: second.quantity,
      cost: second.cost,
    })
    return [
      of('job/laterRate', second.quantity.values[0]!),
      ...(number === undefined ? [] : [of('job/laterFrom', number + 1)]),
    ]
  }
  return []
}

const PART = /^components\/([A-Za-z]+)-1\//

/**
 * Two escrows, two notes: where rows of different names each state an amount of the same kind, they are several parts of
 * the price in the order of the rows. An exhibit says the same thing again.
 */
export function instancesOf(assigned: readonly Assigned[]): (path: string, clause: Clause) => string {
  const names = new Map<string, string[]>()
  // An exhibit says the terms again, unless the letter leaves them to it.
  const kindOf = ({ term, quantity }: Assigned): string | undefined => PART.exec(term.path?.[quantity.kind] ?? '')?.[1]
  const inLetter = new Set(assigned.filter(({ clause }) => !clause.exhibit).map(kindOf))
  for (const { clause, quantity, term } of assigned) {
    const kind = PART.exec(term.path?.[quantity.kind] ?? '')?.[1]
    if (
      kind === undefined ||
      (clause.exhibit && inLetter.has(kind)) ||
      quantity.kind === 'duration' ||
      !(term.label?.test(clause.label) ?? false)
    )
      continue
    if (/\/(?:share|amount)$/.test(term.path![quantity.kind]!)) {
      const known = names.get(kind) ?? []
      if (!known.includes(clause.label)) names.set(kind, [...known, clause.label])
    }
  }
  return (path, clause) => {
    const kind = PART.exec(path)?.[1]
    const at = kind === undefined ? -1 : (names.get(kind)?.indexOf(clause.label) ?? -1)
    return at > 0 ? path.replace(PART, `components/${kind}-${at + 1}/`) : path
  }
}
