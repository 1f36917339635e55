import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'

import { databasePath } from '../../electron/database/paths'
import { logTo } from '../../electron/log'
import { samples } from '../../shared/case/samples'
import { temporaryFolder } from '../support/folder'
import { hostOn, type TestHost } from '../support/host'

/** A folder with the three samples, closed properly; the names as listed. */
async function threeCases(): Promise<{ folder: string; ids: string[]; names: string[] }> {
  const host = hostOn()
  const ids: string[] = []
  for (const { name } of samples.slice(0, 3)) ids.push((await host.value('createCase', { sample: name })).id)
  await host.settled()
  host.close()
  return { folder: host.folder, ids, names: samples.slice(0, 3).map(({ document }) => document.name) }
}

function change(folder: string, sql: string, ...values: unknown[]): void {
  const file = new Database(databasePath(folder))
  file.prepare(sql).run(...values)
  file.close()
}

const names = async (host: TestHost) => (await host.value('listCases', {})).cases.map(({ name }) => name).toSorted()

describe('one bad row', () => {
  it.each([
    ['one letter of a key', `UPDATE cases SET document = replace(document, '"owner":', '"owmer":') WHERE id = ?`],
    [
      'one figure of an offer',
      `UPDATE offers SET terms = replace(terms, '"shareSold":', '"shareSole":') WHERE case_id = ?`,
    ],
    ['an offer that is gone', `DELETE FROM offers WHERE case_id = ? AND position = 0`],
    ['an empty document', `UPDATE cases SET document = '{}' WHERE id = ?`],
    ['its name', `UPDATE cases SET name = 'Another' WHERE id = ?`],
    ['being deleted', `UPDATE cases SET deleted_at = '2020-01-01T00:00:00.000Z' WHERE id = ?`],
    ['its digest', `UPDATE cases SET digest = '' WHERE id = ?`],
  ])('(%s) does not lock out the others, is named, and comes back from the backup', async (_, sql) => {
    const { folder, ids, names: all } = await threeCases()
    change(folder, sql, ids[0])
    const host = hostOn({ folder })
    const { cases, damaged } = await host.value('listCases', {})
    expect(cases.map(({ name }) => name).toSorted()).toEqual(all.slice(1).toSorted())
    expect(damaged).toMatchObject([{ id: ids[0], closed: true, snapshots: [], backup: { name: expect.any(String) } }])
    // The file as found is kept.
    expect(readdirSync(join(folder, 'set-aside'))).toEqual([expect.stringMatching(/^damaged \w{12}\.sqlite$/)])
    await host.value('restoreDamaged', { id: ids[0]!, backup: damaged[0]!.backup!.name })
    expect((await host.value('openCase', { id: ids[0]! })).document).toEqual(samples[0]!.document)
    expect(await names(host)).toEqual(all.toSorted())
    host.close()
    // Nothing is damaged any more, and missing edits are not reported.
    const again = hostOn({ folder })
    expect((await again.value('listCases', {})).damaged).toEqual([])
    expect(await again.value('dataState', {})).toEqual({ trouble: null, warning: null })
  })

  it('is refused when it is opened, by the name of the case, and a sound one cannot be replaced', async () => {
    const { folder, ids } = await threeCases()
    change(
      folder,
      `UPDATE cases SET document = json_set(document, '$.practice.ownerCollections', 0) WHERE id = ?`,
      ids[0],
    )
    const host = hostOn({ folder })
    const answer = await host.call('openCase', { id: ids[0]! })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'damaged', message: expect.stringContaining('cannot be read') },
    })
    const { damaged } = await host.value('listCases', {})
    const backup = damaged[0]!.backup!.name
    expect(await host.call('restoreDamaged', { id: ids[1]!, backup })).toMatchObject({ ok: false })
    expect(await host.call('restoreDamaged', { id: ids[0]!, backup: '../x' })).toMatchObject({ ok: false })
    expect(readFileSync(join(folder, 'log.txt'), 'utf8')).not.toContain(samples[0]!.document.name)
  })

  it('of a snapshot closes nothing but that snapshot, and comes back without the others being touched', async () => {
    const host = hostOn()
    const { id, revision } = await host.value('createCase', { sample: samples[0]!.name })
    const old = await host.value('takeSnapshot', { id, revision, name: 'Old' })
    await host.settled()
    host.close()
    const between = hostOn({ folder: host.folder })
    await between.value('takeSnapshot', { id, revision, name: 'New' })
    await between.settled()
    change(host.folder, `UPDATE snapshots SET taken_at = '2020-01-01T00:00:00.000Z' WHERE id = ?`, old.id)
    between.close()
    const again = hostOn({ folder: host.folder })
    const { cases, damaged } = await again.value('listCases', {})
    expect(cases).toHaveLength(1)
    expect(damaged).toMatchObject([{ id, closed: false, snapshots: ['Old'], backup: {} }])
    await again.value('restoreDamaged', { id, backup: damaged[0]!.backup!.name })
    expect((await again.value('listSnapshots', { id })).map(({ name }) => name).toSorted()).toEqual(['New', 'Old'])
    expect(await again.value('openSnapshot', { id, snapshot: old.id })).toEqual(samples[0]!.document)
  })
})

