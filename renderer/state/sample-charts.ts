import { useEffect } from 'react'
import { create } from 'zustand'

import type { Refusal, SampleChart } from '../../shared/host'
import { useStore } from './store'

interface SampleCharts {
  /** By the sample's name; undefined until the host has answered. */
  readonly charts: ReadonlyMap<string, SampleChart> | undefined
  readonly refusal: Refusal | undefined
}

const useCharts = create<SampleCharts>()(() => ({ charts: undefined, refusal: undefined }))

/** In ms: the page, and what somebody who knows the program clicks at once, come first. */
const AFTER = 1000

/** The pictures of the samples, asked of the host once, while nothing else happens on the start page. */
export function useSampleCharts(): SampleCharts {
  const host = useStore((state) => state.host)
  useEffect(() => {
    if (useCharts.getState().charts) return
    let idle: number | undefined
    const ask = async () => {
      const answer = await host.call('sampleCharts', {})
      useCharts.setState(
        answer.ok
          ? { charts: new Map(answer.value.map((chart) => [chart.name, chart])), refusal: undefined }
          : { refusal: answer.error },
      )
    }
    const timer = setTimeout(() => (idle = requestIdleCallback(() => void ask())), AFTER)
    return () => {
      clearTimeout(timer)
      if (idle !== undefined) cancelIdleCallback(idle)
    }
  }, [host])
  return useCharts()
}
