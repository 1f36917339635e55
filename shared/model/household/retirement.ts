import { f } from '../../formula'
import { clampedYear, type Context, type View, type When } from '../plan/context'
import { planLine } from '../plan/plan-line'
import type { Timeline } from '../plan/timeline'
import type { Household } from './household'

/** How long a path's money lasts in a view, and the 25-times rule for comparison (section 8). */
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
        label: 'nest egg required by rule of thumb',
        unit: 'usd',
        meaning: 'A multiple of annual retirement spending; a rule of thumb, not the plan.',
      },
      f`${ctx.input('owner/nestEggMultiple')} * ${ctx.input('owner/spendingRetired')} * ${priceIndex}`,
    ),
  )
  const reached = m.row(
    'nestEggReached',
    {
      label: 'accounts reach the nest egg',
      unit: 'boolean',
      meaning: '1 if all accounts, after tax, reach it at year-end.',
    },
    f`${household.accounts} >= ${target}`,
  )
  m.figure(
    'nestEggAge',
    {
      label: 'age at which accounts reach the nest egg',
      unit: 'years',
      meaning: 'Your age in the first year that ends with enough; none if no year does.',
      optional: true,
    },
    f`at(${age}, 1) + firstYear(${reached}) - 1`,
  )
  m.figure(
    'fundedYears',
    {
      label: 'years of retirement funded',
      unit: 'years',
      meaning: 'From the year of retirement to the last year before the first shortfall.',
    },
    f`max(0, ${household.fundedToAge} - at(${age}, ${clampedYear(ctx, retirement.year)}))`,
  )
  if (view === 'guaranteed')
    shared.figure(
      'guaranteedFunds',
      {
        label: 'noncontingent money alone funds the plan',
        unit: 'boolean',
        meaning: 'The worst-case test: 1 if the noncontingent view has no shortfall through the end of the plan.',
      },
      f`${household.fundedToAge} >= last(${age})`,
    )
}
