/** The method: every figure and its formula, one folder for each part (see README.md). */
export { Engine, fieldOf, MOST_YEARS, originOf, Outcome, Structure } from './comparison'
export { RATE_KINDS } from './household/effective-rates'
export { VIEWS, type View } from './plan/context'
export type { Path } from './paths'

import type { Case } from '../case/schema'
import { Engine, type Outcome } from './comparison'

/** Evaluates a case once. Programs that evaluate again and again keep an `Engine`. */
export const evaluateCase = (document: Case): Outcome => new Engine().evaluate(document)
