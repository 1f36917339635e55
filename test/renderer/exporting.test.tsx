import { MantineProvider } from '@mantine/core'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { Exporting } from '../../renderer/components/report/Exporting'
import { printHere, saveCounterOffer, saveWorkbook } from '../../renderer/report/save'
import { useExports } from '../../renderer/state/exports'
import { useStore } from '../../renderer/state/store'
import type { Envelope, FileOut } from '../../shared/host'
import { fakeHost } from './support/fake-host'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const FILE: Envelope<FileOut> = { ok: true, value: { name: 'a.xlsx', mime: '', content: '', savedTo: '/a.xlsx' } }

/** A page with a button that asks for the workbook, on a host that makes it when the test says so. */
function page() {
  const made = Promise.withResolvers<Envelope<FileOut>>()
  const calls: [name: string, argument: unknown][] = []
  const host = fakeHost()
  const call = (name: string, argument: unknown) => {
    calls.push([name, argument])
    if (name === 'workbook') return made.promise
    if (name === 'cancelJob') made.resolve({ ok: false, error: { code: 'canceled', message: 'Canceled.' } })
    return Promise.resolve({ ok: true, value: null })
  }
  useStore.setState({ host: { ...host, call: call as typeof host.call }, caseId: 'a', refusal: undefined })
  const done: unknown[] = []
  const Asker = () => {
    const busy = useExports((state) => state.running.workbook !== undefined)
    return (
      <button disabled={busy} onClick={() => void saveWorkbook().then((file) => done.push(file))}>
        Save
      </button>
    )
  }
  render(
    <MantineProvider>
      <Asker />
      <Exporting />
    </MantineProvider>,
  )
  const save = screen.getByRole('button', { name: 'Save' })
  save.focus()
  return { made, calls, done, save }
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

it('says nothing of a file that is soon made', async () => {
  const { made, done, save } = page()
  save.click()
  await pass(400)
  expect(screen.getByRole('status').textContent).toBe('')
  made.resolve(FILE)
  await pass(1000)
  expect(screen.getByRole('status').textContent).toBe('')
  expect(done).toEqual([FILE])
})

it('says what takes long, cancels it, and gives the focus back', async () => {
  const { calls, done, save } = page()
  save.click()
  await pass(600)
  expect(screen.getByRole('status').textContent).toBe('The workbook is being made.')
  expect(save).toHaveProperty('disabled', true)
  const cancel = screen.getByRole('button', { name: /^Cancel.*: The workbook is being made.$/ })
  cancel.focus()
  cancel.click()
  await pass(100)
  const [asked, canceled] = ['workbook', 'cancelJob'].map((name) => calls.find(([one]) => one === name)![1])
  expect(canceled).toEqual({ job: (asked as { job: string }).job })
  // Nothing was made: no file, and no error either.
  expect(done).toEqual([{ ok: true, value: undefined }])
  expect(screen.queryByRole('button', { name: /^Cancel/ })).toBeNull()
  expect(screen.getByRole('status').textContent).toBe('')
  expect(document.activeElement).toBe(save)
})

it('writes a letter that can be canceled by its number', async () => {
  const { calls } = page()
  const made = Promise.withResolvers<Envelope<FileOut>>()
  const host = useStore.getState().host
  const call = (name: string, argument: unknown) => {
    calls.push([name, argument])
    if (name === 'counterOffer') return made.promise
    if (name === 'cancelJob') made.resolve({ ok: false, error: { code: 'canceled', message: 'Canceled.' } })
    return Promise.resolve({ ok: true, value: null })
  }
  useStore.setState({ host: { ...host, call: call as typeof host.call } })
  const done = saveCounterOffer('cedar', ['offers/cedar/price/multiple'], 'letter')
  await pass(600)
  expect(screen.getByRole('status').textContent).toBe('The letter is being written.')
  screen.getByRole('button', { name: /^Cancel.*: The letter/ }).click()
  await pass(100)
  const [asked, canceled] = ['counterOffer', 'cancelJob'].map((name) => calls.find(([one]) => one === name)![1])
  expect(asked).toMatchObject({ id: 'a', offer: 'cedar', what: 'letter', asks: ['offers/cedar/price/multiple'] })
  expect(canceled).toEqual({ job: (asked as { job: string }).job })
  expect(await done).toEqual({ ok: true, value: undefined })
})

it('closes the window of a print that is canceled, and opens no dialog', async () => {
  page()
  const root = { dataset: {} as Record<string, string> }
  const printing = {
    closed: false,
    printed: 0,
    location: { hash: '#a' },
    document: { documentElement: root },
    close: () => void (printing.closed = true),
    print: () => void printing.printed++,
  }
  vi.stubGlobal('open', () => printing)
  const choices = { dollars: 'today', reader: 'owner', parts: ['brief'], paper: 'letter', names: 'full' } as const
  const canceled = printHere(choices)
  await pass(600)
  expect(screen.getByRole('status').textContent).toBe('The report is being laid out for the print dialog.')
  screen.getByRole('button', { name: /^Cancel.*print dialog/ }).click()
  await pass(100)
  expect(await canceled).toEqual({ ok: true, value: false })
  expect(printing).toMatchObject({ closed: true, printed: 0 })
  // The next one is printed once its page says that it is ready.
  printing.closed = false
  const done = printHere(choices)
  await pass(600)
  root.dataset['ready'] = '#a'
  await pass(100)
  expect(await done).toEqual({ ok: true, value: true })
  expect(printing).toMatchObject({ closed: false, printed: 1 })
  vi.unstubAllGlobals()
})
