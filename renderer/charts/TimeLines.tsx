import { memo, useMemo } from 'react'
import { Line, LineChart, useXAxisScale, useYAxisScale } from 'recharts'

import { usd } from '../format'
import { AmountAxis, AXES, YearAxis } from './axes'
import { barTicks, tenth } from './axis'
import classes from './charts.module.css'
import { Drawn, plainChart, type ChartProps, type Medium } from './Drawn'
import { EndLabels } from './EndLabels'
import { LETTER } from './label-rows'
import { outline, type Mark } from './marks'
import { MarkSign } from './MarkSign'
import { YearMarks, type YearMark } from './YearMarks'

/** A line of a chart over years. */
export interface TimeLine {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly mark: Mark
  readonly values: readonly number[]
  /** The part of `values` in accounts: drawn in full; unrealized value above it lighter. */
  readonly firm?: readonly number[]
  /** The values before the what-if: a thin line behind. */
  readonly before?: readonly number[]
}

/** A shaded band behind the lines. */
export interface TimeBand {
  readonly name: string
  readonly mark: Mark
  readonly low: readonly number[]
  readonly high: readonly number[]
  /** Of figures that have changed since: its edges alone, dashed. */
  readonly stale: boolean
}

interface Props extends ChartProps {
  readonly years: readonly number[]
  readonly ages: readonly number[]
  readonly lines: readonly TimeLine[]
  readonly marks: readonly YearMark[]
  readonly band?: TimeBand
  readonly height: number
}

interface Look {
  /** Room for the names at the ends of the lines, in px and in characters, and the spacing between them. */
  readonly right: number
  readonly letters: number
  readonly gap: number
  readonly name: 'short' | 'name'
  /** Event labels: their rows, and in px the height of a row and the width of a character. */
  readonly events: { readonly rows: number; readonly row: number; readonly letter: number }
  readonly stroke: number
  readonly sign: number
}
const LOOK: Readonly<Record<Medium, Look>> = {
  screen: {
    right: 118,
    letters: 14,
    gap: 16,
    name: 'short',
    events: { rows: 2, row: 14, letter: LETTER },
    stroke: 2,
    sign: 4,
  },
  paper: {
    right: 150,
    letters: 22,
    gap: 12,
    name: 'name',
    events: { rows: 3, row: 12, letter: 5 },
    stroke: 1.6,
    sign: 3.4,
  },
}

/** Lines over the years of the plan, with names at their ends, event marks, and years and ages on the axis. */
export const TimeLines = memo(function TimeLines(props: Props) {
  const { medium, years, ages, lines, marks, band, width, height } = props
  const look = LOOK[medium]
  // Without events the plot has the room of their labels.
  const labeled = marks.length === 0 ? 0 : look.events.rows * look.events.row
  const [left, right, top] = [AXES[medium].left, width - look.right, 6 + labeled]
  const data = useMemo(() => yearsOf(years.length, lines), [years.length, lines])
  const margin = useMemo(() => ({ top, right: width - right, bottom: 0, left: 0 }), [top, right, width])
  const [low, high] = useMemo(() => reach(lines, band), [lines, band])
  const amounts = useMemo(() => amountsOf(low, high), [low, high])
  const labels = lines.map(({ id, mark, values, [look.name]: text }) => ({ id, text, mark, value: values.at(-1)! }))
  return (
    <Drawn
      {...props}
      reading={{
        along: 'x',
        count: years.length,
        first: left,
        step: (right - left) / Math.max(1, years.length - 1),
        across: [top, height - AXES[medium].bottom],
        mark: 'line',
        read: (at) => <AtYear at={at} years={years} ages={ages} lines={lines} band={band} />,
      }}
    >
      <LineChart {...plainChart} width={width} height={height} data={data} margin={margin} title={props.title}>
        <AmountAxis medium={medium} {...amounts} />
        <YearAxis medium={medium} years={years} ages={ages} width={right - left} as="points" />
        <YearMarks first={years[0]!} marks={marks} beyond={look.right} {...look.events} />
        {band && <Band band={band} />}
        {lines.map(({ id, mark }, i) => (
          <Path key={id} of={i} mark={mark} stroke={look.stroke} />
        ))}
        <Signs lines={lines} size={look.sign} />
        <EndLabels labels={labels} gap={look.gap} letters={look.letters} />
      </LineChart>
    </Drawn>
  )
})

/** The smallest and largest drawn values. */
function reach(lines: Props['lines'], band: TimeBand | undefined): [low: number, high: number] {
  let [low, high] = [0, 0]
  for (const row of [...lines.flatMap(({ values, firm, before }) => [values, firm, before]), band?.low, band?.high])
    for (const value of row ?? []) {
      if (value < low) low = value
      if (value > high) high = value
    }
  return [low, high]
}

