// The desktop program. Before it is ready come the rules that cannot be set later; then the host, the rules of the
// session, and the window. Nothing here may wait for `ready` at the top level: Electron is ready only after this file
// has been evaluated (https://github.com/electron/electron/issues/40719).
import { app, dialog, session, type BrowserWindow } from 'electron'

import { chooseDataFolder } from './desktop/data-folder'
import { dialogsOf } from './desktop/dialogs'
import { setMenu } from './desktop/menu'
import { isFirstInstance } from './desktop/one-instance'
import { windowPrinter } from './desktop/print'
import { claimScheme, servePages } from './desktop/protocol'
import { showFolder } from './desktop/show-folder'
import { openMainWindow } from './desktop/window'
import { openHost } from './host'
import { carryCalls } from './ipc/carry'
import { Refused, reasonOf } from './refused'
import { stayOnOurPages } from './security/navigation'
import { openNoWindows } from './security/new-windows'
import { denyPermissions } from './security/permissions'
import { keepChromiumQuiet, refuseRemoteRequests } from './security/requests'
import { sandboxEverything } from './security/sandbox'

let window: BrowserWindow | undefined

try {
  sandboxEverything()
  keepChromiumQuiet()
  claimScheme()
  const folder = chooseDataFolder(process.argv.slice(1))
  if (isFirstInstance(() => window))
    void app
      .whenReady()
      .then(() => open(folder))
      .catch(giveUp)
  else app.quit()
} catch (error) {
  giveUp(error)
}

function open(folder: string): void {
  const host = openHost(folder, {
    kind: 'desktop',
    printer: async () => windowPrinter,
    files: dialogsOf(() => window!),
    showFolder,
  })
  app.on('will-quit', () => host.close())
  app.on('window-all-closed', () => app.quit())
  app.on('web-contents-created', (_event, contents) => {
    stayOnOurPages(contents, host.log)
    openNoWindows(contents, host.log)
  })
  denyPermissions(session.defaultSession, host.log)
  refuseRemoteRequests(session.defaultSession, host.log)
  servePages()
  carryCalls(host.dispatch)
  host.announce('in a window of its own')
  window = openMainWindow(host.settings)
  setMenu(window)
}

/** One sentence for the person, in a box and, where there is one, on the terminal. */
function giveUp(error: unknown): void {
  const sentence = error instanceof Refused ? error.message : `Sell or Stay could not start (${reasonOf(error)}).`
  console.error(sentence)
  dialog.showErrorBox('Sell or Stay', sentence)
  app.exit(1)
}
