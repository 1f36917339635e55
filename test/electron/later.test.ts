import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { later } from '../../electron/later'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('it is loaded once, as soon as nothing more is asked for', async () => {
  const load = vi.fn<() => Promise<string>>(async () => 'calls')
  const calls = later(load)
  calls.asked()
  for (let request = 0; request < 5; request++) {
    vi.advanceTimersByTime(40)
    calls.asked()
  }
  expect(load).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60)
  expect(load).toHaveBeenCalledTimes(1)
  calls.asked()
  vi.advanceTimersByTime(60)
  expect(await calls.now()).toBe('calls')
  expect(load).toHaveBeenCalledTimes(1)
})

test('whoever needs it does not wait for that, and is told if it cannot be loaded', async () => {
  const load = vi.fn<() => Promise<string>>(() => Promise.reject(new Error('no such file')))
  const calls = later(load)
  calls.asked()
  await expect(calls.now()).rejects.toThrow('no such file')
  vi.advanceTimersByTime(60)
  expect(load).toHaveBeenCalledTimes(1)
})

test('after the end nothing is loaded', () => {
  const load = vi.fn<() => Promise<string>>(async () => 'calls')
  const calls = later(load)
  calls.asked()
  calls.cancel()
  vi.advanceTimersByTime(60)
  expect(load).not.toHaveBeenCalled()
})
