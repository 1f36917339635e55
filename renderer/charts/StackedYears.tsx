import { createContext, memo, use, useMemo } from 'react'
import { Bar, BarChart, usePlotArea, YAxis, type BarShapeProps } from 'recharts'

import type { Layers } from '../../shared/present/retirement'
import { usd } from '../format'
import { useSame } from '../state/use-same'
import { AmountsOf, NO_AMOUNTS, UpwardAxis, useUpward } from './amounts'
import { AXES, YearAxis } from './axes'
import { barTicks } from './axis'
import classes from './charts.module.css'
import { Drawn, plainChart, type ChartProps } from './Drawn'
import { hatching } from './hatching'
import type { Mark } from './marks'

interface Props extends ChartProps, Layers {
  readonly mark: Mark
  readonly height: number
}

/** Layers that are not cash in hand: hatched. */
const HATCHED = new Set(['paper', 'paidByNothing'])
const TOP = 8
const RIGHT = 8
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

/**
 * One stacked bar per year; the legend below lists the layers from the bottom up.
 *
 * Recharts lays out the plot and its years once. The layers and the axis of amounts reach what is drawn there as a React
 * context, and a layer is one shape: in Recharts' data each new figure would mount hundreds of bars anew.
 */
export const StackedYears = memo(function StackedYears(props: Props) {
  const { medium, title, years, ages, layers, mark, width, height } = props
  const { left, bottom } = AXES[medium]
  const time = useSame({ years, ages })
  const [low, high] = reach(layers, years.length)
  const ticks = barTicks(low, high)
  const amounts = useSame({ ticks, domain: [Math.min(0, low), ticks.at(-1)!] as const })
  const ground = grounds(layers)
  const step = (width - left - RIGHT) / years.length
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
        <Stack value={useMemo(() => ({ layers, mark }), [layers, mark])}>
          <AmountsOf value={amounts}>
            <Plot medium={medium} title={title} time={time} width={width} height={height} />
          </AmountsOf>
        </Stack>
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

/** What is drawn in the plot. */
const Stack = createContext<Pick<Props, 'layers' | 'mark'> | undefined>(undefined)

interface PlotProps extends Pick<Props, 'medium' | 'title' | 'width' | 'height'> {
  readonly time: Pick<Props, 'years' | 'ages'>
}

/** The chart but for its figures: rendered only when its years change. */
const Plot = memo(function Plot({ medium, title, time, width, height }: PlotProps) {
  const { years } = time
  const { left } = AXES[medium]
  const data = useMemo(() => years.map((_, at): Datum => ({ at })), [years])
  const margin = useMemo(() => ({ top: TOP, right: RIGHT, bottom: 0, left }), [left])
  return (
    <BarChart
      {...plainChart}
      width={width}
      height={height}
      data={data}
      margin={margin}
      barCategoryGap="12%"
      title={title}
    >
      <YAxis hide domain={NO_AMOUNTS} />
      <UpwardAxis />
      <YearAxis medium={medium} {...time} width={width - left - RIGHT} as="bands" />
      <Bar dataKey={level} isAnimationActive={false} zIndex={0} shape={allLayers} />
    </BarChart>
  )
})

interface Datum {
  readonly at: number
}

/** Recharts places a bar a year; the shape of the first draws the bars of all years. */
const level = () => 0
const allLayers = ({ x, width, payload }: BarShapeProps) =>
  (payload as Datum).at === 0 ? <Bars first={x} width={width} /> : null

/** The bars of all years, layer by layer. @param first the left edge of the first bar and their width, in px */
function Bars({ first, width }: { readonly first: number; readonly width: number }) {
  const plot = usePlotArea()
  const y = useUpward()
  const stack = use(Stack)
  if (!plot || !y || !stack) return null
  const { layers, mark } = stack
  const count = layers[0]?.values.length ?? 0
  const ground = grounds(layers)
  // What is below zero hangs from it.
  const [up, down] = [Array<number>(count).fill(0), Array<number>(count).fill(0)]
  return layers.map(({ id, values }, i) => {
    const boxes = values.flatMap((value, at) => {
      const side = value < 0 ? down : up
      const [from, to] = [side[at]!, (side[at] = side[at]! + value)]
      const x = fine(first + (at * plot.width) / count)
      const top = fine(y(Math.max(from, to)))
      const height = fine(y(Math.min(from, to)) - top)
      return height > 0 ? [{ x, top, height }] : []
    })
    const bars = boxes.map(({ x, top, height }) => `M${x},${top}h${width}v${height}h${-width}Z`).join('')
    if (ground[i] !== 'hatch')
      return (
        <path
          key={id}
          data-layer={id}
          d={bars}
          stroke="var(--paper)"
          strokeWidth={0.5}
          fill={mark.color}
          fillOpacity={ground[i]}
        />
      )
    return (
      <g key={id} data-layer={id}>
        <path d={bars} fill={mark.color} fillOpacity={0.18} />
        <path
          d={boxes.map(({ x, top, height }) => hatching(x, top, width, height, 5)).join('')}
          stroke={mark.color}
          strokeWidth={1.6}
        />
      </g>
    )
  })
}

/** Finer than this no edge of a bar differs. */
const fine = (place: number): number => Math.round(place * 1e4) / 1e4

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
