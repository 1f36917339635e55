import { describe } from '../case/describe'
import type { FieldMeta } from '../case/field'
import { added, itemsAt } from '../case/lists'
import { get, set, type Path } from '../case/path'
import type { Case, Component, Quote } from '../case/schema'
import type { FileRead } from '../intake/read'
import { attorneyPointsOf, type AttorneyPoint } from './attorney'

export type Value = number | string | boolean | null

/** A term of a letter beside the field it would fill. */
export interface Proposal {
  /** The reader's name for it: "offers.o1.price.amount". */
  readonly id: string
  readonly field: FieldMeta
  readonly label: string
  /** The value in the letter; undefined if the owner must choose. */
  readonly value: Value | undefined
  /** The readings to choose from, where there are several. */
  readonly candidates: readonly Value[]
  /** Why the owner must choose. */
  readonly why: string | undefined
  /** `asked`: nothing is proposed before the owner has chosen. */
  readonly sure: 'certain' | 'probable' | 'asked'
  /** What a share is of, in the letter's own words. */
  readonly base: string | undefined
  readonly words: string
  /** "p. 2". */
  readonly place: string
  /** The case's current value, if an existing offer is changed and the value was confirmed. */
  readonly now: Value | undefined
}

/** What a letter says about one offer. */
export interface OfferFound {
  /** "o1", as the reader numbers them. */
  readonly key: string
  readonly buyer: string
  readonly proposals: readonly Proposal[]
  /** Terms essential to the comparison that the letter does not state. */
  readonly unstated: readonly string[]
  readonly attorney: readonly AttorneyPoint[]
}

/** The destination of each of the letter's offers: the id of an offer of the case, or `new`. */
export type Targets = Readonly<Record<string, string>>

/** The document being read: its name and id in the store. */
export interface Source {
  readonly document: string
  readonly kept: string | null
}

const OFFER = /^offers\.(o\d+)\./
const PART = /^offers\.o\d+\.components\.(([A-Za-z]+)-(\d+))\./

/** What is said about the practice rather than an offer goes with the first one. */
const keyOf = (id: string): string => OFFER.exec(id)?.[1] ?? 'o1'

/** Whether a case has a field for it; `.x.` marks terms without one. */
const hasField = (id: string): boolean => !/(?:^|\.)x\./.test(id)

/** What the letter says about each of its offers, beside the fields of the case. */
export function offersFound(document: Case, read: FileRead, targets: Targets): OfferFound[] {
  const ids = [...Object.keys(read.fields), ...read.questions.map(({ path }) => path)].filter(hasField)
  const { document: framed, pathOf } = framedFor(document, read, targets, new Set(ids))
  const keys = [...new Set(ids.map(keyOf))].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
  return keys.map((key) => {
    const own = [...new Set(ids)].filter((id) => keyOf(id) === key)
    const proposals = own.flatMap((id): Proposal[] => {
      const path = pathOf(id)
      const field = path === undefined ? undefined : describe(path, framed)
      if (path === undefined || !field) return []
      const found = read.fields[id]
      const question = read.questions.find((one) => one.path === id)
      // An exact reading that a question puts in doubt is one of its candidates.
      const doubtful = question !== undefined && found === undefined
      const now = document.origins[path] === undefined || targets[key] === undefined ? undefined : get(document, path)
      return [
        {
          id,
          field,
          label: field.label,
          value: doubtful || found === undefined ? undefined : found.value,
          candidates: question?.candidates ?? [],
          why: question?.why,
          sure: doubtful ? 'asked' : question ? 'probable' : (found?.sure ?? 'asked'),
          base: found?.base,
          words: found?.quote ?? question?.quote ?? '',
          place: found?.place ?? question?.place ?? '',
          now: now as Value | undefined,
        },
      ]
    })
    return {
      key,
      buyer: String(read.fields[`offers.${key}.buyer`]?.value ?? ''),
      proposals: inOrder(proposals),
      unstated: unstatedIn(key, new Set(own)),
      attorney: attorneyPointsOf(read, key),
    }
  })
}

