import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { useSeenFirst } from '../../renderer/charts/use-seen-first'

type Entry = Pick<IntersectionObserverEntry, 'isIntersecting'>
let tell: (entries: readonly Entry[]) => void

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(heard: (entries: readonly Entry[]) => void) {
        tell = heard
      }
      observe() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function Chart({ figure }: { readonly figure: number }) {
  const [drawn, watch] = useSeenFirst(figure)
  return (
    <p ref={watch} data-testid="chart">
      {drawn}
    </p>
  )
}
const shown = () => screen.getByTestId('chart').textContent

it('draws again at once what is seen, and what is not when the figures rest, or when it comes into sight', () => {
  const { rerender } = render(<Chart figure={1} />)
  rerender(<Chart figure={2} />)
  expect(shown()).toBe('2')

  act(() => void vi.advanceTimersByTime(1000))
  act(() => tell([{ isIntersecting: false }]))
  rerender(<Chart figure={3} />)
  expect(shown()).toBe('2')
  act(() => void vi.advanceTimersByTime(250))
  rerender(<Chart figure={4} />)
  act(() => void vi.advanceTimersByTime(250))
  expect(shown()).toBe('2')
  act(() => void vi.advanceTimersByTime(250))
  expect(shown()).toBe('4')

  rerender(<Chart figure={5} />)
  act(() => tell([{ isIntersecting: true }]))
  expect(shown()).toBe('5')
})
