import { addMonths, dayOf, formatDay } from '../../../shared/case/dates'
import { elementName } from '../../../shared/case/names'
import { CAUSES, type Case, type Offer } from '../../../shared/case/schema'
import { LETTER_FIELDS } from '../../../shared/present/report/letter-terms'
import { byCause, leaverTerms, when, type Ask } from './asks'
import { forgivableLoans, retentionBonuses } from './bonus-lists'

/** What determines which questions are asked about an offer. */
interface Situation {
  readonly offer: Offer
  readonly document: Case
  readonly services: boolean
  /** Whether the owner keeps a share of the practice. */
  readonly partial: boolean
  readonly byLaw: boolean
}

/** A part of the form. Its paths are relative to the offer. */
export interface FormPart {
  readonly id: string
  title(situation: Situation): string
  readonly says?: string
  /** A part without questions is not shown. */
  asks(situation: Situation): readonly Ask[]
}

export function situationOf(offer: Offer, document: Case): Situation {
  const services = offer.structure === 'services'
  return {
    offer,
    document,
    services,
    partial: offer.structure === 'jointVenture' || offer.structure === 'hybrid' || (!services && offer.shareSold < 1),
    byLaw: document.tax.mode === 'federal',
  }
}

/** The terms that most letters of intent state first. The price components follow `price`. */
export const FIRST: readonly FormPart[] = [
  {
    id: 'offer',
    title: () => 'The offer',
    asks: ({ services }) => [
      'name',
      'buyer',
      { field: 'structure', wide: true },
      { field: 'closing', label: services ? 'Services from' : 'Closing' },
      'include',
    ],
  },
  {
    id: 'price',
    title: () => 'The price',
    asks: ({ offer, services }) =>
      when(
        !services,
        'price/stated',
        ...(offer.price.stated === 'multiple' ? ['price/multiple', 'price/ebitda'] : ['price/amount']),
        'shareSold',
      ),
  },
  {
    id: 'pay',
    title: () => 'Your pay after the sale',
    says: 'What you are paid for your own work.',
    asks: ({ services }) => when(!services, 'job/rate', 'job/termYears'),
  },
  {
    id: 'fee',
    title: () => 'The management fee',
    says: 'Deducted before your share of the profit is calculated.',
    asks: ({ offer, partial, services }) => {
      const { kind } = offer.fee
      return when(
        partial || services,
        'fee/kind',
        ...when(kind === 'collections', 'fee/share'),
        ...when(kind === 'ebitda', { field: 'fee/share', label: 'Management fee, share of EBITDA' }),
        ...when(kind === 'fixed', 'fee/amount', 'fee/escalator'),
        ...when(kind === 'costPlus', 'fee/markup'),
        ...when(kind === 'tiers', {
          list: 'fee/tiers',
          word: 'tier',
          caption: 'Tiers of the fee',
          columns: [
            { field: 'from', label: 'Collections above', unit: '$ a year' },
            { field: 'share', label: 'Fee', unit: '% of the part above' },
          ],
          most: 6,
          empty: 'No tier is entered, so there is no fee.',
        }),
      )
    },
  },
]

