import type { PlainDocument } from '../document'
import { assign, type Assigned } from './assign'
import { dangersIn, type DangerRead } from './dangers'
import { buyerOf } from './buyer'
import { clausesOf, type Clause } from './clauses'
import { datesIn, daysBetween } from './dates'
import { valueOfWords } from './numbers'
import { allInCash, keptPart, paidInFull, provedPrice, rolledShareOf } from './proof'
import { isPerPartner, partnersOf } from './per-partner'
import { structureOf } from './structure'
import type { Quantity } from './quantities'
import type { Doubt, Finding, Saying } from './term'
import { isAboutEarnOut } from './terms/earn-out'
import { rolls } from './terms/rolled-equity'
import { WORDS } from './terms'

/** What a letter states, one entry an offer. Paths are below the offer, but for those of the practice. */
export interface LetterRead {
  readonly offers: readonly OfferRead[]
}
export interface OfferRead {
  readonly name: string
  readonly findings: readonly Finding[]
  readonly doubts: readonly Doubt[]
  readonly dangers: readonly DangerRead[]
}

/** Equity of the parent without an amount: "the balance in Kingfisher Holdings units". */
const BALANCE_IN_UNITS = /\b(?:balance|rest|remainder)\b[^.;]{0,40}\b(?:units|equity|stock|shares)\b/i

/** "Each partner would be issued $1,350,000 of KSA Parent common stock": equity, although no amount for the practice. */
const rolledByEach = (assigned: readonly Assigned[]): boolean =>
  assigned.some(({ term, clause }) => term.id === 'price for one partner' && rolls.test(clause.text))

/** Amounts that a field holds for all partners together, and what it costs that only their number proves them. */
const OF_ALL = /^components\/\w+-\d\/amount$|^x\/cashAtClosing$/
const FOR_ALL = 35
const PRICES = ['price/amount', 'price/multiple', 'price/ebitda']

const SAYINGS: readonly Saying[] = WORDS.flatMap(({ sayings }) => sayings ?? [])

/** Reads a letter of intent, a term sheet or a mail. Pure: the same document gives the same answer. */
export function readLetter(document: PlainDocument): LetterRead {
  const { clauses, offers } = clausesOf(document)
  const assigned = clauses.flatMap((clause) => assign(clause))
  const names = offers.length > 0 ? offers : ['']
  return {
    offers: names.map((name, at) => {
      const mine = (clause: Clause): boolean => offers.length === 0 || clause.offer === undefined || clause.offer === at
      return readOffer(
        name,
        clauses.filter(mine),
        assigned.filter(({ clause, quantity }) => mine(clause) && ofOffer(clause, quantity, at)),
        document,
        offers.length > 0,
      )
    }),
  }
}

/** "No. 1: 45 days, No. 2: 75 days": in a sentence about all offers, each number is of the one named before it. */
function ofOffer({ text, offer }: Clause, { start }: Quantity, at: number): boolean {
  if (offer !== undefined) return true
  const named = [...text.matchAll(/\b(?:No\.?|Bid|Offer|Option|Proposal)\s*(?:([1-6])|([A-F])):/g)]
  if (named.length < 2) return true
  const last = named.filter(({ index, 0: name }) => index < start && start - index - name.length < 3).at(-1)
  const number = last && (last[1] ? Number(last[1]) - 1 : last[2]!.charCodeAt(0) - 65)
  return number === undefined || number === at
}

