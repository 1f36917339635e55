import { Worker } from 'node:worker_threads'
import { join } from 'node:path'

import type { Case } from '../../shared/case/schema'
import type { BackupSummary, Reading, SampleChart } from '../../shared/host'
import type { AnalysesAsked } from '../../shared/present/report/analyzed'
import type { CaseBackup, Wanted } from '../database/restore-case'
import type { Backup } from '../database/retention'
import { unlessCanceled } from '../canceled'
import type { PdfAbout } from '../documents/packed-pdf'
import { readInWorker } from '../intake/read-in-worker'
import { Refused } from '../refused'
import { programRoot } from '../root'
import type { Answer, Asked, Work, WorkName } from './work'

/** Work that takes longer than an edit may wait. Errors are the same as without a thread. */
export interface Jobs {
  /** The case as a workbook, in base64. @throws Refused 'canceled' */
  workbook(document: Case, now: string, canceled?: AbortSignal): Promise<string>
  /** A letter that asks for other terms, or what they are worth, in base64. @throws Refused 'canceled' */
  counterOffer(given: Parameters<Work['counterOffer']>, canceled?: AbortSignal): Promise<string>
  /** What of a report takes longest to work out, as `written`. */
  reportAnalyses(document: Case, asked: AnalysesAsked): Promise<string>
  /** A PDF made smaller and given its metadata, in base64. @throws Refused 'canceled' */
  packPdf(pdf: Uint8Array, about: PdfAbout, canceled?: AbortSignal): Promise<string>
  backUp(folder: string, reason: Backup['reason'], now: string): Promise<string>
  inspectBackups(folder: string): Promise<BackupSummary[]>
  /** By case id. */
  backupsOfCases(folder: string, wanted: readonly Wanted[]): Promise<Map<string, CaseBackup>>
  /**
   * What a letter or the books say, read in a thread of its own that is terminated at its limits.
   * @throws Unreadable
   */
  read(content: Uint8Array, name: string): Promise<Reading>
  /** The pictures of the samples on the start page. */
  sampleCharts(): Promise<SampleChart[]>
  /** Starts the threads of a report ahead of it. */
  prepare(): void
  close(): void
}

/**
 * Run in three threads, each started with its first job: one for the data, one for files to hand over, which may be ended
 * while it works, and one that works out a report while the one before it is packed.
 */
export function jobsInWorker(): Jobs {
  const [data, files, figures] = [thread(), thread(), thread()]
  return {
    workbook: (document, now, canceled) => files.call('workbook', [document, now], canceled),
    counterOffer: (given, canceled) => files.call('counterOffer', given, canceled),
    reportAnalyses: (...given) => figures.call('reportAnalyses', given),
    packPdf: (pdf, about, canceled) => files.call('packPdf', [pdf, about], canceled),
    backUp: (folder, reason, now) => data.call('backUp', [folder, reason, now]),
    inspectBackups: (folder) => data.call('inspectBackups', [folder]),
    backupsOfCases: (folder, wanted) => data.call('backupsOfCases', [folder, wanted]),
    read: readInWorker,
    sampleCharts: () => files.call('sampleCharts', []),
    prepare: () => {
      files.prepare()
      figures.call('prepareAnalyses', []).catch(() => undefined)
    },
    close: () => {
      data.close()
      files.close()
      figures.close()
    },
  }
}

interface Waiting {
  readonly asked: Asked
  readonly resolve: (value: never) => void
  readonly reject: (error: unknown) => void
}

/** One thread, which does one job after the other. */
function thread() {
  let worker: Worker | undefined
  let number = 0
  const waiting = new Map<number, Waiting>()

  const failed = (error: unknown) => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const started = (): Worker => {
    if (worker) return worker
    worker = new Worker(join(programRoot, 'out', 'main', 'worker.js'))
    worker.unref()
    worker.on('message', ({ number: of, ok, value, error }: Answer) => {
      const one = waiting.get(of)
      waiting.delete(of)
      if (ok) one?.resolve(value as never)
      else one?.reject(error.refused ? new Refused(error.refused, error.message) : new Error(error.message))
    })
    worker.on('error', failed)
    worker.on('exit', () => failed(new Error('the thread for longer work ended')))
    return worker
  }
  const close = () => {
    worker?.removeAllListeners('exit')
    void worker?.terminate()
    worker = undefined
  }
  /** A job listens to nothing while it computes, so the thread ends with it; the others begin again in a new one. */
  const without = (canceled: number) => {
    if (!waiting.delete(canceled)) return
    close()
    for (const { asked } of waiting.values()) started().postMessage(asked)
  }
  return {
    call: <Name extends WorkName>(
      name: Name,
      args: Parameters<Work[Name]>,
      canceled?: AbortSignal,
    ): Promise<Awaited<ReturnType<Work[Name]>>> => {
      const mine = ++number
      const asked: Asked = { number: mine, name, args }
      const end = () => without(mine)
      const done = new Promise<Awaited<ReturnType<Work[Name]>>>((resolve, reject) => {
        waiting.set(mine, { asked, resolve, reject })
        started().postMessage(asked)
      })
      canceled?.addEventListener('abort', end, { once: true })
      return unlessCanceled(canceled, done).finally(() => canceled?.removeEventListener('abort', end))
    },
    prepare: () => void started(),
    close,
  }
}
