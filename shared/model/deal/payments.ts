import type { Component } from '../../case/schema'
import { f, type Line, type Operand } from '../../formula'
import { type Context, onDay, type View, weight, type When } from '../plan/context'
import { isFederal } from '../plan/tax-mode'
import type { Affiliation } from './affiliation'
import type { Terms } from './terms'
import { declareEarnOut } from './earn-outs'
import { keptShare, ownLeaving } from './leaving'
import type { TaxedDebt } from '../household/taxes'
import { declareTaxedNote } from './notes'

/** A component paid in cash after closing: its amount in each year as promised, before any weighting. */
export interface Payment {
  readonly component: Exclude<Component, { kind: 'rolled' }>
  /** The prefix of its lines; an earn-out with several targets has one payment for each. */
  readonly key: string
  readonly path: string
  readonly amount: Line
  readonly principal: Line
  readonly interest: Line | undefined
  /** When the payment of year n falls. */
  readonly time: Operand
  readonly lastYear: Operand
  readonly wages: boolean
  /** A note as the law taxes it; undefined at effective rates, which tax it as written. */
  readonly taxed: TaxedDebt | undefined
  /** The portion kept if the owner has left by then. */
  readonly kept: Line
  weight(view: View): Operand
}

/** Declares the payments of a component: one, or one for each target of an earn-out. */
export function declarePayments(
  ctx: Context,
  affiliation: Affiliation,
  terms: Terms,
  component: Payment['component'],
  consideration: Line,
): Payment[] {
  const { scope, closing, path: offerPath } = terms
  const path = `${offerPath}/components/${component.id}`
  const m = ctx.model.scope(scope).under('The price and how it is paid')
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const keptLine = (key: string, label: string, time: Operand, shape: 'row' | 'figure') => {
    const declaration = {
      label: `${label}: portion kept`,
      unit: 'rate',
      meaning: 'Below 100% if you leave before the term ends.',
    } as const
    const formula = keptShare(ownLeaving(ctx, terms), path, time)
    return shape === 'row' ? m.row(`${key}/kept`, declaration, formula) : m.figure(`${key}/kept`, declaration, formula)
  }
  const weigh = (view: View): Operand => weight(view, input('probability'), component.unconditional)
  const onOneDay = (key: string, label: string, when: When, amount: Line) => ({
    component,
    key,
    path,
    amount,
    principal: m.row(
      `${key}/due`,
      { label: `${label}: due`, unit: 'usd', meaning: 'Due in the year, before weighting by probability.' },
      onDay(when, f`${amount}`),
    ),
    interest: undefined,
    time: when.t,
    lastYear: when.year,
    taxed: undefined,
    kept: keptLine(key, label, when.t, 'figure'),
  })

  if (component.kind === 'earnOut') {
    const { wages } = component
    return declareEarnOut(ctx, affiliation, terms, component, consideration).payments.map(
      ({ key, label, when, amount, earned }) => ({
        ...onOneDay(key, label, when, amount),
        wages,
        weight: earned ? (view) => (view === 'expected' ? earned : view === 'maximum' ? 1 : 0) : weigh,
      }),
    )
  }

  const name = component.label
  const amount = m.figure(
    `${component.id}/amount`,
    { label: name, unit: 'usd', meaning: 'As promised: principal, or the maximum payable.' },
    component.basis === 'fixed' ? input('amount') : f`${input('share')} * ${consideration}`,
  )
  if (component.kind === 'note') {
    const time = f`${closing.t} + n - ${closing.year}`
    const kept = keptLine(component.id, name, time, 'row')
    const payment = m.figure(
      `${component.id}/payment`,
      { label: `${name}: level payment`, unit: 'usd', meaning: 'Annual payment of interest and principal.' },
      f`payment(${input('rate')}, ${input('years')}, ${amount})`,
    )
    const balance = m.declare(
      `${component.id}/balance`,
      { label: `${name}: balance`, unit: 'usd', meaning: 'Owed to you at year-end.' },
      'row',
    )
    const due = f`and(n > ${closing.year}, n <= ${closing.year} + ${input('years')})`
    const interest = m.row(
      `${component.id}/interest`,
      { label: `${name}: interest`, unit: 'usd', meaning: 'Ordinary income, paid on each anniversary of closing.' },
      0,
      f`if(${due}, prev(${balance}) * ${input('rate')}, 0)`,
    )
    const principal = m.row(
      `${component.id}/principal`,
      { label: `${name}: principal`, unit: 'usd', meaning: 'Repaid to you on the anniversary of closing.' },
      0,
      component.repayment === 'level'
        ? f`if(${due}, ${payment} - ${interest}, 0)`
        : f`if(n = ${closing.year} + ${input('years')}, ${amount}, 0)`,
    )
    m.define(
      balance,
      f`if(${closing.year} = n, ${amount}, 0)`,
      f`if(${closing.year} = n, ${amount}, prev(${balance}) - ${principal})`,
    )
    const lastYear = f`${closing.year} + ${input('years')}`
    const taxed = isFederal(ctx)
      ? declareTaxedNote(ctx, scope, { component, path, closing, amount, payment, interest }, consideration)
      : undefined
    return [
      {
        component,
        key: component.id,
        path,
        amount,
        principal,
        interest,
        time,
        lastYear,
        wages: false,
        taxed,
        kept,
        weight: weigh,
      },
    ]
  }

  const when = ctx.monthsAfter(`${offerPath}/closing`, `${path}/months`)
  return [{ ...onOneDay(component.id, name, when, amount), wages: false, weight: weigh }]
}
