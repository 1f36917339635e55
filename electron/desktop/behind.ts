// What the windows need behind them: the host, the system services that pages ask for, the menu, and answers to further
// starts. Loaded once the first window is open.
import { dialog, shell } from 'electron'

import { AlreadyOpen } from '../database/lock'
import type { SettingsStore } from '../database/settings'
import { openHost, type OpenHost } from '../host'
import { carryChanges } from '../ipc/carry'
import type { Dispatch } from '../ipc/registry'
import { reasonOf } from '../refused'
import { answerStarts } from '../second-start'
import { dialogsOf } from './dialogs'
import { setMenu } from './menu'
import type { OpenedFiles } from './opened-files'
import { printDialog, windowPrinter } from './print'
import { showingProgress } from './progress'
import { handOverTo } from './second-start'
import { savedFiles, showFolder } from './show-folder'
import { followingTheme } from './theme'
import type { Windows } from './windows'

export { loadSchemaToUpdate } from '../database/schema'

interface Behind {
  readonly host: OpenHost
  /** The calls of the pages. */
  readonly dispatch: Dispatch
  /** Stops answering further starts. */
  stop(): void
}

/** @throws Refused if the data cannot be opened */
export function openBehind(
  folder: string,
  files: OpenedFiles,
  { front, command, open, show }: Windows,
  remembered: SettingsStore,
): Behind {
  const host = openHost(folder, {
    kind: 'desktop',
    printer: async () => windowPrinter,
    files: dialogsOf(() => front()!, remembered),
    showFolder,
    savedFiles,
    printDialog,
    openedFile: files.next,
    openInBrowser: (address) => shell.openExternal(address),
  })
  const { announce, changes, dispatch, recentCases } = host
  carryChanges(changes)

  files.onArrival(() => {
    show()
    command('opened-file')
  })
  const acts = { command, newWindow: open, showDataFolder: () => void showFolder(folder).catch(sayWhy) }
  let shown: string | undefined
  const refreshMenu = () => {
    const recent = recentCases()
    // Every edit is reported; the menu shows names, which seldom change.
    const next = JSON.stringify(recent.map(({ id, name }) => [id, name]))
    if (next !== shown) setMenu(acts, recent)
    shown = next
  }
  changes.listen(refreshMenu)
  refreshMenu()

  let stop = () => {}
  announce(() => {
    stop()
    stop = answerStarts(
      folder,
      () => {
        show()
        return { shown: true }
      },
      host.log,
    )
    return 'in a window of its own'
  })
  return { host, dispatch: showingProgress(followingTheme(dispatch, remembered), front), stop: () => stop() }
}

/** Whether the data are merely open in another program, which then shows a window. */
export const handedOver = async (error: unknown, folder: string): Promise<boolean> =>
  error instanceof AlreadyOpen && (await handOverTo(folder))

const sayWhy = (error: unknown): void => dialog.showErrorBox('Sell or Stay', reasonOf(error))
