import { memo, useId, useMemo } from 'react'
import { Bar, BarChart, CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'

import type { Layers } from '../../shared/present/retirement'
import { usd } from '../format'
import { axisAmount, barTicks, yearTicks } from './axis'
import classes from './charts.module.css'
import { Hatch } from './Hatch'
import type { Mark } from './marks'

interface Props extends Layers {
  readonly title: string
  readonly description: string
  readonly mark: Mark
  readonly width: number
  readonly height: number
}

interface Row {
  readonly year: number
  readonly at: number
}

/** Layers that are not money in the hand: hatched. */
const HATCHED = new Set(['paper', 'paidByNothing'])
const TONES = [1, 0.72, 0.52, 0.36, 0.24, 0.14] as const

/** The ground of each layer: tones of the path's colour, from full to light; hatched what is not there yet, or missing. */
function grounds(layers: Layers['layers']): (number | 'hatch')[] {
  let next = 0
  return layers.map(({ id }) => (HATCHED.has(id) ? 'hatch' : TONES[Math.min(next++, TONES.length - 1)]!))
}

/** How far the bars reach below zero and above it. */
function reach(layers: Layers['layers'], years: number): [low: number, high: number] {
  const bars = Array.from({ length: years }, (_, at) => layers.map(({ values }) => values[at]!))
  const sum = (bar: readonly number[], sign: 1 | -1) =>
    bar.reduce((total, value) => (value * sign > 0 ? total + value : total), 0)
  return [Math.min(...bars.map((bar) => sum(bar, -1))), Math.max(...bars.map((bar) => sum(bar, 1)))]
}

/** One bar a year, made of layers; the names of the layers stand below in the order from the bottom up. */
export const StackedYears = memo(function StackedYears(props: Props) {
  const { title, description, years, ages, layers, mark, width, height } = props
  const hatch = useId()
  const data = useMemo(() => years.map((year, at): Row => ({ year, at })), [years])
  const ticks = useMemo(() => yearTicks(years, Math.max(2, Math.floor((width - 90) / 60))), [years, width])
  const amounts = useMemo(() => {
    const [low, high] = reach(layers, years.length)
    const ticks = barTicks(low, high)
    return { ticks, domain: [Math.min(0, low), ticks.at(-1)!] as const }
  }, [layers, years])
  const ground = grounds(layers)
  return (
    <>
      <BarChart
        width={width}
        height={height}
        data={data}
        margin={{ top: 8, right: 8, bottom: 14, left: 4 }}
        stackOffset="sign"
        barCategoryGap="12%"
        title={title}
        desc={description}
      >
        <defs>
          <Hatch id={hatch} color={mark.color} />
        </defs>
        <CartesianGrid vertical={false} className={classes.grid} />
        <XAxis
          dataKey="year"
          ticks={ticks}
          interval={0}
          tickLine={false}
          axisLine={false}
          height={34}
          tick={(tick: TickProps) => <YearTick {...tick} first={years[0]!} ages={ages} />}
        />
        <YAxis
          width={66}
          tickLine={false}
          axisLine={false}
          tickFormatter={axisAmount}
          ticks={amounts.ticks}
          domain={amounts.domain}
          interval={0}
        />
        <ReferenceLine y={0} className={classes.zero} />
        {layers.map(({ id, values }, i) => {
          const tone = ground[i]!
          return (
            <Bar
              key={id}
              name={id}
              dataKey={(row: Row) => values[row.at]}
              stackId="all"
              isAnimationActive={false}
              stroke="var(--paper)"
              strokeWidth={0.5}
              fill={tone === 'hatch' ? `url(#${hatch})` : mark.color}
              fillOpacity={tone === 'hatch' ? 1 : tone}
            />
          )
        })}
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--hover)' }}
          content={({ active, label }) => {
            const at = typeof label === 'number' ? years.indexOf(label) : -1
            return active && at >= 0 ? (
              <div className={classes.tooltip} role="status">
                <strong>
                  {years[at]}, at {ages[at]}
                </strong>
                <table>
                  <tbody>
                    {layers.map(({ id, label: name, values }) => (
                      <tr key={id}>
                        <th scope="row">{name}</th>
                        <td>{usd(values[at])}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            ) : null
          }}
        />
      </BarChart>
      <ul className={classes.key} aria-label="From the bottom up">
        {layers.map(({ id, label }, i) => (
          <li key={id}>
            <span className={classes.swatch} style={swatch(mark.color, ground[i]!)} />
            {label}
          </li>
        ))}
      </ul>
    </>
  )
})

const swatch = (color: string, tone: number | 'hatch') => ({
  background:
    tone === 'hatch'
      ? `repeating-linear-gradient(135deg, ${color} 0 2px, transparent 2px 5px)`
      : `color-mix(in srgb, ${color} ${tone * 100}%, var(--paper))`,
  outline: '1px solid var(--rule-strong)',
})

/** What the axis hands to its labels. */
interface TickProps {
  readonly x: number | string
  readonly y: number | string
  readonly payload: { readonly value: number }
}

/** A year with the owner's age below. */
function YearTick({ x, y, payload, first, ages }: TickProps & { first: number; ages: readonly number[] }) {
  return (
    <g transform={`translate(${x},${y})`} textAnchor="middle">
      <text dy={11}>{payload.value}</text>
      <text dy={26}>{ages[payload.value - first]}</text>
    </g>
  )
}
