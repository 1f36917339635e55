import { addMonths, dayOf, formatDay } from '../case/dates'
import { describe } from '../case/describe'
import { get, set, type Path } from '../case/path'
import { caseSchema, type Case, type Offer } from '../case/schema'
import type { Outcome, View } from '../model'

/** Something that a person may turn: one input, or several that are turned together. */
export interface Lever {
  readonly id: string
  readonly label: string
  /** How its value is written: `points` are percentage points more or less, `year` is a calendar year. */
  readonly unit: 'rate' | 'points' | 'factor' | 'usd' | 'year'
  readonly per: string
  readonly min: number
  readonly max: number
  readonly step: number
  /** By how much it is turned to see how much hangs on it: a change of the size that happens. */
  readonly probe: number
  /** The field to which it belongs. */
  readonly field: Path
  /** The offer whose term it is; undefined for what all paths share. */
  readonly offer: string | undefined
  read(document: Case): number
  apply(document: Case, value: number): Case
}

/** All levers of a case. */
function leversOf(document: Case): Lever[] {
  const { terminalSale } = document.practice
  const sale = 'practice/terminalSale'
  return [
    retirement(document),
    direct(document, 'practice/feeGrowth', { step: 0.001, probe: 0.005, min: -0.02, max: 0.06 }),
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
    direct(document, 'assumptions/return', { step: 0.001, probe: 0.005, min: 0, max: 0.12 }),
    ...document.offers.filter(({ include }) => include).flatMap((offer) => offerLevers(document, offer)),
  ]
}

function offerLevers(document: Case, offer: Offer): Lever[] {
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
      const label = `chance of the ${component.label.toLowerCase()}`
      return [own(`components/${component.id}/probability`, { step: 0.01, probe: 0.2, min: 0, max: 1, label })]
    }),
  ]
}

interface Options {
  readonly step: number
  readonly probe: number
  readonly min: number
  readonly max: number
  readonly label?: string
  readonly offer?: string
}

/** One input as it is. The range is the useful part of what the field allows, and always holds the value of the case. */
function direct(document: Case, path: Path, { step, probe, min, max, label, offer }: Options): Lever {
  const field = describe(path, document)!
  const value = get(document, path) as number
  return {
    id: path,
    label: label ?? field.label,
    unit: field.unit === 'factor' && field.per !== 'of collections' ? 'factor' : 'rate',
    per: field.per ?? '',
    min: Math.max(field.min!, Math.min(min, value)),
    max: Math.min(field.max!, Math.max(max, value)),
    step,
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
    probe: value * 0.1,
    field: path,
    offer,
    read: (now) => get(now, path) as number,
    apply: (now, next) => set(now, path, next),
  }
}

/** The year of retirement; day and month stay. */
function retirement(document: Case): Lever {
  const year = (now: Case) => dayOf(now.owner.retirement).year
  const born = dayOf(document.owner.birthDate).year
  const { startYear } = document.assumptions
  return {
    id: 'owner/retirement',
    label: 'You retire in',
    unit: 'year',
    per: '',
    min: Math.min(year(document), startYear + 1),
    max: Math.max(year(document), Math.min(born + 75, born + document.owner.horizonAge - 1)),
    step: 1,
    probe: 1,
    field: 'owner/retirement',
    offer: undefined,
    read: year,
    apply: (now, next) =>
      set(
        now,
        'owner/retirement',
        formatDay(addMonths(dayOf(now.owner.retirement), 12 * (Math.round(next) - year(now)))),
      ),
  }
}

