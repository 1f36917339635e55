import { addMonths, dayOf, inWords, timeOf, yearOf } from '../case/dates'
import { earnOutPayments } from '../case/earn-outs'
import { rolledExit } from '../case/exits'
import type { Path } from '../case/path'
import { type AboutOffer, type AboutPart, jobs, offers, owns, partsOf, ruleSet } from './rule'

const time = ({ document }: AboutOffer, day: string): number => timeOf(dayOf(day), document.assumptions.startYear)
const retirementOf = ({ offer, document }: AboutOffer): string => offer.retirement ?? document.owner.retirement
const closesLate = (about: AboutOffer): boolean => time(about, about.offer.closing) > time(about, retirementOf(about))

/** Contract years remaining when the owner retires. */
const yearsShort = (about: AboutOffer): number =>
  time(about, about.offer.closing) + about.offer.job.termYears - time(about, retirementOf(about))

/** Closing, contract and retirement in a possible order. */
export const closingOrderRules = ruleSet(offers, [
  {
    id: 'dates/closing-after-retirement',
    severity: 'problem',
    field: ({ at }) => `${at}/closing`,
    when: closesLate,
    says: (about) =>
      `${about.offer.name} ${owns(about) ? 'closes' : 'starts'} on ${inWords(about.offer.closing)}, after you retire on ${inWords(retirementOf(about))}. Change one of the two dates.`,
  },
  {
    id: 'dates/term-not-served',
    severity: 'warning',
    for: 'attorney',
    field: ({ at }) => `${at}/job/termYears`,
    when: (about) =>
      !closesLate(about) && (!owns(about) || about.offer.structure !== 'services') && yearsShort(about) > 1e-9,
    says: (about) => {
      const short = yearsShort(about)
      return `${about.offer.name}: you retire ${Number(short.toFixed(1))} ${short === 1 ? 'year' : 'years'} before the ${about.offer.job.termYears} years of the contract end. What you keep of each payment is set under "kept if you leave early"; get it in writing.`
    },
  },
])

interface EarlyDay extends AboutOffer {
  readonly path: Path
  readonly day: string
  readonly what: string
  readonly otherwise: string
}

/** Stated dates that must follow the closing. */
function daysAfterClosing(about: AboutOffer): EarlyDay[] {
  const { at, offer } = about
  const found: EarlyDay[] = []
  const add = (field: Path, day: string | null, what: string, otherwise: string) => {
    if (day !== null) found.push({ ...about, path: `${at}/${field}`, day, what: `${offer.name}${what}`, otherwise })
  }
  add('leaving/on', offer.leaving.on, ': you leave on', 'if you stay')
  add('job/ends', offer.job.ends, ': the job ends on', 'if it lasts until you retire')
  if (owns(about) && offer.shareSold < 1)
    add('retained/exitAt', offer.retained.exitAt, ': you sell your retained share on', 'for retirement')
  for (const { id, member, until } of offer.familyStays) {
    const { label } = about.document.practice.family.find((one) => one.id === member) ?? { label: 'your family' }
    add(`familyStays/${id}/until`, until, `: ${label} stays on until`, 'and remove the line if nobody stays')
  }
  for (const part of offer.components)
    if (part.kind === 'rolled')
      add(
        `components/${part.id}/exitOn`,
        part.exitOn,
        `, ${part.label}: the exit is on`,
        owns(about) ? 'to count the months after closing' : 'to count the months from the start',
      )
  return found
}

/** Dates that cannot precede the closing. */
export const earlyRules = ruleSet(
  (place) => jobs(place).flatMap(daysAfterClosing),
  [
    {
      id: 'dates/before-closing',
      severity: 'problem',
      field: ({ path }) => path,
      when: (about) => time(about, about.day) < time(about, about.offer.closing),
      says: ({ document, what, day, offer, otherwise }) =>
        `${what} ${inWords(day)}, before ${owns({ document }) ? 'the closing' : 'the job starts'} on ${inWords(offer.closing)}. Enter a later date, or leave it blank ${otherwise}.`,
    },
  ],
)

/** A departure date without effect. */
export const leavingRules = ruleSet(jobs, [
  {
    id: 'dates/leaving-after-retirement',
    severity: 'warning',
    field: ({ at }) => `${at}/leaving/on`,
    when: (about) =>
      about.offer.leaving.on !== null && time(about, retirementOf(about)) < time(about, about.offer.leaving.on),
    says: (about) =>
      `${about.offer.name}: you leave on ${inWords(about.offer.leaving.on!)}, after you retire on ${inWords(retirementOf(about))}, so that date and its cause do not count. Enter an earlier date, or leave it blank.`,
  },
])

/** The calendar year in which a component is fully paid. */
function yearDue({ offer, part, document }: AboutPart): number {
  const after = (months: number) => addMonths(dayOf(offer.closing), months)
  const lastMonths = () =>
    part.kind === 'note' ? part.years * 12 : part.kind === 'earnOut' ? earnOutPayments(part).at(-1)!.months : 0
  const due =
    part.kind === 'rolled' ? dayOf(rolledExit(offer, part)) : after(part.kind === 'escrow' ? part.months : lastMonths())
  return yearOf(due, document.assumptions.startYear)
}

/** Components paid after the plan has ended. */
export const lateRules = ruleSet(partsOf(), [
  {
    id: 'dates/paid-after-the-plan',
    severity: 'warning',
    field: ({ partAt }) => partAt,
    when: (about) => yearDue(about) > about.outcome.years,
    says: ({ offer, part }) =>
      `${offer.name}, ${part.label}: it is paid after the end of the plan and does not count. Plan to a later age, or enter an earlier date.`,
  },
])
