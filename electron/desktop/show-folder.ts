import { shell } from 'electron'

import { Refused } from '../refused'
import type { SavedFiles } from '../shell'

/** In the system's file manager. */
export async function showFolder(path: string): Promise<void> {
  const problem = await shell.openPath(path)
  if (problem) throw new Refused('disk', `The folder ${path} cannot be opened (${problem}).`)
}

/** Only ever given a file that this program has saved. */
export const savedFiles: SavedFiles = {
  async open(path) {
    const problem = await shell.openPath(path)
    if (problem)
      throw new Refused('disk', `${path} cannot be opened (${problem}). Open it from its folder with another program.`)
  },
  show: (path) => shell.showItemInFolder(path),
}
