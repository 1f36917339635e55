import type { Database } from 'better-sqlite3'

import type { Case } from '../../shared/case/schema'
import { versions } from '../../shared/case/versions'
import type { Version } from '../../shared/case/versions/version'
import type { CaseSummary, StoredCase } from '../../shared/host'
import { Refused } from '../refused'
import { digestWith, tailOf } from './digest'
import { readStored } from './stored'

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
  readonly digest: string
}

type SummaryRow = Omit<CaseRow, 'revision' | 'deleted_at' | 'document' | 'digest'> & { readonly offers: number }

const SUMMARIES = `
  SELECT id, name, practice, sample, created_at, changed_at,
    (SELECT count(*) FROM offers WHERE case_id = cases.id) AS offers
  FROM cases`

/** A stored case that is not what was saved. */
export interface BadCase {
  readonly id: string
  readonly name: string
  readonly deleted: boolean
}

/**
 * Cases as rows, one more for each offer, and a digest of them all, written with each change and compared when a
 * case is read. Times are ISO in UTC and come from the caller.
 */
export interface Cases {
  list(): CaseSummary[]
  summary(id: string): CaseSummary
  /** @throws Refused 'damaged' if it is not what was saved */
  open(id: string): StoredCase
  create(id: string, document: Case, now: string): StoredCase
  /** One transaction. @throws Refused 'conflict' if another revision is stored: two windows are at work */
  save(id: string, revision: number, document: Serialized, now: string): number
  /** Sets the case aside. */
  delete(id: string, now: string): void
  restore(id: string): void
  listDeleted(): { id: string; deletedAt: string }[]
  /** Permanently removes a case that was set aside. */
  purge(id: string): void
  /** Compares every case with its digest. @param strictly also validates it like an imported one */
  damaged(strictly?: boolean): BadCase[]
  /** Also of a deleted or damaged case. */
  nameOf(id: string): string
  /** Removes the digest, so that the case counts as damaged until it is replaced. */
  condemn(id: string): void
}

/** @param steps that migrate documents of earlier versions when they are opened */
export function casesIn(database: Database, steps: readonly Version[] = versions): Cases {
  const sql = {
    // Without documents: they would all be read from the disk and sorted, only to be thrown away.
    list: database.prepare<[], SummaryRow>(`${SUMMARIES} WHERE deleted_at IS NULL ORDER BY changed_at DESC, id`),
    summary: database.prepare<[string], SummaryRow>(`${SUMMARIES} WHERE id = ? AND deleted_at IS NULL`),
    one: database.prepare<[string], CaseRow>('SELECT * FROM cases WHERE id = ? AND deleted_at IS NULL'),
    // An edit need not read the document that it replaces.
    live: database.prepare<[string], Pick<CaseRow, 'revision' | 'created_at'>>(
      'SELECT revision, created_at FROM cases WHERE id = ? AND deleted_at IS NULL',
    ),
    any: database.prepare<[string], CaseRow>('SELECT * FROM cases WHERE id = ?'),
    every: database.prepare<[], CaseRow>('SELECT * FROM cases'),
    insert: database.prepare(`
      INSERT INTO cases (id, name, practice, sample, revision, created_at, changed_at, document, digest)
      VALUES (@id, @name, @practice, @sample, 0, @created_at, @changed_at, CAST(@document AS TEXT), @digest)`),
    update: database.prepare(`
      UPDATE cases SET name = @name, practice = @practice, sample = @sample, document = CAST(@document AS TEXT),
        changed_at = @changed_at, digest = @digest, revision = revision + 1
      WHERE id = @id`),
    clearOffers: database.prepare<[string]>('DELETE FROM offers WHERE case_id = ?'),
    insertOffer: database.prepare<[string, ...OfferRow]>(`
      INSERT INTO offers (case_id, id, position, name, buyer, terms) VALUES (?, ?, ?, ?, ?, ?)`),
    updateOffer: database.prepare(`
      UPDATE offers SET name = ?, buyer = ?, terms = ? WHERE case_id = ? AND id = ?`),
    delete: database.prepare('UPDATE cases SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL'),
    restore: database.prepare('UPDATE cases SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL'),
    deleted: database.prepare<[], { id: string; deletedAt: string }>(
      'SELECT id, deleted_at AS deletedAt FROM cases WHERE deleted_at IS NOT NULL',
    ),
    purge: database.prepare('DELETE FROM cases WHERE id = ? AND deleted_at IS NOT NULL'),
    condemn: database.prepare(`UPDATE cases SET digest = '' WHERE id = ?`),
  }
  const { seal, matches, offersOf } = sealsOn(database)

  const row = (id: string) => there(sql.one.get(id))

  const writeOffers = (caseId: string, rows: readonly OfferRow[]) => {
    const stored = offersOf(caseId)
    // An edit of one field writes one row: most of the time of an edit goes into writing to the disk.
    if (rows.length === stored.length && rows.every(([id], i) => id === stored[i]![0])) {
      for (const [i, [id, , name, buyer, terms]] of rows.entries())
        if (!sameRow(stored[i]!, rows[i]!)) sql.updateOffer.run(name, buyer, terms, caseId, id)
      return
    }
    sql.clearOffers.run(caseId)
    for (const row of rows) sql.insertOffer.run(caseId, ...row)
  }

  /** As strictly as a file that is imported. */
  const parse = ({ id, document }: CaseRow) => {
    const offers = offersOf(id).map((offer) => JSON.parse(offer[4]) as unknown)
    return readStored({ ...(JSON.parse(document) as object), offers }, steps)
  }

  const open = (id: string): StoredCase => {
    const found = row(id)
    if (!matches(found)) throw damaged(found.name, 'What is stored is not what was saved; the disk may be failing.')
    const read = parse(found)
    if (!read.ok) throw damaged(found.name, read.problems[0]?.message ?? '')
    return { id, revision: found.revision, document: read.value }
  }

  return {
    list: () => sql.list.all().map(summaryOf),
    summary: (id) => summaryOf(there(sql.summary.get(id))),
    open: database.transaction(open),
    create: database.transaction((id: string, document: Case, now: string) => {
      const { offers, tail, ...columns } = serialized(document)
      const row = { ...columns, id, created_at: now, changed_at: now, deleted_at: null }
      sql.insert.run({ ...row, digest: caseDigest(row, tail) })
      writeOffers(id, offers)
      return open(id)
    }),
    save: database.transaction((id: string, revision: number, document: Serialized, now: string) => {
      const stored = sql.live.get(id)
      if (!stored) throw gone()
      if (stored.revision !== revision) throw changedElsewhere()
      const { offers, tail, ...columns } = document
      const row = { ...columns, id, created_at: stored.created_at, changed_at: now, deleted_at: null }
      sql.update.run({ ...columns, id, changed_at: now, digest: caseDigest(row, tail) })
      writeOffers(id, offers)
      return revision + 1
    }),
    delete: database.transaction((id: string, now: string) => {
      const found = row(id)
      sql.delete.run(now, id)
      // A damaged case stays damaged while it is set aside.
      if (matches(found)) seal(id)
    }),
    restore: database.transaction((id: string) => {
      const found = sql.any.get(id)
      if (!found || sql.restore.run(id).changes === 0)
        throw new Refused('not-found', 'This case is no longer among the deleted cases, so it cannot be restored.')
      if (matches(found)) seal(id)
    }),
    listDeleted: () => sql.deleted.all(),
    purge: (id) => void sql.purge.run(id),
    damaged: (strictly = false) =>
      sql.every
        .all()
        .filter((found) => !matches(found) || (strictly && !parse(found).ok))
        .map(({ id, name, deleted_at }) => ({ id, name, deleted: deleted_at !== null })),
    nameOf: (id) => sql.any.get(id)?.name ?? '',
    condemn: (id) => void sql.condemn.run(id),
  }
}

