import type { Offer } from '../../case/schema'
import { type Expression, f, type Line } from '../../formula'
import type { Context } from '../plan/context'
import type { Terms } from './terms'

/** The management fee for the year, by the basis that the agreement states. */
export function feeOf(
  ctx: Context,
  { offer, path }: Terms,
  lines: { collections: Line; affiliatedEbitda: Line; costsReplaced: Line; contractYear: Line },
): Expression {
  const input = (field: string) => ctx.input(`${path}/fee/${field}`)
  const { kind, minimum, maximum } = offer.fee
  if (kind === 'none') return f`0`
  const base = {
    collections: () => f`${input('share')} * ${lines.collections}`,
    ebitda: () => f`${input('share')} * max(0, ${lines.affiliatedEbitda})`,
    fixed: () => f`${input('amount')} * (1 + ${input('escalator')}) ^ max(0, ${lines.contractYear} - 1)`,
    costPlus: () => f`${lines.costsReplaced} * (1 + ${input('markup')})`,
    tiers: () => tiers(ctx, path, offer, lines.collections),
  }[kind]()
  const atLeast = minimum === null ? base : f`max(${base}, ${input('minimum')})`
  return maximum === null ? atLeast : f`min(${atLeast}, ${input('maximum')})`
}

/** Marginal tiers: each share on the collections above its threshold, up to the next. */
function tiers(ctx: Context, path: string, offer: Offer, collections: Line): Expression {
  const sorted = [...offer.fee.tiers].sort((a, b) => a.from - b.from)
  return f`total(${sorted.map(({ id }, i) => {
    const from = ctx.input(`${path}/fee/tiers/${id}/from`)
    const next = sorted[i + 1]
    const within = next
      ? f`clamp(${collections} - ${from}, 0, ${ctx.input(`${path}/fee/tiers/${next.id}/from`)} - ${from})`
      : f`max(0, ${collections} - ${from})`
    return f`${ctx.input(`${path}/fee/tiers/${id}/share`)} * ${within}`
  })})`
}
