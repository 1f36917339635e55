import { isOnTop } from '../case/earn-outs'
import { type AboutOffer, ownersOffers, percent, ruleSet } from './rule'

const kept = ({ offer }: AboutOffer): number => 1 - offer.shareSold
const sells = ({ offer }: AboutOffer): boolean => offer.structure !== 'services'
const holds = ({ offer }: AboutOffer): boolean => offer.structure === 'jointVenture' || offer.structure === 'hybrid'

/** Below this share of the profit paid out, the tax on the rest may exceed what is paid. */
const ENOUGH_FOR_TAX = 0.5

/** Whether the terms go with the structure that was chosen. */
export const structureRules = ruleSet(ownersOffers, [
  {
    id: 'structure/little-paid-out',
    severity: 'question',
    for: 'CPA',
    field: ({ at }) => `${at}/retained/payoutRatio`,
    when: (about) => sells(about) && kept(about) > 0 && about.offer.retained.payoutRatio < ENOUGH_FOR_TAX,
    says: ({ offer }) =>
      `${offer.name}: only ${percent(offer.retained.payoutRatio)} of the profit is paid out, but you are taxed on all of your share. Does the agreement promise distributions that cover the tax?`,
    better: ({ at }) => ({ [`${at}/retained/payoutRatio`]: 1 }),
  },
  {
    id: 'structure/nothing-held',
    severity: 'problem',
    field: ({ at }) => `${at}/shareSold`,
    when: (about) => holds(about) && kept(about) === 0,
    says: ({ offer }) =>
      `${offer.name} is a ${offer.structure === 'hybrid' ? 'hybrid' : 'joint venture'}, but 100% is sold, so nothing is held in the practice. Enter the share sold, or choose another structure.`,
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
      `${offer.name}: nothing is rolled into the parent yet. Add the rolled equity to the parts of the price.`,
  },
  {
    id: 'structure/debt-stays-when-all-is-sold',
    severity: 'warning',
    for: 'attorney',
    field: ({ at }) => `${at}/debt`,
    when: (about) => about.offer.debt === 'stays' && kept(about) === 0 && sells(about),
    says: ({ offer }) =>
      `${offer.name}: all of the practice is sold but its debt stays. Does the buyer take it over, and are you released from your guarantee?`,
  },
])
