import { memo, useDeferredValue, useEffect, useMemo } from 'react'

import { answerOf } from '../../shared/present/answer'
import { waterfallOf, whereThePriceWent } from '../../shared/present/waterfall'
import { BesideTheMoney, MoneyAlone } from '../components/compare/BesideTheMoney'
import { Cards } from '../components/compare/Cards'
import { ChooseDetail } from '../components/compare/ChooseDetail'
import { ChoosePaths } from '../components/compare/ChoosePaths'
import classes from '../components/compare/compare.module.css'
import { Contents, Part, type PartName } from '../components/compare/Contents'
import { Certainty, PriceToPocket, WhatWhen, WhereThePriceWent, type DetailProps } from '../components/compare/Details'
import { Flips } from '../components/compare/Flips'
import { Ground } from '../components/compare/Ground'
import { KeyTable } from '../components/compare/KeyTable'
import { useLevers } from '../components/compare/levers'
import { Simulated } from '../components/compare/Simulated'
import { TakeHomeChart, WealthChart } from '../components/compare/OverTimeCharts'
import { WhatIf } from '../components/compare/WhatIf'
import { FiguresOf } from '../components/figure/Figure'
import { InWords } from '../components/figure/InWords'
import { LeftOut, NoAnswer, ReadFirst } from '../components/frame/Unready'
import { usePaths } from '../state/chosen-paths'
import { readiness } from '../state/readiness'
import { useDocument, useStore } from '../state/store'
import { useSame } from '../state/use-same'
import { useShown, useWhatIf } from '../state/what-if'

/** The comparison, or what is missing for it. */
export default function Compare() {
  const { base } = useShown()
  const { blockers } = readiness(base)
  return blockers.length > 0 ? <NoAnswer blockers={blockers} /> : <Comparison />
}

/** The answer, the paths, wealth over time; then figures and charts in the order a careful reader would want. */
function Comparison() {
  const document = useDocument()
  const { outcome, base, tried } = useShown()
  const letGo = useWhatIf((state) => state.letGo)
  const view = useStore((state) => state.view)
  const dollars = useStore((state) => state.dollars)
  const setPage = useStore((state) => state.setPage)
  const chosen = usePaths(base)
  const paths = useSame(chosen.shown)
  const detail = useSame(chosen.detail)
  const answer = useMemo(() => answerOf(outcome, view, dollars, paths), [outcome, view, dollars, paths])
  const levers = useLevers(document, view, paths)
  // What-if values last as long as this page and this case.
  useEffect(() => letGo, [letGo, document])
  const parts = useSame(
    PARTS.filter(
      (part) =>
        (part !== 'pocket' || detail.some((id) => waterfallOf(base, id))) &&
        (part !== 'tax' || detail.some((id) => whereThePriceWent(base, id, view))),
    ),
  )
  return (
    <div className={classes.page}>
      <FiguresOf value={outcome}>
        <Contents parts={parts}>
          {base.paths.length > 1 ? (
            <ChoosePaths outcome={base} />
          ) : (
            <button type="button" className="link small" onClick={() => setPage('offers')}>
              Enter an offer
            </button>
          )}
        </Contents>
        <header className={classes.head}>
          <h1>
            <InWords sentence={answer.headline} />
          </h1>
          <p className={classes.because}>
            <InWords sentence={answer.reason} /> <InWords sentence={answer.otherView} />{' '}
            <InWords sentence={answer.funding} plain />
            <MoneyAlone leader={answer.leader} />
            {!tried && <Flips levers={levers} outcome={base} />}
            <Ground outcome={base} />
          </p>
          <LeftOut outcome={base} />
          <ReadFirst outcome={base} />
          {tried && (
            <p className={classes.trying} role="status">
              You are trying out other figures; the case is unchanged.
            </p>
          )}
        </header>
        <Cards outcome={outcome} view={view} dollars={dollars} paths={paths} leader={answer.leader} />
        <BesideTheMoney paths={paths} />
        <Simulated outcome={outcome} tried={tried} dollars={dollars} leader={answer.leader} />
        <div className={classes.main}>
          <WealthChart
            outcome={outcome}
            base={base}
            view={view}
            dollars={dollars}
            paths={paths}
            leader={answer.leader}
          />
          <WhatIf outcome={base} levers={levers} />
        </div>
      </FiguresOf>
      <BelowLater outcome={outcome} view={view} dollars={dollars} paths={paths} detail={detail} />
    </div>
  )
}

/**
 * A slider moves the answer, the cards and the first chart at once; everything below may follow. Deferred here, so that
 * what has moved is not rendered again. Paths stay with their outcome: one that was added or removed has no figures in
 * another.
 */
function BelowLater({ outcome, view, dollars, paths, detail }: DetailProps) {
  const now = useMemo(() => ({ outcome, view, dollars, paths, detail }), [outcome, view, dollars, paths, detail])
  return <Below {...useDeferredValue(now)} />
}

/** The parts of the page in order. */
const PARTS: readonly PartName[] = ['answer', 'figures', 'certainty', 'pocket', 'tax', 'takeHome', 'events']

/**
 * What a careful reader asks next. Rendered only when its figures change; otherwise deferring them would save nothing.
 */
const Below = memo(function Below(rest: DetailProps) {
  return (
    <FiguresOf value={rest.outcome}>
      <Part name="figures">
        <KeyTable {...rest} />
      </Part>
      <Part name="certainty">
        <Certainty {...rest} />
      </Part>
      <ChooseDetail />
      <Part name="pocket">
        <PriceToPocket {...rest} />
      </Part>
      <Part name="tax">
        <WhereThePriceWent {...rest} />
      </Part>
      <Part name="takeHome">
        <TakeHomeChart {...rest} />
      </Part>
      <Part name="events">
        <WhatWhen {...rest} />
      </Part>
    </FiguresOf>
  )
})
