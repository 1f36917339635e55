import { app } from 'electron'

/**
 * Whether this is the first start on these data. A second one hands its arguments to the first and ends.
 * @param again is told of each second start: its arguments and the folder in which it was started
 */
export function isFirstInstance(again: (args: readonly string[], folder: string) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', (_event, argv, folder) => again(argv.slice(1), folder))
  return true
}
