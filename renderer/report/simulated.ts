import { prepareSimulation, type SimulationResult } from '../../shared/analysis/simulation'
import type { Case } from '../../shared/case/schema'
import { readinessOf, withoutUnready } from '../../shared/checks/readiness'
import type { Outcome } from '../../shared/model'

/** So many draws are enough for shares of 100 to within 3, and whoever waits for the paper waits little longer. */
const ON_PAPER = 1_000

/** The case that the report simulates: with the offers that are known well enough; undefined where it has no answer. */
export function caseToSimulate(outcome: Outcome): Case | undefined {
  const readiness = readinessOf(outcome)
  if (readiness.blockers.length > 0) return undefined
  const document = withoutUnready(outcome.document, readiness)
  return { ...document, risk: { ...document.risk, draws: Math.min(ON_PAPER, document.risk.draws) } }
}

/** What chance may make of a case, at once. */
export function simulatedNow(outcome: Outcome): SimulationResult | undefined {
  const document = caseToSimulate(outcome)
  if (!document) return undefined
  const simulation = prepareSimulation(document)
  simulation.chunk(simulation.draws)
  return simulation.result()
}
