import type { Operand } from '../../formula'
import type { Context } from './context'

/** Declares a plan line shared by all paths with the first path that needs it. */
export function planLine<T extends Operand>(
  ctx: Context,
  id: string,
  declare: (m: Context['model'], id: string) => T,
): Operand {
  const full = `plan/${id}`
  return ctx.model.has(full) ? ctx.model.line(full) : declare(ctx.model.scope('plan').under('Retirement'), id)
}
