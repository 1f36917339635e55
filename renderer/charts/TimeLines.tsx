import { memo, useMemo } from 'react'

import { usd } from '../format'
import { axisAmount, shortened, tenth, ticksFor, yearTicks } from './axis'
import classes from './charts.module.css'
import { outline, type Mark } from './marks'
import { MarkSign } from './MarkSign'
import { spread } from './spread'
import { useCursor } from './use-cursor'

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

const LEFT = 70
const LABELS = 118
const TOP = 34
const BELOW = 48

/** Where years and amounts stand on the screen. */
interface Scale {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  x(at: number): number
  y(value: number): number
}

/**
 * Lines over the years of the plan, with names at their ends, events as marks, and years and ages on the axis. It follows
 * the thumb of a slider, so nothing stands between the figures and the paths that are drawn: a charting library would
 * keep a state for each line and each point of it.
 */
export const TimeLines = memo(function TimeLines(props: Props) {
  const { title, description, years, ages, lines, marks, width, height } = props
  const { at, setAt, onKeyDown } = useCursor(years.length, 2)
  const last = Math.max(1, years.length - 1)
  const amounts = useMemo(() => amountsOf(lines), [lines])
  const [low, high] = [amounts[0]!, amounts.at(-1)!]
  const scale = useMemo((): Scale => {
    const [left, right, top, bottom] = [LEFT, width - LABELS, TOP, height - BELOW]
    return {
      left,
      right,
      top,
      bottom,
      x: (at) => tenth(left + ((right - left) * at) / last),
      y: (value) => tenth(bottom - ((bottom - top) * (value - low)) / (high - low)),
    }
  }, [width, height, last, low, high])
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application reads its years itself */}
      <svg
        data-chart
        width={width}
        height={height}
        role="application"
        aria-label={`${title}. ${description}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys read the years
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(undefined)}
        onPointerMove={({ clientX, currentTarget }) => {
          const place = clientX - currentTarget.getBoundingClientRect().left
          const near = Math.round(((place - scale.left) / (scale.right - scale.left)) * last)
          setAt(near >= 0 && near < years.length ? near : undefined)
        }}
        onPointerLeave={() => setAt(undefined)}
      >
        <title>{title}</title>
        <Axes scale={scale} years={years} ages={ages} low={low} high={high} step={amounts[1]! - low} />
        <Marks scale={scale} first={years[0]!} marks={marks} />
        <Curves scale={scale} lines={lines} />
        <EndLabels scale={scale} lines={lines} />
        {at !== undefined && (
          <line
            data-screen-only
            x1={scale.x(at)}
            x2={scale.x(at)}
            y1={scale.top}
            y2={scale.bottom}
            className={classes.event}
          />
        )}
      </svg>
      {at !== undefined && (
        <div
          className={classes.floating}
          // Beside the year, on the side that has room.
          style={at > last / 2 ? { right: width - scale.x(at) + 12 } : { left: scale.x(at) + 12 }}
        >
          <AtYear at={at} {...props} />
        </div>
      )}
    </>
  )
})

/** The amounts on the axis: round ones around all that is drawn, and zero. */
function amountsOf(lines: Props['lines']): number[] {
  let [low, high] = [0, 0]
  for (const { values, firm, before } of lines)
    for (const row of [values, firm, before])
      for (const value of row ?? []) {
        if (value < low) low = value
        if (value > high) high = value
      }
  return low === high ? [0, 1] : ticksFor(low, high)
}

/** Amounts with their lines across, and years with the owner's age. Drawn again only when the axes change. */
const Axes = memo(function Axes({
  scale,
  years,
  ages,
  low,
  high,
  step,
}: {
  readonly scale: Scale
  readonly years: readonly number[]
  readonly ages: readonly number[]
  readonly low: number
  readonly high: number
  readonly step: number
}) {
  const { left, right, bottom } = scale
  return (
    <g aria-hidden="true">
      {Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step).map((value) => (
        <g key={value}>
          <line
            x1={left}
            x2={right}
            y1={scale.y(value)}
            y2={scale.y(value)}
            className={value === 0 ? classes.zero : classes.grid}
          />
          <text x={left - 8} y={scale.y(value)} dy="0.35em" textAnchor="end">
            {axisAmount(value)}
          </text>
        </g>
      ))}
      {yearTicks(years, Math.max(2, Math.floor((right - left) / 70))).map((year) => {
        const at = year - years[0]!
        return (
          <g key={year} textAnchor="middle">
            <text x={scale.x(at)} y={bottom + 19}>
              {year}
            </text>
            <text x={scale.x(at)} y={bottom + 34}>
              {ages[at]}
            </text>
          </g>
        )
      })}
    </g>
  )
})

/** The lines, with the mark of each path every few years and at the end. */
const Curves = memo(function Curves({ scale, lines }: { readonly scale: Scale; readonly lines: Props['lines'] }) {
  const path = (values: readonly number[]) =>
    `M${values.map((value, at) => `${scale.x(at)},${scale.y(value)}`).join('L')}`
  const signs = ({ values, firm, mark }: TimeLine) => {
    const every = Math.max(1, Math.round(values.length / 7))
    return (firm ?? values)
      .map((value, at) =>
        at % every === 0 || at === values.length - 1 ? outline(mark.shape, scale.x(at), scale.y(value), 4) : '',
      )
      .join('')
  }
  return (
    <g aria-hidden="true">
      <g fill="none">
        {lines.map(({ id, mark, values, firm, before }) => (
          <g key={id} stroke={mark.color} strokeWidth={2}>
            {before && <path d={path(before)} strokeWidth={1} strokeOpacity={0.45} />}
            {firm && <path d={path(values)} strokeOpacity={0.45} strokeDasharray={mark.dash} />}
            <path d={path(firm ?? values)} strokeDasharray={mark.dash} />
          </g>
        ))}
      </g>
      {lines.map((line) => (
        <path key={line.id} d={signs(line)} fill={line.mark.color} />
      ))}
    </g>
  )
})

/** Upright lines at the years of events, their labels in rows above so that none touches another. */
const Marks = memo(function Marks({
  scale,
  first,
  marks,
}: {
  readonly scale: Scale
  readonly first: number
  readonly marks: Props['marks']
}) {
  const ends = [-Infinity, -Infinity]
  return (
    <g aria-hidden="true">
      {marks.map(({ year, label }) => {
        const x = scale.x(year - first)
        const width = label.length * 6.2
        const left = Math.min(x + 4, scale.right + LABELS - width)
        const row = ends.findIndex((end) => end + 8 < left)
        if (row >= 0) ends[row] = left + width
        return (
          <g key={`${year} ${label}`}>
            <line
              x1={x}
              x2={x}
              y1={row === 0 ? 16 : row === 1 ? 4 : scale.top}
              y2={scale.bottom}
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
})

/** The names at the ends of the lines, moved apart where the lines meet. */
const EndLabels = memo(function EndLabels({ scale, lines }: { readonly scale: Scale; readonly lines: Props['lines'] }) {
  const ends = lines.map(({ values }) => scale.y(values.at(-1)!))
  const places = spread(ends, 16, 8, scale.bottom)
  const x = scale.right
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
})

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
