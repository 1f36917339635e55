import { addMonths, dayOf, formatDay } from '../case/dates'
import type { Path } from '../case/path'
import { type Case, caseSchema, CAUSES, type Component, type Offer } from '../case/schema'
import type { Supposition } from './check'
import { earnOutPayments } from '../case/earn-outs'
import { clipped, list } from '../text'
import {
  type AboutOffer,
  type AboutPart,
  jobs,
  offers,
  owns,
  ownersOffers,
  partsOf,
  percent,
  type Rule,
  type RuleSet,
  ruleSet,
  sales,
  usd,
} from './rule'

const DEFAULT_RATE = caseSchema.shape.offers.unwrap().element.shape.job.parse({}).rate

const partial = ({ offer }: AboutOffer): boolean => offer.structure !== 'services' && offer.shareSold < 1

/** Prefixes a question with its offer. */
const asked = <About extends AboutOffer>(rule: Omit<Rule<About>, 'severity'>): Rule<About> => ({
  ...rule,
  severity: 'question',
  says: (about) => `${about.offer.name}: ${rule.says(about)}`,
})

/** In the second year: late enough for something to have been paid, early enough for most of it to be due. */
const LEAVES_AFTER = 18
const BECAUSE_OF = {
  retirement: 'retire',
  resignation: 'resign',
  death: 'die',
  disability: 'are disabled',
  dismissal: 'are dismissed for cause',
} as const

/**
 * Supposes that the owner leaves in the second year, unless the case already says when; or the month before the last of
 * the parts is due, as leaving after that loses nothing.
 */
function leaving(
  { at, offer }: AboutOffer,
  cause: (typeof CAUSES)[number],
  parts: readonly Component[] = [],
): Supposition | undefined {
  if (offer.leaving.on !== null) return undefined
  const due = parts.length === 0 ? Infinity : Math.max(...parts.map(lastDue))
  const months = Math.max(1, Math.min(LEAVES_AFTER, due - 1))
  return {
    words: `if you ${BECAUSE_OF[cause]} ${months} ${months === 1 ? 'month' : 'months'} after closing`,
    changes: {
      [`${at}/leaving/on`]: formatDay(addMonths(dayOf(offer.closing), months)),
      [`${at}/leaving/cause`]: cause,
    },
  }
}

/** Months from closing to a part's last payment; equity may exit on a stated date, which is rarely sooner. */
function lastDue(part: Component): number {
  switch (part.kind) {
    case 'escrow':
      return part.months
    case 'note':
      return 12 * part.years
    case 'earnOut':
      return earnOutPayments(part).at(-1)!.months
    case 'rolled':
      return part.exitOn === null ? part.exitMonths : Infinity
  }
}

/** The cause of leaving that loses the most. */
const worst = (lost: Readonly<Record<(typeof CAUSES)[number], number>>): (typeof CAUSES)[number] =>
  CAUSES.reduce((most, cause) => (lost[cause] > lost[most] ? cause : most), 'resignation')

const priceTerms = ruleSet(sales, [
  asked({
    id: 'terms/ebitda-open',
    for: 'buyer',
    field: ({ at }) => `${at}/price/ebitda`,
    when: ({ offer: { price } }) => price.stated === 'multiple' && price.ebitda === null,
    says: () =>
      'which EBITDA is the multiple applied to, who computed it, and which adjustments were made? Until it is stated, your own adjusted EBITDA counts.',
  }),
])

const of = <Kind extends AboutPart['part']['kind']>(about: AboutPart, kind: Kind) =>
  about.part.kind === kind ? (about.part as Extract<AboutPart['part'], { kind: Kind }>) : undefined

const everyCause = (table: Path) => ({ [`${table}/death`]: 1, [`${table}/disability`]: 1 })

const isDiscounted = ({ called, callDiscount }: Pick<Offer['retained'], 'called' | 'callDiscount'>): boolean =>
  called && Object.values(callDiscount).some((discount) => discount > 0)

const aboutCall = (what: string): string =>
  `${what} can be called at a discount when you leave. Can the discount be removed, and who sets the value?`

const noDiscount = (at: Path) => Object.fromEntries(CAUSES.map((cause) => [`${at}/callDiscount/${cause}`, 0]))

