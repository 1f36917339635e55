import { create } from 'zustand'

import type { BackupSummary, DataState, FileOut, Refusal, Results } from '../../shared/host'
import { useCases, type Done } from './cases'
import { handOver } from './files'
import { hashOf } from './route'
import { useStore } from './store'

interface Data {
  /** Undefined until the host has answered. */
  readonly state: DataState | undefined
  /** Undefined until the host has read them. */
  readonly backups: readonly BackupSummary[] | undefined
  refresh(): Promise<void>
  list(): Promise<void>
}

const host = () => useStore.getState().host

/** The state of the stored data as a whole, and their backups. */
export const useData = create<Data>()((set) => ({
  state: undefined,
  backups: undefined,
  async refresh() {
    const answer = await host().call('dataState', {})
    if (answer.ok) set({ state: answer.value })
  },
  async list() {
    const answer = await host().call('listBackups', {})
    if (answer.ok) set({ backups: answer.value })
  },
}))

const refused = ({ message }: Refusal): Done<never> => ({ ok: false, message })

/** After all data were replaced: closes the open case and reloads everything. */
async function beginAgain(): Promise<void> {
  useStore.getState().letGo()
  globalThis.location.hash = hashOf('start', undefined)
  await Promise.all([useData.getState().refresh(), useData.getState().list(), useCases.getState().refresh()])
}

export async function restoreBackup(name: string): Promise<Done<Results['restoreBackup']>> {
  const answer = await host().call('restoreBackup', { name })
  if (!answer.ok) {
    await useData.getState().list()
    return refused(answer.error)
  }
  await beginAgain()
  return answer
}

export async function settleTrouble(how: 'beginEmpty' | 'goOn' | 'salvage'): Promise<Done<Results['settleTrouble']>> {
  const answer = await host().call('settleTrouble', { how })
  if (!answer.ok) return refused(answer.error)
  await beginAgain()
  return answer
}

export async function restoreDamaged(id: string, backup: string): Promise<Done> {
  const answer = await host().call('restoreDamaged', { id, backup })
  await useCases.getState().refresh()
  return answer.ok ? answer : refused(answer.error)
}

export async function showDataFolder(): Promise<Done> {
  const answer = await host().call('showDataFolder', {})
  return answer.ok ? answer : refused(answer.error)
}

/** After the data file disappeared: writes it again, then the edits that could not be stored. */
export async function writeDataAgain(): Promise<Done> {
  const answer = await host().call('writeDataAgain', {})
  if (!answer.ok) return refused(answer.error)
  await useStore.getState().retry()
  return answer
}

/** Saves all data as a file elsewhere, including the edit that could not be stored. */
export async function exportData(): Promise<Done<FileOut>> {
  const { caseId, document, stored, revision } = useStore.getState()
  const unsaved = caseId && document && document !== stored ? { id: caseId, revision, document } : undefined
  const answer = await host().call('exportData', unsaved ? { unsaved } : {})
  if (!answer.ok) return refused(answer.error)
  handOver(answer.value)
  return answer
}
