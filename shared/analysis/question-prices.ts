import { set } from '../case/path'
import type { Case } from '../case/schema'
import { checksOf, type Check } from '../checks'
import type { Changes } from '../checks/check'
import { Engine } from '../model'

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
 * separate evaluation rather than a lane.
 */
export function* questionPrices(
  engine: Engine,
  document: Case,
): Generator<{ done: number; of: number }, QuestionPrice[]> {
  const checks = checksOf(engine.evaluate(document)).filter(({ better, path }) => better && offerOf(path))
  const found: QuestionPrice[] = []
  for (const check of checks) {
    const given = changed(document, check.supposing?.changes ?? {})
    const worth = (one: Case) => engine.evaluate(one).figure(offerOf(check.path)!, 'expected', 'pathTotalPresentValue')
    const [asOffered, better] = [worth(given), worth(changed(given, check.better!))]
    if (asOffered !== undefined && better !== undefined && Number.isFinite(better - asOffered))
      found.push({ key: questionKey(check), asOffered, better, cost: better - asOffered })
    yield { done: found.length, of: checks.length }
  }
  return found
}

/** All of them at once, for the report. */
export function allQuestionPrices(document: Case): QuestionPrice[] {
  const running = questionPrices(new Engine(), document)
  for (;;) {
    const { done, value } = running.next()
    if (done) return value
  }
}

const offerOf = (path: string): string | undefined => /^offers\/([^/]+)\//.exec(path)?.[1]

const changed = (document: Case, changes: Changes): Case =>
  Object.entries(changes).reduce((now, [path, value]) => set(now, path, value), document)