/** One rule set for all kinds, so that each component's questions are grouped. */
const partTerms = ruleSet(partsOf(), [
  asked<AboutPart>({
    id: 'earn-out/metric-open',
    for: 'buyer',
    field: ({ partAt }) => `${partAt}/target`,
    when: (about) => {
      const part = of(about, 'earnOut')
      return (
        part !== undefined &&
        part.measuredBy === 'probability' &&
        part.basis !== 'growth' &&
        part.target === 0 &&
        part.targets.length === 0
      )
    },
    says: ({ part }) =>
      `what metric and baseline determine “${part.label}”, and who controls the costs that affect it?`,
  }),
  asked<AboutPart>({
    id: 'earn-out/no-maximum-price',
    for: 'CPA',
    field: ({ partAt }) => `${partAt}/basis`,
    when: (about) => {
      const part = of(about, 'earnOut')
      return part !== undefined && part.basis === 'growth' && !part.wages
    },
    says: ({ part }) =>
      `“${part.label}” has no maximum price. Its gain is computed on the maximum you consider possible; the law may instead spread your basis evenly over the payment years (Treas. Reg. §15A.453-1(c)). Which applies here?`,
  }),
  asked<AboutPart>({
    id: 'earn-out/cliff',
    for: 'attorney',
    field: ({ partAt }) => `${partAt}/cliff`,
    when: (about) => {
      const part = of(about, 'earnOut')
      return part !== undefined && part.cliff && part.basis !== 'growth'
    },
    says: ({ part }) =>
      `“${part.label}” is all or nothing. Can it be paid in proportion, and is it accelerated if the practice is resold?`,
    better: ({ partAt }) => ({ [`${partAt}/cliff`]: false }),
  }),
  asked<AboutPart>({
    id: 'earn-out/wages',
    for: 'CPA',
    field: ({ partAt }) => `${partAt}/wages`,
    when: (about) => of(about, 'earnOut')?.wages === true,
    says: ({ part }) => `“${part.label}” is treated as wages. Can it be structured as part of the price?`,
    better: ({ partAt }) => ({ [`${partAt}/wages`]: false }),
  }),
  asked<AboutPart>({
    id: 'note/security',
    for: 'attorney',
    field: ({ partAt }) => `${partAt}/unconditional`,
    when: (about) => of(about, 'note') !== undefined,
    says: ({ part }) =>
      `“${part.label}”: what secures it, what ranks ahead of it, and does the buyer have a right of setoff?`,
    better: ({ partAt }) => ({ [`${partAt}/unconditional`]: true, [`${partAt}/probability`]: 1 }),
  }),
  asked<AboutPart>({
    id: 'granted/tax',
    for: 'CPA',
    field: ({ partAt }) => `${partAt}/longTerm`,
    when: (about) => of(about, 'rolled')?.acquired === 'granted',
    says: ({ part }) =>
      `“${part.label}”: is it a profits interest that is not taxed when it is granted (Rev. Proc. 93-27, 2001-43; an 83(b) election if it vests), and how long must it be held for long-term gain (26 U.S.C. §1061)?`,
  }),
  asked<AboutPart>({
    id: 'granted/no-threshold',
    for: 'buyer',
    field: ({ partAt }) => `${partAt}/threshold`,
    when: (about) => {
      const part = of(about, 'rolled')
      return part !== undefined && part.acquired === 'granted' && part.threshold === 0
    },
    says: ({ part }) =>
      `“${part.label}”: above what value of the parent does it participate? A threshold of $0 would make it a capital interest, taxed as compensation.`,
  }),
  asked<AboutPart>({
    id: 'rolled/class-open',
    for: 'buyer',
    field: ({ partAt }) => `${partAt}/preference`,
    when: (about) => {
      const part = of(about, 'rolled')
      return part !== undefined && part.acquired !== 'granted' && part.preference === 'none' && part.method === 'simple'
    },
    says: ({ part }) =>
      `“${part.label}”: which class is it, what did the sponsor pay for its units, and what debt and preferences rank ahead of it?`,
  }),
  asked<AboutPart>({
    id: 'rolled/behind-a-preference',
    for: 'wealth manager',
    field: ({ partAt }) => `${partAt}/preference`,
    when: (about) => {
      const part = of(about, 'rolled')
      return part !== undefined && part.preference !== 'none' && part.acquired !== 'granted'
    },
    says: ({ part }) =>
      `“${part.label}” ranks behind a preference. What exit value is needed before it is worth anything?`,
    better: ({ partAt }) => ({ [`${partAt}/preference`]: 'none' }),
  }),
  asked<AboutPart>({
    id: 'rolled/forfeiture',
    for: 'attorney',
    field: ({ partAt }) => `${partAt}/keptOnLeaving`,
    when: (about) => of(about, 'rolled') !== undefined,
    says: (about) => {
      const part = of(about, 'rolled')!
      const stated = part.called || part.vesting !== 'none'
      return `“${part.label}”: can it be ${stated ? 'diluted' : 'called at a discount, forfeited or diluted'}, and do you have tag-along rights?`
    },
    better: ({ partAt }) => ({
      [`${partAt}/keptOnLeaving/retirement`]: 1,
      [`${partAt}/keptOnLeaving/resignation`]: 1,
      [`${partAt}/keptOnLeaving/dismissal`]: 1,
    }),
    supposing: (about) => leaving(about, 'resignation'),
  }),
  asked<AboutPart>({
    id: 'rolled/call-at-a-discount',
    for: 'attorney',
    field: ({ partAt }) => `${partAt}/callDiscount`,
    when: (about) => {
      const part = of(about, 'rolled')
      return part !== undefined && isDiscounted(part)
    },
    says: ({ part }) => aboutCall(`“${part.label}”`),
    better: ({ partAt }) => noDiscount(partAt),
    supposing: (about) => leaving(about, worst(of(about, 'rolled')!.callDiscount)),
  }),
  asked<AboutPart>({
    id: 'parts/lost-on-death',
    for: 'attorney',
    field: ({ partAt }) => `${partAt}/keptOnLeaving`,
    when: ({ part }) => part.keptOnLeaving.death < 1 || part.keptOnLeaving.disability < 1,
    says: ({ part }) =>
      `“${part.label}” is partly forfeited on death or disability. Can that provision be removed or the risk insured?`,
    better: ({ partAt }) => everyCause(`${partAt}/keptOnLeaving`),
    supposing: (about) => leaving(about, about.part.keptOnLeaving.death < 1 ? 'death' : 'disability', [about.part]),
  }),
])

