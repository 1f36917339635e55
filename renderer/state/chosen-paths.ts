import { create } from 'zustand'

import type { Outcome } from '../../shared/model'
import { readiness } from './readiness'
import { useStore } from './store'

interface Chosen {
  /** By case: the paths that are hidden, and the order in which the others are wanted. */
  readonly hidden: Readonly<Record<string, readonly string[]>>
  readonly order: Readonly<Record<string, readonly string[]>>
  setHidden(caseId: string, hidden: readonly string[]): void
  setOrder(caseId: string, order: readonly string[]): void
}

/** Which paths a comparison shows and in what order: a matter of looking, not of the case, so it is not stored in it. */
export const useChosen = create<Chosen>()((set) => ({
  hidden: {},
  order: {},
  setHidden: (caseId, hidden) => set((state) => ({ hidden: { ...state.hidden, [caseId]: hidden } })),
  setOrder: (caseId, order) => set((state) => ({ order: { ...state.order, [caseId]: order } })),
}))

const NOTHING: readonly string[] = []

/** All paths that can be compared, in the order wanted, and those of them that are shown. */
export function usePaths(outcome: Outcome): { readonly all: readonly string[]; readonly shown: readonly string[] } {
  const caseId = useStore((state) => state.caseId) ?? ''
  const hidden = useChosen((state) => state.hidden[caseId] ?? NOTHING)
  const order = useChosen((state) => state.order[caseId] ?? NOTHING)
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  const { unready } = readiness(outcome)
  const all = outcome.paths
    .map(({ id }) => id)
    .filter((id) => !Object.hasOwn(unready, id))
    .sort((a, b) => place(a) - place(b))
  return { all, shown: all.filter((id) => !hidden.includes(id)) }
}
