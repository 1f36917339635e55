import { f, type Line, type Operand } from '../../formula'
import type { DatedFlow } from '../household/dated'
import { type Context, onDay, type View } from '../plan/context'
import type { Terms } from './terms'
import { clawback } from './leaving'
import type { Payment } from './payments'
import type { Price } from './price'
import type { RolledPart } from './rolled-equity'

/** A payment after closing as a view counts it: weighted by probability, less what leaving early forfeits. */
export interface CountedPayment {
  readonly payment: Payment
  readonly weight: Operand
  readonly principal: DatedFlow
  readonly interest: DatedFlow | undefined
  /** For a note that the law splits differently from its payments: taxed principal and taxed interest. */
  readonly taxed: { readonly principal: Line; readonly interest: Line } | undefined
}

/** Equity that is turned into cash, at its exit or a later recapitalization. */
export interface CountedEquity {
  readonly item: RolledPart
  readonly flow: DatedFlow
  readonly gain: Operand
}

/** What the deal pays in a view, on its days. */
export interface CountedDeal {
  readonly closing: DatedFlow
  readonly payments: readonly CountedPayment[]
  readonly equity: readonly CountedEquity[]
  /** Cash at closing that is paid back: negative. */
  readonly paidBack: DatedFlow
}

export function declareCounted(ctx: Context, price: Price, terms: Terms, view: View): CountedDeal {
  const { scope, closing, leave } = terms
  const m = ctx.model.scope(scope).under('Dated cash flows')
  const v = m.scope(view)
  const flow = (id: string, label: string, meaning: string, formula: Operand, time: Operand): DatedFlow => ({
    row: v.row(id, { label, unit: 'usd', meaning }, formula),
    time,
  })
  // The three views share the row.
  const closingRow = m.hasLocal('closingPaid')
    ? m.lineLocal('closingPaid')
    : m.row(
        'closingPaid',
        { label: 'cash at close', unit: 'usd', meaning: 'On the day of closing.' },
        onDay(closing, price.cashAtClose),
      )
  const payments = price.payments.map((payment): CountedPayment => {
    const weight = f`${payment.weight(view)} * ${payment.kept}`
    const taxedRow = (id: string, { label }: Line, amount: Line) =>
      ctx.model
        .scope(scope)
        .under('How notes are taxed')
        .scope(view)
        .row(
          `${payment.key}/${id}`,
          {
            label: `${label}, as counted`,
            unit: 'usd',
            meaning: 'Weighted by probability, and reduced if you leave early.',
          },
          f`${weight} * ${amount}`,
        )
    const { taxed } = payment
    return {
      payment,
      weight,
      taxed: taxed && {
        principal: taxedRow('principalTaxed', taxed.principal, taxed.principal),
        interest: taxedRow('interestTaxed', taxed.interest, taxed.interest),
      },
      principal: flow(
        `${payment.key}/paid`,
        payment.amount.label,
        'Weighted by probability, and reduced if you leave early.',
        f`${weight} * ${payment.principal}`,
        payment.time,
      ),
      interest:
        payment.interest &&
        flow(
          `${payment.key}/interestPaid`,
          payment.interest.label,
          'Weighted by probability.',
          f`${weight} * ${payment.interest}`,
          payment.time,
        ),
    }
  })
  const equity = price.equities.flatMap((item) =>
    item.cashings.map((cashing, i): CountedEquity => {
      const value = f`${item.value(view)} * ${item.kept}`
      return {
        item,
        flow: flow(
          `${item.component.id}/cashed${i === 0 ? '' : i + 1}`,
          `${item.component.label}: proceeds`,
          'Proceeds at the exit or a later recapitalization.',
          onDay(cashing.when, f`${value} * ${cashing.factor}`),
          cashing.when.t,
        ),
        gain: onDay(cashing.when, f`max(0, ${value} * ${cashing.factor} - ${item.basis} * ${cashing.basisPart})`),
      }
    }),
  )
  const paidBack = flow(
    'clawback',
    'closing cash repaid',
    'If you leave before the term ends.',
    clawback(ctx, terms, price.cash),
    leave,
  )
  return { closing: { row: closingRow, time: closing.t }, payments, equity, paidBack }
}
