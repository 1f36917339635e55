import { useMemo } from 'react'

import { checksOf } from '../../../shared/checks'
import { withoutUnready } from '../../../shared/checks/readiness'
import { questionsOf } from '../../../shared/present/partner/questions'
import { useAnalysis } from '../../state/analyses'
import { useOutcome } from '../../state/outcome'
import { readiness } from '../../state/readiness'
import { useDocument } from '../../state/store'

/** All questions of the open case, without prices. */
export function useOpenQuestions() {
  const document = useDocument()
  const outcome = useOutcome()
  const checks = checksOf(outcome)
  const rows = useMemo(() => questionsOf(document, checks, undefined), [document, checks])
  return { document, rows }
}

/**
 * All questions of the open case; their prices arrive a moment later, from the worker. A case without an answer has no
 * prices, nor has an offer about which too little is known.
 */
export function useQuestions() {
  const document = useDocument()
  const outcome = useOutcome()
  const ready = readiness(outcome)
  const answered = ready.blockers.length === 0
  // The outcome's own document changes only with the figures, so recording an answer reprices nothing.
  const priced = useMemo(() => withoutUnready(outcome.document, ready), [outcome, ready])
  const analysis = useAnalysis('questions', answered ? { kind: 'questions', document: priced } : undefined)
  const checks = checksOf(outcome)
  const prices = answered ? analysis.result : undefined
  const rows = useMemo(() => questionsOf(document, checks, prices), [document, checks, prices])
  return { document, rows, prices, analysis }
}
