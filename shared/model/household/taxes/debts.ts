import { f, type Line, type Operand } from '../../../formula'
import { quoted } from '../../../tax'
import { RATE_TERMS, SMALL_SALE } from '../../../tax/parameters/installment'
import type { Context, When } from '../../plan/context'

/** The heading of what the law makes of notes. */
export const SECTION = 'How notes are taxed'

/** A note as the law taxes it: its payments split into price and interest. */
export interface TaxedDebt {
  readonly amount: Line
  readonly principal: Line
  readonly interest: Line
}

/** A promise to pay in later years: its terms, and what they come to. */
interface Debt {
  /** Before the ids and the labels of its lines. */
  readonly id: string
  readonly name: string
  readonly amount: Operand
  readonly rate: Operand
  readonly years: Operand
  readonly closing: When
  /** Interest of a year as it is stated. */
  readonly interest: Operand
  /** Principal and interest of a year; undefined where principal comes in one sum at the end. */
  readonly payment: Operand | undefined
  /** Weighted average maturity, years. */
  readonly maturity: Operand
  /** What the payments are worth at a yearly rate; a payment of `perDollar` a year repays 1 dollar at that rate. */
  readonly worth: (required: Line, perDollar: Operand) => Operand
  /** The price of all that is sold. */
  readonly salePrice: Operand
}

/**
 * 26 U.S.C. §1274: a note that pays less than the applicable federal rate is worth, for tax, what its payments are worth
 * at that rate; the rest of them is interest, which accrues from anniversary to anniversary whether it is paid or not
 * (1272). A note that pays the rate is taxed as written. The rate depends on the weighted average maturity (Treas. Reg.
 * §1.1274-4(c)). Interest of a contract year is taxed in the calendar year in which the contract year ends.
 */
export function declareTaxedDebt(ctx: Context, scope: string, debt: Debt): TaxedDebt {
  const { id, name, amount, rate, years, closing, interest: stated, payment } = debt
  const m = ctx.model.scope(scope).under(SECTION)
  const federalRate = (term: string) => ctx.input(`tax/federal/applicableRates/${term}`)

  const maturity = m.figure(
    `${id}/maturity`,
    {
      label: `${name}: weighted average maturity`,
      unit: 'years',
      meaning: 'Years until the average dollar of principal is repaid.',
    },
    debt.maturity,
  )
  const required = m.figure(
    `${id}/requiredRate`,
    {
      label: `${name}: applicable federal rate`,
      unit: 'rate',
      meaning: 'By maturity: the minimum rate the law accepts (26 U.S.C. §1274(d)).',
    },
    f`if(${maturity} <= ${RATE_TERMS.value.short}, ${federalRate('short')}, if(${maturity} <= ${RATE_TERMS.value.mid}, ${federalRate('mid')}, ${federalRate('long')}))`,
  )
  const imputes = f`and(${rate} < ${required}, ${debt.salePrice} > ${quoted(SMALL_SALE, 'sale that needs no stated interest', 'usd')})`
  const worth = debt.worth(required, f`payment(${required}, ${years}, 1)`)
  const taxedAmount = m.figure(
    `${id}/taxedAmount`,
    {
      label: `${name}: principal for tax`,
      unit: 'usd',
      meaning:
        'Present value of its payments at the applicable federal rate if it pays less; otherwise its stated principal.',
    },
    f`if(${imputes}, ${worth}, ${amount})`,
  )
  const taxedYield = m.figure(
    `${id}/yield`,
    { label: `${name}: interest rate for tax`, unit: 'rate', meaning: 'The stated rate, or the imputed rate.' },
    f`if(${imputes}, ${required}, ${rate})`,
  )
  const balance = m.declare(
    `${id}/taxedBalance`,
    {
      label: `${name}: balance for tax`,
      unit: 'usd',
      meaning: 'Principal and accrued interest not yet paid at year-end.',
    },
    'row',
  )
  const lastYear = f`${closing.year} + ${years}`
  const due = f`and(n > ${closing.year}, n <= ${lastYear})`
  const interest = m.row(
    `${id}/taxedInterest`,
    {
      label: `${name}: interest for tax`,
      unit: 'usd',
      meaning: 'Stated or imputed interest for the contract year ending this year; ordinary income.',
    },
    0,
    f`if(${due}, prev(${balance}) * ${taxedYield}, 0)`,
  )
  const principal = m.row(
    `${id}/taxedPrincipal`,
    {
      label: `${name}: principal payment for tax`,
      unit: 'usd',
      meaning: 'The portion of the payment that is purchase price.',
    },
    0,
    payment ? f`if(${due}, ${payment} - ${interest}, 0)` : f`if(n = ${lastYear}, ${taxedAmount}, 0)`,
  )
  const left = payment
    ? f`prev(${balance}) - ${principal}`
    : f`prev(${balance}) + if(n < ${lastYear}, ${interest} - ${stated}, 0) - if(n = ${lastYear}, prev(${balance}), 0)`
  m.define(balance, f`if(${closing.year} = n, ${taxedAmount}, 0)`, f`if(${closing.year} = n, ${taxedAmount}, ${left})`)
  return { amount: taxedAmount, principal, interest }
}
