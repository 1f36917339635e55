import { useEffect, useMemo } from 'react'
import { create } from 'zustand'

import type { Job, Progress, Results } from '../../shared/analysis/jobs'
import type { Case } from '../../shared/case/schema'
import { analyst } from '../workers/client'
import { useStore } from './store'
import { whenDrawn } from './when-drawn'

type Kind = Exclude<keyof Results, 'simulation'>

/** An analysis: its last result, and the progress of a newer one. */
export interface Analysis<K extends Kind> {
  readonly result: Results[K] | undefined
  /** The case for which the result holds. */
  readonly of: Case | undefined
  /** The question it answers, without the case. */
  readonly asked: string
  readonly running: Progress | undefined
  readonly failed: string | undefined
}

const NOTHING: Analysis<never> = { result: undefined, of: undefined, asked: '', running: undefined, failed: undefined }

/** The last result of each kind, so that leaving a page and coming back recomputes nothing. */
const useResults = create<Partial<{ [K in Kind]: Analysis<K> }>>()(() => ({}))

// Another case has nothing to do with them.
useStore.subscribe(({ caseId }, before) => {
  if (caseId !== before.caseId) useResults.setState({}, true)
})

/** The last result of a kind for the open case or an earlier state of it; starts no computation. */
export const useLastResult = <K extends Kind>(kind: K): Results[K] | undefined =>
  useResults((results) => (results[kind] as Analysis<K> | undefined)?.result)

const put = <K extends Kind>(kind: K, analysis: Partial<Analysis<K>>) =>
  useResults.setState((state) => ({ [kind]: { ...NOTHING, ...state[kind], ...analysis } }))

/** A question without its case: equal questions have equal keys. */
function questionOf(job: Job | undefined): string {
  if (!job) return ''
  const { document: _, ...question } = job
  return JSON.stringify(question)
}

/** Answers a question whenever it or the case changes; obsolete jobs are canceled. @returns the question, and its case */
function useAsked<K extends Kind>(kind: K, job: Extract<Job, { kind: K }> | undefined) {
  const question = questionOf(job)
  const document = (job as Job | undefined)?.document
  useEffect(() => {
    if (!document) return
    const known = useResults.getState()[kind]
    if (known?.result && known.of === document && known.asked === question) return
    let current = true
    put(kind, { running: { done: 0, of: 1 }, failed: undefined })
    const asked = { ...(JSON.parse(question) as object), document } as Extract<Job, { kind: K }>
    let leave = whenDrawn(() => {
      const running = analyst.run<K>(asked, (running) => current && put(kind, { running }))
      leave = running.leave
      void running.end.then((ended) => {
        if (!current) return
        if ('result' in ended) put(kind, { result: ended.result, of: document, asked: question, running: undefined })
        else put(kind, { running: undefined, failed: 'failed' in ended ? ended.failed : undefined })
      })
    })
    return () => {
      current = false
      leave()
    }
  }, [kind, question, document])
  return { question, document }
}

/** The answer to a question, kept up to date. Until the new answer arrives the last one stays, with `fresh` false. */
export function useAnalysis<K extends Kind>(
  kind: K,
  job: Extract<Job, { kind: K }> | undefined,
): Analysis<K> & { readonly fresh: boolean } {
  const { question, document } = useAsked(kind, job)
  const state = useResults((results) => results[kind] ?? NOTHING) as Analysis<K>
  return useMemo(
    () => ({ ...state, fresh: state.of === document && state.asked === question && !state.running }),
    [state, document, question],
  )
}

/** The same answer alone, for what shows neither progress nor age: it is rendered when an answer arrives, not before. */
export function useAnswer<K extends Kind>(kind: K, job: Extract<Job, { kind: K }> | undefined): Results[K] | undefined {
  useAsked(kind, job)
  return useLastResult(kind)
}
