import { useEffect, useState } from 'react'

import type { SimulationResult } from '../../shared/analysis/simulation'
import type { Outcome } from '../../shared/model'
import { caseToSimulate } from '../../shared/present/report/analyses'
import { simulator } from '../workers/client'

/** What the report will say of chance, worked out away from the window; undefined until it is there. */
export function useSimulated(outcome: Outcome, wanted: boolean): SimulationResult | undefined {
  const [found, setFound] = useState<{ readonly of: Outcome; readonly result: SimulationResult }>()
  useEffect(() => {
    const document = wanted ? caseToSimulate(outcome) : undefined
    if (!document) return undefined
    const run = simulator.run<'simulation'>({ kind: 'simulation', document }, () => undefined)
    let gone = false
    void run.end.then((end) => {
      if (!gone && 'result' in end) setFound({ of: outcome, result: end.result })
    })
    return () => {
      gone = true
      run.leave()
    }
  }, [outcome, wanted])
  return found?.of === outcome ? found.result : undefined
}
