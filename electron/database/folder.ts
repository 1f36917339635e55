import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { diskTrouble } from '../disk'
import { Refused } from '../refused'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the system keeps what programs hold for a person; both shells use the same, so that both see the same cases. */
export function usualFolder(platform = process.platform, env: Environment = process.env, home = homedir()): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Sell or Stay')
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Sell or Stay')
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'sell-or-stay')
}

/** Makes the folder, for this person's eyes only. @throws Refused */
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
