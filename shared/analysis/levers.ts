import { addMonths, dayOf, formatDay } from '../case/dates'
import { describe } from '../case/describe'
import { inSentence } from '../case/in-sentence'
import { named } from '../case/names'
import { get, set, type Path } from '../case/path'
import { nameOf } from '../case/problems'
import { rangeFor } from '../case/ranges'
import type { Case, Offer } from '../case/schema'
import { STATE_NAMES } from '../tax/names'

/** A lever's description, as plain data in results. */
export interface LeverFacts {
  readonly id: string
  readonly label: string
  /**
   * How its value is formatted: `points` are percentage points of change, `year` is a calendar year, of a date (half a
   * year is six months) or from its first day on; the others are those of the fields.
   */
  readonly unit: 'rate' | 'points' | 'factor' | 'usd' | 'year' | 'months' | 'years' | 'days' | 'hours' | 'count'
  readonly per: string
  readonly min: number
  readonly max: number
  readonly step: number
  /** Its values are this far apart: half years for a date, whole months. Undefined: continuous. */
  readonly grain: number | undefined
  /** The change used to test its effect: a realistic size. */
  readonly probe: number
  /** The field it belongs to. */
  readonly field: Path
  /** The offer whose term it is; undefined for inputs common to all paths. */
  readonly offer: string | undefined
}

/** Something the user may vary: one input, or several together. */
export interface Lever extends LeverFacts {
  read(document: Case): number
  apply(document: Case, value: number): Case
}

export function factsOf(lever: Lever): LeverFacts {
  const { read: _read, apply: _apply, ...facts } = lever
  return facts
}

/** A lever's step, and the useful part of its field's range. */
interface Options {
  readonly step: number
  readonly probe: number
  readonly min: number
  readonly max: number
  readonly label?: string
  readonly offer?: string
}

export const MOVE_YEAR = 'tax/federal/moveYear'

/** The levers that usually matter to the answer; those of offers not compared are omitted. */
export function leversOf(given: Case): Lever[] {
  const document = named(given)
  return [
    dayLever(document, 'owner/retirement', 'You retire in', latestRetirement(document)),
    direct(document, 'practice/feeGrowth', { step: 0.001, probe: 0.005, min: -0.02, max: 0.06 }),
    ...(document.practice.role === 'owner' ? ownersLevers(document) : presentPay(document)),
    direct(document, 'assumptions/return', { step: 0.001, probe: 0.005, min: 0, max: 0.12 }),
    ...moveLever(document),
    ...document.offers.filter(({ include }) => include).flatMap((offer) => offerLevers(document, offer)),
  ]
}

/** What a job offered pays an associate, and its equity. */
function jobLevers(document: Case, offer: Offer): Lever[] {
  const path = `offers/${offer.id}/job`
  return [
    ...(offer.job.rate > 0
      ? [
          direct(document, `${path}/rate`, {
            step: 0.005,
            probe: 0.01,
            min: 0.1,
            max: 0.5,
            offer: offer.id,
            label: `${offer.name}: pay for your work`,
          }),
        ]
      : []),
    ...(offer.job.salary > 0 ? [amount(document, `${path}/salary`, `${offer.name}: salary`, offer.id)] : []),
    ...(offer.job.signOn > 0 ? [amount(document, `${path}/signOn`, `${offer.name}: sign-on bonus`, offer.id)] : []),
    ...offer.components.flatMap((part) => (part.kind === 'rolled' ? [rollOver(offer, part)] : [])),
  ]
}

