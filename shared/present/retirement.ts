import { breaksTerm, howEarliestIsFound, type EarliestAges } from '../analysis/retirement'
import type { Line } from '../formula'
import { VIEWS, type Outcome, type Path, type View } from '../model'
import { ageAtRetirement } from './answer'
import type { DataTable } from './data-table'
import { timelines, type PathTimeline, type Span } from './events'
import { inDollars, moneyRow, type Dollars } from './money'
import { shortName } from './paths'
import { capital, list } from './sentence'

/** The earliest retirement ages of all paths, as the analysis finds them. */
export type Earliest = ReadonlyMap<string, EarliestAges>

/** The headline of the Retirement page. */
export interface RetirementAnswer {
  /** When the owner can retire on each path, earliest first. */
  readonly headline: string
  /** How far money lasts without contingent payments, with retirement as planned. */
  readonly guaranteed: string
}

/** Paths as the condition of a sentence: "with Cedar or Summit", "if you keep or step back". */
function conditions(paths: readonly Path[]): string {
  const either = (names: readonly string[]) => list(names).replace(/ and ([^,]*)$/, ' or $1')
  const offers = paths.flatMap(({ kind, name }) => (kind in WAYS ? [] : [name]))
  const ways = paths.flatMap(({ kind }) => WAYS[kind] ?? [])
  return [offers.length > 0 && `with ${either(offers)}`, ways.length > 0 && `if you ${either(ways)}`]
    .filter((part) => part !== false)
    .join(' or ')
}

const WAYS: Readonly<Partial<Record<Path['kind'], string>>> = {
  keep: 'keep',
  stay: 'stay',
  stepBack: 'step back',
  sellPrivately: 'sell to a dentist now',
}

/** When the owner can retire, in a view, for the paths shown. */
export function retirementAnswer(
  outcome: Outcome,
  earliest: Earliest,
  view: View,
  paths: readonly string[],
): RetirementAnswer {
  const shown = outcome.paths.filter(({ id }) => paths.includes(id))
  const byAge = [...Map.groupBy(shown, ({ id }) => earliest.get(id)?.[view])]
    .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([age, same]) => ({ age, when: conditions(same) }))
  const possible = byAge.flatMap(({ age, when }) => (age === undefined ? [] : [{ age, when }]))
  const never = byAge.find(({ age }) => age === undefined)
  const [first, ...later] = possible
  const headline =
    first === undefined
      ? 'No retirement age funds your spending to the end of the plan.'
      : [
          `${capital(first.when)}, you can retire at age ${first.age}`,
          ...later.map(({ age, when }) => `${when}, at age ${age}`),
          ...(never ? [`${never.when}, at no age`] : []),
        ]
          .join('; ')
          .concat('.')
  return { headline, guaranteed: guaranteedSentence(outcome, shown) }
}

/** The worst-case test in one sentence: to which age money lasts without contingent payments. */
function guaranteedSentence(outcome: Outcome, shown: readonly Path[]): string {
  const end = outcome.lastAge
  const start = `If you retire at age ${ageAtRetirement(outcome)} and receive no contingent payments, your money lasts`
  const ages = [...Map.groupBy(shown, ({ id }) => Math.round(outcome.figure(id, 'guaranteed', 'fundedToAge')!))].sort(
    ([a], [b]) => b - a,
  )
  const enough = ages.filter(([age]) => age >= end).flatMap(([, of]) => of)
  const short = ages.filter(([age]) => age < end)
  if (short.length === 0) return `${start} to age ${end}${shown.length > 1 ? ' on every path' : ''}.`
  const to = list(short.map(([age, of]) => `to age ${age} ${conditions(of)}`))
  if (enough.length === 0) return `${start} ${to}.`
  return `${start} to age ${end} ${conditions(enough)}, but only ${to}.`
}

/** Which earliest ages of the paths shown break the term that their offer requires; undefined if none does. */
export function termNote(
  { document, paths }: Outcome,
  earliest: Earliest,
  shown: readonly string[],
): string | undefined {
  const breaks = paths.flatMap(({ id, name }) => {
    if (!shown.includes(id)) return []
    const ages = VIEWS.flatMap((view) => earliest.get(id)?.[view] ?? [])
    const inside = [...new Set(ages)].filter((age) => breaksTerm(document, id, age)).sort((a, b) => a - b)
    if (inside.length === 0) return []
    const term = document.offers.find((offer) => offer.id === id)!.job.termYears
    return [`${name} at ${list(inside.map(String)).replace(/ and ([^ ]*)$/, ' or $1')} (${term}-year term)`]
  })
  if (breaks.length === 0) return undefined
  return `Some of these ages break a required term, and what the offer takes away then is counted: ${breaks.join('; ')}.`
}

