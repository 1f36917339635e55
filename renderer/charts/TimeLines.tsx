import { createContext, memo, use, useMemo } from 'react'
import { Line, LineChart, useXAxisScale, YAxis, type CurveProps } from 'recharts'

import { usd } from '../format'
import { useSame } from '../state/use-same'
import { AmountsOf, NO_AMOUNTS, UpwardAxis, useUpward } from './amounts'
import { AXES, YearAxis } from './axes'
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
  readonly band?: TimeBand | undefined
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

/**
 * Lines over the years of the plan, with names at their ends, event marks, and years and ages on the axis.
 *
 * Recharts lays out the plot and its years once. The figures and their axis reach what is drawn there as a React context:
 * in Recharts' data each new figure would run all selectors of its store twice and mount every line anew.
 */
export const TimeLines = memo(function TimeLines(props: Props) {
  const { medium, title, years, ages, lines, marks, band, width, height } = props
  const look = LOOK[medium]
  // Without events the plot has the room of their labels.
  const labeled = marks.length === 0 ? 0 : look.events.rows * look.events.row
  const [left, right, top] = [AXES[medium].left, width - look.right, 6 + labeled]
  const figures = useMemo(() => ({ lines, band, look }), [lines, band, look])
  const time = useSame({ years, ages })
  const amounts = useSame(amountsOf(...reach(lines, band)))
  const events = useSame(marks)
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
      <Figures value={figures}>
        <AmountsOf value={amounts}>
          <Plot
            medium={medium}
            title={title}
            time={time}
            marks={events}
            top={top}
            right={right}
            width={width}
            height={height}
          />
        </AmountsOf>
      </Figures>
    </Drawn>
  )
})

/** What is drawn in the plot. */
const Figures = createContext<Pick<Props, 'lines' | 'band'> & { readonly look: Look }>({
  lines: [],
  band: undefined,
  look: LOOK.screen,
})

interface PlotProps extends Pick<Props, 'medium' | 'title' | 'marks' | 'width' | 'height'> {
  readonly time: Pick<Props, 'years' | 'ages'>
  /** The plot's edges, in px. */
  readonly top: number
  readonly right: number
}

/** The chart but for its figures: rendered only when what is on its axes changes. */
const Plot = memo(function Plot({ medium, title, time, marks, top, right, width, height }: PlotProps) {
  const { years } = time
  const { right: beyond, events } = LOOK[medium]
  const data = useMemo(() => years.map((_, at) => ({ at })), [years])
  const margin = useMemo(
    () => ({ top, right: width - right, bottom: 0, left: AXES[medium].left }),
    [medium, top, right, width],
  )
  const content = useMemo(
    () => (
      <>
        <YAxis hide domain={NO_AMOUNTS} />
        <UpwardAxis />
        <YearAxis medium={medium} {...time} width={right - AXES[medium].left} as="points" />
        <YearMarks first={years[0]!} marks={marks} beyond={beyond} {...events} />
        <Band />
        <Line dataKey={level} dot={false} activeDot={false} isAnimationActive={false} zIndex={0} shape={allCurves} />
        <Signs />
        <Names />
      </>
    ),
    [medium, years, time, marks, right, beyond, events],
  )
  return (
    <LineChart {...plainChart} width={width} height={height} data={data} margin={margin} title={title}>
      {content}
    </LineChart>
  )
})

/** Recharts places the years of one line; its shape draws all lines there. */
const level = () => 0
const allCurves = ({ points }: CurveProps) => <Curves places={points!.map(({ x }) => tenth(x!))} />

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

/** Each path as before the what-if, in total, and the part in accounts. @param places of the years, in px */
function Curves({ places }: { readonly places: readonly number[] }) {
  const y = useUpward()
  const { lines, look } = use(Figures)
  if (!y) return null
  // Where the plan has become shorter, Recharts learns of it after this.
  const path = (values: readonly number[] | undefined) =>
    values &&
    `M${places
      .slice(0, values.length)
      .map((x, at) => `${x},${tenth(y(values[at]!))}`)
      .join('L')}`
  return lines.map(({ id, mark, ...line }) => {
    const [all, firm, before] = [path(line.values), path(line.firm), path(line.before)]
    return (
      <g key={id} fill="none" stroke={mark.color} strokeWidth={look.stroke}>
        {before && <path d={before} strokeWidth={1} strokeOpacity={0.45} />}
        {firm && <path d={all} strokeOpacity={0.45} strokeDasharray={mark.dash} />}
        <path d={firm ?? all} strokeDasharray={mark.dash} />
      </g>
    )
  })
}

function Band() {
  const [x, y] = [useXAxisScale(), useUpward()]
  const { band } = use(Figures)
  if (!x || !y || !band) return null
  const { mark, low, high, stale } = band
  const edge = (values: readonly number[]) => values.map((value, at) => `${tenth(x(at)!)},${tenth(y(value))}`)
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
function Signs() {
  const [x, y] = [useXAxisScale(), useUpward()]
  const { lines, look } = use(Figures)
  if (!x || !y) return null
  return lines.map(({ id, mark, values, firm }, k) => {
    const every = Math.max(1, Math.round(values.length / 7))
    const signs = (firm ?? values).map((value, at) =>
      (at + k) % every === 0 || at === values.length - 1
        ? outline(mark.shape, tenth(x(at)!), tenth(y(value)), look.sign)
        : '',
    )
    return <path key={id} d={signs.join('')} fill={mark.color} />
  })
}

function Names() {
  const { lines, look } = use(Figures)
  const y = useUpward()
  const labels = lines.map(({ id, mark, values, [look.name]: text }) => ({ id, text, mark, value: values.at(-1)! }))
  return <EndLabels labels={labels} y={y} gap={look.gap} letters={look.letters} />
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
