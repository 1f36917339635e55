import { useMemo } from 'react'
import { create } from 'zustand'

import type { Lever } from '../../shared/analysis/levers'
import { turned } from '../../shared/analysis/what-if'
import type { Case } from '../../shared/case/schema'
import { Engine, type Outcome } from '../../shared/model'
import { useOutcome } from './outcome'
import { useDocument } from './store'

interface Turn {
  readonly lever: Lever
  readonly value: number
}

interface WhatIf {
  /** The what-if: levers with values other than the case's. It is never stored. */
  readonly turns: readonly Turn[]
  turn(lever: Lever, value: number): void
  letGo(): void
}

export const useWhatIf = create<WhatIf>()((set) => ({
  turns: [],
  turn: (lever, value) =>
    set(({ turns }) => ({ turns: [...turns.filter((turn) => turn.lever.id !== lever.id), { lever, value }] })),
  // Where nothing is tried out, nothing is rendered again.
  letGo: () => set((state) => (state.turns.length > 0 ? { turns: [] } : state)),
}))

/** Its own engine: an outcome reads its engine's buffers, and the case's own figures are shown beside it. */
const engine = new Engine()
let last: { document: Case; turns: readonly Turn[]; outcome: Outcome } | undefined

function tried(document: Case, turns: readonly Turn[]): Outcome {
  if (last?.document !== document || last.turns !== turns)
    last = { document, turns, outcome: engine.evaluate(turned(document, turns)) }
  return last.outcome
}

/** The figures on screen: of the case, or of the what-if; `base` is always the case. */
export function useShown(): { readonly outcome: Outcome; readonly base: Outcome; readonly tried: boolean } {
  const document = useDocument()
  const base = useOutcome()
  const turns = useWhatIf((state) => state.turns)
  return useMemo(
    () => ({ outcome: turns.length > 0 ? tried(document, turns) : base, base, tried: turns.length > 0 }),
    [document, base, turns],
  )
}
