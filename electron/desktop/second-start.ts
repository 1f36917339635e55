import { shell } from 'electron'

import { doorTo } from '../door'
import { askRunning } from '../second-start'

/**
 * Opens another window of the browser shell that has the data open, in the user's own browser.
 * @returns whether it succeeded
 */
export async function handOverTo(folder: string): Promise<boolean> {
  const running = await askRunning(folder)
  if (!running) return false
  return 'shown' in running || (await shell.openPath(doorTo(folder, running.address))) === ''
}
