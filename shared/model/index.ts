/** The method: what the numbers mean and how each is computed, in formulas (one file a section). */
export { checksOf, type Check } from './checks'
export { Engine, fieldOf, originOf, Outcome, Structure } from './comparison'
export { VIEWS, type View } from './context'
export type { Path } from './paths'

import type { Case } from '../case/schema'
import { Engine, type Outcome } from './comparison'
import { outcomeData, type OutcomeData } from './json'

/** Evaluates a case once. Programs that evaluate again and again keep an `Engine`. */
export const evaluateCase = (document: Case): Outcome => new Engine().evaluate(document)

/** The outcome as plain data. */
export const toJson = (outcome: Outcome): OutcomeData => outcomeData(outcome)
