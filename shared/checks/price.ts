import type { Component } from '../case/schema'
import {
  type AboutCase,
  type AboutOffer,
  type AboutPart,
  owns,
  partsOf,
  percent,
  repeated,
  ruleSet,
  sales,
  usd,
  ownersOffers,
} from './rule'

/** Half a cent: smaller amounts are floating-point residue. */
const CENT = 0.005

/** A share of the price below which no question is worth asking. */
const WORTH_ASKING = 0.005

const owed = ({ figure }: AboutOffer): number => Math.max(0, -figure('workingCapital'))
const toPay = (about: AboutOffer): number => owed(about) + about.figure('debtPaid') + about.figure('sellingCosts')

/** Whether the price adds up, and whether there is one. */
export const priceRules = ruleSet(sales, [
  {
    id: 'price/parts-above-price',
    severity: 'problem',
    field: ({ at }) => `${at}/components`,
    when: ({ figure }) => figure('cash') < -CENT,
    says: ({ offer, figure }) =>
      `${offer.name}: the components total ${usd(figure('consideration') - figure('cash'))}, which is ${usd(-figure('cash'))} more than the price of ${usd(figure('consideration'))}. Lower a component or raise the price.`,
  },
  {
    id: 'price/nothing-sold',
    severity: 'problem',
    field: ({ at }) => `${at}/shareSold`,
    when: ({ offer }) => offer.shareSold === 0,
    says: ({ offer }) =>
      `${offer.name}: 0% of the practice is sold, so nothing is paid for it. Enter the share sold, or choose management services only.`,
  },
  {
    id: 'price/amount-zero',
    severity: 'problem',
    field: ({ at }) => `${at}/price/amount`,
    when: ({ offer: { price } }) => price.stated === 'amount' && price.amount === 0,
    says: ({ offer }) =>
      `${offer.name}: the price is $0, so nothing is paid for the practice. Enter the price of the offer, or choose management services only.`,
  },
  {
    id: 'price/multiple-zero',
    severity: 'problem',
    field: ({ at }) => `${at}/price/multiple`,
    when: ({ offer: { price } }) => price.stated === 'multiple' && price.multiple === 0,
    says: ({ offer }) =>
      `${offer.name}: the multiple is 0, so nothing is paid for the practice. Enter the offer’s multiple, or a dollar price.`,
  },
  {
    id: 'price/no-ebitda',
    severity: 'problem',
    field: ({ at }) => `${at}/price/ebitda`,
    when: ({ offer, figure }) => offer.price.stated === 'multiple' && figure('negotiatedEbitda') <= 0,
    says: ({ offer, figure }) =>
      `${offer.name}: the priced EBITDA is ${usd(figure('negotiatedEbitda'))}, so a multiple of it gives no price. Enter the offer’s EBITDA, or a dollar price.`,
  },
  {
    id: 'price/cash-short',
    severity: 'warning',
    field: (about) => `${about.at}/costs/${owed(about) > toPay(about) - owed(about) ? 'workingCapital' : 'legal'}`,
    when: ({ figure }) => figure('cashAtClose') < 0 && figure('consideration') > 0,
    says: (about) =>
      `${about.offer.name}: ${owed(about) > 0 ? 'working capital owed, debt and costs' : 'debt and costs'} of ${usd(toPay(about))} exceed the cash paid at closing. You would have to bring ${usd(-about.figure('cashAtClose'))}.`,
  },
  {
    id: 'price/pay-deducted-not-given',
    severity: 'question',
    for: 'buyer',
    field: ({ at }) => `${at}/job/rate`,
    when: ({ figure }) => figure('priceNotPaid') > WORTH_ASKING * figure('consideration'),
    says: ({ offer, figure }) =>
      `${offer.name}: the priced EBITDA deducts more for your work than the job pays you. The difference is worth ${usd(figure('priceNotPaid'))} of price: why is it not paid?`,
  },
])

type Rolled = AboutPart<'rolled'>
const chances = ({ part }: { part: Extract<Component, { kind: 'rolled' }> }): number =>
  part.outcomes.reduce((sum, { probability }) => sum + probability, 0)

const earnOuts = (place: AboutCase): readonly AboutPart<'earnOut'>[] =>
  partsOf('earnOut')(place).filter(({ offer }) => offer.structure !== 'services')

const growing = ({ part }: AboutPart<'earnOut'>): boolean => part.basis === 'growth'
const targetParts = ({ part }: AboutPart<'earnOut'>): number =>
  part.targets.reduce((sum, { part: share }) => sum + share, 0)

