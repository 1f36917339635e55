import type { CaseSummary } from '../shared/host'
import { openData } from './database/data'
import { makeFolder } from './database/folder'
import { keeperOf } from './database/keeper'
import { lockFolder } from './database/lock'
import { markIfNew } from './database/open'
import { loadSchema } from './database/schema'
import { changesOf, telling, type Changes } from './ipc/changes'
import type { Dispatch } from './ipc/registry'
import { jobsInWorker, type Jobs } from './jobs/jobs'
import { packingOnce } from './jobs/packing'
import { later } from './later'
import { logTo } from './log'
import { keepPrivate } from './private'
import { releases, version } from './root'
import type { Shell } from './shell'

export interface OpenHost {
  readonly dispatch: Dispatch
  /** Tells of a request for a page, with which the code of its calls does not compete. */
  readonly asked: () => void
  /** Changes that the windows are told about. */
  readonly changes: Changes
  /** The cases, most recently changed first; none while the data cannot be opened. */
  recentCases(): readonly CaseSummary[]
  readonly log: (text: string) => void
  /** A sentence for the user if others can read the folder. */
  readonly notice: string | undefined
  /**
   * Publishes where this instance can be reached: `settle` writes what a second instance needs into the folder and
   * returns the location. It is called again if the folder was deleted and recreated.
   */
  readonly announce: (settle: () => string) => void
  close(): void
}

/**
 * The host of either shell on one data folder, locked until the host is closed. It opens even if the data are damaged
 * or missing; the renderer asks for their state and offers the ways to recover. `loadSchemaToUpdate` comes before it.
 * @throws Refused with the sentence for
 * the user
 */
export function openHost(
  folder: string,
  shell: Shell,
  now: () => Date = () => new Date(),
  jobs: Jobs = jobsInWorker(),
): OpenHost {
  makeFolder(folder)
  markIfNew(folder)
  // The log file is created with its first line, which may be about the data.
  const log = logTo(folder)
  const takeBackup = async (...asked: Parameters<Jobs['backUp']>) => void (await jobs.backUp(...asked))
  const keeper = keeperOf(
    folder,
    now,
    () => openData(folder, now, takeBackup, log),
    () => lockFolder(folder),
  )
  const notice = keepPrivate(folder)
  if (notice) log('other users can look into the data folder')
  const forHandlers: Jobs = { ...jobs, packPdf: packingOnce(jobs.packPdf) }
  const changes = changesOf()
  const calls = later(async () => {
    const [{ handlersFor }, { registryOf }] = await Promise.all([
      import('./ipc/handlers'),
      import('./ipc/registry'),
      loadSchema(),
    ])
    const handlers = handlersFor({ keeper, jobs: forHandlers, shell, folder, version, releases, now, notice })
    return telling(registryOf(handlers, log), changes)
  })
  calls.asked()
  return {
    dispatch: async (...call) => (await calls.now())(...call),
    asked: calls.asked,
    changes,
    notice,
    recentCases: () => (keeper.state().trouble ? [] : keeper.data().cases.list()),
    log,
    announce: (settle) => keeper.announce(settle),
    close: () => {
      calls.cancel()
      jobs.close()
      keeper.close()
    },
  }
}
