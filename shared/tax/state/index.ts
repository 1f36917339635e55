/** State income tax by law: dated, cited data for the 50 states and DC, and the formulas that read it. */
export { entityTaxOn, entityTaxRule } from './entity-tax'
export { declareStateLaw, type StateTaxLines } from './state'
export { NOBODY, type FederalFigures, type Person } from './household'
export { STATE_LAW_YEARS, stateLaw } from './laws'
export type { StateLaw, StateRules } from './types'
