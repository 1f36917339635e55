import type { Database } from 'better-sqlite3'

/** One schema change. It runs in a transaction; once released it is never edited. */
export interface Migration {
  /** The `user_version` of the file afterward. */
  readonly version: number
  readonly name: string
  up(database: Database): void
}
