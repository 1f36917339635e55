import type { Database } from 'better-sqlite3'

/** A row as it is stored, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>

/** For rows that go from one of our databases into another, digest and all. */
export function insertRow(database: Database, table: string, row: Row): void {
  const columns = Object.keys(row)
  database
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`)
    .run(row)
}
