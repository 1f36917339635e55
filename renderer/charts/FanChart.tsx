import { memo } from 'react'

import { usdShort } from '../format'
import { barTicks } from './axis'
import classes from './charts.module.css'
import type { Mark } from './marks'
import { spread } from './spread'
import { useCursor } from './use-cursor'

interface Props {
  readonly title: string
  readonly description: string
  readonly years: readonly number[]
  readonly ages: readonly number[]
  /** Percentiles of each year by themselves. */
  readonly bands: Readonly<Record<'p10' | 'p25' | 'p50' | 'p75' | 'p90', readonly number[]>>
  readonly mark: Mark
  readonly retirementYear: number
  readonly width: number
}

const LEFT = 70
const RIGHT = 112
const TOP = 22
const HEIGHT = 280

/** Bands of wealth over the years, never single futures: the middle half strong, eight of ten pale, the middle a line. */
export const FanChart = memo(function FanChart(props: Props) {
  const { title, description, years, ages, bands, mark, retirementYear, width } = props
  const { at, setAt, onKeyDown } = useCursor(years.length, 2)
  const [low, high] = [Math.min(0, ...bands.p10), Math.max(1, ...bands.p90)]
  const plot = width - LEFT - RIGHT
  const x = (i: number) => LEFT + (plot * i) / Math.max(1, years.length - 1)
  const y = (value: number) => TOP + HEIGHT - ((value - low) / (high - low)) * HEIGHT
  const line = (row: readonly number[]) => row.map((value, i) => `${x(i)},${y(value)}`).join('L')
  const band = (below: readonly number[], above: readonly number[]) =>
    `M${line(below)}L${above
      .map((value, i) => `${x(i)},${y(value)}`)
      .toReversed()
      .join('L')}Z`
  const step = [1, 2, 5, 10, 20].find((size) => years.length / size <= plot / 64) ?? 20
  const last = years.length - 1
  const retires = years.indexOf(retirementYear)
  const ends = [
    { text: '1 of 10 above', value: bands.p90[last]! },
    { text: 'middle', value: bands.p50[last]! },
    { text: '1 of 10 below', value: bands.p10[last]! },
  ]
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application reads its years itself */}
      <svg
        data-chart
        width={width}
        height={TOP + HEIGHT + 40}
        role="application"
        aria-label={`${title}. ${description}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys read the years
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(undefined)}
        onPointerMove={(event) => {
          const left = event.clientX - event.currentTarget.getBoundingClientRect().left
          const i = Math.round(((left - LEFT) / plot) * last)
          setAt(i >= 0 && i <= last ? i : undefined)
        }}
        onPointerLeave={() => setAt(undefined)}
      >
        <title>{title}</title>
        {barTicks(low, high)
          .filter((value) => value <= high)
          .map((value) => (
            <g key={value}>
              <line
                x1={LEFT}
                x2={LEFT + plot}
                y1={y(value)}
                y2={y(value)}
                className={value === 0 ? classes.zero : classes.grid}
              />
              <text x={LEFT - 8} y={y(value)} dy="0.35em" textAnchor="end">
                {usdShort(value)}
              </text>
            </g>
          ))}
        <path d={band(bands.p10, bands.p90)} fill={mark.color} fillOpacity={0.22} />
        <path d={band(bands.p25, bands.p75)} fill={mark.color} fillOpacity={0.38} />
        <path d={`M${line(bands.p50)}`} stroke={mark.color} strokeDasharray={mark.dash} className={classes.median} />
        {retires > 0 && (
          <g>
            <line x1={x(retires)} x2={x(retires)} y1={TOP} y2={TOP + HEIGHT} className={classes.event} />
            <text x={x(retires) + 4} y={TOP - 8}>
              you retire
            </text>
          </g>
        )}
        {years.map(
          (year, i) =>
            i % step === 0 && (
              <g key={year} textAnchor="middle">
                <text x={x(i)} y={TOP + HEIGHT + 16}>
                  {year}
                </text>
                <text x={x(i)} y={TOP + HEIGHT + 31}>
                  {ages[i]}
                </text>
              </g>
            ),
        )}
        {spread(
          ends.map(({ value }) => y(value)),
          15,
          TOP,
          TOP + HEIGHT,
        ).map((place, i) => (
          <text key={ends[i]!.text} x={LEFT + plot + 8} y={place} dy="0.35em" className={classes.amount}>
            {ends[i]!.text}
          </text>
        ))}
        {at !== undefined && (
          <line x1={x(at)} x2={x(at)} y1={TOP} y2={TOP + HEIGHT} className={classes.sum} stroke="currentcolor" />
        )}
      </svg>
      <p className={classes.read} role="status">
        {at === undefined
          ? 'Strong: the middle half of the futures. Pale and strong: eight of ten. The line is the middle. Each year by itself.'
          : `${years[at]}, at ${ages[at]}: half of the futures between ${usdShort(bands.p25[at])} and ${usdShort(bands.p75[at])}, eight of ten between ${usdShort(bands.p10[at])} and ${usdShort(bands.p90[at])}, the middle ${usdShort(bands.p50[at])}.`}
      </p>
    </>
  )
})
