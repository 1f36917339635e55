import { create } from 'zustand'

import type { Envelope, FileOut } from '../../shared/host'
import type { Done } from './cases'
import { handOver } from './files'
import { useStore } from './store'

/** Files that may take long to make. */
export type ExportKind = 'report' | 'workbook' | 'method'

interface Running {
  /** By which the host can be told to end it. */
  readonly job: string
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
export async function storedCase(): Promise<Done<string>> {
  await useStore.getState().retry()
  const { caseId, refusal } = useStore.getState()
  if (refusal || !caseId) return { ok: false, message: refusal?.message ?? 'There is no open case.' }
  return { ok: true, value: caseId }
}

/**
 * Has a file of the open case made and hands it to the user.
 * @param make the call, for the case and with the job's number
 * @returns the file, or undefined if it was canceled
 */
export async function exported(
  kind: ExportKind,
  make: (id: string, job: string) => Promise<Envelope<FileOut>>,
): Promise<Done<FileOut | undefined>> {
  const [job, asker] = [crypto.randomUUID(), document.activeElement]
  put(kind, { job, asker, late: false })
  const timer = setTimeout(() => put(kind, { job, asker, late: true }), SOON)
  try {
    const ready = await storedCase()
    if (!ready.ok) return ready
    const answer = await make(ready.value, job)
    if (answer.ok) {
      handOver(answer.value)
      return answer
    }
    if (answer.error.code === 'canceled') return { ok: true, value: undefined }
    return { ok: false, message: answer.error.message }
  } finally {
    clearTimeout(timer)
    put(kind, undefined)
  }
}

/** Ends the making of a file, if it is not yet done. */
export async function cancelExport(kind: ExportKind): Promise<void> {
  const job = useExports.getState().running[kind]?.job
  if (job !== undefined) await useStore.getState().host.call('cancelJob', { job })
}
