import { useDeferredValue, useMemo } from 'react'

import type { Material } from '../../../shared/analysis/material'
import type { Outcome } from '../../../shared/model'
import { useLastResult } from '../../state/analyses'
import { useDrafts } from '../../state/drafts'
import { outcomeOf } from '../../state/outcome'
import type { CasePage } from '../../state/route'
import { useStore } from '../../state/store'
import { openIn, stepOf, unconfirmed, type Step } from '../../state/unconfirmed'
import classes from './frame.module.css'

/**
 * The number of unconfirmed values that could change the answer; until known, or if there are none, the number of all.
 */
function openWords(outcome: Outcome, weighed: readonly Material[] | undefined): string {
  const open = new Set(unconfirmed(outcome))
  const decisive = weighed?.filter(({ path, flips }) => flips && open.has(path)).length
  return decisive ? `${decisive} of ${open.size}` : String(open.size)
}

const entrySteps: Partial<Record<CasePage, Step>> = { practice: 'practice', you: 'you', offers: 'offers', ways: 'ways' }

/** The open items in a step of the case. Steps without any read no store: they are not rendered at each edit. */
export default function StepState({ page }: { readonly page: CasePage }) {
  const step = entrySteps[page]
  return step ? <Entries step={step} /> : page === 'unconfirmed' && <Unconfirmed />
}

function Entries({ step }: { readonly step: Step }) {
  const document = useStore((state) => state.document)
  const caseId = useStore((state) => state.caseId)
  const drafts = useDrafts((state) => state.drafts)
  if (!document) return null
  const wrong = Object.keys(drafts).filter((key) => {
    const [id, path] = key.split(' ')
    return id === caseId && path !== undefined && stepOf(path) === step
  }).length
  if (wrong > 0) return <span className={classes.wrong}>{wrong} to correct</span>
  if (step === 'ways') return null
  const open = openIn(document, step)
  if (open > 0) return <State>{`${open} open`}</State>
  if (step === 'offers')
    return <State>{document.offers.length === 0 ? 'none yet' : String(document.offers.length)}</State>
  return <State>done</State>
}

/** Counted after the page is drawn: the figures of an edit come first. */
function Unconfirmed() {
  const document = useStore((state) => state.document)
  const outcome = useDeferredValue(document && outcomeOf(document))
  const weighed = useLastResult('material')
  const words = useMemo(() => outcome && openWords(outcome, weighed), [outcome, weighed])
  return words !== undefined && <State>{words}</State>
}

const State = ({ children }: { readonly children: string }) => (
  <>
    {' '}
    <span className={classes.state}>{children}</span>
  </>
)
