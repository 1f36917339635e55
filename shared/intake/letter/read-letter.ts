import type { PlainDocument } from '../document'
import { anotherDay, balanceInUnits, cashWithin, deferredElsewhere, exclusiveUntil, wholeOf } from './across'
import { assign, type Assigned } from './assign'
import { dangersIn, type DangerRead } from './dangers'
import { buyerOf } from './buyer'
import { clausesOf, type Clause } from './clauses'
import { allInCash, keptPart, paidInFull, provedPrice, rolledShareOf } from './proof'
import { isPerPartner, partnersOf } from './per-partner'
import { instancesOf, laterPay, otherParts } from './parts'
import { contradictions, followPrecedence, rateNotShare, settle } from './settle'
import { structureOf } from './structure'
import type { Quantity } from './quantity'
import type { Doubt, Finding, Saying } from './term'
import { isAboutEarnOut } from './terms/earn-out'
import { rolls } from './terms/rolled-equity'
import { WORDS } from './terms'
import { ofEach, tranchesOf } from './tranches'

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
  const tranches = tranchesOf(assigned)
  for (const finding of tranches.more) add(finding)
  const later = laterPay(assigned)
  const partners = partnersOf(assigned)
  for (const finding of later) add(finding)
  for (const { clause, quantity, term, cost } of assigned) {
    const first = term.path?.[quantity.kind]
    if (first === undefined || later.some((finding) => finding.quantity === quantity)) continue
    if (tranches.left.has(quantity)) continue
    const tranche = tranches.of.get(quantity)
    const path = tranche === undefined ? instance(first, clause) : first.replace('/earnOut-1/', `/earnOut-${tranche}/`)
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
    else if (known.length === 1 && OF_ALL.test(path) && quantity.kind === 'money' && isPerPartner(clause, quantity)) {
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
    // "80/20 cash and units": the other parts.
    if (quantity.kind === 'ratio')
      for (const [at, other] of otherParts(clause.text.slice(quantity.end), quantity.values.length).entries())
        if (other) add({ path: `components/${other}-1/share`, value: quantity.values[at + 1]!, clause, quantity, cost })
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
  const deferred = deferredElsewhere(found, clauses)
  if (deferred && !doubts.has(deferred.path)) add(deferred)
  const within = cashWithin(found, assigned)
  if (within) doubt(within)

  const balance = balanceInUnits(
    found,
    doubts,
    clauses.find(({ text }) => BALANCE_IN_UNITS.test(text)),
  )
  if (balance) doubt(balance)

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
  for (const finding of ofEach(found, tranches)) add(finding)
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