/**
 * In the order in which a careful person reads an offer: who and what, the price, its components, the job, the rest.
 */
const ORDER = [
  /buyer|structure|saleForm|specialty/,
  /price/,
  /shareSold|closing/,
  /components/,
  /retained/,
  /job/,
  /fee/,
]
const placeIn = (id: string): number => {
  const at = ORDER.findIndex((kind) => kind.test(id))
  return at < 0 ? ORDER.length : at
}
const inOrder = (proposals: readonly Proposal[]): Proposal[] =>
  proposals
    .map((proposal, at) => ({ proposal, at }))
    .sort((a, b) => placeIn(a.proposal.id) - placeIn(b.proposal.id) || a.at - b.at)
    .map(({ proposal }) => proposal)

/** Without these, an offer's figures would be ours rather than the buyer's. */
const EXPECTED: readonly (readonly [words: string, any: readonly string[]])[] = [
  ['the price', ['price.amount', 'price.multiple']],
  ['the EBITDA that the multiple is applied to', ['price.ebitda', 'price.amount']],
  ['the share of the practice that is sold', ['shareSold']],
  ['the closing date', ['closing']],
  ['what happens to the practice’s debt', ['debt']],
  ['whether assets or stock are sold', ['saleForm']],
  ['your pay after the sale', ['job.rate', 'job.salary']],
  ['how long you must stay', ['job.termYears', 'job.ends']],
  ['the working-capital peg', ['x.workingCapitalPeg']],
]

const unstatedIn = (key: string, ids: ReadonlySet<string>): string[] =>
  EXPECTED.filter(([, any]) => !any.some((path) => ids.has(`offers.${key}.${path}`))).map(([words]) => words)

interface Framed {
  readonly document: Case
  /** The path of a term in that case. */
  readonly pathOf: (id: string) => Path | undefined
}

