import { memo, useCallback } from 'react'

import { clipped } from '../../shared/text'
import { usdShort } from '../format'
import { tenth, ticksFor } from './axis'
import classes from './charts.module.css'
import type { ChartProps } from './Drawn'
import { outline, type Mark } from './marks'
import { RowsChart, type Row } from './RowsChart'

/** The spread of an amount on one path, and a word about the path. */
export interface RiskBand {
  readonly name: string
  readonly mark: Mark
  readonly spread: Readonly<Record<'p10' | 'p25' | 'p50' | 'p75' | 'p90', number>>
  /** Its last column, such as how often the path is ahead. */
  readonly last: string
}

interface Props extends ChartProps {
  readonly bands: readonly RiskBand[]
  /** The two lines of the heading of the last column. */
  readonly lastTitle: readonly [string, string]
}

const TOP = 32
const ROW = 16
const NAMES = 150
const COLUMNS = ['p10', 'p50', 'p90'] as const
const TITLES = [
  ['10th', 'percentile'],
  ['', 'median'],
  ['90th', 'percentile'],
] as const
/** The widths of a column of figures and of the last, and the gap before the first. */
const FIGURES = 62
const LAST = 62
const SPACE = 24

/** One band per path on a common scale: 8 of 10 simulations pale, the middle half strong, the median a line. */
export const RiskBandsChart = memo(function RiskBandsChart({ bands, lastTitle, ...chart }: Props) {
  const { width } = chart
  const ticks = ticksFor(
    Math.min(0, ...bands.map(({ spread }) => spread.p10)),
    Math.max(1, ...bands.map(({ spread }) => spread.p90)),
    4,
  )
  const draw = useCallback((at: number, row: Row) => <Band of={bands[at]!} row={row} width={width} />, [bands, width])
  return (
    <RowsChart
      {...chart}
      count={bands.length}
      row={ROW}
      top={TOP}
      left={NAMES}
      right={COLUMNS.length * FIGURES + LAST + SPACE}
      domain={[ticks[0]!, ticks.at(-1)!]}
      ticks={ticks}
      draw={draw}
    >
      {[...TITLES, lastTitle].map((lines, column) => (
        <text key={lines.join(' ')} y={TOP - 20} textAnchor="end">
          {lines.map((line, i) => (
            <tspan key={line} x={columnEnd(column, width)} dy={i === 0 ? 0 : 11}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </RowsChart>
  )
})

const columnEnd = (column: number, width: number): number =>
  width - LAST - (COLUMNS.length - column) * FIGURES + FIGURES

interface BandProps extends Pick<Props, 'width'> {
  readonly of: RiskBand
  readonly row: Row
}

function Band({ of: { name, mark, spread, last }, row: { middle, x }, width }: BandProps) {
  const box = (from: number, to: number, height: number) => ({
    x: tenth(x(from)),
    y: middle - height / 2,
    width: tenth(x(to) - x(from)),
    height,
  })
  return (
    <>
      <path d={outline(mark.shape, 8, middle, 4)} fill={mark.color} />
      <text x={20} y={middle} dy="0.35em" className={classes.name}>
        {clipped(name, 24)}
      </text>
      <rect {...box(spread.p10, spread.p90, 10)} fill={mark.color} fillOpacity={0.25} />
      <rect {...box(spread.p25, spread.p75, 10)} fill={mark.color} fillOpacity={0.55} />
      <path d={`M${tenth(x(spread.p50))},${middle - 6}V${middle + 6}`} stroke="var(--ink)" strokeWidth={1.6} />
      {[...COLUMNS.map((column) => usdShort(spread[column])), last].map((text, column) => (
        <text
          key={columnEnd(column, width)}
          x={columnEnd(column, width)}
          y={middle}
          dy="0.35em"
          textAnchor="end"
          className={classes.amount}
        >
          {text}
        </text>
      ))}
    </>
  )
}