/** Missing and ineffective terms of earn-outs. */
const earnOutRules = [
  ruleSet(earnOuts, [
    {
      id: 'earn-out/no-best-result',
      severity: ({ part }) => (part.measuredBy === 'metric' ? 'warning' : 'problem'),
      field: ({ partAt }) => `${partAt}/bestResult`,
      when: (about) => growing(about) && about.part.bestResult === null,
      says: ({ offer, part }) =>
        `${offer.name}, ${part.label}: it has no cap, so the letter states no maximum${part.measuredBy === 'metric' ? ', and the maximum view counts the projected result. Enter the best result you consider possible.' : '. Enter the best result you consider possible, or have it valued on the projected result.'}`,
    },
    {
      id: 'earn-out/targets-of-growth',
      severity: 'warning',
      field: ({ partAt }) => `${partAt}/targets`,
      when: (about) => growing(about) && about.part.targets.length > 0,
      says: ({ offer, part }) =>
        `${offer.name}, ${part.label}: an earn-out on growth has no targets, so those entered do not count. Remove them, or choose another basis for the earn-out.`,
    },
    {
      id: 'earn-out/target-parts',
      severity: 'problem',
      field: ({ partAt }) => `${partAt}/targets`,
      when: (about) => !growing(about) && about.part.targets.length > 0 && Math.abs(targetParts(about) - 1) > 1e-9,
      says: (about) =>
        `${about.offer.name}, ${about.part.label}: the targets’ shares total ${percent(targetParts(about))}, not 100%. Change one of them.`,
    },
  ]),
  ruleSet(
    (place) =>
      earnOuts(place)
        .filter((about) => !growing(about))
        .flatMap((about) => about.part.targets.map((target) => ({ ...about, target }))),
    [
      {
        id: 'earn-out/target-without-part',
        severity: 'problem',
        field: ({ partAt, target }) => `${partAt}/targets/${target.id}/part`,
        when: ({ target }) => target.part === 0,
        says: ({ offer, part }) =>
          `${offer.name}, ${part.label}: a target has 0% of the earn-out. Enter its share, or remove it.`,
      },
      {
        id: 'earn-out/no-yearly-target',
        severity: 'problem',
        field: ({ partAt, target }) => `${partAt}/targets/${target.id}/target`,
        when: ({ part, target }) => part.measuredBy === 'metric' && target.target <= 0,
        says: ({ offer, part, target }) =>
          `${offer.name}, ${part.label}: the result for full payment is ${usd(target.target)}. Enter the target of the offer.`,
      },
    ],
  ),
  ruleSet(earnOuts, [
    {
      id: 'earn-out/no-target',
      severity: 'problem',
      field: ({ partAt }) => `${partAt}/target`,
      when: (about) =>
        !growing(about) &&
        about.part.targets.length === 0 &&
        about.part.measuredBy === 'metric' &&
        about.part.target <= 0,
      says: ({ offer, part }) =>
        `${offer.name}, ${part.label}: the result for full payment is ${usd(part.target)}. Enter the target of the offer.`,
    },
  ]),
]

/** Whether valuing the owner's share requires the parent's equity. */
const needsNewEquity = (part: Extract<Component, { kind: 'rolled' }>): boolean =>
  part.acquired === 'granted' ? part.method === 'simple' : part.basis === 'newEquity' || part.method === 'workbench'

/** Equity that cannot be valued as entered. */
export const partRules = [
  ruleSet<Rolled>(
    (place) => partsOf('rolled')(place).filter(({ offer }) => !owns(place) || offer.structure !== 'services'),
    [
      {
        id: 'rolled/chances',
        severity: (about) => (chances(about) > 1 ? 'problem' : 'warning'),
        field: ({ partAt }) => `${partAt}/outcomes`,
        when: (about) => Math.abs(chances(about) - 1) > 1e-9,
        says: (about) =>
          `${about.offer.name}, ${about.part.label}: the probabilities of the outcomes total ${percent(chances(about))}, not 100%. ${chances(about) > 1 ? 'Lower one of them.' : 'The remainder counts as a total loss.'}`,
      },
      {
        id: 'rolled/no-equity',
        severity: 'problem',
        for: 'buyer',
        field: ({ partAt }) => `${partAt}/platform/value`,
        when: ({ part, figure }) => needsNewEquity(part) && figure(`${part.id}/newEquity`) <= 0,
        says: ({ offer, part }) =>
          `${offer.name}, ${part.label}: your share of the parent cannot be computed without its value and debt (or its equity value). Ask for them and enter them.`,
      },
    ],
  ),
  ...earnOutRules,
]

/** Rows of an offer with the same start. */
export const offerRowRules = [
  ruleSet(
    (place) =>
      ownersOffers(place).flatMap((about) =>
        about.offer.fee.kind === 'tiers'
          ? repeated(about.offer.fee.tiers, ({ from }) => from).map((tier) => ({ ...about, tier }))
          : [],
      ),
    [
      {
        id: 'fee/tiers-twice',
        severity: 'problem',
        field: ({ at, tier }) => `${at}/fee/tiers/${tier.id}/from`,
        when: () => true,
        says: ({ offer, tier }) =>
          `${offer.name}: two tiers of the management fee begin at ${usd(tier.from)}, and the one further down the list counts. Change one, or remove it.`,
      },
    ],
  ),
  ruleSet(
    (place) =>
      ownersOffers(place).flatMap((about) =>
        repeated(about.offer.retained.stated, ({ contractYear }) => contractYear).map((row) => ({ ...about, row })),
      ),
    [
      {
        id: 'retained/year-twice',
        severity: 'problem',
        field: ({ at, row }) => `${at}/retained/stated/${row.id}/contractYear`,
        when: () => true,
        says: ({ offer, row }) =>
          `${offer.name}: distributions are stated twice for contract year ${row.contractYear}, and both are counted. Change the year of one, or remove it.`,
      },
    ],
  ),
]
