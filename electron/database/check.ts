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
 * Faults of the file as a whole: pages, indexes, references, and tables that do not match its version. Rows have
 * digests of their own.
 * @param steps the migrations that this program knows
 * @returns undefined if there are none
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

/** Tables, indexes and other objects, with their SQL. */
const schemaOf = (database: Database.Database): string =>
  JSON.stringify(
    database
      .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
      .raw()
      .all()
      .map((row) => (row as unknown[]).map((text) => String(text).replace(/\s+/g, ' '))),
  )

/** The schema that the migrations up to a version produce. */
function expectedSchema(steps: readonly Migration[], version: number): string {
  const database = new Database(':memory:')
  try {
    for (const { version: to, up } of steps) if (to <= version) up(database)
    return schemaOf(database)
  } finally {
    database.close()
  }
}

/** Content of a file other than the open one, such as a backup. */
export interface Content {
  /** Excluding deleted cases. */
  readonly cases: number
  /** Cases and snapshots whose digest does not match. */
  readonly damaged: number
}

/**
 * Reads a database without changing it.
 * @returns its content, or what is wrong with it
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
