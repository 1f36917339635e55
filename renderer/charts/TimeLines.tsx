import { memo, useMemo } from 'react'
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'

import { usd, usdShort } from '../format'
import classes from './charts.module.css'
import { outline, type Mark } from './marks'
import { MarkSign } from './MarkSign'
import { spread } from './spread'

/** A line of a chart over years. */
export interface TimeLine {
  readonly id: string
  readonly name: string
  /** What stands at the end of the line. */
  readonly short: string
  readonly mark: Mark
  readonly values: readonly number[]
  /** The part of `values` that is in accounts: drawn full, and what is on paper above it lighter. */
  readonly firm?: readonly number[]
  /** As it was before something was tried: a thin line behind. */
  readonly before?: readonly number[]
}

export interface TimeMark {
  readonly year: number
  readonly label: string
}

interface Props {
  readonly title: string
  readonly description: string
  readonly years: readonly number[]
  readonly ages: readonly number[]
  readonly lines: readonly TimeLine[]
  readonly marks: readonly TimeMark[]
  readonly width: number
  readonly height: number
}

const LABELS = 118
const TOP = 34

/** Between which amounts the lines run in a year. */
interface Row {
  readonly year: number
  readonly low: number
  readonly high: number
}

/** Lines over the years of the plan, with names at their ends, events as marks, and years and ages on the axis. */
export const TimeLines = memo(function TimeLines(props: Props) {
  const { title, description, years, ages, lines, marks, width, height } = props
  const data = useMemo(
    () =>
      years.map((year, at): Row => {
        const here = lines.flatMap(({ values, firm, before }) => [
          values[at]!,
          firm?.[at] ?? values[at]!,
          before?.[at] ?? values[at]!,
        ])
        return { year, low: Math.min(...here), high: Math.max(...here) }
      }),
    [years, lines],
  )
  const ticks = useMemo(() => ticksOf(years, Math.max(2, Math.floor((width - LABELS - 70) / 70))), [years, width])
  const every = Math.max(1, Math.round(years.length / 7))
  return (
    <LineChart
      width={width}
      height={height}
      data={data}
      margin={{ top: TOP, right: LABELS, bottom: 14, left: 4 }}
      title={title}
      desc={description}
    >
      <CartesianGrid vertical={false} className={classes.grid} />
      <XAxis
        dataKey="year"
        type="number"
        domain={[years[0]!, years.at(-1)!]}
        ticks={ticks}
        interval={0}
        tickLine={false}
        axisLine={false}
        height={34}
        tick={(tick: TickProps) => <YearTick {...tick} first={years[0]!} ages={ages} />}
      />
      <YAxis
        includeHidden
        width={66}
        tickLine={false}
        axisLine={false}
        domain={[(low: number) => Math.min(0, low), 'auto']}
        tickFormatter={axisAmount}
        tickCount={5}
      />
      <ReferenceLine y={0} className={classes.zero} />
      <Marks marks={marks} />
      {/* The axis and the keyboard follow these two; the lines themselves are drawn below. */}
      <Line dataKey="low" hide isAnimationActive={false} tooltipType="none" />
      <Line dataKey="high" stroke="none" dot={false} activeDot={false} isAnimationActive={false} tooltipType="none" />
      <Curves years={years} lines={lines} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ className: classes.event }}
        content={({ label, active }) =>
          active && typeof label === 'number' ? <AtYear at={years.indexOf(label)} {...props} /> : null
        }
      />
      <LineMarks years={years} lines={lines} every={every} />
      <EndLabels lines={lines} />
    </LineChart>
  )
})

/** What the axis hands to its labels. */
export interface TickProps {
  readonly x: number | string
  readonly y: number | string
  readonly payload: { readonly value: number }
}

/** A year with the owner's age below. */
export function YearTick({ x, y, payload, first, ages }: TickProps & { first: number; ages: readonly number[] }) {
  return (
    <g transform={`translate(${x},${y})`} textAnchor="middle">
      <text dy={11}>{payload.value}</text>
      <text dy={26}>{ages[payload.value - first]}</text>
    </g>
  )
}

/** Years that a person would choose: every fifth or tenth, and always the first. */
export function ticksOf(years: readonly number[], most: number): number[] {
  const [first, last] = [years[0]!, years.at(-1)!]
  const step = [1, 2, 5, 10, 20].find((size) => (last - first) / size + 1 <= most) ?? 20
  return years.filter((year) => (year - first) % step === 0)
}

export const axisAmount = (value: number): string => (value === 0 ? '0' : usdShort(value))

/**
 * The lines. The library would keep a state for each line and each of its points, and measure its length with each move
 * of a slider; a path is all that is wanted.
 */
