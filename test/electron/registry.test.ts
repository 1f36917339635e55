import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { callNames } from '../../electron/ipc/channels'
import { registryOf } from '../../electron/ipc/registry'
import { calls } from '../../shared/host'
import { hostOn } from '../support/host'

describe('a call', () => {
  it('of every name in the contract is carried', () => {
    expect(callNames.toSorted()).toEqual(Object.keys(calls).toSorted())
  })

  it('with a wrong argument is refused with the place, and nothing is thrown', async () => {
    const { dispatch } = hostOn()
    for (const argument of [undefined, null, 7, [], {}, { id: '../etc' }, { id: 3 }])
      expect(await dispatch({ trusted: true }, 'openCase', argument)).toMatchObject({
        ok: false,
        error: {
          code: 'invalid',
          message: expect.stringMatching(/^\$.*\.$/),
          problems: [{ message: expect.any(String) }],
        },
      })
    for (const argument of [undefined, {}, { document: null }, { id: 'x', revision: -1, document: 'case' }])
      expect(await dispatch({ trusted: true }, 'saveCase', argument)).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      })
  })

  it('with a key that is misspelled is refused, and nothing is dropped in silence', async () => {
    const host = hostOn()
    const { id, revision, document } = await host.value('createCase', { sample: 'general-dentist' })
    const save = async (changed: unknown) =>
      (await host.call('saveCase', { id, revision, document: changed as never })) as { error?: { message: string } }
    expect((await save({})).error?.message).toMatch(/^This is not a case file/)
    expect((await save({ ...document, offres: [] })).error?.message).toBe(
      'There is no field "offres" at $. Check the spelling, or remove it.',
    )
    const { offers: _, ...rest } = document
    expect((await save({ ...rest, origins: {} })).error?.message).toBe(
      '$.offers is missing, and a case is stored only whole. Nothing was changed; open the case again.',
    )
    expect(await host.value('openCase', { id })).toEqual({ id, revision, document })
    for (const [name, argument] of [
      ['createCase', { nmae: 'x' }],
      ['openCase', { id, revision }],
      ['listCases', { sort: 'name' }],
      ['prepareReport', { report: { id, dollars: 'today', part: [] } }],
    ] as const)
      expect(await host.call(name, argument as never)).toMatchObject({
        ok: false,
        error: { code: 'invalid', message: expect.stringMatching(/^There is no field "\w+" at \$[.\w]* of \w+\./) },
      })
  })

  it('with what no file can hold is refused, and nothing is thrown', async () => {
    const { dispatch } = hostOn()
    const circle: Record<string, unknown> = {}
    circle['document'] = circle
    for (const argument of [circle, { id: 5n }, { settings: new Map([['theme', 'dark']]) }, () => 1, [Symbol('x')]])
      for (const name of ['saveCase', 'saveSettings', 'listCases'])
        expect(await dispatch({ trusted: true }, name, argument)).toMatchObject({
          ok: false,
          error: { code: 'invalid' },
        })
  })

  it('of a name that is not in the contract is refused', async () => {
    const { dispatch } = hostOn()
    for (const name of ['nothing', 'constructor', '__proto__', 'toString', ''])
      expect(await dispatch({ trusted: true }, name, {})).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  it('of a stranger is refused, and the reason is logged', async () => {
    const host = hostOn()
    const answer = await host.dispatch({ trusted: false, reason: 'a page of https://example.org' }, 'listCases', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(JSON.stringify(answer)).not.toContain('example.org')
    expect(readFileSync(join(host.folder, 'log.txt'), 'utf8')).toContain(
      'sender refused: a page of https://example.org',
    )
  })

  it('that fails inside says a sentence and keeps its stack for the log', async () => {
    const logged: string[] = []
    const broken = {
      listCases: () => {
        throw new Error('secret detail')
      },
      openCase: () => {
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
      },
      deleteCase: () => {
        throw Object.assign(new Error('attempt to write a readonly database'), { code: 'SQLITE_READONLY_DBMOVED' })
      },
    }
    const dispatch = registryOf(broken as never, (text) => logged.push(text))
    const answer = await dispatch({ trusted: true }, 'listCases', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(answer)).not.toContain('secret detail')
    expect(logged.join('\n')).toContain('Error: secret detail\n    at')
    const id = '00000000-0000-4000-8000-000000000000'
    expect(await dispatch({ trusted: true }, 'openCase', { id })).toMatchObject({
      ok: false,
      error: {
        code: 'disk',
        message:
          'This is not stored yet (SQLITE_FULL). What was saved before is kept. The disk is full: make room on it, then try again.',
      },
    })
    expect(await dispatch({ trusted: true }, 'deleteCase', { id })).toMatchObject({
      error: {
        message:
          'This is not stored yet (SQLITE_READONLY_DBMOVED). What was saved before is kept. The disk or the folder is read-only: allow writing to it, or choose another folder.',
      },
    })
  })
})

describe('the log', () => {
  it('holds nothing of what a case holds', async () => {
    const host = hostOn()
    const { id, revision, document } = await host.value('createCase', { name: 'Tell nobody' })
    await host.call('saveCase', { id, revision: revision + 7, document })
    await host.call('saveCase', {
      id,
      revision,
      document: { ...document, practice: { ...document.practice, perks: -987_654 } },
    })
    await host.call('importCase', { text: '{"name":"Tell nobody"}' })
    await host.call('importCase', { text: 'Tell nobody' })
    const log = readFileSync(join(host.folder, 'log.txt'), 'utf8')
    expect(log).toContain('saveCase refused (invalid): $.practice.perks')
    expect(log).not.toMatch(/Tell nobody|987/)
  })
})
