import { statSync, type BigIntStats } from 'node:fs'

import { Refused } from '../refused'

/**
 * Whether the files that SQLite has open are still those at their paths. A file that was deleted or moved away takes
 * every write without a complaint, and is gone when the program ends.
 */
export interface Placed {
  /** @throws Refused 'lost'; also where one was cut short in its place */
  check(): void
}

/** @param path of an open database with a write-ahead log */
export function placed(path: string): Placed {
  // The -shm file holds nothing that is not in the other two, but without it another program would see an older state.
  const files = [path, `${path}-wal`, `${path}-shm`]
  // With an exclusive lock there is no -shm; with nothing written yet there is no -wal.
  const known = new Map<string, Found>()
  const check = () => {
    for (const file of files) {
      const found = lookAt(file)
      const before = known.get(file)
      if (before) {
        if (!found) throw lost(file, 'moved or deleted')
        if (found.dev !== before.dev || found.ino !== before.ino) throw lost(file, 'replaced by another')
        // None of them shrinks while it is open: nothing here vacuums the database in its place, and the log is
        // overwritten from its start, not cut.
        if (found.size < before.size) throw lost(file, 'cut short')
      }
      if (found) known.set(file, found)
    }
  }
  check()
  return { check }
}

type Found = Pick<BigIntStats, 'dev' | 'ino' | 'size'>

/** Undefined if it is not there, or in a folder that can no longer be looked into: either way not where it was. */
function lookAt(path: string): Found | undefined {
  try {
    return statSync(path, { bigint: true })
  } catch {
    return undefined
  }
}

const lost = (file: string, what: string) =>
  new Refused(
    'lost',
    `This is not stored: the file ${file} was ${what} while the program was running. Everything is still here in this window. Write all data again below before you close it.`,
  )
