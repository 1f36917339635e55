import { dayOf, timeOf } from '../../case/dates'
import { inSentence } from '../../case/in-sentence'
import { get, type Path } from '../../case/path'
import type { Case, Component, Offer } from '../../case/schema'
import type { Input } from '../../formula'
import type { Structure } from '../../model'
import { exp, log } from './elementary'
import { earlyExits, type EarlyExit } from './life'
import type { Numbers } from './random'
import { lognormalFactor, returnModel } from './returns'

/**
 * What is uncertain about a case, as inputs of its model: a draw sets inputs and changes no formula. Random numbers are
 * consumed in a fixed order, so that a changed spread or probability leaves all other draws as they were, and every
 * path sees the same returns, growth, prices and events.
 */
export interface Uncertainty {
  /** The inputs that differ between draws. */
  readonly varying: readonly Input[]
  /** Possible causes of running out of money, one value per draw. */
  readonly facts: readonly Fact[]
  /**
   * Sets the varying inputs of one draw: `columns[k][lane]` is that of `varying[k]`; `draw` is its place in the facts.
   * Gives the early end of work of the draw, if there is one.
   */
  draw(numbers: Numbers, columns: readonly Float64Array[], lane: number, draw: number): EarlyExit | undefined
}

/** A property of a draw: a figure whose lowest or highest quarter is bad, or a yes-no. */
export interface Fact {
  /** What it means, as a clause: "returns were poor in the first ten years". */
  readonly clause: string
  readonly bad: 'lowest quarter' | 'highest quarter' | 'yes'
  /** The paths it can affect; undefined for all. */
  readonly paths?: readonly string[]
  /** One value a draw. */
  readonly values: Float64Array
}

/** Years over which returns are examined, at the start and from retirement on: the earliest weigh most. */
const FIRST_YEARS = 10

