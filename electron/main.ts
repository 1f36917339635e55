// The desktop program begins. What cannot be set later comes first; then the program itself, compiled code of an earlier
// start at hand. Nothing here may wait for `ready` at the top level: Electron is ready only after this file has been
// evaluated (https://github.com/electron/electron/issues/40719).
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
  // macOS names the file by an event, which may come before the program is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    files.add(path)
  })
  enableCompileCache(join(folder, 'chromium', 'compiled'))
  import('./desktop/program').then(({ start }) => start(folder, files)).catch(giveUp)
} catch (error) {
  giveUp(error)
}