/** A part of a sentence: words, or a figure of the plan with retirement at the age `retiringAt`. */
export type Told = string | ToldFigure
export interface ToldFigure {
  readonly value: number
  readonly line: Line
  /** Model year, 1 = first, where the line is a row. */
  readonly year?: number
  readonly retiringAt: number
}

/** How a path's earliest retirement age in a view was found: the ages tested and the results. One entry per sentence. */
export function earliestReasons(outcome: Outcome, path: string, view: View, dollars: Dollars): Told[][] {
  const { tried, found, inVain } = howEarliestIsFound(outcome, path, view)
  const { nestEggMultiple } = outcome.document.owner
  const first = tried[0]
  if (first === undefined) return [['No birthday falls between the start of this path and the end of the plan.']]
  const last = tried.at(-1)!
  const sentences: Told[][] = [
    [
      last > first
        ? `Tested as your retirement date: every birthday from age ${first}, the earliest that this path allows, to age ${last}.`
        : `Tested as your retirement date: your birthday at age ${first}, the earliest that this path allows.`,
    ],
  ]
  if (found) {
    const accounts = rowOf(found, path, view, 'accounts', dollars)
    const retired = accounts.ages.indexOf(found.age)
    const lowest = accounts.values.reduce(
      (best, value, y) => (y >= retired && value < accounts.values[best]! ? y : best),
      Math.max(0, retired),
    )
    const funded = found.outcome.line(path, view, 'fundedToAge')!
    sentences.push([
      `If you retire at age ${found.age}, spending is funded to the end of the plan at age `,
      { value: found.outcome.figure(path, view, 'fundedToAge')!, line: funded, retiringAt: found.age },
      `; after that, the accounts are lowest at the end of ${accounts.when(lowest)}: `,
      accounts.figure(lowest),
      `${IN[dollars]}.`,
    ])
  } else sentences.push([`None of these ages funds spending to the end of the plan at age ${outcome.lastAge}.`])
  if (inVain) {
    const missing = rowOf(inVain, path, view, 'shortfall', dollars)
    const short = inVain.outcome.row(path, view, 'shortfall')!.findIndex((amount) => amount > 0.005)
    sentences.push([
      `At age ${inVain.age}, ${found ? 'a year earlier' : 'the last age tested'}, the first shortfall is in ${missing.when(short)}: `,
      missing.figure(short),
      `${IN[dollars]}.`,
    ])
  } else sentences.push(['There is no earlier birthday to test.'])
  const told = found ?? inVain!
  const reached = told.outcome.figure(path, view, 'nestEggAge')!
  const rule = `${nestEggMultiple} times spending`
  if (Number.isNaN(reached)) sentences.push([`With retirement at age ${told.age}, the accounts never reach ${rule}.`])
  else {
    const accounts = rowOf(told, path, view, 'accounts', dollars)
    const y = accounts.ages.indexOf(Math.round(reached))
    const target = told.outcome.structure.graph.line('plan/nestEgg')
    sentences.push([
      `With retirement at age ${told.age}, the accounts reach ${rule} at age `,
      { value: reached, line: told.outcome.line(path, view, 'nestEggAge')!, retiringAt: told.age },
      `, at the end of ${accounts.when(y)}: `,
      accounts.figure(y),
      ' against ',
      {
        value: inDollars(told.outcome, told.outcome.values(target), dollars)[y]!,
        line: target,
        year: y + 1,
        retiringAt: told.age,
      },
      `${IN[dollars]}.`,
    ])
  }
  return sentences
}

const IN: Readonly<Record<Dollars, string>> = { today: ' in today’s dollars', future: ' in future dollars' }

/** A row of the plan with retirement at an age, for use in a sentence. */
function rowOf(
  { age, outcome }: { readonly age: number; readonly outcome: Outcome },
  path: string,
  view: View,
  id: string,
  dollars: Dollars,
) {
  const values = moneyRow(outcome, path, view, id, dollars)
  const line = outcome.line(path, view, id)!
  const years = outcome.shared('plan/calendarYear')
  const ages = outcome.shared('plan/age')
  return {
    values,
    ages,
    when: (y: number) => `${years[y]} (age ${ages[y]})`,
    figure: (y: number): ToldFigure => ({ value: values[y]!, line, year: y + 1, retiringAt: age }),
  }
}

