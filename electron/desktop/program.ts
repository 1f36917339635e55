// The desktop program: the host, the rules of the session, the windows, the menu.
import { app, dialog, session, shell } from 'electron'

import { AlreadyOpen } from '../database/lock'
import { openHost, type OpenHost } from '../host'
import { carryCalls, carryChanges } from '../ipc/carry'
import { reasonOf } from '../refused'
import { answerStarts } from '../second-start'
import { stayOnOurPages } from '../security/navigation'
import { openNoWindows } from '../security/new-windows'
import { denyPermissions } from '../security/permissions'
import { refuseRemoteRequests } from '../security/requests'
import { offerContextMenu } from './context-menu'
import { dialogsOf } from './dialogs'
import { giveUp } from './give-up'
import { setMenu } from './menu'
import { isFirstInstance } from './one-instance'
import { filesAmong, type OpenedFiles } from './opened-files'
import { printDialog, windowPrinter } from './print'
import { showingProgress } from './progress'
import { servePages } from './protocol'
import { rememberedIn } from './remembered'
import { handOverTo } from './second-start'
import { showFolder } from './show-folder'
import { followingTheme, takeRememberedTheme } from './theme'
import { watchOver } from './trouble'
import { windowsOf, type Windows } from './windows'

/**
 * The id under which electron-builder registers the program; Windows shows notifications only of registered programs.
 */
const APP_ID = 'app.sell-or-stay'

let windows: Windows | undefined
/** Undefined until the data are open. */
let host: OpenHost | undefined

/** @param files that the system has passed to the program so far */
export function start(folder: string, files: OpenedFiles): void {
  const first = isFirstInstance((args, from) => {
    windows?.show()
    files.add(...filesAmong(args, from))
  })
  if (!first) return app.quit()
  app.setAppUserModelId(APP_ID)
  void app
    .whenReady()
    .then(() => openOrHandOver(folder, files))
    .catch(giveUp)
}

/** The browser shell may have the same data open. */
async function openOrHandOver(folder: string, files: OpenedFiles): Promise<void> {
  try {
    open(folder, files)
  } catch (error) {
    windows?.front()?.destroy()
    if (error instanceof AlreadyOpen && (await handOverTo(folder))) app.quit()
    else throw error
  }
}

function open(folder: string, files: OpenedFiles): void {
  let stop = () => {}
  const log = (text: string) => host?.log(text)
  app.on('will-quit', () => {
    stop()
    host?.close()
  })
  // The program ends with its last window, on macOS too: otherwise it would hold the data without showing them.
  app.on('window-all-closed', () => host && app.quit())
  app.on('web-contents-created', (_event, contents) => {
    stayOnOurPages(contents, log)
    openNoWindows(contents, log)
  })
  denyPermissions(session.defaultSession, log)
  refuseRemoteRequests(session.defaultSession, log)
  servePages()

  // The page loads in processes of its own while this one opens the data; its first call is answered after that.
  const remembered = rememberedIn(folder, log)
  takeRememberedTheme(remembered)
  const { front, command, open, show } = (windows = windowsOf(remembered, (window) => {
    watchOver(window, log)
    offerContextMenu(window)
  }))
  open()
  host = openHost(folder, {
    kind: 'desktop',
    printer: async () => windowPrinter,
    files: dialogsOf(() => front()!, remembered),
    showFolder,
    printDialog,
    openedFile: files.next,
    openInBrowser: (address) => shell.openExternal(address),
  })
  const { announce, changes, dispatch, recentCases } = host
  carryCalls(showingProgress(followingTheme(dispatch, remembered), front))
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

  announce(() => {
    stop()
    stop = answerStarts(
      folder,
      () => {
        show()
        return { shown: true }
      },
      log,
    )
    return 'in a window of its own'
  })
}

const sayWhy = (error: unknown): void => dialog.showErrorBox('Sell or Stay', reasonOf(error))
