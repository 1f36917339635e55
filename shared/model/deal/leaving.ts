import type { Offer } from '../../case/schema'
import { type Expression, f, type Operand } from '../../formula'
import { Context, notBefore, wholeMonths } from '../plan/context'
import type { Terms } from './affiliation'

/** When and why the owner leaves: as the case has it, or as a stress test supposes. */
export interface Leaving {
  /** From the start of the plan, and from closing. */
  readonly months: Operand
  readonly served: Operand
  /** Whether it is before the term has been served. */
  readonly early: Expression
  /** The share for its cause, of a table of shares by cause. */
  byCause(table: string): Operand
}

/** Leaving as the case has it. Retirement ends everything: a cause of leaving stated after it is none. */
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

/** The part of what is due at `time` that is kept. */
export const keptShare = ({ months, early, byCause }: Leaving, component: string, time: Operand): Expression =>
  f`if(and(${early}, ${wholeMonths(time)} > ${months}), ${byCause(`${component}/keptOnLeaving`)}, 1)`

/** The year in which the job ends: its own, leaving or retirement, whichever is first. */
export function jobEndYear(ctx: Context, { offer, path, retirement, leavingDay }: Terms): Expression {
  const left = f`min(${leavingDay.year}, ${retirement.year})`
  return offer.job.ends === null ? left : f`min(${left}, ${ctx.day(`${path}/job/ends`).year})`
}

/** The part that is left of `years` when full years have been served. */
export const partNotServed = ({ served }: Leaving, years: Operand): Expression =>
  f`clamp(1 - floor(${served} / 12) / ${years}, 0, 1)`

/** Whether the owner leaves before a day. */
const leavesBefore = ({ months }: Leaving, day: Operand): Expression => f`${wholeMonths(day)} > ${months}`

/** The part of equity that is not lost by whoever leaves before its exit: what is vested, and of the rest the share of the cause. */
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
 * The part of the value of equity at its exit that is paid to whoever leaves before: what is vested, less the discount if
 * the buyer may call it.
 * @param unvesting what is kept where nothing vests step by step
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

/** The part of the cash at closing that has to be paid back on leaving before the term ends. */
export function clawbackShare(ctx: Context, leaving: Leaving, { offer, path }: Terms): Expression {
  const share = leaving.byCause(`${path}/leaving/clawback`)
  return offer.leaving.clawbackFalls === 'yearly'
    ? f`${share} * ${partNotServed(leaving, ctx.input(`${path}/job/termYears`))}`
    : f`${share}`
}

/**
 * Cash at closing that has to be paid back on leaving before the term ends (a negative flow on that day). What has not
 * been paid yet cannot be paid back: before closing there is none.
 */
export function clawback(ctx: Context, terms: Terms, cash: Operand): Expression {
  const { closing, retirement, leavingDay, leave } = terms
  const leaving = ownLeaving(ctx, terms)
  const due = f`and(${notBefore({ t: leave }, closing)}, ${leaving.early}, n = min(${leavingDay.year}, ${retirement.year}))`
  return f`if(${due}, -${clawbackShare(ctx, leaving, terms)} * ${cash}, 0)`
}
