import { readinessOf, type Readiness } from '../../shared/checks/readiness'
import type { Outcome } from '../../shared/model'

const known = new WeakMap<Outcome, Readiness>()

/** Whether a case has an answer; computed once per outcome. */
export function readiness(outcome: Outcome): Readiness {
  let found = known.get(outcome)
  if (!found) {
    found = readinessOf(outcome)
    known.set(outcome, found)
  }
  return found
}
