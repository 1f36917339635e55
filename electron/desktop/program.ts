// The desktop program: the rules of the session and the first window, and then, while that loads its page, the host.
import { app, session } from 'electron'

import type { OpenHost } from '../host'
import { carryCalls } from '../ipc/carry'
import type { Dispatch } from '../ipc/registry'
import { stayOnOurPages } from '../security/navigation'
import { openNoWindows } from '../security/new-windows'
import { denyPermissions } from '../security/permissions'
import { refuseRemoteRequests } from '../security/requests'
import { offerContextMenu } from './context-menu'
import { giveUp } from './give-up'
import { isFirstInstance } from './one-instance'
import { filesAmong, type OpenedFiles } from './opened-files'
import { servePages } from './protocol'
import { rememberedIn } from './remembered'
import { takeRememberedTheme } from './theme'
import { watchOver } from './trouble'
import { windowsOf, type Windows } from './windows'

/**
 * The id under which electron-builder registers the program; Windows shows notifications only of registered programs.
 */
const APP_ID = 'app.sell-or-stay'

let windows: Windows | undefined

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
    .then(() => open(folder, files))
    .catch(giveUp)
}

async function open(folder: string, files: OpenedFiles): Promise<void> {
  let host: OpenHost | undefined
  // Lines from before there is a log; they are written to it later.
  const early: string[] = []
  const log = (text: string) => (host ? host.log(text) : void early.push(text))
  let stop = () => {}
  let over = false
  app.on('will-quit', () => {
    over = true
    stop()
    host?.close()
  })
  // The program ends with its last window, on macOS too: otherwise it would hold the data without showing them.
  let failed = false
  app.on('window-all-closed', () => !failed && app.quit())
  app.on('web-contents-created', (_event, contents) => {
    stayOnOurPages(contents, log)
    openNoWindows(contents, log)
  })
  denyPermissions(session.defaultSession, log)
  refuseRemoteRequests(session.defaultSession, log)
  servePages()

  // The page loads in processes of its own while this one loads the host and opens the data; its first calls are answered
  // after that.
  const answering = Promise.withResolvers<Dispatch>()
  carryCalls(async (...call) => (await answering.promise)(...call))
  const remembered = rememberedIn(folder, log)
  takeRememberedTheme(remembered)
  windows = windowsOf(remembered, (window) => {
    watchOver(window, log)
    offerContextMenu(window)
  })
  windows.open()

  const { handedOver, loadSchemaToUpdate, openBehind } = await import('./behind')
  await loadSchemaToUpdate(folder)
  if (over) return
  try {
    const behind = openBehind(folder, files, windows, remembered)
    host = behind.host
    stop = behind.stop
    answering.resolve(behind.dispatch)
    early.forEach(host.log)
  } catch (error) {
    // The window shows nothing and goes, but the program goes on: it has something to say.
    failed = true
    windows.front()?.destroy()
    // The browser shell may have the same data open.
    if (await handedOver(error, folder)) app.quit()
    else throw error
  }
}
