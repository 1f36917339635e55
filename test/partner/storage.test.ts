// Facts about organizations are part of the case: rows of the previous version get none, and they are stored, digested,
// merged field by field, and kept in snapshots and case files like everything else.
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'

import { put } from '../../shared/case/lists'
import { mergeCases } from '../../shared/case/merge'
import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import { caseSchema, type Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { casesIn, serialized } from '../../electron/database/cases'
import { openDatabase } from '../../electron/database/open'
import { databasePath } from '../../electron/database/paths'
import { temporaryFolder } from '../support/folder'
import { CHANGED, thaw } from '../support/frozen'
import { hostOn } from '../support/host'

const now = '2027-06-15T12:00:00.000Z'
const sample = samples.find(({ name }) => name === 'general-dentist')!.document
const id = '3f6c0a52-0000-4000-8000-000000000001'
const withOrganization = (document: Case): Case =>
  set(
    put(document, 'partner/organizations', { id, name: 'Cedar' } as { id: string }),
    `offers/${document.offers[0]!.id}/partner/organization`,
    id,
  )

it.each([1, 2, 3])('rows that version %i of the file wrote get it empty, and keep what is then entered', (version) => {
  const folder = temporaryFolder()
  thaw(version, folder)
  const database = openDatabase(folder, now)
  const cases = casesIn(database)
  const { document, revision } = cases.open(CHANGED)
  expect(document.partner).toEqual(caseSchema.parse({}).partner)
  expect(document.offers.every(({ partner }) => partner.organization === '')).toBe(true)
  const changed = withOrganization(document)
  cases.save(CHANGED, revision, serialized(changed), now)
  database.close()
  const again = openDatabase(folder, now)
  expect(casesIn(again).open(CHANGED).document).toEqual(changed)
  expect(casesIn(again).damaged(true)).toEqual([])
  const figure = (one: Case) => evaluateCase(one).figure('keep', 'expected', 'wealthAtRetirement')
  expect(figure(changed)).toBe(figure(document))
  again.close()
})

it('is in a snapshot and in the case file, and comes back from both', async () => {
  const host = hostOn()
  const { id: caseId, revision } = await host.value('createCase', { sample: 'general-dentist' })
  const document = set(sample, 'partner/organizations/summit-holding/name', 'Summit, renamed')
  await host.value('saveCase', { id: caseId, revision, document })
  await host.value('takeSnapshot', { id: caseId, revision: revision + 1, name: 'Then' })
  const [snapshot] = await host.value('listSnapshots', { id: caseId })
  expect((await host.value('openSnapshot', { id: caseId, snapshot: snapshot!.id })).partner).toEqual(document.partner)
  const file = await host.value('exportCase', { id: caseId })
  const text = Buffer.from(file.content, 'base64').toString()
  const imported = await host.value('importCase', { text })
  expect((await host.value('openCase', { id: imported.id })).document).toEqual(document)
})

it('is under the digest: one changed letter on the disk is noticed', () => {
  const folder = temporaryFolder()
  const database = openDatabase(folder, now)
  casesIn(database).create(CHANGED, sample, now)
  database.close()
  const file = new Database(databasePath(folder))
  file.prepare(`UPDATE cases SET document = replace(document, 'Ridgeway', 'Ridgewax')`).run()
  file.close()
  const again = openDatabase(folder, now)
  expect(casesIn(again).damaged()).toMatchObject([{ id: CHANGED }])
  again.close()
})

it('is merged field by field when two windows are at work', () => {
  const base = withOrganization(sample)
  const at = `partner/organizations/${id}`
  const mine = set(base, `${at}/profile/leverage/value`, 5)
  const theirs = put(set(base, 'partner/weights/culture', 9), `${at}/calls`, { id: 'other-window', name: 'A. B.' } as {
    id: string
  })
  const { document, clashes } = mergeCases(base, mine, theirs)
  expect(clashes).toEqual([])
  expect(document).toEqual(set(theirs, `${at}/profile/leverage/value`, 5))
})
