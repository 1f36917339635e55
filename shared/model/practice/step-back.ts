import type { Expression, Operand } from '../../formula'

/** What stepping back changes: fewer owner days, and an associate who treats some of those patients. */
export interface StepBack {
  /** The part of year n after the associate has started. */
  readonly after: Expression
  readonly days: Operand
  readonly capturedShare: Operand
  readonly associateRate: Operand
  readonly managerCost: Operand
}
