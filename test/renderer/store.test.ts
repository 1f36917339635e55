import { beforeEach, describe, expect, it, vi } from 'vitest'

import { set } from '../../shared/case/path'
import type { CallName } from '../../shared/host'
import { useStore } from '../../renderer/state/store'
import { fakeHost, type FakeHost } from './support/fake-host'

const state = () => useStore.getState()
const ID = '00000000-0000-4000-8000-000000000001'
let host: FakeHost

beforeEach(async () => {
  host = fakeHost()
  useStore.setState({ host, caseId: undefined, document: undefined, stored: undefined, saved: 'saved', clashes: [] })
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

describe('an edit about the organization behind an offer', () => {
  it('is saved and undone like any other, and has no origin', async () => {
    const before = state().document!
    expect(state().edit('offers/summit/partner/scores/culture/score', 9)).toEqual([])
    await settled()
    expect(host.disk.document.offers.find(({ id }) => id === 'summit')!.partner.scores.culture.score).toBe(9)
    expect(host.disk.document.origins).toEqual(before.origins)
    state().undo()
    await settled()
    expect(host.disk.document).toEqual(before)
  })

  it('cannot rewrite the journal', () => {
    const before = state().document!
    const [entry] = before.partner.journal
    expect(state().edit(`partner/journal/${entry!.id}/reason`, 'I knew it all along.')).toEqual([
      expect.objectContaining({ message: expect.stringContaining('stays as it was written') }),
    ])
    expect(state().document).toBe(before)
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

  it('is tried again by itself when nobody answers, and leaves the sentence where it stands meanwhile', async () => {
    vi.useFakeTimers()
    try {
      host.refuse = { code: 'unavailable', message: 'Nobody answers.' }
      state().edit('practice/perks', 7)
      await vi.advanceTimersByTimeAsync(0)
      expect(state()).toMatchObject({ saved: 'failed', refusal: { message: 'Nobody answers.' } })
      await vi.advanceTimersByTimeAsync(60_000)
      // After 0.5, 1, 2, 4, 8, 16 and then every 30 seconds.
      expect(host.saves).toHaveLength(1 + 6)
      expect(state().saved).toBe('failed')
      host.refuse = undefined
      await vi.advanceTimersByTimeAsync(30_000)
      expect(state()).toMatchObject({ saved: 'saved', refusal: undefined })
      expect(host.disk.document.practice.perks).toBe(7)
      await vi.advanceTimersByTimeAsync(300_000)
      expect(host.saves).toHaveLength(1 + 6 + 1)
    } finally {
      vi.useRealTimers()
    }
  })

  it('that cannot stand is not tried again: it stays wrong', async () => {
    vi.useFakeTimers()
    try {
      host.refuse = { code: 'invalid', message: 'This cannot stand.' }
      state().edit('practice/perks', 7)
      await vi.advanceTimersByTimeAsync(300_000)
      expect(host.saves).toHaveLength(1)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('another window', () => {
  /** What it stores, as the host has it then. */
  const storeElsewhere = (path: string, value: unknown) =>
    (host.disk = { revision: host.disk.revision + 1, document: set(host.disk.document, path, value) })

  it('that has changed another field is brought in, and both edits are on the disk', async () => {
    storeElsewhere('practice/perks', 99)
    state().edit('practice/capex', 1)
    await vi.waitFor(() => expect(state().saved).toBe('saved'))
    expect(state().document?.practice).toMatchObject({ perks: 99, capex: 1 })
    expect(host.disk.document.practice).toMatchObject({ perks: 99, capex: 1 })
    expect(state().clashes).toEqual([])
  })

  it('is heard of without an edit here', async () => {
    const { revision } = storeElsewhere('practice/perks', 99)
    await state().catchUp(revision)
    expect(state()).toMatchObject({ saved: 'saved', revision })
    expect(state().document?.practice.perks).toBe(99)
    expect(host.saves).toEqual([])
  })

  it('that has given the same field another value leaves both to be chosen from, and its own stored', async () => {
    storeElsewhere('practice/perks', 99)
    state().edit('practice/perks', 7)
    await vi.waitFor(() => expect(state().clashes).toHaveLength(1))
    const [clash] = state().clashes
    expect(clash).toMatchObject({ path: 'practice/perks', mine: 7, theirs: 99 })
    expect(host.disk.document.practice.perks).toBe(99)
    expect(state().document?.practice.perks).toBe(99)
    expect(state().settle(clash!, 'mine')).toEqual([])
    await vi.waitFor(() => expect(host.disk.document.practice.perks).toBe(7))
    expect(host.disk.document.origins['practice/perks']).toBe('entered')
    expect(state().clashes).toEqual([])
  })

  it('keeps its value if that is chosen', async () => {
    storeElsewhere('practice/perks', 99)
    state().edit('practice/perks', 7)
    await vi.waitFor(() => expect(state().clashes).toHaveLength(1))
    state().settle(state().clashes[0]!, 'theirs')
    await settled()
    expect(state().clashes).toEqual([])
    expect(host.disk.document.practice.perks).toBe(99)
  })

  it('keeps its edit when one from before it is undone here', async () => {
    state().edit('practice/capex', 1)
    state().edit('practice/capex', 2)
    await settled()
    const { revision } = storeElsewhere('practice/perks', 99)
    await state().catchUp(revision)
    const { capex } = host.disk.document.practice
    expect(capex).toBe(2)
    state().undo()
    expect(state().document?.practice).toMatchObject({ perks: 99, capex: 1 })
    state().redo()
    expect(state().document?.practice).toMatchObject({ perks: 99, capex: 2 })
    await vi.waitFor(() => expect(host.disk.document.practice).toMatchObject({ perks: 99, capex: 2 }))
  })

  it('that has deleted the case leaves what is here to be saved as a new one', async () => {
    const { call } = host
    const imported: string[] = []
    const answers: Record<string, unknown> = {
      saveCase: { ok: false, error: { code: 'not-found', message: 'Gone.' } },
      openCase: { ok: false, error: { code: 'not-found', message: 'Gone.' } },
      importCase: { ok: true, value: { id: 'new' } },
    }
    const deleted = {
      ...host,
      call: ((name: CallName, argument: { text: string }) => {
        if (name === 'importCase') imported.push(argument.text)
        return Promise.resolve(answers[name]) ?? call(name, argument as never)
      }) as never,
    }
    useStore.setState({ host: deleted })
    state().edit('practice/perks', 7)
    await settled()
    expect(state()).toMatchObject({ saved: 'failed', refusal: { code: 'not-found' } })
    expect(await state().saveAsNew()).toMatchObject({ ok: true, value: { id: 'new' } })
    expect(JSON.parse(imported[0]!)).toMatchObject({ practice: { perks: 7 } })
    expect(state().caseId).toBeUndefined()
  })

  it('that saves the answer to which was lost is this one itself, and nothing is to be chosen', async () => {
    const lost = set(host.disk.document, 'practice/perks', 7)
    state().edit('practice/perks', 7)
    await settled()
    host.disk = { revision: host.disk.revision + 5, document: { ...lost, origins: host.disk.document.origins } }
    state().edit('practice/capex', 3)
    await vi.waitFor(() => expect(host.disk.document.practice).toMatchObject({ perks: 7, capex: 3 }))
    expect(state().clashes).toEqual([])
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
