import { f, type Line } from '../../formula'
import type { Context } from '../plan/context'
import { withPayrollTax } from '../plan/payroll'
import type { Terms } from './terms'

/**
 * The cost to the owner of a transaction bonus to the staff, with the employer's payroll tax, in dollars: it comes out of
 * the owner's price. As staff wages it is deducted from ordinary income in the year of closing (26 U.S.C. §162(a)(1)).
 * Undefined where none is promised.
 */
export function declareStaffBonus(ctx: Context, terms: Terms, consideration: Line): Line | undefined {
  const { offer, path, scope } = terms
  const { stated } = offer.staffBonus
  if (offer.structure === 'services' || offer.staffBonus[stated] === 0) return undefined
  const m = ctx.model.scope(scope).under('The price and how it is paid')
  const input = ctx.input(`${path}/staffBonus/${stated}`)
  const bonus = m.figure(
    'staffBonus',
    {
      label: 'transaction bonus to your staff',
      unit: 'usd',
      meaning: 'Paid at closing out of your price, before payroll tax.',
    },
    stated === 'share' ? f`${input} * ${consideration}` : input,
  )
  return m.figure(
    'staffBonusCost',
    {
      label: 'bonus to your staff with payroll tax',
      unit: 'usd',
      meaning:
        'Includes the employer’s Social Security and Medicare tax, assuming no one is paid above the wage base (26 U.S.C. §3111); deducted from ordinary income, or from the gain if stock or units are sold.',
    },
    withPayrollTax(ctx, bonus),
  )
}
