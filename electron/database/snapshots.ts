import type { Database } from 'better-sqlite3'

import { caseSchema, type Case } from '../../shared/case/schema'
import { broughtUp, versions } from '../../shared/case/versions'
import type { Version } from '../../shared/case/versions/version'
import type { SnapshotSummary } from '../../shared/host'
import { Refused } from '../refused'

/** So many a case: each is a whole document, and nobody compares with more. */
const MOST = 100

/** Named states of a case. Times are ISO in UTC and come from the caller. A deleted case has no snapshots to be seen. */
export interface Snapshots {
  /** The newest first. */
  list(caseId: string): SnapshotSummary[]
  /** @throws Refused 'not-found' if there is no such snapshot of this case */
  open(caseId: string, id: string): Case
  /** @throws Refused if there are too many */
  take(snapshot: { id: string; caseId: string; name: string; document: Case }, now: string): SnapshotSummary
  /** For good. @throws Refused 'not-found' */
  delete(caseId: string, id: string): void
}

/** @param steps by which documents of earlier versions are brought up when they are opened */
export function snapshotsIn(database: Database, steps: readonly Version[] = versions): Snapshots {
  const ofCase = `FROM snapshots JOIN cases ON cases.id = case_id AND deleted_at IS NULL WHERE case_id = ?`
  const sql = {
    list: database.prepare<[string], SnapshotSummary>(`
      SELECT snapshots.id, snapshots.name, taken_at AS takenAt ${ofCase} ORDER BY taken_at DESC, snapshots.rowid DESC`),
    one: database.prepare<[string, string], string>(`SELECT snapshots.document ${ofCase} AND snapshots.id = ?`).pluck(),
    count: database.prepare<[string], number>('SELECT count(*) FROM snapshots WHERE case_id = ?').pluck(),
    insert: database.prepare(`
      INSERT INTO snapshots (id, case_id, name, taken_at, document) VALUES (@id, @caseId, @name, @now, @document)`),
    delete: database.prepare('DELETE FROM snapshots WHERE id = ?'),
  }
  const text = (caseId: string, id: string): string => {
    const found = sql.one.get(caseId, id) as string | undefined
    if (found === undefined) throw new Refused('not-found', 'This snapshot is no longer there. Look at the list again.')
    return found
  }
  return {
    list: (caseId) => sql.list.all(caseId),
    open: (caseId, id) => {
      const read = caseSchema.safeParse(broughtUp(JSON.parse(text(caseId, id)), steps))
      if (read.success) return read.data
      const place = read.error.issues[0]?.path.map(String).join('/') ?? ''
      throw new Refused(
        'disk',
        `The snapshot cannot be read: there is something wrong at ${place}. A backup lies in the folder backups beside the data.`,
      )
    },
    take: database.transaction(({ document, ...snapshot }: Parameters<Snapshots['take']>[0], now: string) => {
      if ((sql.count.get(snapshot.caseId) as number) >= MOST)
        throw new Refused('unavailable', `A case can have ${MOST} snapshots. Delete one of them, then try again.`)
      sql.insert.run({ ...snapshot, now, document: JSON.stringify(caseSchema.parse(document)) })
      return { id: snapshot.id, name: snapshot.name, takenAt: now }
    }),
    delete: (caseId, id) => {
      text(caseId, id)
      sql.delete.run(id)
    },
  }
}
