import { memo } from 'react'

import type { PathTimeline, Span } from '../../shared/present/events'
import { clipped } from '../../shared/text'
import { calendarTicks } from './axis'
import classes from './charts.module.css'
import { labelRows, LETTER } from './label-rows'
import { outline, type Mark } from './marks'

interface Props {
  readonly title: string
  readonly description: string
  readonly from: number
  readonly to: number
  /** The age reached in the first year. */
  readonly age: number
  readonly paths: readonly (PathTimeline & { readonly mark: Mark })[]
  readonly width: number
}

const NAMES = 126
const ROW = 74
const HEIGHT: Readonly<Record<Span['kind'], number>> = { owner: 10, term: 10, job: 10, share: 3, retired: 1 }

/** The stages of each path: owner, employed, holding a share, retired; and its dated events. */
export const TimelineChart = memo(function TimelineChart(props: Props) {
  const { title, description, from, to, age, paths, width } = props
  const scale = (at: number) => NAMES + ((at - from) / (to - from)) * (width - NAMES - 12)
  const years = calendarTicks(from, to, (width - NAMES) / 60, 0)
  const bottom = paths.length * ROW
  return (
    <svg data-chart width={width} height={bottom + 40} role="img" aria-label={`${title}. ${description}`}>
      <title>{title}</title>
      {years.map((year) => (
        <g key={year}>
          <line x1={scale(year)} x2={scale(year)} y1={0} y2={bottom} className={classes.grid} />
          <text x={scale(year)} y={bottom + 14} textAnchor="middle">
            {year}
          </text>
          <text x={scale(year)} y={bottom + 29} textAnchor="middle">
            {age + year - from}
          </text>
        </g>
      ))}
      {paths.map((path, i) => (
        <Row key={path.id} path={path} y={i * ROW + 34} scale={scale} right={width} />
      ))}
    </svg>
  )
})

function Row({
  path,
  y,
  scale,
  right,
}: {
  path: Props['paths'][number]
  y: number
  scale: (at: number) => number
  right: number
}) {
  const { mark } = path
  // Event labels stand in two rows above the bar, those of stages inside or below it.
  const events = path.events.map((event) => {
    const x = scale(event.at)
    const width = event.label.length * LETTER
    return { ...event, x, width, left: Math.min(x - 3, right - width) }
  })
  const rows = labelRows(events, 2, 6)
  return (
    <g>
      <path d={outline(mark.shape, 10, y, 4)} fill={mark.color} />
      <text x={22} y={y} dy="0.35em" className={classes.name}>
        {clipped(path.short, 14)}
      </text>
      {path.spans.map(({ kind, label, from, to }) => {
        const [left, end] = [scale(from), scale(to)]
        const low = kind === 'share' ? y + 9 : y
        return (
          <g key={`${kind}${from}`}>
            <rect
              x={left}
              width={Math.max(0, end - left)}
              y={low - HEIGHT[kind] / 2}
              height={HEIGHT[kind]}
              fill={mark.color}
              fillOpacity={kind === 'owner' || kind === 'retired' ? 1 : kind === 'term' ? 0.6 : 0.35}
            />
            {end - left > label.length * 5.6 + 6 && kind !== 'share' && (
              <text x={left + 3} y={y + 26}>
                {label}
              </text>
            )}
            {kind === 'share' && end - left > 120 && (
              <text x={end - 3} y={y + 26} textAnchor="end">
                {label}
              </text>
            )}
          </g>
        )
      })}
      {events.map(({ kind, label, at, contingent, x, left }, i) => (
        <g key={`${kind}${at}${label}${i}`}>
          <title>{`${path.name}: ${label}, ${Math.floor(at)}`}</title>
          <line x1={x} x2={x} y1={y - 10} y2={y + 6} className={classes.connector} />
          <circle
            cx={x}
            cy={y}
            r={4}
            fill={contingent ? 'var(--paper)' : mark.color}
            stroke={mark.color}
            strokeWidth={2}
          />
          {rows[i]! >= 0 && (
            <text x={left} y={rows[i] === 0 ? y - 12 : y - 24}>
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}
