import { MantineProvider } from '@mantine/core'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { Exporting } from '../../renderer/components/report/Exporting'
import { saveWorkbook } from '../../renderer/report/save'
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
