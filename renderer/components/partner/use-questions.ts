import { useMemo } from 'react'

import { checksOf } from '../../../shared/checks'
import { questionsOf } from '../../../shared/present/partner/questions'
import { useAnalysis } from '../../state/analyses'
import { useOutcome } from '../../state/outcome'
import { useDocument } from '../../state/store'

/** All questions of the open case; their prices come a moment later, from the worker. */
export function useQuestions() {
  const document = useDocument()
  const outcome = useOutcome()
  // The outcome's own document changes only with the figures: an answer written down prices nothing anew.
  const analysis = useAnalysis('questions', { kind: 'questions', document: outcome.document })
  const checks = useMemo(() => checksOf(outcome), [outcome])
  const prices = analysis.result
  const rows = useMemo(() => questionsOf(document, checks, prices), [document, checks, prices])
  return { document, rows, analysis }
}
