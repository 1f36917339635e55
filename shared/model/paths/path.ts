import { type Expression, f, type Operand } from '../../formula'
import { declareHousehold, type Household } from '../household/household'
import type { Needs } from '../household/needs'
import { declareRetirement } from '../household/retirement'
import { declareWhatPays } from '../household/spending'
import type { Context, View } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { PathIncome } from './path-income'
import { declareTotals, declareWorth } from './totals'

/** An associate stays (`stay`) or takes another job (`job`); the other kinds are an owner's. */
export type PathKind = 'keep' | 'stepBack' | 'sellPrivately' | 'sellLater' | 'affiliate' | 'stay' | 'job'

/** A path of the comparison: its lines are under `id/`, those of a view under `id/view/`. */
export interface Path {
  readonly id: string
  readonly kind: PathKind
  readonly name: string
}

/** A path's household in each declared view. */
export type Views = Readonly<Partial<Record<View, Household>>>

/**
 * Sections 8 and 9 for one path in one view: take-home, wealth, and the totals over the whole path.
 * @returns its household
 */
export function finishPath(ctx: Context, timeline: Timeline, needs: Needs, income: PathIncome): Household {
  const { scope, view, retirement } = income
  const m = ctx.model.scope(scope).under('What you take home').scope(view)
  const row = (id: string, label: string, meaning: string, formula: Operand) =>
    m.row(id, { label, unit: 'usd', meaning }, formula)

  const { work, taxes } = income
  const takeHome = row(
    'takeHome',
    'take-home',
    !ctx.owns
      ? 'Pay and benefits, less tax and your own plan contributions.'
      : work.family === 0
        ? 'Practice cash, perks, pay and distributions, less tax and your own plan contributions.'
        : 'Practice cash, perks, pay, that of your family and distributions, less tax and your own plan contributions.',
    f`total(${[...income.practice, ...income.untaxed, ...work.wages, ...work.selfEmployment, ...(work.family === 0 ? [] : [work.family])]}) - ${taxes.incomeTax} - ${work.contributionAsOwner} - ${work.contributionAsEmployee}`,
  )
  row(
    'ownContributions',
    'own plan contributions',
    'Yours alone, taken from profit and pay.',
    f`${work.contributionAsOwner} + ${work.contributionAsEmployee}`,
  )
  const contributions = row(
    'contributions',
    'plan contributions',
    'Your own and your employer’s contributions to tax-deferred accounts.',
    f`${work.contributionAsOwner} + ${work.contributionAsEmployee} + ${income.employerContribution}`,
  )
  const paper = row(
    'paper',
    'unrealized value',
    ctx.owns
      ? 'After-tax value not yet sold or paid: the practice, the deal’s later payments, the share you keep.'
      : 'After-tax value of bonuses and equity not yet paid.',
    income.paper,
  )
  const household = declareHousehold(ctx, timeline, needs, {
    scope,
    view,
    retirement,
    takeHome,
    contributions,
    dated: income.dated,
    taxes,
    paper,
  })

  if (!ctx.lean) {
    declareRetirement(ctx, timeline, scope, view, retirement, household)
    declareWhatPays(ctx, scope, view, takeHome)
    declareTotals(ctx, timeline, income, { takeHome, contributions, household })
  } else if (ctx.worth) declareWorth(ctx, timeline, income, { takeHome, contributions })
  return household
}

/** Hours worked in a year at a number of days per week. */
export const hoursAt = (ctx: Context, days: Operand, part: Operand): Expression =>
  f`${days} * ${ctx.input('practice/weeksWorked')} * ${ctx.input('practice/hoursPerDay')} * ${part}`
