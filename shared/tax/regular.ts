import { f, type Line } from '../formula'
import { gainTax, type CapitalGain, type Stacking } from './gain'
import type { Context, Part } from './household'

/** Regular tax: ordinary brackets, gain on top, never more than all of it on the ordinary brackets. */
export interface RegularTax {
  readonly ordinaryTax: Line
  readonly gainTax: Part
  readonly regularTax: Line
}

export function declareRegular(ctx: Context, taxableIncome: Line, gain: CapitalGain, stacking: Stacking): RegularTax {
  const { m, law, index } = ctx
  const usd = (label: string, meaning: string) => ({ label, unit: 'usd' as const, meaning })
  const onGain = gainTax(ctx, gain, stacking, taxableIncome, 'regular')
  if (onGain === 0 || stacking.ordinary === 0) {
    const regularTax = m.row(
      'regularTax',
      usd('regular income tax', 'The ordinary brackets on taxable income (26 U.S.C. §1).'),
      f`brackets(${law.ordinary}, ${taxableIncome}, ${index})`,
    )
    return { ordinaryTax: regularTax, gainTax: 0, regularTax }
  }
  const ordinaryTax = m.row(
    'ordinaryTax',
    usd('tax on ordinary income', 'The ordinary brackets on taxable ordinary income (26 U.S.C. §1).'),
    f`brackets(${law.ordinary}, ${stacking.ordinary}, ${index})`,
  )
  const onTop = m.row(
    'gainTax',
    usd(
      'tax on gain',
      'Gain and qualified dividends at their rates on top of ordinary income, or at ordinary rates if that is less.',
    ),
    f`min(${onGain}, brackets(${law.ordinary}, ${taxableIncome}, ${index}) - ${ordinaryTax})`,
  )
  const regularTax = m.row(
    'regularTax',
    usd('regular income tax', 'Tax on ordinary income and tax on gain (Schedule D Tax Worksheet).'),
    f`${ordinaryTax} + ${onTop}`,
  )
  return { ordinaryTax, gainTax: onTop, regularTax }
}