/** Components still due that are wholly or partly lost on resigning; rolled equity has its own question. */
const forfeited = ({ offer }: AboutOffer) =>
  offer.components.filter(({ kind, keptOnLeaving }) => kind !== 'rolled' && keptOnLeaving.resignation < 1)

/** One point of a fee that is a share. */
const FEE_STEP = 0.01
const bearsFee = (about: AboutOffer): boolean =>
  owns(about) &&
  (about.offer.structure === 'services' || partial(about)) &&
  ['collections', 'ebitda'].includes(about.offer.fee.kind)

const leavingTerms = ruleSet(offers, [
  asked({
    id: 'leaving/clawback',
    for: 'attorney',
    field: ({ at }) => `${at}/leaving/clawback`,
    when: (about) =>
      Object.values(about.offer.leaving.clawback).some((share) => share > 0) &&
      (owns(about) || about.offer.job.signOn > 0),
    says: ({ offer }) =>
      `cash already paid can be clawed back. On what conditions,${offer.leaving.clawbackFalls === 'yearly' ? '' : ' for how long,'} and before or after tax?`,
    better: ({ at, offer }) =>
      Object.fromEntries(Object.keys(offer.leaving.clawback).map((cause) => [`${at}/leaving/clawback/${cause}`, 0])),
    supposing: (about) => leaving(about, worst(about.offer.leaving.clawback)),
  }),
  asked({
    id: 'leaving/forfeiture',
    for: 'attorney',
    field: (about) => `${about.at}/components/${forfeited(about)[0]!.id}/keptOnLeaving/resignation`,
    when: (about) => owns(about) && forfeited(about).length > 0,
    says: (about) =>
      `if you resign before the term ends, ${list(forfeited(about).map(({ label }) => `“${label}”`))} would be lost or cut. Can what is still due be kept, at least for good reason?`,
    better: (about) =>
      Object.fromEntries(
        forfeited(about).map(({ id }) => [`${about.at}/components/${id}/keptOnLeaving/resignation`, 1]),
      ),
    supposing: (about) => leaving(about, 'resignation', forfeited(about)),
  }),
  asked({
    id: 'job/lab-deducted',
    for: 'buyer',
    field: ({ at }) => `${at}/job/labDeducted`,
    when: ({ offer }) => offer.structure !== 'services' && offer.job.labDeducted > 0,
    says: ({ offer }) =>
      `${percent(offer.job.labDeducted)} of your lab costs is deducted before your percentage is applied. Can that deduction be dropped?`,
    better: ({ at }) => ({ [`${at}/job/labDeducted`]: 0 }),
  }),
  asked({
    id: 'fee/may-rise',
    for: 'attorney',
    field: ({ at }) => `${at}/fee/share`,
    when: (about) => bearsFee(about) && about.offer.fee.share <= 1 - FEE_STEP,
    says: ({ offer }) =>
      `the management fee is ${percent(offer.fee.share)}. May it be raised later, by whom, and up to what?`,
    better: ({ at, offer }) => ({ [`${at}/fee/share`]: offer.fee.share }),
    supposing: ({ at, offer }) => ({
      words: 'for each point by which the fee rises',
      changes: { [`${at}/fee/share`]: offer.fee.share + FEE_STEP },
    }),
  }),
  asked({
    id: 'consulting/terms-open',
    for: 'attorney',
    field: ({ at }) => `${at}/consulting/amount`,
    when: ({ offer }) => offer.structure !== 'services' && offer.consulting.amount > 0,
    says: () =>
      'a consulting fee is paid after the job. What work does it require, who may terminate it, and is it paid on death or disability?',
  }),
])

