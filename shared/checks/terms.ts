import type { Path } from '../case/path'
import { type AboutOffer, type AboutPart, offers, partsOf, type Rule, type RuleSet, ruleSet } from './rule'

const partial = ({ offer }: AboutOffer): boolean => offer.structure !== 'services' && offer.shareSold < 1

/** A question begins with the offer that it concerns. */
const asked = <About extends AboutOffer>(rule: Omit<Rule<About>, 'severity'>): Rule<About> => ({
  ...rule,
  severity: 'question',
  says: (about) => `${about.offer.name}: ${rule.says(about)}`,
})

const priceTerms = ruleSet(offers, [
  asked({
    id: 'terms/ebitda-open',
    for: 'buyer',
    field: ({ at }) => `${at}/price/ebitda`,
    when: ({ offer: { price, structure } }) =>
      price.stated === 'multiple' && price.ebitda === null && structure !== 'services',
    says: () =>
      'which EBITDA is multiplied, who worked it out, and what was removed? Until it is stated, your own adjusted EBITDA counts.',
  }),
])

const of = <Kind extends AboutPart['part']['kind']>(about: AboutPart, kind: Kind) =>
  about.part.kind === kind ? (about.part as Extract<AboutPart['part'], { kind: Kind }>) : undefined

const everyCause = (table: Path) => ({ [`${table}/death`]: 1, [`${table}/disability`]: 1 })

/** One set for all kinds, so that what concerns one part stands together. */
const partTerms = ruleSet(partsOf(), [
  asked<AboutPart>({
    id: 'earn-out/metric-open',
    for: 'buyer',
    field: ({ partAt }) => `${partAt}/target`,
    when: (about) => {
      const part = of(about, 'earnOut')
      return part !== undefined && part.measuredBy === 'probability' && part.target === 0
    },
    says: ({ part }) =>
      `on which result is "${part.label}" paid, from which baseline, and who controls the costs that count?`,
  }),
  asked<AboutPart>({
    id: 'earn-out/cliff',
    for: 'attorney',
    field: ({ partAt }) => `${partAt}/cliff`,
    when: (about) => of(about, 'earnOut')?.cliff === true,
    says: ({ part }) =>
      `"${part.label}" is all or nothing. Can it be paid in proportion, and does it fall due if the practice is sold on?`,
    better: ({ partAt }) => ({ [`${partAt}/cliff`]: false }),
  }),
  asked<AboutPart>({
    id: 'earn-out/wages',
    for: 'CPA',
    field: ({ partAt }) => `${partAt}/wages`,
    when: (about) => of(about, 'earnOut')?.wages === true,
    says: ({ part }) => `"${part.label}" counts as wages. Is there a way to have it treated as part of the price?`,
    better: ({ partAt }) => ({ [`${partAt}/wages`]: false }),
  }),
  asked<AboutPart>({
    id: 'note/security',
    for: 'attorney',
    field: ({ partAt }) => `${partAt}/unconditional`,
    when: (about) => of(about, 'note') !== undefined,
    says: ({ part }) =>
      `"${part.label}": what secures it, what ranks ahead of it, and can payments be set off against claims?`,
    better: ({ partAt }) => ({ [`${partAt}/unconditional`]: true, [`${partAt}/probability`]: 1 }),
  }),
  asked<AboutPart>({
    id: 'rolled/class-open',
    for: 'buyer',
    field: ({ partAt }) => `${partAt}/preference`,
    when: (about) => {
      const part = of(about, 'rolled')
      return part !== undefined && part.preference === 'none' && part.method === 'simple'
    },
    says: ({ part }) =>
      `"${part.label}": which class is it, what did the sponsor pay for its own, and what debt and preference stand ahead of it?`,
  }),
  asked<AboutPart>({
    id: 'rolled/behind-a-preference',
    for: 'wealth manager',
    field: ({ partAt }) => `${partAt}/preference`,
    when: (about) => (of(about, 'rolled')?.preference ?? 'none') !== 'none',
    says: ({ part }) =>
      `"${part.label}" stands behind a preference. What exit value must be reached before it is worth anything?`,
    better: ({ partAt }) => ({ [`${partAt}/preference`]: 'none' }),
  }),
  asked<AboutPart>({
    id: 'rolled/forfeiture',
    for: 'attorney',
    field: ({ partAt }) => `${partAt}/keptOnLeaving`,
    when: (about) => of(about, 'rolled') !== undefined,
    says: ({ part }) =>
      `"${part.label}": can it be called at a discount, forfeited or diluted, and do you have tag-along rights?`,
    better: ({ partAt }) => ({
      [`${partAt}/keptOnLeaving/retirement`]: 1,
      [`${partAt}/keptOnLeaving/resignation`]: 1,
      [`${partAt}/keptOnLeaving/dismissal`]: 1,
    }),
  }),
  asked<AboutPart>({
    id: 'parts/lost-on-death',
    for: 'attorney',
    field: ({ partAt }) => `${partAt}/keptOnLeaving`,
    when: ({ part }) => part.keptOnLeaving.death < 1 || part.keptOnLeaving.disability < 1,
    says: ({ part }) => `"${part.label}" is partly lost on death or disability. Can that be struck out or insured?`,
    better: ({ partAt }) => everyCause(`${partAt}/keptOnLeaving`),
  }),
])

const otherTerms = ruleSet(offers, [
  asked({
    id: 'leaving/clawback',
    for: 'attorney',
    field: ({ at }) => `${at}/leaving/clawback`,
    when: ({ offer }) => Object.values(offer.leaving.clawback).some((share) => share > 0),
    says: () => 'cash already paid can be claimed back. On what conditions, for how long, and before or after tax?',
    better: ({ at, offer }) =>
      Object.fromEntries(Object.keys(offer.leaving.clawback).map((cause) => [`${at}/leaving/clawback/${cause}`, 0])),
  }),
  asked({
    id: 'consulting/terms-open',
    for: 'attorney',
    field: ({ at }) => `${at}/consulting/amount`,
    when: ({ offer }) => offer.structure !== 'services' && offer.consulting.amount > 0,
    says: () =>
      'a consulting fee is paid after the job. What work is owed for it, who may end it, and is it paid on death or disability?',
  }),
  asked({
    id: 'retained/no-put',
    for: 'attorney',
    field: ({ at }) => `${at}/retained/put`,
    when: (about) => partial(about) && !about.offer.retained.put,
    says: () => 'nobody must buy the share that you keep. Can you require the purchase (a put), and by which formula?',
    better: ({ at }) => ({ [`${at}/retained/put`]: true, [`${at}/retained/probability`]: 1 }),
  }),
  asked({
    id: 'fee/open-in-a-joint-venture',
    for: 'buyer',
    field: ({ at }) => `${at}/fee/kind`,
    when: (about) => partial(about) && about.offer.fee.kind === 'none',
    says: () =>
      'you keep a share of the profit but no management fee is stated. What is charged before your share, and for which services?',
  }),
  asked({
    id: 'fee/open',
    for: 'buyer',
    field: ({ at }) => `${at}/fee/kind`,
    when: ({ offer }) => offer.structure === 'services' && offer.fee.kind === 'none',
    says: () => 'what is the management fee, and which of your costs does it replace?',
  }),
])

/** Terms that an offer leaves open, or that are dangerous: each a question for somebody. */
export const termRules: readonly RuleSet[] = [priceTerms, partTerms, otherTerms]
