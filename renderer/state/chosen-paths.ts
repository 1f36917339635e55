import { create } from 'zustand'

import type { Outcome } from '../../shared/model'
import { pathsInDetail } from '../../shared/present/paths'
import { readiness } from './readiness'
import { useStore } from './store'

interface Chosen {
  /** By case: hidden paths, and the order of the others. */
  readonly hidden: Readonly<Record<string, readonly string[]>>
  readonly order: Readonly<Record<string, readonly string[]>>
  /** By case: the paths chosen for the detailed charts. */
  readonly detail: Readonly<Record<string, readonly string[]>>
  setHidden(caseId: string, hidden: readonly string[]): void
  setOrder(caseId: string, order: readonly string[]): void
  setDetail(caseId: string, detail: readonly string[]): void
}

/** Which paths a comparison shows and in what order: a display choice, so it is not stored in the case. */
export const useChosen = create<Chosen>()((set) => ({
  hidden: {},
  order: {},
  detail: {},
  setHidden: (caseId, hidden) => set((state) => ({ hidden: { ...state.hidden, [caseId]: hidden } })),
  setOrder: (caseId, order) => set((state) => ({ order: { ...state.order, [caseId]: order } })),
  setDetail: (caseId, detail) => set((state) => ({ detail: { ...state.detail, [caseId]: detail } })),
}))

const NOTHING: readonly string[] = []

interface Paths {
  /** All paths that can be compared, in the chosen order. */
  readonly all: readonly string[]
  /** Those of them that are shown, and those of these that are looked at in detail. */
  readonly shown: readonly string[]
  readonly detail: readonly string[]
}

export function usePaths(outcome: Outcome): Paths {
  const caseId = useStore((state) => state.caseId) ?? ''
  const hidden = useChosen((state) => state.hidden[caseId] ?? NOTHING)
  const order = useChosen((state) => state.order[caseId] ?? NOTHING)
  const wanted = useChosen((state) => state.detail[caseId] ?? NOTHING)
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  const { unready } = readiness(outcome)
  const all = outcome.paths
    .map(({ id }) => id)
    .filter((id) => !Object.hasOwn(unready, id))
    .sort((a, b) => place(a) - place(b))
  const shown = all.filter((id) => !hidden.includes(id))
  return { all, shown, detail: pathsInDetail(outcome, shown, wanted) }
}
