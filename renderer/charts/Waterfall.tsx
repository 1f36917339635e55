import { memo, useId } from 'react'
import {
  Bar,
  BarChart,
  ReferenceLine,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'

import type { Step } from '../../shared/present/waterfall'
import { usd, usdShort } from '../format'
import classes from './charts.module.css'
import { Hatch } from './Hatch'
import type { Mark } from './marks'

interface Props {
  readonly title: string
  readonly description: string
  readonly steps: readonly Step[]
  readonly mark: Mark
  readonly width: number
  /** The end of the axis, so that several stand on one scale. */
  readonly most: number
}

const ROW = 26
const NAMES = 158

/** From the price to the pocket: sums full, what comes later hatched or light, what goes to others grey. */
export const Waterfall = memo(function Waterfall({ title, description, steps, mark, width, most }: Props) {
  const hatch = useId()
  const least = Math.min(0, ...steps.map(({ from, to }) => Math.min(from, to)))
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={steps.length * ROW + 8}
      data={steps as Step[]}
      margin={{ top: 4, right: 74, bottom: 4, left: 0 }}
      title={title}
      desc={description}
    >
      <defs>
        <Hatch id={hatch} color={mark.color} />
      </defs>
      <XAxis type="number" domain={[least, most]} hide />
      <YAxis
        type="category"
        dataKey={(step: Step) => step.id}
        width={NAMES}
        interval={0}
        tickLine={false}
        axisLine={false}
        tickFormatter={(id: string) => steps.find((step) => step.id === id)?.label ?? id}
        tick={(tick: { x: number | string; y: number | string; payload: { value: string } }) => {
          const step = steps.find(({ id }) => id === tick.payload.value)
          return (
            <text
              x={Number(tick.x) - NAMES + 8}
              y={tick.y}
              dy="0.35em"
              className={step?.kind === 'total' ? classes.strong : undefined}
            >
              {step?.label.slice(0, 26)}
            </text>
          )
        }}
      />
      <ReferenceLine x={0} className={classes.zero} />
      <Bar
        dataKey={(step: Step): [number, number] => [Math.min(step.from, step.to), Math.max(step.from, step.to)]}
        isAnimationActive={false}
        barSize={14}
        shape={(bar: { x?: number; y?: number; width?: number; height?: number; payload?: Step }) => {
          const { x = 0, y = 0, width: wide = 0, height = 0, payload } = bar
          const box = { x: wide < 0 ? x + wide : x, y, width: Math.max(1, Math.abs(wide)), height }
          if (payload?.kind === 'total') return <rect {...box} fill={mark.color} />
          if (payload?.kind === 'later')
            return payload.contingent ? (
              <rect {...box} fill={`url(#${hatch})`} />
            ) : (
              <rect {...box} fill={mark.color} fillOpacity={0.45} />
            )
          return <rect {...box} className={classes.cost} />
        }}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        content={({ active, label }) => {
          const step = active ? steps.find(({ id }) => id === label) : undefined
          return step ? (
            <div className={classes.tooltip} role="status">
              {step.label}: {usd(step.value)}
              {step.contingent && <div className="quiet">hangs on a condition</div>}
            </div>
          ) : null
        }}
      />
      <Amounts steps={steps} />
    </BarChart>
  )
})

/** The amounts behind the bars, and thin lines from each bar to the next. */
function Amounts({ steps }: { readonly steps: readonly Step[] }) {
  const plot = usePlotArea()
  const across = useXAxisScale()
  const down = useYAxisScale()
  if (!plot || !across || !down) return null
  return (
    <g aria-hidden="true">
      {steps.map(({ id, value, kind, from, to }, i) => {
        const y = Number(down(id, { position: 'middle' }))
        const x = Number(across(Math.max(from, to)))
        const next = steps[i + 1]
        const joint = Number(across(to))
        if (![x, y, joint].every(Number.isFinite)) return null
        return (
          <g key={id}>
            {next && <line x1={joint} x2={joint} y1={y + 7} y2={y + ROW - 7} className={classes.connector} />}
            <text x={x + 5} y={y} dy="0.35em" className={kind === 'total' ? classes.strong : classes.amount}>
              {usdShort(value)}
            </text>
          </g>
        )
      })}
    </g>
  )
}
