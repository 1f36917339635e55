import log from 'electron-log/node'
import { join } from 'node:path'

/** One file in the data folder, at most a megabyte and the one before it. It never holds what a case holds. */
export function logTo(folder: string): (text: string) => void {
  const file = log.create({ logId: folder })
  file.transports.console.level = false
  file.transports.file.resolvePathFn = () => join(folder, 'log.txt')
  return (text) => file.info(text)
}