/** A path on the page of retirement. */
export interface RetirementRow {
  readonly id: string
  readonly name: string
  readonly short: string
  /** Undefined: at no age. */
  readonly earliest: EarliestAges
  /** Whether the 25-times rule is met at some age, in the view. */
  readonly reachesNestEgg: boolean
  /** The worst-case test. */
  readonly passes: boolean
  readonly test: string
}

/** The table's row for each path. */
export function retirementRows(
  outcome: Outcome,
  earliest: Earliest,
  view: View,
  paths: readonly string[],
): RetirementRow[] {
  return paths.flatMap((id) => {
    const path = outcome.paths.find((other) => other.id === id)
    if (!path) return []
    const to = Math.round(outcome.figure(id, 'guaranteed', 'fundedToAge')!)
    const passes = outcome.figure(id, view, 'guaranteedFunds') === 1
    return [
      {
        id,
        name: path.name,
        short: shortName(path),
        earliest: earliest.get(id)!,
        reachesNestEgg: !Number.isNaN(outcome.figure(id, view, 'nestEggAge')),
        passes,
        test: passes ? `funded to age ${to}` : `runs out after age ${to}`,
      },
    ]
  })
}

/** An event common to all paths. */
export interface LifeMark {
  readonly label: string
  /** A fractional calendar year: 2027.5 is mid-2027. */
  readonly at: number
}

/** A path from the start of the plan to its end. */
export interface LifeLine extends Omit<PathTimeline, 'spans'> {
  readonly spans: readonly (Omit<Span, 'kind'> & { readonly kind: Span['kind'] | 'between' | 'missing' })[]
  /** "funded to 95" or "runs out after 88". */
  readonly ends: string
}

export interface LifeLines {
  readonly from: number
  readonly to: number
  /** The age reached in the first year. */
  readonly age: number
  readonly marks: readonly LifeMark[]
  readonly paths: readonly LifeLine[]
}

const WORK: ReadonlySet<Span['kind']> = new Set(['owner', 'term', 'job'])

/** Work, payments, exits, retirement and how long the money lasts, by age, for each path. */
export function lifeLines(outcome: Outcome, view: View, paths: readonly string[]): LifeLines {
  const start = outcome.document.assumptions.startYear
  const to = start + outcome.years
  const ages = outcome.shared('plan/age')
  return {
    from: start,
    to,
    age: ages[0]!,
    marks: commonMarks(outcome).filter(({ at }) => at >= start && at < to),
    paths: timelines(outcome, paths).paths.map((path) => {
      const funded = Math.round(outcome.figure(path.id, view, 'fundedToAge')!)
      const out = Math.min(to, start + funded - ages[0]! + 1)
      const worked = Math.max(...path.spans.flatMap(({ kind, to: end }) => (WORK.has(kind) ? [end] : [])))
      const spans: LifeLine['spans'] = path.spans.flatMap((span) => {
        if (span.kind !== 'retired') return [span]
        return [
          { kind: 'between' as const, label: 'between work and retirement', from: worked, to: span.from },
          { ...span, to: Math.max(span.from, out) },
          { kind: 'missing' as const, label: 'shortfall', from: Math.max(span.from, out), to },
        ].filter(({ from, to: end }) => end > from)
      })
      return { ...path, spans, ends: out >= to ? `funded to ${funded}` : `runs out after ${funded}` }
    }),
  }
}

/** Social Security and the law's distributions, each with the age in its year. */
function commonMarks(outcome: Outcome): LifeMark[] {
  const { owner, assumptions } = outcome.document
  const birth = Number(owner.birthDate.slice(0, 4))
  const from = (day: string | null, label: string): LifeMark[] => {
    if (day === null) return []
    const [year, month] = day.split('-').map(Number) as [number, number]
    return [{ label: `${label} at ${year - birth}`, at: year + (month - 1) / 12 }]
  }
  const required = outcome.shared('plan/firstRequiredAge')[0]!
  return [
    ...from(owner.socialSecurityFrom, 'Social Security'),
    ...(owner.spouseSocialSecurityFrom === null
      ? []
      : from(owner.spouseSocialSecurityFrom, 'spouse’s Social Security').map((mark) => ({
          ...mark,
          label: mark.label.replace(/ at \d+$/, ''),
        }))),
    { label: `required distributions at ${required}`, at: Math.max(assumptions.startYear, birth + required) },
  ].sort((a, b) => a.at - b.at)
}

