import { useMemo } from 'react'

import type { Contest } from '../../shared/analysis/contest'
import type { Outcome } from '../../shared/model'
import { leadSentence } from '../../shared/present/risk'
import { Asks } from '../components/risk/Asks'
import { Conditions } from '../components/risk/Conditions'
import { Pair, useContest } from '../components/risk/Pair'
import classes from '../components/risk/risk.module.css'
import { State } from '../components/risk/State'
import { TwoInputs } from '../components/risk/TwoInputs'
import { Uncertainty } from '../components/risk/Uncertainty'
import { VIEW_WORDS } from '../components/compare/dollars'
import { usdShort } from '../format'
import { useAnalysis } from '../state/analyses'
import { usePaths } from '../state/chosen-paths'
import { useOutcome, useStore } from '../state/store'

/** How sure the answer is: what it hangs on, and what to ask for. */
export default function Risk() {
  const outcome = useOutcome()
  const view = useStore((state) => state.view)
  const dollars = useStore((state) => state.dollars)
  const setPage = useStore((state) => state.setPage)
  const { shown } = usePaths(outcome)
  const found = useContest(outcome, view, dollars, shown)
  const key = JSON.stringify(found)
  const contest = useMemo(() => (key === undefined ? undefined : (JSON.parse(key) as Contest)), [key])
  if (!contest)
    return (
      <div className={classes.page}>
        <h1>How sure the answer is</h1>
        <p>
          There is nothing to hold against keeping yet.{' '}
          <button type="button" className="link" onClick={() => setPage('offers')}>
            Enter an offer
          </button>
        </p>
      </div>
    )
  return <Analyses outcome={outcome} contest={contest} shown={shown} />
}

function Analyses({ outcome, contest, shown }: { outcome: Outcome; contest: Contest; shown: readonly string[] }) {
  const { document, paths } = outcome
  const analysis = useAnalysis('tornado', { kind: 'tornado', document, contest })
  const { result } = analysis
  const tornado = result?.contest.paths.every((id) => paths.some((path) => path.id === id)) ? result : undefined
  const ids = shown.join(' ')
  const compared = useMemo(() => ids.split(' '), [ids])
  return (
    <div className={classes.page}>
      <header>
        <h1>{tornado ? leadSentence(paths, tornado, usdShort) : 'How sure the answer is'}</h1>
        <p className="quiet small">
          In the {VIEW_WORDS[contest.view]}. <State analysis={analysis} />
        </p>
        <Pair outcome={outcome} contest={contest} />
      </header>
      <Conditions outcome={outcome} contest={contest} />
      {tornado && <Uncertainty outcome={outcome} tornado={tornado} />}
      {tornado && <TwoInputs outcome={outcome} contest={contest} shown={compared} tornado={tornado} />}
      <Asks outcome={outcome} prefer={contest.paths.find((id) => id !== 'keep')} />
    </div>
  )
}
