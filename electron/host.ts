import type { CaseSummary } from '../shared/host'
import { openData } from './database/data'
import { makeFolder } from './database/folder'
import { keeperOf } from './database/keeper'
import { lockFolder } from './database/lock'
import { markIfNew } from './database/open'
import { changesOf, telling, type Changes } from './ipc/changes'
import { handlersFor } from './ipc/handlers'
import { registryOf, type Dispatch } from './ipc/registry'
import { jobsInWorker, type Jobs } from './jobs/jobs'
import { logTo } from './log'
import { keepPrivate } from './private'
import { releases, version } from './root'
import type { Shell } from './shell'

export interface OpenHost {
  readonly dispatch: Dispatch
  /** What the windows are to be told. */
  readonly changes: Changes
  /** The cases, the last changed first; none while the data are in trouble. */
  recentCases(): readonly CaseSummary[]
  readonly log: (text: string) => void
  /** A sentence for the person, if others can look into the folder. */
  readonly notice: string | undefined
  /**
   * Tells a second instance where this one can be found: `settle` leaves in the folder what it is found by and says where
   * it is. It is asked again when the folder was gone and was made anew.
   */
  readonly announce: (settle: () => string) => void
  close(): void
}

/**
 * The host of either shell on one data folder, which it keeps locked until it is closed. Data that are damaged or missing
 * do not keep it from opening: the renderer asks for their state and shows the ways out.
 * @throws Refused with the sentence for the person
 */
export function openHost(
  folder: string,
  shell: Shell,
  now: () => Date = () => new Date(),
  jobs: Jobs = jobsInWorker(),
): OpenHost {
  makeFolder(folder)
  markIfNew(folder)
  // The log file is made with its first line, which may be about the data.
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
  const changes = changesOf()
  return {
    dispatch: telling(
      registryOf(handlersFor({ keeper, jobs, shell, folder, version, releases, now, notice }), log),
      changes,
    ),
    changes,
    notice,
    recentCases: () => (keeper.state().trouble ? [] : keeper.data().cases.list()),
    log,
    announce: (settle) => keeper.announce(settle),
    close: () => {
      jobs.close()
      keeper.close()
    },
  }
}
