import { memo, useMemo } from 'react'
import { Bar, BarChart, type BarShapeProps } from 'recharts'

import type { Layers } from '../../shared/present/retirement'
import { usd } from '../format'
import { AmountAxis, AXES, YearAxis } from './axes'
import { barTicks } from './axis'
import classes from './charts.module.css'
import { Drawn, plainChart, type ChartProps } from './Drawn'
import { HatchedBox } from './HatchedBox'
import type { Mark } from './marks'

interface Props extends ChartProps, Layers {
  readonly mark: Mark
  readonly height: number
}

/** Layers that are not cash in hand: hatched. */
const HATCHED = new Set(['paper', 'paidByNothing'])
const TOP = 8
const RIGHT = 8
const MARGIN = { top: TOP, right: RIGHT, bottom: 0, left: 0 }
const TONES = [1, 0.72, 0.52, 0.36, 0.24, 0.14] as const

/**
 * The fill of each layer: tones of the path's color from full to light; hatched for what is not yet received, or
 * missing.
 */
function grounds(layers: Layers['layers']): (number | 'hatch')[] {
  let next = 0
  return layers.map(({ id }) => (HATCHED.has(id) ? 'hatch' : TONES[Math.min(next++, TONES.length - 1)]!))
}

/** The bars' extent below and above zero. */
function reach(layers: Layers['layers'], years: number): [low: number, high: number] {
  const bars = Array.from({ length: years }, (_, at) => layers.map(({ values }) => values[at]!))
  const sum = (bar: readonly number[], sign: 1 | -1) =>
    bar.reduce((total, value) => (value * sign > 0 ? total + value : total), 0)
  return [Math.min(...bars.map((bar) => sum(bar, -1))), Math.max(...bars.map((bar) => sum(bar, 1)))]
}

/** One stacked bar per year; the legend below lists the layers from the bottom up. */
export const StackedYears = memo(function StackedYears(props: Props) {
  const { medium, title, years, ages, layers, mark, width, height } = props
  const { left, bottom } = AXES[medium]
  const plot = width - left - RIGHT
  const data = useMemo(
    () => years.map((_, at) => ({ at, ...Object.fromEntries(layers.map(({ id, values }) => [id, values[at]])) })),
    [years, layers],
  )
  const amounts = useMemo(() => {
    const [low, high] = reach(layers, years.length)
    const ticks = barTicks(low, high)
    return { ticks, domain: [Math.min(0, low), ticks.at(-1)!] as const }
  }, [layers, years])
  const ground = grounds(layers)
  const step = plot / years.length
  return (
    <>
      <Drawn
        {...props}
        reading={{
          along: 'x',
          count: years.length,
          first: left + step / 2,
          step,
          across: [TOP, height - bottom],
          mark: 'band',
          read: (at) => <AtYear at={at} years={years} ages={ages} layers={layers} />,
        }}
      >
        <BarChart
          {...plainChart}
          width={width}
          height={height}
          data={data}
          margin={MARGIN}
          stackOffset="sign"
          barCategoryGap="12%"
          title={title}
        >
          <AmountAxis medium={medium} {...amounts} />
          <YearAxis medium={medium} years={years} ages={ages} width={plot} as="bands" />
          {layers.map(({ id }, i) => (
            <Bar
              key={id}
              name={id}
              dataKey={id}
              stackId="all"
              isAnimationActive={false}
              zIndex={0}
              stroke="var(--paper)"
              strokeWidth={0.5}
              fill={mark.color}
              {...(ground[i] === 'hatch' ? { shape: hatched } : { fillOpacity: ground[i] })}
            />
          ))}
        </BarChart>
      </Drawn>
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

const hatched = ({ x, y, width, height, fill }: BarShapeProps) => (
  <HatchedBox x={x} y={y} width={width} height={height} color={fill!} />
)

function AtYear({ at, years, ages, layers }: { readonly at: number } & Layers) {
  return (
    <>
      <strong>
        {years[at]}, age {ages[at]}
      </strong>
      <table>
        <tbody>
          {layers.map(({ id, label, values }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{usd(values[at])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const swatch = (color: string, tone: number | 'hatch') => ({
  background:
    tone === 'hatch'
      ? `repeating-linear-gradient(135deg, ${color} 0 2px, transparent 2px 5px)`
      : `color-mix(in srgb, ${color} ${tone * 100}%, var(--paper))`,
  outline: '1px solid var(--rule-strong)',
})