type OfferRow = [id: string, position: number, name: string, buyer: string, terms: string]

const sameRow = (a: OfferRow, b: OfferRow): boolean => a.every((value, i) => value === b[i])

/** A case as its rows, and the last columns that its digest covers. */
export interface Serialized extends Pick<CaseRow, 'name' | 'practice' | 'sample'> {
  /** UTF-8, as SQLite wants it. */
  readonly document: Buffer
  readonly offers: readonly OfferRow[]
  readonly tail: Buffer
}

/** A document that has been checked, as it is stored: made before the transaction, which is then as short as its writing. */
export function serialized({ offers, ...rest }: Case): Serialized {
  const document = JSON.stringify(rest)
  const rows = offers.map((offer, position): OfferRow => {
    const { id, name, buyer } = offer
    return [id, position, name, buyer, JSON.stringify(offer)]
  })
  return {
    name: rest.name,
    practice: rest.practice.name,
    sample: rest.sample ? 1 : 0,
    document: Buffer.from(document),
    offers: rows,
    tail: tailOf([document, rows]),
  }
}

// The columns and their order are those of the migration that made the digests.
const caseDigest = (row: Omit<CaseRow, 'revision' | 'digest' | 'document'>, tail: Buffer): string => {
  const { id, name, practice, sample, created_at, changed_at, deleted_at } = row
  return digestWith([id, name, practice, sample, created_at, changed_at, deleted_at], tail)
}

/** The digests of cases; also of those that are copied from one database into another. */
export function sealsOn(database: Database) {
  const one = database.prepare<[string], CaseRow>('SELECT * FROM cases WHERE id = ?')
  const offers = database
    .prepare('SELECT id, position, name, buyer, terms FROM offers WHERE case_id = ? ORDER BY position')
    .raw()
  const write = database.prepare('UPDATE cases SET digest = ? WHERE id = ?')
  const offersOf = (id: string) => offers.all(id) as OfferRow[]
  const digest = (row: CaseRow) => caseDigest(row, tailOf([row.document, offersOf(row.id)]))
  return {
    offersOf,
    /** After a change of the row itself. */
    seal: (id: string) => void write.run(digest(one.get(id)!), id),
    matches: (row: CaseRow) => row.digest === digest(row),
  }
}

const gone = () => new Refused('not-found', 'This case is no longer there. Go back to the list of cases.')

const there = <Row>(found: Row | undefined): Row => {
  if (!found) throw gone()
  return found
}

const damaged = (name: string, why: string) =>
  new Refused(
    'damaged',
    `The case “${name}” cannot be read. ${why} Go to the list of cases, which offers the newest backup of this case.`,
  )

/** Another window stored a revision that this one has not seen. */
export const changedElsewhere = () =>
  new Refused(
    'conflict',
    'This case was changed in another window in the meantime. Open it again to continue with what is stored.',
  )

const summaryOf = (row: SummaryRow): CaseSummary => ({
  id: row.id,
  name: row.name,
  practice: row.practice,
  offers: row.offers,
  sample: row.sample === 1,
  createdAt: row.created_at,
  changedAt: row.changed_at,
})
