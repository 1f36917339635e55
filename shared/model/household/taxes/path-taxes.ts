import type { Context } from '../../plan/context'
import type { Line, Operand } from '../../../formula'
import type { RateKind } from '../../plan/timeline'

/** The taxes of a path in a view. */
export interface PathTaxes {
  /** On practice, job and rent. */
  readonly incomeTax: Line
  /** On dated cash flows. */
  readonly datedTax: Line
  /** On other household income; 0 at effective rates, which tax each item directly. */
  readonly otherTax: Operand
  /** Withdrawals taxed in the year, defined by the household (federal mode only). */
  readonly withdrawals: Line | undefined
  /** The rate on a sale in the row of its own year, and of a given year. */
  rate(kind: SaleKind): Operand
  rateIn(kind: SaleKind, year: Operand): Operand
  /** The rate at which something unsold in the row's year is valued, if it is sold in another year. */
  rateIfSold(kind: SaleKind, saleYear: Operand): Operand
}

export type SaleKind = Extract<RateKind, 'ordinary' | 'gain' | 'passiveGain' | 'interest'>

export const incomeTaxMeaning = (ctx: Context): string =>
  `On ${ctx.owns ? 'practice profit and pay' : 'pay'}, after plan contributions`

export const datedTaxWords = (ctx: Context) =>
  ({
    label: ctx.owns ? 'tax on the sale' : 'tax on bonuses and equity',
    unit: 'usd',
    meaning: `On ${ctx.owns ? 'the sale, later payments, interest and equity exits' : 'bonuses, forgiven loans and equity'}, in the year in which they are taxed.`,
  }) as const