describe('a damaged file', () => {
  it('gives back every case that reads as it was saved, and names the others', async () => {
    const { folder, ids, names: all } = await threeCases()
    change(folder, `UPDATE cases SET sample = 1 - sample WHERE id = ?`, ids[1])
    change(folder, `DROP INDEX snapshots_of_a_case`)
    const host = hostOn({ folder })
    expect(await host.value('dataState', {})).toMatchObject({ trouble: { kind: 'damaged' } })
    expect(await host.call('listCases', {})).toMatchObject({ ok: false, error: { code: 'damaged' } })
    const { saved, lost, setAside } = await host.value('settleTrouble', { how: 'salvage' })
    expect([saved, lost]).toEqual([2, [all[1]]])
    expect(await names(host)).toEqual(all.filter((_, i) => i !== 1).toSorted())
    expect(existsSync(databasePath(setAside!))).toBe(true)
    host.close()
    expect(await hostOn({ folder }).value('dataState', {})).toEqual({ trouble: null, warning: null })
  })

  it('of which nothing reads stays as it is, and the backup is there', async () => {
    const { folder } = await threeCases()
    const bytes = readFileSync(databasePath(folder)).fill(0xff, 100)
    writeFileSync(databasePath(folder), bytes)
    const host = hostOn({ folder })
    expect(await host.call('settleTrouble', { how: 'salvage' })).toMatchObject({ ok: false })
    expect(readFileSync(databasePath(folder))).toEqual(bytes)
    const [backup] = await host.value('listBackups', {})
    await host.value('restoreBackup', { name: backup!.name })
    expect(await names(host)).toHaveLength(backup!.cases)
  })

  it('is not settled by a way out of other trouble', async () => {
    const { folder } = await threeCases()
    const host = hostOn({ folder })
    for (const how of ['beginEmpty', 'goOn', 'salvage'] as const)
      expect(await host.call('settleTrouble', { how })).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(await names(host)).toHaveLength(3)
  })
})

describe('a file that is missing or empty', () => {
  it.each(['backups', 'log.txt', 'running.lock', 'sell-or-stay.commits'])('is noticed beside %s', async (trace) => {
    const folder = temporaryFolder()
    if (trace === 'backups') mkdirSync(join(folder, trace))
    else writeFileSync(join(folder, trace), '')
    const host = hostOn({ folder })
    expect(await host.value('dataState', {})).toMatchObject({ trouble: { kind: 'missing' } })
    expect(await host.call('createCase', {})).toMatchObject({ ok: false })
    expect(existsSync(databasePath(folder))).toBe(false)
    await host.value('settleTrouble', { how: 'beginEmpty' })
    await host.value('createCase', {})
    host.close()
    expect(await names(hostOn({ folder }))).toHaveLength(1)
  })

  it('is not seen in an empty folder, nor after a first start that did not come to its end', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'sell-or-stay.new'), '')
    writeFileSync(join(folder, 'running.lock'), '')
    writeFileSync(databasePath(folder), '')
    const host = hostOn({ folder })
    expect(await host.value('dataState', {})).toEqual({ trouble: null, warning: null })
    expect(existsSync(join(folder, 'sell-or-stay.new'))).toBe(false)
    expect(await hostOn().value('dataState', {})).toEqual({ trouble: null, warning: null })
  })
})

