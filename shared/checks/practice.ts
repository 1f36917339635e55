import { type AboutCase, owns, ownersCase, percent, ruleSet, usd } from './rule'
import { COLLECTIONS, noneOf } from './untouched'

const year1 = ({ outcome }: AboutCase, line: string): number => outcome.shared(`practice/${line}`)[0]!

/** A gap above this share of EBITDA needs reconciling. */
const BRIDGE_TOLERANCE = 0.02

const bridgeGap = ({ outcome }: AboutCase): number => {
  const { graph } = outcome.structure
  return graph.has('practice/bridgeGap') ? outcome.values(graph.line('practice/bridgeGap'))[0]! : 0
}

const addBacks = ({ document }: AboutCase): number =>
  document.practice.addBacks.reduce((sum, { amount }) => sum + amount, 0)

/** The practice today: collections, costs, and agreement with the books. */
export const practiceRules = ruleSet(ownersCase, [
  {
    id: 'practice/family-pay',
    severity: 'question',
    for: 'CPA',
    field: () => 'practice/family',
    when: (about) => about.document.practice.family.some(({ pay, marketPay }) => pay !== marketPay),
    says: (about) =>
      `Your family’s pay differs from market pay, which changes EBITDA by ${usd(year1(about, 'familyToMarket'))} in year 1 with payroll tax. Is the market pay documented, and is the actual pay reasonable for the work (26 U.S.C. §162(a)(1))?`,
  },
  {
    id: 'practice/no-costs',
    severity: 'problem',
    field: () => 'practice/costs',
    // Before any collections are entered nothing is wrong yet: readiness asks for both.
    when: ({ document }) => document.practice.costs.length === 0 && !noneOf(document, ...COLLECTIONS),
    says: () => 'The practice has no costs yet, so its profit would equal its collections. Add its cost lines.',
  },
  {
    id: 'practice/loss',
    severity: 'warning',
    field: () => 'practice/costs',
    when: (about) => about.document.practice.costs.length > 0 && year1(about, 'practiceProfit') < 0,
    says: (about) =>
      `Costs are above collections: the practice loses ${usd(-year1(about, 'practiceProfit'))} in year 1. Check the cost lines.`,
  },
  {
    id: 'practice/no-share',
    severity: 'problem',
    field: () => 'practice/ownershipShare',
    when: ({ document }) => document.practice.ownershipShare === 0,
    says: () => 'Your share of the practice is 0%, so none of its profit or sale price is yours. Enter your share.',
  },
  {
    id: 'practice/partners-of-a-sole-owner',
    severity: 'warning',
    field: () => 'practice/ownershipShare',
    when: ({ document: { practice } }) => practice.ownershipShare === 1 && practice.partnersCollections > 0,
    says: ({ document: { practice } }) =>
      `Your partners collect ${usd(practice.partnersCollections)} a year, but you own 100% of the practice. Enter your share, or enter their collections as associates’ collections, with their pay among the costs.`,
  },
  {
    id: 'practice/bridge-gap',
    severity: 'warning',
    for: 'CPA',
    field: () => 'practice/books/reportedEbitda',
    when: (about) =>
      year1(about, 'collections') > 0 &&
      Math.abs(bridgeGap(about)) > BRIDGE_TOLERANCE * Math.max(1, Math.abs(year1(about, 'adjustedEbitda'))),
    says: (about) =>
      `The books imply an adjusted EBITDA that is ${usd(Math.abs(bridgeGap(about)))} ${bridgeGap(about) > 0 ? 'above' : 'below'} that of your cost lines (${usd(year1(about, 'adjustedEbitda'))} in year 1). The cost lines govern; reconcile the difference.`,
  },
  {
    id: 'practice/perks-not-added-back',
    severity: 'question',
    for: 'CPA',
    field: () => 'practice/addBacks',
    when: (about) => about.document.practice.perks > addBacks(about),
    says: (about) => {
      const perks = `Perks of ${usd(about.document.practice.perks)} a year`
      return about.document.practice.addBacks.length === 0
        ? `${perks} are not added back, so they lower EBITDA if they are among the costs. A buyer would not bear them: should they be an add-back?`
        : `${perks} exceed all add-backs (${usd(addBacks(about))}). A buyer would not bear them: should they be added back?`
    },
  },
])

/** Add-backs that the buyer's accountants dispute. */
export const addBackRules = ruleSet(
  (place) => (owns(place) ? place.document.practice.addBacks : []),
  [
    {
      id: 'practice/disputed-add-back',
      severity: 'question',
      for: 'CPA',
      field: ({ id }) => `practice/addBacks/${id}/evidence`,
      when: ({ evidence }) => evidence === 'disputed',
      says: ({ label, amount }) =>
        `The add-back “${label}” (${usd(amount)} a year) is disputed. What would document it, and what is the price without it?`,
    },
  ],
)

/** The sale of the practice to a dentist now. */
const tranchesSold = ({ document }: AboutCase): number =>
  document.alternatives.sellPrivately.tranches.reduce((sum, { share }) => sum + share, 0)

export const privateSaleRules = ruleSet(
  (place) => (owns(place) && place.document.alternatives.sellPrivately.include ? [place] : []),
  [
    {
      id: 'private-sale/tranches',
      severity: (about) => (tranchesSold(about) > 1 ? 'problem' : 'warning'),
      field: () => 'alternatives/sellPrivately/tranches',
      when: (about) => Math.abs(tranchesSold(about) - 1) > 1e-9,
      says: (about) =>
        `Sell to a dentist: the tranches total ${percent(tranchesSold(about))} of the practice. ${tranchesSold(about) > 1 ? 'Lower one of them.' : 'The rest is never sold.'}`,
    },
  ],
)
