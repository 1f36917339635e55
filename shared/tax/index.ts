/** US federal income tax by the law, state tax at flat rates, and the mechanics of a sale, as formulas of the kernel. */
export { declareFederalTax, type TaxLines } from './federal'
export type { FlatState, Household, LawState, Move } from './household'
export { lawFor, quoted } from './law'
export { FILING_STATUSES, LATEST_PARAMETERS, PARAMETER_YEARS, taxParameters, type FilingStatus } from './parameters'
export { STATES, stateRates } from './states'
export { entityTaxRule, stateLaw, type StateLaw } from './state'
export * from './sale'
export { computeTaxCases } from './cases'
