import type { Path } from '../case/path'
import type { Case, Component, Offer } from '../case/schema'
import type { Outcome } from '../model'
import type { Advisor, Changes, Check, Supposition } from './check'

/** A check as data: its advisor, its condition, its sentence, and the better term it would ask for. */
export interface Rule<About> {
  readonly id: string
  readonly severity: Check['severity'] | ((about: About) => Check['severity'])
  readonly for?: Advisor
  readonly field: (about: About) => Path
  readonly when: (about: About) => boolean
  /** One or two sentences: what is wrong or open, with the amount, and what to do. */
  readonly says: (about: About) => string
  /** Undefined where no figure would change. */
  readonly better?: (about: About) => Changes | undefined
  readonly supposing?: (about: About) => Supposition | undefined
}

/** The subject of a rule: the case as computed. */
export interface AboutCase {
  readonly outcome: Outcome
  readonly document: Case
  /** The offer's id, if only one offer is checked. */
  readonly only?: string
}

/** A compared offer. */
export interface AboutOffer extends AboutCase {
  readonly offer: Offer
  /** The path of the offer in the case. */
  readonly at: Path
  /** A figure of the offer in the expected view; 0 where it has none. */
  figure(id: string): number
}

/** A component of an offer's price, of one kind or any. */
export interface AboutPart<Kind extends Component['kind'] = Component['kind']> extends AboutOffer {
  readonly part: Extract<Component, { kind: Kind }>
  readonly partAt: Path
}

/** Rules with the subjects they apply to. */
export interface RuleSet {
  run(place: AboutCase): Check[]
}

/** Applies rules to each subject that `subjects` finds in a case. */
export const ruleSet = <About>(
  subjects: (place: AboutCase) => readonly About[],
  rules: readonly Rule<About>[],
): RuleSet => ({
  run: (place) => subjects(place).flatMap((about) => rules.flatMap((rule) => found(rule, about))),
})

function found<About>(rule: Rule<About>, about: About): Check[] {
  if (!rule.when(about)) return []
  const supposing = rule.supposing?.(about)
  const better = rule.better?.(about)
  return [
    {
      rule: rule.id,
      severity: typeof rule.severity === 'function' ? rule.severity(about) : rule.severity,
      path: rule.field(about),
      ...(rule.for && { for: rule.for }),
      message: rule.says(about),
      ...(better && { better }),
      ...(supposing && { supposing }),
    },
  ]
}

export const theCase = (place: AboutCase): readonly AboutCase[] => [place]

/** The compared offers. */
export const offers = (place: AboutCase): readonly AboutOffer[] =>
  place.document.offers
    .filter(({ include, id }) => include && (place.only === undefined || id === place.only))
    .map((offer) => ({
      ...place,
      offer,
      at: `offers/${offer.id}`,
      figure: (id) => place.outcome.figure(offer.id, 'expected', id) ?? 0,
    }))

/** Whether the household owns the practice, or works in it as an associate. */
export const owns = ({ document }: Pick<AboutCase, 'document'>): boolean => document.practice.role === 'owner'

/** Offers to an owner, and an owner's case: none for an associate. */
export const ownersOffers = (place: AboutCase): readonly AboutOffer[] => (owns(place) ? offers(place) : [])
export const ownersCase = (place: AboutCase): readonly AboutCase[] => (owns(place) ? [place] : [])

/** Offers that include a job: all but management services alone. */
export const jobs = (place: AboutCase): readonly AboutOffer[] =>
  offers(place).filter(({ offer }) => !owns(place) || offer.structure !== 'services')

/** The offers that sell something. */
export const sales = (place: AboutCase): readonly AboutOffer[] => (owns(place) ? jobs(place) : [])

/** The components of each offer, of one kind or any; in an associate's offer only equity counts. */
export const partsOf =
  <Kind extends Component['kind']>(kind?: Kind) =>
  (place: AboutCase): readonly AboutPart<Kind>[] =>
    offers(place).flatMap((about) =>
      about.offer.components
        .filter(
          (part): part is Extract<Component, { kind: Kind }> =>
            (kind === undefined || part.kind === kind) && (owns(place) || part.kind === 'rolled'),
        )
        .map((part) => ({ ...about, part, partAt: `${about.at}/components/${part.id}` })),
    )

/** List elements with the same start as another: silently, only the last one would count. */
export const repeated = <T>(items: readonly T[], key: (item: T) => number): readonly T[] =>
  items.filter((item, i) => items.some((other, j) => j < i && key(other) === key(item)))

/** A dollar amount in a sentence. */
export const usd = (value: number): string =>
  `${value < 0 ? '−' : ''}$${Math.abs(Math.round(value)).toLocaleString('en-US')}`

/** A share in a sentence, to a tenth or a hundredth of a percent. */
export const percent = (value: number, digits = 1): string => `${Number((value * 100).toFixed(digits))}%`
