import { sameMoney } from '../../shared/case/partner/money'
import type { Case } from '../../shared/case/schema'
import { Engine, type Outcome } from '../../shared/model'
import { useDocument } from './store'

/*
 * Separate from the store because the model is large: the start page must not wait for it.
 */
const engine = new Engine()
let last: { document: Case; outcome: Outcome } | undefined

/**
 * The figures of a case; computed once per document and shared by all readers. A change that affects no figure computes
 * nothing: the outcome then holds an earlier document with the same terms.
 */
export function outcomeOf(document: Case): Outcome {
  if (!last || !sameMoney(last.document, document)) last = { document, outcome: engine.evaluate(document) }
  return last.outcome
}

/** The figures of the open case. Only inside a page of a case. */
export const useOutcome = (): Outcome => outcomeOf(useDocument())
