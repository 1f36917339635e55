import type { Contest } from '../analysis/contest'
import type { Material } from '../analysis/material'
import type { Outcome, View } from '../model'
import { answerOf } from './answer'
import { figureId, type Dollars } from './money'

/** Unconfirmed values by their effect on the answer, largest first in each group. */
export interface Weighed {
  /** Each of these can change the leader within its usual range. */
  readonly decisive: readonly Material[]
  /** These move the lead but cannot change the leader alone. */
  readonly sizable: readonly Material[]
  /** These hardly matter. */
  readonly minor: readonly Material[]
}

/** Smaller effects are within the precision of the lead. */
export const SIZABLE = 10_000

export function weigh(found: readonly Material[]): Weighed {
  return {
    decisive: found.filter(({ flips }) => flips),
    sizable: found.filter(({ flips, swing }) => !flips && swing >= SIZABLE),
    minor: found.filter(({ flips, swing }) => !flips && swing < SIZABLE),
  }
}

/** The figure behind the answer: the lead of the best other path over keeping. Undefined without one. */
export function contestOfAnswer(
  outcome: Outcome,
  view: View,
  dollars: Dollars,
  paths: readonly string[],
): Contest | undefined {
  const { rival } = answerOf(outcome, view, dollars, paths)
  if (rival === undefined) return undefined
  return { paths: [rival, 'keep'], view, figure: figureId(outcome, rival, view, 'leadAtRetirement', dollars) }
}

/** How well supported the answer is, in a sentence: "It rests on 197 unconfirmed values, 7 of which could change the answer." */
export function groundOf({ decisive, sizable, minor }: Weighed): string {
  const all = decisive.length + sizable.length + minor.length
  if (all === 0) return 'Every value on which it rests was entered or confirmed.'
  const values = `${all} unconfirmed ${all === 1 ? 'value' : 'values'}`
  if (decisive.length > 0)
    return `It rests on ${values}, ${decisive.length === all ? (all === 1 ? 'which' : 'each of which') : `${decisive.length === 1 ? 'one' : decisive.length} of which`} could change the answer.`
  if (sizable.length > 0)
    return `It rests on ${values}; none alone could change the answer, but ${sizable.length} could move it by more than $${SIZABLE.toLocaleString('en-US')}.`
  return `It rests on ${values} with little effect on it.`
}
