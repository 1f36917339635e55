import { create } from 'zustand'

import type { Envelope, FileOut } from '../../shared/host'
import type { Done } from './cases'
import { handOver } from './files'
import { useStore } from './store'

/** Files and prints that may take long to make. */
export type ExportKind = 'report' | 'workbook' | 'method' | 'letter' | 'worth' | 'print'

interface Running {
  /** Ends it, if it is not yet done. */
  readonly cancel: () => void
  /** Whether it takes long enough to say so. */
  readonly late: boolean
  /** What was pressed to ask for it, to which the focus returns. */
  readonly asker: Element | null
}

interface Exports {
  readonly running: Readonly<Partial<Record<ExportKind, Running | undefined>>>
}

/** The files being made; one of a kind at a time. */
export const useExports = create<Exports>()(() => ({ running: {} }))

/** What is done sooner needs no words. In milliseconds. */
const SOON = 500

const put = (kind: ExportKind, one: Running | undefined) =>
  useExports.setState(({ running }) => ({ running: { ...running, [kind]: one } }))

/** The open case, once its last edit is on disk: files are made from there. */
async function storedCase(): Promise<Done<string>> {
  await useStore.getState().retry()
  const { caseId, refusal } = useStore.getState()
  if (refusal || !caseId) return { ok: false, message: refusal?.message ?? 'There is no open case.' }
  return { ok: true, value: caseId }
}

/**
 * Does something for the open case that may take long, and shows it as running meanwhile.
 * @param work what is done with the case; it ends soon after `canceled` says so
 */
export async function working<Value>(
  kind: ExportKind,
  work: (id: string, canceled: AbortSignal) => Promise<Done<Value>>,
): Promise<Done<Value>> {
  const [end, asker] = [new AbortController(), document.activeElement]
  const cancel = () => end.abort()
  put(kind, { cancel, asker, late: false })
  const timer = setTimeout(() => put(kind, { cancel, asker, late: true }), SOON)
  try {
    const ready = await storedCase()
    return ready.ok ? await work(ready.value, end.signal) : ready
  } finally {
    clearTimeout(timer)
    put(kind, undefined)
  }
}

/**
 * Has a file of the open case made and hands it to the user.
 * @param make the call, for the case and with the number by which the host can be told to end it
 * @returns the file, or undefined if it was canceled
 */
export const exported = (
  kind: ExportKind,
  make: (id: string, job: string) => Promise<Envelope<FileOut>>,
): Promise<Done<FileOut | undefined>> =>
  working(kind, async (id, canceled) => {
    const job = crypto.randomUUID()
    canceled.addEventListener('abort', () => void useStore.getState().host.call('cancelJob', { job }))
    const answer = await make(id, job)
    if (answer.ok) {
      handOver(answer.value)
      return answer
    }
    if (answer.error.code === 'canceled') return { ok: true, value: undefined }
    return { ok: false, message: answer.error.message }
  })

/** Ends what is being made, if it is not yet done. */
export const cancelExport = (kind: ExportKind): void => useExports.getState().running[kind]?.cancel()
