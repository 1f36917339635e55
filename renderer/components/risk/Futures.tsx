import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { memo, useDeferredValue, useEffect, useMemo, useState } from 'react'

import { hashOf, type SimulationResult } from '../../../shared/analysis/simulation'
import type { Case } from '../../../shared/case/schema'
import type { Outcome } from '../../../shared/model'
import {
  bandsOf,
  fanTable,
  fanTitle,
  fundedTitle,
  futuresSentence,
  marginInWords,
  of100,
  winner,
  winsTable,
  winsTitle,
} from '../../../shared/present/futures'
import type { Dollars } from '../../../shared/present/money'
import { shortName } from '../../../shared/present/paths'
import { ChartFrame } from '../../charts/ChartFrame'
import { FanChart } from '../../charts/FanChart'
import { markOfPath } from '../../charts/marks'
import { MarkSign } from '../../charts/MarkSign'
import { SharesChart } from '../../charts/SharesChart'
import { plain, usd, usdInWords } from '../../format'
import { useSimulation } from '../../state/simulation'
import { useStore } from '../../state/store'
import { dollarsInWords } from '../compare/dollars'
import { Field } from '../entry/Field'
import { Fields } from '../entry/Section'
import classes from './risk.module.css'
import { SaveCsv } from '../figure/SaveCsv'

interface Props {
  readonly outcome: Outcome
  readonly dollars: Dollars
}

/**
 * The simulation results of the open case, run when the page is first opened; `otherwise` is the sentence shown while
 * there are none. Nothing else on the page reads the simulation: this part is rerendered only for new draws, and then
 * when idle, so that neither scrolling nor typing waits for it.
 */
