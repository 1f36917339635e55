import { f, type Line, type Model } from '../../../formula'
import { clampedYear, type Context, type View } from '../../plan/context'
import type { Timeline } from '../../plan/timeline'
import type { Needs } from '../needs'
import { declareEstimate } from './estimate'
import { baseHousehold, declareReturn, spouseTax } from './household-return'
import { type Deal, NO_DEAL, type Work } from './income'
import { declareIncomeLines } from './income-lines'
import { datedTaxWords, incomeTaxMeaning, type PathTaxes } from './path-taxes'
import { withDeal } from './sale-on-return'
import { declareSaleTaxParts, partsOfSale } from './sale-tax-parts'
import { minus, nonzero } from './sums'
import { declareDeferredTaxInterest } from './deferred-tax-interest'
import { withWork } from './work-on-return'

/**
 * Taxes by the law: the household's return three times a year, with work alone, with other income, and with dated
 * cash flows. The tax on each is what its step adds.
 */
export function taxesByLaw(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  scope: string,
  view: View,
  work: Work,
  deal: Deal,
): PathTaxes {
  const m = ctx.model.scope(scope).scope(view)
  const withdrawals = m.under('Household').declare(
    'withdrawals',
    {
      label: 'taxed withdrawals',
      unit: 'usd',
      meaning:
        'The required minimum distribution, plus what was withdrawn from tax-deferred accounts at the end of last year.',
    },
    'row',
  )
  const base = baseHousehold(ctx, timeline, needs)
  const working = withWork(ctx, timeline, m.under('Tax on work: pay'), base, work)
  const worked = declareReturn(m, 'workTaxed', 'Tax on work', 'on work alone', working.household)
  const spouse = spouseTax(ctx, base)
  const incomeTax = m.under('What you take home').row(
    'incomeTax',
    {
      label: 'tax on the year’s income',
      unit: 'usd',
      meaning: `${incomeTaxMeaning(ctx)}: federal, payroll and state tax as if the household had no other income${spouse === 0 ? '' : ' but the spouse’s wages, less the tax on those alone'}.`,
    },
    minus(f`total(${nonzero([worked.allTax, working.employerTax])})`, spouse),
  )

  const yearly = { ...working.household, withdrawals, socialSecurity: needs.socialSecurity }
  const year = declareReturn(m, 'yearTaxed', 'Tax with other income', 'with other income', yearly)
  const otherTax = m.under('Household').row(
    'otherTax',
    {
      label: 'tax on other income',
      unit: 'usd',
      meaning: 'The added tax on the household’s return from Social Security, withdrawals and the spouse’s wages.',
    },
    spouse === 0 ? f`${year.allTax} - ${worked.allTax}` : f`${year.allTax} - (${worked.allTax} - ${spouse})`,
  )

  const selling = withDeal(ctx, m.under('Tax with the sale: corporation'), { ...yearly, carriesLosses: true }, deal)
  const sold = ctx.owns
    ? declareReturn(m, 'saleTaxed', 'Tax with the sale', 'with the sale', selling.household)
    : declareReturn(m, 'saleTaxed', 'Tax with bonuses and equity', 'with bonuses and equity', selling.household)
  // Nothing reads these lines but the return as a CPA sees it.
  if (!ctx.lean && view === 'expected') {
    const told = { ctx, work, corporation: working.corporation, withdrawals }
    const without = m.scope('yearTaxed').labeled(', with other income').under('Tax with other income: income')
    declareIncomeLines(without, { ...told, deal: NO_DEAL, household: yearly }, year)
    const [heading, which] = ctx.owns
      ? ['Tax with the sale', 'with the sale']
      : ['Tax with bonuses and equity', 'with bonuses and equity']
    const withSale = m.scope('saleTaxed').labeled(`, ${which}`).under(`${heading}: income`)
    declareIncomeLines(withSale, { ...told, deal, household: selling.household }, sold)
  }
  const deferredTaxInterest = declareDeferredTaxInterest(ctx, scope, view, deal.obligations)
  const datedTax = m
    .under('Dated cash flows')
    .row(
      'datedTax',
      datedTaxWords(ctx),
      f`total(${nonzero([sold.allTax, selling.corporateTax, deferredTaxInterest])}) - ${year.allTax}`,
    )
  if (ctx.estimating && view === 'expected')
    declareEstimate(ctx, scope, m, {
      work,
      deal,
      needs,
      working: working.household,
      yearly,
      incomeTax,
      spouse,
      withdrawals,
      worked: worked.allTax,
      year: year.allTax,
      sold: f`total(${nonzero([sold.allTax, selling.corporateTax])})`,
    })
  const rate = declareSaleRate(ctx, m, deal, { datedTax, deferredTaxInterest })
  declareSaleTaxParts(ctx, scope, view, partsOfSale(sold, year, selling.corporateTax, deferredTaxInterest))
  return {
    incomeTax,
    datedTax,
    otherTax,
    withdrawals,
    rate: () => rate,
    rateIn: (_, inYear) => f`at(${rate}, ${clampedYear(ctx, inYear)})`,
    rateIfSold: (_, saleYear) => f`at(${rate}, ${clampedYear(ctx, saleYear)})`,
  }
}

/** The average tax rate on a year's dated cash flows. */
function declareSaleRate(
  ctx: Context,
  m: Model,
  deal: Deal,
  { datedTax, deferredTaxInterest }: { readonly datedTax: Line; readonly deferredTaxInterest: Line | 0 },
): Line {
  const taxedAmounts = nonzero([
    deal.ordinary,
    deal.gain,
    deal.exitGain,
    deal.passiveGain,
    deal.assetGain,
    deal.interest,
    deal.wages,
    deal.buildingGain,
  ])
  return m.under(ctx.owns ? 'Tax with the sale: total' : 'Tax with bonuses and equity: total').row(
    'datedRate',
    {
      label: ctx.owns ? 'average tax rate on the sale' : 'average tax rate on bonuses and equity',
      unit: 'rate',
      meaning: `Tax on the year’s ${ctx.owns ? 'sale proceeds' : 'bonuses and equity'} ÷ the taxable portion; also used to value what is not yet sold.`,
    },
    taxedAmounts.length === 0
      ? 0
      : f`if(total(${taxedAmounts}) > 0.005, clamp(${deferredTaxInterest === 0 ? datedTax : f`(${datedTax} - ${deferredTaxInterest})`} / max(0.005, total(${taxedAmounts})), 0, 1), 0)`,
  )
}
