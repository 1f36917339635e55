import { f, type Operand } from '../../formula'
import { JOINT_LIFE, JOINT_LIFE_SPOUSE_FROM } from '../../tax/parameters/joint-life'
import { FIRST_REQUIRED_AGE, UNIFORM_LIFETIME } from '../../tax/parameters/required-distributions'
import { clampedYear, type Context, type View, type When } from '../plan/context'
import type { Household } from './household'
import type { Timeline } from '../plan/timeline'

/** The age in whose year the law's distributions begin, a figure of the plan. */
export function firstRequiredAge(ctx: Context): Operand {
  return planLine(ctx, 'firstRequiredAge', (m, id) =>
    m.figure(
      id,
      {
        label: 'age of the first required distribution',
        unit: 'years',
        meaning: 'By year of birth: 73 for 1951 to 1959, 75 from 1960 on.',
      },
      f`lookup(${FIRST_REQUIRED_AGE}, ${ctx.birthYear()})`,
    ),
  )
}

/**
 * What the law divides last year's balance by: the Uniform Lifetime Table, or the joint life expectancy of owner and
 * spouse where the spouse is the sole beneficiary and more than ten years younger (Treas. Reg. §1.401(a)(9)-5(c)(2)).
 * Ages are those reached in the year.
 */
export function distributionPeriod(ctx: Context, { age, spouseAge }: Timeline): Operand {
  const uniform = f`lookup(${UNIFORM_LIFETIME}, ${age})`
  const byLaw =
    spouseAge && ctx.document.owner.spouseSoleBeneficiary
      ? f`if(${age} - ${spouseAge} > 10, lookup(${JOINT_LIFE}, ${age} * 1000 + max(${spouseAge}, ${JOINT_LIFE_SPOUSE_FROM})), ${uniform})`
      : uniform
  return planLine(ctx, 'distributionPeriod', (m, id) =>
    m.row(
      id,
      {
        label: 'life expectancy for the required distribution',
        unit: 'years',
        meaning:
          'From the tables of the law, by your age and, if your spouse is the sole beneficiary and more than ten years younger, your spouse’s; 0 while nothing is required.',
      },
      f`if(${age} >= ${firstRequiredAge(ctx)}, ${byLaw}, 0)`,
    ),
  )
}

/** How long the money of a path lasts in a view, and the 25-times rule beside it (section 8). */
export function declareRetirement(
  ctx: Context,
  timeline: Timeline,
  scope: string,
  view: View,
  retirement: When,
  household: Household,
): void {
  const shared = ctx.model.scope(scope).under('Retirement')
  const m = shared.scope(view)
  const { age, priceIndex } = timeline
  const target = planLine(ctx, 'nestEgg', (plan, id) =>
    plan.row(
      id,
      {
        label: 'nest egg that is enough by the rule',
        unit: 'usd',
        meaning: 'So many times the year’s spending in retirement; a rule of thumb, not the plan.',
      },
      f`${ctx.input('owner/nestEggMultiple')} * ${ctx.input('owner/spendingRetired')} * ${priceIndex}`,
    ),
  )
  const reached = m.row(
    'nestEggReached',
    {
      label: 'accounts reach the nest egg',
      unit: 'boolean',
      meaning: 'All accounts after tax, at the end of the year.',
    },
    f`${household.accounts} >= ${target}`,
  )
  m.figure(
    'nestEggAge',
    {
      label: 'age at which accounts reach the nest egg',
      unit: 'years',
      meaning: 'Your age in the first year at whose end they do; none if they never do.',
      optional: true,
    },
    f`at(${age}, 1) + firstYear(${reached}) - 1`,
  )
  m.figure(
    'fundedYears',
    {
      label: 'years of retirement that are paid for',
      unit: 'years',
      meaning: 'From the year of retirement to the last year before money is first missing.',
    },
    f`max(0, ${household.fundedToAge} - at(${age}, ${clampedYear(ctx, retirement.year)}))`,
  )
  if (view === 'guaranteed')
    shared.figure(
      'guaranteedFunds',
      {
        label: 'guaranteed money alone pays for the plan',
        unit: 'boolean',
        meaning: 'The worst-case test: 1 if nothing is missing to the end of the plan in the guaranteed view.',
      },
      f`${household.fundedToAge} >= last(${age})`,
    )
}

/** A line of the plan that all paths share is declared with the first of them. */
function planLine<T extends Operand>(
  ctx: Context,
  id: string,
  declare: (m: Context['model'], id: string) => T,
): Operand {
  const full = `plan/${id}`
  return ctx.model.has(full) ? ctx.model.line(full) : declare(ctx.model.scope('plan').under('Retirement'), id)
}
