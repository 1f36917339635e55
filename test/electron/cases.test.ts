import { describe, expect, it } from 'vitest'

import { samples } from '../../shared/case/samples'
import { caseSchema } from '../../shared/case/schema'
import { calls } from '../../shared/host'
import { hostOn } from '../support/host'

const nobody = '00000000-0000-4000-8000-000000000000'

describe('a case', () => {
  it('is stored and read again without loss, offers in their order', async () => {
    const host = hostOn()
    for (const { name, document } of samples) {
      const { id, revision } = await host.value('createCase', { sample: name })
      const changed = { ...document, name: `${document.name}, changed`, offers: document.offers.toReversed() }
      const saved = await host.value('saveCase', { id, revision, document: changed })
      expect(saved.revision).toBe(revision + 1)
      expect(await host.value('openCase', { id })).toEqual({ id, revision: revision + 1, document: changed })
    }
  })

  it('opens again although a name was cut in the middle of an emoji', async () => {
    const host = hostOn()
    const { id, revision, document } = await host.value('createCase', { sample: samples[0]!.name })
    const offers = document.offers.map((offer) => ({ ...offer, name: 'Offer \ud83d' }))
    const practice = { ...document.practice, name: 'Hill \udc00' }
    await host.value('saveCase', { id, revision, document: { ...document, name: 'Half \ud83d', practice, offers } })
    await host.value('takeSnapshot', { id, revision: revision + 1, name: 'Then \ud83d' })
    const [snapshot] = await host.value('listSnapshots', { id })
    const read = await host.value('openCase', { id })
    expect([read.document.name, read.document.practice.name]).toEqual(['Half \ud83d', 'Hill \udc00'])
    expect((await host.value('openSnapshot', { id, snapshot: snapshot!.id })).name).toBe('Half \ud83d')
    expect((await host.value('duplicateCase', { id })).name).toContain('Half')
  })

  it('is listed with its offers, the one changed last first', async () => {
    let time = Date.parse('2027-01-01T00:00:00.000Z')
    const host = hostOn({ now: () => new Date((time += 1000)) })
    const first = await host.value('createCase', { name: 'First' })
    await host.value('createCase', { sample: samples[0]!.name })
    await host.value('saveCase', {
      ...first,
      document: { ...first.document, practice: { ...first.document.practice, name: 'Hillside' } },
    })
    const { cases } = await host.value('listCases', {})
    expect(cases.map(({ name, practice, offers, sample }) => ({ name, practice, offers, sample }))).toEqual([
      { name: 'First', practice: 'Hillside', offers: 0, sample: false },
      {
        name: samples[0]!.document.name,
        practice: samples[0]!.document.practice.name,
        offers: samples[0]!.document.offers.length,
        sample: true,
      },
    ])
    expect(cases[0]!.changedAt > cases[0]!.createdAt).toBe(true)
  })

  it('that was saved elsewhere in the meantime is not overwritten', async () => {
    const host = hostOn()
    const { id, revision, document } = await host.value('createCase', { name: 'Ours' })
    await host.value('saveCase', { id, revision, document: { ...document, name: 'The other window' } })
    const late = await host.call('saveCase', { id, revision, document: { ...document, name: 'Too late' } })
    expect(late).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: expect.stringContaining('another window') },
    })
    expect((await host.value('openCase', { id })).document.name).toBe('The other window')
  })

  it('that cannot stand is not stored, and each place is named', async () => {
    const host = hostOn()
    const { id, revision, document } = await host.value('createCase', { sample: samples[0]!.name })
    const bad = structuredClone(document)
    bad.practice.ownerCollections = -1
    bad.offers[0]!.shareSold = 1.2
    const answer = await host.call('saveCase', { id, revision, document: bad })
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'invalid',
        problems: [
          { json: '$.practice.ownerCollections' },
          { json: '$.offers[0].shareSold', path: `offers/${bad.offers[0]!.id}/shareSold` },
        ],
      },
    })
    const tooEarly = { ...document, owner: { ...document.owner, retirement: '1999-01-01' } }
    expect(await host.call('saveCase', { id, revision, document: tooEarly })).toMatchObject({
      ok: false,
      error: { code: 'invalid', problems: [{ json: '$.owner.retirement' }] },
    })
    expect((await host.value('openCase', { id })).document).toEqual(document)
  })

  it('is duplicated as the person’s own', async () => {
    const host = hostOn()
    const { id, document } = await host.value('createCase', { sample: samples[0]!.name })
    const copy = await host.value('duplicateCase', { id })
    expect(copy).toMatchObject({ name: `${document.name} (copy)`, sample: false, offers: document.offers.length })
    expect(copy.id).not.toBe(id)
    const long = await host.value('createCase', { name: 'x'.repeat(80) })
    expect(caseSchema.shape.name.safeParse((await host.value('duplicateCase', { id: long.id })).name).success).toBe(
      true,
    )
  })

  it('that is deleted can be restored for 30 days', async () => {
    let time = new Date('2027-01-01T00:00:00Z')
    const host = hostOn({ now: () => time })
    const { id } = await host.value('createCase', { sample: samples[0]!.name })
    await host.value('deleteCase', { id })
    expect((await host.value('listCases', {})).cases).toEqual([])
    expect(await host.call('openCase', { id })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await host.call('deleteCase', { id })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    host.close()

    time = new Date('2027-01-30T00:00:00Z')
    const later = hostOn({ folder: host.folder, now: () => time })
    expect(await later.value('restoreCase', { id })).toMatchObject({ id, offers: samples[0]!.document.offers.length })
    await later.value('deleteCase', { id })
    later.close()

    time = new Date('2027-03-02T00:00:00Z')
    const last = hostOn({ folder: host.folder, now: () => time })
    expect(await last.call('restoreCase', { id })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  it('that is not there is said not to be there', async () => {
    const host = hostOn()
    for (const name of ['openCase', 'duplicateCase', 'deleteCase', 'restoreCase', 'exportCase'] as const)
      expect(await host.call(name, { id: nobody })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

describe('settings', () => {
  it('are merged, kept, and no others are stored', async () => {
    const host = hostOn()
    expect(await host.value('getSettings', {})).toEqual({})
    await host.value('saveSettings', { settings: { theme: 'dark' } })
    await host.value('saveSettings', { settings: { dollars: 'future' } })
    expect(await host.call('saveSettings', { settings: { view: 'expected', secret: 1 } as never })).toMatchObject({
      ok: false,
      error: {
        message: 'There is no field "secret" at $.settings of saveSettings. Check the spelling, or leave it out.',
      },
    })
    host.close()
    const again = hostOn({ folder: host.folder })
    expect(await again.value('getSettings', {})).toEqual({ theme: 'dark', dollars: 'future' })
    expect(Object.keys(calls.saveSettings.shape.settings.shape)).toContain('lastCase')
  })
})
