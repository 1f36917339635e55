import { app } from 'electron'

/**
 * Whether this is the first start on these data. A second one passes its arguments to the first and ends.
 * @param again called for each second start with its arguments and working directory
 */
export function isFirstInstance(again: (args: readonly string[], folder: string) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', (_event, argv, folder) => again(argv.slice(1), folder))
  return true
}
