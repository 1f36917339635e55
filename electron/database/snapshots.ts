import type { Database } from 'better-sqlite3'

import type { Case } from '../../shared/case/schema'
import { versions } from '../../shared/case/versions'
import type { Version } from '../../shared/case/versions/version'
import type { SnapshotSummary } from '../../shared/host'
import { Refused } from '../refused'
import { digestOf } from './digest'
import { loadedSchema } from './schema'
import { readStored } from './stored'

/** The most snapshots per case: each is a whole document, and more are not useful to compare. */
const MOST = 100

interface SnapshotRow {
  readonly id: string
  readonly case_id: string
  readonly name: string
  readonly taken_at: string
  readonly document: string
  readonly digest: string
}

/** A snapshot whose digest does not match. */
export interface BadSnapshot {
  readonly id: string
  readonly caseId: string
  readonly name: string
}

/**
 * Named states of a case, each with a digest. Times are ISO in UTC and come from the caller. The snapshots of a deleted
 * case are not accessible.
 */
export interface Snapshots {
  /** Newest first. */
  list(caseId: string): SnapshotSummary[]
  /** @throws Refused 'not-found' if there is no such snapshot of this case */
  open(caseId: string, id: string): Case
  /** @throws Refused if there are too many */
  take(snapshot: { id: string; caseId: string; name: string; document: Case }, now: string): SnapshotSummary
  /** Permanently. @throws Refused 'not-found' */
  delete(caseId: string, id: string): void
  /** Compares every snapshot with its digest. */
  damaged(): BadSnapshot[]
}

/** @param steps bring documents of earlier versions up to date when they are opened */
export function snapshotsIn(database: Database, steps: readonly Version[] = versions): Snapshots {
  const ofCase = `FROM snapshots JOIN cases ON cases.id = case_id AND deleted_at IS NULL WHERE case_id = ?`
  const sql = {
    list: database.prepare<[string], SnapshotSummary>(`
      SELECT snapshots.id, snapshots.name, taken_at AS takenAt ${ofCase} ORDER BY taken_at DESC, snapshots.rowid DESC`),
    one: database.prepare<[string, string], SnapshotRow>(`SELECT snapshots.* ${ofCase} AND snapshots.id = ?`),
    every: database.prepare<[], SnapshotRow>('SELECT * FROM snapshots'),
    count: database.prepare<[string], number>('SELECT count(*) FROM snapshots WHERE case_id = ?').pluck(),
    insert: database.prepare(`
      INSERT INTO snapshots (id, case_id, name, taken_at, document, digest)
      VALUES (@id, @case_id, @name, @taken_at, @document, @digest)`),
    delete: database.prepare('DELETE FROM snapshots WHERE id = ?'),
  }
  const row = (caseId: string, id: string): SnapshotRow => {
    const found = sql.one.get(caseId, id)
    if (!found) throw new Refused('not-found', 'This snapshot is no longer there. Look at the list again.')
    return found
  }
  return {
    list: (caseId) => sql.list.all(caseId),
    open: (caseId, id) => {
      const found = row(caseId, id)
      const read = matches(found) ? readStored(JSON.parse(found.document) as object, steps) : undefined
      if (read?.ok) return read.value
      throw new Refused(
        'damaged',
        `The snapshot “${found.name}” cannot be read. ${read?.problems[0]?.message ?? 'What is stored is not what was saved; the disk may be failing.'} Go to the list of cases, which offers the newest backup of it.`,
      )
    },
    take: database.transaction(({ document, ...snapshot }: Parameters<Snapshots['take']>[0], now: string) => {
      const { id, caseId, name } = snapshot
      if ((sql.count.get(caseId) as number) >= MOST)
        throw new Refused('unavailable', `A case can have ${MOST} snapshots. Delete one of them, then try again.`)
      const columns = {
        id,
        case_id: caseId,
        name,
        taken_at: now,
        document: JSON.stringify(loadedSchema().caseSchema.parse(document)),
      }
      sql.insert.run({ ...columns, digest: snapshotDigest(columns) })
      return { id, name, takenAt: now }
    }),
    delete: (caseId, id) => {
      row(caseId, id)
      sql.delete.run(id)
    },
    damaged: () =>
      sql.every
        .all()
        .filter((found) => !matches(found))
        .map(({ id, case_id, name }) => ({ id, caseId: case_id, name })),
  }
}

// The columns and their order are those of the migration that created the digests.
export const snapshotDigest = ({ id, case_id, name, taken_at, document }: Omit<SnapshotRow, 'digest'>): string =>
  digestOf([id, case_id, name, taken_at, document])

const matches = (row: SnapshotRow): boolean => row.digest === snapshotDigest(row)
