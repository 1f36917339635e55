import { createContext, memo, use, useMemo, type ReactNode } from 'react'
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

import { useSame } from '../state/use-same'
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
  /** The bar of a row and its labels. */
  draw(at: number, row: Row): ReactNode
  /** The exact figures of a row. */
  read?(at: number): ReactNode
  /** Drawn above or behind the rows. */
  readonly children?: ReactNode
}

/** The height of the axis above the rows, in px. */
const AXIS = 20

const amountTick = ({ x, y, payload }: XAxisTickContentProps) => (
  <text x={x} y={y} textAnchor="middle">
    {axisAmount(payload.value as number)}
  </text>
)

/**
 * Bars in rows on a common scale that can be stepped through row by row.
 *
 * Recharts lays out rows and amounts once. What is drawn there reaches it as a React context: in Recharts' data each new
 * figure would run all selectors of its store twice and mount every bar anew.
 */
export function RowsChart(props: Props) {
  const { count, row, top, left, right, domain, ticks, draw, read, children, ...chart } = props
  const { width, title } = chart
  const height = top + count * row + 4
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
      <Content value={useMemo(() => ({ count, draw, children }), [count, draw, children])}>
        <Plot
          title={title}
          count={count}
          axes={useSame({ domain, ticks })}
          top={top}
          left={left}
          right={right}
          width={width}
          height={height}
        />
      </Content>
    </Drawn>
  )
}

/** What is drawn in the rows, and beside them. */
const Content = createContext<Pick<Props, 'count' | 'draw' | 'children'>>({ count: 0, draw: () => null })

interface PlotProps extends Pick<Props, 'title' | 'count' | 'top' | 'left' | 'right' | 'width'> {
  readonly axes: { readonly domain: Props['domain']; readonly ticks?: Props['ticks'] }
  readonly height: number
}

/** The chart but for its figures: rendered only when its rows or what is on its axis change. */
const Plot = memo(function Plot({ title, count, axes, top, left, right, width, height }: PlotProps) {
  const { domain, ticks } = axes
  const axis = ticks ? AXIS : 0
  const data = useMemo(() => Array.from({ length: count }, (_, at): Datum => ({ at })), [count])
  const margin = useMemo(() => ({ top: top - axis, right, bottom: 4, left }), [top, axis, left, right])
  return (
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
      <Beside />
      <Bar dataKey={level} isAnimationActive={false} zIndex={0} shape={rowShape} />
    </BarChart>
  )
})

interface Datum {
  readonly at: number
}

const Beside = () => use(Content).children

/** Recharts places a bar a row; its shape draws the row there, whatever its amounts. */
const level = () => 0
const rowShape = ({ y, height, payload }: BarShapeProps) => <InRow at={(payload as Datum).at} middle={y + height / 2} />

function InRow({ at, middle }: { readonly at: number; readonly middle: number }) {
  const x = useXAxisScale()
  const { count, draw } = use(Content)
  // Where rows have gone, Recharts learns of it after this.
  return x && at < count ? draw(at, { middle, x: (amount) => tenth(x(amount)!) }) : null
}