const practiceTerms = ruleSet(ownersOffers, [
  asked({
    id: 'retained/no-put',
    for: 'attorney',
    field: ({ at }) => `${at}/retained/put`,
    when: (about) => partial(about) && !about.offer.retained.put,
    says: () =>
      'no one is obligated to buy your retained share. Can you require its purchase (a put), and by which formula?',
    better: ({ at }) => ({ [`${at}/retained/put`]: true, [`${at}/retained/probability`]: 1 }),
  }),
  asked({
    id: 'fee/open-in-a-joint-venture',
    for: 'buyer',
    field: ({ at }) => `${at}/fee/kind`,
    when: (about) => partial(about) && about.offer.fee.kind === 'none',
    says: () =>
      'you keep a share of the profit but no management fee is stated. What is charged ahead of your share, and for which services?',
  }),
  asked({
    id: 'fee/open',
    for: 'buyer',
    field: ({ at }) => `${at}/fee/kind`,
    when: ({ offer }) => offer.structure === 'services' && offer.fee.kind === 'none',
    says: () => 'what is the management fee, and which of your costs does it replace?',
  }),
])

const closingTerms = ruleSet(sales, [
  asked({
    id: 'tail/who-pays',
    for: 'attorney',
    field: ({ at }) => `${at}/tail/paidBy`,
    when: ({ offer }) => offer.tail.paidBy === 'unknown',
    says: ({ offer }) =>
      `who pays for malpractice tail coverage for claims made after you leave, and when?${offer.tail.amount > 0 ? ` Until it is stated, ${usd(offer.tail.amount)} counts as your cost.` : ' No amount is entered yet: ask your insurer for a quote.'}`,
    // Without an amount no figure has the cost, and a price of nothing would be wrong.
    better: ({ at, offer }) => (offer.tail.amount > 0 ? { [`${at}/tail/paidBy`]: 'buyer' } : undefined),
  }),
  asked({
    id: 'lease/guaranty-open',
    for: 'attorney',
    field: ({ at }) => `${at}/leaseGuaranty`,
    when: ({ offer, document }) => offer.leaseGuaranty === 'unknown' && !document.practice.realEstate.owned,
    says: () =>
      'have you personally guaranteed the office lease, and will the landlord release you at closing? Otherwise you owe the remaining rent if the buyer defaults.',
  }),
  asked({
    id: 'staff-bonus/deduction',
    for: 'CPA',
    field: ({ at, offer }) => `${at}/staffBonus/${offer.staffBonus.stated}`,
    when: ({ offer }) => offer.staffBonus[offer.staffBonus.stated] > 0,
    says: ({ figure }) =>
      `the bonus to your staff costs you ${usd(figure('staffBonusCost'))} with payroll tax and lowers ordinary income in the year of closing. On whose return is it deducted, and is it paid before closing?`,
  }),
  {
    id: 'lease/guaranty-stays',
    severity: 'warning',
    for: 'attorney',
    field: ({ at }) => `${at}/leaseGuaranty`,
    when: ({ offer }) => offer.leaseGuaranty === 'stays',
    says: ({ offer }) =>
      `${offer.name}: your personal guaranty of the office lease stays with you after the sale, so you owe the remaining rent if the buyer defaults. No figure includes it. Make the landlord’s release a condition of closing, or ask the buyer for an indemnity.`,
  },
])

const familyTerms = ruleSet(
  (place) => sales(place).flatMap((about) => about.document.practice.family.map((member) => ({ ...about, member }))),
  [
    asked<AboutOffer & { readonly member: Case['practice']['family'][number] }>({
      id: 'family/pay-ends',
      for: 'buyer',
      field: ({ at }) => `${at}/familyStays`,
      when: ({ offer, member }) => member.pay > 0 && !offer.familyStays.some((stay) => stay.member === member.id),
      says: ({ member }) =>
        `“${member.label}” is paid ${usd(member.pay)} a year by the practice, and that pay ends at closing. Who does the work afterward, and can “${member.label}” stay on, at what pay and until when?`,
    }),
  ],
)

