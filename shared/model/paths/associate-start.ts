import { f, type Line, type Operand } from '../../formula'
import type { RolledPart } from '../deal/rolled-equity'
import type { Terms } from '../deal/terms'
import type { DatedFlow } from '../household/dated'
import type { Needs } from '../household/needs'
import { closingTaxFormula, type Work } from '../household/taxes'
import { type Context, onDay } from '../plan/context'
import { figureWithToday } from '../plan/time-value'
import type { Timeline } from '../plan/timeline'

/** Cash on the first day of the job. */
export interface Start {
  /** The tax on the sign-on bonus; defined with `defineStartTax` once the pay of both jobs is declared. */
  readonly tax: Line
  readonly inPocket: Line
  /** What is paid for equity, as a dated flow; empty where none is bought. */
  readonly paidForEquity: readonly DatedFlow[]
}

export function declareStart(ctx: Context, timeline: Timeline, terms: Terms, equities: readonly RolledPart[]): Start {
  const { scope, closing } = terms
  const bought = equities.filter(({ component }) => component.acquired === 'bought').map(({ rolled }) => rolled)
  const atStart = ctx.model.scope(scope).under('What is paid at the start')
  const equityBought =
    bought.length === 0
      ? undefined
      : atStart.figure(
          'equityBought',
          { label: 'equity you buy', unit: 'usd', meaning: 'Paid at the start with your own money.' },
          f`total(${bought})`,
        )
  const signOn = signOnOf(ctx, terms)
  const cashAtClose = figureWithToday(
    ctx,
    timeline,
    atStart,
    'cashAtClose',
    'cash at the start',
    'The sign-on bonus before tax, less what you pay for equity; forgivable loans are listed separately.',
    equityBought ? f`${signOn} - ${equityBought}` : f`${signOn}`,
    closing.year,
  )
  const tax = atStart.declare(
    'closingTax',
    { label: 'tax on the sign-on bonus', unit: 'usd', meaning: 'As wages in the year in which the job starts.' },
    'figure',
  )
  const inPocket = figureWithToday(
    ctx,
    timeline,
    atStart,
    'inPocketAtClose',
    'in pocket at the start',
    'Cash at the start less the tax on it.',
    f`${cashAtClose} - ${tax}`,
    closing.year,
  )
  const paidForEquity = equityBought
    ? [
        {
          row: ctx.model
            .scope(scope)
            .under('Dated cash flows')
            .row(
              'equityPaid',
              {
                label: 'paid for equity',
                unit: 'usd',
                meaning: 'Paid with your own money on the first day of the job.',
              },
              onDay(closing, f`-${equityBought}`),
            ),
          time: closing.t,
        },
      ]
    : []
  return { tax, inPocket, paidForEquity }
}

/** @param work what is earned in the year in which the job starts */
export function defineStartTax(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  terms: Terms,
  { tax }: Start,
  work: () => Work,
): void {
  const { offer, scope, closing } = terms
  ctx.model.define(
    tax,
    offer.job.signOn === 0
      ? 0
      : closingTaxFormula(ctx, timeline, needs, scope, closing.year, { wages: signOnOf(ctx, terms) }, work),
  )
}

const signOnOf = (ctx: Context, { offer, path }: Terms): Operand =>
  offer.job.signOn === 0 ? 0 : ctx.input(`${path}/job/signOn`)
