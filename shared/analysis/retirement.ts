import { addMonths, dayOf, formatDay, timeOf, yearOf, type Day } from '../case/dates'
import type { Case } from '../case/schema'
import { evaluation, type Evaluation, type Input, type Line } from '../formula'
import { Outcome, VIEWS, type Structure, type View } from '../model'
import type { Lever } from './levers'

/** The lowest whole age at which a path can be left for retirement without a shortfall; undefined: at none. */
export type EarliestAges = Readonly<Record<View, number | undefined>>

interface Prepared {
  readonly path: string
  /** Only the lines needed for the three answers. */
  readonly evaluation: Evaluation
  readonly funded: readonly (readonly [View, Line])[]
}

/** Prepared once per structure; a changed number only reruns them. */
const known = new WeakMap<Structure, readonly Prepared[]>()

/**
 * The earliest retirement ages of all paths in all views (section 8): each birthday in turn is used as the retirement
 * date, on every path, including those with a date of their own. An age counts for a path if the birthday is after the
 * start of the plan and the closing and no year of the plan has a shortfall; leaving early costs what the terms say.
 * Ages are tried from the youngest up, because an age can work even if a later one does not.
 *
 * A path's own lines take a fraction of a millisecond to evaluate, and most searches end after a few ages. With lanes,
 * all ages would be one run, but preparing its program takes as long as hundreds of evaluations.
 */
export function earliestRetirementAges(outcome: Outcome): ReadonlyMap<string, EarliestAges> {
  let ages = found.get(outcome)
  if (!ages) found.set(outcome, (ages = searched(outcome)))
  return ages
}

/** Several parts of a page ask for the same ages. */
const found = new WeakMap<Outcome, ReadonlyMap<string, EarliestAges>>()

function searched(outcome: Outcome): ReadonlyMap<string, EarliestAges> {
  const { document, structure } = outcome
  const { inputs } = structure.graph
  const { startYear } = document.assumptions
  const trial = structure.inputs(document)
  const retirements = inputs.flatMap((input, i) =>
    isRetirement(input) ? [{ i, year: input.id.endsWith('@year') }] : [],
  )
  const birthdays = candidates(document, structure.years).map((age) => ({ age, day: birthday(document, age) }))
  const end = outcome.shared('plan/age').at(-1)!
  return new Map(
    prepared(structure).map(({ path, evaluation: run, funded }) => {
      const found: Record<View, number | undefined> = { guaranteed: undefined, expected: undefined, maximum: undefined }
      const closing = closingOf(document, path)
      for (const { age, day } of birthdays) {
        const t = timeOf(day, startYear)
        if (t <= closing) continue
        for (const { i, year } of retirements) trial[i] = year ? yearOf(day, startYear) : t
        run.run(trial)
        for (const [view, line] of funded) if (run.value(line) >= end) found[view] ??= age
        if (funded.every(([view]) => found[view] !== undefined)) break
      }
      return [path, found]
    }),
  )
}

/** How the earliest retirement age of a path in a view was found. */
export interface EarliestFound {
  /** The ages that were tried, from the youngest up; all but the last had a shortfall. */
  readonly tried: readonly number[]
  /** The whole plan with retirement at the age that was found; undefined where there is none. */
  readonly found: { readonly age: number; readonly outcome: Outcome } | undefined
  /** The same for the last age that failed: one year less, or the highest if none was found. */
  readonly inVain: { readonly age: number; readonly outcome: Outcome } | undefined
}

export function howEarliestIsFound(outcome: Outcome, path: string, view: View): EarliestFound {
  const { document, structure } = outcome
  const age = earliestRetirementAges(outcome).get(path)?.[view]
  const closing = closingOf(document, path)
  const after = candidates(document, structure.years).filter(
    (other) => timeOf(birthday(document, other), document.assumptions.startYear) > closing,
  )
  const tried = age === undefined ? after : after.filter((other) => other <= age)
  const vain = age === undefined ? tried.at(-1) : tried.at(-2)
  const at = (one: number | undefined) =>
    one === undefined ? undefined : { age: one, outcome: outcomeRetiringAt(outcome, one) }
  return { tried, found: at(age), inVain: at(vain) }
}

