import { dayOf, timeOf, yearOf, type Day } from '../case/dates'
import { datedPayments, type Mark } from '../case/dated-payments'
import { retainedExit } from '../case/exits'
import type { Case, Offer } from '../case/schema'
import type { Outcome } from '../model'
import { shortName } from './paths'

/** A dated event. */
export interface PathEvent {
  /** Empty for an event common to all paths. */
  readonly path: string
  readonly kind: 'closing' | 'retirement' | 'job' | Mark['kind']
  /** Without the name of the path: "earn-out". */
  readonly label: string
  /** A fractional calendar year: 2027.5 is mid-2027. */
  readonly at: number
  /** The calendar year. */
  readonly year: number
  /** Whether it is contingent. */
  readonly contingent: boolean
}

/** A period of a path. */
export interface Span {
  readonly kind: 'owner' | 'job' | 'term' | 'share' | 'retired'
  readonly label: string
  readonly from: number
  readonly to: number
}

export interface PathTimeline {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly spans: readonly Span[]
  readonly events: readonly PathEvent[]
}

const lower = (label: string): string => (/^[A-Z][a-z]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label)

/** The events of a case that charts mark, in chronological order. */
function eventsOf(outcome: Outcome, paths: readonly string[]): PathEvent[] {
  return [
    ...retirementsOf(outcome.document, paths),
    ...outcome.document.offers.filter(({ id }) => paths.includes(id)).flatMap((offer) => offerEvents(outcome, offer)),
    ...(paths.includes('private') ? privateEvents(outcome.document) : []),
  ].sort((a, b) => a.at - b.at)
}

/** Retirement as entered, and again on each path with a date of its own. */
function retirementsOf(document: Case, paths: readonly string[]): PathEvent[] {
  const { owner, alternatives, offers } = document
  const own: Record<string, string | null> = {
    'step-back': alternatives.stepBack.retirement,
    private: alternatives.sellPrivately.retirement,
    ...Object.fromEntries(offers.map(({ id, retirement }) => [id, retirement])),
  }
  return [
    event(document, '', 'retirement', 'you retire', dayOf(owner.retirement)),
    ...paths.flatMap((path) => {
      const day = own[path]
      return day && day !== owner.retirement ? [event(document, path, 'retirement', 'you retire', dayOf(day))] : []
    }),
  ]
}

function offerEvents({ document }: Outcome, offer: Offer): PathEvent[] {
  const closing = dayOf(offer.closing)
  const owns = document.practice.role === 'owner'
  const services = owns && offer.structure === 'services'
  const of = (kind: PathEvent['kind'], label: string, day: Day, contingent = false) =>
    event(document, offer.id, kind, label, day, contingent)
  return [
    of('closing', services ? 'start' : owns ? 'closing' : 'job starts', closing),
    ...datedPayments(offer, document).flatMap(({ on, mark }) =>
      mark ? of(mark.kind, lower(mark.label), dayOf(mark.on ?? on), mark.contingent) : [],
    ),
    ...(offer.leaving.on ? [of('job', 'you leave', dayOf(offer.leaving.on))] : []),
    ...(services
      ? []
      : offer.familyStays.map(({ member, until }) =>
          of(
            'job',
            `${document.practice.family.find(({ id }) => id === member)?.label ?? 'family'} stops`,
            dayOf(until),
          ),
        )),
    ...(offer.job.ends ? [of('job', 'job ends', dayOf(offer.job.ends))] : []),
  ]
}

const privateEvents = (document: Case): PathEvent[] =>
  document.alternatives.sellPrivately.tranches.map(({ on }) =>
    event(document, 'private', 'sale', 'sale to a dentist', dayOf(on)),
  )

function event(
  { assumptions }: Case,
  path: string,
  kind: PathEvent['kind'],
  label: string,
  day: Day,
  contingent = false,
): PathEvent {
  return {
    path,
    kind,
    label,
    at: assumptions.startYear + timeOf(day, assumptions.startYear),
    year: assumptions.startYear + yearOf(day, assumptions.startYear) - 1,
    contingent,
  }
}

