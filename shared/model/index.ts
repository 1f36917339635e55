/** The method: what the numbers mean and how each is computed, in formulas (one file a section). */
export { Engine, fieldOf, originOf, Outcome, Structure, valueAt, yearsOf } from './comparison'
export { VIEWS, type View } from './context'
export type { Path, PathKind } from './paths'
