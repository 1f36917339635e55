import { useMemo, type ReactNode } from 'react'
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  useXAxisScale,
  XAxis,
  YAxis,
  type BarShapeProps,
  type XAxisTickContentProps,
} from 'recharts'

import { axisAmount, tenth } from './axis'
import classes from './charts.module.css'
import { Drawn, plainChart, type ChartProps } from './Drawn'

/** Row geometry in px: its center, and the position of an amount. */
export interface Row {
  readonly middle: number
  x(amount: number): number
}

interface Props extends ChartProps {
  readonly count: number
  /** In px: the height of a row, and the margins above, left of and right of the bars. */
  readonly row: number
  readonly top: number
  readonly left: number
  readonly right: number
  /** The smallest and largest drawn amounts. */
  readonly domain: readonly [number, number]
  /** Amounts above the rows with vertical grid lines; without them the bars are labeled individually. */
  readonly ticks?: readonly number[]
  /** The extent of a row's bar. */
  bar(at: number): readonly [from: number, to: number]
  /** The bar of a row and its labels. Keep the function identity while it draws the same. */
  draw(at: number, row: Row): ReactNode
  /** The exact figures of a row. */
  read?(at: number): ReactNode
  /** Drawn above or behind the rows. */
  readonly children?: ReactNode
}

/**
 * Everything a row is drawn from is part of the data, so a new figure is one update of the chart, not one per shape.
 */
interface Datum extends Pick<Props, 'draw'> {
  readonly at: number
  readonly reach: readonly [number, number]
}

/** The height of the axis above the rows, in px. */
const AXIS = 20

const amountTick = ({ x, y, payload }: XAxisTickContentProps) => (
  <text x={x} y={y} textAnchor="middle">
    {axisAmount(payload.value as number)}
  </text>
)

/** Bars in rows on a common scale that can be stepped through row by row. */
export function RowsChart(props: Props) {
  const { count, row, top, left, right, domain, ticks, bar, draw, read, children, ...chart } = props
  const { width, title } = chart
  const height = top + count * row + 4
  const data = useMemo(
    () => Array.from({ length: count }, (_, at): Datum => ({ at, reach: bar(at), draw })),
    [count, bar, draw],
  )
  const axis = ticks ? AXIS : 0
  const margin = useMemo(() => ({ top: top - axis, right, bottom: 4, left }), [top, axis, left, right])
  return (
    <Drawn
      {...chart}
      height={height}
      {...(read && {
        reading: {
          along: 'y',
          count,
          first: top + row / 2,
          step: row,
          across: [0, width],
          mark: 'band',
          read,
        },
      })}
    >
      <BarChart
        {...plainChart}
        width={width}
        height={height}
        data={data}
        margin={margin}
        layout="vertical"
        barCategoryGap={0}
        title={title}
      >
        {ticks && <CartesianGrid horizontal={false} syncWithTicks zIndex={0} className={classes.grid} />}
        <XAxis
          type="number"
          domain={domain}
          {...(ticks ? { ticks } : { hide: true })}
          orientation="top"
          height={AXIS}
          interval={0}
          tickLine={false}
          axisLine={false}
          tick={amountTick}
        />
        <YAxis type="category" dataKey="at" hide />
        <ReferenceLine x={0} zIndex={0} className={classes.zero} />
        {children}
        <Bar dataKey="reach" isAnimationActive={false} zIndex={0} shape={rowShape} />
      </BarChart>
    </Drawn>
  )
}

const rowShape = ({ y, height, payload }: BarShapeProps) => <InRow {...(payload as Datum)} middle={y + height / 2} />

function InRow({ at, middle, draw }: Datum & { readonly middle: number }) {
  const x = useXAxisScale()
  return x ? draw(at, { middle, x: (amount) => tenth(x(amount)!) }) : null
}
