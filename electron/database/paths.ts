import { join } from 'node:path'

/** What lies in a data folder. */
export const databasePath = (folder: string): string => join(folder, 'sell-or-stay.sqlite')
export const backupsIn = (folder: string): string => join(folder, 'backups')
/** Files that were replaced or found damaged; nothing in it is ever deleted by the program. */
export const setAsideIn = (folder: string): string => join(folder, 'set-aside')
/** How many edits the program has committed: see counter.ts. */
export const counterPath = (folder: string): string => join(folder, 'sell-or-stay.commits')

/** A time as it stands in the name of a file: Windows allows no colon there. @param now ISO time in UTC */
export const timeInName = (now: string): string => now.replaceAll(':', '-')