/** The life lines as a table: path, year, age, what. */
export function lifeTable({ paths, marks, age, from }: LifeLines): DataTable {
  const at = (time: number) => [String(Math.floor(time)), String(age + Math.floor(time) - from)]
  return {
    head: ['Path', 'Year', 'Age', 'What'],
    rows: [
      ...marks.map((mark) => ['every path', ...at(mark.at), mark.label.replace(/ at \d+$/, '')]),
      ...paths.flatMap(({ name, events, ends }) => [
        ...events.map((event) => [
          name,
          ...at(event.at),
          event.contingent ? `${event.label} (contingent)` : event.label,
        ]),
        [name, '', '', ends],
      ]),
    ],
  }
}

/** A part of a stacked bar over the years. */
export interface Layer {
  readonly id: string
  readonly label: string
  readonly values: readonly number[]
}

export interface Layers {
  readonly years: readonly number[]
  readonly ages: readonly number[]
  readonly layers: readonly Layer[]
}

const ACCOUNTS = [
  ['taxable', 'savings and investments'],
  ['taxDeferred', 'tax-deferred accounts'],
  ['taxFree', 'tax-free accounts'],
  ['paper', 'unrealized value (not yet sold or paid)'],
] as const

const PAYERS = [
  ['paidByWork', 'practice and pay'],
  ['paidByIncome', 'Social Security and other income'],
  ['paidByRequired', 'required distributions'],
  ['paidBySavings', 'savings and the sale'],
  ['paidByTaxDeferred', 'tax-deferred accounts'],
  ['paidByTaxFree', 'tax-free accounts'],
  ['paidByNothing', 'unfunded'],
] as const

/** Where an associate, who sells nothing, needs other words. */
const ASSOCIATES: Readonly<Partial<Record<string, string>>> = {
  paper: 'unrealized value (bonuses and equity not yet paid)',
  paidByWork: 'pay',
  paidBySavings: 'savings',
}

function layersOf(
  outcome: Outcome,
  path: string,
  view: View,
  dollars: Dollars,
  rows: readonly (readonly [string, string])[],
): Layers {
  const isAssociate = outcome.document.practice.role === 'associate'
  return {
    years: outcome.shared('plan/calendarYear'),
    ages: outcome.shared('plan/age'),
    layers: rows
      .map(([id, label]) => ({
        id,
        label: (isAssociate && ASSOCIATES[id]) || label,
        values: moneyRow(outcome, path, view, id, dollars),
      }))
      // Accounts that the household never has are omitted.
      .filter(({ values }) => values.some((value) => Math.abs(value) > 0.5)),
  }
}

/** Year-end balances of each kind of account, and unrealized value. */
export const accountLayers = (outcome: Outcome, path: string, view: View, dollars: Dollars): Layers =>
  layersOf(outcome, path, view, dollars, ACCOUNTS)

/** What pays for the spending of each year. */
export const payerLayers = (outcome: Outcome, path: string, view: View, dollars: Dollars): Layers =>
  layersOf(outcome, path, view, dollars, PAYERS)

/** When the accounts run out, as the title of the accounts chart. */
export function accountsTitle(outcome: Outcome, path: string, view: View): string {
  const name = nameIn(outcome, path)
  const funded = Math.round(outcome.figure(path, view, 'fundedToAge')!)
  return funded >= outcome.lastAge
    ? `${name}: the accounts last to age ${funded}`
    : `${name}: the accounts run out after age ${funded}`
}

/** The largest source of retirement spending, as the title of the spending chart. */
export function payersTitle(outcome: Outcome, path: string, view: View): string {
  const { layers, ages } = payerLayers(outcome, path, view, 'today')
  const retired = ages.indexOf(ageAtRetirement(outcome)) + 1
  const sums = layers.map(({ id, label, values }) => ({
    id,
    label,
    sum: values.slice(retired).reduce((total, value) => total + value, 0),
  }))
  const [most] = sums.toSorted((a, b) => b.sum - a.sum)
  const name = nameIn(outcome, path)
  if (!most || most.sum <= 0) return `${name}: what pays for each year`
  const part = 2 * most.sum > sums.reduce((total, { sum }) => total + sum, 0) ? 'most' : 'the largest part'
  return most.id === 'paidByNothing'
    ? `${name}: ${part} of retirement is unfunded`
    : `${name}: ${most.label} pay ${part} of retirement`
}

const nameIn = ({ paths }: Outcome, path: string): string => paths.find(({ id }) => id === path)?.name ?? ''
