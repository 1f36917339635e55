import type { Path } from '../case/path'
import type { Case, Component, Offer } from '../case/schema'
import type { Outcome } from '../model'
import type { Advisor, Changes, Check, Supposition } from './check'

/** A check as data: whom it concerns, when it holds, what it says, and what a better term would change. */
export interface Rule<About> {
  readonly id: string
  readonly severity: Check['severity'] | ((about: About) => Check['severity'])
  readonly for?: Advisor
  readonly field: (about: About) => Path
  readonly when: (about: About) => boolean
  /** One sentence or two: what is wrong or open, with the amount, and what to do. */
  readonly says: (about: About) => string
  readonly better?: (about: About) => Changes
  readonly supposing?: (about: About) => Supposition | undefined
}

/** What rules are about: the case as computed. */
export interface AboutCase {
  readonly outcome: Outcome
  readonly document: Case
  /** Where only one offer is looked at, its id. */
  readonly only?: string
}

/** An offer that is compared. */
export interface AboutOffer extends AboutCase {
  readonly offer: Offer
  /** The path of the offer in the case. */
  readonly at: Path
  /** A figure of the offer in the expected view; 0 where it has none. */
  figure(id: string): number
}

/** A part of an offer's price, of one kind or of any. */
export interface AboutPart<Kind extends Component['kind'] = Component['kind']> extends AboutOffer {
  readonly part: Extract<Component, { kind: Kind }>
  readonly partAt: Path
}

/** Rules with what they are tried on. */
export interface RuleSet {
  run(place: AboutCase): Check[]
}

/** Rules that are tried on each subject that `subjects` finds in a case. */
export const ruleSet = <About>(
  subjects: (place: AboutCase) => readonly About[],
  rules: readonly Rule<About>[],
): RuleSet => ({
  run: (place) => subjects(place).flatMap((about) => rules.flatMap((rule) => found(rule, about))),
})

function found<About>(rule: Rule<About>, about: About): Check[] {
  if (!rule.when(about)) return []
  const supposing = rule.supposing?.(about)
  return [
    {
      rule: rule.id,
      severity: typeof rule.severity === 'function' ? rule.severity(about) : rule.severity,
      path: rule.field(about),
      ...(rule.for && { for: rule.for }),
      message: rule.says(about),
      ...(rule.better && { better: rule.better(about) }),
      ...(supposing && { supposing }),
    },
  ]
}

export const theCase = (place: AboutCase): readonly AboutCase[] => [place]

/** The offers that are compared. */
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

/** The offers to an owner, and the case of an owner: what an associate has no part in. */
export const ownersOffers = (place: AboutCase): readonly AboutOffer[] => (owns(place) ? offers(place) : [])
export const ownersCase = (place: AboutCase): readonly AboutCase[] => (owns(place) ? [place] : [])

/** The offers with a job in them: all but management services alone. */
export const jobs = (place: AboutCase): readonly AboutOffer[] =>
  offers(place).filter(({ offer }) => !owns(place) || offer.structure !== 'services')

/** The offers that sell something. */
export const sales = (place: AboutCase): readonly AboutOffer[] => (owns(place) ? jobs(place) : [])

/** The parts of each offer, of all kinds or of one; of an associate's offer only equity counts. */
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

/** Of the elements of a list those that begin where another one begins: the last one counts, and nobody sees which. */
export const repeated = <T>(items: readonly T[], key: (item: T) => number): readonly T[] =>
  items.filter((item, i) => items.some((other, j) => j < i && key(other) === key(item)))

/** A sum of dollars in a sentence. */
export const usd = (value: number): string =>
  `${value < 0 ? '−' : ''}$${Math.abs(Math.round(value)).toLocaleString('en-US')}`

/** A share in a sentence, to a tenth or a hundredth of a percent. */
export const percent = (value: number, digits = 1): string => `${Number((value * 100).toFixed(digits))}%`
