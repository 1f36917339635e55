import { memo, useDeferredValue, useEffect, useMemo, type ComponentProps } from 'react'

import { answerOf } from '../../shared/present/answer'
import { Cards } from '../components/compare/Cards'
import { ChoosePaths } from '../components/compare/ChoosePaths'
import classes from '../components/compare/compare.module.css'
import { Certainty, PriceToPocket, WhatWhen, WhereThePriceWent } from '../components/compare/Details'
import { Flips } from '../components/compare/Flips'
import { Ground } from '../components/compare/Ground'
import { KeyTable } from '../components/compare/KeyTable'
import { useLevers } from '../components/compare/levers'
import { TakeHomeChart, WealthChart } from '../components/compare/OverTimeCharts'
import { WhatIf } from '../components/compare/WhatIf'
import { FiguresOf } from '../components/figure/Figure'
import { InWords } from '../components/figure/InWords'
import { LeftOut, NoAnswer } from '../components/frame/Unready'
import { usePaths } from '../state/chosen-paths'
import { readiness } from '../state/readiness'
import { useDocument, useStore } from '../state/store'
import { useShown, useWhatIf } from '../state/what-if'

/** The comparison, or what stands in its way. */
export default function Compare() {
  const { base } = useShown()
  const { blockers } = readiness(base)
  return blockers.length > 0 ? <NoAnswer blockers={blockers} /> : <Comparison />
}

/** The answer, the paths, wealth over time; then figures and charts in the order of a careful reader. */
function Comparison() {
  const document = useDocument()
  const { outcome, base, tried } = useShown()
  const letGo = useWhatIf((state) => state.letGo)
  const view = useStore((state) => state.view)
  const dollars = useStore((state) => state.dollars)
  const setPage = useStore((state) => state.setPage)
  const { shown } = usePaths(base)
  const key = shown.join(' ')
  const paths = useMemo(() => key.split(' '), [key])
  const answer = useMemo(() => answerOf(outcome, view, dollars, paths), [outcome, view, dollars, paths])
  const levers = useLevers(document, view, paths)
  // What is tried lives as long as this page and this case.
  useEffect(() => letGo, [letGo, document])
  // The thumb of a slider moves the answer, the cards and the first chart at once; what is further down may follow.
  // Paths go with their outcome: a path that is new or gone has no figures in another.
  const rest = useDeferredValue(useMemo(() => ({ outcome, view, dollars, paths }), [outcome, view, dollars, paths]))
  return (
    <div className={classes.page}>
      <FiguresOf value={outcome}>
        <header className={classes.head}>
          <h1>
            <InWords sentence={answer.headline} />
          </h1>
          <div className={classes.tools}>
            {base.paths.length > 1 ? (
              <ChoosePaths outcome={base} />
            ) : (
              <button type="button" className="link small" onClick={() => setPage('offers')}>
                Enter an offer
              </button>
            )}
          </div>
          <p className={classes.because}>
            <InWords sentence={answer.reason} /> <InWords sentence={answer.otherView} />{' '}
            <InWords sentence={answer.funding} />
            {!tried && <Flips levers={levers} outcome={base} />}
            <Ground outcome={base} />
          </p>
          <LeftOut outcome={base} />
          {tried && (
            <p className={classes.trying} role="status">
              You are trying out other figures; the case is unchanged.
            </p>
          )}
        </header>
        <Cards outcome={outcome} view={view} dollars={dollars} paths={paths} leader={answer.leader} />
        <div className={classes.main}>
          <WealthChart outcome={outcome} base={base} view={view} dollars={dollars} paths={paths} />
          <WhatIf outcome={base} levers={levers} />
        </div>
      </FiguresOf>
      <Below {...rest} />
    </div>
  )
}

/** What a careful reader asks next. Drawn only when its figures change, else deferring them would save nothing. */
const Below = memo(function Below(rest: ComponentProps<typeof KeyTable>) {
  return (
    <FiguresOf value={rest.outcome}>
      <KeyTable {...rest} />
      <PriceToPocket {...rest} />
      <WhereThePriceWent {...rest} />
      <Certainty {...rest} />
      <TakeHomeChart {...rest} />
      <WhatWhen {...rest} />
    </FiguresOf>
  )
})
