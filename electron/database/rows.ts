import type { Database } from 'better-sqlite3'

/** A stored row by column name. */
export type Row = Readonly<Record<string, unknown>>

/** Copies rows between our databases, digests included. */
export function insertRow(database: Database, table: string, row: Row): void {
  const columns = Object.keys(row)
  database
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`)
    .run(row)
}
