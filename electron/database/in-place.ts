import { statSync, type BigIntStats } from 'node:fs'

import { Refused } from '../refused'

/**
 * Whether the files SQLite has open are still the ones at their paths. A file that was deleted or moved accepts every
 * write without an error, and is gone when the program ends.
 */
export interface Placed {
  /** @throws Refused 'lost'; also if a file was truncated in place */
  check(): void
}

/** @param path of an open database with a write-ahead log */
export function placed(path: string): Placed {
  // The -shm file adds no data, but without it another program would see an older state.
  const files = [path, `${path}-wal`, `${path}-shm`]
  // With an exclusive lock there is no -shm; before the first write there is no -wal.
  const known = new Map<string, Found>()
  const check = () => {
    for (const file of files) {
      const found = lookAt(file)
      const before = known.get(file)
      if (before) {
        if (!found) throw lost(file, 'moved or deleted')
        if (found.dev !== before.dev || found.ino !== before.ino) throw lost(file, 'replaced by another')
        // None of them shrinks while open: we never vacuum in place, and the log is overwritten from its start, not
        // truncated.
        if (found.size < before.size) throw lost(file, 'cut short')
      }
      if (found) known.set(file, found)
    }
  }
  check()
  return { check }
}

type Found = Pick<BigIntStats, 'dev' | 'ino' | 'size'>

/** Undefined if it is missing or its folder cannot be read: either way it is not where it was. */
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
