import { memo, useCallback } from 'react'

import { VIEW_NAMES, type ThreeViews } from '../../shared/present/views'
import { clipped } from '../../shared/text'
import { usd, usdShort } from '../format'
import { tenth, ticksFor } from './axis'
import classes from './charts.module.css'
import type { ChartProps } from './Drawn'
import { HatchedBox } from './HatchedBox'
import { outline, type Mark } from './marks'
import { RowsChart, type Row } from './RowsChart'

interface Props extends ChartProps {
  readonly rows: readonly (ThreeViews & { readonly mark: Mark })[]
}

const VIEWS = ['guaranteed', 'expected', 'maximum'] as const
const TOP = 22
const NAMES = 150
/** The width of a column of figures, and the gap between the bars and the first. */
const FIGURES = 74
const SPACE = 32
const BAR = { screen: 16, paper: 12 }
const ROW = { screen: 34, paper: 26 }

/** One bar per path: noncontingent solid, expected medium, maximum hatched; the figures in columns beside it. */
export const ThreeViewsChart = memo(function ThreeViewsChart({ rows, ...chart }: Props) {
  const { medium, width } = chart
  const all = rows.flatMap((row) => VIEWS.map((view) => row[view])).filter((value) => !Number.isNaN(value))
  const ticks = ticksFor(Math.min(0, ...all), Math.max(1, ...all), 4)
  const draw = useCallback(
    (at: number, row: Row) => <Bar of={rows[at]!} row={row} medium={medium} width={width} />,
    [rows, medium, width],
  )
  return (
    <RowsChart
      {...chart}
      count={rows.length}
      row={ROW[medium]}
      top={TOP}
      left={NAMES}
      right={VIEWS.length * FIGURES + SPACE}
      domain={[ticks[0]!, ticks.at(-1)!]}
      ticks={ticks}
      draw={draw}
      read={(at) => (
        <>
          <strong>{rows[at]!.name}</strong>
          <table>
            <tbody>
              {VIEWS.map((view) => (
                <tr key={view}>
                  <th scope="row">{VIEW_NAMES[view]}</th>
                  <td>{usd(rows[at]![view])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    >
      {VIEWS.map((view, column) => (
        <text key={view} x={columnEnd(column, width)} y={TOP - 8} textAnchor="end">
          {VIEW_NAMES[view]}
        </text>
      ))}
    </RowsChart>
  )
})

/** The right edge of a column of figures. */
const columnEnd = (column: number, width: number): number => width - (VIEWS.length - 1 - column) * FIGURES

interface BarProps extends Pick<Props, 'medium' | 'width'> {
  readonly of: Props['rows'][number]
  readonly row: Row
}

function Bar({ of, row: { middle, x }, medium, width }: BarProps) {
  const { guaranteed, expected, maximum, mark } = of
  const box = (from: number, to: number) => ({
    x: Math.min(x(from), x(to)),
    y: middle - BAR[medium] / 2,
    width: tenth(Math.abs(x(to) - x(from))),
    height: BAR[medium],
  })
  return (
    <>
      <path d={outline(mark.shape, 8, middle, 4)} fill={mark.color} />
      <text x={20} y={middle} dy="0.35em" className={classes.name}>
        {medium === 'paper' ? clipped(of.name, 24) : clipped(of.short, 18)}
      </text>
      <rect {...box(0, guaranteed)} fill={mark.color} />
      <rect {...box(guaranteed, expected)} fill={mark.color} fillOpacity={0.5} />
      <HatchedBox {...box(expected, maximum)} color={mark.color} />
      {VIEWS.map((view, column) => (
        <text
          key={view}
          x={columnEnd(column, width)}
          y={middle}
          dy="0.35em"
          textAnchor="end"
          className={classes.amount}
        >
          {usdShort(of[view])}
        </text>
      ))}
    </>
  )
}
