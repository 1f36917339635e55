import { f } from '../../../formula'
import type { Context, View } from '../../plan/context'
import { isFederal } from '../../plan/tax-mode'
import type { Timeline } from '../../plan/timeline'
import type { Needs } from '../needs'
import { taxesByLaw } from './by-law'
import { taxesAtEffectiveRates } from './effective-rates'
import type { Deal, Work } from './income'
import type { PathTaxes } from './path-taxes'
import { nonzero } from './sums'

export { closingTaxFormula } from './closing-tax'
export { declareTaxedDebt, type TaxedDebt } from './debts'
export { holderOf } from './deferred-tax-interest'
export { fullYearTax } from './full-year-tax'
export { type Deal, NO_DEAL, NO_WORK, type Work } from './income'
export type { PathTaxes, SaleKind } from './path-taxes'

/**
 * Section 7 of the method: what a path's income is taxed, in either of its modes. `blended` multiplies by effective
 * rates. `federal` computes the household's return three times a year, each with more in it: practice and job (beside the
 * spouse's wages), then Social Security and withdrawals, then dated cash flows. The tax on each is what its
 * step adds: take-home does not depend on account balances, and the tax on the sale is the year's tax with it less the
 * year's tax without it.
 */
export function declareTaxes(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  scope: string,
  view: View,
  work: Work,
  deal: Deal,
): PathTaxes {
  const gains = nonzero([deal.gain, deal.exitGain, deal.passiveGain, deal.assetGain, deal.buildingGain])
  if (gains.length > 0)
    ctx.model
      .scope(scope)
      .scope(view)
      .under('Dated cash flows')
      .row(
        'recognizedGain',
        {
          label: 'gain recognized',
          unit: 'usd',
          meaning:
            'Gain on the practice as its payments arrive, on a kept share, on equity in the parent, on real estate and on other assets.',
        },
        f`total(${gains})`,
      )
  return isFederal(ctx)
    ? taxesByLaw(ctx, timeline, needs, scope, view, work, deal)
    : taxesAtEffectiveRates(ctx, timeline, scope, view, work, deal)
}
