/** The formula kernel: lines declared once, then computed, explained, varied by the thousand, and published. */
export { f, total } from './formula'
export {
  cited,
  dollars,
  parts,
  type Citation,
  type Constant,
  type Expression,
  type Input,
  type Line,
  type Operand,
  type Series,
  type Table,
} from './expression'
export { Model, type Declaration } from './model'
export { buildGraph, GraphError, type Graph } from './graph'
export { dependents, inputsOf, references, walk } from './dependence'
export { evaluation, type Evaluation } from './evaluate'
export type { Problem } from './problems'
export { apart, lanes, workLanes, type Lanes, type SharedLanes } from './lanes'
export { bridge, type Bridge, type Factor, type Term } from './bridge'
export { explain, type ExplainedOperand, type Explanation } from './explain'
export { search, type Answer, type Jump, type Reached } from './solve'
export { inWords, words } from './words'
export { method, methodText, type Section } from './method'
export { spreadsheetFormula, type Addresses, type Row } from './spreadsheet'
export type { Unit } from './units'
