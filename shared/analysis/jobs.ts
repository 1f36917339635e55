import { named } from '../case/names'
import type { Case } from '../case/schema'
import { workLanes } from '../formula'
import { Engine, type Structure, type View } from '../model'
import { asksOfOffers, type AsksOfOffer } from './asks'
import { breakEven, type BreakEven } from './break-even'
import type { Contest, Measure } from './contest'
import { heatMap, type HeatMap } from './heat-map'
import { leverOf } from './levers'
import { material, type Material } from './material'
import { questionPrices, Worths, type QuestionPrice } from './question-prices'
import { Simulations, type Batch, type Simulation, type SimulationResult } from './simulation'
import type { Crew } from './simulation/crew'
import { tornado, type Tornado } from './tornado'
import { Variations } from './variations'
import { flipOf, strongest, type Flip } from './what-if'

/** An analysis too slow for the page's own thread, as plain data for a worker. */
export type Job = {
  [Kind in keyof Results]: { readonly kind: Kind; readonly document: Case } & Asked[Kind]
}[keyof Results]

interface Asked {
  /** Break-evens of inputs, by the ids of their levers. */
  readonly breakEvens: { readonly contest: Contest; readonly levers: readonly string[] }
  readonly tornado: { readonly contest: Contest }
  /** How much each unconfirmed value may move the lead. */
  readonly material: { readonly contest: Contest }
  readonly heatMap: {
    readonly across: string
    readonly up: string
    readonly paths: readonly string[]
    readonly measure: Measure
  }
  /** The levers that move the answer most, and where each changes who leads. */
  readonly levers: { readonly view: View; readonly paths: readonly string[] }
  /** What the terms of every compared offer are worth. */
  readonly asks: object
  /** What each open or dangerous term of the offers could cost. */
  readonly questions: object
  /** Draws of the whole model, as set in the case. */
  readonly simulation: object
}

export interface Results {
  readonly breakEvens: readonly BreakEven[]
  readonly tornado: Tornado
  readonly material: readonly Material[]
  readonly heatMap: HeatMap
  /** Levers by their ids; null if the lever does not change who leads within its range. */
  readonly levers: readonly { readonly lever: string; readonly flip: Flip | null }[]
  readonly asks: readonly AsksOfOffer[]
  readonly questions: readonly QuestionPrice[]
  readonly simulation: SimulationResult
}

export interface Progress {
  readonly done: number
  readonly of: number
  /** Interim results. */
  readonly soFar?: SimulationResult
}

/** Caches case structures and their prepared programs across jobs. */
export class Desk {
  private readonly engine = new Engine()
  private readonly variations = new WeakMap<Structure, Variations>()
  private readonly simulations = new Simulations()
  private readonly worths = new Worths()

  /** Runs a simulation whose draws other threads compute, otherwise as `work`. */
  workBy(crew: Crew, { document }: Extract<Job, { kind: 'simulation' }>): AsyncGenerator<Progress, SimulationResult> {
    return simulationBy(crew, document, this.simulations)
  }

  /** Runs a job in steps of about ten milliseconds; it can be canceled between them. */
  work(job: Job): Generator<Progress, Results[keyof Results]> {
    const document = named(job.document)
    // The simulation has a model of its own, with a return for every year.
    if (job.kind === 'simulation') return simulation(this.simulations, document)
    if (job.kind === 'questions') return questionPrices(this.engine, document, this.worths)
    if (job.kind === 'levers') return levers(this.engine, document, job)
    const variations = this.variationsOf(document)
    switch (job.kind) {
      case 'breakEvens':
        return breakEvens(variations, document, job)
      case 'tornado':
        return atOnce(() => tornado(variations, document, job.contest))
      case 'material':
        return atOnce(() => material(variations, document, job.contest))
      case 'heatMap':
        return heatMap(
          variations,
          document,
          [known(document, job.across), known(document, job.up)],
          job.paths,
          job.measure,
        )
      case 'asks':
        return atOnce(() => asksOfOffers(variations, document))
    }
  }

