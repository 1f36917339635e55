import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { listBackups } from '../../electron/database/backups'
import { makeFolder, usualFolder } from '../../electron/database/folder'
import { lockFolder } from '../../electron/database/lock'
import { NewerDatabase, migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import type { Migration } from '../../electron/database/migrations/migration'
import { openDatabase } from '../../electron/database/open'
import { databasePath } from '../../electron/database/paths'
import { Refused } from '../../electron/refused'
import { temporaryFolder } from '../support/folder'
import { hostOn } from '../support/host'

const now = '2027-06-15T12:00:00.000Z'

/** The message of a refusal: one complete sentence without a stack. */
function refusalOf(action: () => unknown): string {
  const error = errorOf(action)
  expect(error).toBeInstanceOf(Refused)
  const { message } = error as Refused
  expect(message).toMatch(/\.$/)
  expect(message).not.toMatch(/\n| at .*:\d+/)
  return message
}

function errorOf(action: () => unknown): unknown {
  try {
    action()
    return undefined
  } catch (error) {
    return error
  }
}

describe('the file', () => {
  it('waits for the disk, checks references and keeps a log to write ahead', () => {
    const database = openDatabase(temporaryFolder(), now)
    const pragma = (name: string) => database.pragma(name, { simple: true })
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1])
    expect(pragma('user_version')).toBe(migrations.at(-1)!.version)
    database.close()
  })

  it('has migrations numbered without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1))
  })

  it('of a newer version is refused and left as it is', () => {
    const folder = temporaryFolder()
    openDatabase(folder, now).close()
    const later = new Database(databasePath(folder))
    later.pragma('user_version = 999')
    later.close()
    const bytes = readFileSync(databasePath(folder))
    expect(() => openDatabase(folder, now)).toThrow(NewerDatabase)
    expect(refusalOf(() => openDatabase(folder, now))).toContain(
      `version 999; this program reads up to version ${migrations.at(-1)!.version}`,
    )
    expect(readFileSync(databasePath(folder))).toEqual(bytes)
  })

  it('that is something else is refused and left as it is', () => {
    const folder = temporaryFolder()
    writeFileSync(databasePath(folder), 'Dear diary, today I was offered eleven times EBITDA.')
    expect(refusalOf(() => openDatabase(folder, now))).toContain('is not a database of Sell or Stay')
    expect(readFileSync(databasePath(folder), 'utf8')).toContain('Dear diary')
  })

  it('of another program is refused', () => {
    const folder = temporaryFolder()
    const other = new Database(databasePath(folder))
    other.exec('CREATE TABLE recipes (name TEXT)')
    other.close()
    expect(refusalOf(() => openDatabase(folder, now))).toContain('is not a database of Sell or Stay')
  })

  it('that is damaged is told from one of another program', async () => {
    const folder = temporaryFolder()
    const host = hostOn({ folder })
    for (let i = 0; i < 20; i++) await host.value('createCase', { sample: 'general-dentist' })
    await host.settled()
    host.close()
    const bytes = readFileSync(databasePath(folder))
    bytes.fill(0xaa, 4096 * 2)
    writeFileSync(databasePath(folder), bytes)
    expect(errorOf(() => openDatabase(folder, now))).toMatchObject({ name: 'DataTrouble', kind: 'damaged' })
    expect(refusalOf(() => openDatabase(folder, now))).toContain('is damaged')
    // Even if nothing of the file's header is left: our backups are beside it.
    writeFileSync(databasePath(folder), bytes.fill(0))
    expect(errorOf(() => openDatabase(folder, now))).toMatchObject({ kind: 'damaged' })
  })
})

