/**
 * The simulation (MODEL section 9): the whole model, taxes included, on every path with the same draws, in the expected
 * view. Pure and synchronous; a caller decides how much is done at a time:
 *
 *     const simulation = prepareSimulation(document)   // or of a `Simulations`, for one case after another
 *     while (simulation.done < simulation.draws) {
 *       simulation.chunk(500)            // stop here to cancel: nothing is left running
 *       show(simulation.result())        // of the draws so far; may be asked at any time
 *     }
 *
 * or has other threads compute: `shared` goes to each of them once, `next(500)` holds the inputs of some draws, and `take`
 * stores what `workLanes` returned for them.
 *
 * Draw i is the same for a seed and a case whatever the chunks, the number of draws, the threads and the machine
 * (random.ts). A draw
 * sets inputs and changes no formula (uncertainty.ts); with every spread at zero and chances at their expected value
 * each draw is the expected view, bit for bit. `hashOf(document)` marks the inputs that a result belongs to.
 */
import { dayOf, timeOf, yearOf } from '../../case/dates'
import type { Case } from '../../case/schema'
import { apart, lanes, workLanes, type Input, type Lanes, type Line, type SharedLanes } from '../../formula'
import { Engine, type Structure } from '../../model'
import { HISTORY_SOURCE } from '../history/us-returns'
import { causeOf, marksOf, type Cause } from './causes'
import { hashOf } from './hash'
import { GENERATOR, Streams } from './random'
import { spread, SHOWN, type Percentiles } from './statistics'
import { uncertaintyOf, type Uncertainty } from './uncertainty'

export { hashOf } from './hash'
export type { Cause } from './causes'
export type { Percentiles } from './statistics'

export interface Simulation {
  /** The total number of draws, and the number done. */
  readonly draws: number
  readonly done: number
  /** Runs the next `count` draws, or as many as remain. */
  chunk(count: number): void
  /** The program of the draws, for `workLanes`. */
  readonly shared: SharedLanes
  /** Draws the inputs of the next `count` draws, or of as many as remain; undefined if none remain. */
  next(count: number): Batch | undefined
  /** Stores what `workLanes` returned for a batch; throws RangeError unless batches come in the order they were drawn. */
  take(batch: Batch, found: Float64Array): void
  /** The results of the draws so far; throws RangeError before the first. */
  result(): SimulationResult
}

/** Consecutive draws: the values of each varying input, one input after another. */
export interface Batch {
  readonly from: number
  readonly count: number
  readonly values: Float64Array
}

/** In nominal dollars, and divided by the draw's own price level. */
export interface InDollars<T> {
  readonly nominal: T
  readonly today: T
}

/** Percentiles of each year's wealth by themselves: a band is not a scenario. */
export type Bands = Readonly<Record<keyof typeof SHOWN, readonly number[]>>

/** Wealth at the end of a year over all draws; `error` is the standard error of the median (statistics.ts). */
export type Spread = Percentiles & { readonly error: number }

export interface SimulatedPath {
  readonly id: string
  readonly name: string
  readonly kind: Structure['paths'][number]['kind']
  /** Wealth at the end of each year. */
  readonly wealth: InDollars<Bands>
  /** Wealth at the end of the year of the planned retirement, and of the plan. */
  readonly atRetirement: InDollars<Spread>
  readonly atHorizon: InDollars<Spread>
  /**
   * Shares of the draws. A path wins that has most wealth; among paths that are equal to the cent, the one whose money
   * lasts longest; what is still equal is shared out.
   */
  readonly wins: { readonly atRetirement: number; readonly atHorizon: number }
  /** More wealth than keeping at the end of the plan, by more than half a cent; undefined for keeping itself. */
  readonly aheadOfKeeping: number | undefined
  /** Spending is covered in every year of the plan. */
  readonly funded: number
  readonly cause: Cause
}

export interface SimulationResult {
  readonly draws: number
  readonly seed: number
  readonly generator: string
  /** Of the inputs (hash.ts). */
  readonly hash: string
  /** Where returns of history come from; undefined where none are drawn. */
  readonly history: string | undefined
  /** Calendar years, the age reached in each, and the year of the planned retirement. */
  readonly years: readonly number[]
  readonly ages: readonly number[]
  readonly retirementYear: number
  readonly paths: readonly SimulatedPath[]
}

/** Draws that are worked at once, at most: as many as keep the memory small. */
const AT_ONCE = 1_024

/**
 * Prepares simulations, and keeps the models and programs of recent cases: after an edit of a number or a day only the
 * inputs are read anew. The program depends on nothing but the structure and on which inputs vary.
 */
export class Simulations {
  private readonly engine = new Engine({ simulated: true })
  private readonly plans = new WeakMap<Structure, Plan>()

  /** Seed and number of draws are those of the case unless given. */
  prepare(document: Case, { seed = document.risk.seed, draws = document.risk.draws } = {}): Simulation {
    const structure = this.engine.structureOf(document)
    const uncertainty = uncertaintyOf(document, structure, draws)
    const plan = this.planFor(structure, uncertainty.varying)
    return new Running(document, seed, draws, structure, uncertainty, plan)
  }

