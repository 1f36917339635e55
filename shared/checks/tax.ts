import type { Case } from '../case/schema'
import { entityTaxRule, LATEST_PARAMETERS, stateLaw, stateRates } from '../tax'
import { type AboutCase, type AboutOffer, owns, percent as share, ruleSet, sales, usd } from './rule'

const percent = (value: number): string => share(value, 2)

/** These rules do not apply at effective rates. */
const byLaw = (place: AboutCase): readonly AboutCase[] => (place.document.tax.mode === 'federal' ? [place] : [])
const federalOf = ({ document }: AboutCase): Case['tax']['federal'] => document.tax.federal

const basisNamed = ({ document: { practice } }: AboutCase): number => {
  const { equipmentBasis, suppliesBasis, intangiblesBasis } = practice.assets
  return equipmentBasis + suppliesBasis + intangiblesBasis
}
const chosen = (about: AboutCase): boolean => federalOf(about).state !== 'other'
const flat = (about: AboutCase): boolean => chosen(about) && federalOf(about).stateTax !== 'law'
const ratesOf = (about: AboutCase) => stateRates(federalOf(about).state as Parameters<typeof stateRates>[0])

/** Inputs of the tax computation where no state law is computed. */
const federalRules = ruleSet(byLaw, [
  {
    id: 'tax/basis-parts',
    severity: 'problem',
    for: 'CPA',
    field: () => 'practice/basis',
    when: (about) => owns(about) && basisNamed(about) > about.document.practice.basis,
    says: (about) =>
      `The bases of equipment, supplies and purchased goodwill total ${usd(basisNamed(about))}, more than the tax basis of the practice of ${usd(about.document.practice.basis)}. Raise the basis of the practice or lower one of them.`,
  },
  {
    id: 'tax/state-flat',
    severity: 'question',
    for: 'CPA',
    field: () => 'tax/federal/stateTax',
    when: flat,
    says: (about) =>
      `State tax uses flat rates, the same in every year. The program can compute the law of ${ratesOf(about).name}, with its brackets and deductions, instead: set State tax to “by the law of your state”.`,
  },
  {
    id: 'tax/state-rates-weak',
    severity: 'question',
    for: 'CPA',
    field: () => 'tax/federal/stateOrdinary',
    when: (about) => {
      if (!flat(about)) return false
      const { confidence, ordinary, gain } = ratesOf(about)
      const { stateOrdinary, stateGain } = federalOf(about)
      return confidence === 'C' && stateOrdinary === ordinary && stateGain === gain
    },
    says: (about) => {
      const { name, ordinary, gain } = ratesOf(about)
      return `The rates of ${name} (${percent(ordinary)}, on gain ${percent(gain)}) come from a weak source or a recent change of law. Are they right, and what is the actual tax on ${owns(about) ? 'a sale' : 'an exit'} of this size?`
    },
  },
  {
    id: 'tax/no-state',
    severity: 'question',
    for: 'CPA',
    field: () => 'tax/federal/state',
    when: (about) => !chosen(about) && about.document.origins['tax/federal/stateOrdinary'] === undefined,
    says: (about) =>
      `No state is chosen: ${percent(federalOf(about).stateOrdinary)} on income and ${percent(federalOf(about).stateGain)} on gain are assumed. Choose your state or enter its rates.`,
  },
])

const electsEntityTax = ({ entityTax, entity }: Case['tax']['federal']): boolean =>
  entityTax && (entity === 'sCorporation' || entity === 'partnership')

