import type { Component } from './schema'

export type EarnOut = Extract<Component, { kind: 'earnOut' }>

/**
 * Whether it is paid on top of the price rather than being part of it: also a share of growth, which has no maximum
 * that could be part of a price; and equity that is bought or granted rather than rolled.
 */
export function isOnTop(part: Component): boolean {
  if (part.kind === 'rolled') return part.acquired !== 'rolled'
  return part.kind === 'earnOut' && (part.onTop || part.basis === 'growth')
}

/** One payment of an earn-out. */
export interface EarnOutPayment {
  /** The prefix of its lines: the earn-out's id, or that with its target's id. */
  readonly key: string
  /** The target with a date of its own; undefined if the earn-out has a single date. */
  readonly target: EarnOut['targets'][number] | undefined
  /** After closing. */
  readonly months: number
  /** "Earn-out", or "Earn-out 2 of 3". */
  readonly label: string
}

/** Whether it has several targets, each with its own date. */
export const hasTargets = ({ basis, targets }: EarnOut): boolean => basis !== 'growth' && targets.length > 0

/** The payments of an earn-out, by date. */
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