describe('a change of the structure', () => {
  const newest = migrations.at(-1)!.version
  const addNote: Migration = {
    version: newest + 1,
    name: 'note',
    up: (database) => database.exec(`ALTER TABLE cases ADD COLUMN note TEXT NOT NULL DEFAULT ''`),
  }
  const fails: Migration = {
    version: newest + 2,
    name: 'fails',
    up: (database) => {
      database.exec('DELETE FROM cases')
      throw new Error('a mistake in the program')
    },
  }

  it('is preceded by a backup that can be opened', async () => {
    const host = hostOn()
    await host.value('createCase', { name: 'Before' })
    host.close()
    const database = openDatabase(host.folder, now, [...migrations, addNote])
    expect(database.prepare('SELECT name, note FROM cases').all()).toEqual([{ name: 'Before', note: '' }])
    database.close()
    const [backup] = listBackups(host.folder).filter(({ reason }) => reason === 'migration')
    const copy = new Database(join(host.folder, 'backups', backup!.name), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(newest)
    expect(copy.prepare('SELECT name FROM cases').pluck().all()).toEqual(['Before'])
    copy.close()
  })

  it('that fails leaves everything as it was, the steps before it too', async () => {
    const host = hostOn()
    await host.value('createCase', { name: 'Before' })
    host.close()
    const message = refusalOf(() => openDatabase(host.folder, now, [...migrations, addNote, fails]))
    expect(message).toContain(`version ${newest + 2} (fails: a mistake in the program)`)
    const database = openDatabase(host.folder, now)
    expect(database.pragma('user_version', { simple: true })).toBe(newest)
    expect(database.prepare('SELECT name FROM cases').pluck().all()).toEqual(['Before'])
    database.close()
  })

  it('is not begun when its backup cannot be written', () => {
    const folder = temporaryFolder()
    const database = openDatabase(folder, now)
    const elsewhere = join(folder, 'no-folder')
    writeFileSync(elsewhere, '')
    expect(refusalOf(() => migrate(database, [...migrations, addNote], elsewhere, now))).toContain(
      'No backup could be made',
    )
    expect(database.pragma('user_version', { simple: true })).toBe(newest)
    database.close()
  })
})

describe('the data folder', () => {
  it('is the usual one of each system', () => {
    expect(usualFolder('linux', {}, '/home/ann')).toBe('/home/ann/.local/share/sell-or-stay')
    expect(usualFolder('linux', { XDG_DATA_HOME: '/data' }, '/home/ann')).toBe('/data/sell-or-stay')
    expect(usualFolder('darwin', {}, '/Users/ann')).toBe('/Users/ann/Library/Application Support/Sell or Stay')
    expect(usualFolder('win32', { APPDATA: '/roaming' }, '/ann')).toBe('/roaming/Sell or Stay')
  })

  it('that cannot be made is refused', () => {
    const file = join(temporaryFolder(), 'a file')
    writeFileSync(file, '')
    expect(refusalOf(() => makeFolder(file))).toContain(
      `Nothing can be stored in the folder ${file} (a file of that name is in the way)`,
    )
    expect(refusalOf(() => makeFolder(join(file, 'below')))).toContain('a part of the path is a file')
  })

  it.runIf(process.platform === 'linux')('in which nothing can be written is refused', () => {
    expect(refusalOf(() => hostOn({ folder: '/proc/self' }))).toContain(
      'Nothing can be stored in the folder /proc/self',
    )
  })

  it('belongs to one program at a time', () => {
    const folder = temporaryFolder()
    const first = lockFolder(folder)
    first.announce('http://127.0.0.1:4321')
    const message = refusalOf(() => lockFolder(folder))
    expect(message).toContain(`already open on the data in ${folder} (process ${process.pid}, http://127.0.0.1:4321)`)
    first.release()
    lockFolder(folder).release()
  })

  it.runIf(process.platform !== 'win32')('is not opened through a link in the place of its lock', () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()]
    for (const name of ['there', 'not there']) {
      const other = join(elsewhere, name)
      if (name === 'there') writeFileSync(other, 'precious')
      symlinkSync(other, join(folder, 'running.lock'))
      expect(refusalOf(() => hostOn({ folder }))).toContain(
        `${join(folder, 'running.lock')} is a link to another place`,
      )
      rmSync(join(folder, 'running.lock'))
    }
    expect(readdirSync(elsewhere)).toEqual(['there'])
    expect(readFileSync(join(elsewhere, 'there'), 'utf8')).toBe('precious')
    lockFolder(folder).release()
  })

  it.runIf(process.platform !== 'win32')('does not wait for pipes in the place of its files', async () => {
    const { folder, settled, value, close } = hostOn()
    await value('createCase', {})
    await settled()
    close()
    const pipe = (name: string) => execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, name)])
    pipe(join('backups', '2030-01-01T00-00-00.000Z daily.sqlite'))
    rmSync(join(folder, 'sell-or-stay.commits'))
    pipe('sell-or-stay.commits')
    const host = hostOn({ folder })
    expect((await host.value('listBackups', {})).map(({ cases }) => cases)).toEqual([1])
    expect((await host.value('listCases', {})).cases).toHaveLength(1)
    host.close()
    renameSync(databasePath(folder), join(folder, 'away'))
    pipe('sell-or-stay.sqlite')
    expect(refusalOf(() => hostOn({ folder }))).toContain('is a pipe between programs, not a database')
  })

  it('is free again where opening the data failed', () => {
    const folder = temporaryFolder()
    writeFileSync(databasePath(folder), 'not a database at all')
    refusalOf(() => hostOn({ folder }))
    expect(() => lockFolder(folder).release()).not.toThrow()
  })

  it('may have a name with spaces, quotes and other letters', async () => {
    const folder = join(temporaryFolder(), `Dr. Müller's "data" %20 ✓`)
    mkdirSync(folder)
    const host = hostOn({ folder })
    await host.value('createCase', { name: 'there' })
    expect((await host.value('listCases', {})).cases).toHaveLength(1)
  })
})
