import { statSync } from 'node:fs'

import { Refused } from '../refused'

/**
 * Whether the files that SQLite has open are still those at their paths. A file that was deleted or moved away takes
 * every write without a complaint, and is gone when the program ends.
 */
export interface Placed {
  /** @throws Refused 'lost'; also where the database was cut short in its place */
  check(): void
}

/** @param path of an open database with a write-ahead log */
export function placed(path: string): Placed {
  // The -shm file holds nothing that is not in the other two, but without it another program would see an older state.
  const files = [path, `${path}-wal`, `${path}-shm`]
  // With an exclusive lock there is no -shm; with nothing written yet there is no -wal.
  const known = new Map<string, string>()
  for (const file of files) {
    const found = identity(file)
    if (found !== undefined) known.set(file, found)
  }
  // The database never gets smaller: nothing here vacuums it in its place.
  let size = sizeOf(path)
  return {
    check() {
      for (const file of files) {
        const found = identity(file)
        const expected = known.get(file)
        if (expected === undefined) {
          if (found !== undefined) known.set(file, found)
        } else if (found !== expected)
          throw lost(file, found === undefined ? 'moved or deleted' : 'replaced by another')
      }
      const now = sizeOf(path)
      if (now < size) throw lost(path, 'cut short')
      size = now
    },
  }
}

function identity(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    // Not there, or in a folder that can no longer be looked into: either way not where it was.
    return undefined
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

const lost = (file: string, what: string) =>
  new Refused(
    'lost',
    `This is not stored: the file ${file} was ${what} while the program was running. Everything is still here in this window. Write all data again below before you close it.`,
  )
