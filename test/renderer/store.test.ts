import { beforeEach, describe, expect, it, vi } from 'vitest'

import { set } from '../../shared/case/path'
import { useStore } from '../../renderer/state/store'
import { fakeHost, type FakeHost } from './support/fake-host'

const state = () => useStore.getState()
const ID = '00000000-0000-4000-8000-000000000001'
let host: FakeHost

beforeEach(async () => {
  host = fakeHost()
  useStore.setState({ host, caseId: undefined, document: undefined, stored: undefined, saved: 'saved' })
  await state().open(ID)
})

const settled = () => vi.waitFor(() => expect(state().saved).not.toBe('saving'))

describe('an edit', () => {
  it('is saved at once with where it came from, and shown as saved when the host has answered', async () => {
    const gate = Promise.withResolvers<void>()
    host.gate = gate.promise
    expect(state().edit('practice/perks', 12_000)).toEqual([])
    expect(state().saved).toBe('saving')
    expect(host.saves).toHaveLength(1)
    gate.resolve()
    await settled()
    expect(state().saved).toBe('saved')
    expect(host.disk.document.practice.perks).toBe(12_000)
    expect(host.disk.document.origins['practice/perks']).toBe('entered')
  })

  it('that cannot stand changes nothing and says why', () => {
    const before = state().document
    expect(state().edit('offers/harbor/shareSold', 1.2)).toEqual([
      expect.objectContaining({
        message: 'Share sold (Harbor): 120% is outside the limits. Enter a value from 0% to 100%.',
      }),
    ])
    expect(state().edit('owner/retirement', '2020-01-01')[0]?.message).toMatch(/before the plan starts/)
    expect(state().document).toBe(before)
    expect(host.saves).toHaveLength(0)
  })
})

describe('opening', () => {
  it('two cases in quick succession ends with the later one', async () => {
    const second = '00000000-0000-4000-8000-000000000002'
    const third = '00000000-0000-4000-8000-000000000003'
    const gate = Promise.withResolvers<void>()
    const { call } = host
    useStore.setState({
      host: {
        ...host,
        call: async (name, argument) => {
          if (name === 'openCase' && 'id' in argument && argument.id === second) await gate.promise
          return call(name, argument)
        },
      },
    })
    const slow = state().open(second)
    await state().open(third)
    gate.resolve()
    await slow
    expect(state().caseId).toBe(third)
  })
})

describe('saving', () => {
  it('sends one document at a time, and of many edits the newest', async () => {
    const gate = Promise.withResolvers<void>()
    host.gate = gate.promise
    for (const perks of [1, 2, 3, 4]) state().edit('practice/perks', perks)
    expect(host.saves).toHaveLength(1)
    gate.resolve()
    await vi.waitFor(() => expect(state().saved).toBe('saved'))
    expect(host.saves.map(({ document }) => document.practice.perks)).toEqual([1, 4])
    expect(host.saves.map(({ revision }) => revision)).toEqual([1, 2])
  })

  it('that fails keeps everything, says so, and works when tried again', async () => {
    host.refuse = { code: 'disk', message: 'The disk is full.' }
    state().edit('practice/perks', 7)
    await settled()
    expect(state()).toMatchObject({ saved: 'failed', refusal: { message: 'The disk is full.' } })
    expect(state().document?.practice.perks).toBe(7)
    host.refuse = undefined
    await state().retry()
    expect(state().saved).toBe('saved')
    expect(host.disk.document.practice.perks).toBe(7)
  })

  it('does not let go of a case that is not saved', async () => {
    host.refuse = { code: 'disk', message: 'The disk is full.' }
    state().edit('practice/perks', 7)
    const other = '00000000-0000-4000-8000-000000000002'
    expect(await state().open(other)).toMatchObject({ message: 'The disk is full.' })
    expect(state().caseId).toBe(ID)
  })

  describe('after another window has changed the case', () => {
    beforeEach(async () => {
      host.disk = { revision: 5, document: set(host.disk.document, 'practice/perks', 99) }
      state().edit('practice/capex', 1)
      await settled()
    })

    it('says so and keeps its own', () => {
      expect(state()).toMatchObject({ saved: 'failed', refusal: { code: 'conflict' } })
      expect(state().document?.practice.capex).toBe(1)
    })

    it('takes the other window’s state if asked', async () => {
      await state().takeTheirs()
      expect(state()).toMatchObject({ saved: 'saved', revision: 5 })
      expect(state().document?.practice.perks).toBe(99)
    })

    it('keeps its own if asked', async () => {
      await state().keepMine()
      expect(state()).toMatchObject({ saved: 'saved', revision: 6 })
      expect(host.disk.document.practice.capex).toBe(1)
      expect(host.disk.document.practice.perks).not.toBe(99)
    })
  })
})

describe('undo and redo', () => {
  it('go one edit at a time and are saved as well', async () => {
    const { perks } = state().document!.practice
    state().edit('practice/perks', 1)
    state().edit('practice/perks', 2)
    state().undo()
    expect(state().document?.practice.perks).toBe(1)
    state().undo()
    expect(state().document?.practice.perks).toBe(perks)
    state().undo()
    expect(state().document?.practice.perks).toBe(perks)
    state().redo()
    await vi.waitFor(() => expect(host.disk.document.practice.perks).toBe(1))
  })

  it('begin anew with each case that is opened, and views are no step', async () => {
    state().setView('maximum')
    expect(useStore.temporal.getState().pastStates).toHaveLength(0)
    state().edit('practice/perks', 1)
    await settled()
    await state().open('00000000-0000-4000-8000-000000000002')
    expect(useStore.temporal.getState().pastStates).toHaveLength(0)
  })
})
