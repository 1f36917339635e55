import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

import { writeCaseFile } from '../../electron/documents/case-file'
import { broughtUp } from '../../shared/case/versions'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { enter, type Call } from './enter'
import { thaw } from './frozen'
import { startServer } from './program'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What must exist after a kill: everything acknowledged, or that and the one edit in progress. */
interface Expected {
  readonly sure: Map<string, { revision: number; name: string; snapshots: number; letters: readonly string[] }>
  onItsWay: { id: string; name?: string; snapshot?: boolean; letter?: string } | undefined
  /** Cases that were imported but never acknowledged: they may exist or not. */
  unsure: number
}

export interface Killing {
  /** A whole number from 0 to below it. */
  readonly random: (below: number) => number
}

/**
 * Takes one data folder through this many kills at random moments of starts, saves, imports, snapshots, kept letters and
 * backups. After each kill the program must open without reporting damage, with everything it had acknowledged.
 */
export async function survives(kills: number, { random }: Killing): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sell-or-stay-kills-'))
  const expected: Expected = { sure: new Map(), onItsWay: undefined, unsure: 0 }
  try {
    for (let kill = 0; kill < kills; kill++) {
      // A third of the kills hits the start.
      if (random(3) === 0) await killWhileStarting(folder, random(600))
      const server = await startServer(['--data', folder])
      const call = await enter(server.address)
      await check(call, expected)
      const working = work(call, expected, random)
      await Promise.race([wait(random(700)), working])
      await server.end('SIGKILL')
      await working
    }
    const server = await startServer(['--data', folder])
    await check(await enter(server.address), expected)
    await server.end('SIGTERM')
    // Nothing half done remains after a proper end and a start.
    // On a busy machine a first life may end before its first backup.
    const backups = join(folder, 'backups')
    const names = existsSync(backups) ? readdirSync(backups) : []
    expect(names.filter((name) => name.includes('unfinished'))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A file of an earlier version is killed repeatedly while it is brought up to date. */
export async function survivesMigration(kills: number, version: number, { random }: Killing): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sell-or-stay-kills-'))
  try {
    const { changed } = thaw(version, folder)
    for (let kill = 0; kill < kills; kill++) await killWhileStarting(folder, 100 + random(500))
    const server = await startServer(['--data', folder])
    const call = await enter(server.address)
    expect(await call('dataState', {})).toEqual({ ok: true, value: { trouble: null, warning: null } })
    const list = await value(call('listCases', {}))
    expect([list.damaged, list.cases.map(({ name }) => name)]).toEqual([[], ['Changed']])
    const { document } = await value(call('openCase', { id: list.cases[0]!.id }))
    expect(document).toMatchObject(broughtUp(changed) as object)
    await server.end('SIGKILL')
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Killed while a backup replaces the data: they are as before, or as in the backup. */
export async function survivesRestore(kills: number, { random }: Killing): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sell-or-stay-kills-'))
  try {
    let server = await startServer(['--data', folder])
    let call = await enter(server.address)
    const first = await value(call('createCase', { name: 'First' }))
    await server.end('SIGTERM') // with a backup of one case
    for (let kill = 0; kill < kills; kill++) {
      server = await startServer(['--data', folder])
      call = await enter(server.address)
      await value(call('createCase', { name: 'Second' }))
      const before = (await value(call('listCases', {}))).cases.length
      const [oldest] = (await value(call('listBackups', {}))).toReversed()
      const restoring = call('restoreBackup', { name: oldest!.name }).catch(() => undefined)
      await wait(random(60))
      await server.end('SIGKILL')
      await restoring
      server = await startServer(['--data', folder])
      call = await enter(server.address)
      expect(await call('dataState', {})).toMatchObject({ ok: true, value: { trouble: null } })
      const list = await value(call('listCases', {}))
      expect(list.damaged).toEqual([])
      expect([before, oldest!.cases]).toContain(list.cases.length)
      expect(list.cases.map(({ id }) => id)).toContain(first.id)
      await server.end('SIGKILL')
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function killWhileStarting(folder: string, after: number): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'out/main/browser.js'), '--no-open', '--data', folder], {
    stdio: 'ignore',
  })
  const ended = exitOf(child)
  await wait(after)
  child.kill('SIGKILL')
  await ended
}

const exitOf = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()))

