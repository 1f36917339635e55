import { type Expression, f, type Operand } from '../../formula'
import { Context, notBefore, wholeMonths } from '../plan/context'
import type { Terms } from './affiliation'

/** Whether the owner leaves before the term has been served. */
const leavesEarly = (ctx: Context, { path, closing, leave }: Terms): Expression =>
  f`${wholeMonths(leave)} < ${wholeMonths(closing.t)} + ${wholeMonths(ctx.input(`${path}/job/termYears`))}`

/** The share for the cause of leaving, of a table of shares by cause. Retirement ends everything: a later cause is none. */
function byCause(ctx: Context, { offer, retirement, leavingDay }: Terms, table: string): Operand {
  const { on, cause } = offer.leaving
  const share = (of: string) => ctx.input(`${table}/${of}`)
  return on === null || cause === 'retirement'
    ? share('retirement')
    : f`if(${wholeMonths(leavingDay.t)} <= ${wholeMonths(retirement.t)}, ${share(cause)}, ${share('retirement')})`
}

/** The part of what is due at `time` that is kept, given when and why the owner leaves. */
export function keptShare(ctx: Context, terms: Terms, component: string, time: Operand): Expression {
  const left = f`and(${leavesEarly(ctx, terms)}, ${wholeMonths(time)} > ${wholeMonths(terms.leave)})`
  return f`if(${left}, ${byCause(ctx, terms, `${component}/keptOnLeaving`)}, 1)`
}

/**
 * Cash at closing that has to be paid back on leaving before the term ends (a negative flow on that day). What has not
 * been paid yet cannot be paid back: before closing there is none.
 */
export function clawback(ctx: Context, terms: Terms, cash: Operand): Expression {
  const { path, closing, retirement, leavingDay, leave } = terms
  const due = f`and(${notBefore({ t: leave }, closing)}, ${leavesEarly(ctx, terms)}, n = min(${leavingDay.year}, ${retirement.year}))`
  return f`if(${due}, -${byCause(ctx, terms, `${path}/leaving/clawback`)} * ${cash}, 0)`
}
