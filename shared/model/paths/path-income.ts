import type { Operand } from '../../formula'
import type { DatedFlow } from '../household/dated'
import type { PathTaxes, Work } from '../household/taxes'
import type { View, When } from '../plan/context'

/** What a path yields in a view, before take-home, wealth and totals are derived from it. */
export interface PathIncome {
  readonly scope: string
  readonly view: View
  readonly retirement: When
  /** Cash from the practice, distributions and net rent. */
  readonly practice: readonly Operand[]
  readonly untaxed: readonly Operand[]
  /** The taxed portion, including pay and the owner's plan contributions. */
  readonly work: Work
  readonly employerContribution: Operand
  readonly dated: readonly DatedFlow[]
  readonly taxes: PathTaxes
  /** What is not yet sold or paid at the end of a year, after tax. */
  readonly paper: Operand
  /** The part of each year in which the owner works in the practice or the job. */
  readonly worked: Operand
  readonly hours: Operand
}
