import type { Migration } from './migration'

/** Named states of a case, each the whole document as JSON, validated by the program. Deleted with their case. */
export const snapshots: Migration = {
  version: 2,
  name: 'snapshots',
  up(database) {
    database.exec(`
      CREATE TABLE snapshots (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        taken_at TEXT NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document))
      ) STRICT;

      CREATE INDEX snapshots_of_a_case ON snapshots (case_id, taken_at);
    `)
  },
}
