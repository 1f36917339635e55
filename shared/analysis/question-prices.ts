import { set } from '../case/path'
import type { Case } from '../case/schema'
import { checksOf, type Check } from '../checks'
import type { Changes } from '../checks/check'
import { evaluation, type Evaluation } from '../formula'
import { Engine, type Structure } from '../model'

/** What an open or dangerous term could cost. */
export interface QuestionPrice {
  readonly key: string
  /**
   * Present value of the path's after-tax cash flow in the expected view, in today's dollars, under the question's
   * supposition.
   */
  readonly asOffered: number
  /** The same with the better term. */
  readonly better: number
  /** Their difference; negative if the better term is worth less. */
  readonly cost: number
}

/** A question identified by its rule and field: it stays the same when an amount in it changes. */
export const questionKey = ({ rule, path }: Pick<Check, 'rule' | 'path'>): string => `${rule} ${path}`

/**
 * The prices of all questions that state a better term. A choice may need another model of the case, so each is a
 * separate evaluation rather than a lane; of the offer alone, as no other path changes what it is worth.
 */
export function* questionPrices(
  engine: Engine,
  document: Case,
  worths = new Worths(),
): Generator<{ done: number; of: number }, QuestionPrice[]> {
  const checks = checksOf(engine.evaluate(document)).filter(({ better, path }) => better && offerOf(path))
  const found = new Map<Check, QuestionPrice>()
  let done = 0
  // Offer by offer, as most questions on an offer share a model with the one before.
  for (const [offer, ofIt] of Map.groupBy(checks, ({ path }) => offerOf(path)!)) {
    const worth = (now: Case) => worths.worth(now, offer)
    for (const check of ofIt) {
      const given = changed(alone(document, offer), check.supposing?.changes ?? {})
      const [asOffered, better] = [worth(given), worth(changed(given, check.better!))]
      if (asOffered !== undefined && better !== undefined && Number.isFinite(better - asOffered))
        found.set(check, { key: questionKey(check), asOffered, better, cost: better - asOffered })
      yield { done: ++done, of: checks.length }
    }
  }
  return checks.flatMap((check) => found.get(check) ?? [])
}

/** The case with one offer and no alternatives. */
const alone = (document: Case, offer: string): Case => ({
  ...document,
  offers: document.offers.filter(({ id }) => id === offer),
  alternatives: {
    sellPrivately: { ...document.alternatives.sellPrivately, include: false },
    stepBack: { ...document.alternatives.stepBack, include: false },
  },
})

/** Models that are kept: about as many as the questions of a case need. */
const MOST = 16

/** What offers are worth: models that declare nothing else, and those of the same structure are kept. */
export class Worths {
  private readonly engine = new Engine({ worthAlone: true }, MOST)
  private readonly evaluations = new WeakMap<Structure, Evaluation>()

  /** @param document with no other offer; undefined where it is not compared */
  worth(document: Case, offer: string): number | undefined {
    const structure = this.engine.structureOf(document)
    const id = `${offer}/expected/pathTotalPresentValue`
    if (!structure.graph.has(id)) return undefined
    const line = structure.graph.line(id)
    let one = this.evaluations.get(structure)
    if (!one) this.evaluations.set(structure, (one = evaluation(structure.graph, [line])))
    one.run(structure.inputs(document))
    return one.value(line)
  }
}

/**
 * All of them at once, for the report.
 * @param engine may know the model of the case already
 * @param worths may know those of its questions
 */
export function allQuestionPrices(document: Case, engine = new Engine(), worths = new Worths()): QuestionPrice[] {
  const running = questionPrices(engine, document, worths)
  for (;;) {
    const { done, value } = running.next()
    if (done) return value
  }
}

const offerOf = (path: string): string | undefined => /^offers\/([^/]+)\//.exec(path)?.[1]

const changed = (document: Case, changes: Changes): Case =>
  Object.entries(changes).reduce((now, [path, value]) => set(now, path, value), document)