  /** What varies also depends on settings of the risk: whether chances are drawn, whether work may end early. */
  private planFor(structure: Structure, varying: readonly Input[]): Plan {
    const known = this.plans.get(structure)
    if (known?.varying.length === varying.length && known.varying.every((input, i) => input === varying[i]))
      return known
    const plan = planOf(structure, varying)
    this.plans.set(structure, plan)
    return plan
  }
}

/** Prepares a single simulation: builds the model of its case and the program of the draws. */
export const prepareSimulation = (document: Case, options?: Parameters<Simulations['prepare']>[1]): Simulation =>
  new Simulations().prepare(document, options)

/** The lines that draws are worked for, and the program that works them. */
interface Plan {
  readonly varying: readonly Input[]
  readonly priceIndex: Line
  readonly ends: readonly { readonly wealth: Line; readonly funded: Line }[]
  readonly program: Lanes
}

function planOf({ graph, paths }: Structure, varying: readonly Input[]): Plan {
  const priceIndex = graph.line('plan/priceIndex')
  const ends = paths.map(({ id }) => ({
    wealth: graph.line(`${id}/expected/wealth`),
    funded: graph.line(`${id}/expected/fundedToAge`),
  }))
  const outputs = [priceIndex, ...ends.flatMap(({ wealth, funded }) => [wealth, funded])]
  return { varying, priceIndex, ends, program: lanes(graph, outputs, varying) }
}

/** What is kept for a path: wealth by year and draw, and the age to which spending is covered. */
interface Kept {
  readonly path: Structure['paths'][number]
  readonly wealthLine: Line
  readonly fundedLine: Line
  readonly wealth: readonly Float64Array[]
  readonly fundedTo: Float64Array
  /** Before this time, in years, the path equals keeping: an early end of work then ends it as an owner. */
  readonly begins: number
}

class Running implements Simulation {
  done = 0
  readonly shared: SharedLanes
  /** The number of draws whose inputs have been drawn. */
  private drawn = 0
  private readonly streams: Streams
  private readonly kept: readonly Kept[]
  /** Price level by year and draw; one value a year if it is the same in all draws. */
  private readonly prices: readonly Float64Array[]
  /** When work ends early in each draw, in years; Infinity if it does not. */
  private readonly ends: Float64Array
  private hash: string | undefined

  constructor(
    private readonly document: Case,
    private readonly seed: number,
    readonly draws: number,
    private readonly structure: Structure,
    private readonly uncertainty: Uncertainty,
    private readonly plan: Plan,
  ) {
    const { years, paths } = structure
    this.streams = new Streams(seed)
    this.ends = new Float64Array(draws)
    this.kept = paths.map((path, k) => ({
      path,
      wealthLine: plan.ends[k]!.wealth,
      fundedLine: plan.ends[k]!.funded,
      // One piece of memory, of which the system provides what is written: the first draws need little.
      wealth: apart(new Float64Array(years * draws), draws),
      fundedTo: new Float64Array(draws),
      begins: beginsAt(document, path.id),
    }))
    const each = document.risk.returns === 'history' ? draws : 1
    this.prices = apart(new Float64Array(years * each), each)
    this.shared = plan.program.share(structure.inputs(document))
  }

  chunk(count: number): void {
    for (let left = Math.min(count, this.draws - this.done); left > 0;) {
      const batch = this.next(Math.min(left, AT_ONCE))!
      this.take(batch, workLanes(this.shared, batch.values, batch.count))
      left -= batch.count
    }
  }

  next(most: number): Batch | undefined {
    const from = this.drawn
    const count = Math.min(most, this.draws - from)
    if (count === 0) return undefined
    const { varying, draw } = this.uncertainty
    const values = new Float64Array(varying.length * count)
    const columns = apart(values, count)
    for (let lane = 0; lane < count; lane++)
      this.ends[from + lane] = draw(this.streams.next(), columns, lane, from + lane)?.t ?? Infinity
    this.drawn += count
    return { from, count, values }
  }

  take({ from, count }: Batch, found: Float64Array): void {
    if (from !== this.done) throw new RangeError(`Draw ${this.done + 1} comes next, not draw ${from + 1}.`)
    const { done, ends, structure } = this
    const result = this.plan.program.read(found, count)
    const [keep] = this.kept
    for (const { path, wealthLine, fundedLine, wealth, fundedTo, begins } of this.kept) {
      const take = (line: Line, keeping: Line, into: Float64Array, year?: number) => {
        const values = result.column(line, year)
        const instead = result.column(keeping, year)
        for (let lane = 0; lane < count; lane++) {
          const value = (ends[done + lane]! < begins ? instead : values)[lane]!
          // NaN would sort last and count as the best.
          if (value !== value) throw new RangeError(`Draw ${done + lane + 1} of ${path.name} has no value.`)
          into[done + lane] = value
        }
      }
      wealth.forEach((into, y) => take(wealthLine, keep!.wealthLine, into, y + 1))
      take(fundedLine, keep!.fundedLine, fundedTo)
    }
    for (let y = 0; y < structure.years; y++) {
      const values = result.column(this.plan.priceIndex, y + 1)
      const into = this.prices[y]!
      if (into.length === 1) into[0] = values[0]!
      else into.set(values.subarray(0, count), done)
    }
    this.done += count
  }

