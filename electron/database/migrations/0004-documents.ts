import type { Migration } from './migration'

/** Letters and books that values were read from, as received. Deleted with their case. */
export const documents: Migration = {
  version: 4,
  name: 'documents',
  up(database) {
    database.exec(`
      CREATE TABLE documents (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        added_at TEXT NOT NULL,
        content BLOB NOT NULL,
        digest TEXT NOT NULL
      ) STRICT;

      CREATE INDEX documents_of_a_case ON documents (case_id, added_at);
    `)
  },
}
