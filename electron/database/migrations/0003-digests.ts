import { digestOf } from '../digest'
import type { Migration } from './migration'

/**
 * A digest of every case, over its row and its offers, and of every snapshot; and a commit counter with a random text
 * that identifies the database. The revision is excluded: a wrong one is noticed at the next save.
 */
export const digests: Migration = {
  version: 3,
  name: 'digests',
  up(database) {
    database.exec(`
      ALTER TABLE cases ADD COLUMN digest TEXT NOT NULL DEFAULT '';
      ALTER TABLE snapshots ADD COLUMN digest TEXT NOT NULL DEFAULT '';

      CREATE TABLE file (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        id TEXT NOT NULL,
        commits INTEGER NOT NULL CHECK (commits >= 0)
      ) STRICT;

      INSERT INTO file (one, id, commits) VALUES (1, lower(hex(randomblob(16))), 0);
    `)
    const rows = (sql: string) => database.prepare(sql).raw()
    const offers = rows('SELECT id, position, name, buyer, terms FROM offers WHERE case_id = ? ORDER BY position')
    const cases = rows(`
      SELECT id, name, practice, sample, created_at, changed_at, deleted_at, document FROM cases`)
    const sealCase = database.prepare('UPDATE cases SET digest = ? WHERE id = ?')
    for (const row of cases.all() as unknown[][]) sealCase.run(digestOf([...row, offers.all(row[0])]), row[0])
    const snapshots = rows('SELECT id, case_id, name, taken_at, document FROM snapshots')
    const sealSnapshot = database.prepare('UPDATE snapshots SET digest = ? WHERE id = ?')
    for (const row of snapshots.all() as unknown[][]) sealSnapshot.run(digestOf(row), row[0])
  },
}