/** Costs, and the sale to a dentist at retirement. */
function ownersLevers(document: Case): Lever[] {
  const { terminalSale } = document.practice
  const sale = 'practice/terminalSale'
  return [
    costGrowth,
    ...(terminalSale.method === 'collections'
      ? [
          direct(document, `${sale}/shareOfCollections`, {
            step: 0.01,
            probe: 0.1,
            min: 0,
            max: 1.2,
            label: 'Price to a dentist',
          }),
        ]
      : terminalSale.method === 'amount'
        ? [amount(document, `${sale}/amount`, 'Price to a dentist')]
        : terminalSale.method === 'none'
          ? []
          : [
              direct(document, `${sale}/multiple`, {
                step: 0.05,
                probe: 0.5,
                min: 0,
                max: 8,
                label: 'Price to a dentist',
              }),
            ]),
    ...(terminalSale.method === 'none'
      ? []
      : [
          direct(document, `${sale}/probability`, {
            step: 0.01,
            probe: 0.2,
            min: 0,
            max: 1,
            label: 'Chance that a dentist buys',
          }),
        ]),
  ]
}

/** What an associate's present job pays. */
const presentPay = (document: Case): Lever[] => [
  ...(document.practice.job.rate > 0
    ? [direct(document, 'practice/job/rate', { step: 0.005, probe: 0.01, min: 0.1, max: 0.5 })]
    : []),
  ...(document.practice.job.salary > 0 ? [amount(document, 'practice/job/salary', 'Salary now')] : []),
]

function offerLevers(document: Case, offer: Offer): Lever[] {
  if (document.practice.role === 'associate') return jobLevers(document, offer)
  const path = `offers/${offer.id}`
  const services = offer.structure === 'services'
  const holds = services || offer.shareSold < 1
  const own = (field: string, options: Options) =>
    direct(document, `${path}/${field}`, { ...options, offer: offer.id, label: `${offer.name}: ${options.label}` })
  return [
    ...(services
      ? []
      : offer.price.stated === 'multiple'
        ? [
            own('price/multiple', {
              step: 0.1,
              probe: 0.5,
              min: Math.max(0, offer.price.multiple - 4),
              max: offer.price.multiple + 4,
              label: 'multiple',
            }),
          ]
        : [amount(document, `${path}/price/amount`, `${offer.name}: price`, offer.id)]),
    ...(holds && (offer.fee.kind === 'collections' || offer.fee.kind === 'ebitda')
      ? [
          own('fee/share', {
            step: 0.001,
            probe: 0.01,
            min: 0,
            max: offer.fee.kind === 'ebitda' ? 0.6 : 0.25,
            label: 'management fee',
          }),
        ]
      : []),
    ...(services
      ? []
      : [own('job/rate', { step: 0.005, probe: 0.01, min: 0.1, max: 0.5, label: 'pay for your work' })]),
    ...(!services && offer.shareSold < 1
      ? [own('retained/probability', { step: 0.01, probe: 0.2, min: 0, max: 1, label: 'chance that the exit is paid' })]
      : []),
    ...offer.components.flatMap((component) => {
      if (component.kind === 'rolled') return [rollOver(offer, component)]
      if (component.kind !== 'earnOut' || component.measuredBy !== 'probability') return []
      const label = `chance of the ${inSentence(component.label)}`
      return [own(`components/${component.id}/probability`, { step: 0.01, probe: 0.2, min: 0, max: 1, label })]
    }),
  ]
}

/** The discount rate, which moves present values and unrealized value. */
export const discountRate = (document: Case): Lever =>
  direct(document, 'assumptions/discountRate', { step: 0.0025, probe: 0.02, min: 0, max: 0.2 })

/**
 * Any numeric field or date of a case as a lever; undefined if there is none or nothing is entered. Its range extends
 * slightly beyond the published range and the entered value.
 */
export function leverAt(document: Case, path: Path): Lever | undefined {
  const field = describe(path, document)
  const value = get(document, path)
  const offer = /^offers\/([^/]+)\//.exec(path)?.[1]
  const label = field && nameOf(path, document, field)
  if (!field || !label || STRUCTURAL.test(path)) return undefined
  if (field.unit === 'date' && typeof value === 'string') {
    const { startYear } = document.assumptions
    return { ...dayLever(document, path, label, Math.max(startYear + 10, dayOf(value).year + 5)), offer }
  }
  if (typeof value !== 'number' || !(field.unit in SPANS)) return undefined
  const range = rangeFor(path, document)
  const [low, high] = [Math.min(value, range?.low ?? value), Math.max(value, range?.high ?? value)]
  const span = Math.max(high - low, SPANS[field.unit as keyof typeof SPANS](value, (field.min ?? 0) < 0))
  const whole = ['months', 'count'].includes(field.unit)
  return {
    ...direct(document, path, {
      step: whole ? 1 : tidy(10 ** Math.floor(Math.log10(span / 20))),
      probe: whole ? Math.ceil(span / 4) : span / 4,
      min: whole ? Math.floor(low - span / 2) : low - span / 2,
      max: whole ? Math.ceil(high + span / 2) : high + span / 2,
      label,
      ...(offer !== undefined && { offer }),
    }),
    ...(whole && { grain: 1 }),
  }
}

