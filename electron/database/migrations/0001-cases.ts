import type { Migration } from './migration'

/** Cases with their offers as rows, and settings. What varies among offers is JSON, validated by the program. */
export const cases: Migration = {
  version: 1,
  name: 'cases',
  up(database) {
    database.exec(`
      CREATE TABLE cases (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        practice TEXT NOT NULL,
        sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
        revision INTEGER NOT NULL CHECK (revision >= 0),
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        deleted_at TEXT,
        document TEXT NOT NULL CHECK (json_valid(document))
      ) STRICT;

      CREATE TABLE offers (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        position INTEGER NOT NULL CHECK (position >= 0),
        name TEXT NOT NULL,
        buyer TEXT NOT NULL,
        terms TEXT NOT NULL CHECK (json_valid(terms)),
        PRIMARY KEY (case_id, id),
        UNIQUE (case_id, position)
      ) STRICT;

      CREATE TABLE settings (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value))
      ) STRICT;
    `)
  },
}
