import { Worker } from 'node:worker_threads'
import { join } from 'node:path'

import type { Case } from '../../shared/case/schema'
import type { BackupSummary, Reading, SampleChart } from '../../shared/host'
import type { CaseBackup, Wanted } from '../database/restore-case'
import type { Backup } from '../database/retention'
import { readInWorker } from '../intake/read-in-worker'
import { Refused } from '../refused'
import { programRoot } from '../root'
import type { Answer, Work, WorkName } from './work'

/** Work that takes longer than an edit may wait. Errors are the same as without a thread. */
export interface Jobs {
  /** The case as a workbook, in base64. */
  workbook(document: Case, now: string): Promise<string>
  /** A letter that asks for other terms, or what they are worth, in base64. */
  counterOffer(...given: Parameters<Work['counterOffer']>): Promise<string>
  /** A PDF made smaller and given its metadata, in base64. */
  packPdf(...given: Parameters<Work['packPdf']>): Promise<string>
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
  /** Starts the thread ahead of a job. */
  prepare(): void
  close(): void
}

/** Run in their own thread, started with the first job. */
export function jobsInWorker(): Jobs {
  let worker: Worker | undefined
  let number = 0
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: unknown) => void }>()

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
  const call = <Name extends WorkName>(
    name: Name,
    ...args: Parameters<Work[Name]>
  ): Promise<Awaited<ReturnType<Work[Name]>>> =>
    new Promise((resolve, reject) => {
      number += 1
      waiting.set(number, { resolve, reject })
      started().postMessage({ number, name, args })
    })
  return {
    workbook: (document, now) => call('workbook', document, now),
    counterOffer: (...given) => call('counterOffer', ...given),
    packPdf: (...given) => call('packPdf', ...given),
    backUp: (folder, reason, now) => call('backUp', folder, reason, now),
    inspectBackups: (folder) => call('inspectBackups', folder),
    backupsOfCases: (folder, wanted) => call('backupsOfCases', folder, wanted),
    read: readInWorker,
    sampleCharts: () => call('sampleCharts'),
    prepare: () => void started(),
    close: () => {
      worker?.removeAllListeners('exit')
      void worker?.terminate()
    },
  }
}