  private variationsOf(document: Case): Variations {
    const structure = this.engine.structureOf(document)
    let variations = this.variations.get(structure)
    if (!variations) this.variations.set(structure, (variations = new Variations(structure)))
    return variations
  }
}

function known(document: Case, id: string) {
  const lever = leverOf(document, id)
  if (!lever) throw new RangeError(`There is nothing to turn at ${id}.`)
  return lever
}

function* atOnce<Result>(compute: () => Result): Generator<Progress, Result> {
  yield { done: 0, of: 1 }
  return compute()
}

function* levers(
  engine: Engine,
  document: Case,
  { view, paths }: Asked['levers'],
): Generator<Progress, Results['levers'][number][]> {
  const evaluate = (trial: Case) => engine.evaluate(trial)
  const found: Results['levers'][number][] = []
  const strong = strongest(document, evaluate, view, paths)
  for (const lever of strong) {
    yield { done: found.length, of: strong.length }
    found.push({ lever: lever.id, flip: flipOf(document, lever, evaluate, view, paths) ?? null })
  }
  return found
}

function* breakEvens(
  variations: Variations,
  document: Case,
  { contest, levers }: Asked['breakEvens'],
): Generator<Progress, BreakEven[]> {
  const found: BreakEven[] = []
  for (const id of levers) {
    found.push(breakEven(variations, document, known(document, id), contest))
    yield { done: found.length, of: levers.length }
  }
  return found
}

/** Draws computed between two checks for cancellation: one block of lanes. */
const DRAWS = 256

function* simulation(simulations: Simulations, document: Case): Generator<Progress, SimulationResult> {
  yield { done: 0, of: document.risk.draws }
  const running = simulations.prepare(document)
  const looks = doubling(running)
  while (running.done < running.draws) {
    running.chunk(DRAWS)
    yield looks()
  }
  return running.result()
}

/** Batches that this thread computes while the others start and read the program. */
const MEANWHILE = 3

/**
 * A simulation whose draws are computed by other threads, with the same result. Each has one batch in progress and one
 * waiting, while this thread draws inputs, collects results and summarizes. It computes the first batch itself, as it has
 * the program at hand. Threads are started only after that: their start would take processors from it, and delay the
 * first bands by more than they could help.
 * @param simulations keeps what the next simulation can use again
 */
export async function* simulationBy(
  crew: Crew,
  asked: Case,
  simulations = new Simulations(),
): AsyncGenerator<Progress, SimulationResult> {
  const document = named(asked)
  yield { done: 0, of: document.risk.draws }
  const running = simulations.prepare(document)
  const looks = doubling(running)
  const open: { readonly batch: Batch; readonly found: Promise<Float64Array> }[] = []
  const fill = (most: number): void => {
    while (open.length < most) {
      const batch = running.next(DRAWS)
      if (!batch) return
      open.push({ batch, found: crew.work(running.shared, batch) })
    }
  }
  const compute = (batch: Batch) => running.take(batch, workLanes(running.shared, batch.values, batch.count))
  const first = running.next(DRAWS)!
  const { isStarted } = crew
  // One processor is left to this thread until the first bands are shown.
  if (isStarted) fill(crew.size - 1)
  compute(first)
  yield looks()
  const own = Array.from({ length: isStarted ? 0 : MEANWHILE }, () => running.next(DRAWS))
  fill(2 * crew.size)
  for (const batch of own) {
    if (!batch) break
    compute(batch)
    yield looks()
  }
  for (let next = open.shift(); next; next = open.shift()) {
    // Batches are taken in the order of their draws.
    // oxlint-disable-next-line no-await-in-loop
    running.take(next.batch, await next.found)
    fill(2 * crew.size)
    yield looks()
  }
  return running.result()
}

/** Shows interim results after the first draws and each doubling, because summarizing gets slower with each draw. */
function doubling(running: Simulation): () => Progress {
  let next = DRAWS
  return () => {
    const looks = running.done >= next && running.done < running.draws
    if (looks) next = 2 * running.done
    return { done: running.done, of: running.draws, ...(looks && { soFar: running.result() }) }
  }
}
