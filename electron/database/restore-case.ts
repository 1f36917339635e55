import Database from 'better-sqlite3'
import { join } from 'node:path'

import { Refused } from '../refused'
import { listBackups } from './backups'
import { casesIn } from './cases'
import { APPLICATION_ID, structureProblem, versionOf, WITH_DIGESTS } from './check'
import { documentDigest } from './documents'
import { migrations } from './migrations'
import { backupsIn } from './paths'
import { insertRow, type Row } from './rows'
import { snapshotsIn } from './snapshots'

/** A case that is damaged, or has damaged snapshots. */
export interface Wanted {
  readonly id: string
  readonly snapshots: readonly string[]
}

/** The newest backup in which a case and its damaged snapshots read without a fault. */
export interface CaseBackup {
  /** Of the backup. */
  readonly name: string
  /** When the case was last changed before that backup: ISO time in UTC. */
  readonly changedAt: string
}

/** Searches the backups, newest first, for each damaged case, by id. */
export function backupsOfCases(folder: string, bad: readonly Wanted[]): Map<string, CaseBackup> {
  const found = new Map<string, CaseBackup>()
  for (const { name } of listBackups(folder).toReversed()) {
    const wanted = bad.filter(({ id }) => !found.has(id))
    if (wanted.length === 0) break
    withBackup(folder, name, (backup) => {
      const damaged = new Set(
        casesIn(backup)
          .damaged(true)
          .map(({ id }) => id),
      )
      const one = backup.prepare<[string], string>('SELECT changed_at FROM cases WHERE id = ?').pluck()
      const kept = backup.prepare<[string], string>('SELECT id FROM snapshots WHERE case_id = ?').pluck()
      const damagedSnapshots = new Set(
        snapshotsIn(backup)
          .damaged()
          .map((bad) => bad.id),
      )
      for (const { id, snapshots } of wanted) {
        const changedAt = one.get(id) as string | undefined
        const sound = new Set((kept.all(id) as string[]).filter((each) => !damagedSnapshots.has(each)))
        if (changedAt !== undefined && !damaged.has(id) && snapshots.every((each) => sound.has(each)))
          found.set(id, { name, changedAt })
      }
    })
  }
  return found
}

/** Only backups with digests: other rows cannot be verified. */
export function withBackup(folder: string, name: string, look: (backup: Database.Database) => void): void {
  let backup: Database.Database | undefined
  try {
    backup = new Database(join(backupsIn(folder), name), { readonly: true, fileMustExist: true })
    const version = versionOf(backup)
    if (backup.pragma('application_id', { simple: true }) !== APPLICATION_ID) return
    if (version !== migrations.at(-1)!.version || version < WITH_DIGESTS) return
    if (structureProblem(backup, migrations) === undefined) look(backup)
  } catch {
    // A damaged backup has nothing to offer.
  } finally {
    backup?.close()
  }
}

/**
 * Replaces a damaged case with the one in a backup. Its sound snapshots and documents stay; damaged or missing ones
 * come from the backup. Runs in the caller's transaction.
 * @throws Refused 'not-found' if the backup no longer has it
 */
export function restoreCase(database: Database.Database, folder: string, id: string, name: string): void {
  let done = false
  withBackup(folder, name, (backup) => {
    if (
      casesIn(backup)
        .damaged(true)
        .some((bad) => bad.id === id)
    )
      return
    const row = backup.prepare<[string], Row>('SELECT * FROM cases WHERE id = ?').get(id)
    if (!row) return
    const rows = (from: Database.Database, table: string) =>
      from.prepare<[string], Row>(`SELECT * FROM ${table} WHERE case_id = ?`).all(id)
    const bad = new Set(
      snapshotsIn(database)
        .damaged()
        .map((one) => one.id),
    )
    const kept = rows(database, 'snapshots').filter((one) => !bad.has(one['id'] as string))
    const keptIds = new Set(kept.map((one) => one['id']))
    const damagedThere = new Set(
      snapshotsIn(backup)
        .damaged()
        .map((one) => one.id),
    )
    const added = rows(backup, 'snapshots').filter(
      (one) => !keptIds.has(one['id']) && !damagedThere.has(one['id'] as string),
    )
    const keptDocuments = rows(database, 'documents').filter((one) => one['digest'] === documentDigest(one as never))
    const documents = [
      ...keptDocuments,
      ...rows(backup, 'documents').filter(
        (one) =>
          !keptDocuments.some((kept) => kept['id'] === one['id']) && one['digest'] === documentDigest(one as never),
      ),
    ]
    const revision = database.prepare<[string], number>('SELECT revision FROM cases WHERE id = ?').pluck().get(id)
    database.prepare('DELETE FROM cases WHERE id = ?').run(id)
    // A window showing the case must notice that it was replaced.
    insertRow(database, 'cases', { ...row, revision: Math.max(Number(revision ?? 0), Number(row['revision'])) + 1 })
    for (const offer of rows(backup, 'offers')) insertRow(database, 'offers', offer)
    for (const snapshot of [...kept, ...added]) insertRow(database, 'snapshots', snapshot)
    for (const document of documents) insertRow(database, 'documents', document)
    done = true
  })
  if (!done)
    throw new Refused(
      'not-found',
      `The backup ${name} no longer has this case in a readable state. Look at the list again.`,
    )
}
