import { elementName } from '../case/names'
import { get, type Path } from '../case/path'
import { caseSchema, type Case, type Offer } from '../case/schema'
import type { Outcome } from '../model'
import { checksOf } from '.'
import { COLLECTIONS, noneOf, untouched } from './untouched'

/** An obstacle to the case's answer, and the field in which to fix it. */
export interface Blocker {
  /** `problem`: an entry cannot be right; `missing`: a figure that only the owner knows is still a default. */
  readonly kind: 'problem' | 'missing'
  readonly path: Path
  readonly message: string
}

/** What a case can answer. */
export interface Readiness {
  /** While any remain, the case has no headline, ranking or lead. Empty when the case has an answer. */
  readonly blockers: readonly Blocker[]
  /** Offers too incomplete to compare, each with what is missing. */
  readonly unready: Readonly<Record<string, readonly Blocker[]>>
}

/** The minimum that every path needs and only the owner knows. */
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
      'Your pay in your present job is not entered yet.',
    )
    const byShare = practice.job.rate > 0 || document.offers.some(({ include, job }) => include && job.rate > 0)
    need(
      byShare && noneOf(document, 'practice/ownerCollections'),
      'practice/ownerCollections',
      'Annual collections from your own work are not entered yet.',
    )
  } else needPractice(document, need)
  need(noneOf(document, 'owner/birthDate'), 'owner/birthDate', 'Your date of birth is not entered yet.')
  need(
    noneOf(document, 'owner/spendingNow', 'owner/spendingRetired'),
    'owner/spendingNow',
    'Your household’s annual spending is not entered yet.',
  )
  return missing
}

/** Elsewhere the default is no plausible answer, and left as it is would add to what the practice collects. */
const SPECIALTIES_WITH_HYGIENE: ReadonlySet<Case['practice']['specialty']> = new Set([
  'general',
  'pediatric',
  'periodontics',
])

type Need = (absent: boolean, path: Path, message: string) => void

function needPractice(document: Case, need: Need): void {
  const noCollections = noneOf(document, ...COLLECTIONS)
  need(noCollections, 'practice/ownerCollections', 'The practice’s annual collections are not entered yet.')
  need(
    !noCollections &&
      !SPECIALTIES_WITH_HYGIENE.has(document.practice.specialty) &&
      noneOf(document, 'practice/hygieneCollections'),
    'practice/hygieneCollections',
    'Hygiene collections are not entered yet; enter 0 if there are none.',
  )
  need(document.practice.costs.length === 0, 'practice/costs', 'The practice’s annual costs are not entered yet.')
}

/** The minimum of an associate's offer is its pay; a template leaves it at 0. */
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
      message: `${elementName(at, document)}: the job’s pay is not entered yet.`,
    },
  ]
}

/** An offer as the schema starts it; which one it is matters to none of its defaults. Every edit of a case asks for it. */
const standard = caseSchema.shape.offers.unwrap().element.parse({ id: 'standard' })

/** The minimum for comparing an offer: its price, and the owner's pay afterward. */
function missingFromOffer(document: Case, offer: Offer): Blocker[] {
  if (document.practice.role === 'associate') return missingFromJob(document, offer)
  if (offer.structure === 'services') return []
  const at = `offers/${offer.id}`
  const none = (...fields: readonly Path[]) =>
    fields.every((field) => untouched(document, `${at}/${field}`, get(standard, field)))
  const missing: Blocker[] = []
  const price = offer.price.stated === 'multiple' ? 'multiple' : 'amount'
  const name = elementName(at, document)
  const priced = !none(`price/${price}`, 'price/ebitda')
  // A handwritten file has no origins: a default rate may well be meant, so only the price is required.
  const byHand = Object.keys(document.origins).length === 0
  if (!priced)
    missing.push({ kind: 'missing', path: `${at}/price/${price}`, message: `${name}: the price is not entered yet.` })
  if (none('job/rate', 'job/salary', 'job/dailyGuarantee') && !(byHand && priced))
    missing.push({
      kind: 'missing',
      path: `${at}/job/rate`,
      message: `${name}: your pay after the sale is not entered yet.`,
    })
  return missing
}

/**
 * Whether a case has an answer. Conflicting entries, or a default where only the owner can know, would make any headline
 * baseless, so they are shown instead.
 */
export function readinessOf(outcome: Outcome): Readiness {
  const { document } = outcome
  const missing = missingFromCase(document)
  const unready = document.offers
    .filter(({ include }) => include)
    .map((offer) => [offer.id, missingFromOffer(document, offer)] as const)
    .filter(([, found]) => found.length > 0)
  // A missing entry, such as a new offer's price, is not also reported as a problem.
  const places = new Set([...missing, ...unready.flatMap(([, found]) => found)].map(({ path }) => path))
  const problems = checksOf(outcome).flatMap(({ severity, path, message }): Blocker[] =>
    severity === 'problem' && !places.has(path) ? [{ kind: 'problem', path, message }] : [],
  )
  return { blockers: [...problems, ...missing], unready: Object.fromEntries(unready) }
}

/** The case without incomplete offers, which are listed separately. */
export function withoutUnready(document: Case, { unready }: Pick<Readiness, 'unready'>): Case {
  const offers = document.offers.map((offer) =>
    Object.hasOwn(unready, offer.id) ? { ...offer, include: false } : offer,
  )
  return { ...document, offers }
}
