import { useMemo } from 'react'

import type { Contest } from '../../shared/analysis/contest'
import type { Outcome } from '../../shared/model'
import type { Dollars } from '../../shared/present/money'
import { roleWords } from '../../shared/present/paths'
import { leadSentence } from '../../shared/present/risk'
import { NoAnswer } from '../components/frame/Unready'
import { Asks } from '../components/risk/Asks'
import { Conditions } from '../components/risk/Conditions'
import { Drawn, FuturesSettings } from '../components/risk/Futures'
import { Pair, useContest } from '../components/risk/Pair'
import classes from '../components/risk/risk.module.css'
import { State } from '../components/risk/State'
import { TwoInputs } from '../components/risk/TwoInputs'
import { Uncertainty } from '../components/risk/Uncertainty'
import { VIEW_WORDS } from '../components/compare/dollars'
import { usdInWords } from '../format'
import { useAnalysis } from '../state/analyses'
import { usePaths } from '../state/chosen-paths'
import { readiness } from '../state/readiness'
import { useOutcome } from '../state/outcome'
import { useStore } from '../state/store'

/** How robust the answer is, or what is missing for one. */
export default function Risk() {
  const outcome = useOutcome()
  const { blockers } = readiness(outcome)
  return blockers.length > 0 ? <NoAnswer blockers={blockers} /> : <HowSure outcome={outcome} />
}

/** What the answer depends on, and what to ask for. */
function HowSure({ outcome }: { readonly outcome: Outcome }) {
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
        <h1>How firm the answer is</h1>
        <p>
          There is nothing to compare with {roleWords(outcome.document).firstShort} yet.{' '}
          <button type="button" className="link" onClick={() => setPage('offers')}>
            Enter an offer
          </button>
        </p>
      </div>
    )
  return <Analyses outcome={outcome} contest={contest} shown={shown} dollars={dollars} />
}

interface Props {
  readonly outcome: Outcome
  readonly contest: Contest
  readonly shown: readonly string[]
  readonly dollars: Dollars
}

function Analyses({ outcome, contest, shown, dollars }: Props) {
  const { document, paths } = outcome
  const analysis = useAnalysis('tornado', { kind: 'tornado', document, contest })
  const { result } = analysis
  const tornado = result?.contest.paths.every((id) => paths.some((path) => path.id === id)) ? result : undefined
  const ids = shown.join(' ')
  const compared = useMemo(() => ids.split(' '), [ids])
  const lead = tornado ? leadSentence(paths, tornado, usdInWords) : 'How firm the answer is'
  const rival = contest.paths.find((id) => id !== 'keep')
  return (
    <div className={classes.page}>
      <Drawn outcome={outcome} dollars={dollars} otherwise={lead} />
      <FuturesSettings outcome={outcome} />
      <section aria-labelledby="depends">
        <h2 id="depends">{tornado ? lead : 'What the answer depends on'}</h2>
        <p className="quiet small">
          In the {VIEW_WORDS[contest.view]}. <State analysis={analysis} />
        </p>
        <Pair outcome={outcome} contest={contest} />
      </section>
      <Conditions outcome={outcome} contest={contest} />
      {tornado && <Uncertainty outcome={outcome} tornado={tornado} />}
      {tornado && <TwoInputs outcome={outcome} contest={contest} shown={compared} tornado={tornado} />}
      <Asks outcome={outcome} prefer={rival} />
    </div>
  )
}
