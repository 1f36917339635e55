import log from 'electron-log/node'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'

/** A log file in the data folder, at most 1 MB plus the previous one. It never contains case data. */
export function logTo(folder: string): (text: string) => void {
  const path = join(folder, 'log.txt')
  const file = log.create({ logId: folder })
  file.transports.console.level = false
  // Errors of any log file go to the console of the first logger, whatever its level: a full disk would print a stack
  // trace for each entry.
  log.transports.console.writeFn = () => undefined
  file.transports.file.resolvePathFn = () => path
  return (text) => {
    if (isOurs(path)) file.info(text)
  }
}

/** Only a regular file is written to: a link would redirect the log, and a pipe would block the program. */
function isOurs(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true
  } catch {
    return false // a folder that is no longer readable
  }
}
