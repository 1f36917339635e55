import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { casesIn } from '../../electron/database/cases'
import { openDatabase } from '../../electron/database/open'
import { snapshotsIn } from '../../electron/database/snapshots'
import { samples } from '../../shared/case/samples'
import { runBundled } from './bundled'
import { growth, processorTime } from './growth'

const now = '2027-06-15T12:00:00.000Z'
const { document } = samples[0]!

test('how the cost of a case grows', { timeout: 600_000 }, async () => {
  expect(await runBundled('scale')).toBe(0)
})

test('how the cost of the data grows', { timeout: 300_000 }, () => {
  const cases: [number, number][] = []
  const snapshots: [number, number][] = []
  for (const count of [1, 10, 100, 500, 2_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'sell-or-stay-scale-'))
    const data = openDatabase(folder, now)
    const kept = casesIn(data)
    data.transaction(() => {
      for (let i = 0; i < count; i++) kept.create(randomUUID(), document, now)
    })()
    expect(kept.list()).toHaveLength(count)
    cases.push([count, processorTime(() => void kept.list())])
    const taken = snapshotsIn(data)
    const caseId = randomUUID()
    kept.create(caseId, document, now)
    const most = Math.ceil(count / 2)
    data.transaction(() => {
      for (let i = 0; i < most; i++) taken.take({ id: randomUUID(), caseId, name: 'State', document }, now)
    })()
    snapshots.push([most, processorTime(() => void taken.list(caseId))])
    data.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  growth('the list of cases, by cases', cases)
  growth('the list of snapshots of a case, by snapshots', snapshots)
})
