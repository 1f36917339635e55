import { createContext, memo, use, useMemo, type ReactNode } from 'react'
import { Bar, BarChart, XAxis, YAxis, type BarShapeProps } from 'recharts'

import { useSame } from '../state/use-same'
import { AmountsOf, NO_AMOUNTS, RightwardAxis, useRightward, type Place } from './amounts'
import { tenth } from './axis'
import { Drawn, plainChart, type ChartProps } from './Drawn'

/** Row geometry in px: its center, and the position of an amount. */
export interface Row {
  readonly middle: number
  readonly x: Place
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

const NONE: readonly number[] = []

/**
 * Bars in rows on a common scale that can be stepped through row by row.
 *
 * Recharts lays out the plot and its rows once. What is drawn there and its axis reach it as a React context: in Recharts'
 * data each new figure would run all selectors of its store twice and mount every bar anew.
 */
export function RowsChart(props: Props) {
  const { count, row, top, left, right, domain, ticks = NONE, draw, read, children, ...chart } = props
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
        <AmountsOf value={useSame({ domain, ticks })}>
          <Plot title={title} count={count} top={top} left={left} right={right} width={width} height={height} />
        </AmountsOf>
      </Content>
    </Drawn>
  )
}

/** What is drawn in the rows, and beside them. */
const Content = createContext<Pick<Props, 'count' | 'draw' | 'children'>>({ count: 0, draw: () => null })

interface PlotProps extends Pick<Props, 'title' | 'count' | 'top' | 'left' | 'right' | 'width'> {
  readonly height: number
}

/** The chart but for its figures: rendered only when its rows change. */
const Plot = memo(function Plot({ title, count, top, left, right, width, height }: PlotProps) {
  const data = useMemo(() => Array.from({ length: count }, (_, at): Datum => ({ at })), [count])
  const margin = useMemo(() => ({ top, right, bottom: 4, left }), [top, left, right])
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
      <XAxis type="number" domain={NO_AMOUNTS} hide />
      <YAxis type="category" dataKey="at" hide />
      <RightwardAxis />
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
  const x = useRightward()
  const { count, draw } = use(Content)
  // Where rows have gone, Recharts learns of it after this.
  return x && at < count ? draw(at, { middle, x: (amount) => tenth(x(amount)) }) : null
}
