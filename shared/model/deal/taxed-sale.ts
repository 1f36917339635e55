import { f, type Operand } from '../../formula'
import { type Deal, NO_DEAL } from '../household/taxes'
import type { Context, View } from '../plan/context'
import type { Terms } from './terms'
import type { TaxedAtClosing } from './closing'
import type { CountedDeal, CountedEquity } from './counted'
import type { JobMoney } from './job-money'
import { holderOf } from '../household/taxes'
import type { Price } from './price'

/** The deal's taxable income in a view, by kind: at closing and as later payments arrive. */
export function declareTaxedSale(
  ctx: Context,
  price: Price,
  atClosing: TaxedAtClosing,
  { payments, equity, paidBack }: CountedDeal,
  jobMoney: JobMoney | undefined,
  { offer, scope, closing }: Terms,
  view: View,
): Deal {
  const m = ctx.model.scope(scope).under('Dated cash flows').scope(view)
  const ratio = price.grossProfitRatio
  const ofPrice = payments.filter(({ payment }) => !payment.wages)
  const unpaid = m.figure(
    'neverPaid',
    {
      label: 'price never paid',
      unit: 'usd',
      meaning: 'Scheduled payments of the price that this view does not count.',
    },
    f`total(${ofPrice.map(({ payment, principal, taxed }) => (taxed ? f`${payment.taxed!.amount} - sum(${taxed.principal})` : f`${payment.amount} - sum(${principal.row})`))})`,
  )
  const gainAtClosing = f`if(n = ${closing.year}, ${atClosing.gain}, 0)`
  const principals = ofPrice.map(({ principal, taxed }) => taxed?.principal ?? principal.row)
  const gain = m.row(
    'saleGain',
    {
      label: 'gain on the sale',
      unit: 'usd',
      meaning:
        'Gain in the year’s payments, less cash clawed back; in the last year also less any unpaid price and any amount owed at closing.',
    },
    offer.instalments
      ? f`${gainAtClosing} + ${ratio} * (total(${principals})) + ${paidBack.row} - if(n = ${price.lastPaymentYear}, (1 - ${ratio}) * ${unpaid} - ${ratio} * min(0, ${price.paidAtClosing}), 0)`
      : f`${gainAtClosing} + ${paidBack.row} - if(n = ${price.lastPaymentYear}, ${unpaid}, 0)`,
  )
  const interest = payments.flatMap(({ interest: row, taxed }) => (taxed ? [taxed.interest] : row ? [row.row] : []))
  const notes = payments.flatMap(({ payment, weight }) => (payment.taxed ? [{ note: payment.taxed, weight }] : []))
  const wages = payments.filter(({ payment }) => payment.wages).map(({ principal }) => principal.row)
  const fixed = ofPrice.filter(({ payment }) => payment.component.kind !== 'earnOut')
  const fixedGain =
    fixed.length === 0
      ? 0
      : f`${ratio} * total(${fixed.map(({ principal, taxed }) => taxed?.principal ?? principal.row)})`
  return {
    ...NO_DEAL,
    form: atClosing.form,
    personalGoodwill: atClosing.personalGoodwill,
    ordinary: f`if(n = ${closing.year}, ${atClosing.ordinary}, 0)`,
    gain,
    passiveGain: sumOf(gainsOf(equity, { longTerm: true })),
    // Short-term gain on granted units is taxed like interest: at ordinary rates and as investment income.
    interest: sumOf([...interest, ...gainsOf(equity, { longTerm: false })]),
    obligations:
      offer.instalments && notes.length > 0
        ? [
            {
              id: '',
              of: '',
              given: closing,
              salePrice: price.consideration,
              holder: holderOf(ctx, offer.saleForm),
              amount: f`total(${notes.map(({ note }) => note.amount)})`,
              gainDeferred: f`${ratio} * total(${notes.map(({ note, weight }) => f`${weight} * (${note.amount} - sumToDate(${note.principal}))`)})`,
            },
          ]
        : [],
    installments: offer.instalments ? { saleYear: closing.year, fixedGain } : undefined,
    wages: sumOf([...wages, ...(jobMoney?.wages ?? [])]),
  }
}

/** Gains on equity: long-term, except granted units not held long enough. */
const gainsOf = (equity: readonly CountedEquity[], { longTerm }: { readonly longTerm: boolean }): Operand[] =>
  equity
    .filter(({ item: { component } }) => (component.acquired !== 'granted' || component.longTerm) === longTerm)
    .map(({ gain }) => gain)

/** A sum, or the number 0 where there is nothing to add. */
const sumOf = (parts: readonly Operand[]): Operand => (parts.length === 0 ? 0 : f`total(${parts})`)
