import type { Database } from 'better-sqlite3'
import { basename } from 'node:path'

import { Refused, reasonOf } from '../refused'
import { backUp, listBackups } from './backups'
import { casesIn } from './cases'
import { versionOf, WITH_DIGESTS } from './check'
import type { Migration } from './migrations/migration'

/** The file was written by a newer version of the program and may hold things that this one would lose. */
export class NewerDatabase extends Refused {
  override readonly name = 'NewerDatabase'

  constructor(path: string, folder: string, found: number, known: number) {
    const before = listBackups(folder).findLast(({ reason }) => reason === 'migration')
    const older = before
      ? ` To go on with this older version instead, close the program, move the files whose names begin with ${basename(path)} elsewhere and put a copy of "backups/${before.name}" in their place: it was made on ${before.takenAt.slice(0, 10)}, before the update, and lacks what was entered since.`
      : ''
    super(
      'newer',
      `The data in ${path} are of version ${found}; this program reads up to version ${known}. Update the program, then open it again. Nothing was changed.${older}`,
    )
  }
}

/**
 * Brings the schema up to date after a verified backup. All steps run in one transaction, so that a killed program or a
 * failed step leaves the file unchanged.
 * @param folder the data folder, which contains the backups
 * @param now ISO time in UTC
 * @throws NewerDatabase, or Refused with the step that failed
 */
export function migrate(database: Database, migrations: readonly Migration[], folder: string, now: string): void {
  const version = versionOf(database)
  const newest = migrations.at(-1)?.version ?? 0
  if (version > newest) throw new NewerDatabase(database.name, folder, version, newest)
  const steps = migrations.filter((one) => one.version > version)
  if (steps.length === 0) return
  // A new file has nothing to lose.
  if (version > 0) backUp(database, folder, 'migration', now)
  let step = steps[0]!
  try {
    database.transaction(() => {
      for (step of steps) {
        step.up(database)
        const broken = database.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) throw new Error('rows that refer to nothing')
        database.pragma(`user_version = ${step.version}`)
      }
      if (version > 0 && version < WITH_DIGESTS && newest >= WITH_DIGESTS) condemnUnreadable(database)
    })()
    // Checkpoint into the file itself: without its log it would otherwise be a database without tables.
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    throw new Refused(
      'disk',
      `The data in ${database.name} could not be brought to version ${step.version} (${step.name}: ${reasonOf(error)}). They are as before; a copy lies in the folder backups beside them.`,
    )
  }
}

/** Rows from before digests existed were digested as found; invalid ones must not count as sound. */
function condemnUnreadable(database: Database): void {
  const cases = casesIn(database)
  for (const { id } of cases.damaged(true)) cases.condemn(id)
}
