import type { Component } from './schema'

export type EarnOut = Extract<Component, { kind: 'earnOut' }>

/**
 * Whether it stands beside the price and is no part of it: of earn-outs also a share of growth, which has no maximum
 * that could be part of a price; of equity what is bought or granted and not rolled.
 */
export function isOnTop(part: Component): boolean {
  if (part.kind === 'rolled') return part.acquired !== 'rolled'
  return part.kind === 'earnOut' && (part.onTop || part.basis === 'growth')
}

/** One payment of an earn-out. */
export interface EarnOutPayment {
  /** Under which its lines stand: the earn-out's id, or with the id of its target. */
  readonly key: string
  /** The target with a date of its own; undefined where one date is all there is. */
  readonly target: EarnOut['targets'][number] | undefined
  /** After closing. */
  readonly months: number
  /** "Earn-out", or "Earn-out 2 of 3". */
  readonly label: string
}

/** Whether it is paid by several targets, each with a date of its own. */
export const hasTargets = ({ basis, targets }: EarnOut): boolean => basis !== 'growth' && targets.length > 0

/** The payments of an earn-out, in the order of their dates. */
export function earnOutPayments(part: EarnOut): EarnOutPayment[] {
  if (!hasTargets(part)) return [{ key: part.id, target: undefined, months: part.months, label: part.label }]
  return part.targets
    .toSorted((a, b) => a.months - b.months)
    .map((target, i, { length }) => ({
      key: `${part.id}/${target.id}`,
      target,
      months: target.months,
      label: length === 1 ? part.label : `${part.label} ${i + 1} of ${length}`,
    }))
}
