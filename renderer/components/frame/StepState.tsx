import type { Material } from '../../../shared/analysis/material'
import type { Case } from '../../../shared/case/schema'
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
function openWords(document: Case, weighed: readonly Material[] | undefined): string {
  const open = new Set(unconfirmed(outcomeOf(document)))
  const decisive = weighed?.filter(({ path, flips }) => flips && open.has(path)).length
  return decisive ? `${decisive} of ${open.size}` : String(open.size)
}

const entrySteps: Partial<Record<CasePage, Step>> = { practice: 'practice', you: 'you', offers: 'offers', ways: 'ways' }

/** The open items in a step of the case. */
export default function StepState({ page }: { readonly page: CasePage }) {
  const document = useStore((state) => state.document)
  const caseId = useStore((state) => state.caseId)
  const drafts = useDrafts((state) => state.drafts)
  const weighed = useLastResult('material')
  if (!document) return null
  const step = entrySteps[page]
  const wrong = Object.keys(drafts).filter((key) => {
    const [id, path] = key.split(' ')
    return id === caseId && path !== undefined && stepOf(path) === step
  }).length
  const say = (text: string) => (
    <>
      {' '}
      <span className={classes.state}>{text}</span>
    </>
  )
  if (wrong > 0) return <span className={classes.wrong}>{wrong} to correct</span>
  if (step === 'practice' || step === 'you') {
    const open = openIn(document, step)
    return say(open === 0 ? 'done' : `${open} open`)
  }
  if (page === 'offers') {
    const open = openIn(document, 'offers')
    return say(document.offers.length === 0 ? 'none yet' : open === 0 ? String(document.offers.length) : `${open} open`)
  }
  if (page === 'unconfirmed') return say(openWords(document, weighed))
  return null
}
