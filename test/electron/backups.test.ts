import Database from 'better-sqlite3'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { backUp, inspectBackups, listBackups, newestGoodBackup } from '../../electron/database/backups'
import { inspect } from '../../electron/database/check'
import { migrations } from '../../electron/database/migrations'
import { openDatabase } from '../../electron/database/open'
import { databasePath } from '../../electron/database/paths'
import { samples } from '../../shared/case/samples'
import { temporaryFolder } from '../support/folder'
import { hostOn, type TestHost } from '../support/host'

const clock = (start = '2027-06-15T12:00:00.000Z') => {
  let time = Date.parse(start)
  return { now: () => new Date(time), pass: (minutes: number) => (time += minutes * 60_000) }
}
const reasons = (folder: string) => listBackups(folder).map(({ reason }) => reason)
const casesIn = (folder: string) => inspectBackups(folder).map(({ cases }) => cases)

/** Makes this many edits to a case, each committed. */
async function edit(host: TestHost, id: string, times: number): Promise<void> {
  const opened = await host.value('openCase', { id })
  let { revision } = opened
  for (let i = 0; i < times; i++) {
    const document = { ...opened.document, name: `Edit ${revision}` }
    ;({ revision } = await host.value('saveCase', { id, revision, document }))
  }
}

describe('backups', () => {
  it('are taken after the first edit of a day and hold it, after fifty more, after a quarter of an hour, and at the end', async () => {
    const { now, pass } = clock()
    const host = hostOn({ now })
    expect(listBackups(host.folder)).toEqual([])
    const { id } = await host.value('createCase', { name: 'First' })
    await host.settled()
    expect([reasons(host.folder), casesIn(host.folder)]).toEqual([['daily'], [1]])

    pass(1)
    await edit(host, id, 49)
    await host.settled()
    expect(reasons(host.folder)).toEqual(['daily'])
    await edit(host, id, 1)
    await host.settled()
    expect(reasons(host.folder)).toEqual(['daily', 'edits'])

    pass(15)
    await edit(host, id, 1)
    await host.settled()
    expect(reasons(host.folder)).toEqual(['daily', 'edits', 'edits'])

    pass(1)
    await host.value('createCase', { name: 'Second' })
    await host.settled()
    host.close()
    expect(reasons(host.folder)).toEqual(['daily', 'edits', 'edits', 'quit'])
    expect(newestGoodBackup(host.folder)).toMatchObject({ cases: 2, problem: null })
  })

  it('are not taken of an empty database, nor at the end of a session without an edit', async () => {
    const host = hostOn()
    await host.value('saveSettings', { settings: { theme: 'dark' } })
    host.close()
    expect(listBackups(host.folder)).toEqual([])
    const again = hostOn({ folder: host.folder })
    await again.value('createCase', {})
    await again.settled()
    again.close()
    const before = listBackups(host.folder)
    expect(before).toHaveLength(1)
    const last = hostOn({ folder: host.folder })
    await last.value('listCases', {})
    last.close()
    expect(listBackups(host.folder)).toEqual(before)
  })

  it('survive one start with a clock in 2030, and so do deleted cases', async () => {
    const { now, pass } = clock()
    const host = hostOn({ now })
    const { id } = await host.value('createCase', { name: 'Deleted' })
    await host.value('createCase', { name: 'Kept' })
    await host.value('deleteCase', { id })
    await host.settled()
    host.close()
    for (let day = 0; day < 4; day++) {
      pass(24 * 60)
      const daily = hostOn({ folder: host.folder, now })
      await daily.value('createCase', {})
      await daily.settled()
      daily.close()
    }
    const before = listBackups(host.folder).map(({ name }) => name)
    const future = hostOn({ folder: host.folder, now: () => new Date('2030-01-01T00:00:00.000Z') })
    await future.value('createCase', {})
    await future.settled()
    future.close()
    expect(listBackups(host.folder).map(({ name }) => name)).toEqual(expect.arrayContaining(before))
    const back = hostOn({ folder: host.folder, now })
    await back.value('createCase', {})
    await back.settled()
    expect(listBackups(host.folder).map(({ name }) => name)).toEqual(expect.arrayContaining(before))
    expect(await back.value('restoreCase', { id })).toMatchObject({ name: 'Deleted' })
  })

  it('are read again when they are offered: the newest that is sound, with its day and its cases', async () => {
    const { now, pass } = clock()
    const host = hostOn({ now })
    await host.value('createCase', { sample: samples[0]!.name })
    await host.settled()
    pass(24 * 60)
    await host.value('createCase', { sample: samples[1]!.name })
    await host.settled()
    const [older, newer] = listBackups(host.folder)
    expect(await host.value('listBackups', {})).toMatchObject([
      { name: newer!.name, cases: 2, problem: null },
      { name: older!.name, cases: 1, problem: null },
    ])
    const path = join(host.folder, 'backups', newer!.name)
    const bytes = readFileSync(path)
    // Everywhere, because an unused page may hold the same text.
    for (let at = 0; (at = bytes.indexOf('ownerCollections', at + 1)) > 0;) bytes[at + 20]! ^= 1
    writeFileSync(path, bytes)
    const [damaged] = await host.value('listBackups', {})
    expect(damaged!.problem).not.toBeNull()
    expect(newestGoodBackup(host.folder)?.name).toBe(older!.name)
    // One with a broken structure is not even restored; the data are unchanged.
    writeFileSync(path, bytes.subarray(0, 5000))
    expect(await host.call('restoreBackup', { name: newer!.name })).toMatchObject({ ok: false })
    expect((await host.value('listCases', {})).cases).toHaveLength(2)
  })

  it('leave nothing unfinished, and what a killed program left is gone at the next start', async () => {
    const host = hostOn()
    await host.value('createCase', {})
    await host.settled()
    host.close()
    const folder = join(host.folder, 'backups')
    const files = readdirSync(folder)
    expect(files).toEqual(listBackups(host.folder).map(({ name }) => name))
    const left = '2027-06-15T12-00-00.000Z daily.sqlite.unfinished'
    for (const name of [left, `${left}-journal`]) writeFileSync(join(folder, name), 'half')
    writeFileSync(join(folder, 'mine.txt'), 'keep')
    hostOn({ folder: host.folder })
    expect(readdirSync(folder).toSorted()).toEqual([...files, 'mine.txt'].toSorted())
  })

  it('that cannot be made do not keep the program from opening or saving, and a warning says why', async () => {
    const host = hostOn()
    const { folder } = host
    // A file in place of the folder: works even for a user who may write everywhere.
    writeFileSync(join(folder, 'backups'), '')
    const { id } = await host.value('createCase', { name: 'Saved' })
    await host.settled()
    const { trouble, warning } = await host.value('dataState', {})
    expect(trouble).toBeNull()
    expect(warning).toContain(
      `No backup could be made in ${join(folder, 'backups')} (a file of that name is in the way)`,
    )
    rmSync(join(folder, 'backups'))
    await edit(host, id, 50)
    await host.settled()
    expect((await host.value('dataState', {})).warning).toBeNull()
    expect(listBackups(folder)).toHaveLength(1)
  })

  it('differ from what was read when they are not kept', () => {
    const folder = temporaryFolder()
    const database = openDatabase(folder, '2027-06-15T12:00:00.000Z')
    mkdirSync(join(folder, 'backups'))
    writeFileSync(join(folder, 'backups', 'mine.txt'), 'keep')
    const path = backUp(database, folder, 'migration', '2027-06-15T12:00:00.000Z')
    database.close()
    expect(inspect(path, migrations)).toEqual({ cases: 0, damaged: 0 })
    expect(readFileSync(join(folder, 'backups', 'mine.txt'), 'utf8')).toBe('keep')
  })
})

