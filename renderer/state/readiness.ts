import { readinessOf, type Blocker, type Readiness } from '../../shared/checks/readiness'
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

/** What only the owner knows and is not entered yet, of the case and of its offers. */
export function missing(outcome: Outcome): readonly Blocker[] {
  const { blockers, unready } = readiness(outcome)
  return [...blockers.filter(({ kind }) => kind === 'missing'), ...Object.values(unready).flat()]
}
