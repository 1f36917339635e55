import Database from 'better-sqlite3'
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'

import { casesIn, serialized } from '../../electron/database/cases'
import { openData } from '../../electron/database/data'
import { openDatabase } from '../../electron/database/open'
import { loadSchema } from '../../electron/database/schema'
import { databasePath } from '../../electron/database/paths'
import { snapshotsIn } from '../../electron/database/snapshots'
import { openHost, type OpenHost } from '../../electron/host'
import { jobsInWorker } from '../../electron/jobs/jobs'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import type { Argument, CallName, Results } from '../../shared/host'
import { median, report } from './bench'
import { fullCase } from './full-case'

// The cost of keeping data safe: an edit, a start, a backup. Longer work runs in the built program's own thread.

const now = '2027-06-15T12:00:00.000Z'
await loadSchema()
const { document } = samples[0]!

function folderFor(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sell-or-stay-bench-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

function hostOn(folder: string): OpenHost & { value: typeof value } {
  const host = openHost(folder, { kind: 'browser', printer: async () => undefined })
  async function value<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Results[Name]> {
    const answer = await host.dispatch({ trusted: true }, name, argument)
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value as Results[Name]
  }
  return { ...host, value }
}

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The longest an edit waits while other work is in progress. */
async function longestEditDuring(
  host: ReturnType<typeof hostOn>,
  edited: Case,
  other: Promise<unknown>,
): Promise<number> {
  const { id, revision } = await host
    .value('importCase', { text: JSON.stringify(edited) })
    .then(({ id }) => host.value('openCase', { id }))
  let [done, longest, next] = [false, 0, revision]
  void other.finally(() => (done = true))
  while (!done) {
    const start = performance.now()
    next = (await host.value('saveCase', { id, revision: next, document: edited })).revision
    longest = Math.max(longest, performance.now() - start)
    await wait(5)
  }
  return longest
}

test('keeping data safe stays within its bounds', { timeout: 300_000 }, async () => {
  // —— An edit
  const folder = folderFor()
  const data = openData(
    folder,
    () => new Date(now),
    async () => undefined,
    () => undefined,
  )
  const id = randomUUID()
  await data.write(() => data.cases.create(id, document, now))
  let revision = 0
  // Of other lengths in turn, so that all that follows in the document moves.
  const edited = [99_999, 100_000].map((amount) => {
    const read = parseCase({ ...document, practice: { ...document.practice, ownerCollections: amount } })
    if (!read.ok) throw new Error(read.problems[0]!.message)
    return read.value
  })
  const texts: number[] = []
  const save = async (i: number): Promise<number> => {
    const start = performance.now()
    const rows = serialized(edited[i % 2]!)
    texts.push(performance.now() - start)
    return await timed(() => data.write(() => (revision = data.cases.save(id, revision, rows, now))))
  }
  const bytes = await bytesOf(databasePath(folder), () => save(0))
  // The least that any program must wait for: as many bytes, in one piece, in a file whose size no longer changes.
  const plain = openSync(join(folder, 'floor'), 'w')
  const places = 16
  writeSync(plain, Buffer.alloc(bytes * places, 1))
  fdatasyncSync(plain)
  const piece = Buffer.alloc(bytes, 2)
  const [floors, saves]: [number[], number[]] = [[], []]
  for (let i = 0; i < 200; i++) {
    floors.push(
      await timed(() => {
        writeSync(plain, piece, 0, bytes, (i % places) * bytes)
        fdatasyncSync(plain)
      }),
    )
    saves.push(await save(i))
  }
  closeSync(plain)
  data.close()

  const host = hostOn(folder)
  let state = await host.value('openCase', { id })
  const calls: number[] = []
  for (let i = 0; i < 40; i++)
    calls.push(
      await timed(async () => {
        const saved = await host.value('saveCase', { id, revision: state.revision, document })
        state = { ...state, revision: saved.revision }
      }),
    )

  // —— A save beside the workbook of the largest legal case
  const largest = largestCase()
  const imported = await host.value('importCase', { text: JSON.stringify(largest) })
  await host.value('workbook', { id: imported.id }) // the thread is started
  const beside = await longestEditDuring(host, largest, host.value('workbook', { id: imported.id }))
  host.close()

  // —— A start with 500 cases
  const many = folderFor()
  const filled = openDatabase(many, now)
  const cases = casesIn(filled)
  filled.transaction(() => {
    for (let i = 0; i < 500; i++) cases.create(randomUUID(), samples[i % samples.length]!.document, now)
  })()
  filled.close()
  const starts: number[] = []
  for (let i = 0; i < 5; i++) {
    let started: ReturnType<typeof hostOn> | undefined
    starts.push(
      await timed(async () => {
        started = hostOn(many)
        await started.value('listCases', {})
      }),
    )
    started!.close()
  }

  // —— A backup of 100 MB
  const large = folderFor()
  const big = openDatabase(large, now)
  const [bigCases, snapshots] = [casesIn(big), snapshotsIn(big)]
  const room = () => statSync(databasePath(large)).size
  while (room() < 100e6) {
    const caseId = randomUUID()
    big.transaction(() => {
      bigCases.create(caseId, document, now)
      for (let i = 0; i < 100; i++) snapshots.take({ id: randomUUID(), caseId, name: 'State', document }, now)
    })()
    big.pragma('wal_checkpoint(PASSIVE)')
  }
  big.close()
  const jobs = jobsInWorker()
  // The thread is started and the first edit of the day has its backup, so the measured one is the only one.
  await jobs.backUp(large, 'daily', new Date().toISOString())
  const used = hostOn(large)
  let backup = 0
  const edit = await longestEditDuring(
    used,
    document,
    timed(() => jobs.backUp(large, 'edits', now)).then((took) => (backup = took)),
  )
  used.close()
  jobs.close()

  expect(
    report('Keeping data safe', [
      { name: `${Math.round(bytes / 1000)} kB written, with fdatasync: the floor`, value: median(floors), unit: 'ms' },
      { name: 'an edit written out as rows', value: median(texts), unit: 'ms' },
      { name: 'its commit, at the database', value: median(saves), unit: 'ms' },
      { name: 'the commit against the floor', value: median(saves) / median(floors), unit: '×', bound: 1.5 },
      { name: 'an edit as a whole call', value: median(calls), unit: 'ms', bound: 10 },
      { name: 'the longest edit beside a workbook of the largest case', value: beside, unit: 'ms', bound: 50 },
      { name: 'opened with 500 cases', value: median(starts), unit: 'ms', bound: 300 },
      { name: `a backup of ${Math.round(room() / 1e6)} MB, checked`, value: backup, unit: 'ms', bound: 2000 },
      { name: 'the longest edit meanwhile', value: edit, unit: 'ms', bound: 50 },
    ]),
  ).toBe(true)
})

/** How much an edit puts into the write-ahead log: pages, each after a head of 24 bytes. */
async function bytesOf(path: string, edit: () => Promise<unknown>): Promise<number> {
  const reader = new Database(path)
  const frames = () => (reader.pragma('wal_checkpoint(NOOP)') as { log: number }[])[0]!.log
  const before = frames()
  await edit()
  const pages = frames() - before
  reader.close()
  return pages * (24 + 4096)
}

/** Eight offers of twenty components each, the maximum the schema allows. */
function largestCase(): Case {
  const full = fullCase()
  const offers = Array.from({ length: 8 }, (_, i) => {
    const offer = full.offers[i % full.offers.length]!
    const components = Array.from({ length: 20 }, (_, j) => ({
      ...offer.components[j % offer.components.length]!,
      id: `part-${j}`,
    }))
    return { ...offer, id: `offer-${i}`, name: `Offer ${i}`, components }
  })
  return { ...full, offers, origins: {} }
}