/** A lever by its id: one with a range of its own, or the field at that path. */
export function leverOf(document: Case, id: string): Lever | undefined {
  const named = [...leversOf(document), discountRate(document)].find((lever) => lever.id === id)
  return named ?? leverAt(document, id)
}

/** Fields whose order decides which formulas apply, so that varying them may need another model. */
const STRUCTURAL = /^owner\/birthDate$|\/tiers\/[^/]+\/from$|\/targets\/[^/]+\/months$/

/** The range to search around a value without a published range; narrower for growth rates than for shares. */
const SPANS = {
  rate: (_: number, growth: boolean) => (growth ? 0.04 : 0.3),
  factor: (value: number) => Math.max(1, value),
  usd: (value: number) => Math.max(20_000, Math.abs(value)),
  years: () => 4,
  months: (value: number) => Math.max(12, value),
  days: () => 2,
  hours: () => 4,
  count: () => 6,
} as const

/** A single input. The range is the useful part of its field's limits and always includes the case's value. */
export function direct(document: Case, path: Path, { step, probe, min, max, label, offer }: Options): Lever {
  const field = describe(path, document)!
  const value = get(document, path) as number
  // A multiple of collections turns as a share of them.
  const isShare = field.unit === 'factor' && field.per === 'collections'
  return {
    id: path,
    label: label ?? field.label,
    unit: !isShare && field.unit in SPANS ? (field.unit as Lever['unit']) : 'rate',
    per: isShare ? 'of collections' : (field.per ?? ''),
    min: Math.max(field.min!, Math.min(min, value)),
    max: Math.min(field.max!, Math.max(max, value)),
    step,
    grain: undefined,
    probe,
    field: path,
    offer,
    read: (now) => get(now, path) as number,
    apply: (now, next) => set(now, path, tidy(next)),
  }
}

/** An amount: from half to twice what is entered. */
function amount(document: Case, path: Path, label: string, offer?: string): Lever {
  const value = get(document, path) as number
  const step = 10 ** Math.max(3, Math.floor(Math.log10(Math.max(1, value))) - 2)
  return {
    id: path,
    label,
    unit: 'usd',
    per: '',
    min: Math.floor((value * 0.5) / step) * step,
    max: Math.max(step, Math.ceil((value * 2) / step) * step),
    step,
    grain: undefined,
    probe: value * 0.1,
    field: path,
    offer,
    read: (now) => get(now, path) as number,
    apply: (now, next) => set(now, path, next),
  }
}

/** The year of a date; month and day stay, and half a year is six months. */
function dayLever(document: Case, path: Path, label: string, latest: number): Lever {
  const year = (now: Case) => dayOf(get(now, path) as string).year
  return {
    id: path,
    label,
    unit: 'year',
    per: '',
    min: Math.min(year(document), document.assumptions.startYear + (path === 'owner/retirement' ? 1 : 0)),
    max: Math.max(year(document), latest),
    step: 1,
    grain: 0.5,
    probe: 1,
    field: path,
    offer: undefined,
    read: year,
    apply: (now, next) => {
      const day = dayOf(get(now, path) as string)
      return set(now, path, formatDay(addMonths(day, Math.round(12 * (next - day.year)))))
    },
  }
}

