import { describe, expect, it } from 'vitest'

import { openDatabase } from '../../electron/database/open'
import { casesIn, sealsOn } from '../../electron/database/cases'
import { loadSchema } from '../../electron/database/schema'
import { snapshotDigest, snapshotsIn } from '../../electron/database/snapshots'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import { SCHEMA_VERSION } from '../../shared/case/schema'
import { broughtUp, versions } from '../../shared/case/versions'
import type { Version } from '../../shared/case/versions/version'
import { temporaryFolder } from '../support/folder'

await loadSchema()
const { document } = samples[0]!

/** Fictitious versions: the practice was once called clinic, and before that office. */
const renamed = (to: number, from: string, into: string): Version => ({
  to,
  up: ({ [from]: value, ...rest }) => (value === undefined ? rest : { ...rest, [into]: value }),
})
const steps = [renamed(SCHEMA_VERSION - 1, 'office', 'clinic'), renamed(SCHEMA_VERSION, 'clinic', 'practice')]
const { practice, ...others } = document
const old = { ...others, schemaVersion: SCHEMA_VERSION - 2, office: practice }

describe('the versions of a case file', () => {
  it('follow one another without a gap up to the one of today', () => {
    expect(versions.map(({ to }) => to)).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => i + 2))
  })
})

describe('a case of an earlier version', () => {
  it('is brought up step by step when its file is read, without loss', () => {
    expect(parseCase(old, steps)).toEqual({ ok: true, value: document })
    const between = { ...others, schemaVersion: SCHEMA_VERSION - 1, clinic: practice }
    expect(parseCase(between, steps)).toEqual({ ok: true, value: document })
  })

  it('is not touched by steps that it has behind it', () => {
    expect(broughtUp(document, steps)).toEqual(document)
    expect(broughtUp({ app: 'sell-or-stay', clinic: practice }, steps)).toEqual({
      app: 'sell-or-stay',
      clinic: practice,
    })
  })

  it('still needs to be a case', () => {
    const broken = { ...others, schemaVersion: SCHEMA_VERSION - 1, clinic: { ...practice, ownerCollections: 'a lot' } }
    expect(parseCase(broken, steps)).toMatchObject({
      ok: false,
      problems: [{ json: '$.practice.ownerCollections', message: expect.stringContaining('is not a number') }],
    })
  })

  it.each([null, 5, 'text', [], { schemaVersion: 'old' }])('is not looked for in %j', (data) => {
    expect(broughtUp(data, steps)).toBe(data)
  })

  it('is brought up when it is opened from the database, and its snapshots too', () => {
    const database = openDatabase(temporaryFolder(), '2026-11-24T00:00:00.000Z')
    const cases = casesIn(database, steps)
    cases.create('one', document, '2026-11-24T00:00:00.000Z')
    const snapshots = snapshotsIn(database, steps)
    snapshots.take({ id: 'then', caseId: 'one', name: 'Then', document }, '2026-11-24T00:00:00.000Z')
    const { offers: _, ...stored } = old
    database.prepare('UPDATE cases SET document = ?').run(JSON.stringify(stored))
    sealsOn(database).seal('one')
    const was = database.prepare('SELECT * FROM snapshots').get() as Parameters<typeof snapshotDigest>[0]
    const then = { ...was, document: JSON.stringify(old) }
    database.prepare('UPDATE snapshots SET document = ?, digest = ?').run(then.document, snapshotDigest(then))
    expect(cases.open('one').document).toEqual(document)
    expect(snapshots.open('one', 'then')).toEqual(document)
    database.close()
  })
})

it('a case of a later version is refused, and says what to do', () => {
  const [problem] = (
    parseCase({ ...document, schemaVersion: SCHEMA_VERSION + 1 }) as { problems: { message: string }[] }
  ).problems
  expect(problem!.message).toBe(
    `This case file is of version ${SCHEMA_VERSION + 1}; this program reads up to version ${SCHEMA_VERSION}. Update the program, then open the file again.`,
  )
})
