import type { Line, Operand } from '../../formula'
import { type Context, onDay, type When } from '../plan/context'

/** Money that falls on a day: its row of amounts and when in its year the amount falls. */
export interface DatedFlow {
  readonly row: Line
  readonly time: Operand
}

/** A row for money that falls on one day. */
export function dated(
  ctx: Context,
  scope: string,
  id: string,
  label: string,
  meaning: string,
  when: When,
  amount: Operand,
): DatedFlow {
  const row = ctx.model
    .scope(scope)
    .under('Money on a day')
    .row(id, { label, unit: 'usd', meaning }, onDay(when, amount))
  return { row, time: when.t }
}
