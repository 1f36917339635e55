import { useEffect } from 'react'
import { create } from 'zustand'

import { hashOf, type SimulationResult } from '../../shared/analysis/simulation'
import type { Case } from '../../shared/case/schema'
import { follower } from '../workers/client'
import { useSimulation } from './simulation'
import { useStore } from './store'
import { whenDrawn } from './when-drawn'

interface LiveRisk {
  /** The case to which all this belongs. */
  readonly caseId: string | undefined
  /** The case, with what is tried out in it, that `result` was drawn for. */
  readonly of: Case | undefined
  /** Of the first draws, then of all of them. */
  readonly result: SimulationResult | undefined
  readonly failed: string | undefined
  /** The case that is being drawn, or was last. */
  readonly asked: Case | undefined
}

/** The draws that an edit is answered with: a share of them is within about two points, two times of three. */
const FIRST = 512

/**
 * Milliseconds without another edit before all draws are run. Until then the processor is left to the charts of the page,
 * and to the next edit.
 */
const REST = 700

/**
 * Milliseconds that set one edit apart from a series of them. A dragged slider leaves the processor to the charts that
 * follow it; its simulation begins when the thumb rests.
 */
const APART = 120
let lastAt = -Infinity

/** The simulation that follows every edit of the page on which it stands. */
export const useLiveRisk = create<LiveRisk>()(() => ({
  caseId: undefined,
  of: undefined,
  result: undefined,
  failed: undefined,
  asked: undefined,
}))

const isWhole = (result: SimulationResult, document: Case) => result.draws === document.risk.draws

/**
 * Draws a case, unless that was done: its first draws once its charts are drawn, or at the end of a series of edits; all of
 * them when it has rested.
 * @returns how to leave it
 */
function follow(caseId: string, document: Case, onWhole: (result: SimulationResult) => void): () => void {
  if (useLiveRisk.getState().caseId !== caseId) useLiveRisk.setState({ caseId, of: undefined, result: undefined })
  const { of, result } = useLiveRisk.getState()
  if (of === document && result && isWhole(result, document)) return () => undefined
  const known = useSimulation.getState().result
  if (known && isWhole(known, document) && known.hash === hashOf(document)) {
    useLiveRisk.setState({ of: document, asked: document, result: known, failed: undefined })
    return () => undefined
  }
  useLiveRisk.setState({ asked: document, failed: undefined })
  let left = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (result: SimulationResult) => useLiveRisk.setState({ of: document, result })
  const run = (onFirst?: (result: SimulationResult) => void) => {
    const running = follower.run<'simulation'>({ kind: 'simulation', document }, ({ soFar }) => {
      if (!left && soFar && soFar.draws >= FIRST) onFirst?.(soFar)
    })
    void running.end.then((end) => {
      if (left) return
      if ('failed' in end) useLiveRisk.setState({ failed: end.failed })
      else if ('result' in end) {
        show(end.result)
        onWhole(end.result)
      }
    })
    return running
  }
  let running: ReturnType<typeof run> | undefined
  const begin = () => {
    running = run((first) => {
      show(first)
      running?.leave()
      timer = setTimeout(() => (running = run()), REST)
    })
  }
  let callOff: (() => void) | undefined
  const now = performance.now()
  if (now - lastAt < APART) timer = setTimeout(begin, APART)
  else callOff = whenDrawn(begin)
  lastAt = now
  return () => {
    left = true
    callOff?.()
    clearTimeout(timer)
    running?.leave()
  }
}

/**
 * Keeps the simulation at a case for as long as the component is there; the next case, or leaving the page, ends it.
 * @param tried whether the case is one that somebody only tries out: page Risk then keeps what it has
 */
export function useFollowed(document: Case, tried: boolean): void {
  const caseId = useStore((state) => state.caseId)
  useEffect(
    () =>
      caseId
        ? follow(caseId, document, (result) => !tried && useSimulation.getState().take(caseId, result))
        : undefined,
    [caseId, document, tried],
  )
}

/** What is drawn of a case. Without `fresh`, the result is of the case before and is only shown marked as such. */
export function useDrawn(document: Case): Pick<LiveRisk, 'result' | 'failed'> & { readonly fresh: boolean } {
  const { caseId, of, result, failed, asked } = useLiveRisk()
  const own = useStore((state) => state.caseId) === caseId
  return {
    result: own ? result : undefined,
    fresh: own && of === document,
    failed: own && asked === document ? failed : undefined,
  }
}