/** The law of the owner's state, where it is computed. */
const stateRules = ruleSet(
  (place) => {
    const federal = federalOf(place)
    if (byLaw(place).length === 0 || federal.state === 'other' || federal.stateTax !== 'law') return []
    return [{ federal, law: stateLaw(federal.state, LATEST_PARAMETERS.year), isOwner: owns(place) }]
  },
  [
    {
      id: 'state/weak-source',
      severity: 'question',
      for: 'CPA',
      field: () => 'tax/federal/state',
      when: ({ law }) => law.confidence === 'C',
      says: ({ law, isOwner }) =>
        `The law of ${law.name} for ${law.year} rests on recent legislation or a weak source. Is the state tax computed here right, especially in the year of ${isOwner ? 'the sale' : 'an exit'}?`,
    },
    {
      id: 'state/practice-sale-rule',
      severity: 'question',
      for: 'CPA',
      field: () => 'tax/federal/practiceSaleRule',
      when: ({ law: { gain }, isOwner }) =>
        isOwner &&
        gain.practiceSale !== undefined &&
        !gain.practiceSale.asBusinessIncome &&
        Boolean(gain.practiceSale.share),
      says: ({ law }) =>
        `${law.name} has a special rule for the sale of a practice: ${law.gain.practiceSale!.words} (${law.gain.practiceSale!.source}). Does it apply to this sale?`,
    },
    {
      id: 'state/no-entity-tax',
      severity: 'warning',
      for: 'CPA',
      field: () => 'tax/federal/entityTax',
      when: ({ federal, law, isOwner }) => isOwner && federal.entityTax && !entityTaxRule(law),
      says: ({ law }) =>
        `A practice in ${law.name} cannot elect a pass-through entity tax; it is not counted. Turn it off.`,
    },
    {
      id: 'state/entity-tax-rate',
      severity: 'question',
      for: 'CPA',
      field: () => 'tax/federal/entityTax',
      when: ({ federal, law, isOwner }) => isOwner && electsEntityTax(federal) && entityTaxRule(law) !== undefined,
      says: ({ federal, law }) => {
        const { rates, reaches } = entityTaxRule(law)!
        const [lowest, highest] = [rates[0]![1], rates.at(-1)![1]]
        const rate = lowest === highest ? percent(lowest) : `${percent(lowest)} to ${percent(highest)}`
        const source = `${rate}; ${law.entityTax!.source}`
        if (reaches !== 'afterPay')
          return `The rate and credit of ${law.name}’s pass-through entity tax (${source}) have weak sources. Are both right for your practice, and is the election made in time each year?`
        return federal.entity === 'partnership'
          ? `${law.name}’s pass-through entity tax (${source}) is not counted: all income of a partner without guaranteed payments is presumed to be pay for services. Does the partnership pay you for your services?`
          : `${law.name}’s pass-through entity tax (${source}) reaches profit only if the practice pays you reasonable wages; otherwise all of it is presumed to be your pay. Are wages of ${usd(federal.ownerWages)} reasonable?`
      },
    },
    {
      id: 'state/installments-taxed-at-once',
      severity: 'warning',
      for: 'CPA',
      field: () => 'tax/federal/state',
      when: ({ law, isOwner }) => isOwner && law.installment?.form === 'notForIntangibles',
      says: ({ law }) =>
        `${law.name} taxes the whole gain on goodwill or an interest in the year of the sale, even if it is paid later, and so does the state tax here. Tax on closing proceeds counts only what is paid at closing: keep cash for the rest, and have your CPA confirm the state tax of that year.`,
    },
  ],
)

/** Questions of a move: domicile, and which state taxes later payments. */
const moveRules = ruleSet(
  (place) => {
    const federal = federalOf(place)
    const { state, movesTo } = federal
    const computed = byLaw(place).length > 0 && state !== 'other' && federal.stateTax === 'law'
    if (!computed || movesTo === 'none') return []
    const { year } = LATEST_PARAMETERS
    const soldBefore = sales(place).some(({ offer }) => Number(offer.closing.slice(0, 4)) < federal.moveYear)
    const [from, to] = [stateLaw(state, year), stateLaw(movesTo, year)]
    return [{ federal, from, to, isOwner: owns(place), soldBefore }]
  },
  [
    {
      id: 'move/domicile',
      severity: 'question',
      for: 'CPA',
      field: () => 'tax/federal/movesTo',
      when: () => true,
      says: ({ federal, from, to }) =>
        `From ${federal.moveYear} you are taxed as a resident of ${to.name}; pay, profit and gain on the assets of a practice in ${from.name} remain taxed there, with a credit. What ends your domicile in ${from.name}?`,
    },
    {
      id: 'move/later-gain',
      severity: 'question',
      for: 'CPA',
      field: () => 'tax/federal/equityGainAfterMove',
      when: ({ federal, from, isOwner }) =>
        isOwner && from.installment?.moving === 'bySource' && federal.equityGainAfterMove === 'residence',
      says: ({ from }) =>
        `${from.name}: ${from.installment!.words!} (${from.installment!.source!}) Is later gain on an interest in your practice still taxed by ${from.name}?`,
    },
    {
      id: 'move/accrual',
      severity: 'question',
      for: 'CPA',
      field: () => 'tax/federal/moveSecurity',
      when: ({ from, to }) => from.installment?.moving === 'accrual' && from.code !== to.code,
      says: ({ federal, from }) =>
        federal.moveSecurity
          ? `${from.name} is assumed to tax installments as they are paid after you move, if you give security (${from.installment!.source!}). What security does it accept, and what does it cost?`
          : `${from.name} taxes the gain in installments that are still owed to you in ${federal.moveYear - 1}, your last year there, unless you give security (${from.installment!.source!}). Would a bond cost less than the accelerated tax?`,
    },
    {
      // Section 639(b) and (c) of New York's Tax Law, and Connecticut's 12-717 alike.
      id: 'move/accrued-before',
      severity: 'question',
      for: 'CPA',
      field: () => 'tax/federal/movesTo',
      when: ({ from, to, soldBefore }) =>
        soldBefore &&
        from.code !== to.code &&
        (to.installment?.moving === 'accrual' || to.installment?.form === 'notForIntangibles'),
      says: ({ from, to }) =>
        `The gain of a sale before you become a resident of ${to.name} is not taxed there, even if it is paid later (${to.installment!.source!})${to.installment!.moving === 'accrual' ? ', except an earn-out' : ''}. Is that right for your installments, and how will you show that they belong to your time in ${from.name}?`,
    },
    {
      id: 'move/year',
      severity: 'question',
      for: 'CPA',
      field: () => 'tax/federal/moveYear',
      when: ({ from, to }) => from.code !== to.code,
      says: ({ federal, from, to }) =>
        `The move is counted from January 1, ${federal.moveYear}, and each year has one state of residence. If you move during a year, both ${from.name} and ${to.name} ask for a part-year return, which is not computed. Which payments are due before the day of the move?`,
    },
  ],
)

