import { useEffect, useState } from 'react'

import type { Lever, LeverFacts } from '../../../shared/analysis/levers'
import { flipOf, strongest, type Flip } from '../../../shared/analysis/what-if'
import type { Case } from '../../../shared/case/schema'
import { Engine, type View } from '../../../shared/model'
import { byUnit, factor, percent, usdShort } from '../../format'

/** An engine for trials: its outcomes are read immediately and discarded. */
const probe = new Engine()

export interface FoundLever {
  readonly lever: Lever
  /** Where the order flips: undefined while being computed, null if it does not flip within the lever's range. */
  readonly flip: Flip | null | undefined
}

/**
 * The five levers that move the answer most, computed when the browser is idle: several hundred evaluations of 3 ms
 * each. Recomputed when the case, the view or the paths change, not while a lever is dragged.
 */
export function useLevers(document: Case, view: View, paths: readonly string[]): readonly FoundLever[] | undefined {
  const [found, setFound] = useState<{ levers: readonly FoundLever[]; of: Case }>()
  const key = paths.join(' ')
  useEffect(() => {
    const ids = key.split(' ')
    let stop = false
    const later = (work: () => void, wait: number) => setTimeout(() => !stop && work(), wait)
    const evaluate = (trial: Case) => probe.evaluate(trial)
    const begin = () => {
      const levers = strongest(document, evaluate, view, ids).map((lever): FoundLever => ({ lever, flip: undefined }))
      setFound({ levers, of: document })
      const next = (i: number) => {
        if (i >= levers.length) return
        later(() => {
          levers[i] = { ...levers[i]!, flip: flipOf(document, levers[i]!.lever, evaluate, view, ids) ?? null }
          setFound({ levers: [...levers], of: document })
          next(i + 1)
        }, 30)
      }
      next(0)
    }
    // The edit itself is shown first, with all charts of the page.
    later(begin, 300)
    return () => {
      stop = true
    }
  }, [document, view, key])
  return found?.levers
}

/** A lever's formatted value; `amount` formats dollars, shortened outside sentences. */
export function leverValue({ unit }: LeverFacts, value: number, amount = usdShort): string {
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

/**
 * The distance of a flip from the case's own value, as a fraction of the lever's range: the nearest is listed first.
 */
export const distance = ({ lever, flip }: FoundLever, document: Case): number =>
  flip ? Math.abs(flip.value - lever.read(document)) / (lever.max - lever.min) : Infinity