function Curves({ years, lines }: Pick<Props, 'years' | 'lines'>) {
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  if (!xOf || !yOf) return null
  const path = (values: readonly number[]) => {
    const points = years.map((year, at) => [Number(xOf(year)), Number(yOf(values[at]!))] as const)
    return points.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
      ? `M${points.map(([x, y]) => `${x},${y}`).join('L')}`
      : ''
  }
  return (
    <g aria-hidden="true" fill="none">
      {lines.map(({ id, mark, values, firm, before }) => (
        <g key={id} stroke={mark.color} strokeWidth={2}>
          {before && <path d={path(before)} strokeWidth={1} strokeOpacity={0.45} />}
          {firm && <path d={path(values)} strokeOpacity={0.45} strokeDasharray={mark.dash} />}
          <path d={path(firm ?? values)} strokeDasharray={mark.dash} />
        </g>
      ))}
    </g>
  )
}

/**
 * The mark of each path every few years and at the end. Drawn in one go: the library would make an element for every
 * point of every line, most of them empty, with each move of a slider.
 */
function LineMarks({ years, lines, every }: Pick<Props, 'years' | 'lines'> & { readonly every: number }) {
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  if (!xOf || !yOf) return null
  const marked = years.flatMap((year, at) => (at % every === 0 || at === years.length - 1 ? [{ year, at }] : []))
  return (
    <g aria-hidden="true">
      {lines.map(({ id, mark, values, firm }) => {
        const shapes = marked.map(({ year, at }) => {
          const [x, y] = [Number(xOf(year)), Number(yOf((firm ?? values)[at]))]
          return Number.isFinite(x) && Number.isFinite(y) ? outline(mark.shape, x, y, 4) : ''
        })
        return <path key={id} d={shapes.join('')} fill={mark.color} />
      })}
    </g>
  )
}

/** Upright lines at the years of events, their labels in rows above so that none touches another. */
function Marks({ marks }: { readonly marks: readonly TimeMark[] }) {
  const plot = usePlotArea()
  const scale = useXAxisScale()
  if (!plot || !scale) return null
  const ends = [-Infinity, -Infinity]
  return (
    <g aria-hidden="true">
      {marks.map(({ year, label }) => {
        const x = Number(scale(year))
        if (!Number.isFinite(x)) return null
        const width = label.length * 6.2
        const left = Math.min(x + 4, plot.x + plot.width + LABELS - width)
        const row = ends.findIndex((end) => end + 8 < left)
        if (row >= 0) ends[row] = left + width
        return (
          <g key={`${year} ${label}`}>
            <line
              x1={x}
              x2={x}
              y1={row === 0 ? 16 : row === 1 ? 4 : plot.y}
              y2={plot.y + plot.height}
              className={classes.event}
            />
            {row >= 0 && (
              <text x={left} y={row === 0 ? 26 : 12}>
                {label}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

/** The names at the ends of the lines, moved apart where the lines meet. */
function EndLabels({ lines }: { readonly lines: readonly TimeLine[] }) {
  const plot = usePlotArea()
  const scale = useYAxisScale()
  if (!plot || !scale) return null
  const ends = lines.map(({ values }) => Number(scale(values.at(-1)!)))
  // Before the axis knows its domain there is no place.
  if (!ends.every(Number.isFinite)) return null
  const places = spread(ends, 16, 8, plot.y + plot.height)
  const x = plot.x + plot.width
  return (
    <g aria-hidden="true">
      {lines.map(({ id, short, mark }, i) => (
        <g key={id}>
          {Math.abs(places[i]! - ends[i]!) > 2 && (
            <path d={`M${x + 5},${ends[i]}L${x + 12},${places[i]}`} fill="none" className={classes.leader} />
          )}
          <path d={outline(mark.shape, x + 18, places[i]!, 3.6)} fill={mark.color} />
          <text x={x + 26} y={places[i]!} dy="0.35em" className={classes.name}>
            {shortened(short, 14)}
          </text>
        </g>
      ))}
    </g>
  )
}

export const shortened = (name: string, most: number): string =>
  name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name

/** The exact values of a year; said aloud where somebody walks along the years by keyboard. */
function AtYear({ at, years, ages, lines }: { at: number } & Pick<Props, 'years' | 'ages' | 'lines'>) {
  if (at < 0) return null
  const sorted = lines.toSorted((a, b) => b.values[at]! - a.values[at]!)
  return (
    <div className={classes.tooltip} role="status">
      <strong>
        {years[at]}, at {ages[at]}
      </strong>
      <table>
        {sorted.some(({ firm }) => firm) && (
          <thead>
            <tr>
              <td />
              <th scope="col">in all</th>
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
    </div>
  )
}