function readOffer(
  name: string,
  clauses: readonly Clause[],
  assigned: readonly Assigned[],
  document: PlainDocument,
  several: boolean,
): OfferRead {
  const found = new Map<string, Finding[]>()
  const doubts = new Map<string, Doubt>()
  const add = (finding: Finding): void => void found.set(finding.path, [...(found.get(finding.path) ?? []), finding])
  const doubt = (one: Doubt): void => {
    const known = doubts.get(one.path)
    doubts.set(
      one.path,
      known
        ? {
            ...known,
            candidates: [...new Set([...known.candidates, ...one.candidates])],
            why: known.why === one.why ? known.why : `${known.why}; ${one.why}`,
          }
        : one,
    )
  }

  const instance = instancesOf(assigned)
  const later = laterPay(assigned)
  const partners = partnersOf(assigned)
  for (const finding of later) add(finding)
  for (const { clause, quantity, term, cost } of assigned) {
    const first = term.path?.[quantity.kind]
    if (first === undefined || later.some((finding) => finding.quantity === quantity)) continue
    const path = instance(first, clause)
    const values =
      (term.lowest ? quantity.values.slice(0, 1) : quantity.dates) ??
      (quantity.kind === 'ratio'
        ? [quantity.values[0]!]
        : quantity.values.map((value) => (term.value ? term.value(value, quantity, clause) : value)))
    const known = values.filter((value): value is number | string => value !== undefined)
    const why = (term.lowest ? undefined : quantity.doubt) ?? term.ask?.(quantity, clause)
    // A range that a comment mentions is no doubt of the term itself.
    if (clause.aside && (why !== undefined || known.length > 1)) continue
    // "By the end of the first quarter, ideally March 31, 2027": the day is named beside it.
    const named = (other: Assigned): boolean =>
      other.clause === clause &&
      other.term === term &&
      other.quantity !== quantity &&
      other.quantity.dates?.length === 1
    if (quantity.doubt === 'no exact day' && known.length === 0 && assigned.some(named)) continue
    if (why !== undefined || known.length > 1)
      doubt({ path, candidates: known, why: whyOf(why ?? 'range', quantity.kind), clause })
    else if (known.length === 1 && OF_ALL.test(path) && quantity.kind === 'money' && isPerPartner(clause)) {
      const each = known[0] as number
      if (partners === undefined)
        doubt({
          path,
          candidates: [each],
          why: 'the letter names it for one partner, and the field is for all',
          clause,
        })
      else add({ path, value: each * partners, clause, quantity, cost: Math.max(cost, FOR_ALL) })
    } else if (known.length === 1) add({ path, value: known[0]!, clause, quantity, cost })
    // "80/20 cash and units": the other part.
    const other = quantity.kind === 'ratio' ? otherPart(clause.text.slice(quantity.end)) : undefined
    if (other) add({ path: `components/${other}-1/share`, value: quantity.values[1]!, clause, quantity, cost })
  }

  // Paid by the partner and nothing said of the whole.
  const each = assigned.find(({ term }) => term.id === 'price for one partner')
  const together = assigned.flatMap((one) =>
    one.term.id === 'price for one partner' ? (wholeOf(one, clauses) ?? []) : [],
  )[0]
  if (each && partners !== undefined && !found.has('price/amount') && !doubts.has('price/amount'))
    add({
      path: 'price/amount',
      value: each.quantity.values[0]! * partners,
      clause: each.clause,
      quantity: each.quantity,
      cost: FOR_ALL,
    })
  else if (together && !found.has('price/amount') && !doubts.has('price/amount')) add(together)
  else if (each && !found.has('price/amount') && !doubts.has('price/amount')) {
    const value = each.quantity.values[0]!
    const partners = each.clause.quantities.find(
      ({ kind, values }) => kind === 'other' && values[0]! > 1 && values[0]! < 20,
    )?.values[0]
    doubt({
      path: 'price/amount',
      candidates: partners === undefined ? [value] : [value, value * partners],
      why: 'the letter names the price for one partner, and the field is for the whole practice',
      clause: each.clause,
    })
  }
  // A letter that names the last day for closing alone: that day is no closing, and none is stated.
  const latest = assigned.find(
    ({ term, quantity, clause }) =>
      term.id === 'outside date' && quantity.dates && /\bclos/i.test(`${clause.text} ${clause.label}`),
  )
  if (latest && !found.has('closing') && !doubts.has('closing'))
    doubt({
      path: 'closing',
      candidates: latest.quantity.dates!,
      why: 'the letter names the latest day only',
      clause: latest.clause,
    })

  const effective = assigned.find(({ term, quantity }) => term.id === 'effective date' && quantity.dates?.length === 1)
  if (effective && !found.has('closing') && (doubts.get('closing')?.candidates ?? []).length === 0)
    doubt({
      path: 'closing',
      candidates: effective.quantity.dates!,
      why: 'the letter names the day from which it is effective only',
      clause: effective.clause,
    })
  const another = anotherDay(found, assigned)
  if (another) doubt(another)
  const until = exclusiveUntil(assigned, clauses)
  if (until && !found.has(until.path) && !doubts.has(until.path)) doubt(until)
  const deferred = deferredByNote(found, clauses)
  if (deferred && !doubts.has(deferred.path)) add(deferred)
  const within = cashWithin(found, assigned)
  if (within) doubt(within)

  const has = (path: string): boolean => found.has(path) || doubts.has(path)
  const cashPrice = allInCash(found, doubts)
  if (cashPrice) add(cashPrice)
  const hasPart = (part: string): boolean =>
    [...found.keys(), ...doubts.keys()].some((path) => path.startsWith(`components/${part}/`))
  // What is ambiguous by itself (a range, words against figures) stays a question.
  if (PRICES.every((path) => !doubts.has(path)))
    for (const finding of provedPrice(found, clauses, assigned)) found.set(finding.path, [finding])
  const overruled = followPrecedence(found, clauses)
  settle(found, doubt)
  rateNotShare(found)
  keptPart(found, has)
  // "Around the turn of the year" gives way to a day that is named elsewhere.
  for (const [path, { candidates }] of doubts) if (candidates.length === 0 && found.has(path)) doubts.delete(path)
  for (const path of doubts.keys()) found.delete(path)

  for (const saying of SAYINGS) {
    const clause = clauses.find(
      (one) =>
        saying.words.test(one.text) &&
        !(saying.never?.test(one.text) ?? false) &&
        (!saying.label || saying.label.test(one.label) || saying.label.test(one.heading)) &&
        fits(saying, one, hasPart, found, (path) => doubts.get(path)?.clause),
    )
    if (clause && saying.unsure?.test(clause.text))
      doubt({
        path: saying.path,
        candidates: [typeof saying.value === 'number' ? saying.value : String(saying.value)],
        why: saying.why ?? 'it holds for a time only',
        clause,
      })
    else if (clause && !has(saying.path)) add({ path: saying.path, value: saying.value, clause, cost: 10 })
  }
  // A sum and a share, one instead of the other or both: no one field holds it.
  const fees = ['fee/share', 'fee/amount'].flatMap((path) => found.get(path)?.[0] ?? [])
  if (fees.length > 1) {
    const why = 'the letter names a fixed fee and a share of collections'
    for (const { path, value, clause } of fees) doubt({ path, candidates: [value as number], why, clause })
    doubt({ path: 'fee/kind', candidates: ['fixed', 'collections'], why, clause: fees[0]!.clause })
    for (const { path } of fees) found.delete(path)
  }
  if (!has('fee/kind')) {
    const fee = found.get('fee/share')?.[0] ?? found.get('fee/amount')?.[0]
    if (fee)
      add({
        path: 'fee/kind',
        value:
          fee.path === 'fee/amount'
            ? 'fixed'
            : /of\s+(?:[\w’'-]+\s+){0,4}?EBITDA/i.test(fee.clause.text)
              ? 'ebitda'
              : 'collections',
        clause: fee.clause,
        cost: fee.cost,
      })
  }
  const feeDoubt = doubts.get('fee/share')
  if (feeDoubt && !has('fee/kind'))
    doubt({ path: 'fee/kind', candidates: ['ebitda', 'none'], why: feeDoubt.why, clause: feeDoubt.clause })

  const buyer = buyerOf(
    several ? clauses.filter(({ offer, label }) => offer !== undefined || label === '') : clauses,
    document,
  )
  if (buyer) add({ path: 'buyer', value: buyer.name, clause: buyer.clause, cost: 10 })
  const sold = found.get('shareSold')?.[0]?.value
  const structure = structureOf(clauses, {
    rolled: hasPart('rolled-1') || clauses.some(({ text }) => BALANCE_IN_UNITS.test(text)) || rolledByEach(assigned),
    shareSold: typeof sold === 'number' ? sold : undefined,
    rolledShare: rolledShareOf(found),
    roll: (found.get('components/rolled-1/amount') ?? found.get('components/rolled-1/share'))?.[0]?.clause,
    paid: paidInFull(found),
    price: found.get('price/amount')?.[0]?.clause ?? doubts.get('price/amount')?.clause,
    // A part is sold and nothing says what becomes of the rest: the owner keeps it in the practice.
    sold: typeof sold === 'number' && sold < 1 ? found.get('shareSold')![0]!.clause : undefined,
  })
  if (structure) add({ path: 'structure', value: structure.value, clause: structure.clause, cost: structure.cost })

  for (const one of [...overruled, ...contradictions(found)]) doubt(one)
  return {
    name,
    findings: [...found.values()].flatMap((list) => list.slice(0, 1)),
    doubts: [...doubts.values()],
    dangers: dangersIn(clauses),
  }
}

/** "$4,500,000 to each partner, and to the four of you together $18,000,000": the price, proved by the number of partners. */
function wholeOf({ clause, quantity }: Assigned, clauses: readonly Clause[]): Finding | undefined {
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

/** "Deferred Consideration of $708,000 … It will be evidenced by a note": the amount where a note has none of its own. */
function deferredByNote(
  found: ReadonlyMap<string, readonly Finding[]>,
  clauses: readonly Clause[],
): Finding | undefined {
  const [term] = found.get('components/note-1/rate') ?? found.get('components/note-1/years') ?? []
  if (!term || ['amount', 'share'].some((one) => found.has(`components/note-1/${one}`))) return undefined
  if (!/\bdeferred\b/i.test(`${term.clause.before} ${term.clause.label} ${term.clause.heading}`)) return undefined
  for (const clause of clauses)
    for (const quantity of clause.quantities)
      if (
        quantity.kind === 'money' &&
        quantity.values.length === 1 &&
        /\bdeferred\s+(?:consideration|payment|(?:purchase\s+)?price|amount|portion|balance)\s+(?:of|is|equal\s+to)\s+$/i.test(
          clause.text.slice(0, quantity.start),
        )
      )
        return { path: 'components/note-1/amount', value: quantity.values[0]!, clause, quantity, cost: FOR_ALL }
  return undefined
}

/** "With an August 16 closing" beside "close on August 2, 2027": a day without its year that is another one. */
function anotherDay(found: ReadonlyMap<string, readonly Finding[]>, assigned: readonly Assigned[]): Doubt | undefined {
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
function exclusiveUntil(assigned: readonly Assigned[], clauses: readonly Clause[]): Doubt | undefined {
  const end = assigned.find(({ term, quantity }) => term.id === 'end of exclusivity' && quantity.dates?.length === 1)
  if (!end) return undefined
  const meant = new Map(assigned.map(({ quantity, term }) => [quantity, term.id]))
  const written = clauses
    .slice(0, 12)
    .flatMap(({ quantities, text }) =>
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
function cashWithin(found: ReadonlyMap<string, readonly Finding[]>, assigned: readonly Assigned[]): Doubt | undefined {
  const [cash] = found.get('x/cashAtClosing') ?? []
  if (typeof cash?.value !== 'number') return undefined
  const part = assigned.find(
    ({ term, clause, quantity }) =>
      term.id === 'escrow' &&
      quantity.kind === cash.quantity?.kind &&
      ((/^(?:out\s+)?of\s+(?:this|that|which|the\s+cash)\b/i.test(clause.text) &&
        clause.before.endsWith(cash.clause.text.slice(-100))) ||
        /\b(?:withheld|held\s+back)\s+(?:from|out\s+of)\s+the\s+(?:closing\s+)?(?:cash|payment)\b|\bcomes?\s+out\s+of\s+the\s+(?:closing\s+)?cash\b/i.test(
          clause.text,
        )),
  )
  if (!part || part.quantity.values[0]! >= cash.value) return undefined
  return {
    path: 'x/cashAtClosing',
    candidates: [cash.value, Number((cash.value - part.quantity.values[0]!).toPrecision(12))],
    why: 'the escrow is taken out of the cash',
    clause: cash.clause,
  }
}

/** What the second part of "85/15 cash/escrow" is, by the first such word. */
function otherPart(after: string): 'rolled' | 'escrow' | 'note' | 'earnOut' | undefined {
  const word = /^[^.;]{0,40}?\b(units|stock|shares|equity|roll|escrow|hold-?\s?back|note|earn-?\s?out)/i.exec(
    after,
  )?.[1]
  if (word === undefined) return undefined
  return /escrow|hold/i.test(word) ? 'escrow' : /note/i.test(word) ? 'note' : /earn/i.test(word) ? 'earnOut' : 'rolled'
}

/** "33% in years 1 to 3 and 30% thereafter": the second share is the later pay. */
function laterPay(assigned: readonly Assigned[]): Finding[] {
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
function instancesOf(assigned: readonly Assigned[]): (path: string, clause: Clause) => string {
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

/** A saying about a part of the price counts only where that part is there, and stands in its sentences. */
function fits(
  saying: Saying,
  clause: Clause,
  hasPart: (part: string) => boolean,
  found: ReadonlyMap<string, readonly Finding[]>,
  asked: (path: string) => Clause | undefined,
): boolean {
  const part = /^components\/([A-Za-z]+-\d)\//.exec(saying.path)?.[1]
  if (part !== undefined) {
    if (!hasPart(part)) return false
    if (part === 'earnOut-1')
      return isAboutEarnOut(clause) || /\badditional\b|\bif\b.*\b(?:reach|exceed|at\s+least)/i.test(clause.text)
    if (part === 'note-1')
      return (
        /\bnote\b|financing|carry/i.test(`${clause.text} ${clause.label}`) ||
        found.get('components/note-1/amount')?.[0]?.clause === clause
      )
    return true
  }
  if (saying.path === 'job/basis')
    return (
      found.get('job/rate')?.[0]?.clause === clause ||
      asked('job/rate') === clause ||
      (found.get('job/rate') === undefined && clause.label !== '' && /compensation|pay/i.test(clause.label))
    )
  if (saying.path.startsWith('job/')) return found.has('job/rate') || asked('job/rate') !== undefined
  if (saying.path.startsWith('retained/')) return true
  return true
}

const whyOf = (why: string, kind: string): string =>
  why === 'range'
    ? 'the letter gives a range'
    : why === 'words against figures'
      ? 'the words say one number and the figures another'
      : why === 'no exact day' && kind === 'date'
        ? 'the letter names no exact day'
        : why

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b))
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
function settle(found: Map<string, Finding[]>, ask: (doubt: Doubt) => void): void {
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
function followPrecedence(found: Map<string, Finding[]>, clauses: readonly Clause[]): Doubt[] {
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
function rateNotShare(found: Map<string, Finding[]>): void {
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
function contradictions(found: ReadonlyMap<string, readonly Finding[]>): Doubt[] {
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
