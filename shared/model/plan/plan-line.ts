import type { Operand } from '../../formula'
import type { Context } from './context'

/** A line of the plan that all paths share is declared with the first of them. */
export function planLine<T extends Operand>(
  ctx: Context,
  id: string,
  declare: (m: Context['model'], id: string) => T,
): Operand {
  const full = `plan/${id}`
  return ctx.model.has(full) ? ctx.model.line(full) : declare(ctx.model.scope('plan').under('Retirement'), id)
}
