import Database from 'better-sqlite3'

import { casesIn } from './cases'
import { snapshotsIn } from './snapshots'
import type { Migration } from './migrations/migration'

/** "SoSt" in ASCII: tells our files from other programs' SQLite files. */
export const APPLICATION_ID = 0x536f5374

/** From this version on each row has a digest. */
export const WITH_DIGESTS = 3

export const versionOf = (database: Database.Database): number =>
  database.pragma('user_version', { simple: true }) as number

/**
 * Faults of the file as a whole: pages, indexes, references, and tables that are not those of its version. Rows
 * have digests of their own.
 * @param steps the migrations that this program knows
 * @returns undefined if nothing is
 */
export function structureProblem(database: Database.Database, steps: readonly Migration[]): string | undefined {
  const found = database.pragma('integrity_check(1)', { simple: true })
  if (found !== 'ok') return String(found).replace(/\s+/g, ' ')
  const [orphan] = database.pragma('foreign_key_check') as { table: string }[]
  if (orphan) return `a row of ${orphan.table} refers to nothing`
  return schemaOf(database) === expectedSchema(steps, versionOf(database))
    ? undefined
    : 'its tables are not those of this program'
}

/** Tables, indexes and whatever else there is, with the text that made them. */
const schemaOf = (database: Database.Database): string =>
  JSON.stringify(
    database
      .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
      .raw()
      .all()
      .map((row) => (row as unknown[]).map((text) => String(text).replace(/\s+/g, ' '))),
  )

/** The structure that the migrations up to a version make. */
function expectedSchema(steps: readonly Migration[], version: number): string {
  const database = new Database(':memory:')
  try {
    for (const { version: to, up } of steps) if (to <= version) up(database)
    return schemaOf(database)
  } finally {
    database.close()
  }
}

/** What is in a file beside the open one, such as a backup. */
export interface Content {
  /** Excluding deleted cases. */
  readonly cases: number
  /** Cases and snapshots that are not what was saved. */
  readonly damaged: number
}

/**
 * Reads a database as a stranger would, and changes nothing.
 * @returns what is in it, or what is wrong with it
 */
export function inspect(path: string, steps: readonly Migration[]): Content | { readonly problem: string } {
  let database: Database.Database | undefined
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      return { problem: 'it is not a file of this program' }
    const version = versionOf(database)
    if (version > (steps.at(-1)?.version ?? 0)) return { problem: 'it was made by a newer version of this program' }
    const problem = structureProblem(database, steps)
    if (problem !== undefined) return { problem }
    const cases = database.prepare('SELECT count(*) FROM cases WHERE deleted_at IS NULL').pluck().get() as number
    if (version < WITH_DIGESTS) return { cases, damaged: 0 }
    return { cases, damaged: casesIn(database).damaged().length + snapshotsIn(database).damaged().length }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  } finally {
    database?.close()
  }
}