async function value<T>(answer: ReturnType<Call> | Promise<{ ok: boolean; value?: T }>): Promise<T> {
  const given = (await answer) as { ok: boolean; value: T; error?: unknown }
  expect(given).toMatchObject({ ok: true })
  return given.value
}

async function check(call: Call, expected: Expected): Promise<void> {
  expect(await call('dataState', {})).toMatchObject({ ok: true, value: { trouble: null } })
  const list = await value(call('listCases', {}))
  expect(list.damaged).toEqual([])
  const { sure, onItsWay, unsure } = expected
  expect(list.cases.length).toBeGreaterThanOrEqual(sure.size)
  expect(list.cases.length).toBeLessThanOrEqual(sure.size + unsure)
  for (const [id, kept] of sure) {
    const { revision, document } = await value(call('openCase', { id }))
    const snapshots = (await value(call('listSnapshots', { id }))).length
    const mine = onItsWay?.id === id ? onItsWay : undefined
    const names = [kept.name, ...(mine?.name === undefined ? [] : [mine.name])]
    expect(names).toContain(document.name)
    expect(revision).toBe(kept.revision + (document.name === kept.name ? 0 : 1))
    expect([kept.snapshots, ...(mine?.snapshot ? [kept.snapshots + 1] : [])]).toContain(snapshots)
    const letters = (await value(call('listDocuments', { id }))).map(({ name }) => name)
    const letter = mine?.letter === undefined ? [] : [mine.letter]
    expect([...kept.letters, ...letter]).toEqual(expect.arrayContaining(letters))
    expect(letters).toEqual(expect.arrayContaining([...kept.letters]))
    sure.set(id, { revision, name: document.name, snapshots, letters })
  }
  // Imports without an acknowledgment are permanent from now on.
  for (const { id, name } of list.cases)
    if (!sure.has(id)) sure.set(id, { revision: 0, name, snapshots: 0, letters: [] })
  expected.onItsWay = undefined
  expected.unsure = 0
}

/** Edits until the program no longer answers. */
async function work(call: Call, expected: Expected, random: (below: number) => number): Promise<void> {
  const { sure } = expected
  const documents = new Map<string, Case>()
  try {
    for (;;) {
      const [id, kept] = [...sure][random(sure.size || 1)] ?? []
      const kind = random(20)
      if (id === undefined || kept === undefined || (kind === 0 && sure.size < 12)) {
        expected.unsure += 1
        const document = { ...samples[random(samples.length)]!.document, name: `Import ${random(1e6)}` }
        const added = await value(call('importCase', { text: writeCaseFile(document) }))
        expected.unsure -= 1
        sure.set(added.id, { revision: 0, name: document.name, snapshots: 0, letters: [] })
      } else if (kind === 1 && kept.snapshots < 20) {
        expected.onItsWay = { id, snapshot: true }
        await value(call('takeSnapshot', { id, revision: kept.revision, name: 'State' }))
        sure.set(id, { ...kept, snapshots: kept.snapshots + 1 })
      } else if (kind === 2 && kept.letters.length < 10) {
        const letter = `Letter ${random(1e9)}.txt`
        expected.onItsWay = { id, letter }
        const content = Buffer.from(letter.repeat(1 + random(20_000))).toString('base64')
        await value(call('keepDocument', { id, name: letter, content }))
        sure.set(id, { ...kept, letters: [...kept.letters, letter] })
      } else {
        const name = `Edit ${random(1e9)}`
        if (!documents.has(id)) documents.set(id, (await value(call('openCase', { id }))).document)
        expected.onItsWay = { id, name }
        const document = { ...documents.get(id)!, name }
        const { revision } = await value(call('saveCase', { id, revision: kept.revision, document }))
        sure.set(id, { ...kept, revision, name })
      }
      expected.onItsWay = undefined
    }
  } catch (error) {
    // The connection breaks with the program; a refusal does not.
    if (!(error instanceof TypeError)) throw error
  }
}
