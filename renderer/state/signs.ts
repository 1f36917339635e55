import { create } from 'zustand'

import type { Path } from '../../shared/case/path'
import type { Weighed } from '../../shared/present/material'
import { usdShort } from '../format'
import { useStore } from './store'

/** That an unconfirmed field matters, and how much. */
export interface Sign {
  /** Within its usual range it can put another path ahead. */
  readonly decisive: boolean
  readonly words: string
}

interface Signs {
  readonly caseId: string | undefined
  readonly signs: Readonly<Record<Path, Sign>>
}

/** Apart from the analysis, so that a field is drawn anew only when its own sign becomes another. */
const useSigns = create<Signs>()(() => ({ caseId: undefined, signs: {} }))

/** The sign of a field of the open case; it holds for the last state that was weighed. */
export function useSign(path: Path): Sign | undefined {
  const caseId = useStore((state) => state.caseId)
  return useSigns((state) => (state.caseId === caseId ? state.signs[path] : undefined))
}

/** Shows the signs of a case as it was weighed; none where there is no answer that a field could move. */
export function showSigns(caseId: string | undefined, weighed: Weighed | undefined): void {
  const { signs: before } = useSigns.getState()
  const { decisive = [], sizable = [] } = weighed ?? {}
  const signs = Object.fromEntries(
    [...decisive, ...sizable].map(({ path, swing, flips }): [Path, Sign] => {
      const upTo = `up to ${usdShort(swing)}`
      const words = flips
        ? `Unconfirmed. Within its usual range it could change the answer: it moves the lead by ${upTo}.`
        : `Unconfirmed. It moves the answer by ${upTo} over its usual range.`
      const known = before[path]
      return [path, known?.words === words ? known : { decisive: flips, words }]
    }),
  )
  useSigns.setState({ caseId, signs })
}
