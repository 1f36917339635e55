import { f, type Operand } from '../../../formula'
import type { Household } from '../../../tax'
import { clampedYear, type Context } from '../../plan/context'
import { isFederal } from '../../plan/tax-mode'
import type { Timeline } from '../../plan/timeline'
import type { Needs } from '../needs'
import { baseHousehold, declareReturn } from './household-return'
import { type Deal, NO_DEAL, type Work } from './income'
import { withDeal } from './sale-on-return'
import { nonzero } from './sums'
import { withWork } from './work-on-return'

/**
 * The tax on the flows of the day of closing alone: with them, less without, in the year of closing, on top of the work
 * of that year in the expected view. A figure; rates are those of the year in blended mode.
 */
export function closingTaxFormula(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  scope: string,
  year: Operand,
  deal: Pick<Deal, 'ordinary' | 'gain' | 'form' | 'personalGoodwill'> | Pick<Deal, 'wages'>,
  work: () => Work,
): Operand {
  if (!isFederal(ctx) && 'wages' in deal) return f`${timeline.rateIn('wages', year)} * ${deal.wages}`
  if (!isFederal(ctx) && 'gain' in deal)
    return f`${timeline.rateIn('ordinary', year)} * (${deal.ordinary}) + ${timeline.rateIn('gain', year)} * ${deal.gain}`
  const at = clampedYear(ctx, year)
  const expected = ctx.model.scope(scope).scope('expected')
  const m = ctx.model.scope(scope).asFigures()
  const row = (id: string) => f`at(${expected.lineLocal(id)}, ${at})`
  const base: Household = {
    ...baseHousehold(ctx, timeline, needs, at),
    withdrawals: row('withdrawals'),
    socialSecurity: f`at(${needs.socialSecurity}, ${at})`,
  }
  const { household } = withWork(ctx, timeline, m.scope('closingWork').under('Tax at closing: pay'), base, work(), at)
  const closing = withDeal(ctx, m.scope('closingWork').under('Tax at closing: corporation'), household, {
    ...NO_DEAL,
    ...deal,
  })
  const taxed = ctx.owns
    ? declareReturn(m, 'closingTaxed', 'Tax at closing', 'with what is paid at closing', closing.household)
    : declareReturn(m, 'closingTaxed', 'Tax at the start', 'with what is paid at the start', closing.household)
  return f`total(${nonzero([taxed.allTax, closing.corporateTax])}) - ${row('yearTaxed/allTax')}`
}
