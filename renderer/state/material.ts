import { useMemo } from 'react'

import type { Contest } from '../../shared/analysis/contest'
import type { Outcome } from '../../shared/model'
import { contestOfAnswer, weigh, type Weighed } from '../../shared/present/material'
import { useAnalysis, type Analysis } from './analyses'
import { usePaths } from './chosen-paths'
import { readiness } from './readiness'
import { useStore } from './store'

/** How unconfirmed values may affect the answer, once computed; the last result stays until a newer one arrives. */
export function useMaterial(
  outcome: Outcome,
): { readonly weighed: Weighed | undefined; readonly fresh: boolean } & Pick<
  Analysis<'material'>,
  'running' | 'failed'
> {
  const view = useStore((state) => state.view)
  const dollars = useStore((state) => state.dollars)
  const { all } = usePaths(outcome)
  const ready = readiness(outcome).blockers.length === 0
  const key = JSON.stringify(ready ? contestOfAnswer(outcome, view, dollars, all) : undefined)
  const contest = useMemo(() => (key === undefined ? undefined : (JSON.parse(key) as Contest)), [key])
  const { document } = outcome
  const { result, fresh, running, failed } = useAnalysis(
    'material',
    contest ? { kind: 'material', document, contest } : undefined,
  )
  const weighed = useMemo(() => result && weigh(result), [result])
  return { weighed: contest && weighed, fresh, running, failed }
}
