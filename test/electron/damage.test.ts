// Damaged files: whatever is done to them, every document reads as it was saved, or the damage is reported.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { beforeEach, describe, expect, it } from 'vitest'

import { casesIn } from '../../electron/database/cases'
import { openDatabase } from '../../electron/database/open'
import { counterPath, databasePath } from '../../electron/database/paths'
import { snapshotsIn } from '../../electron/database/snapshots'
import { Refused } from '../../electron/refused'
import { samples } from '../../shared/case/samples'
import { temporaryFolder } from '../support/folder'
import { hostOn } from '../support/host'

const now = '2027-06-15T12:00:00.000Z'
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** A database as the program leaves it: five cases, one of them deleted, with two snapshots. */
function sound(folder: string): void {
  const database = openDatabase(folder, now)
  const cases = casesIn(database)
  const snapshots = snapshotsIn(database)
  for (let i = 0; i < 5; i++) {
    const { document } = samples[i % samples.length]!
    cases.create(idOf(i), { ...document, name: `Case ${i}` }, now)
    if (i < 2) snapshots.take({ id: idOf(100 + i), caseId: idOf(i), name: `State ${i}`, document }, now)
  }
  cases.delete(idOf(4), now)
  database.close()
}

/** Everything a user could read in the file, or undefined if damage was reported. */
function read(folder: string): string | undefined {
  let database: Database.Database | undefined
  try {
    database = openDatabase(folder, now)
    const cases = casesIn(database)
    const snapshots = snapshotsIn(database)
    if (cases.damaged().length + snapshots.damaged().length > 0) return undefined
    const list = cases.list()
    return JSON.stringify([
      list,
      cases.listDeleted(),
      list.map(({ id }) => [
        cases.open(id).document,
        snapshots.list(id).map((one) => [one, snapshots.open(id, one.id)]),
      ]),
    ])
  } catch (error) {
    // A refusal is a sentence; anything else would be a crash.
    if (error instanceof Refused) return undefined
    throw error
  } finally {
    database?.close()
  }
}

let original: Buffer
let expected: string

beforeEach(() => {
  const folder = temporaryFolder()
  sound(folder)
  original = readFileSync(databasePath(folder))
  expected = read(folder)!
})

/** @returns what became of it: noticed, harmless, or silently something else */
function outcomeOf(damage: (bytes: Buffer) => Buffer): 'noticed' | 'harmless' | 'silent' {
  const folder = mkdtempSync(join(tmpdir(), 'sell-or-stay-damage-'))
  writeFileSync(databasePath(folder), damage(Buffer.from(original)))
  const found = read(folder)
  rmSync(folder, { recursive: true })
  return found === undefined ? 'noticed' : found === expected ? 'harmless' : 'silent'
}

const random = (seed: number) => {
  const generator = xoroshiro128plus(seed)
  return (below: number) => uniformInt(generator, 0, below - 1)
}

describe('a damaged file', () => {
  it('is the sound one when nothing is done to it', () => {
    expect(outcomeOf((bytes) => bytes)).toBe('harmless')
  })

  it('cut at any page boundary is noticed', () => {
    // An empty file beside nothing of ours is a new database: files beside it are tested elsewhere.
    for (let length = 4096; length < original.length; length += 4096)
      expect([length, outcomeOf((bytes) => bytes.subarray(0, length))]).toEqual([length, 'noticed'])
  })

  it('with one flipped bit is noticed or reads the same', { timeout: 60_000 }, () => {
    const next = random(13)
    const found = { noticed: 0, harmless: 0 }
    for (let i = 0; i < 200; i++) {
      const [at, bit] = [next(original.length), next(8)]
      const outcome = outcomeOf((bytes) => {
        bytes[at]! ^= 1 << bit
        return bytes
      })
      expect([at, bit, outcome]).not.toContain('silent')
      found[outcome as 'noticed'] += 1
    }
    // The test would otherwise not notice if nothing in the file were read.
    expect(found.noticed).toBeGreaterThan(100)
  })

  it('with sixteen bytes overwritten is noticed or reads the same', { timeout: 60_000 }, () => {
    const next = random(31)
    for (let i = 0; i < 60; i++) {
      const at = next(original.length - 16)
      const outcome = outcomeOf((bytes) => bytes.fill(next(256), at, at + 16))
      expect([at, outcome]).not.toContain('silent')
    }
  })
})

describe('a damaged log', () => {
  /** As after a kill: the newest edits are only in the log. */
  async function killed(): Promise<{ folder: string; log: Buffer; all: string }> {
    const host = hostOn()
    for (const { name } of samples) await host.value('createCase', { sample: name })
    await host.settled()
    const folder = copyOf(host.folder)
    const whole = copyOf(folder)
    return { folder, log: readFileSync(`${databasePath(folder)}-wal`), all: read(whole)! }
  }
  const copyOf = (folder: string) => {
    const copy = temporaryFolder()
    for (const name of ['sell-or-stay.sqlite', 'sell-or-stay.sqlite-wal', 'sell-or-stay.commits'])
      copyFileSync(join(folder, name), join(copy, name))
    return copy
  }

  it('that is whole gives back every edit', async () => {
    const { all } = await killed()
    expect(JSON.parse(all)[0]).toHaveLength(samples.length)
  })

  it('that was cut anywhere, or is gone, is noticed', async () => {
    const { folder, log, all } = await killed()
    const frame = 24 + 4096
    const starts = Array.from({ length: Math.floor((log.length - 32) / frame) }, (_, i) => 32 + i * frame)
    // Four bytes that are not zero mark the end of a transaction; behind the last is room for those to come.
    const last = starts.findLastIndex((start) => log.readUInt32BE(start + 4) > 0)
    const within = [0, 16, ...starts.slice(0, last + 1)]
    const lengths = [...within, ...starts.slice(last + 1, last + 4), log.length]
    const outcomes = lengths.map((length) => {
      const copy = copyOf(folder)
      writeFileSync(`${databasePath(copy)}-wal`, log.subarray(0, length))
      return read(copy)
    })
    expect(outcomes.filter((outcome) => outcome !== undefined && outcome !== all)).toEqual([])
    // All cuts except those after the last commit lose edits.
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(within.length)
    expect(within.length).toBeGreaterThan(20)
    const gone = copyOf(folder)
    rmSync(`${databasePath(gone)}-wal`)
    expect(read(gone)).toBeUndefined()
  })

  it('of another database is noticed, and so is an older copy of the file', async () => {
    const { folder } = await killed()
    const other = await killed()
    copyFileSync(`${databasePath(other.folder)}-wal`, `${databasePath(folder)}-wal`)
    expect(read(folder)).toBeUndefined()

    const older = await killed()
    const host = hostOn({ folder: copyOf(older.folder) })
    await host.value('createCase', {})
    await host.settled()
    host.close()
    copyFileSync(databasePath(older.folder), databasePath(host.folder))
    expect(read(host.folder)).toBeUndefined()
  })

  it('is nothing to fear when the number beside the file is behind, cut or gone', async () => {
    const { folder, all } = await killed()
    const number = readFileSync(counterPath(folder), 'latin1')
    const behind = number.replace(/ 0*\d+ .*/, '')
    for (const text of [number.slice(0, 40), '', behind, number.replace('0', '9'), 'x'.repeat(200)]) {
      const copy = copyOf(folder)
      writeFileSync(counterPath(copy), text)
      expect(read(copy)).toBe(all)
    }
  })
})
