import { join } from 'node:path'

/** The files in a data folder. */
export const databasePath = (folder: string): string => join(folder, 'sell-or-stay.sqlite')
export const backupsIn = (folder: string): string => join(folder, 'backups')
/** Files that were replaced or found damaged; the program never deletes anything in it. */
export const setAsideIn = (folder: string): string => join(folder, 'set-aside')
/** The number of committed edits: see counter.ts. */
export const counterPath = (folder: string): string => join(folder, 'sell-or-stay.commits')

/** A time as part of a file name: Windows does not allow a colon. @param now ISO time in UTC */
export const timeInName = (now: string): string => now.replaceAll(':', '-')
