import { closeSync, fdatasyncSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'

import { casesIn } from '../../electron/database/cases'
import { openData } from '../../electron/database/data'
import { openDatabase } from '../../electron/database/open'
import { databasePath } from '../../electron/database/paths'
import { snapshotsIn } from '../../electron/database/snapshots'
import { openHost, type OpenHost } from '../../electron/host'
import { jobsInWorker } from '../../electron/jobs/jobs'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import type { Argument, CallName, Results } from '../../shared/host'
import { median, report } from './bench'
import { fullCase } from './full-case'

// The cost of keeping data safe: an edit, a start, a backup. Longer work runs in the built program's own thread.

const now = '2027-06-15T12:00:00.000Z'
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
  const log = `${databasePath(folder)}-wal`
  let revision = 0
  const save = () => data.write(() => (revision = data.cases.save(id, revision, document, now)))
  const before = statSync(log).size
  await save()
  const bytes = Buffer.alloc(statSync(log).size - before, 1)
  const plain = openSync(join(folder, 'floor'), 'w')
  const [floors, commits, saves]: [number[], number[], number[]] = [[], [], []]
  // SQLite writes each page with a header of its own, and this build requests fsync, which also writes file times.
  const pieces = Array.from({ length: bytes.length / (24 + 4096) }, () => [
    bytes.subarray(0, 24),
    bytes.subarray(24, 4120),
  ])
  for (let i = 0; i < 60; i++) {
    floors.push(
      await timed(() => {
        writeSync(plain, bytes)
        fdatasyncSync(plain)
      }),
    )
    commits.push(
      await timed(() => {
        for (const piece of pieces.flat()) writeSync(plain, piece)
        fsyncSync(plain)
      }),
    )
    saves.push(await timed(save))
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
      { name: `write and fdatasync of ${Math.round(bytes.length / 1000)} kB`, value: median(floors), unit: 'ms' },
      { name: 'the same in the pieces of SQLite, with fsync', value: median(commits), unit: 'ms' },
      { name: 'an edit at the database', value: median(saves), unit: 'ms' },
      { name: 'an edit against the first of these', value: median(saves) / median(floors), unit: '×', bound: 1.5 },
      { name: 'an edit as a whole call', value: median(calls), unit: 'ms', bound: 10 },
      { name: 'the longest edit beside a workbook of the largest case', value: beside, unit: 'ms', bound: 50 },
      { name: 'opened with 500 cases', value: median(starts), unit: 'ms', bound: 300 },
      { name: `a backup of ${Math.round(room() / 1e6)} MB, checked`, value: backup, unit: 'ms', bound: 2000 },
      { name: 'the longest edit meanwhile', value: edit, unit: 'ms', bound: 50 },
    ]),
  ).toBe(true)
})

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
