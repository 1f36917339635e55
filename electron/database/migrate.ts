import type { Database } from 'better-sqlite3'

import { Refused, reasonOf } from '../refused'
import { backUp } from './backups'
import type { Migration } from './migrations/migration'

/** The file was written by a newer version of the program, which may have put things into it that this one would lose. */
export class NewerDatabase extends Refused {
  override readonly name = 'NewerDatabase'

  constructor(path: string, found: number, known: number) {
    super(
      'newer',
      `The data in ${path} are of version ${found}; this program reads up to version ${known}. Update the program, then open it again. Nothing was changed.`,
    )
  }
}

/**
 * Brings the file's structure up to date: each step in a transaction of its own, with a verified backup before the first.
 * @param folder the data folder, in which the backups lie
 * @param now ISO time in UTC
 * @throws NewerDatabase, or Refused with the step that failed; the file is then as it was before that step
 */
export function migrate(database: Database, migrations: readonly Migration[], folder: string, now: string): void {
  const version = database.pragma('user_version', { simple: true }) as number
  const newest = migrations.at(-1)?.version ?? 0
  if (version > newest) throw new NewerDatabase(database.name, version, newest)
  const steps = migrations.filter((one) => one.version > version)
  // A new file holds nothing that could be lost.
  if (version > 0 && steps.length > 0) backUp(database, folder, 'migration', now)
  for (const migration of steps) {
    try {
      database.transaction(() => {
        migration.up(database)
        const broken = database.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) throw new Error('rows that refer to nothing')
        database.pragma(`user_version = ${migration.version}`)
      })()
    } catch (error) {
      throw new Refused(
        'disk',
        `The data in ${database.name} could not be brought to version ${migration.version} (${migration.name}: ${reasonOf(error)}). They are as before; a copy lies in the folder backups beside them.`,
      )
    }
  }
}
