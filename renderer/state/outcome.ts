import { sameMoney } from '../../shared/case/partner/money'
import type { Case } from '../../shared/case/schema'
import { Engine, type Outcome } from '../../shared/model'
import { useDocument } from './store'

/*
 * Apart from the store, because the model is large: the first page, which lists cases, must not wait for it.
 */
const engine = new Engine()
let last: { document: Case; outcome: Outcome } | undefined

/**
 * The figures of a case; computed once for each document and shared by all who ask. What changes no figure computes
 * nothing: the outcome's own document is then an earlier one with the same terms.
 */
export function outcomeOf(document: Case): Outcome {
  if (!last || !sameMoney(last.document, document)) last = { document, outcome: engine.evaluate(document) }
  return last.outcome
}

/** The figures of the open case. Only inside a page of a case. */
export const useOutcome = (): Outcome => outcomeOf(useDocument())
