// Entry point of the desktop program. It first does what cannot be done later, then loads the program, using code
// compiled by an earlier start. Nothing here may await `ready` at the top level: Electron is ready only after this file
// has been evaluated (https://github.com/electron/electron/issues/40719).
import { app } from 'electron'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

import { chooseDataFolder } from './desktop/data-folder'
import { giveUp } from './desktop/give-up'
import { filesAmong, openedFiles } from './desktop/opened-files'
import { claimScheme } from './desktop/protocol'
import { makeAllPrivate } from './private'
import { refuseDebugging } from './security/debugging'
import { keepChromiumQuiet } from './security/requests'
import { sandboxEverything } from './security/sandbox'

try {
  makeAllPrivate()
  refuseDebugging()
  sandboxEverything()
  keepChromiumQuiet()
  claimScheme()
  const args = process.argv.slice(app.isPackaged ? 1 : 2)
  const folder = chooseDataFolder(args)
  const files = openedFiles()
  files.add(...filesAmong(args, process.cwd()))
  // macOS passes the file in an event that may arrive before the program is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    files.add(path)
  })
  enableCompileCache(join(folder, 'chromium', 'compiled'))
  import('./desktop/program').then(({ start }) => start(folder, files)).catch(giveUp)
} catch (error) {
  giveUp(error)
}
