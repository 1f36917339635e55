import type { Line, Operand } from '../../formula'
import { type Context, onDay, type When } from '../plan/context'

/** A dated cash flow: its row of amounts, and the time within the year at which each is paid. */
export interface DatedFlow {
  readonly row: Line
  readonly time: Operand
}

/** A cash flow on a single day. */
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
    .under('Dated cash flows')
    .row(id, { label, unit: 'usd', meaning }, onDay(when, amount))
  return { row, time: when.t }
}
