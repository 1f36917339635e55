import { asksOfOffers, type AsksOfOffer } from '../../analysis/asks'
import { breakEven, type BreakEven } from '../../analysis/break-even'
import { discountRate, leversOf } from '../../analysis/levers'
import { material, type Material } from '../../analysis/material'
import { allQuestionPrices, Worths, type QuestionPrice } from '../../analysis/question-prices'
import { Simulations, type SimulationResult } from '../../analysis/simulation'
import { Variations } from '../../analysis/variations'
import type { Case } from '../../case/schema'
import { readinessOf, withoutUnready } from '../../checks/readiness'
import { Engine, type Outcome, type Structure } from '../../model'
import { contestOfAnswer } from '../material'
import type { Dollars } from '../money'
import { showSimulations, type AnalysesAsked } from './analyzed'

/** What of a report takes longest to work out, as plain data, so that it can be worked out ahead of the page. */
export interface ReportAnalyses {
  /** Of the open and dangerous terms of the offers. */
  readonly prices: readonly QuestionPrice[]
  /** How much each unconfirmed value may move the answer. */
  readonly material: readonly Material[]
  /** What would have to be true; undefined where no other path is compared with keeping, or nobody asks. */
  readonly breakEvens?: readonly BreakEven[] | undefined
  /** What to ask for; undefined where nobody asks. */
  readonly asks?: readonly AsksOfOffer[] | undefined
  /** What chance may make of the case; undefined where nobody asks. */
  readonly simulated?: SimulationResult | undefined
}

/** Works out the analyses of one report after another, and keeps the models and programs of recent cases. */
export class Analyst {
  private readonly engine = new Engine()
  private readonly worths = new Worths()
  private readonly variations = new WeakMap<Structure, Variations>()
  private readonly simulations = new Simulations()

  /** All of them at once; undefined for a case that has no answer. */
  analyses(document: Case, { dollars, parts }: AnalysesAsked): ReportAnalyses | undefined {
    const { engine } = this
    const whole = engine.evaluate(document)
    const outcome = answerable(whole, engine)
    if (!outcome) return undefined
    const variations = this.variationsOf(outcome.structure)
    return {
      prices: allQuestionPrices(outcome.document, engine, this.worths),
      material: materialOf(outcome, dollars, variations),
      ...(parts.includes('brief') && {
        breakEvens: breakEvensOf(outcome, dollars, variations),
        asks: asksOf(outcome, variations),
      }),
      ...(showSimulations(parts) && { simulated: this.simulated(whole) }),
    }
  }

  private variationsOf(structure: Structure): Variations {
    let variations = this.variations.get(structure)
    if (!variations) this.variations.set(structure, (variations = new Variations(structure)))
    return variations
  }

  private simulated(outcome: Outcome): SimulationResult | undefined {
    const document = caseToSimulate(outcome)
    if (!document) return undefined
    const simulation = this.simulations.prepare(document)
    simulation.chunk(simulation.draws)
    return simulation.result()
  }
}

/** The analyses of a single report. */
export const reportAnalyses = (document: Case, asked: AnalysesAsked): ReportAnalyses | undefined =>
  new Analyst().analyses(document, asked)

/** The case with the offers that are known well enough, as the report shows it; undefined without an answer. */
function answerable(outcome: Outcome, engine: Engine): Outcome | undefined {
  const readiness = readinessOf(outcome)
  if (readiness.blockers.length > 0) return undefined
  return Object.keys(readiness.unready).length > 0
    ? engine.evaluate(withoutUnready(outcome.document, readiness))
    : outcome
}

/** The possible effect of unconfirmed values on the answer. @param outcome of a case that has one */
export function materialOf(
  outcome: Outcome,
  dollars: Dollars,
  variations = new Variations(outcome.structure),
): Material[] {
  const contest = contestOf(outcome, dollars)
  return contest ? material(variations, outcome.document, contest) : []
}

/** Where each input, alone, changes who leads. @param outcome of a case that has an answer */
export function breakEvensOf(
  outcome: Outcome,
  dollars: Dollars,
  variations = new Variations(outcome.structure),
): BreakEven[] | undefined {
  const { document } = outcome
  const contest = contestOf(outcome, dollars)
  if (!contest) return undefined
  const levers = leversOf(document).filter(({ offer }) => offer === undefined || contest.paths.includes(offer))
  return [...levers, discountRate(document)].map((lever) => breakEven(variations, document, lever, contest))
}

/** What one step of each term of the offers is worth. */
export const asksOf = ({ structure, document }: Outcome, variations = new Variations(structure)): AsksOfOffer[] =>
  asksOfOffers(variations, document)

const contestOf = (outcome: Outcome, dollars: Dollars) =>
  contestOfAnswer(
    outcome,
    'expected',
    dollars,
    outcome.paths.map(({ id }) => id),
  )

/**
 * The case that the report simulates: with the offers that are known well enough; undefined where it has no answer. All
 * draws of the case, as on the screen, so that both say the same share of the same inputs.
 */
export function caseToSimulate(outcome: Outcome): Case | undefined {
  const readiness = readinessOf(outcome)
  if (readiness.blockers.length > 0) return undefined
  return withoutUnready(outcome.document, readiness)
}

/** As a text that is read back as the same figures to the last bit: JSON knows neither NaN nor Infinity nor −0. */
export const written = (found: ReportAnalyses | undefined): string =>
  JSON.stringify(found ?? null, (_, value: unknown) =>
    typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
      ? { [ODD]: Object.is(value, -0) ? '-0' : String(value) }
      : value,
  )

/** What `written` wrote. */
export const readBack = (text: string): ReportAnalyses | undefined =>
  (JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && ODD in value ? Number(value[ODD]) : value,
  ) as ReportAnalyses | null) ?? undefined

const ODD = '$number'
