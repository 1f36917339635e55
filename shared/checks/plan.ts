import { ageInMonths, dayOf, inWords, timeOf } from '../case/dates'
import type { Path } from '../case/path'
import { nameOf } from '../case/problems'
import { MOST_YEARS } from '../model/comparison'
import { CLAIM_AGES, FULL_RETIREMENT_AGE } from '../tax/parameters/social-security'
import { type AboutCase, offers, owns, repeated, ruleSet, theCase } from './rule'

/** Age in months from which no benefit is withheld, for every birth year that has not yet claimed. */
const WITHOUT_EARNINGS_TEST = FULL_RETIREMENT_AGE.values.at(-1)!

/** A younger owner must be a mistyped year of birth. */
const YOUNGEST_DOCTOR = 18

/** Figures that the formulas cannot compute, with the inputs at fault. */
export const valueRules = ruleSet(
  ({ outcome }) => outcome.problems(),
  [
    {
      id: 'plan/no-value',
      severity: 'problem',
      field: ({ inputs }) => inputs[0]?.id.replace(/@.*$/, '') ?? '',
      when: () => true,
      says: ({ message }) => `A figure cannot be computed: ${message} Change one of these.`,
    },
  ],
)

/** Steps of a list with the same start. */
export const stepRules = [
  ruleSet(
    ({ document }) => repeated(document.practice.taper, ({ age }) => age),
    [
      {
        id: 'plan/taper-twice',
        severity: 'problem',
        field: ({ id }) => `practice/taper/${id}/age`,
        when: () => true,
        says: ({ age }) =>
          `Fewer days: two steps begin at age ${age}, and the one further down the list counts. Change the age of one, or remove it.`,
      },
    ],
  ),
  ruleSet(
    ({ document: { tax } }) => (tax.mode === 'blended' ? repeated(tax.changes, ({ from }) => from) : []),
    [
      {
        id: 'plan/rates-twice',
        severity: 'problem',
        field: ({ id }) => `tax/changes/${id}/from`,
        when: () => true,
        says: ({ from }) =>
          `Tax rates: two changes begin in ${from}, and the one further down the list counts. Change the year of one, or remove it.`,
      },
    ],
  ),
]

const ageBefore = ({ document: { owner, assumptions } }: AboutCase): number =>
  assumptions.startYear - 1 - dayOf(owner.birthDate).year
const lastYear = ({ document, outcome }: AboutCase): number => document.assumptions.startYear + outcome.years - 1

/** The length of the plan, and a plausible age of its owner. */
export const lengthRules = ruleSet(theCase, [
  {
    id: 'plan/owner-too-young',
    severity: 'problem',
    field: () => 'owner/birthDate',
    when: (about) => ageBefore(about) < YOUNGEST_DOCTOR,
    says: (about) =>
      `Date of birth: ${inWords(about.document.owner.birthDate)} makes you ${ageBefore(about)} when the plan starts, too young to ${owns(about) ? 'own a practice' : 'practice'}. Check the year, and enter an earlier date.`,
  },
  {
    id: 'plan/too-long',
    severity: 'warning',
    field: () => 'owner/horizonAge',
    when: ({ outcome, document }) => outcome.lastAge < document.owner.horizonAge,
    says: (about) =>
      `Plan to age ${about.document.owner.horizonAge}: a plan covers ${MOST_YEARS} years at most, so this one ends in ${lastYear(about)}, when you are ${about.outcome.lastAge}. Nothing later is counted. Enter ${about.outcome.lastAge}, or start the plan later.`,
  },
])

interface PlannedDay extends AboutCase {
  readonly path: Path
  readonly day: string
}

/** Dates that the plan must reach. */
function plannedDays(place: AboutCase): PlannedDay[] {
  const { owner, alternatives } = place.document
  const { sellPrivately, stepBack } = alternatives
  const [sells, steps] = [owns(place) && sellPrivately.include, owns(place) && stepBack.include]
  const days: (readonly [path: Path, day: string | null])[] = [
    ['owner/retirement', owner.retirement],
    ...offers(place).flatMap(({ at, offer }) => [
      [`${at}/closing`, offer.closing] as const,
      [`${at}/retirement`, offer.retirement] as const,
    ]),
    ['alternatives/sellPrivately/retirement', sells ? sellPrivately.retirement : null],
    ['alternatives/stepBack/hireDate', steps ? stepBack.hireDate : null],
    ['alternatives/stepBack/retirement', steps ? stepBack.retirement : null],
  ]
  return days.flatMap(([path, day]) => (day === null ? [] : [{ ...place, path, day }]))
}