/** The plan with retirement on a birthday on every path; a separate outcome, so that the original keeps its figures. */
export function outcomeRetiringAt({ document, structure }: Outcome, age: number): Outcome {
  const then = retiringAt(document, age)
  const run = evaluation(structure.graph)
  run.run(structure.inputs(then))
  return new Outcome(then, structure, run)
}

function prepared(structure: Structure): readonly Prepared[] {
  const before = known.get(structure)
  if (before) return before
  const { graph, paths } = structure
  const made = paths.map(({ id }): Prepared => {
    const funded = VIEWS.map((view) => [view, graph.line(`${id}/${view}/fundedToAge`)] as const)
    const lines = funded.map(([, line]) => line)
    return { path: id, evaluation: evaluation(graph, lines), funded }
  })
  known.set(structure, made)
  return made
}

/** The owner's day of retirement, or that of one path. */
const isRetirement = ({ id }: Input): boolean => /(^|\/)retirement@(t|year)$/.test(id)

/** Whole ages whose birthday is within the plan and after its start. */
function candidates(document: Case, years: number): number[] {
  const { startYear } = document.assumptions
  const first = startYear - 1 - dayOf(document.owner.birthDate).year
  return Array.from({ length: years + 1 }, (_, i) => first + i).filter((age) => {
    const day = birthday(document, age)
    return timeOf(day, startYear) > 0 && yearOf(day, startYear) <= years
  })
}

const birthday = ({ owner }: Case, age: number): Day => addMonths(dayOf(owner.birthDate), 12 * age)

/** When the practice changes hands, in years from the start: retirement comes after it. 0 if nothing is sold before. */
function closingOf({ offers, alternatives, assumptions }: Case, path: string): number {
  const t = (day: string) => timeOf(dayOf(day), assumptions.startYear)
  if (path === 'private') return Math.max(0, ...alternatives.sellPrivately.tranches.map(({ on }) => t(on)))
  const offer = offers.find(({ id }) => id === path)
  return offer ? t(offer.closing) : 0
}

/** Whether retirement on a birthday falls inside the term that an offer requires. */
export function breaksTerm({ owner, offers }: Case, path: string, age: number): boolean {
  const offer = offers.find(({ id }) => id === path)
  if (!offer || offer.structure === 'services') return false
  const end = addMonths(dayOf(offer.closing), Math.round(12 * offer.job.termYears))
  return formatDay(addMonths(dayOf(owner.birthDate), 12 * age)) < formatDay(end)
}

/** The case with retirement on a birthday, on every path: also where a path has a day of its own. */
export function retiringAt(document: Case, age: number): Case {
  const day = formatDay(birthday(document, age))
  const own = <T extends { readonly retirement: string | null }>(path: T): T =>
    path.retirement === null ? path : { ...path, retirement: day }
  const { alternatives } = document
  return {
    ...document,
    owner: { ...document.owner, retirement: day },
    offers: document.offers.map(own),
    alternatives: { stepBack: own(alternatives.stepBack), sellPrivately: own(alternatives.sellPrivately) },
  }
}

/** A slider of the owner's retirement age, on every path. Between birthdays the plan's own date applies. */
export function retirementAgeLever(document: Case, years: number): Lever {
  const ages = candidates(document, years)
  const read = (now: Case) => ageOn(now.owner.birthDate, now.owner.retirement)
  const now = read(document)
  return {
    id: 'owner/retirement@age',
    label: 'You stop at',
    unit: 'years',
    per: '',
    min: Math.min(now, ages[0]!),
    max: Math.max(now, Math.min(MOST_AGE, ages.at(-1)!)),
    step: 1,
    grain: 1,
    probe: 1,
    field: 'owner/retirement',
    offer: undefined,
    read,
    apply: (given, age) => (age === read(given) ? given : retiringAt(given, age)),
  }
}

/** The slider's highest age; a later retirement is entered as a date. */
const MOST_AGE = 80

/** The age on a day: birthdays that have passed. */
function ageOn(birthDate: string, day: string): number {
  const years = dayOf(day).year - dayOf(birthDate).year
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1
}
