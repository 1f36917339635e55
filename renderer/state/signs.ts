import { create } from 'zustand'

import type { Path } from '../../shared/case/path'
import type { Weighed } from '../../shared/present/material'
import { usdShort } from '../format'
import { useStore } from './store'

/** Whether and how much an unconfirmed field matters. */
export interface Sign {
  /** Within its typical range it could put another path ahead. */
  readonly decisive: boolean
  readonly words: string
}

interface Signs {
  readonly caseId: string | undefined
  readonly signs: Readonly<Record<Path, Sign>>
}

/** Separate from the analysis, so that a field is rerendered only when its own sign changes. */
const useSigns = create<Signs>()(() => ({ caseId: undefined, signs: {} }))

/** The sign of a field of the open case, for the last evaluated state. */
export function useSign(path: Path): Sign | undefined {
  const caseId = useStore((state) => state.caseId)
  return useSigns((state) => (state.caseId === caseId ? state.signs[path] : undefined))
}

/** Shows the signs for an evaluated case; none if there is no answer that a field could move. */
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