  result(): SimulationResult {
    if (this.done === 0) throw new RangeError('No draw has been worked yet.')
    const { document, structure, done } = this
    const { startYear } = document.assumptions
    const years = Array.from({ length: structure.years }, (_, y) => startYear + y)
    const born = dayOf(document.owner.birthDate).year
    const retirement = Math.min(structure.years, Math.max(1, yearOf(dayOf(document.owner.retirement), startYear))) - 1
    const horizon = structure.years - 1
    const wins = { atRetirement: this.winners(retirement), atHorizon: this.winners(horizon) }
    const lastAge = years[horizon]! - born
    const marks = marksOf(this.uncertainty.facts, done)
    const [keep] = this.kept
    return {
      draws: done,
      seed: this.seed,
      generator: GENERATOR,
      hash: (this.hash ??= hashOf(document)),
      history: document.risk.returns === 'history' ? HISTORY_SOURCE : undefined,
      years,
      ages: years.map((year) => year - born),
      retirementYear: years[retirement]!,
      paths: this.kept.map((kept, k) => {
        const spreads = kept.wealth.map((values, y) => this.spreadOf(values, y))
        const failed = Array.from(kept.fundedTo.subarray(0, done), (age) => age < lastAge)
        return {
          id: kept.path.id,
          name: kept.path.name,
          kind: kept.path.kind,
          wealth: { nominal: bands(spreads, 'nominal'), today: bands(spreads, 'today') },
          atRetirement: spreads[retirement]!,
          atHorizon: spreads[horizon]!,
          wins: { atRetirement: wins.atRetirement[k]!, atHorizon: wins.atHorizon[k]! },
          aheadOfKeeping: kept === keep ? undefined : this.shareAhead(kept.wealth[horizon]!, keep!.wealth[horizon]!),
          funded: 1 - failed.filter(Boolean).length / done,
          cause: causeOf(kept.path.id, marks, failed),
        }
      }),
    }
  }

  private spreadOf(values: Float64Array, y: number): InDollars<Spread> {
    const prices = this.prices[y]!
    const drawn = values.subarray(0, this.done)
    const one = spread(drawn.slice())
    if (prices.length > 1) return { nominal: one, today: spread(drawn.map((value, i) => value / prices[i]!)) }
    const real = (value: number) => value / prices[0]!
    const { p10, p25, p50, p75, p90, error } = one
    return {
      nominal: one,
      today: { p10: real(p10), p25: real(p25), p50: real(p50), p75: real(p75), p90: real(p90), error: real(error) },
    }
  }

  /** The share of draws in which each path has the most wealth at the end of a year. */
  private winners(y: number): number[] {
    const won = this.kept.map(() => 0)
    for (let draw = 0; draw < this.done; draw++) {
      let best: number[] = []
      for (let k = 0; k < this.kept.length; k++) {
        const order = best.length === 0 ? 1 : this.compare(k, best[0]!, y, draw)
        if (order > 0) best = [k]
        else if (order === 0) best.push(k)
      }
      for (const k of best) won[k]! += 1 / best.length
    }
    return won.map((count) => count / this.done)
  }

  private compare(k: number, other: number, y: number, draw: number): number {
    const [a, b] = [this.kept[k]!, this.kept[other]!]
    const more = a.wealth[y]![draw]! - b.wealth[y]![draw]!
    return Math.abs(more) > HALF_A_CENT ? more : a.fundedTo[draw]! - b.fundedTo[draw]!
  }

  private shareAhead(mine: Float64Array, theirs: Float64Array): number {
    let ahead = 0
    for (let draw = 0; draw < this.done; draw++) if (mine[draw]! - theirs[draw]! > HALF_A_CENT) ahead++
    return ahead / this.done
  }
}

const HALF_A_CENT = 0.005

function bands(spreads: readonly InDollars<Spread>[], dollars: keyof InDollars<Spread>): Bands {
  const row = (key: keyof typeof SHOWN) => spreads.map((spread) => spread[dollars][key])
  return { p10: row('p10'), p25: row('p25'), p50: row('p50'), p75: row('p75'), p90: row('p90') }
}

/** When a path parts from keeping: the closing of an offer, the first sale to a dentist; never for keeping itself. */
function beginsAt({ offers, alternatives, assumptions }: Case, id: string): number {
  const offer = offers.find((other) => other.id === id)
  const days = offer ? [offer.closing] : id === 'private' ? alternatives.sellPrivately.tranches.map(({ on }) => on) : []
  return Math.min(...days.map((day) => timeOf(dayOf(day), assumptions.startYear)), days.length === 0 ? 0 : Infinity)
}
