import { f, type Operand } from '../../../formula'
import type { TaxLines } from '../../../tax'
import type { Context, View } from '../../plan/context'
import { minus } from './sums'

/** The parts of the tax on the sale; payroll taxes form one part, and so do state taxes. */
const SALE_TAX_PARTS: readonly { readonly id: string; readonly label: string; readonly of: readonly string[] }[] = [
  { id: 'ordinaryTax', label: 'federal tax on ordinary income', of: ['ordinaryTax'] },
  { id: 'gainTax', label: 'federal tax on gain', of: ['gainTax'] },
  { id: 'amt', label: 'alternative minimum tax', of: ['amt'] },
  { id: 'niit', label: 'net investment income tax', of: ['niit'] },
  { id: 'payroll', label: 'payroll tax', of: ['seTax', 'fica', 'additionalMedicare'] },
  { id: 'state', label: 'state tax', of: ['stateTaxOnOrdinaryIncome', 'stateTaxOnGain', 'stateTaxByLaw'] },
]

/** Each part of the tax on the sale: the household's tax with the sale less the same without it. */
export function partsOfSale(sold: TaxLines, without: TaxLines, corporateTax: Operand, deferredTaxInterest: Operand) {
  const linesOf = (taxed: TaxLines, ids: readonly string[]) =>
    taxed.parts.filter(({ id }) => ids.includes(id)).map(({ line }) => line)
  const parts = SALE_TAX_PARTS.flatMap(({ id, label, of }) => {
    const [after, before] = [linesOf(sold, of), linesOf(without, of)]
    if (after.length === 0) return []
    return [{ id, label, formula: minus(f`total(${after})`, before.length === 0 ? 0 : f`total(${before})`) }]
  })
  const besides = [
    { id: 'corporateTax', label: 'corporate tax', amount: corporateTax },
    { id: 'deferredTaxInterest', label: 'interest on deferred tax', amount: deferredTaxInterest },
  ]
  return [
    ...parts,
    ...besides.flatMap(({ id, label, amount }) => (amount === 0 ? [] : [{ id, label, formula: f`${amount}` }])),
  ]
}

/** The tax on the sale by part, over all years. */
export function declareSaleTaxParts(
  ctx: Context,
  scope: string,
  view: View,
  parts: readonly { id: string; label: string; formula: Operand }[],
): void {
  if (ctx.lean) return
  const what = ctx.owns ? 'the sale' : 'bonuses and equity'
  const m = ctx.model
    .scope(scope)
    .under(ctx.owns ? 'Where the price went' : 'Tax on bonuses and equity')
    .scope(view)
    .scope('saleTax')
  const sums = parts.map(({ id, label, formula }) => {
    const meaning = `This component of the tax on ${what}.`
    const row = m.row(`${id}Year`, { label: `tax on ${what}: ${label}`, unit: 'usd', meaning }, formula)
    return m.figure(id, { label, unit: 'usd', meaning: `${meaning} All years.` }, f`sum(${row})`)
  })
  m.figure(
    'all',
    {
      label: `tax on ${what}`,
      unit: 'usd',
      meaning: ctx.owns ? 'On the price, later payments, interest and equity exits; all years.' : 'All years.',
    },
    f`total(${sums})`,
  )
}
