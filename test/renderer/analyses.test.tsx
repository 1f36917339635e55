// Results of analyses belong to one case: another case that is opened afterward shows nothing of them.
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { useAnalysis, useAnswer, useLastResult } from '../../renderer/state/analyses'
import { useStore } from '../../renderer/state/store'
import { evaluateCase } from '../../shared/model'
import { contestOfAnswer } from '../../shared/present/material'
import { sample } from '../analysis/support'
import { InProcessWorker } from './support/in-process-worker'

const document = sample('general-dentist')
const paths = evaluateCase(document).paths.map(({ id }) => id)
const contest = contestOfAnswer(evaluateCase(document), 'expected', 'today', paths)!

beforeEach(() => void vi.stubGlobal('Worker', InProcessWorker))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('keeps the last result for its case alone', async () => {
  useStore.setState({ caseId: 'one', document })
  const job = { kind: 'breakEvens', document, contest, levers: [] } as const
  const { result, rerender } = renderHook(
    ({ asked }: { asked: boolean }) => ({
      analysis: useAnalysis('breakEvens', asked ? job : undefined),
      last: useLastResult('breakEvens'),
    }),
    { initialProps: { asked: true } },
  )
  await waitFor(() => expect(result.current.analysis).toMatchObject({ result: [], fresh: true }))

  rerender({ asked: false })
  expect(result.current.last).toEqual([])
  act(() => useStore.setState({ caseId: 'two', document: { ...document } }))
  expect(result.current.analysis.result).toBeUndefined()
  expect(result.current.last).toBeUndefined()
})

it('tells who reads the answer alone of nothing but answers', async () => {
  useStore.setState({ caseId: 'three', document })
  const heard = { progress: [] as unknown[], answers: [] as unknown[] }
  const ask = (levers: readonly string[]) => ({ kind: 'breakEvens', document, contest, levers }) as const
  const reader = renderHook(
    ({ levers }: { levers: readonly string[] }) => void heard.answers.push(useAnswer('breakEvens', ask(levers))),
    { initialProps: { levers: [] as readonly string[] } },
  )
  renderHook(() => void heard.progress.push(useAnalysis('breakEvens', undefined).running))
  await waitFor(() => expect(heard.answers.at(-1)).toEqual([]))
  // The first rendering, and that of the answer, though progress was told in between.
  expect(heard.answers).toEqual([undefined, []])
  expect(heard.progress.some((running) => running !== undefined)).toBe(true)
  // The last answer stays until the next one.
  reader.rerender({ levers: ['practice/feeGrowth'] })
  expect(heard.answers.at(-1)).toEqual([])
  await waitFor(() => expect(heard.answers.at(-1)).toMatchObject([{ lever: { id: 'practice/feeGrowth' } }]))
})

it('leaves the processor to the charts: the worker is asked after the frame in which the case is drawn', async () => {
  const frames = new Map<number, () => void>()
  let frame = 0
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => (frames.set(++frame, run), frame))
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => frames.delete(handle))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const asked = vi.spyOn(InProcessWorker.prototype, 'postMessage')
  try {
    useStore.setState({ caseId: 'four', document })
    const ask = (levers: readonly string[]) => ({ kind: 'breakEvens', document, contest, levers }) as const
    const { rerender, unmount } = renderHook(({ levers }) => useAnalysis('breakEvens', ask(levers)), {
      initialProps: { levers: ['practice/feeGrowth'] },
    })
    // The next edit came before a frame: the first question is never asked.
    rerender({ levers: [] })
    expect(asked).not.toHaveBeenCalled()
    for (const run of frames.values()) run()
    vi.runAllTimers()
    expect(asked).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ job: ask([]) }))
    unmount()
  } finally {
    asked.mockRestore()
    vi.useRealTimers()
  }
})
