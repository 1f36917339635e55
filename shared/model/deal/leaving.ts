import type { Offer } from '../../case/schema'
import { type Expression, f, type Operand } from '../../formula'
import { Context, notBefore, wholeMonths } from '../plan/context'
import type { Terms } from './terms'

/** When and why the owner leaves: as entered, or as a stress test assumes. */
export interface Leaving {
  /** From the start of the plan, and from closing. */
  readonly months: Operand
  readonly served: Operand
  /** Whether it is before the term has been served. */
  readonly early: Expression
  /** The share for the cause of leaving, from a table by cause. */
  byCause(table: string): Operand
}

/** Leaving as entered. A departure after retirement has no effect. */
export function ownLeaving(ctx: Context, terms: Terms): Leaving {
  const { offer, path, closing, retirement, leavingDay, leave } = terms
  const { on, cause } = offer.leaving
  const months = wholeMonths(leave)
  return {
    months,
    served: f`${months} - ${wholeMonths(closing.t)}`,
    early: f`${months} < ${wholeMonths(closing.t)} + ${wholeMonths(ctx.input(`${path}/job/termYears`))}`,
    byCause: (table) => {
      const share = (of: string) => ctx.input(`${table}/${of}`)
      return on === null || cause === 'retirement'
        ? share('retirement')
        : f`if(${wholeMonths(leavingDay.t)} <= ${wholeMonths(retirement.t)}, ${share(cause)}, ${share('retirement')})`
    },
  }
}

/** The portion of a payment due at `time` that is kept. */
export const keptShare = ({ months, early, byCause }: Leaving, component: string, time: Operand): Expression =>
  f`if(and(${early}, ${wholeMonths(time)} > ${months}), ${byCause(`${component}/keptOnLeaving`)}, 1)`

/** The year in which the job ends: its own, leaving or retirement, whichever is first. */
export function jobEndYear(ctx: Context, { offer, path, retirement, leavingDay }: Terms): Expression {
  const left = f`min(${leavingDay.year}, ${retirement.year})`
  return offer.job.ends === null ? left : f`min(${left}, ${ctx.day(`${path}/job/ends`).year})`
}

/** The portion of `years` that remains after the full years served. */
export const partNotServed = ({ served }: Leaving, years: Operand): Expression =>
  f`clamp(1 - floor(${served} / 12) / ${years}, 0, 1)`

/** Whether the owner leaves before a day. */
const leavesBefore = ({ months }: Leaving, day: Operand): Expression => f`${wholeMonths(day)} > ${months}`

/** The portion of equity kept on leaving before its exit: the vested portion, and of the rest the share for the cause. */
export function vestedPart(
  ctx: Context,
  leaving: Leaving,
  equity: string,
  vesting: 'cliff' | 'yearly',
  exit: Operand,
): Expression {
  const years = ctx.input(`${equity}/vestingYears`)
  const unvested = vesting === 'cliff' ? f`if(${leaving.served} < 12 * ${years}, 1, 0)` : partNotServed(leaving, years)
  return f`if(${leavesBefore(leaving, exit)}, 1 - ${unvested} * (1 - ${leaving.byCause(`${equity}/keptOnLeaving`)}), 1)`
}

/**
 * The portion of equity's exit value that an owner who left earlier is paid: the vested portion, less the discount if the
 * buyer may call it.
 * @param unvesting the portion kept where there is no vesting schedule
 */
export function keptEquity(
  ctx: Context,
  leaving: Leaving,
  equity: string,
  { vesting, called }: Pick<Offer['retained'], 'vesting' | 'called'>,
  exit: Operand,
  unvesting: Expression,
): Expression {
  const kept = vesting === 'none' ? unvesting : vestedPart(ctx, leaving, equity, vesting, exit)
  return called
    ? f`${kept} * if(${leavesBefore(leaving, exit)}, 1 - ${leaving.byCause(`${equity}/callDiscount`)}, 1)`
    : kept
}

/** The portion of closing cash that must be repaid on leaving before the term ends. */
export function clawbackShare(ctx: Context, leaving: Leaving, { offer, path }: Terms): Expression {
  const share = leaving.byCause(`${path}/leaving/clawback`)
  return offer.leaving.clawbackFalls === 'yearly'
    ? f`${share} * ${partNotServed(leaving, ctx.input(`${path}/job/termYears`))}`
    : f`${share}`
}

/**
 * Closing cash that must be repaid on leaving before the term ends, a negative flow on that day. Before closing nothing
 * has been paid, so nothing is repaid.
 */
export function clawback(ctx: Context, terms: Terms, cash: Operand): Expression {
  const { closing, retirement, leavingDay, leave } = terms
  const leaving = ownLeaving(ctx, terms)
  const due = f`and(${notBefore({ t: leave }, closing)}, ${leaving.early}, n = min(${leavingDay.year}, ${retirement.year}))`
  return f`if(${due}, -${clawbackShare(ctx, leaving, terms)} * ${cash}, 0)`
}
