import type { Database } from 'better-sqlite3'

/** The log is written back into the database and begun again at this size, some hundred edits long. */
const PAGES = 256

/**
 * Lets the write-ahead log have its full size before the first edit. While a file grows, each commit waits for the file
 * system to note its new size as well, which takes more than twice as long.
 *
 * A transaction that is rolled back does it: what it spills into the log before its end counts for nothing, now and
 * after a crash, and is overwritten by the edits that follow.
 */
export function makeRoomInLog(database: Database): void {
  database.pragma(`wal_autocheckpoint = ${PAGES}`)
  const pageSize = database.pragma('page_size', { simple: true }) as number
  const cache = database.pragma('cache_size', { simple: true }) as number
  // Few pages stay in memory; all others go to the log at once.
  database.pragma('cache_size = 8')
  try {
    database.exec('BEGIN IMMEDIATE; CREATE TABLE room (bytes)')
    database.prepare('INSERT INTO room VALUES (zeroblob(?))').run(PAGES * pageSize)
  } catch {
    // On a full disk, or while another program holds the file: edits then wait somewhat longer.
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK')
    database.pragma(`cache_size = ${cache}`)
  }
}
