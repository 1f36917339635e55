import { create } from 'zustand'

import { otherEncoding, textOf } from '../../shared/encoding'
import { LARGEST_CASE_FILE, tooLarge } from '../../shared/host'
import type { CaseFileContent, CaseSummary, Envelope, FileOut, Refusal, Results, StoredCase } from '../../shared/host'
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

/** The stored cases, as listed on the start page. */
export const useCases = create<Cases>()((set) => ({
  list: undefined,
  refusal: undefined,
  async refresh() {
    const answer = await host().call('listCases', {})
    set(answer.ok ? { list: answer.value, refusal: undefined } : { refusal: answer.error })
  },
}))

const refresh = () => useCases.getState().refresh()

/** Navigates to a case; the page shown there opens it. */
function enterCase(id: string, page: CasePage): void {
  globalThis.location.hash = hashOf(page, id)
}

/** The result of an operation on cases: a sentence to show if it failed. */
export type Done<T = unknown> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

const refused = (error: Refusal): Done<never> => ({ ok: false, message: error.message })

/** Creates a case, or a copy of a sample, and opens it on a page. */
export async function createCase(
  argument: { sample?: string; name?: string },
  page: CasePage = 'practice',
): Promise<Done<StoredCase>> {
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

/**
 * Saves the case as a file, through the host's dialog or as a download.
 * @param asked the passphrase, if the file is to be protected; whether stored documents are included
 */
export async function exportCase(
  id: string,
  asked: { readonly passphrase?: string; readonly documents?: boolean } = {},
): Promise<Done<FileOut>> {
  const answer = await host().call('exportCase', { id, ...asked })
  if (!answer.ok) return refused(answer.error)
  handOver(answer.value)
  return answer
}

/** A chosen case file: its name and text. */
export interface CaseFile {
  readonly name: string
  readonly text: string
}

/** Asks the user for a case file. @returns null if canceled */
export async function chooseCaseFile(): Promise<Done<CaseFile | null>> {
  const { capabilities } = useStore.getState()
  if (capabilities?.fileDialogs) {
    const answer = await host().call('chooseCaseFile', {})
    return answer.ok ? answer : refused(answer.error)
  }
  const file = await chosenFile('.json,.sellorstay,application/json')
  if (!file) return { ok: true, value: null }
  return textOfCaseFile(file)
}

/** The text of a file expected to contain a case. */
export async function textOfCaseFile(file: File): Promise<Done<CaseFile>> {
  const { name, size } = file
  if (size > LARGEST_CASE_FILE) return { ok: false, message: tooLarge(name, `${Math.ceil(size / 1e6)} MB`) }
  // An unreadable file counts as empty, and the host says what is missing.
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)))
  const text = textOf(bytes, (from, encoding) => new TextDecoder(encoding, { fatal: true }).decode(from))
  return text === undefined ? { ok: false, message: otherEncoding(name) } : { ok: true, value: { name, text } }
}

/** The content of a case file. A refusal with code `locked` asks for its passphrase. */
export const inspectCaseFile = (file: CaseFile, passphrase?: string): Promise<Envelope<CaseFileContent>> =>
  host().call('inspectCaseFile', passphrase === undefined ? file : { ...file, passphrase })

/** Imports a case file as a new case. */
export async function importCase(file: CaseFile, passphrase?: string): Promise<Done<CaseSummary>> {
  const answer = await host().call('importCase', passphrase === undefined ? file : { ...file, passphrase })
  await refresh()
  return answer.ok ? answer : refused(answer.error)
}
