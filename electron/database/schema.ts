import { closeSync, openSync, readSync } from 'node:fs'

import type { parseCase } from '../../shared/case/problems'
import type { caseSchema } from '../../shared/case/schema'
import { WITH_DIGESTS } from './check'
import { databasePath } from './paths'

interface Loaded {
  readonly parseCase: typeof parseCase
  readonly caseSchema: typeof caseSchema
}

let loaded: Loaded | undefined

/**
 * Loads what a stored case is checked with. It takes a fifth of the time of a start, and the data can be opened without
 * it: so it comes later, but before the first case is read.
 */
export async function loadSchema(): Promise<void> {
  if (loaded) return
  const [{ parseCase }, { caseSchema }] = await Promise.all([
    import('../../shared/case/problems'),
    import('../../shared/case/schema'),
  ])
  loaded = { parseCase, caseSchema }
}

/**
 * Loads it before the data are opened if that will read cases: bringing data from before digests up to date does. Their
 * version is a number in the head of an SQLite file (https://www.sqlite.org/fileformat.html, 1.3).
 */
export async function loadSchemaToUpdate(folder: string): Promise<void> {
  const version = Buffer.alloc(4)
  try {
    const file = openSync(databasePath(folder), 'r')
    readSync(file, version, { position: 60 })
    closeSync(file)
  } catch {
    return // whoever opens the data says what is wrong with them
  }
  if (version.readUInt32BE() < WITH_DIGESTS) await loadSchema()
}

/** @throws TypeError if it has not been loaded */
export function loadedSchema(): Loaded {
  if (!loaded) throw new TypeError('A case is read before its schema is loaded.')
  return loaded
}
