import { type Expression, f, type Line, type Operand } from '../../formula'
import type { Context } from '../plan/context'
import type { Practice } from '../practice/practice'
import { declareStaffBonus } from './staff-bonus'
import { tailAtClosing } from './tail-cover'
import type { Terms } from './terms'

/** The closing statement: from the price paid in cash to the amount wired to the owner. */
export interface ClosingStatement {
  readonly workingCapital: Line
  readonly receivables: Line
  readonly debtPaid: Line
  readonly sellingCosts: Line
  /** A bonus to the staff with payroll tax, out of the owner's price; undefined where there is none. */
  readonly staffBonusCost: Line | undefined
  /** Paid for equity with the owner's own money; undefined where none is bought. */
  readonly equityBought: Line | undefined
  readonly cashAtClose: Line
  /** Price paid at closing with working capital: negative if more working capital is owed than is paid. */
  readonly paidAtClosing: Expression
}

/**
 * @param consideration the price of what is sold
 * @param cash the portion of it paid in cash at closing
 * @param bought what is paid for equity that the owner buys, one line for each component
 */
export function declareClosingStatement(
  ctx: Context,
  practice: Practice,
  terms: Terms,
  { consideration, cash, bought }: { consideration: Line; cash: Line; bought: readonly Line[] },
): ClosingStatement {
  const { offer, path, scope, closing } = terms
  const m = ctx.model.scope(scope).under('The price and how it is paid')
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const ownership = ctx.input('practice/ownershipShare')
  const line = (id: string, label: string, meaning: string, formula: Operand) =>
    m.figure(id, { label, unit: 'usd', meaning }, formula)
  const services = offer.structure === 'services'
  const workingCapital = line(
    'workingCapital',
    'working capital',
    'Your share of working capital delivered above the peg; negative if you owe.',
    services ? 0 : f`${input('costs/workingCapital')} * ${ownership}`,
  )
  const receivables = line(
    'receivables',
    'receivables you keep',
    'Collected by you for work done before closing.',
    services ? 0 : input('costs/receivables'),
  )
  const debtPaid = line(
    'debtPaid',
    'practice debt paid off',
    'Your share of the balance at closing.',
    offer.debt === 'stays' || services ? 0 : f`${ownership} * (${practice.debt.balanceAt(closing.t)})`,
  )
  const audited = offer.costs.audit !== 0 && !services
  const sellingCosts = line(
    'sellingCosts',
    'costs of the sale',
    audited
      ? 'Broker, legal and accounting, and the audit or quality-of-earnings report.'
      : 'Broker, legal and accounting.',
    audited
      ? f`${input('costs/broker')} * ${consideration} + ${input('costs/legal')} + ${input('costs/audit')}`
      : f`${input('costs/broker')} * ${consideration} + ${input('costs/legal')}`,
  )
  const staffBonusCost = declareStaffBonus(ctx, terms, consideration)
  const equityBought =
    bought.length === 0
      ? undefined
      : line('equityBought', 'equity you buy', 'Paid at closing with your own money.', f`total(${bought})`)
  const wired = f`${cash} + ${workingCapital} + ${receivables} - ${debtPaid} - ${sellingCosts}`
  const alsoPaid = [equityBought, staffBonusCost, tailAtClosing(ctx, terms)].filter((item) => item !== undefined)
  const cashAtClose = line(
    'cashAtClose',
    'cash at close',
    alsoPaid.length > 0
      ? `Wired to you at closing, before tax, less what you pay for ${alsoPaid.map(({ label }) => label).join(', ')}.`
      : 'Wired to you, before tax.',
    alsoPaid.length > 0 ? f`${wired} - total(${alsoPaid})` : wired,
  )
  return {
    workingCapital,
    receivables,
    debtPaid,
    sellingCosts,
    staffBonusCost,
    equityBought,
    cashAtClose,
    paidAtClosing: f`(${cash} + ${workingCapital})`,
  }
}