export function uncertaintyOf(document: Case, structure: Structure, draws: number): Uncertainty {
  const { risk, practice, assumptions } = document
  const varied = new Inputs(document, structure)
  const facts: Fact[] = []
  const fact = (clause: string, bad: Fact['bad'], paths?: readonly string[]): Float64Array => {
    const values = new Float64Array(draws)
    facts.push({ clause, bad, values, ...(paths ? { paths } : {}) })
    return values
  }
  const { years } = structure
  const offers = document.offers.filter(({ include }) => include)
  const owning = structure.paths
    .filter(({ id, kind }) => kind === 'keep' || kind === 'stepBack' || isServices(offers, id))
    .map(({ id }) => id)

  // Returns and inflation of each year.
  const draw = returnModel(document)
  const series = { returns: new Float64Array(years), inflation: new Float64Array(years) }
  const returns = varied.yearly('assumptions/return', years)
  const inflations = varied.yearly('assumptions/inflation', years)
  const working = Math.max(
    1,
    Math.min(years, Math.ceil(timeOf(dayOf(document.owner.retirement), assumptions.startYear))),
  )
  const early = fact(`returns were poor in the first ${FIRST_YEARS} years`, 'lowest quarter')
  const late =
    working + FIRST_YEARS / 2 <= years
      ? fact(`returns were poor in the ${FIRST_YEARS} years after retirement`, 'lowest quarter')
      : undefined
  const rising = risk.returns === 'history' ? fact('prices rose fast', 'highest quarter') : undefined

  // Growth and prices, each by one normal number a draw.
  const feeGrowth = varied.one('practice/feeGrowth')
  const costGrowth = practice.costs.flatMap(({ id }) => varied.one(`practice/costs/${id}/growth`) ?? [])
  const prices = ['practice/terminalSale', 'alternatives/sellPrivately'].flatMap((path) =>
    ['shareOfCollections', 'multiple', 'amount'].flatMap((field) => varied.one(`${path}/${field}`) ?? []),
  )
  const multiples = offers.flatMap((offer) => exitMultiples(varied, offer))
  const priceFactor = lognormalFactor(risk.privatePriceSpread)
  const exitFactor = lognormalFactor(risk.exitMultipleSpread)
  const fees = fact('fees grew little', 'lowest quarter')
  // An associate's pay does not depend on the practice's costs.
  const costs = fact('costs grew fast', 'highest quarter', practice.role === 'owner' ? undefined : [])
  const dentistPrice = fact('the price to a dentist was low', 'lowest quarter', [...owning, 'private'])
  const exits = fact(
    'multiples were low at the exit',
    'lowest quarter',
    offers.filter((offer) => exitMultiples(varied, offer).length > 0).map(({ id }) => id),
  )

  const exit = earlyExits(document, years)
  const endings = earlyEndings(varied, document, offers)
  const died = fact('you died before retirement', 'yes')
  const disabled = fact('you became unable to work before retirement', 'yes')

  const drawn = risk.chances === 'drawn'
  const terminal = drawn ? varied.one('practice/terminalSale/probability') : undefined
  const unsold = terminal && fact('nobody bought the practice at retirement', 'yes', owning)
  const chances = offers.flatMap((offer) => [
    ...offer.components.map((component) => chanceOf(varied, offer, component, drawn, fact)),
    chance(drawn ? varied.one(`offers/${offer.id}/retained/probability`) : undefined, () =>
      fact(`nobody bought the share kept in ${offer.name}`, 'yes', [offer.id]),
    ),
    ...offer.assetsSold.map(({ id, asset }) =>
      chance(drawn ? varied.one(`offers/${offer.id}/assetsSold/${id}/probability`) : undefined, () => {
        const sold = practice.otherAssets.find((other) => other.id === asset)!
        return fact(`the installments for the ${inSentence(sold.label)} in ${offer.name} were not paid`, 'yes', [
          offer.id,
        ])
      }),
    ),
  ])

  return {
    varying: varied.inputs,
    facts,
    draw(numbers, columns, lane, at) {
      const set = (input: Varied | undefined, value: number) => {
        if (input) columns[input.column]![lane] = value
      }
      varied.all.forEach((input) => set(input, input.value))

      draw(numbers, series)
      let average = 1
      for (let y = 0; y < years; y++) {
        set(returns[y], series.returns[y]!)
        set(inflations[y], series.inflation[y]!)
        if (y < working) average *= 1 + series.inflation[y]!
      }
      early[at] = realGrowth(series, 0)
      if (late) late[at] = realGrowth(series, working)
      // Fees and costs keep step with the inflation of the draw, which for returns of history is not the entered one.
      const step = risk.returns === 'history' ? exp(log(average) / working) - 1 - assumptions.inflation : 0
      if (rising) rising[at] = step

      const shift = { fee: risk.feeGrowthSpread * numbers.normal(), cost: risk.costGrowthSpread * numbers.normal() }
      if (feeGrowth) set(feeGrowth, feeGrowth.value + (shift.fee + step))
      for (const input of costGrowth) set(input, input.value + (shift.cost + step))
      const price = priceFactor(numbers.normal())
      for (const input of prices) set(input, input.value * price)
      const multiple = exitFactor(numbers.normal())
      for (const { input, scaled } of multiples) set(input, scaled(multiple))
      fees[at] = shift.fee
      costs[at] = shift.cost
      dentistPrice[at] = price
      exits[at] = multiple

      const ending = exit(numbers)
      const isEarly = ending !== undefined && endings.some((apply) => apply(ending, set))
      died[at] = isEarly && ending?.cause === 'death' ? 1 : 0
      disabled[at] = isEarly && ending?.cause === 'disability' ? 1 : 0

      const sells = numbers.uniform() < (terminal?.value ?? 1) ? 1 : 0
      set(terminal, sells)
      if (unsold) unsold[at] = 1 - sells
      for (const take of chances) take(numbers.uniform(), set, at)
      return ending
    },
  }
}

/** An input that differs between draws: its column, and its value in the case. */
interface Varied {
  readonly column: number
  readonly value: number
}

type Set = (input: Varied | undefined, value: number) => void

/** The varying inputs, in the order in which they are asked for. */
class Inputs {
  readonly inputs: Input[] = []
  readonly all: Varied[] = []
  private readonly known = new Map<string, Varied>()
  private readonly values: Float64Array

