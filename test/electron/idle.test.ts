import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { endWhenIdle } from '../../electron/browser/idle'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('ends a program at which nobody has ever looked', () => {
  const end = vi.fn<() => void>()
  endWhenIdle(end, 1000)
  vi.advanceTimersByTime(999)
  expect(end).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(end).toHaveBeenCalledOnce()
})

it('stays for as long as a window is open or a call goes on, and for some time after the last', () => {
  const end = vi.fn<() => void>()
  const busy = endWhenIdle(end, 1000)
  const [window, call] = [busy(), busy()]
  vi.advanceTimersByTime(100_000)
  call()
  call() // twice is once
  vi.advanceTimersByTime(100_000)
  expect(end).not.toHaveBeenCalled()
  window()
  vi.advanceTimersByTime(900)
  busy()()
  vi.advanceTimersByTime(900)
  expect(end).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100)
  expect(end).toHaveBeenCalledOnce()
})