export function Drawn({ outcome, dollars, otherwise }: Props & { readonly otherwise: string }) {
  const { document } = outcome
  const caseId = useStore((state) => state.caseId) ?? ''
  const own = useSimulation((state) => state.caseId === caseId)
  const run = useSimulation((state) => state.run)
  const last = useSimulation((state) => state.result)
  useEffect(() => {
    if (!own) run(caseId, document)
    // The first time only: after an edit a new run is offered, not started.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [own, caseId, run])
  const known = own && last?.paths.every(({ id }) => outcome.paths.some((path) => path.id === id))
  const result = known ? last : undefined
  // Figures and paths of the same moment, even while they lag behind.
  const calm = useDeferredValue(useMemo(() => ({ outcome, result }), [outcome, result]))
  return (
    <>
      <header>
        <h1>{result ? futuresSentence(result) : otherwise}</h1>
        <FuturesState document={document} result={result} again={() => run(caseId, document)} />
      </header>
      {calm.result && <Futures outcome={calm.outcome} result={calm.result} dollars={dollars} />}
    </>
  )
}

interface StateProps {
  readonly document: Case
  readonly result: SimulationResult | undefined
  again(): void
}

/** The draws, generator and seed of the current or last run; run, stop, and run again. */
function FuturesState({ document, result, again }: StateProps) {
  const { running, stopped, failed, stop } = useSimulation()
  const hash = useMemo(() => hashOf(document), [document])
  const stale = result !== undefined && result.hash !== hash
  return (
    <div className={classes.state}>
      {running ? (
        <>
          <progress value={running.done} max={running.of} aria-label="Simulations run" />
          <span>
            {plain(running.done)} of {plain(running.of)} simulations run
          </span>
          <Button size="compact-sm" variant="default" onClick={stop}>
            Stop
          </Button>
        </>
      ) : (
        <>
          <span role="status">
            {failed
              ? `The simulation failed: ${failed}`
              : stale
                ? 'These simulations predate your latest changes.'
                : stopped
                  ? `Stopped${result ? ` after ${plain(result.draws)} simulations` : ''}.`
                  : `${plain(result?.draws)} simulations run.`}
          </span>
          <Button size="compact-sm" variant={stale ? 'filled' : 'default'} onClick={again}>
            {result ? 'Run again' : 'Run'}
          </Button>
        </>
      )}
      {result && <span className="quiet">Each share is {marginInWords(result.draws)}.</span>}
      {result && (
        <span className="quiet small">
          Seed {result.seed}; generator {result.generator}; inputs {result.hash}
          {result.history && `; returns from ${result.history}`}
        </span>
      )}
    </div>
  )
}

type OfResult = Props & { readonly result: SimulationResult }

/** How often each path wins, how far its futures diverge, and how often the money lasts. */
const Futures = memo(function Futures({ outcome, result, dollars }: OfResult) {
  return (
    <>
      <Wins outcome={outcome} result={result} />
      <Fan outcome={outcome} result={result} dollars={dollars} />
      <Funded outcome={outcome} result={result} />
    </>
  )
})

function Wins({ outcome, result }: Pick<OfResult, 'outcome' | 'result'>) {
  const { ref, width } = useElementSize()
  const { document } = outcome
  const parts = useMemo(
    () => result.paths.map((path) => ({ id: path.id, name: shortName(path), mark: markOfPath(document, path.id) })),
    [result, document],
  )
  const rows = useMemo(
    () => [
      { label: 'At retirement', shares: result.paths.map(({ wins }) => wins.atRetirement) },
      { label: 'At end of plan', shares: result.paths.map(({ wins }) => wins.atHorizon) },
    ],
    [result],
  )
  const title = winsTitle(result)
  return (
    <ChartFrame
      title={title}
      reading="In how many of 100 simulations each path leaves you with the most wealth. All paths face the same simulated markets and events."
      table={winsTable(result)}
      write={String}
    >
      <div ref={ref}>
        {width > 0 && <SharesChart medium="screen" title={title} rows={rows} parts={parts} width={width} />}
      </div>
    </ChartFrame>
  )
}

/** The bands of one path: until another is chosen, the path named in the first sentence. */
function Fan({ outcome, result, dollars }: OfResult) {
  const { ref, width } = useElementSize()
  const [chosen, setChosen] = useState<string>()
  const path = result.paths.find(({ id }) => id === chosen) ?? winner(result)
  const title = fanTitle(path, dollars, usdInWords)
  return (
    <div>
      <ChartFrame
        title={title}
        reading={`Wealth at the end of each year ${dollarsInWords(dollars)}. A band is not a single scenario: each year stands alone. All-or-nothing payments, compounding and tax brackets make the median differ from the expected view.`}
        table={fanTable(result, path, dollars)}
        write={usd}
      >
        <div ref={ref}>
          {width > 0 && (
            <FanChart
              medium="screen"
              title={title}
              description="Left and right arrow keys read the years."
              years={result.years}
              ages={result.ages}
              bands={bandsOf(path, dollars)}
              mark={markOfPath(outcome.document, path.id)}
              retirementYear={result.retirementYear}
              width={width}
            />
          )}
        </div>
      </ChartFrame>
      <div className={classes.pair}>
        <label>
          <span>Bands for</span>
          <select value={path.id} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            {result.paths.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  )
}

function Funded({ outcome, result }: Pick<OfResult, 'outcome' | 'result'>) {
  return (
    <section aria-labelledby="funded">
      <h2 id="funded">{fundedTitle(result)}</h2>
      <p className="quiet small">
        Spending counts as funded when no year of the plan has a shortfall. The last column counts what accompanies
        running out of money; it does not prove the cause.
      </p>
      <div className={classes.scroll}>
        <table className={classes.funded}>
          <caption className="unseen">
            How often spending is funded on each path, and what accompanies a shortfall
          </caption>
          <thead>
            <tr>
              <th scope="col">Path</th>
              <th scope="col">Funded in</th>
              <th scope="col">Where money runs out</th>
            </tr>
          </thead>
          <tbody>
            {result.paths.map((path) => (
              <tr key={path.id}>
                <th scope="row">
                  <MarkSign mark={markOfPath(outcome.document, path.id)} /> {path.name}
                </th>
                <td>{of100(path.funded)}</td>
                <td>{path.cause.sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SaveCsv title="How often spending is funded" />
    </section>
  )
}

const SETTINGS = [
  'draws',
  'seed',
  'returns',
  'volatility',
  'degreesOfFreedom',
  'stockShare',
  'feeGrowthSpread',
  'costGrowthSpread',
  'privatePriceSpread',
  'exitMultipleSpread',
  'chances',
  'mortality',
  'mortalityScale',
  'disabilityRate',
] as const

/** Simulation settings. */
export function FuturesSettings({ outcome }: { readonly outcome: Outcome }) {
  const { returns } = outcome.document.risk
  const hidden: readonly string[] = [
    ...(returns === 'studentT' ? [] : ['degreesOfFreedom']),
    ...(returns === 'history' ? ['volatility'] : ['stockShare']),
  ]
  return (
    <details className={classes.settings}>
      <summary>Simulation settings</summary>
      <Fields>
        {SETTINGS.filter((field) => !hidden.includes(field)).map((field) => (
          <Field key={field} path={`risk/${field}`} />
        ))}
      </Fields>
    </details>
  )
}
