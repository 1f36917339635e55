/** US federal income tax by the law, state tax at flat rates, and the mechanics of a sale, as formulas of the kernel. */
export { declareFederalTax, type TaxLines } from './federal'
export type { Deduction, Household, Part } from './household'
export { lawFor, type StatusLaw } from './law'
export {
  FILING_STATUSES,
  LATEST_PARAMETERS,
  PARAMETER_YEARS,
  taxParameters,
  type FilingStatus,
  type TaxParameters,
} from './parameters'
export { STATES, stateRates, type StateRates } from './states'
export * from './sale'
export { computeTaxCases, type TaxCaseResult, type TaxCases } from './cases'
