import { isOnTop } from '../../case/earn-outs'
import { f, type Line, type Operand } from '../../formula'
import type { Context } from '../plan/context'
import type { Practice } from '../practice/practice'
import type { Affiliation } from './affiliation'
import { type ClosingStatement, declareClosingStatement } from './closing-statement'
import { declarePayments, type Payment } from './payments'
import { equityValue } from './rolled-equity'
import { declareTaxedPrice, type TaxedPrice } from './taxed-price'
import type { Terms } from './terms'
import { declareValue, type Value } from './value'

/** Section 4 of the method: the price, its components, and the closing statement. */
export interface Price extends Value, ClosingStatement, TaxedPrice {
  /** The portion of the price paid in cash at closing: the price less all components. */
  readonly cash: Line
  readonly payments: readonly Payment[]
  /** The year of the last scheduled payment that is taxed as price. */
  readonly lastPaymentYear: Line
}

export function declarePrice(ctx: Context, practice: Practice, affiliation: Affiliation, terms: Terms): Price {
  const { offer, scope, closing } = terms
  const m = ctx.model.scope(scope).under('The price and how it is paid')

  const value = declareValue(ctx, practice, terms)
  const { consideration } = value
  const payments = offer.components.flatMap((component) =>
    component.kind === 'rolled' ? [] : declarePayments(ctx, affiliation, terms, component, consideration),
  )
  const equities = offer.components.flatMap((component) =>
    component.kind === 'rolled' ? [equityValue(ctx, terms, component, consideration)] : [],
  )
  const inside = payments.filter(({ component }) => !isOnTop(component))
  const dollarsOf = (acquired: 'rolled' | 'bought') =>
    equities.flatMap(({ component, rolled }) => (component.acquired === acquired ? [rolled] : []))
  const rolled = f`total(${dollarsOf('rolled')})`

  const cash = m.figure(
    'cash',
    {
      label: 'price paid in cash at closing',
      unit: 'usd',
      meaning: 'The price less all other components.',
    },
    f`${consideration} - total(${inside.map(({ amount }) => amount)}) - ${rolled}`,
  )
  const statement = declareClosingStatement(ctx, practice, terms, { consideration, cash, bought: dollarsOf('bought') })
  const taxed = declareTaxedPrice(ctx, terms, { consideration, payments, equities, rolled }, statement)
  const lastPaymentYear = m.figure(
    'lastPaymentYear',
    {
      label: 'year of the last scheduled payment',
      unit: 'years',
      meaning: 'The year in which any unpaid price becomes a loss.',
    },
    payments
      .filter(({ wages }) => !wages)
      .reduce<Operand>((latest, { lastYear }) => f`max(${latest}, ${lastYear})`, closing.year),
  )
  return { ...value, ...statement, ...taxed, cash, payments, lastPaymentYear }
}
