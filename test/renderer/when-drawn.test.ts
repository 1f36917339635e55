// What waits for the charts: begun after the frame of an edit and once, even where no frame is drawn.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { whenDrawn } from '../../renderer/state/when-drawn'

/** What the page was asked to do at its next frame, and at rest. */
let waiting: { frame: (() => void) | undefined; rest: (() => void) | undefined }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  waiting = { frame: undefined, rest: undefined }
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => ((waiting.frame = run), 1))
  vi.stubGlobal('cancelAnimationFrame', () => (waiting.frame = undefined))
  vi.stubGlobal('requestIdleCallback', (run: () => void) => ((waiting.rest = run), 2))
  vi.stubGlobal('cancelIdleCallback', () => (waiting.rest = undefined))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('begins when the page rests after its next frame, once', () => {
  const work = vi.fn<() => void>()
  whenDrawn(work)
  expect(waiting.rest).toBeUndefined()
  waiting.frame!()
  expect(work).not.toHaveBeenCalled()
  waiting.rest!()
  expect(work).toHaveBeenCalledTimes(1)
  vi.runAllTimers()
  expect(work).toHaveBeenCalledTimes(1)
})

it('begins without a frame, and not once more with a late one', () => {
  const work = vi.fn<() => void>()
  whenDrawn(work)
  vi.runAllTimers()
  expect(work).toHaveBeenCalledTimes(1)
  expect(waiting.frame).toBeUndefined()
})

it('begins without a rest, and not once more with a late one', () => {
  const work = vi.fn<() => void>()
  whenDrawn(work)
  waiting.frame!()
  vi.runAllTimers()
  expect(work).toHaveBeenCalledTimes(1)
  expect(waiting.rest).toBeUndefined()
})

it('does not begin when it was called off, before its frame or after it', () => {
  const work = vi.fn<() => void>()
  whenDrawn(work)()
  expect(waiting.frame).toBeUndefined()
  const off = whenDrawn(work)
  waiting.frame!()
  off()
  expect(waiting.rest).toBeUndefined()
  vi.runAllTimers()
  expect(work).not.toHaveBeenCalled()
})