/** Settings without effect. */
const switchRules = [
  ruleSet(byLaw, [
    {
      id: 'tax/entity-cannot-elect',
      severity: 'warning',
      for: 'CPA',
      field: () => 'tax/federal/entityTax',
      when: (about) => {
        const federal = federalOf(about)
        return owns(about) && federal.entityTax && !electsEntityTax(federal)
      },
      says: () =>
        'Only an S corporation or a partnership can elect a pass-through entity tax; it is not counted for your practice. Turn it off, or change how the practice is taxed.',
    },
  ]),
  ruleSet(
    (place) => (byLaw(place).length > 0 ? place.document.tax.changes : []),
    [
      {
        id: 'tax/changes-by-law',
        severity: 'warning',
        for: 'CPA',
        field: ({ id }) => `tax/changes/${id}/from`,
        when: () => true,
        says: ({ from, rates }) =>
          `Rates from ${from} on: under federal law each year’s tax is computed, so of these rates only those on plan withdrawals (${percent(rates.deferred)}) and gain (${percent(rates.gain)}) are used, to value tax-deferred accounts and a building that is never sold. Remove the change, or choose effective rates.`,
      },
    ],
  ),
]

const allocated = ({ offer: { allocation } }: AboutOffer): number =>
  allocation.equipment + allocation.supplies + allocation.covenant + allocation.intangibles

/** How the price of a sale of assets is allocated. */
const allocationRules = ruleSet(
  (place) => (byLaw(place).length > 0 ? sales(place).filter(({ offer }) => offer.saleForm !== 'equity') : []),
  [
    {
      id: 'allocation/above-price',
      severity: 'problem',
      field: ({ at }) => `${at}/allocation/equipment`,
      when: (about) => allocated(about) > 1,
      says: (about) =>
        `${about.offer.name}: the allocation totals ${percent(allocated(about))} of the price before any goodwill; at most 100% can be allocated. Lower one class.`,
    },
    {
      id: 'allocation/corporation-taxed-twice',
      severity: 'question',
      for: 'attorney',
      field: ({ at }) => `${at}/allocation/personalGoodwill`,
      when: (about) => federalOf(about).entity === 'cCorporation',
      says: ({ offer }) =>
        offer.allocation.personalGoodwill > 0
          ? `${offer.name}: ${percent(offer.allocation.personalGoodwill)} of the gain is treated as your personal goodwill and taxed once. Do you have a covenant not to compete with your own corporation? If so, a court may disagree.`
          : `${offer.name}: the assets of a C corporation are taxed twice. Could you sell its stock instead, or is part of the goodwill personal?`,
    },
  ],
)

/** Problems and questions about the tax inputs; under the law only. */
export const taxRules = [federalRules, stateRules, moveRules, ...switchRules, allocationRules]
