import { useElementSize } from '@mantine/hooks'
import { useMemo, useState } from 'react'

import type { Contest } from '../../../shared/analysis/contest'
import { leversOf } from '../../../shared/analysis/levers'
import type { Tornado } from '../../../shared/analysis/tornado'
import type { Outcome } from '../../../shared/model'
import { shortName } from '../../../shared/present/paths'
import { heatMapTable, heatMapTitle } from '../../../shared/present/risk'
import { ChartFrame } from '../../charts/ChartFrame'
import { HeatMapChart } from '../../charts/HeatMapChart'
import { markOfPath } from '../../charts/marks'
import { usd, usdShort } from '../../format'
import { useAnalysis } from '../../state/analyses'
import { writer } from './lever-text'
import classes from './risk.module.css'
import { State } from './State'

interface Props {
  readonly outcome: Outcome
  readonly contest: Contest
  readonly shown: readonly string[]
  readonly tornado: Tornado
}

/** The leader over two inputs at once, among the paths that are shown. */
export function TwoInputs({ outcome, contest, shown, tornado }: Props) {
  const { ref, width } = useElementSize()
  const { document, paths } = outcome
  const [chosen, setChosen] = useState<{ across?: string; up?: string }>({})
  const options = useMemo(() => {
    const swings = tornado.swings.map(({ lever }) => lever)
    const more = leversOf(document).filter(
      ({ id, offer }) => !swings.some((lever) => lever.id === id) && (offer === undefined || shown.includes(offer)),
    )
    return [...swings, ...more]
  }, [tornado, document, shown])
  const [first, second] = options
  const pick = (id: string | undefined, otherwise: string | undefined) =>
    options.some((lever) => lever.id === id) ? id : otherwise
  const across = pick(chosen.across, first?.id)
  const up = pick(chosen.up, second?.id === across ? first?.id : second?.id)
  const { view, figure } = contest
  const analysis = useAnalysis(
    'heatMap',
    across !== undefined && up !== undefined
      ? { kind: 'heatMap', document, across, up, paths: shown, measure: { view, figure } }
      : undefined,
  )
  const write = useMemo(() => writer(document), [document])
  const { result } = analysis
  const map = result?.paths.every((id) => paths.some((path) => path.id === id)) ? result : undefined
  const marked = useMemo(
    () =>
      map?.paths.map((id) => ({
        name: shortName(paths.find((path) => path.id === id)!),
        mark: markOfPath(document, id),
      })) ?? [],
    [map, paths, document],
  )
  if (across === undefined || up === undefined) return null
  const title = map ? heatMapTitle(paths, map) : 'Two inputs at once'
  const select = (label: string, value: string, not: string, change: (id: string) => void) => (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => change(currentTarget.value)}>
        {options
          .filter(({ id }) => id !== not)
          .map((lever) => (
            <option key={lever.id} value={lever.id}>
              {lever.label}
            </option>
          ))}
      </select>
    </label>
  )
  return (
    <div>
      {map ? (
        <ChartFrame
          title={title}
          reading={
            <>
              Each cell recalculates the entire plan with both inputs at these values. <State analysis={analysis} />
            </>
          }
          table={heatMapTable(paths, map, write, usdShort)}
          write={usd}
        >
          <div ref={ref}>
            {width > 0 && (
              <HeatMapChart
                title={title}
                description="Arrow keys read the cells."
                map={map}
                paths={marked}
                write={write}
                width={Math.min(width, 900)}
              />
            )}
          </div>
        </ChartFrame>
      ) : (
        <section>
          <h2>{title}</h2>
          <p className="quiet small">
            <State analysis={analysis} />
          </p>
        </section>
      )}
      <div className={classes.pair}>
        {select('Across', across, up, (id) => setChosen({ across: id, up }))}
        {select('Up', up, across, (id) => setChosen({ across, up: id }))}
      </div>
    </div>
  )
}
