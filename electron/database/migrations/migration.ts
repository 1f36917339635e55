import type { Database } from 'better-sqlite3'

/** One step of the file's structure. It runs in a transaction; once released it is never edited. */
export interface Migration {
  /** The `user_version` that the file has afterward. */
  readonly version: number
  readonly name: string
  up(database: Database): void
}
