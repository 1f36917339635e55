import type { Database } from 'better-sqlite3'
import { hash } from 'node:crypto'

import type { KeptDocument } from '../../shared/host'
import { Refused } from '../refused'
import { digestOf } from './digest'

/** Each backup contains all of them again, so their number is limited. */
const MOST = 20
const MOST_BYTES = 60_000_000

interface DocumentRow {
  readonly id: string
  readonly case_id: string
  readonly name: string
  readonly added_at: string
  readonly content: Uint8Array
  readonly digest: string
}

/**
 * Letters and books of a case as received, each with a digest. Times are ISO in UTC and come from the caller. The
 * documents of a deleted case are not accessible.
 */
export interface Documents {
  /** Newest first. */
  list(caseId: string): KeptDocument[]
  /** @throws Refused 'not-found', or 'damaged' if its digest does not match */
  open(caseId: string, id: string): { readonly name: string; readonly content: Uint8Array }
  /** The same file is stored once. @returns its id @throws Refused if there are too many */
  keep(document: { id: string; caseId: string; name: string; content: Uint8Array }, now: string): string
  /** Permanently. @throws Refused 'not-found' */
  delete(caseId: string, id: string): void
}

export function documentsIn(database: Database): Documents {
  const ofCase = `FROM documents JOIN cases ON cases.id = case_id AND deleted_at IS NULL WHERE case_id = ?`
  const sql = {
    list: database.prepare<[string], KeptDocument>(`
      SELECT documents.id, documents.name, added_at AS addedAt, length(content) AS bytes ${ofCase}
      ORDER BY added_at DESC, documents.rowid DESC`),
    one: database.prepare<[string, string], DocumentRow>(`SELECT documents.* ${ofCase} AND documents.id = ?`),
    alike: database.prepare<[string, number], DocumentRow>(
      'SELECT * FROM documents WHERE case_id = ? AND length(content) = ?',
    ),
    insert: database.prepare(`
      INSERT INTO documents (id, case_id, name, added_at, content, digest)
      VALUES (@id, @case_id, @name, @added_at, @content, @digest)`),
    delete: database.prepare('DELETE FROM documents WHERE id = ?'),
  }
  const row = (caseId: string, id: string): DocumentRow => {
    const found = sql.one.get(caseId, id)
    if (!found)
      throw new Refused('not-found', 'This document is no longer kept with the case. Look at the list of documents.')
    return found
  }
  return {
    list: (caseId) => sql.list.all(caseId),
    open: (caseId, id) => {
      const found = row(caseId, id)
      if (found.digest !== documentDigest(found))
        throw new Refused(
          'damaged',
          `“${found.name}” is not what was kept; the disk may be failing. Delete it here and add the file again.`,
        )
      return { name: found.name, content: found.content }
    },
    keep: database.transaction(({ id, caseId, name, content }: Parameters<Documents['keep']>[0], now: string) => {
      const same = sql.alike
        .all(caseId, content.length)
        .find((one) => one.digest === documentDigest(one) && Buffer.compare(one.content, content) === 0)
      if (same) return same.id
      const kept = sql.list.all(caseId)
      const bytes = kept.reduce((sum, one) => sum + one.bytes, content.length)
      if (kept.length >= MOST || bytes > MOST_BYTES)
        throw new Refused(
          'unavailable',
          `A case keeps at most ${MOST} documents of ${MOST_BYTES / 1e6} MB in all. Delete one that you no longer need, then try again.`,
        )
      const columns = { id, case_id: caseId, name, added_at: now, content }
      sql.insert.run({ ...columns, digest: documentDigest(columns) })
      return id
    }),
    delete: (caseId, id) => {
      row(caseId, id)
      sql.delete.run(id)
    },
  }
}

export const documentDigest = ({ id, case_id, name, added_at, content }: Omit<DocumentRow, 'digest'>): string =>
  digestOf([id, case_id, name, added_at, hash('sha256', content, 'hex')])
