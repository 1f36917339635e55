import { create } from 'zustand'

import type { Progress } from '../../shared/analysis/jobs'
import type { SimulationResult } from '../../shared/analysis/simulation'
import type { Case } from '../../shared/case/schema'
import { simulator, type Running } from '../workers/client'

interface Simulation {
  /** The case that all this belongs to. */
  readonly caseId: string | undefined
  /** The results so far, also of a running or stopped run; its hash identifies the inputs. */
  readonly result: SimulationResult | undefined
  readonly running: Progress | undefined
  /** The last run was stopped before its end. */
  readonly stopped: boolean
  readonly failed: string | undefined
  run(caseId: string, document: Case): void
  /** Takes a result that was drawn elsewhere; one that is being drawn here stays. */
  take(caseId: string, result: SimulationResult): void
  stop(): void
}

/** A progress bar is smooth enough at five updates a second; more would only keep the page busy. */
const BETWEEN = 200

let current: Running<'simulation'> | undefined

/** The last simulation of the open case: leaving the page and coming back reruns nothing. */
export const useSimulation = create<Simulation>()((set, get) => ({
  caseId: undefined,
  result: undefined,
  running: undefined,
  stopped: false,
  failed: undefined,

  run(caseId, document) {
    current?.leave()
    set({
      caseId,
      running: { done: 0, of: document.risk.draws },
      stopped: false,
      failed: undefined,
      ...(get().caseId === caseId ? {} : { result: undefined }),
    })
    let shown = -Infinity
    const run = simulator.run<'simulation'>({ kind: 'simulation', document }, ({ soFar, ...running }) => {
      const now = performance.now()
      if (current !== run || (!soFar && now - shown < BETWEEN)) return
      shown = now
      set({ running, ...(soFar && { result: soFar }) })
    })
    current = run
    void run.end.then((end) => {
      if (current !== run) return
      current = undefined
      if ('result' in end) set({ result: end.result, running: undefined })
      else set({ running: undefined, stopped: 'left' in end, failed: 'failed' in end ? end.failed : undefined })
    })
  },
  take: (caseId, result) => {
    if (!current) set({ caseId, result, running: undefined, stopped: false, failed: undefined })
  },
  stop: () => current?.leave(),
}))
