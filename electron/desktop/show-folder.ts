import { shell } from 'electron'

import { Refused } from '../refused'

/** In the system's file manager. */
export async function showFolder(path: string): Promise<void> {
  const problem = await shell.openPath(path)
  if (problem) throw new Refused('disk', `The folder ${path} cannot be opened (${problem}).`)
}
