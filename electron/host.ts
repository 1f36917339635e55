import { openDatabase } from './database/open'
import { casesIn } from './database/cases'
import { expired } from './database/deleted'
import { makeFolder } from './database/folder'
import { lockFolder, type Lock } from './database/lock'
import { settingsIn, type SettingsStore } from './database/settings'
import { snapshotsIn } from './database/snapshots'
import { handlersFor } from './ipc/handlers'
import { registryOf, type Dispatch } from './ipc/registry'
import { logTo } from './log'
import { version } from './root'
import type { Shell } from './shell'

export interface OpenHost {
  readonly dispatch: Dispatch
  readonly settings: SettingsStore
  readonly log: (text: string) => void
  /** Tells a second instance where this one can be found. */
  readonly announce: Lock['announce']
  close(): void
}

/**
 * The host of either shell on one data folder, which it keeps locked until it is closed.
 * @throws Refused with the sentence for the person
 */
export function openHost(folder: string, shell: Shell, now: () => Date = () => new Date()): OpenHost {
  makeFolder(folder)
  const lock = lockFolder(folder)
  try {
    const database = openDatabase(folder, now().toISOString())
    const cases = casesIn(database)
    const settings = settingsIn(database)
    const log = logTo(folder)
    for (const id of expired(cases.listDeleted(), now().toISOString())) cases.purge(id)
    return {
      dispatch: registryOf(
        handlersFor({ cases, snapshots: snapshotsIn(database), settings, shell, folder, version, now }),
        log,
      ),
      settings,
      log,
      announce: (where) => lock.announce(where),
      close: () => {
        database.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