/** The rest of the letter: collapsible groups, each showing how many of its fields are filled. */
export const GROUPS: readonly FormPart[] = [
  {
    id: 'retained',
    title: () => 'Your retained share',
    asks: ({ offer: { retained }, partial }) =>
      when(
        partial,
        'retained/payoutRatio',
        ...when(retained.payoutRatio < 1, 'retained/undistributed'),
        'retained/ownerControls',
        'retained/exitAt',
        ...when(retained.exitAt === null, 'retained/exitMonths'),
        'retained/exitMultiple',
        'retained/minorityDiscount',
        'retained/put',
        'retained/probability',
        { heading: 'Vesting, and the buyer’s right to buy your share when you leave' },
        ...leaverTerms(retained, 'retained/', false),
        { heading: 'Distributions stated in the offer, by year' },
        {
          list: 'retained/stated',
          word: 'year',
          caption: 'Distributions by contract year',
          columns: [
            { field: 'contractYear', label: 'Contract year' },
            { field: 'amount', label: 'Paid to you', unit: '$ in that year, before tax' },
          ],
          most: 15,
          empty: 'None stated: your share of the profit is calculated.',
        },
      ),
  },
  {
    id: 'closing',
    title: ({ services }) => (services ? 'Costs' : 'Closing costs, debt and adjustments'),
    asks: ({ offer, services }) =>
      services
        ? ['costs/legal']
        : [
            'price/qualityOfEarningsCut',
            'costs/broker',
            'costs/legal',
            'costs/audit',
            'debt',
            ...when(offer.debt === 'stays', 'debtInPrice'),
            'costs/workingCapital',
            'costs/receivables',
            'staffBonus/stated',
            `staffBonus/${offer.staffBonus.stated}`,
            { field: 'tail/paidBy', wide: true },
            'tail/amount',
            ...when(offer.tail.amount > 0, 'tail/paidAt'),
            { field: 'leaseGuaranty', wide: true },
          ],
  },
  {
    id: 'tax',
    title: () => 'Tax on the price',
    asks: ({ offer, document, services, byLaw }) =>
      when(
        !services,
        byLaw ? 'saleForm' : 'ordinaryShare',
        'instalments',
        ...when(
          byLaw && offer.saleForm === 'assets',
          {
            heading: 'Purchase price allocation (Form 8594)',
            says: 'The rest of the price is goodwill, taxed as long-term gain. The remaining tax basis of your equipment is entered on the Practice page.',
          },
          'allocation/equipment',
          'allocation/supplies',
          'allocation/covenant',
          'allocation/intangibles',
          ...when(document.tax.federal.entity === 'cCorporation', 'allocation/personalGoodwill'),
        ),
      ),
  },
  {
    id: 'building',
    title: () => 'The building',
    asks: ({ offer, document, services }) =>
      when(
        document.practice.realEstate.owned && !services,
        'realEstate/sold',
        offer.realEstate.sold ? 'realEstate/price' : 'realEstate/netRent',
      ),
  },
  {
    id: 'assets',
    title: () => 'Other assets',
    says: 'Other assets the offer buys. You keep everything else.',
    asks: ({ offer, document }) => {
      const { otherAssets } = document.practice
      const names = Object.fromEntries(otherAssets.map(({ id, label }) => [id, label || id]))
      return when(
        otherAssets.length > 0,
        {
          list: 'assetsSold',
          word: 'sale',
          caption: 'Other assets sold with the practice',
          columns: [
            { field: 'asset', label: 'Asset', choices: names, width: '28%' },
            { field: 'on', label: 'Sold on', width: '26%' },
            { field: 'price', label: 'Price', unit: '$, before tax' },
            { field: 'down', label: 'Paid on that day', unit: '% of the price' },
          ],
          seed: { asset: otherAssets[0]?.id },
          most: 6,
          empty: 'The offer buys none of them.',
        },
        ...offer.assetsSold
          .filter(({ down }) => down < 1)
          .flatMap(({ id, asset }) => [
            { heading: `${names[asset] ?? 'Asset'}: deferred payments` },
            ...['years', 'rate', 'probability'].map((field) => `assetsSold/${id}/${field}`),
          ]),
      )
    },
  },
  {
    id: 'family',
    title: () => 'Your family on the payroll',
    says: 'Their pay from the practice ends at closing unless the offer keeps them.',
    asks: ({ offer, document, services }) => {
      const { family } = document.practice
      return when(!services && family.length > 0, {
        list: 'familyStays',
        word: 'member',
        caption: 'Family that stays on after the sale',
        columns: [
          {
            field: 'member',
            label: 'Who',
            choices: Object.fromEntries(family.map(({ id, label }) => [id, label || id])),
            width: '34%',
          },
          { field: 'until', label: 'Stays on until' },
          { field: 'pay', label: 'Pay after the sale', unit: '$ a year, before tax' },
        ],
        seed: { member: family[0]?.id, until: formatDay(addMonths(dayOf(offer.closing), 12)) },
        most: 5,
        empty: 'No one stays on: their pay ends at closing.',
      })
    },
  },
  {
    id: 'operations',
    title: () => 'What the buyer changes, and fee limits',
    says: 'The lowest and the highest fee, better contracts, and costs that the buyer takes over or reduces.',
    asks: ({ offer, document, partial, services }) => {
      const { costs } = document.practice
      return when(
        partial || services,
        ...when(offer.fee.kind !== 'none', 'fee/minimum', 'fee/maximum'),
        'operations/payerUplift',
        'operations/volumeUplift',
        'operations/rampYears',
        ...when(costs.length > 0, {
          list: 'operations/takeovers',
          word: 'takeover',
          caption: 'Costs that the buyer takes over or reduces',
          columns: [
            {
              field: 'cost',
              label: 'Cost line',
              choices: Object.fromEntries(costs.map(({ id, label }) => [id, label || id])),
              width: '34%',
            },
            { field: 'takenOver', label: 'Taken over', unit: '% of it' },
            { field: 'saving', label: 'Saving', unit: '% of the rest' },
          ],
          seed: { cost: costs[0]?.id },
          most: 30,
          empty: 'All costs stay as they are.',
        }),
      )
    },
  },
  {
    id: 'morePay',
    title: () => 'Benefits, days, salary and bonus',
    asks: ({ offer: { job }, services }) =>
      when(
        !services,
        'job/benefits',
        'job/days',
        'job/contributionAsEmployee',
        'job/employerContribution',
        'job/basis',
        ...when(job.basis === 'production', 'job/production', 'job/collectionRatio'),
        'job/laterRate',
        ...when(job.laterRate !== null, 'job/laterFrom'),
        'job/labDeducted',
        'job/salary',
        ...when(job.salary > 0, 'job/salaryEscalator'),
        'job/dailyGuarantee',
        'job/signOn',
        'job/bonus',
        ...when(job.bonus > 0, 'job/bonusProbability'),
        ...when(job.bonus > 0 || job.benefits > 0, 'job/bonusEscalator'),
      ),
  },
  {
    id: 'retention',
    title: () => 'Retention bonuses and forgivable loans',
    asks: ({ offer, services }) =>
      when(
        !services,
        retentionBonuses('closing'),
        forgivableLoans('closing'),
        ...offer.job.forgivableLoans.flatMap(({ id }) => [
          { heading: `${elementName(`job/forgivableLoans/${id}`, offer)}: the balance if you leave` },
          ...CAUSES.map((cause) => `job/forgivableLoans/${id}/clawback/${cause}`),
        ]),
      ),
  },
  {
    id: 'leaving',
    title: () => 'Leaving, and restrictive terms',
    asks: ({ offer, services }) =>
      when(
        !services,
        'job/ends',
        'gapPay',
        'consulting/amount',
        ...when(offer.consulting.amount > 0, 'consulting/months'),
        'retirement',
        'leaving/on',
        ...when(offer.leaving.on !== null, 'leaving/cause'),
        'leaving/clawbackFalls',
        ...byCause('leaving/clawback'),
      ),
  },
  {
    id: 'attorney',
    title: () => 'For your attorney: terms that no figure uses',
    asks: () => LETTER_FIELDS.map((field) => ({ field: `letter/${field}`, wide: true })),
  },
]
