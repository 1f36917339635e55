import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { casesIn } from '../../electron/database/cases'
import { openDatabase } from '../../electron/database/open'
import { loadSchema } from '../../electron/database/schema'
import { snapshotsIn } from '../../electron/database/snapshots'
import { samples } from '../../shared/case/samples'
import { runBundled } from './bundled'
import { growth, processorTime } from './growth'

const now = '2027-06-15T12:00:00.000Z'
await loadSchema()
const { document } = samples[0]!

test('how the cost of a case grows', { timeout: 600_000 }, async () => {
  expect(await runBundled('scale')).toBe(0)
})

test('how the cost of the data grows', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sell-or-stay-scale-'))
  const data = openDatabase(folder, now)
  const [kept, taken] = [casesIn(data), snapshotsIn(data)]
  let ids: string[] = []
  const cases = [1, 10, 100, 500, 2_000].map((count) => {
    const more = Array.from({ length: count - ids.length }, () => randomUUID())
    data.transaction(() => more.forEach((id) => kept.create(id, document, now)))()
    ids = [...ids, ...more]
    expect(kept.list()).toHaveLength(count)
    return [count, processorTime(() => void kept.list())] as const
  })
  let count = 0
  const snapshots = [1, 10, 25, 50, 100].map((most) => {
    for (; count < most; count++) taken.take({ id: randomUUID(), caseId: ids[0]!, name: 'State', document }, now)
    return [most, processorTime(() => void taken.list(ids[0]!))] as const
  })
  data.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  growth('the list of cases, by cases', cases)
  growth('the list of snapshots of a case, by snapshots', snapshots)
})
