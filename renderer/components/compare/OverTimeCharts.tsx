import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'

import type { Outcome, View } from '../../../shared/model'
import { crossoverTitle } from '../../../shared/present/answer'
import type { DataTable } from '../../../shared/present/data-table'
import { yearMarks } from '../../../shared/present/events'
import type { Dollars } from '../../../shared/present/money'
import { middleHalf } from '../../../shared/present/futures'
import { takeHomeTitle } from '../../../shared/present/titles'
import { takeHomeOverTime, wealthOverTime } from '../../../shared/present/wealth'
import { ChartFrame } from '../../charts/ChartFrame'
import { markOfPath } from '../../charts/marks'
import { TimeLines, type TimeBand } from '../../charts/TimeLines'
import { usd } from '../../format'
import { useDrawn } from '../../state/live-risk'
import type { DetailProps } from './Details'
import { dollarsInWords, VIEW_WORDS } from './dollars'

interface Props {
  readonly outcome: Outcome
  /** The case without the what-if values; `outcome` itself if none are tried. */
  readonly base: Outcome
  readonly view: View
  readonly dollars: Dollars
  readonly paths: readonly string[]
  /** None where several are equal. */
  readonly leader: string | undefined
}

/** Wealth over the years: the chart that the answer rests on. */
export function WealthChart({ outcome, base, view, dollars, paths, leader }: Props) {
  const { ref, width } = useElementSize()
  const band = useBand(outcome, view, dollars, paths, leader)
  const title = crossoverTitle(outcome, view, paths)
  const { rows, before, marks } = useMemo(() => {
    const found = wealthOverTime(outcome, view, dollars, paths)
    return {
      rows: found,
      before: outcome === base ? undefined : wealthOverTime(base, view, dollars, paths),
      marks: yearMarks(outcome, paths),
    }
  }, [outcome, base, view, dollars, paths])
  const simulated = band && !band.stale && band
  const table = useMemo(
    (): DataTable => ({
      head: [
        'Year',
        'Age',
        ...rows.paths.flatMap(({ name }) => [name, `${name}, in accounts`]),
        ...(simulated ? [`${simulated.name}, 25th percentile`, `${simulated.name}, 75th percentile`] : []),
      ],
      rows: rows.years.map((year, i) => [
        String(year),
        String(rows.ages[i]),
        ...rows.paths.flatMap(({ values, accounts }) => [values[i]!, accounts[i]!]),
        ...(simulated ? [simulated.low[i]!, simulated.high[i]!] : []),
      ]),
    }),
    [rows, simulated],
  )
  const lines = useMemo(
    () =>
      rows.paths.map(({ id, name, short, values, accounts }) => {
        const old = before?.paths.find((path) => path.id === id)?.values
        const changed =
          old && old.length === values.length && old.some((value, i) => Math.abs(value - values[i]!) > 0.5)
        return {
          id,
          name,
          short,
          mark: markOfPath(outcome.document, id),
          values,
          firm: accounts,
          ...(changed && { before: old }),
        }
      }),
    [rows, before, outcome],
  )
  return (
    <ChartFrame
      title={title}
      reading={`Wealth at the end of each year ${dollarsInWords(dollars)}, ${VIEW_WORDS[view]}. The lighter line includes what is not yet sold or paid; the solid line is money in accounts.${
        band
          ? band.stale
            ? ' Dashed: the simulations before your latest change.'
            : ` Shaded: the middle half of the simulations of ${band.name}.`
          : ''
      }`}
      table={table}
      write={usd}
    >
      <div ref={ref}>
        {width > 0 && (
          <TimeLines
            medium="screen"
            title={title}
            description={`Wealth at the end of each year, a line for each path. Left and right arrow keys read the years.`}
            years={rows.years}
            ages={rows.ages}
            lines={lines}
            marks={marks}
            {...(band && { band })}
            width={width}
            height={Math.round(Math.min(400, Math.max(285, width * 0.34)))}
          />
        )}
      </div>
    </ChartFrame>
  )
}

/** The middle half of the simulations of the leading path, which stand for the expected view alone. */
function useBand(
  outcome: Outcome,
  view: View,
  dollars: Dollars,
  paths: readonly string[],
  leader: string | undefined,
): TimeBand | undefined {
  const { document, years } = outcome
  const { result, fresh } = useDrawn(document)
  return useMemo(() => {
    if (view !== 'expected' || !result || result.years.length !== years) return undefined
    const { path, low, high } = middleHalf(result, leader, dollars)
    if (!paths.includes(path.id)) return undefined
    return { name: path.name, mark: markOfPath(document, path.id), low, high, stale: !fresh }
  }, [view, result, fresh, years, document, dollars, paths, leader])
}

/** Take-home of each year until everyone has stopped working. */
export function TakeHomeChart({ outcome, view, dollars, paths, detail }: DetailProps) {
  const { ref, width } = useElementSize()
  const rows = useMemo(() => takeHomeOverTime(outcome, view, dollars, detail), [outcome, view, dollars, detail])
  const lines = useMemo(
    () => rows.paths.map((row) => ({ ...row, mark: markOfPath(outcome.document, row.id) })),
    [rows, outcome],
  )
  const marks = useMemo(
    () => yearMarks(outcome, detail).filter(({ year }) => year <= rows.years.at(-1)!),
    [outcome, detail, rows],
  )
  const title = takeHomeTitle(outcome, view, detail, paths)
  const table: DataTable = {
    head: ['Year', 'Age', ...rows.paths.map(({ name }) => name)],
    rows: rows.years.map((year, i) => [
      String(year),
      String(rows.ages[i]),
      ...rows.paths.map(({ values }) => values[i]!),
    ]),
  }
  return (
    <ChartFrame
      title={title}
      reading={`Take-home each year ${dollarsInWords(dollars)}: ${outcome.document.practice.role === 'owner' ? 'pay, profit and perks' : 'pay and benefits'} after tax and your own plan contributions, excluding ${outcome.document.practice.role === 'owner' ? 'sale proceeds' : 'bonuses and equity'}.`}
      table={table}
      write={usd}
    >
      <div ref={ref}>
        {width > 0 && (
          <TimeLines
            medium="screen"
            title={title}
            description="Take-home each year, a line for each path. Left and right arrow keys read the years."
            years={rows.years}
            ages={rows.ages}
            lines={lines}
            marks={marks}
            width={width}
            height={300}
          />
        )}
      </div>
    </ChartFrame>
  )
}
