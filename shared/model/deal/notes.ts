import type { Component } from '../../case/schema'
import { f, type Line } from '../../formula'
import { declareTaxedDebt, type TaxedDebt } from '../household/taxes'
import type { Context, When } from '../plan/context'

interface Note {
  readonly component: Extract<Component, { kind: 'note' }>
  /** Path of its fields. */
  readonly path: string
  readonly closing: When
  readonly amount: Line
  /** The level payment of a year. */
  readonly payment: Line
  /** Interest as the note states it. */
  readonly interest: Line
}

/** A note of an offer. */
export function declareTaxedNote(ctx: Context, scope: string, note: Note, consideration: Line): TaxedDebt {
  const { component, path, closing, amount, payment, interest } = note
  const level = component.repayment === 'level'
  const [rate, years] = [ctx.input(`${path}/rate`), ctx.input(`${path}/years`)]
  return declareTaxedDebt(ctx, scope, {
    id: component.id,
    name: component.label,
    amount,
    rate,
    years,
    closing,
    interest,
    payment: level ? payment : undefined,
    maturity: level
      ? f`if(and(${rate} > 0, ${amount} > 0), (${payment} / ${amount} * ${years} - 1) / ${rate}, (${years} + 1) / 2)`
      : f`${years}`,
    worth: (required, perDollar) =>
      level
        ? f`${payment} / ${perDollar}`
        : f`${rate} * ${amount} / ${perDollar} + ${amount} / (1 + ${required}) ^ ${years}`,
    salePrice: consideration,
  })
}
