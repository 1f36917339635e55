import type { Component } from '../../case/schema'
import { f, type Line, type Operand } from '../../formula'
import { LATEST_PARAMETERS, quoted, SALE_TREATMENT } from '../../tax'
import { LARGE_NOTES, RATE_TERMS, SMALL_SALE } from '../../tax/parameters/installment'
import type { Context, When } from '../plan/context'

const SECTION = 'How notes are taxed'

/** A note as the law taxes it: its payments split into price and interest. */
export interface TaxedNote {
  readonly amount: Line
  readonly principal: Line
  readonly interest: Line
}

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

/**
 * 26 U.S.C. 1274: a note that pays less than the applicable federal rate is worth, for tax, what its payments are worth
 * at that rate; the rest of them is interest, which accrues from anniversary to anniversary whether it is paid or not
 * (1272). A note that pays the rate is taxed as written. The rate depends on the weighted average maturity (Treas. Reg.
 * §1.1274-4(c)). Interest of a contract year is taxed in the calendar year in which the contract year ends.
 */
export function declareTaxedNote(ctx: Context, scope: string, note: Note, consideration: Line): TaxedNote {
  const { component, path, closing, amount, payment, interest: stated } = note
  const m = ctx.model.scope(scope).under(SECTION)
  const { id, label: name } = component
  const level = component.repayment === 'level'
  const [rate, years] = [ctx.input(`${path}/rate`), ctx.input(`${path}/years`)]
  const federalRate = (term: string) => ctx.input(`tax/federal/applicableRates/${term}`)

  const maturity = m.figure(
    `${id}/maturity`,
    {
      label: `${name}: weighted average maturity`,
      unit: 'years',
      meaning: 'Years until the average dollar of principal is repaid.',
    },
    level
      ? f`if(and(${rate} > 0, ${amount} > 0), (${payment} / ${amount} * ${years} - 1) / ${rate}, (${years} + 1) / 2)`
      : f`${years}`,
  )
  const required = m.figure(
    `${id}/requiredRate`,
    {
      label: `${name}: applicable federal rate`,
      unit: 'rate',
      meaning: 'By maturity: the minimum rate the law accepts (26 U.S.C. 1274(d)).',
    },
    f`if(${maturity} <= ${RATE_TERMS.value.short}, ${federalRate('short')}, if(${maturity} <= ${RATE_TERMS.value.mid}, ${federalRate('mid')}, ${federalRate('long')}))`,
  )
  const imputes = f`and(${rate} < ${required}, ${consideration} > ${quoted(SMALL_SALE, 'sale that needs no stated interest', 'usd')})`
  const perDollar = f`payment(${required}, ${years}, 1)`
  const worth = level
    ? f`${payment} / ${perDollar}`
    : f`${rate} * ${amount} / ${perDollar} + ${amount} / (1 + ${required}) ^ ${years}`
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
    level ? f`if(${due}, ${payment} - ${interest}, 0)` : f`if(n = ${lastYear}, ${taxedAmount}, 0)`,
  )
  const left = level
    ? f`prev(${balance}) - ${principal}`
    : f`prev(${balance}) + if(n < ${lastYear}, ${interest} - ${stated}, 0) - if(n = ${lastYear}, prev(${balance}), 0)`
  m.define(balance, f`if(${closing.year} = n, ${taxedAmount}, 0)`, f`if(${closing.year} = n, ${taxedAmount}, ${left})`)
  return { amount: taxedAmount, principal, interest }
}

/** A note in a view, with the probability at which the view counts it. */
export interface WeightedNote {
  readonly note: TaxedNote
  readonly weight: Operand
}

/**
 * 26 U.S.C. 453A(c): for each year at whose end notes above 5,000,000 are outstanding, interest on the tax that they
 * defer: the gain not yet taxed × the highest rate on it × the portion of the notes above 5,000,000 when issued × the
 * underpayment rate. The owner is the only holder here, so the limit applies once. It is personal interest and not
 * deductible.
 */
export function declareDeferredTaxInterest(
  ctx: Context,
  scope: string,
  view: string,
  sale: {
    readonly closing: When
    readonly form: 'assets' | 'equity'
    readonly grossProfitRatio: Operand
    readonly notes: readonly WeightedNote[]
  },
): Line | 0 {
  if (sale.notes.length === 0) return 0
  const shared = ctx.model.scope(scope).under(SECTION)
  const m = shared.scope(view)
  const { corporateTax } = SALE_TREATMENT[ctx.document.tax.federal.entity][sale.form]
  const { gain, corporateRate } = LATEST_PARAMETERS
  const highest = corporateTax ? corporateRate.value : gain.schedule.rates.value.at(-1)!
  const limit = quoted(LARGE_NOTES, 'notes of one sale without interest on deferred tax', 'usd')
  const face = f`total(${sale.notes.map(({ note }) => note.amount)})`
  const part = shared.hasLocal('largeNotesPart')
    ? shared.lineLocal('largeNotesPart')
    : shared.figure(
        'largeNotesPart',
        {
          label: 'portion of the notes above the limit',
          unit: 'rate',
          meaning: 'The portion of all notes from the sale above $5,000,000 (26 U.S.C. 453A(c)(4)).',
        },
        f`if(${face} > ${limit}, (${face} - ${limit}) / ${face}, 0)`,
      )
  const deferred = m.row(
    'gainDeferred',
    {
      label: 'gain deferred in unpaid notes',
      unit: 'usd',
      meaning: 'Gross-profit ratio × principal still owed at year-end.',
    },
    f`if(n >= ${sale.closing.year}, ${sale.grossProfitRatio} * total(${sale.notes.map(({ note, weight }) => f`${weight} * (${note.amount} - sumToDate(${note.principal}))`)}), 0)`,
  )
  return m.row(
    'deferredTaxInterest',
    {
      label: 'interest on deferred tax',
      unit: 'usd',
      meaning: 'Due each year on the tax deferred by notes above $5,000,000 (26 U.S.C. 453A).',
    },
    f`${part} * ${highest} * ${deferred} * ${ctx.input('tax/federal/underpaymentRate')}`,
  )
}
