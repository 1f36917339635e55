import { create } from 'zustand'

import type { Case } from '../../shared/case/schema'
import type { Refusal, SnapshotSummary } from '../../shared/host'
import { Engine, type Outcome } from '../../shared/model'
import type { Done } from './cases'
import { useStore } from './store'

interface Snapshots {
  /** The case that the list belongs to. */
  readonly of: string | undefined
  /** Undefined until the host has answered. */
  readonly list: readonly SnapshotSummary[] | undefined
  readonly refusal: Refusal | undefined
  refresh(): Promise<void>
}

const host = () => useStore.getState().host
const caseId = () => useStore.getState().caseId!
const refused = ({ message }: Refusal): Done<never> => ({ ok: false, message })

/** The snapshots of the open case. */
export const useSnapshots = create<Snapshots>()((set, get) => ({
  of: undefined,
  list: undefined,
  refusal: undefined,
  async refresh() {
    const id = caseId()
    if (get().of !== id) set({ of: id, list: undefined })
    const answer = await host().call('listSnapshots', { id })
    if (get().of === id) set(answer.ok ? { list: answer.value, refusal: undefined } : { refusal: answer.error })
  },
}))

const refresh = () => useSnapshots.getState().refresh()

/** Saves the visible state under a name, once it is stored. */
export async function takeSnapshot(name: string): Promise<Done<SnapshotSummary>> {
  await useStore.getState().retry()
  const { saved, refusal, revision } = useStore.getState()
  if (saved === 'failed' && refusal) return refused(refusal)
  const answer = await host().call('takeSnapshot', { id: caseId(), revision, name })
  await refresh()
  return answer.ok ? answer : refused(answer.error)
}

export async function openSnapshot(snapshot: string): Promise<Done<Case>> {
  const answer = await host().call('openSnapshot', { id: caseId(), snapshot })
  return answer.ok ? answer : refused(answer.error)
}

export async function deleteSnapshot(snapshot: string): Promise<Done> {
  const answer = await host().call('deleteSnapshot', { id: caseId(), snapshot })
  await refresh()
  return answer.ok ? answer : refused(answer.error)
}

/** Its own engine: an outcome reads its engine's buffers, and today's figures are shown beside it. */
const engine = new Engine()
let last: { document: Case; outcome: Outcome } | undefined

/** The figures of a snapshot. */
export function outcomeThen(document: Case): Outcome {
  if (last?.document !== document) last = { document, outcome: engine.evaluate(document) }
  return last.outcome
}
