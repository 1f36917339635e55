import { earnOutPayments } from '../case/earn-outs'
import type { Component } from '../case/schema'
import { list } from '../text'
import { LARGE_NOTES } from '../tax/parameters/installment'
import { type AboutOffer, type AboutPart, ownersOffers, partsOf, percent, ruleSet, sales, usd } from './rule'

/** Payments due within this many months need no interest (26 U.S.C. §§483(c)(1), 1274(c)(1)). */
const MONTHS_WITHOUT_INTEREST = 6

/** Effective rates do not compute the law on notes; under the law it is a figure, so no question is needed. */
const byRates = ({ document }: AboutOffer): boolean => document.tax.mode === 'blended'

/** Treas. Reg. §1.483-4: contingent payments include imputed interest, split off when they are paid. */
const contingent = ({ offer }: AboutOffer): Component[] =>
  offer.components.filter(
    (part) =>
      (part.kind === 'escrow' && part.months > MONTHS_WITHOUT_INTEREST) ||
      (part.kind === 'earnOut' && !part.wages && earnOutPayments(part).at(-1)!.months > MONTHS_WITHOUT_INTEREST),
  )

const notesTotal = ({ offer, figure }: AboutOffer): number =>
  offer.components.reduce((sum, { kind, id }) => sum + (kind === 'note' ? figure(`${id}/amount`) : 0), 0)

const leastRate = ({ document }: AboutOffer): number => {
  const { short, mid, long } = document.tax.federal.applicableRates
  return Math.min(short, mid, long)
}

interface AboutInstallments extends AboutOffer {
  readonly sold: AboutOffer['offer']['assetsSold'][number]
  readonly label: string
}

/** Other assets that an offer buys in installments. */
const inInstallments = (place: Parameters<typeof ownersOffers>[0]): readonly AboutInstallments[] =>
  ownersOffers(place).flatMap((about) =>
    about.offer.assetsSold
      .filter(({ down }) => down < 1)
      .flatMap((sold) =>
        about.document.practice.otherAssets
          .filter(({ id }) => id === sold.asset)
          .map(({ label }) => ({ ...about, sold, label })),
      ),
  )

/** What a buyer owes for an asset after the day of its sale. */
const owedFor = ({ sold, figure }: AboutInstallments): number => figure(`asset/${sold.asset}/price`) * (1 - sold.down)

/** Tax rules on deferred payments that no figure covers: questions for the CPA. */
export const deferredRules = [
  ruleSet(sales, [
    {
      id: 'deferred/contingent-interest',
      severity: 'question',
      for: 'CPA',
      field: (about) => `${about.at}/components/${contingent(about)[0]!.id}/months`,
      when: (about) => contingent(about).length > 0,
      says: (about) =>
        `${about.offer.name}: part of what is paid more than six months after closing without interest (${list(contingent(about).map(({ label }) => `“${label}”`))}) may be taxed as interest (26 U.S.C. §483); here all of it counts as price. What does the agreement say, and how will the buyer report it?`,
    },
  ]),
  ruleSet<AboutPart<'note'>>(
    (place) => partsOf('note')(place).filter(({ offer }) => offer.structure !== 'services'),
    [
      {
        id: 'deferred/low-interest',
        severity: 'question',
        for: 'CPA',
        field: ({ partAt }) => `${partAt}/rate`,
        when: (about) => byRates(about) && about.part.rate < leastRate(about),
        says: (about) =>
          `${about.offer.name}, ${about.part.label}: it pays ${percent(about.part.rate, 2)}, less than the applicable federal rate (${percent(leastRate(about), 2)} or more), so part of its principal is taxed as interest (26 U.S.C. §1274). Effective rates do not split it; tax by federal law does. How much of the principal is interest?`,
      },
    ],
  ),
  ruleSet(sales, [
    {
      id: 'deferred/large-notes',
      severity: 'question',
      for: 'CPA',
      field: ({ at }) => `${at}/instalments`,
      when: (about) => byRates(about) && about.offer.instalments && notesTotal(about) > LARGE_NOTES.value,
      says: (about) =>
        `${about.offer.name}: notes of ${usd(notesTotal(about))} are above ${usd(LARGE_NOTES.value)}, so interest is due each year on the tax they defer (26 U.S.C. §453A). Effective rates do not include it; tax by federal law does. What will it cost?`,
    },
  ]),
  ruleSet(inInstallments, [
    {
      id: 'deferred/asset-low-interest',
      severity: 'question',
      for: 'CPA',
      field: ({ at, sold }) => `${at}/assetsSold/${sold.id}/rate`,
      when: (about) => byRates(about) && about.sold.rate < leastRate(about),
      says: (about) =>
        `${about.offer.name}, ${about.label}: its installments bear ${percent(about.sold.rate, 2)}, less than the applicable federal rate (${percent(leastRate(about), 2)} or more), so part of their principal is taxed as interest (26 U.S.C. §1274). Effective rates do not split it; tax by federal law does. How much of it is interest?`,
    },
    {
      id: 'deferred/large-asset-notes',
      severity: 'question',
      for: 'CPA',
      field: ({ at, sold }) => `${at}/assetsSold/${sold.id}/down`,
      when: (about) => byRates(about) && owedFor(about) + notesTotal(about) > LARGE_NOTES.value,
      says: (about) =>
        `${about.offer.name}, ${about.label}: with its installments of ${usd(owedFor(about))}, you are owed more than ${usd(LARGE_NOTES.value)}, so interest may be due each year on the tax that they defer (26 U.S.C. §453A). Effective rates do not include it; tax by federal law does. What will it cost?`,
    },
  ]),
]
