import { useMemo } from 'react'

import { leversOf, type Lever, type LeverFacts } from '../../../shared/analysis/levers'
import type { Flip } from '../../../shared/analysis/what-if'
import type { Case } from '../../../shared/case/schema'
import type { View } from '../../../shared/model'
import { byUnit, factor, percent, usdInWords, usdRound } from '../../format'
import { useAnswer } from '../../state/analyses'

export interface FoundLever {
  readonly lever: Lever
  /** Where the order flips; null if it does not within the lever's range. */
  readonly flip: Flip | null
}

/**
 * The five levers that move the answer most: several hundred evaluations, by a worker. Recomputed when the case, the view
 * or the paths change, not while a lever is dragged; until then the last ones stay.
 */
export function useLevers(document: Case, view: View, paths: readonly string[]): readonly FoundLever[] | undefined {
  const result = useAnswer('levers', { kind: 'levers', document, view, paths })
  return useMemo(() => {
    const levers = leversOf(document)
    return result?.flatMap(({ lever: id, flip }) => {
      // An edit may have removed what the lever turned.
      const lever = levers.find((one) => one.id === id)
      return lever ? { lever, flip } : []
    })
  }, [result, document])
}

/** A lever's formatted value; `amount` formats dollars, shortened outside sentences. */
export function leverValue({ unit }: LeverFacts, value: number, amount = usdRound): string {
  switch (unit) {
    case 'rate':
      return percent(value)
    case 'points': {
      const points = Math.round(value * 1000) / 10
      return points === 0
        ? 'as entered'
        : `${points > 0 ? '+' : '−'}${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}`
    }
    case 'factor':
      return factor(Math.round(value * 100) / 100)
    case 'usd':
      return amount(value)
    case 'year':
      return String(Math.round(value))
    default:
      return byUnit(value, unit)
  }
}

/** When the order flips, behind "if": "the price to a dentist is above 75.8% of collections". */
export function condition(
  lever: LeverFacts,
  { value, direction }: Omit<Flip, 'path'>,
  { offers }: Pick<Case, 'offers'>,
): string {
  const amount = leverValue(lever, value, usdInWords)
  const label = lever.label.charAt(0).toLowerCase() + lever.label.slice(1)
  if (lever.unit === 'year') return `${label} ${amount} or ${direction === 'above' ? 'later' : 'earlier'}`
  if (lever.unit === 'points')
    return `all costs grow ${amount.replace(/^[+−]/, '')} a year ${direction === 'above' ? 'faster' : 'more slowly'}`
  const name = offers.some((offer) => lever.label.startsWith(`${offer.name}:`))
    ? lever.label.replace(/^(.*?): /, '$1’s ')
    : /^(price|chance) /.test(label)
      ? `the ${label}`
      : label
  const of = lever.unit === 'rate' && lever.per ? ` ${lever.per}` : ''
  return `${name} is ${direction} ${amount}${of}`
}

/**
 * The distance of a flip from the case's own value, as a fraction of the lever's range: the nearest is listed first.
 */
export const distance = ({ lever, flip }: FoundLever, document: Case): number =>
  flip ? Math.abs(flip.value - lever.read(document)) / (lever.max - lever.min) : Infinity
