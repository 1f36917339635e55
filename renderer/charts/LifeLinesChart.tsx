import { memo, useId } from 'react'

import type { LifeLine, LifeLines } from '../../shared/present/retirement'
import { clipped } from '../../shared/text'
import { calendarTicks } from './axis'
import classes from './charts.module.css'
import { labelRows, LETTER } from './label-rows'
import { outline, type Mark } from './marks'

interface Props extends Omit<LifeLines, 'paths'> {
  readonly title: string
  readonly description: string
  readonly paths: readonly (LifeLine & { readonly mark: Mark })[]
  readonly width: number
}

const NAMES = 126
const ENDS = 114
const TOP = 34
const ROW = 62
const HEIGHT: Readonly<Record<LifeLine['spans'][number]['kind'], number>> = {
  owner: 12,
  term: 12,
  job: 12,
  share: 3,
  between: 2,
  retired: 4,
  missing: 12,
}
const TONE: Readonly<Partial<Record<LifeLine['spans'][number]['kind'], number>>> = { term: 0.6, job: 0.35, share: 0.5 }

/** Each path from the start of the plan to its end: work thick, retirement thin while the money lasts, then hatched. */
export const LifeLinesChart = memo(function LifeLinesChart(props: Props) {
  const { title, description, from, to, age, marks, paths, width } = props
  const hatch = useId()
  const end = width - ENDS
  const scale = (at: number) => NAMES + ((at - from) / (to - from)) * (end - NAMES)
  // Round ages, because this chart is read by age.
  const years = calendarTicks(from, to, (end - NAMES) / 56, age)
  const bottom = TOP + paths.length * ROW
  const placed = marks.map(({ label, at }) => {
    const x = scale(at)
    return { label, x, left: Math.min(x + 4, width - label.length * LETTER), width: label.length * LETTER }
  })
  const rows = labelRows(placed, 2, 8)
  return (
    <svg data-chart width={width} height={bottom + 40} role="img" aria-label={`${title}. ${description}`}>
      <title>{title}</title>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className={classes.hatchLine} strokeWidth="2" />
        </pattern>
      </defs>
      {years.map((year) => (
        <g key={year}>
          <line x1={scale(year)} x2={scale(year)} y1={TOP} y2={bottom} className={classes.grid} />
          <text x={scale(year)} y={bottom + 14} textAnchor="middle">
            {age + year - from}
          </text>
          <text x={scale(year)} y={bottom + 29} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      {placed.map(({ label, x }, i) => (
        <line key={label} x1={x} x2={x} y1={rows[i] === 1 ? 4 : 18} y2={bottom} className={classes.event} />
      ))}
      {placed.map(
        ({ label, left }, i) =>
          rows[i]! >= 0 && (
            <text key={label} x={left} y={rows[i] === 0 ? 28 : 13} className={classes.clear}>
              {label}
            </text>
          ),
      )}
      {paths.map((path, i) => (
        <Lane key={path.id} path={path} y={TOP + i * ROW + 38} scale={scale} end={end} hatch={hatch} />
      ))}
    </svg>
  )
})

interface LaneProps {
  readonly path: Props['paths'][number]
  readonly y: number
  scale(at: number): number
  readonly end: number
  readonly hatch: string
}

function Lane({ path, y, scale, end, hatch }: LaneProps) {
  const { mark } = path
  // Event labels stand in two rows above the bar; any that do not fit are in the table.
  const events = path.events.map((event) => {
    const x = scale(event.at)
    const width = event.label.length * LETTER
    return { ...event, x, width, left: Math.min(x - 3, end - width) }
  })
  const rows = labelRows(events, 2, 6)
  return (
    <g>
      <path d={outline(mark.shape, 10, y, 4)} fill={mark.color} />
      <text x={22} y={y} dy="0.35em" className={classes.name}>
        {clipped(path.short, 14)}
      </text>
      {path.spans.map(({ kind, label, from, to }) => {
        const [left, right] = [scale(from), Math.min(end, scale(to))]
        const middle = kind === 'share' ? y + 10 : y
        if (kind === 'between')
          return (
            <line
              key={`${kind}${from}`}
              x1={left}
              x2={right}
              y1={y}
              y2={y}
              stroke={mark.color}
              strokeWidth={HEIGHT[kind]}
              strokeDasharray="2 4"
            >
              <title>{`${path.name}: ${label}`}</title>
            </line>
          )
        return (
          <rect
            key={`${kind}${from}`}
            x={left}
            width={Math.max(0, right - left)}
            y={middle - HEIGHT[kind] / 2}
            height={HEIGHT[kind]}
            fill={kind === 'missing' ? `url(#${hatch})` : mark.color}
            fillOpacity={TONE[kind] ?? 1}
          >
            <title>{`${path.name}: ${label}`}</title>
          </rect>
        )
      })}
      {events.map(({ kind, label, at, contingent, x, left }, i) => (
        <g key={`${kind}${at}${label}`}>
          <title>{`${path.name}: ${label}, ${Math.floor(at)}`}</title>
          <circle
            cx={x}
            cy={y}
            r={4}
            fill={contingent ? 'var(--paper)' : mark.color}
            stroke={mark.color}
            strokeWidth={2}
          />
          {rows[i]! >= 0 && (
            <text x={left} y={rows[i] === 0 ? y - 11 : y - 26} className={classes.clear}>
              {label}
            </text>
          )}
        </g>
      ))}
      <text x={end + 8} y={y} dy="0.35em" className={classes.amount}>
        {path.ends}
      </text>
    </g>
  )
}
