import { useDeferredValue, useEffect, useMemo, useState } from 'react'

import { earliestRetirementAges, retirementAgeLever } from '../../shared/analysis/retirement'
import { answerOf } from '../../shared/present/answer'
import { retirementAnswer, termNote } from '../../shared/present/retirement'
import { AgesTable } from '../components/retirement/AgesTable'
import { Accounts, Lives, Payers } from '../components/retirement/Charts'
import { NoAnswer } from '../components/frame/Unready'
import classes from '../components/retirement/retirement.module.css'
import { TryAge } from '../components/retirement/TryAge'
import { usePaths } from '../state/chosen-paths'
import { readiness } from '../state/readiness'
import { useDocument, useStore } from '../state/store'
import { useShown, useWhatIf } from '../state/what-if'

/** "When can I retire?", or what is missing for an answer. */
export default function Retirement() {
  const { base } = useShown()
  const { blockers } = readiness(base)
  return blockers.length > 0 ? <NoAnswer blockers={blockers} /> : <WhenToStop />
}

/** The earliest ages, how long the money lasts, and what pays for the years after work. */
function WhenToStop() {
  const document = useDocument()
  const { outcome, base } = useShown()
  const { turn, letGo } = useWhatIf()
  const view = useStore((state) => state.view)
  const dollars = useStore((state) => state.dollars)
  const { shown } = usePaths(base)
  const key = shown.join(' ')
  const paths = useMemo(() => key.split(' '), [key])
  const earliest = useMemo(() => earliestRetirementAges(base), [base])
  const lever = useMemo(() => retirementAgeLever(document, base.years), [document, base])
  const answer = useMemo(() => retirementAnswer(base, earliest, view, paths), [base, earliest, view, paths])
  const [chosen, setChosen] = useState<string>()
  // Without a choice, the leading path; if several are equal, keeping.
  const leader = useMemo(() => answerOf(base, view, dollars, paths).leader, [base, view, dollars, paths])
  const path = chosen !== undefined && paths.includes(chosen) ? chosen : (leader ?? 'keep')
  // What-if values last as long as this page and this case.
  useEffect(() => letGo, [letGo, document])
  const note = termNote(base, earliest, paths)
  // The sentences follow the slider at once, everything below when idle.
  const calm = useDeferredValue(outcome)
  return (
    <div className={classes.page}>
      <header>
        <h1>{answer.headline}</h1>
        <p>{answer.guaranteed}</p>
        {note !== undefined && <p>{note}</p>}
      </header>
      <div className={classes.top}>
        <AgesTable
          outcome={outcome}
          earliest={earliest}
          view={view}
          paths={paths}
          onTry={(age) => turn(lever, Math.min(lever.max, Math.max(lever.min, age)))}
        />
        <TryAge outcome={outcome} lever={lever} view={view} dollars={dollars} paths={paths} />
      </div>
      <Lives outcome={calm} view={view} paths={paths} />
      <p className={classes.choose}>
        <label htmlFor="retirement-path">Year by year for</label>
        <select id="retirement-path" value={path} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          {base.paths
            .filter(({ id }) => paths.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </p>
      <div className={classes.two}>
        <Accounts outcome={calm} view={view} dollars={dollars} path={path} />
        <Payers outcome={calm} view={view} dollars={dollars} path={path} />
      </div>
    </div>
  )
}
