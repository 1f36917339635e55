import { f, type Operand } from '../../formula'
import { JOINT_LIFE, JOINT_LIFE_SPOUSE_FROM } from '../../tax/parameters/joint-life'
import { FIRST_REQUIRED_AGE, UNIFORM_LIFETIME } from '../../tax/parameters/required-distributions'
import type { Context } from '../plan/context'
import { planLine } from '../plan/plan-line'
import type { Timeline } from '../plan/timeline'

/** The age in whose year the law's distributions begin, a figure of the plan. */
export function firstRequiredAge(ctx: Context): Operand {
  return planLine(ctx, 'firstRequiredAge', (m, id) =>
    m.figure(
      id,
      {
        label: 'age at first required minimum distribution',
        unit: 'years',
        meaning: 'By year of birth: 73 for 1951–1959, 75 for 1960 or later.',
      },
      f`lookup(${FIRST_REQUIRED_AGE}, ${ctx.birthYear()})`,
    ),
  )
}

/**
 * The divisor of last year's balance by law: the Uniform Lifetime Table, or the joint life expectancy of owner and
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
        label: 'life expectancy for the required minimum distribution',
        unit: 'years',
        meaning:
          'From the IRS tables, by your age and, if your spouse is the sole beneficiary and more than ten years younger, your spouse’s; 0 while nothing is required.',
      },
      f`if(${age} >= ${firstRequiredAge(ctx)}, ${byLaw}, 0)`,
    ),
  )
}