/** The amounts on the axis: round numbers and zero; the axis reaches below the lowest of them as far as the data do. */
function amountsOf(low: number, high: number) {
  const ticks = low === high ? [0, 1] : barTicks(low, high)
  return { ticks, domain: [Math.min(low, ticks[0]!), ticks.at(-1)!] as const }
}

/** All lines of one year. A new figure is one update of the chart, not one per line: only the data change. */
interface Year {
  readonly at: number
  readonly lines: readonly Record<'all' | 'firm' | 'before', number | undefined>[]
}

const yearsOf = (count: number, lines: Props['lines']): Year[] =>
  Array.from({ length: count }, (_, at) => ({
    at,
    lines: lines.map(({ values, firm, before }) => ({ all: values[at], firm: firm?.[at], before: before?.[at] })),
  }))

interface PathProps {
  /** Which of the lines. */
  readonly of: number
  readonly mark: Mark
  readonly stroke: number
}

/** The lines of a path. Recharts redraws them when the data change, React does not: their props stay the same. */
const Path = memo(function Path({ of, mark, stroke }: PathProps) {
  return (
    <Line
      dataKey={`lines[${of}].all`}
      dot={false}
      activeDot={false}
      isAnimationActive={false}
      zIndex={0}
      stroke={mark.color}
      // The type declarations omit that a point carries its datum.
      shape={({ points }) => <Curves of={of} mark={mark} stroke={stroke} points={points as unknown as LinePoint[]} />}
    />
  )
})

interface LinePoint {
  readonly x: number
  readonly payload: Year
}

/** As before the what-if, in total, and the part in accounts. */
function Curves({ of, mark, stroke, points }: PathProps & { readonly points: readonly LinePoint[] }) {
  const y = useYAxisScale()
  if (!y) return null
  const path = (row: 'all' | 'firm' | 'before') =>
    points[0]?.payload.lines[of]?.[row] !== undefined &&
    `M${points.map(({ x, payload }) => `${tenth(x)},${tenth(y(payload.lines[of]![row])!)}`).join('L')}`
  const [all, firm, before] = [path('all'), path('firm'), path('before')]
  return (
    <g fill="none" stroke={mark.color} strokeWidth={stroke}>
      {before && <path d={before} strokeWidth={1} strokeOpacity={0.45} />}
      {firm && all && <path d={all} strokeOpacity={0.45} strokeDasharray={mark.dash} />}
      {(firm || all) && <path d={firm || all || ''} strokeDasharray={mark.dash} />}
    </g>
  )
}

function Band({ band: { mark, low, high, stale } }: { readonly band: TimeBand }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()]
  if (!x || !y) return null
  const edge = (values: readonly number[]) => values.map((value, at) => `${tenth(x(at)!)},${tenth(y(value)!)}`)
  const [below, above] = [edge(low), edge(high)]
  return stale ? (
    <path
      d={`M${below.join('L')}M${above.join('L')}`}
      fill="none"
      stroke={mark.color}
      strokeOpacity={0.5}
      strokeDasharray="2 4"
    />
  ) : (
    <path d={`M${above.join('L')}L${below.toReversed().join('L')}Z`} fill={mark.color} fillOpacity={0.16} />
  )
}

/** The mark of each path every few years and at the end, staggered between paths in case lines coincide. */
function Signs({ lines, size }: { readonly lines: Props['lines']; readonly size: number }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()]
  if (!x || !y) return null
  return lines.map(({ id, mark, values, firm }, k) => {
    const every = Math.max(1, Math.round(values.length / 7))
    const signs = (firm ?? values).map((value, at) =>
      (at + k) % every === 0 || at === values.length - 1
        ? outline(mark.shape, tenth(x(at)!), tenth(y(value)!), size)
        : '',
    )
    return <path key={id} d={signs.join('')} fill={mark.color} />
  })
}

/** The exact values of a year; read aloud when stepping through the years by keyboard. */
function AtYear({
  at,
  years,
  ages,
  lines,
  band,
}: { at: number; band: TimeBand | undefined } & Pick<Props, 'years' | 'ages' | 'lines'>) {
  const sorted = lines.toSorted((a, b) => b.values[at]! - a.values[at]!)
  return (
    <>
      <strong>
        {years[at]}, age {ages[at]}
      </strong>
      <table>
        {sorted.some(({ firm }) => firm) && (
          <thead>
            <tr>
              <td />
              <th scope="col">total</th>
              <th scope="col">in accounts</th>
            </tr>
          </thead>
        )}
        <tbody>
          {sorted.map(({ id, name, mark, values, firm }) => (
            <tr key={id}>
              <th scope="row">
                <span className={classes.sign}>
                  <MarkSign mark={mark} />
                  {name}
                </span>
              </th>
              <td>{usd(values[at])}</td>
              {firm && <td className="quiet">{usd(firm[at])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {band && !band.stale && (
        <p>
          Half of the simulations of {band.name}: {usd(band.low[at])} to {usd(band.high[at])}
        </p>
      )}
    </>
  )
}
