import log from 'electron-log/node'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'

/** One file in the data folder, at most a megabyte and the one before it. It never holds what a case holds. */
export function logTo(folder: string): (text: string) => void {
  const path = join(folder, 'log.txt')
  const file = log.create({ logId: folder })
  file.transports.console.level = false
  file.transports.file.resolvePathFn = () => path
  return (text) => {
    if (isOurs(path)) file.info(text)
  }
}

/** What lies there is a file or nothing: a link would lead the log into another file, a pipe would hold the program up. */
function isOurs(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? true
  } catch {
    return false // a folder that can no longer be looked into
  }
}
