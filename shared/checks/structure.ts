import { isOnTop } from '../case/earn-outs'
import { type AboutOffer, ownersOffers, percent, ruleSet } from './rule'

const kept = ({ offer }: AboutOffer): number => 1 - offer.shareSold
const sells = ({ offer }: AboutOffer): boolean => offer.structure !== 'services'
const holds = ({ offer }: AboutOffer): boolean => offer.structure === 'jointVenture' || offer.structure === 'hybrid'

/** Below this payout ratio the tax on the profit may exceed the distributions. */
const ENOUGH_FOR_TAX = 0.5

/** Whether the terms match the chosen structure. */
export const structureRules = ruleSet(ownersOffers, [
  {
    id: 'structure/little-paid-out',
    severity: 'question',
    for: 'CPA',
    field: ({ at }) => `${at}/retained/payoutRatio`,
    when: (about) => sells(about) && kept(about) > 0 && about.offer.retained.payoutRatio < ENOUGH_FOR_TAX,
    says: ({ offer }) =>
      `${offer.name}: only ${percent(offer.retained.payoutRatio)} of the profit is paid out, but you are taxed on your full share. Does the agreement require tax distributions?`,
    better: ({ at }) => ({ [`${at}/retained/payoutRatio`]: 1 }),
  },
  {
    id: 'structure/nothing-held',
    severity: 'problem',
    field: ({ at }) => `${at}/shareSold`,
    when: (about) => holds(about) && kept(about) === 0,
    says: ({ offer }) =>
      `${offer.name} is a ${offer.structure === 'hybrid' ? 'hybrid' : 'joint venture'}, but 100% is sold, so you retain no share of the practice. Enter the share sold, or choose another structure.`,
  },
  {
    id: 'structure/something-held',
    severity: 'warning',
    field: ({ at }) => `${at}/shareSold`,
    when: (about) => (about.offer.structure === 'fullSale' || about.offer.structure === 'holdco') && kept(about) > 0,
    says: (about) =>
      `${about.offer.name}: ${percent(about.offer.shareSold)} is sold, so you keep ${percent(kept(about))} of the practice, as in a joint venture. Enter 100%, or choose that structure.`,
  },
  {
    id: 'structure/nothing-rolled',
    severity: 'warning',
    field: ({ at }) => `${at}/components`,
    when: ({ offer }) =>
      (offer.structure === 'holdco' || offer.structure === 'hybrid') &&
      !offer.components.some((part) => part.kind === 'rolled' && !isOnTop(part)),
    says: ({ offer }) =>
      `${offer.name}: nothing is rolled into the parent yet. Add rollover equity to the price components.`,
  },
  {
    id: 'structure/debt-stays-when-all-is-sold',
    severity: 'warning',
    for: 'attorney',
    field: ({ at }) => `${at}/debt`,
    when: (about) => about.offer.debt === 'stays' && kept(about) === 0 && sells(about),
    says: ({ offer }) =>
      `${offer.name}: all of the practice is sold but its debt stays. Does the buyer assume it, and are you released from your guaranty?`,
  },
])
