import { f, type Expression, type Line, type Operand } from '../../formula'
import type { Context } from '../plan/context'

/** All loans of the practice together. */
export interface Debt {
  readonly service: Line
  readonly principal: Line
  readonly start: Line
  readonly end: Line
  /** The balance at a time, linear within a year. */
  balanceAt(t: Operand): Expression
}

/** Practice loans: a level yearly payment over the years left. */
export function declareDebt(ctx: Context, scope: string): Debt {
  const m = ctx.model.scope(scope).under('Practice debt')
  const loans = ctx.document.practice.debts.map(({ id, label }) => {
    const input = (field: string) => ctx.input(`practice/debts/${id}/${field}`)
    const payment = m.figure(
      `debt/${id}/payment`,
      { label: `${label}: level payment`, unit: 'usd', meaning: 'Paid each year over the remaining term.' },
      f`payment(${input('rate')}, ${input('years')}, ${input('balance')})`,
    )
    const start = m.declare(
      `debt/${id}/start`,
      { label: `${label}: balance at the start`, unit: 'usd', meaning: 'Owed on the first day of the year.' },
      'row',
    )
    const service = m.row(
      `debt/${id}/service`,
      { label: `${label}: payment`, unit: 'usd', meaning: 'Interest and principal paid in the year.' },
      f`if(n <= ${input('years')}, ${payment}, 0)`,
    )
    const principal = m.row(
      `debt/${id}/principal`,
      { label: `${label}: principal`, unit: 'usd', meaning: 'The portion of the payment that repays principal.' },
      f`if(n <= ${input('years')}, ${payment} - ${start} * ${input('rate')}, 0)`,
    )
    m.define(start, input('balance'), f`prev(${start}) - prev(${principal})`)
    return { start, service, principal }
  })
  const sum = (id: string, label: string, meaning: string, lines: Line[]) =>
    m.row(id, { label, unit: 'usd', meaning }, f`total(${lines})`)
  const start = sum(
    'debtStart',
    'practice debt at the start',
    'Owed on the first day of the year.',
    loans.map((l) => l.start),
  )
  const service = sum(
    'debtService',
    'debt service',
    'Interest and principal of all practice loans.',
    loans.map((l) => l.service),
  )
  const principal = sum(
    'debtPrincipal',
    'debt principal',
    'Repaid in the year on all practice loans.',
    loans.map((l) => l.principal),
  )
  const end = m.row(
    'debtEnd',
    { label: 'practice debt at the end', unit: 'usd', meaning: 'Owed on the last day of the year.' },
    f`${start} - ${principal}`,
  )
  return {
    start,
    service,
    principal,
    end,
    balanceAt(t) {
      const year = f`clamp(floor(${t}) + 1, 1, ${ctx.years})`
      return f`at(${start}, ${year}) - (at(${start}, ${year}) - at(${end}, ${year})) * clamp(${t} + 1 - ${year}, 0, 1)`
    },
  }
}