  constructor(
    document: Case,
    private readonly structure: Structure,
  ) {
    this.values = structure.inputs(document)
  }

  /** The input with this id, from now on varying; undefined where the model does not read it. */
  one(id: string): Varied | undefined {
    const known = this.known.get(id)
    if (known) return known
    const { graph } = this.structure
    const index = graph.inputIndex.get(id)
    if (index === undefined) return undefined
    const varied = { column: this.inputs.length, value: this.values[index]! }
    this.inputs.push(graph.inputs[index]!)
    this.all.push(varied)
    this.known.set(id, varied)
    return varied
  }

  yearly(id: string, years: number): (Varied | undefined)[] {
    return Array.from({ length: years }, (_, y) => this.one(`${id}@${y + 1}`))
  }
}

/** What a dollar has become in real terms over the ten years from a year index on, or the years that are left. */
function realGrowth({ returns, inflation }: { returns: Float64Array; inflation: Float64Array }, from: number): number {
  let growth = 1
  for (let y = from; y < Math.min(from + FIRST_YEARS, returns.length); y++)
    growth *= (1 + returns[y]!) / (1 + inflation[y]!)
  return growth
}

const isServices = (offers: readonly Offer[], id: string): boolean =>
  offers.some((offer) => offer.id === id && offer.structure === 'services')

/**
 * The inputs by which multiples of later exits are scaled: of an offer expected later its price, of a kept share the
 * discount on its multiple (which may be that of the entry), of a parent the exit multiple of each outcome.
 */
function exitMultiples(varied: Inputs, offer: Offer): { input: Varied; scaled: (factor: number) => number }[] {
  const path = `offers/${offer.id}`
  const times = (id: string) => {
    const input = varied.one(id)
    return input ? [{ input, scaled: (factor: number) => input.value * factor }] : []
  }
  const priced = offer.later ? [...times(`${path}/price/multiple`), ...times(`${path}/price/amount`)] : []
  // At the multiple of a price that is itself scaled the kept share is scaled already.
  const isScaled = priced.length > 0 && offer.retained.exitMultiple === null
  const discount = isScaled ? undefined : varied.one(`${path}/retained/minorityDiscount`)
  const kept = discount
    ? [{ input: discount, scaled: (factor: number) => discount.value + (1 - discount.value) * (1 - factor) }]
    : []
  const parents = offer.components.flatMap((component) =>
    component.kind === 'rolled'
      ? component.outcomes.flatMap(({ id }) => times(`${path}/components/${component.id}/outcomes/${id}/exitMultiple`))
      : [],
  )
  return [...priced, ...kept, ...parents]
}

type EndEarly = (ending: EarlyExit, set: Set) => boolean

/**
 * The inputs that an early end of work changes: every later retirement and departure from an offer; tranches still to
 * be sold; and, in an offer left because of it, the portion kept and the cash to be repaid, by the rule for its cause.
 * Each reports whether it changed anything.
 */