describe('a restore', () => {
  it('puts the backup in the place of all data and sets aside what lay there, the log of it too', async () => {
    const { now, pass } = clock()
    const host = hostOn({ now })
    const first = await host.value('createCase', { sample: samples[0]!.name })
    await host.settled()
    pass(24 * 60)
    await host.value('createCase', { name: 'Later' })
    await host.value('saveCase', { ...first, document: { ...first.document, name: 'Later' } })
    await host.settled()
    const [oldest] = listBackups(host.folder)
    const { setAside } = await host.value('restoreBackup', { name: oldest!.name })
    expect((await host.value('listCases', {})).cases.map(({ name }) => name)).toEqual([first.document.name])
    expect((await host.value('openCase', { id: first.id })).document).toEqual(first.document)
    // The old data: in a backup made just before, and in the files set aside.
    expect(reasons(host.folder).at(-1)).toBe('restore')
    expect(await host.value('listBackups', {})).toMatchObject([{ cases: 2, problem: null }, {}, {}])
    expect(inspect(databasePath(setAside!), migrations)).toEqual({ cases: 2, damaged: 0 })
    // It opens again without a warning about missing edits.
    host.close()
    const again = hostOn({ folder: host.folder, now })
    expect(await again.value('dataState', {})).toEqual({ trouble: null, warning: null })
  })

  it('is noticed by a window that still shows the later state', async () => {
    const { now, pass } = clock()
    const host = hostOn({ now })
    const { id, revision, document } = await host.value('createCase', { name: 'One' })
    await host.settled()
    pass(1)
    const later = await host.value('saveCase', { id, revision, document: { ...document, name: 'Two' } })
    const [backup] = listBackups(host.folder)
    await host.value('restoreBackup', { name: backup!.name })
    const open = await host.value('openCase', { id })
    await host.value('saveCase', { ...open, document: { ...document, name: 'One again' } })
    const late = { id, revision: later.revision, document: { ...document, name: 'Three' } }
    expect(await host.call('saveCase', late)).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  it('takes a file that is in the list, and no other', async () => {
    const host = hostOn()
    await host.value('createCase', {})
    for (const name of ['../sell-or-stay.sqlite', 'mine.sqlite', ''])
      expect(await host.call('restoreBackup', { name })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  it('brings a backup of an earlier version up to date', async () => {
    const host = hostOn()
    await host.value('createCase', {})
    await host.settled()
    const name = '2027-01-01T00-00-00.000Z migration.sqlite'
    const frozen = readFileSync(new URL('../fixtures/databases/version-1.sqlite', import.meta.url))
    writeFileSync(join(host.folder, 'backups', name), frozen)
    await host.value('restoreBackup', { name })
    expect((await host.value('listCases', {})).cases.map((one) => one.name)).toEqual(['Changed'])
  })
})

it.runIf(process.platform !== 'win32')('a folder that cannot be written to is left without a stack trace', async () => {
  const host = hostOn()
  await host.value('createCase', {})
  await host.settled()
  chmodSync(host.folder, 0o500)
  expect(() => host.close()).not.toThrow()
  chmodSync(host.folder, 0o700)
  expect(existsSync(databasePath(host.folder))).toBe(true)
  expect(() => new Database(databasePath(host.folder)).close()).not.toThrow()
})

describe('a restore that was killed', () => {
  it('before the files from before were moved away counts for nothing', async () => {
    const host = hostOn()
    await host.value('createCase', { name: 'Kept' })
    await host.settled()
    host.close()
    writeFileSync(`${databasePath(host.folder)}.unfinished`, 'half')
    const again = hostOn({ folder: host.folder })
    expect((await again.value('listCases', {})).cases).toHaveLength(1)
    expect(existsSync(`${databasePath(host.folder)}.unfinished`)).toBe(false)
  })

  it('after that is brought to its end', async () => {
    const host = hostOn()
    await host.value('createCase', { name: 'Restored' })
    await host.settled()
    host.close()
    renameSync(databasePath(host.folder), `${databasePath(host.folder)}.unfinished`)
    writeFileSync(`${databasePath(host.folder)}-wal`, 'of another')
    const again = hostOn({ folder: host.folder })
    expect(await again.value('dataState', {})).toEqual({ trouble: null, warning: null })
    expect((await again.value('listCases', {})).cases.map(({ name }) => name)).toEqual(['Restored'])
  })
})
