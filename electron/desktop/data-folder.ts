import { app } from 'electron'
import { join } from 'node:path'

import { makeFolder, usualFolder } from '../database/folder'
import { folderOf } from '../options'

/**
 * The data folder of this start; Chromium's own files go into a subfolder, so that `--data` moves everything.
 * Unknown arguments may be Chromium's, so they are not refused here.
 * @throws Refused if it cannot be created
 */
export function chooseDataFolder(args: readonly string[]): string {
  const at = args.findIndex((arg) => arg === '--data' || arg.startsWith('--data='))
  const given = at < 0 ? undefined : args[at]!.includes('=') ? args[at]!.slice('--data='.length) : args[at + 1]
  const folder = folderOf(given) ?? usualFolder()
  const chromium = join(folder, 'chromium')
  makeFolder(chromium)
  app.setPath('userData', chromium)
  return folder
}
