import { create } from 'zustand'

import { otherEncoding, textOf } from '../../shared/encoding'
import { LARGEST_CASE_FILE, tooLarge } from '../../shared/host'
import type { CaseSummary, FileOut, Refusal, Results } from '../../shared/host'
import { chosenFile, handOver } from './files'
import { hashOf, type CasePage } from './route'
import { useStore } from './store'

interface Cases {
  /** Undefined until the host has answered. */
  readonly list: Results['listCases'] | undefined
  readonly refusal: Refusal | undefined
  refresh(): Promise<void>
}

const host = () => useStore.getState().host

/** The stored cases, as the start page lists them. */
export const useCases = create<Cases>()((set) => ({
  list: undefined,
  refusal: undefined,
  async refresh() {
    const answer = await host().call('listCases', {})
    set(answer.ok ? { list: answer.value, refusal: undefined } : { refusal: answer.error })
  },
}))

const refresh = () => useCases.getState().refresh()

/** Goes to a case; the page that is shown there opens it. */
function enterCase(id: string, page: CasePage): void {
  globalThis.location.hash = hashOf(page, id)
}

/** What an operation on cases ends with: a sentence to be shown where it was refused. */
export type Done<T = unknown> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

const refused = (error: Refusal): Done<never> => ({ ok: false, message: error.message })

/** A new case, or a copy of a sample; it is opened on a page. */
export async function createCase(argument: { sample?: string }, page: CasePage = 'practice'): Promise<Done> {
  const answer = await host().call('createCase', argument)
  if (!answer.ok) return refused(answer.error)
  enterCase(answer.value.id, page)
  return answer
}

export async function duplicateCase(id: string): Promise<Done<CaseSummary>> {
  const answer = await host().call('duplicateCase', { id })
  await refresh()
  return answer.ok ? answer : refused(answer.error)
}

export async function deleteCase(id: string): Promise<Done> {
  const answer = await host().call('deleteCase', { id })
  const { caseId, letGo } = useStore.getState()
  if (answer.ok && caseId === id) letGo()
  await refresh()
  return answer.ok ? answer : refused(answer.error)
}

export async function restoreCase(id: string): Promise<Done> {
  const answer = await host().call('restoreCase', { id })
  await refresh()
  return answer.ok ? answer : refused(answer.error)
}

/** The case as a file, through the host's own dialog or as a download. */
export async function exportCase(id: string): Promise<Done<FileOut>> {
  const answer = await host().call('exportCase', { id })
  if (!answer.ok) return refused(answer.error)
  handOver(answer.value)
  return answer
}

/** A case file as a new case. @returns null where the person thought better of it */
export async function importCase(): Promise<Done<CaseSummary | null>> {
  const { capabilities } = useStore.getState()
  if (capabilities?.fileDialogs) {
    const answer = await host().call('chooseCaseFile', {})
    await refresh()
    return answer.ok ? answer : refused(answer.error)
  }
  const file = await chosenFile('.json,.sellorstay,application/json')
  if (!file) return { ok: true, value: null }
  const { name, size } = file
  if (size > LARGEST_CASE_FILE) return { ok: false, message: tooLarge(name, `${Math.ceil(size / 1e6)} MB`) }
  // A file that cannot be read is empty, and the host says what it misses.
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)))
  const text = textOf(bytes, (from, encoding) => new TextDecoder(encoding, { fatal: true }).decode(from))
  if (text === undefined) return { ok: false, message: otherEncoding(name) }
  const answer = await host().call('importCase', { text, name })
  await refresh()
  return answer.ok ? answer : refused(answer.error)
}