/** Dates after the plan's last year have no effect. */
export const reachRules = ruleSet(plannedDays, [
  {
    id: 'plan/day-beyond',
    severity: 'problem',
    field: ({ path }) => path,
    when: (about) => dayOf(about.day).year > lastYear(about),
    says: (about) =>
      `${nameOf(about.path, about.document)}: ${inWords(about.day)} is after the plan ends in ${lastYear(about)}, when you are ${lastYear(about) - dayOf(about.document.owner.birthDate).year}, so it is never reached. Enter an earlier date, or plan to a later age.`,
  },
])

/** Tranches of a private sale that are sold when the owner no longer works. */
export const trancheRules = ruleSet(
  (place) => {
    const { alternatives, owner, assumptions } = place.document
    const { tranches, retirement } = alternatives.sellPrivately
    const include = owns(place) && alternatives.sellPrivately.include
    const time = (day: string) => timeOf(dayOf(day), assumptions.startYear)
    return include ? tranches.filter(({ on }) => time(on) > time(retirement ?? owner.retirement)) : []
  },
  [
    {
      id: 'private-sale/after-retirement',
      severity: 'warning',
      field: ({ id }) => `alternatives/sellPrivately/tranches/${id}/on`,
      when: () => true,
      says: ({ on }) =>
        `Sell to a dentist: a tranche is sold on ${inWords(on)}, after you retire; the practice earns nothing for you in between. Choose an earlier date.`,
    },
  ],
)

/** Social Security starts at 62 at the earliest and is reduced by earnings before full retirement age. */
export const claimRules = ruleSet(
  ({ document: { owner } }) => {
    const { socialSecurityFrom: from } = owner
    if (from === null) return []
    return [{ owner, from, months: ageInMonths(dayOf(owner.birthDate), dayOf(from)) }]
  },
  [
    {
      id: 'social-security/too-early',
      severity: 'warning',
      field: () => 'owner/socialSecurityFrom',
      when: ({ months }) => months < CLAIM_AGES.first,
      says: ({ from, months }) =>
        `Social Security from ${inWords(from)}: you are ${Math.floor(months / 12)} then, and benefits start at 62 at the earliest. Enter a later date.`,
    },
    {
      id: 'social-security/earnings-test',
      severity: 'question',
      for: 'wealth manager',
      field: () => 'owner/socialSecurityFrom',
      when: ({ owner, from, months }) =>
        months >= CLAIM_AGES.first && months < WITHOUT_EARNINGS_TEST && from < owner.retirement,
      says: ({ from }) =>
        `Social Security from ${inWords(from)}, before you retire: until full retirement age, part of the benefit is withheld while you earn more than a limit, which the plan does not model. Should you delay the claim?`,
    },
  ],
)

/** The worst-case test of each path. */
export const fundingRules = ruleSet(
  ({ outcome }) =>
    outcome.paths.map(({ id, name }) => ({
      name,
      lastAge: outcome.lastAge,
      age: outcome.figure(id, 'guaranteed', 'fundedToAge')!,
    })),
  [
    {
      id: 'funding/runs-out',
      severity: 'warning',
      for: 'wealth manager',
      field: () => 'owner/spendingRetired',
      when: ({ age, lastAge }) => age < lastAge,
      says: ({ name, age, lastAge }) =>
        `${name}: without contingent payments, the money lasts to age ${age}, not to ${lastAge}. How would you pay for the years after that?`,
    },
  ],
)

/** An unconfirmed closing date. */
export const closingRules = ruleSet(offers, [
  {
    id: 'offer/closing-assumed',
    severity: 'question',
    field: ({ at }) => `${at}/closing`,
    when: ({ document, at }) => document.origins[`${at}/closing`] === undefined,
    says: ({ document, at, offer }) =>
      `${nameOf(`${at}/closing`, document)}: ${inWords(offer.closing)} is assumed. Confirm it, or enter the date in the offer.`,
  },
])