function earlyEndings(varied: Inputs, document: Case, offers: readonly Offer[]): EndEarly[] {
  if (document.risk.mortalityScale === 0 && document.risk.disabilityRate === 0) return []
  const { startYear } = document.assumptions
  const time = (path: Path): number | undefined => {
    const day = get(document, path) as string | null
    return day === null ? undefined : timeOf(dayOf(day), startYear)
  }
  const sold = document.alternatives.sellPrivately.tranches.map(
    ({ id }) => `alternatives/sellPrivately/tranches/${id}/on`,
  )
  const days = [
    'owner/retirement',
    'alternatives/stepBack/retirement',
    'alternatives/sellPrivately/retirement',
    ...sold,
    ...offers.flatMap(({ id }) => [`offers/${id}/retirement`, `offers/${id}/leaving/on`]),
  ]
  const moves = days.flatMap((path) => {
    const planned = time(path)
    if (planned === undefined) return []
    const [t, year] = [varied.one(`${path}@t`), varied.one(`${path}@year`)]
    return [{ planned, t, year }]
  })
  const rules = offers.map((offer) => {
    const path = `offers/${offer.id}`
    const leaves = Math.min(
      time(`${path}/retirement`) ?? time('owner/retirement')!,
      time(`${path}/leaving/on`) ?? Infinity,
    )
    const read = offer.leaving.on === null ? 'retirement' : offer.leaving.cause
    const tables = [
      ...offer.components.map(({ id, keptOnLeaving }) => ({
        at: `${path}/components/${id}/keptOnLeaving`,
        rule: keptOnLeaving,
      })),
      ...offer.components.flatMap((part) =>
        part.kind === 'rolled' ? [{ at: `${path}/components/${part.id}/callDiscount`, rule: part.callDiscount }] : [],
      ),
      { at: `${path}/retained/keptOnLeaving`, rule: offer.retained.keptOnLeaving },
      { at: `${path}/retained/callDiscount`, rule: offer.retained.callDiscount },
      ...offer.job.forgivableLoans.map((loan) => ({
        at: `${path}/job/forgivableLoans/${loan.id}/clawback`,
        rule: loan.clawback,
      })),
      { at: `${path}/leaving/clawback`, rule: offer.leaving.clawback },
    ]
    return {
      leaves,
      tables: tables.map(({ at, rule }) => ({ input: varied.one(`${at}/${read}`), rule })),
      // No consulting fee after death or disability.
      fee: offer.consulting.amount === 0 ? undefined : varied.one(`${path}/consulting/amount`),
    }
  })
  return [
    ({ t: end, cause }, set) => {
      let moved = false
      for (const { planned, t, year } of moves) {
        if (end >= planned) continue
        set(t, end)
        set(year, Math.floor(end) + 1)
        moved = true
      }
      for (const { leaves, tables, fee } of rules) {
        if (end >= leaves) continue
        for (const { input, rule } of tables) set(input, rule[cause])
        set(fee, 0)
      }
      return moved
    },
  ]
}

type Take = (uniform: number, set: Set, draw: number) => void
type Facts = (clause: string, bad: Fact['bad'], paths?: readonly string[]) => Float64Array

/** Paid or not, by its probability. */
function chance(probability: Varied | undefined, fact: () => Float64Array): Take {
  if (!probability) return () => undefined
  const unpaid = fact()
  return (uniform, set, draw) => {
    const paid = uniform < probability.value ? 1 : 0
    set(probability, paid)
    unpaid[draw] = 1 - paid
  }
}

/** A component: paid or not; of rolled equity one outcome of the table, or none where the chances leave room. */
function chanceOf(varied: Inputs, offer: Offer, component: Component, drawn: boolean, fact: Facts): Take {
  const path = `offers/${offer.id}/components/${component.id}`
  const name = `the ${inSentence(component.label)} of ${offer.name}`
  if (component.kind !== 'rolled')
    return chance(drawn ? varied.one(`${path}/probability`) : undefined, () =>
      fact(`${name} was not paid`, 'yes', [offer.id]),
    )
  if (!drawn) return () => undefined
  const granted = component.acquired === 'granted'
  const { newEquity, value, debt } = component.platform
  const invested = newEquity ?? Math.max(0, (value ?? 0) - debt)
  const outcomes = component.outcomes.flatMap(({ id, multiple, exitEbitda, exitMultiple, netDebt }) => {
    const probability = varied.one(`${path}/outcomes/${id}/probability`)
    const equity =
      component.method === 'simple' ? multiple * (granted ? invested : 1) : exitEbitda * exitMultiple - netDebt
    return probability ? [{ probability, isNothing: equity <= (granted ? component.threshold : 0) }] : []
  })
  if (outcomes.length === 0) return () => undefined
  const lost = fact(`${name} paid nothing`, 'yes', [offer.id])
  return (uniform, set, draw) => {
    let before = 0
    let isNothing = true
    for (const outcome of outcomes) {
      const happens = uniform >= before && uniform < before + outcome.probability.value
      before += outcome.probability.value
      set(outcome.probability, happens ? 1 : 0)
      if (happens) ({ isNothing } = outcome)
    }
    lost[draw] = isNothing ? 1 : 0
  }
}
