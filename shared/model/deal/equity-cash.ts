import { f, type Operand } from '../../formula'
import type { DatedFlow } from '../household/dated'
import { type Context, onDay, type View } from '../plan/context'
import type { Terms } from './terms'
import type { RolledPart } from './rolled-equity'

/** What equity in the parent pays in a view, and how its gain is taxed. */
export interface EquityCash {
  readonly flows: readonly DatedFlow[]
  /** Long-term gain of each payment, and gain that is taxed like interest because it was not held long enough. */
  readonly longTerm: readonly Operand[]
  readonly shortTerm: readonly Operand[]
}

/** The exit and each later recapitalization of bought or granted equity, net of what leaving early forfeits. */
export function declareEquityCash(
  ctx: Context,
  { scope }: Pick<Terms, 'scope'>,
  equities: readonly RolledPart[],
  view: View,
): EquityCash {
  const m = ctx.model.scope(scope).under('Dated cash flows').scope(view)
  const payments = equities.flatMap((item) =>
    item.cashings.map(({ when, factor, basisPart }, i) => {
      const { id, label, acquired, longTerm } = item.component
      const value = f`${item.value(view)} * ${item.kept}`
      const row = m.row(
        `${id}/cashed${i === 0 ? '' : i + 1}`,
        { label: `${label}: proceeds`, unit: 'usd', meaning: 'Proceeds at the exit or a later recapitalization.' },
        onDay(when, f`${value} * ${factor}`),
      )
      return {
        flow: { row, time: when.t },
        gain: onDay(when, f`max(0, ${value} * ${factor} - ${item.basis} * ${basisPart})`),
        isLongTerm: acquired !== 'granted' || longTerm,
      }
    }),
  )
  const gains = (long: boolean) => payments.flatMap(({ gain, isLongTerm }) => (isLongTerm === long ? [gain] : []))
  return { flows: payments.map(({ flow }) => flow), longTerm: gains(true), shortTerm: gains(false) }
}
