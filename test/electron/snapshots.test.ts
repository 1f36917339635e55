import { describe, expect, it } from 'vitest'

import { databasePath } from '../../electron/database/paths'
import Database from 'better-sqlite3'
import { samples } from '../../shared/case/samples'
import { hostOn } from '../support/host'

const nobody = '00000000-0000-4000-8000-000000000000'
const clock = (start: string) => {
  let time = Date.parse(start)
  return () => new Date((time += 60_000))
}

describe('a snapshot', () => {
  it('holds the case as it was, whatever becomes of it, also after the program has started again', async () => {
    const host = hostOn({ now: clock('2027-01-01T00:00:00.000Z') })
    const { id, revision, document } = await host.value('createCase', { sample: samples[0]!.name })
    const taken = await host.value('takeSnapshot', { id, revision, name: '  Before the call ' })
    expect(taken).toMatchObject({ name: 'Before the call', takenAt: expect.stringMatching(/^2027-01-01T00:0\d/) })
    await host.value('saveCase', { id, revision, document: { ...document, offers: [], origins: {} } })
    host.close()

    const again = hostOn({ folder: host.folder })
    expect(await again.value('listSnapshots', { id })).toEqual([taken])
    expect(await again.value('openSnapshot', { id, snapshot: taken.id })).toEqual(document)
    expect((await again.value('openCase', { id })).document.offers).toEqual([])
  })

  it('is listed newest first, and gone when it is deleted', async () => {
    const host = hostOn({ now: clock('2027-01-01T00:00:00.000Z') })
    const { id, revision } = await host.value('createCase', { sample: samples[0]!.name })
    const first = await host.value('takeSnapshot', { id, revision, name: 'First' })
    const second = await host.value('takeSnapshot', { id, revision, name: 'Second' })
    expect(await host.value('listSnapshots', { id })).toEqual([second, first])
    await host.value('deleteSnapshot', { id, snapshot: first.id })
    expect(await host.value('listSnapshots', { id })).toEqual([second])
    for (const name of ['openSnapshot', 'deleteSnapshot'] as const)
      expect(await host.call(name, { id, snapshot: first.id })).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      })
  })

  it('is not taken of a state that this window has not seen, nor without a name', async () => {
    const host = hostOn()
    const { id, revision, document } = await host.value('createCase', { name: 'Ours' })
    await host.value('saveCase', { id, revision, document: { ...document, name: 'The other window' } })
    expect(await host.call('takeSnapshot', { id, revision, name: 'Late' })).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: expect.stringContaining('another window') },
    })
    for (const name of ['', '   ', 'x'.repeat(81)])
      expect(await host.call('takeSnapshot', { id, revision: revision + 1, name })).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      })
    expect(await host.value('listSnapshots', { id })).toEqual([])
  })

  it('belongs to its case: another does not reach it, a copy does not have it, a deleted case hides it', async () => {
    const host = hostOn()
    const { id, revision } = await host.value('createCase', { sample: samples[0]!.name })
    const { id: snapshot } = await host.value('takeSnapshot', { id, revision, name: 'Mine' })
    const other = await host.value('duplicateCase', { id })
    expect(await host.value('listSnapshots', { id: other.id })).toEqual([])
    for (const name of ['openSnapshot', 'deleteSnapshot'] as const)
      expect(await host.call(name, { id: other.id, snapshot })).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      })
    await host.value('deleteCase', { id })
    expect(await host.call('listSnapshots', { id })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await host.call('openSnapshot', { id, snapshot })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    await host.value('restoreCase', { id })
    expect(await host.value('listSnapshots', { id })).toMatchObject([{ name: 'Mine' }])
    expect(await host.call('listSnapshots', { id: nobody })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  it('is the hundredth at most', async () => {
    const host = hostOn()
    const { id, revision } = await host.value('createCase', {})
    for (let i = 0; i < 100; i++) await host.value('takeSnapshot', { id, revision, name: `State ${i}` })
    expect(await host.call('takeSnapshot', { id, revision, name: 'One more' })).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/100 snapshots\. Delete one/) },
    })
  })

  it('that has been spoilt on the disk is refused by its name', async () => {
    const host = hostOn()
    const { id, revision } = await host.value('createCase', { sample: samples[0]!.name })
    const { id: snapshot } = await host.value('takeSnapshot', { id, revision, name: 'Mine' })
    host.close()
    const file = new Database(databasePath(host.folder))
    file.exec(`UPDATE snapshots SET document = json_set(document, '$.practice.ownerCollections', -1)`)
    file.close()
    const again = hostOn({ folder: host.folder })
    expect(await again.call('openSnapshot', { id, snapshot })).toMatchObject({
      ok: false,
      error: { code: 'damaged', message: expect.stringContaining('The snapshot “Mine” cannot be read.') },
    })
  })
})