/** The growth of every cost line, more or less by the same points. */
const costGrowth: Lever = {
  id: 'costs',
  label: 'Growth of all costs',
  unit: 'points',
  per: 'a year',
  min: -0.03,
  max: 0.03,
  step: 0.001,
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

/**
 * What the rolled equity comes to: the expected multiple of what was rolled. All outcomes are stretched alike, so that
 * their chances stay what they are; by the parent's figures it is the exit multiple that is stretched.
 */
function rollOver(offer: Offer, component: Extract<Offer['components'][number], { kind: 'rolled' }>): Lever {
  const path = `offers/${offer.id}/components/${component.id}`
  const key = component.method === 'simple' ? 'multiple' : 'exitMultiple'
  type Rolled = typeof component
  const expected = (now: Case) =>
    (get(now, path) as Rolled).outcomes.reduce((sum, outcome) => sum + outcome.probability * outcome[key], 0)
  const limit = key === 'multiple' ? 20 : 30
  return {
    id: `${path}/outcomes`,
    label: `${offer.name}: roll-over multiple`,
    unit: 'factor',
    per: key === 'multiple' ? 'of what is rolled, expected' : 'of the parent’s EBITDA, expected',
    min: 0,
    max: Math.max(key === 'multiple' ? 3 : 15, expectedOf(component, key)),
    step: 0.05,
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

const expectedOf = (
  { outcomes }: Extract<Offer['components'][number], { kind: 'rolled' }>,
  key: 'multiple' | 'exitMultiple',
): number => outcomes.reduce((sum, outcome) => sum + outcome.probability * outcome[key], 0)

/** Without the dust of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(12))

/** Computes a case; a program gives the one of an engine beside its own, as an outcome reads the engine's buffers. */
export type Evaluate = (document: Case) => Outcome

/** Ahead of keeping at retirement, by path; keeping itself is 0. */
function leads(outcome: Outcome, view: View, paths: readonly string[]): Map<string, number> {
  return new Map(
    paths.map((path) => [path, path === 'keep' ? 0 : (outcome.figure(path, view, 'leadAtRetirement') ?? NaN)]),
  )
}

/**
 * The levers on which the answer hangs most: each is turned by its probe, up and down, and what counts is by how much the
 * lead at retirement of any path then moves. One lever at a time; at most one that two paths would name alike.
 */
export function strongest(
  document: Case,
  evaluate: Evaluate,
  view: View,
  paths: readonly string[],
  count = 5,
): Lever[] {
  return leversOf(document)
    .filter(({ offer }) => offer === undefined || paths.includes(offer))
    .map((lever) => {
      const value = lever.read(document)
      const [low, high] = [value - lever.probe, value + lever.probe].map((turned) =>
        leads(evaluate(lever.apply(document, within(lever, turned))), view, paths),
      ) as [Map<string, number>, Map<string, number>]
      return { lever, swing: Math.max(...paths.map((path) => Math.abs(high.get(path)! - low.get(path)!))) }
    })
    .filter(({ swing }) => swing > 1)
    .sort((a, b) => b.swing - a.swing)
    .slice(0, count)
    .map(({ lever }) => lever)
}

const within = ({ min, max }: Lever, value: number): number => Math.min(max, Math.max(min, value))

/** Where another path takes the lead at retirement. */
export interface Flip {
  readonly value: number
  readonly direction: 'above' | 'below'
  /** Who leads then. */
  readonly path: string
}

/**
 * The value of a lever nearest to the case's own at which another path takes the lead; nothing if none does within its
 * range. The range is walked in twelve steps to either side, and the step in which the lead changes is halved again and
 * again; of two changes within one step one may be missed.
 */
export function flipOf(
  document: Case,
  lever: Lever,
  evaluate: Evaluate,
  view: View,
  paths: readonly string[],
): Flip | undefined {
  const leaderAt = (value: number): string =>
    [...leads(evaluate(lever.apply(document, value)), view, paths)].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
  const start = lever.read(document)
  const leader = leaderAt(start)
  const search = (end: number): Flip | undefined => {
    const direction = end > start ? 'above' : 'below'
    const steps = lever.unit === 'year' ? Math.abs(end - start) : 12
    let same = start
    for (let i = 1; i <= steps; i++) {
      const value = start + ((end - start) * i) / steps
      const path = leaderAt(value)
      if (path === leader) {
        same = value
        continue
      }
      if (lever.unit === 'year') return { value, direction, path }
      let [near, far, then] = [same, value, path]
      for (let halvings = 0; halvings < 10; halvings++) {
        const middle = (near + far) / 2
        const who = leaderAt(middle)
        if (who === leader) near = middle
        else [far, then] = [middle, who]
      }
      return { value: far, direction, path: then }
    }
    return undefined
  }
  const found = [lever.max, lever.min].filter((end) => end !== start).flatMap((end) => search(end) ?? [])
  return found.sort((a, b) => Math.abs(a.value - start) - Math.abs(b.value - start))[0]
}

/** The case with levers turned. */
export const turned = (document: Case, turns: readonly { readonly lever: Lever; readonly value: number }[]): Case =>
  turns.reduce((now, { lever, value }) => lever.apply(now, value), document)

/**
 * Keeps what was tried: a term of an offer in a copy of the offer, so that both stand side by side; what all paths share
 * in the case itself. `newId` names the copies.
 */
export function keepTurns(
  document: Case,
  turns: readonly { readonly lever: Lever; readonly value: number }[],
  newId: () => string,
): Case {
  const shared = turned(
    document,
    turns.filter(({ lever }) => lever.offer === undefined),
  )
  const offers = [...new Set(turns.flatMap(({ lever }) => lever.offer ?? []))]
  return offers.reduce((now, id) => {
    const changed = turned(
      now,
      turns.filter(({ lever }) => lever.offer === id),
    )
    const at = now.offers.findIndex((offer) => offer.id === id)
    const copy = { ...changed.offers[at]!, id: newId(), name: `${changed.offers[at]!.name.slice(0, 50)} variant` }
    const origins = Object.entries(now.origins).flatMap(([path, origin]) =>
      path.startsWith(`offers/${id}/`) ? [[path.replace(`offers/${id}/`, `offers/${copy.id}/`), origin] as const] : [],
    )
    return {
      ...now,
      // At the end of the list: the marks of the other offers stay what they are.
      offers: [...now.offers, copy],
      origins: { ...now.origins, ...Object.fromEntries(origins) },
    }
  }, shared)
}

/** Whether there is room for the copies that `keepTurns` makes. */
export function roomFor(document: Case, turns: readonly { readonly lever: Lever }[]): boolean {
  const most = (caseSchema.shape.offers.unwrap() as unknown as { maxLength?: number | null }).maxLength ?? 8
  return document.offers.length + new Set(turns.flatMap(({ lever }) => lever.offer ?? [])).size <= most
}
