import type { Component } from '../case/schema'
import { type AboutOffer, offers, owns, type RuleSet, ruleSet } from './rule'

/** The offers to a doctor who owns no practice. */
const jobOffers = (place: Parameters<typeof offers>[0]): readonly AboutOffer[] => (owns(place) ? [] : offers(place))

/** Whether a price or a sale structure has been entered. */
const isPriced = ({ document, at, offer }: AboutOffer): boolean =>
  offer.structure !== 'fullSale' ||
  offer.price.amount > 0 ||
  Object.keys(document.origins).some((path) => path.startsWith(`${at}/price/`))

interface AboutOther extends AboutOffer {
  readonly part: Component
}

/** Entries in an associate's offer that cannot count, since nothing is sold. */
export const associateRules: readonly RuleSet[] = [
  ruleSet(jobOffers, [
    {
      id: 'associate/price-not-counted',
      severity: 'warning',
      field: () => 'practice/role',
      when: isPriced,
      says: ({ offer }) =>
        `${offer.name}: a price or sale structure is entered, but an associate has nothing to sell, so it does not count. If you own a share of the practice, change your role.`,
    },
  ]),
  ruleSet<AboutOther>(
    (place) => jobOffers(place).flatMap((about) => about.offer.components.map((part) => ({ ...about, part }))),
    [
      {
        id: 'associate/part-of-a-price',
        severity: 'problem',
        field: ({ at, part }) => `${at}/components/${part.id}${part.kind === 'rolled' ? '/acquired' : ''}`,
        when: ({ part }) => part.kind !== 'rolled' || part.acquired === 'rolled',
        says: ({ offer, part }) =>
          part.kind === 'rolled'
            ? `${offer.name}, ${part.label}: it is rollover equity from a sale price, and an associate receives none, so it counts as $0. Choose equity that is bought or granted, or remove it.`
            : `${offer.name}, ${part.label}: it is part of a sale price, and an associate receives none, so it does not count. Remove it; enter a retention bonus with the job.`,
      },
      {
        id: 'associate/share-of-no-price',
        severity: 'problem',
        field: ({ at, part }) => `${at}/components/${part.id}/basis`,
        when: ({ part }) => part.kind === 'rolled' && part.acquired === 'bought' && part.basis === 'share',
        says: ({ offer, part }) =>
          `${offer.name}, ${part.label}: it is stated as a percentage of the price, but there is no price, so it costs and returns $0. State it in dollars, or as a share of the parent’s new equity.`,
      },
    ],
  ),
]