/** What each path consists of, from the start to a little after the last event. */
export function timelines(
  outcome: Outcome,
  paths: readonly string[],
): { from: number; to: number; paths: PathTimeline[] } {
  const { document } = outcome
  const start = document.assumptions.startYear
  const events = eventsOf(outcome, paths)
  const retirement = events.find(({ path }) => path === '')!
  const end = Math.min(start + outcome.years, Math.ceil(Math.max(...events.map(({ at }) => at))) + 2)
  const rows = paths.flatMap((id) => {
    const path = outcome.paths.find((other) => other.id === id)
    if (!path) return []
    const own = events.filter((item) => item.path === id)
    const retires = own.find(({ kind }) => kind === 'retirement') ?? retirement
    const offer = document.offers.find((other) => other.id === id)
    const spans = offer ? offerSpans(outcome, offer, retires.at) : ownerSpans(document, id, retires.at)
    const last = Math.max(...spans.map(({ to }) => to))
    return [
      {
        id,
        name: path.name,
        short: shortName(path),
        spans: [
          ...spans,
          { kind: 'retired' as const, label: 'retired', from: Math.max(last, retires.at), to: end },
        ].filter(({ from, to }) => to > from),
        events: [...own.filter(({ kind }) => kind !== 'retirement'), retires].sort((a, b) => a.at - b.at),
      },
    ]
  })
  return { from: start, to: end, paths: rows }
}

function offerSpans(outcome: Outcome, offer: Offer, retires: number): Span[] {
  const start = outcome.document.assumptions.startYear
  const closing = start + timeOf(dayOf(offer.closing), start)
  const owns = outcome.document.practice.role === 'owner'
  const owner = (to: number): Span =>
    owns ? { kind: 'owner', label: 'owner', from: start, to } : { kind: 'job', label: 'present job', from: start, to }
  if (owns && offer.structure === 'services') return [owner(retires)]
  const jobEnd = start + (outcome.figure(offer.id, 'expected', 'jobEnd') ?? 0)
  const term = Math.min(jobEnd, closing + offer.job.termYears)
  const exit = start + timeOf(dayOf(retainedExit(offer, outcome.document)), start)
  return [
    owner(Math.min(closing, retires)),
    { kind: 'term', label: 'employed, required term', from: closing, to: term },
    { kind: 'job', label: 'employed', from: term, to: jobEnd },
    ...(owns && offer.shareSold < 1
      ? [{ kind: 'share' as const, label: 'retained share', from: closing, to: exit }]
      : []),
  ]
}

function ownerSpans({ alternatives, assumptions, practice }: Case, path: string, retires: number): Span[] {
  const start = assumptions.startYear
  const time = (day: string) => start + timeOf(dayOf(day), start)
  if (practice.role === 'associate') return [{ kind: 'job', label: 'present job', from: start, to: retires }]
  if (path !== 'private') return [{ kind: 'owner', label: 'owner', from: start, to: retires }]
  const { tranches, workAfter } = alternatives.sellPrivately
  const sold = Math.min(retires, Math.max(start, ...tranches.map(({ on }) => time(on))))
  return [
    { kind: 'owner', label: 'owner', from: start, to: sold },
    { kind: 'job', label: 'associate', from: sold, to: Math.min(retires, workAfter ? time(workAfter) : sold) },
  ]
}

/** The events of the paths by calendar year, as charts mark them: the most important first, briefly. */
export function yearMarks(
  outcome: Outcome,
  paths: readonly string[],
): { year: number; label: string; all: string[] }[] {
  const events = eventsOf(outcome, paths)
  const ages = outcome.shared('plan/age')
  const start = outcome.document.assumptions.startYear
  const name = (path: string) => outcome.paths.find(({ id }) => id === path)?.name ?? ''
  const weight: Readonly<Record<PathEvent['kind'], number>> = {
    retirement: 0,
    exit: 1,
    closing: 2,
    sale: 2,
    job: 3,
    payment: 4,
    income: 5,
  }
  return [...Map.groupBy(events, ({ year }) => year)]
    .filter(([year]) => year < start + outcome.years)
    .map(([year, found]) => {
      const kinds = Map.groupBy(
        found.toSorted((a, b) => weight[a.kind] - weight[b.kind]),
        ({ label }) => label,
      )
      const all = [...kinds].map(([label, same]) => {
        if (same[0]!.path === '') return `${label} at ${ages[year - start]}`
        return same.length > 2 ? label : `${[...new Set(same.map(({ path }) => name(path)))].join(', ')}: ${label}`
      })
      const label = all.length > 1 && `${all[0]}; ${all[1]}`.length < 42 ? `${all[0]}; ${all[1]}` : all[0]!
      return { year, label, all }
    })
    .sort((a, b) => a.year - b.year)
}