/** The year of a planned move to another state, where state tax is under its law: from now to the horizon. */
function moveLever({ tax, assumptions, owner }: Case): Lever[] {
  const { state, stateTax, movesTo, moveYear } = tax.federal
  if (tax.mode !== 'federal' || stateTax !== 'law' || state === 'other' || movesTo === 'none') return []
  return [
    {
      id: MOVE_YEAR,
      label: `You move to ${STATE_NAMES[movesTo]} in`,
      unit: 'year',
      per: '',
      min: Math.min(moveYear, assumptions.startYear),
      max: Math.max(moveYear, Math.min(2090, dayOf(owner.birthDate).year + owner.horizonAge)),
      step: 1,
      grain: 1,
      probe: 3,
      field: MOVE_YEAR,
      offer: undefined,
      read: (now) => now.tax.federal.moveYear,
      apply: (now, next) => set(now, MOVE_YEAR, Math.round(next)),
    },
  ]
}

function latestRetirement({ owner }: Case): number {
  const born = dayOf(owner.birthDate).year
  return Math.min(born + 75, born + owner.horizonAge - 1)
}

/** The growth of every cost line, changed by the same number of points. */
export const costGrowth: Lever = {
  id: 'costs',
  label: 'Growth of all costs',
  unit: 'points',
  per: 'a year',
  min: -0.03,
  max: 0.03,
  step: 0.001,
  grain: undefined,
  probe: 0.005,
  field: 'practice/costs',
  offer: undefined,
  read: () => 0,
  apply: (now, more) => ({
    ...now,
    practice: {
      ...now.practice,
      costs: now.practice.costs.map((cost) => ({
        ...cost,
        growth: tidy(Math.max(-0.5, Math.min(0.5, cost.growth + more))),
      })),
    },
  }),
}

type Rolled = Extract<Offer['components'][number], { kind: 'rolled' }>

/** What a multiple of the outcomes multiplies. */
const MULTIPLIED: Readonly<Record<Rolled['acquired'], string>> = {
  rolled: 'what is rolled',
  bought: 'what is paid',
  granted: 'the parent’s new equity',
}

/**
 * The result of the rolled equity: the expected multiple of the amount rolled. All outcomes are scaled alike, so that
 * their probabilities stay the same; if the parent's figures are entered, the exit multiple is scaled.
 */
export function rollOver(offer: Offer, component: Rolled): Lever {
  const path = `offers/${offer.id}/components/${component.id}`
  const key = component.method === 'simple' ? 'multiple' : 'exitMultiple'
  const expected = (now: Case) =>
    (get(now, path) as Rolled).outcomes.reduce((sum, outcome) => sum + outcome.probability * outcome[key], 0)
  const limit = key === 'multiple' ? 20 : 30
  return {
    id: `${path}/outcomes`,
    label: `${offer.name}: ${component.acquired === 'rolled' ? 'rollover' : 'equity'} multiple`,
    unit: 'factor',
    per: key === 'multiple' ? `of ${MULTIPLIED[component.acquired]}, expected` : 'of the parent’s EBITDA, expected',
    min: 0,
    max: Math.max(
      key === 'multiple' ? 3 : 15,
      component.outcomes.reduce((sum, outcome) => sum + outcome.probability * outcome[key], 0),
    ),
    step: 0.05,
    grain: undefined,
    probe: 0.5,
    field: `${path}/outcomes`,
    offer: offer.id,
    read: expected,
    apply: (now, next) => {
      const before = expected(now)
      const { outcomes } = get(now, path) as Rolled
      if (before === 0) return now
      const stretched = outcomes.map((one) => ({ ...one, [key]: tidy(Math.min(limit, (one[key] * next) / before)) }))
      return set(now, `${path}/outcomes`, stretched)
    },
  }
}

export const within = ({ min, max }: Lever, value: number): number => Math.min(max, Math.max(min, value))

/** The closest value that the lever can take. */
export const settled = (lever: Lever, value: number): number =>
  within(lever, lever.grain === undefined ? value : Math.round(value / lever.grain) * lever.grain)

/** Rounds off floating-point residue. */
const tidy = (value: number): number => Number(value.toPrecision(12))