describe('a file that is gone while the program runs', () => {
  const ways: [string, (host: TestHost) => void][] = [
    ['the database', ({ folder }) => rmSync(databasePath(folder))],
    ['the log', ({ folder }) => rmSync(`${databasePath(folder)}-wal`)],
    ['the folder', ({ folder }) => rmSync(folder, { recursive: true })],
    ['the folder, moved', ({ folder }) => renameSync(folder, join(temporaryFolder(), 'moved'))],
    [
      'the database, for a copy of it',
      ({ folder }) => {
        copyFileSync(databasePath(folder), join(folder, 'copy'))
        renameSync(join(folder, 'copy'), databasePath(folder))
      },
    ],
  ]
  it.runIf(process.platform !== 'win32').each(ways)(
    '(%s) takes no edit; all data can be written again',
    async (_, take) => {
      const host = hostOn()
      const { id, revision, document } = await host.value('createCase', { sample: samples[0]!.name })
      await host.settled()
      take(host)
      const edit = { id, revision, document: { ...document, name: 'Not lost' } }
      const refused = await host.call('saveCase', edit)
      expect(refused).toMatchObject({
        ok: false,
        error: { code: 'lost', message: expect.stringContaining('This is not stored') },
      })
      await host.value('writeDataAgain', {})
      await host.value('saveCase', edit)
      await host.settled()
      host.close()
      const again = hostOn({ folder: host.folder })
      expect(await again.value('dataState', {})).toEqual({ trouble: null, warning: null })
      expect((await again.value('openCase', { id })).document.name).toBe('Not lost')
    },
  )
})

describe('a file that is cut short in its place', () => {
  it.each([
    ['the database', 0],
    ['the log', 0],
    ['the log, in the middle', 4152],
  ])('(%s) takes no edit', async (what, length) => {
    const host = hostOn()
    const { id, revision, document } = await host.value('createCase', { sample: samples[0]!.name })
    await host.settled()
    truncateSync(databasePath(host.folder) + (what === 'the database' ? '' : '-wal'), length)
    // Also on a retry: the first refused edit must not have restored the file's length.
    for (let i = 0; i < 2; i++)
      expect(await host.call('saveCase', { id, revision, document })).toMatchObject({
        ok: false,
        error: { code: 'lost', message: expect.stringContaining('was cut short') },
      })
  })
})

describe('a link in the place of the log', () => {
  it.runIf(process.platform !== 'win32')('is not followed', () => {
    const folder = temporaryFolder()
    const other = join(folder, 'other.txt')
    writeFileSync(other, 'precious')
    symlinkSync(other, join(folder, 'log.txt'))
    logTo(folder)('a sentence')
    expect(readFileSync(other, 'utf8')).toBe('precious')
  })
})

// Linux has a file system in which nothing can be created, whoever asks.
it.runIf(existsSync('/proc/self'))('a log that cannot be written prints nothing on the terminal', () => {
  const module = new URL('../../electron/log.ts', import.meta.url).href
  const script = `import { logTo } from '${module}'; logTo('/proc')('a sentence')`
  const args = ['--no-warnings', '--input-type=module', '-e', script]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
})

describe('a file that another program holds', () => {
  it('at the start is waited for', async () => {
    const host = hostOn()
    const { id } = await host.value('createCase', {})
    await host.settled()
    host.close()
    // In its own thread, because opening waits for it.
    const other = new Worker(
      `const { workerData, parentPort } = require('node:worker_threads')
       const database = new (require('better-sqlite3'))(workerData)
       database.pragma('locking_mode = EXCLUSIVE')
       database.exec('BEGIN IMMEDIATE')
       parentPort.postMessage('held')
       setTimeout(() => database.close(), 300)`,
      { eval: true, workerData: databasePath(host.folder) },
    )
    await once(other, 'message')
    expect(await hostOn({ folder: host.folder }).value('openCase', { id })).toMatchObject({ id })
    await other.terminate()
  })

  const holding = (folder: string) => {
    const other = new Database(databasePath(folder))
    other.exec('BEGIN IMMEDIATE')
    return other
  }

  it('holds up no other call, and the edit is stored when it is let go', async () => {
    const host = hostOn()
    const { id, revision, document } = await host.value('createCase', {})
    await host.settled()
    const other = holding(host.folder)
    let stored = false
    const saving = host.value('saveCase', { id, revision, document }).then(() => (stored = true))
    await host.value('openCase', { id })
    await host.value('listCases', {})
    expect(stored).toBe(false)
    other.close()
    await saving
    expect((await host.value('openCase', { id })).revision).toBe(revision + 1)
  })

  it('for long is said, and nothing is lost', async () => {
    const host = hostOn()
    const { id, revision, document } = await host.value('createCase', {})
    await host.settled()
    const other = holding(host.folder)
    const answer = await host.call('saveCase', { id, revision, document })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'disk', message: expect.stringContaining('Another program is using the file') },
    })
    other.close()
    await host.value('saveCase', { id, revision, document })
  })
})
