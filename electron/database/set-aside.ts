import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'

import { forgetCounter } from './counter'
import { databasePath, setAsideIn, timeInName } from './paths'

/**
 * Moves the files of a closed database out of the way; nothing is deleted. A write-ahead log left behind would be taken
 * for the next database's.
 * @param now ISO time in UTC
 * @returns the folder they are in now; undefined if there were none
 */
export function setAside(folder: string, now: string): string | undefined {
  const path = databasePath(folder)
  const files = [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file))
  // First of all: if the program is killed in between, no counter may be compared with another file's.
  forgetCounter(folder)
  if (files.length === 0) return undefined
  const place = join(setAsideIn(folder), timeInName(now))
  mkdirSync(place, { recursive: true, mode: 0o700 })
  for (const file of files) renameSync(file, join(place, basename(file)))
  return place
}
