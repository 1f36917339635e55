import { elementName } from '../case/names'
import { get, type Path } from '../case/path'
import { caseSchema, type Case, type Offer } from '../case/schema'
import type { Outcome } from '../model'
import { checksOf } from '.'

/** Something that stands between a case and its answer, and the field in which it can be put right. */
export interface Blocker {
  /** `problem`: what was entered cannot be right; `missing`: a default stands where only the owner knows the figure. */
  readonly kind: 'problem' | 'missing'
  readonly path: Path
  readonly message: string
}

/** What a case can answer. */
export interface Readiness {
  /** As long as there is one, the case has no headline, no ranking and no lead. Empty when the case has an answer. */
  readonly blockers: readonly Blocker[]
  /** Offers of which too little is known to set them beside the others, each with what is missing. */
  readonly unready: Readonly<Record<string, readonly Blocker[]>>
}

const DEFAULTS = caseSchema.parse({})

/**
 * Whether a field still holds the program's default and nobody was asked about it. Who answers "I don't know" has been
 * asked: then the field is marked as assumed by name.
 */
const untouched = (document: Case, path: Path, standard: unknown): boolean =>
  document.origins[path] === undefined && get(document, path) === standard

/** Whether none of these fields has been entered; one is enough where several make up the same fact. */
const noneOf = (document: Case, ...paths: readonly Path[]): boolean =>
  paths.every((path) => untouched(document, path, get(DEFAULTS, path)))

/** The least without which no path has a result, and which nobody but the owner can know. */
function missingFromCase(document: Case): Blocker[] {
  const missing: Blocker[] = []
  const need: Need = (absent, path, message) => {
    if (absent) missing.push({ kind: 'missing', path, message })
  }
  const { practice } = document
  if (practice.role === 'associate') {
    const pay = ['rate', 'salary', 'dailyGuarantee'] as const
    need(
      pay.every((field) => practice.job[field] === 0 && document.origins[`practice/job/${field}`] === undefined),
      'practice/job/rate',
      'What you are paid in your present job is not entered yet.',
    )
    const byShare = practice.job.rate > 0 || document.offers.some(({ include, job }) => include && job.rate > 0)
    need(
      byShare && noneOf(document, 'practice/ownerCollections'),
      'practice/ownerCollections',
      'What is collected for your own work in a year is not entered yet.',
    )
  } else needPractice(document, need)
  need(noneOf(document, 'owner/birthDate'), 'owner/birthDate', 'Your date of birth is not entered yet.')
  need(
    noneOf(document, 'owner/spendingNow', 'owner/spendingRetired'),
    'owner/spendingNow',
    'What your household spends in a year is not entered yet.',
  )
  return missing
}

type Need = (absent: boolean, path: Path, message: string) => void

function needPractice(document: Case, need: Need): void {
  need(
    noneOf(
      document,
      'practice/ownerCollections',
      'practice/hygieneCollections',
      'practice/associateCollections',
      'practice/partnersCollections',
    ),
    'practice/ownerCollections',
    'What the practice collects in a year is not entered yet.',
  )
  need(document.practice.costs.length === 0, 'practice/costs', 'What the practice spends in a year is not entered yet.')
}

/** What a job pays is the least of an associate's offer; a template leaves it at nothing. */
function missingFromJob(document: Case, offer: Offer): Blocker[] {
  const at = `offers/${offer.id}`
  const isStated = (['rate', 'salary', 'dailyGuarantee'] as const).some(
    (field) => offer.job[field] > 0 || document.origins[`${at}/job/${field}`] !== undefined,
  )
  if (isStated) return []
  return [
    {
      kind: 'missing',
      path: `${at}/job/rate`,
      message: `${elementName(at, document)}: what the job pays you is not entered yet.`,
    },
  ]
}

/** The least that an offer must say before it can be compared: its price, and what the owner is paid afterward. */
function missingFromOffer(document: Case, offer: Offer): Blocker[] {
  if (document.practice.role === 'associate') return missingFromJob(document, offer)
  if (offer.structure === 'services') return []
  const at = `offers/${offer.id}`
  const standard = caseSchema.shape.offers.unwrap().element.parse({ id: offer.id })
  const none = (...fields: readonly Path[]) =>
    fields.every((field) => untouched(document, `${at}/${field}`, get(standard, field)))
  const missing: Blocker[] = []
  const price = offer.price.stated === 'multiple' ? 'multiple' : 'amount'
  const name = elementName(at, document)
  const priced = !none(`price/${price}`, 'price/ebitda')
  // A file written by hand names no origins; 30% in it is as likely stated as left out, so only its price is asked for.
  const byHand = Object.keys(document.origins).length === 0
  if (!priced)
    missing.push({ kind: 'missing', path: `${at}/price/${price}`, message: `${name}: the price is not entered yet.` })
  if (none('job/rate', 'job/salary', 'job/dailyGuarantee') && !(byHand && priced))
    missing.push({
      kind: 'missing',
      path: `${at}/job/rate`,
      message: `${name}: what you are paid after the sale is not entered yet.`,
    })
  return missing
}

/**
 * Whether a case has an answer. A clash in what was entered, or a default where only the owner can know, would make any
 * headline a figure from nothing (MODEL.md 10a), so both are said in its place.
 */
export function readinessOf(outcome: Outcome): Readiness {
  const { document } = outcome
  const missing = missingFromCase(document)
  const unready = document.offers
    .filter(({ include }) => include)
    .map((offer) => [offer.id, missingFromOffer(document, offer)] as const)
    .filter(([, found]) => found.length > 0)
  // What is only not entered yet, the price of a new offer say, is no clash.
  const places = new Set([...missing, ...unready.flatMap(([, found]) => found)].map(({ path }) => path))
  const problems = checksOf(outcome).flatMap(({ severity, path, message }): Blocker[] =>
    severity === 'problem' && !places.has(path) ? [{ kind: 'problem', path, message }] : [],
  )
  return { blockers: [...problems, ...missing], unready: Object.fromEntries(unready) }
}

/** The case without the offers of which too little is known: they are told apart in words instead. */
export function withoutUnready(document: Case, { unready }: Pick<Readiness, 'unready'>): Case {
  const offers = document.offers.map((offer) =>
    Object.hasOwn(unready, offer.id) ? { ...offer, include: false } : offer,
  )
  return { ...document, offers }
}
