import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { diskTrouble } from '../disk'
import { Refused } from '../refused'

type Environment = Readonly<Record<string, string | undefined>>

/** The system's folder for a user's application data; both shells use it, so both see the same cases. */
export function usualFolder(platform = process.platform, env: Environment = process.env, home = homedir()): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Sell or Stay')
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Sell or Stay')
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'sell-or-stay')
}

/** Creates the folder, readable by this user only. @throws Refused */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw unwritable(folder, error)
  }
}

export const unwritable = (folder: string, error: unknown): Refused =>
  new Refused(
    'disk',
    `Nothing can be stored in the folder ${folder} ${diskTrouble(error)} Another folder is chosen with --data FOLDER.`,
  )
