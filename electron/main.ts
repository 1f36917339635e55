// The desktop program. Before it is ready come the rules that cannot be set later; then the host, the rules of the
// session, and the window. Nothing here may wait for `ready` at the top level: Electron is ready only after this file
// has been evaluated (https://github.com/electron/electron/issues/40719).
import { app, dialog, session, type BrowserWindow } from 'electron'

import { chooseDataFolder } from './desktop/data-folder'
import { dialogsOf } from './desktop/dialogs'
import { setMenu } from './desktop/menu'
import { isFirstInstance, toFront } from './desktop/one-instance'
import { windowPrinter } from './desktop/print'
import { claimScheme, servePages } from './desktop/protocol'
import { showFolder } from './desktop/show-folder'
import { openMainWindow } from './desktop/window'
import { openHost } from './host'
import { AlreadyOpen } from './database/lock'
import { handOverTo } from './desktop/second-start'
import { watchOver } from './desktop/trouble'
import { carryCalls, carryChanges } from './ipc/carry'
import { makeAllPrivate } from './private'
import { Refused, reasonOf } from './refused'
import { answerStarts } from './second-start'
import { refuseDebugging } from './security/debugging'
import { stayOnOurPages } from './security/navigation'
import { openNoWindows } from './security/new-windows'
import { denyPermissions } from './security/permissions'
import { keepChromiumQuiet, refuseRemoteRequests } from './security/requests'
import { sandboxEverything } from './security/sandbox'

let window: BrowserWindow | undefined

try {
  makeAllPrivate()
  refuseDebugging()
  sandboxEverything()
  keepChromiumQuiet()
  claimScheme()
  const folder = chooseDataFolder(process.argv.slice(1))
  if (isFirstInstance(() => window))
    void app
      .whenReady()
      .then(() => openOrHandOver(folder))
      .catch(giveUp)
  else app.quit()
} catch (error) {
  giveUp(error)
}

/** The browser shell may have the same data open. */
async function openOrHandOver(folder: string): Promise<void> {
  try {
    open(folder)
  } catch (error) {
    if (error instanceof AlreadyOpen && (await handOverTo(folder))) app.quit()
    else throw error
  }
}

function open(folder: string): void {
  const host = openHost(folder, {
    kind: 'desktop',
    printer: async () => windowPrinter,
    files: dialogsOf(() => window!),
    showFolder,
  })
  let stop = () => {}
  app.on('will-quit', () => {
    stop()
    host.close()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('web-contents-created', (_event, contents) => {
    stayOnOurPages(contents, host.log)
    openNoWindows(contents, host.log)
  })
  denyPermissions(session.defaultSession, host.log)
  refuseRemoteRequests(session.defaultSession, host.log)
  servePages()
  carryCalls(host.dispatch)
  carryChanges(host.changes)
  host.announce(() => {
    stop()
    stop = answerStarts(
      folder,
      () => {
        toFront(window)
        return { shown: true }
      },
      host.log,
    )
    return 'in a window of its own'
  })
  window = openMainWindow(host.settings)
  watchOver(window, host.log)
  setMenu(window)
}

/** One sentence for the person, in a box and, where there is one, on the terminal. */
function giveUp(error: unknown): void {
  const sentence = error instanceof Refused ? error.message : `Sell or Stay could not start (${reasonOf(error)}).`
  console.error(sentence)
  dialog.showErrorBox('Sell or Stay', sentence)
  app.exit(1)
}