/** The case with the offers and price components that these terms need, all at their defaults. */
function framedFor(document: Case, read: FileRead, targets: Targets, ids: ReadonlySet<string>): Framed {
  let framed = document
  const offers = new Map<string, string>()
  const parts = new Map<string, string>()
  const keys = [...new Set([...ids].flatMap((id) => OFFER.exec(id)?.[1] ?? []))].sort(
    (a, b) => Number(a.slice(1)) - Number(b.slice(1)),
  )
  for (const key of keys) {
    const target = targets[key]
    const existing = framed.offers.find(({ id }) => id === target)
    if (existing) {
      offers.set(key, existing.id)
      continue
    }
    const buyer = read.fields[`offers.${key}.buyer`]?.value
    const more = added(framed, 'offers', 'offer', {
      name: typeof buyer === 'string' && buyer !== '' ? buyer.slice(0, 60) : `Offer ${framed.offers.length + 1}`,
      closing: `${framed.assumptions.startYear}-01-01`,
    })
    framed = more.document
    offers.set(key, more.id)
  }
  for (const id of [...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
    const [, name, kind, place] = PART.exec(id) ?? []
    const key = OFFER.exec(id)?.[1]
    if (name === undefined || key === undefined || parts.has(`${key} ${name}`)) continue
    const list = `offers/${offers.get(key)!}/components`
    const alike = (itemsAt(framed, list) as readonly Component[]).filter((part) => part.kind === kind)
    const known = alike[Number(place) - 1]
    if (known) parts.set(`${key} ${name}`, known.id)
    else {
      const more = added(framed, list, kind!, { kind })
      framed = more.document
      parts.set(`${key} ${name}`, more.id)
    }
  }
  return {
    document: framed,
    pathOf: (id) => {
      const key = OFFER.exec(id)?.[1]
      if (key === undefined) return id.replaceAll('.', '/')
      const rest = id.split('.').slice(2)
      if (rest[0] === 'components') rest[1] = parts.get(`${key} ${rest[1]!}`) ?? ''
      const offer = offers.get(key)
      return offer === undefined ? undefined : `offers/${offer}/${rest.join('/')}`
    },
  }
}

/**
 * The case with the accepted terms, each with its origin and quote. Validity is for `parseCase` to judge.
 * @param taken by proposal id
 * @returns the paths of the terms too, so that an error is shown beside its term
 */
export function withLetter(
  document: Case,
  read: FileRead,
  targets: Targets,
  taken: ReadonlyMap<string, Value>,
  attorney: readonly (AttorneyPoint & { readonly key: string })[],
  source: Source,
): { document: Case; pathOf: (id: string) => Path | undefined; offers: readonly string[] } {
  const ids = new Set([...taken.keys(), ...attorney.map(({ key }) => `offers.${key}.attorney`)])
  const { document: framed, pathOf } = framedFor(document, read, targets, ids)
  let result = framed
  const origins: Record<Path, 'letter of intent'> = {}
  const quotes: Record<Path, Quote> = {}
  for (const [id, value] of taken) {
    const path = pathOf(id)!
    const found = read.fields[id] ?? read.questions.find((question) => question.path === id)
    result = set(result, path, value)
    origins[path] = 'letter of intent'
    quotes[path] = quoteFrom(source, found?.place ?? '', found?.quote ?? '', value)
  }
  for (const [path, value] of implied(taken, pathOf)) {
    result = set(result, path, value)
    origins[path] = 'letter of intent'
  }
  for (const { key, topic, words, place } of attorney) {
    const list = pathOf(`offers.${key}.attorney`)!
    const known = itemsAt(result, list) as readonly { id: string; topic: string; words: string }[]
    if (known.some((one) => one.topic === topic && one.words === words.slice(0, 1000))) continue
    result = added(result, list, 'point', {
      topic,
      words: words.slice(0, 1000),
      place: `${source.document}, ${place}`.slice(0, 200),
    }).document
  }
  const offers = [...ids].flatMap((id) => /^offers\/([^/]+)/.exec(pathOf(id) ?? '')?.[1] ?? [])
  return {
    document: {
      ...result,
      origins: { ...result.origins, ...origins },
      quotes: { ...result.quotes, ...quotes },
    },
    pathOf,
    offers: [...new Set(offers)],
  }
}

/** A quote within the limits of a case. */
export const quoteFrom = (source: Source, place: string, words: string, value: Value): Quote => ({
  document: source.document.slice(0, 200),
  kept: source.kept,
  place: place.slice(0, 200),
  words: words.slice(0, 1000),
  value,
})

/**
 * How the letter states an amount: in dollars if it names dollars, otherwise as a share; as a multiple if it names no
 * amount, or if the amount is just that multiple of its EBITDA.
 */
function implied(taken: ReadonlyMap<string, Value>, pathOf: (id: string) => Path | undefined): [Path, Value][] {
  const found: [Path, Value][] = []
  const put = (id: string, value: Value): void => {
    const path = pathOf(id)
    if (path !== undefined && !taken.has(id)) found.push([path, value])
  }
  for (const id of taken.keys()) {
    const part = /^(.+\.components\.[A-Za-z]+-\d+)\.(share|amount)$/.exec(id)?.[1]
    if (part !== undefined && !found.some(([path]) => path === pathOf(`${part}.basis`)))
      put(`${part}.basis`, taken.has(`${part}.amount`) ? 'fixed' : 'share')
  }
  for (const key of new Set([...taken.keys()].flatMap((id) => OFFER.exec(id)?.[1] ?? []))) {
    const of = (field: string) => taken.get(`offers.${key}.price.${field}`)
    const [amount, multiple, ebitda] = [of('amount'), of('multiple'), of('ebitda')]
    if (amount === undefined && multiple === undefined) continue
    const exact =
      typeof amount === 'number' &&
      typeof multiple === 'number' &&
      typeof ebitda === 'number' &&
      Math.abs(multiple * ebitda - amount) < 0.5
    put(`offers.${key}.price.stated`, amount === undefined || exact ? 'multiple' : 'amount')
  }
  return found
}
