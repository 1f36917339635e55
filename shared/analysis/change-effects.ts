import { put, removed } from '../case/lists'
import { get, set, type Path } from '../case/path'
import { parseWholeCase } from '../case/problems'
import type { Case } from '../case/schema'
import { readinessOf } from '../checks/readiness'
import { Engine, type Outcome } from '../model'

/** A difference between two states of a case: the value of a field, or a whole element of a list. */
export interface Change {
  readonly kind: 'changed' | 'added' | 'removed'
  readonly path: Path
}

/**
 * What each change by itself does to a figure of each path in the expected view: the figure of today less the figure with
 * this one change undone and all others as they are. A choice may need another model of the case, so each is a separate
 * evaluation. By change, then by path; NaN where there is no answer without the change, or no such path.
 */
export function changeEffects(
  then: Case,
  now: Case,
  changes: readonly Change[],
  paths: readonly string[],
  figure: string,
): number[][] {
  const engine = new Engine()
  const figures = (outcome: Outcome) => paths.map((path) => outcome.figure(path, 'expected', figure) ?? NaN)
  const today = figures(engine.evaluate(now))
  return changes.map((change) => {
    const read = parseWholeCase(undone(change, then, now))
    if (!read.ok) return paths.map(() => NaN)
    const outcome = engine.evaluate(read.value)
    if (readinessOf(outcome).blockers.length > 0) return paths.map(() => NaN)
    return figures(outcome).map((without, i) => today[i]! - without)
  })
}

function undone({ kind, path }: Change, then: Case, now: Case): Case {
  if (kind === 'changed') return set(now, path, get(then, path))
  const at = path.lastIndexOf('/')
  const [list, id] = [path.slice(0, at), path.slice(at + 1)]
  return kind === 'added' ? removed(now, list, id) : put(now, list, get(then, path) as { readonly id: string })
}
