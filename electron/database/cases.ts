import type { Database } from 'better-sqlite3'

import { caseSchema, type Case } from '../../shared/case/schema'
import { broughtUp, versions } from '../../shared/case/versions'
import type { Version } from '../../shared/case/versions/version'
import type { CaseSummary, StoredCase } from '../../shared/host'
import { Refused } from '../refused'

interface CaseRow {
  readonly id: string
  readonly name: string
  readonly practice: string
  readonly sample: 0 | 1
  readonly revision: number
  readonly created_at: string
  readonly changed_at: string
  readonly deleted_at: string | null
  readonly document: string
}

/** Cases as rows, each offer a row of its own. Times are ISO in UTC and come from the caller. */
export interface Cases {
  list(): CaseSummary[]
  summary(id: string): CaseSummary
  open(id: string): StoredCase
  create(id: string, document: Case, now: string): StoredCase
  /** One transaction. @throws Refused 'conflict' if another revision is stored: two windows are at work */
  save(id: string, revision: number, document: Case, now: string): number
  /** Keeps the case aside. */
  delete(id: string, now: string): void
  restore(id: string): void
  listDeleted(): { id: string; deletedAt: string }[]
  /** Removes for good what is kept aside. */
  purge(id: string): void
}

/** @param steps by which documents of earlier versions are brought up when they are opened */
export function casesIn(database: Database, steps: readonly Version[] = versions): Cases {
  const sql = {
    list: database.prepare<[], CaseRow & { offers: number }>(`
      SELECT cases.*, (SELECT count(*) FROM offers WHERE case_id = cases.id) AS offers
      FROM cases WHERE deleted_at IS NULL ORDER BY changed_at DESC, id`),
    one: database.prepare<[string], CaseRow & { offers: number }>(`
      SELECT cases.*, (SELECT count(*) FROM offers WHERE case_id = cases.id) AS offers
      FROM cases WHERE id = ? AND deleted_at IS NULL`),
    insert: database.prepare(`
      INSERT INTO cases (id, name, practice, sample, revision, created_at, changed_at, document)
      VALUES (@id, @name, @practice, @sample, 0, @now, @now, @document)`),
    update: database.prepare(`
      UPDATE cases SET name = @name, practice = @practice, sample = @sample, document = @document,
        changed_at = @now, revision = revision + 1
      WHERE id = @id AND revision = @revision AND deleted_at IS NULL`),
    offers: database.prepare<[string], { terms: string }>(
      'SELECT terms FROM offers WHERE case_id = ? ORDER BY position',
    ),
    clearOffers: database.prepare<[string]>('DELETE FROM offers WHERE case_id = ?'),
    insertOffer: database.prepare(`
      INSERT INTO offers (case_id, id, position, name, buyer, terms)
      VALUES (@caseId, @id, @position, @name, @buyer, @terms)`),
    delete: database.prepare('UPDATE cases SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL'),
    restore: database.prepare('UPDATE cases SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL'),
    deleted: database.prepare<[], { id: string; deletedAt: string }>(
      'SELECT id, deleted_at AS deletedAt FROM cases WHERE deleted_at IS NOT NULL',
    ),
    purge: database.prepare('DELETE FROM cases WHERE id = ? AND deleted_at IS NOT NULL'),
  }

  const row = (id: string) => {
    const found = sql.one.get(id)
    if (!found) throw new Refused('not-found', 'This case is no longer there. Go back to the list of cases.')
    return found
  }

  const columns = (document: Case) => {
    const { offers: _, ...rest } = caseSchema.parse(document)
    return {
      name: rest.name,
      practice: rest.practice.name,
      sample: rest.sample ? 1 : 0,
      document: JSON.stringify(rest),
    }
  }

  const writeOffers = (caseId: string, { offers }: Case) => {
    sql.clearOffers.run(caseId)
    offers.forEach((offer, position) =>
      sql.insertOffer.run({
        caseId,
        id: offer.id,
        position,
        name: offer.name,
        buyer: offer.buyer,
        terms: JSON.stringify(offer),
      }),
    )
  }

  const open = (id: string): StoredCase => {
    const { revision, document } = row(id)
    const offers = sql.offers.all(id).map(({ terms }) => JSON.parse(terms) as unknown)
    const read = caseSchema.safeParse(broughtUp({ ...(JSON.parse(document) as object), offers }, steps))
    if (read.success) return { id, revision, document: read.data }
    const place = read.error.issues[0]?.path.map(String).join('/') ?? ''
    throw new Refused(
      'disk',
      `The stored case cannot be read: there is something wrong at ${place}. A backup lies in the folder backups beside the data.`,
    )
  }

  return {
    list: () => sql.list.all().map(summaryOf),
    summary: (id) => summaryOf(row(id)),
    open: database.transaction(open),
    create: database.transaction((id: string, document: Case, now: string) => {
      sql.insert.run({ id, now, ...columns(document) })
      writeOffers(id, document)
      return open(id)
    }),
    save: database.transaction((id: string, revision: number, document: Case, now: string) => {
      const stored = row(id).revision
      if (stored !== revision) throw changedElsewhere()
      sql.update.run({ id, revision, now, ...columns(document) })
      writeOffers(id, document)
      return revision + 1
    }),
    delete: (id, now) => {
      row(id)
      sql.delete.run(now, id)
    },
    restore: (id) => {
      if (sql.restore.run(id).changes === 0)
        throw new Refused('not-found', 'This case is no longer kept aside, so it cannot be restored.')
    },
    listDeleted: () => sql.deleted.all(),
    purge: (id) => void sql.purge.run(id),
  }
}

/** Two windows are at work, and this one has not seen what the other stored. */
export const changedElsewhere = () =>
  new Refused(
    'conflict',
    'This case was changed in another window in the meantime. Open it again to go on with what is stored there.',
  )

const summaryOf = (row: CaseRow & { offers: number }): CaseSummary => ({
  id: row.id,
  name: row.name,
  practice: row.practice,
  offers: row.offers,
  sample: row.sample === 1,
  createdAt: row.created_at,
  changedAt: row.changed_at,
})