interface AboutAsset extends AboutOffer {
  readonly asset: Case['practice']['otherAssets'][number]
}

const isSold = ({ offer, asset }: AboutAsset): boolean => offer.assetsSold.some((sold) => sold.asset === asset.id)

const assetTerms = ruleSet(
  (place): readonly AboutAsset[] =>
    offers(place).flatMap((about) => about.document.practice.otherAssets.map((asset) => ({ ...about, asset }))),
  [
    asked<AboutAsset>({
      id: 'other-asset/sold',
      for: 'attorney',
      field: ({ at }) => `${at}/assetsSold`,
      when: isSold,
      says: ({ asset }) =>
        `“${asset.label}” is sold with the practice. Does anyone have a right of first refusal or consent, is its price stated separately, and what secures any installments?`,
    }),
    asked<AboutAsset>({
      id: 'other-asset/kept',
      for: 'attorney',
      field: ({ at }) => `${at}/assetsSold`,
      when: (about) => !isSold(about) && about.offer.structure !== 'services' && about.asset.kind !== 'building',
      says: ({ asset }) =>
        `you keep “${asset.label}”. Do the covenant not to compete and the co-owners’ agreement allow that after the sale?`,
    }),
    {
      id: 'other-asset/sold-twice',
      severity: 'problem',
      field: ({ at }) => `${at}/assetsSold`,
      when: ({ offer, asset }) => offer.assetsSold.filter((sold) => sold.asset === asset.id).length > 1,
      says: ({ offer, asset }) =>
        `${offer.name}: “${asset.label}” is sold in more than one line, and only the last one counts. Remove the others.`,
    },
  ],
)

/** The share is still the default and would be paid instead of the salary that was entered. */
const payTerms = ruleSet(jobs, [
  {
    id: 'job/share-beside-a-salary',
    severity: 'warning',
    field: ({ at }) => `${at}/job/rate`,
    when: ({ document, at, offer: { job } }) =>
      job.rate === DEFAULT_RATE &&
      job.salary + job.dailyGuarantee > 0 &&
      document.origins[`${at}/job/rate`] === undefined,
    says: ({ offer }) =>
      `${offer.name}: ${percent(offer.job.rate)} of your collections is assumed alongside the salary or guarantee entered, and the greater of the two counts. Enter 0% if the pay is fixed, or confirm the share.`,
  },
])

const loanTerms = ruleSet(
  (place) => jobs(place).flatMap((about) => about.offer.job.forgivableLoans.map((loan) => ({ ...about, loan }))),
  [
    asked<AboutOffer & { readonly loan: Offer['job']['forgivableLoans'][number] }>({
      id: 'job/forgivable-loan',
      for: 'CPA',
      field: ({ at, loan }) => `${at}/job/forgivableLoans/${loan.id}/amount`,
      when: () => true,
      says: ({ loan }) =>
        `“${loan.label}” is treated as a loan, and as wages when forgiven. Is it a bona fide loan with a note and interest at the applicable federal rate (26 U.S.C. §7872), or is it all wages when paid?`,
    }),
  ],
)

const retainedCall = ruleSet(ownersOffers, [
  asked({
    id: 'retained/call-at-a-discount',
    for: 'attorney',
    field: ({ at }) => `${at}/retained/callDiscount`,
    when: (about) => partial(about) && isDiscounted(about.offer.retained),
    says: () => aboutCall('your retained share'),
    better: ({ at }) => noDiscount(`${at}/retained`),
    supposing: (about) => leaving(about, worst(about.offer.retained.callDiscount)),
  }),
])

const fromTheLetter = ruleSet(
  (place) => offers(place).flatMap((about) => about.offer.attorney.map((point) => ({ ...about, point }))),
  [
    asked<AboutOffer & { readonly point: Offer['attorney'][number] }>({
      id: 'letter/attorney',
      for: 'attorney',
      // A letter's points are distinguished by field: each is asked and answered separately.
      field: ({ at, point }) => `${at}/attorney/${point.id}/topic`,
      when: () => true,
      says: ({ point: { topic, place, words } }) =>
        `${topic.charAt(0).toLowerCase()}${topic.slice(1)} (${place}: “${clipped(words, 240)}”)`,
    }),
  ],
)

/** Open or risky terms, each a question for an advisor. */
export const termRules: readonly RuleSet[] = [
  priceTerms,
  partTerms,
  leavingTerms,
  practiceTerms,
  closingTerms,
  familyTerms,
  assetTerms,
  payTerms,
  loanTerms,
  retainedCall,
  fromTheLetter,
]
