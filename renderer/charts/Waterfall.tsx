import { memo, useCallback } from 'react'

import type { Step } from '../../shared/present/waterfall'
import { clipped } from '../../shared/text'
import { usd, usdShort } from '../format'
import { tenth } from './axis'
import classes from './charts.module.css'
import type { ChartProps } from './Drawn'
import { HatchedBox } from './HatchedBox'
import type { Mark } from './marks'
import { RowsChart, type Row } from './RowsChart'

interface Props extends ChartProps {
  readonly steps: readonly Step[]
  readonly mark: Mark
  /** The end of the axis, so that several stand on one scale. */
  readonly most: number
}

const ROW = 26
const BAR = 14

/** From the price to the pocket: sums full, what comes later hatched or light, what goes to others gray. */
export const Waterfall = memo(function Waterfall({ steps, mark, most, ...chart }: Props) {
  const least = Math.min(0, ...steps.map(({ from, to }) => Math.min(from, to)))
  const bar = useCallback((at: number) => reach(steps[at]!), [steps])
  const draw = useCallback((at: number, row: Row) => <Bar steps={steps} mark={mark} at={at} row={row} />, [steps, mark])
  return (
    <RowsChart
      {...chart}
      count={steps.length}
      row={ROW}
      top={4}
      left={158}
      right={74}
      domain={[least, most > least ? most : least + 1]}
      bar={bar}
      draw={draw}
      read={(at) => (
        <>
          {steps[at]!.label}: {usd(steps[at]!.value)}
          {steps[at]!.contingent && <div className="quiet">contingent</div>}
        </>
      )}
    />
  )
})

const reach = ({ from, to }: Step) => [Math.min(from, to), Math.max(from, to)] as const

interface BarProps extends Pick<Props, 'steps' | 'mark'> {
  readonly at: number
  readonly row: Row
}

function Bar({ steps, mark, at, row: { middle, x } }: BarProps) {
  const step = steps[at]!
  const [low, high] = reach(step).map(x) as [number, number]
  const box = { x: low, y: middle - BAR / 2, width: Math.max(1, tenth(high - low)), height: BAR }
  return (
    <>
      <text x={8} y={middle} dy="0.35em" className={step.kind === 'total' ? classes.strong : undefined}>
        {clipped(step.label, 26)}
      </text>
      <Ground step={step} mark={mark} box={box} />
      {at < steps.length - 1 && (
        <line
          x1={x(step.to)}
          x2={x(step.to)}
          y1={middle + BAR / 2}
          y2={middle + ROW - BAR / 2}
          className={classes.connector}
        />
      )}
      <text x={high + 5} y={middle} dy="0.35em" className={step.kind === 'total' ? classes.strong : classes.amount}>
        {usdShort(step.value)}
      </text>
    </>
  )
}

interface GroundProps {
  readonly step: Step
  readonly mark: Mark
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

function Ground({ step: { kind, contingent }, mark, box }: GroundProps) {
  if (kind === 'total') return <rect {...box} fill={mark.color} />
  if (kind !== 'later') return <rect {...box} className={classes.cost} />
  return contingent ? (
    <HatchedBox {...box} color={mark.color} />
  ) : (
    <rect {...box} fill={mark.color} fillOpacity={0.45} />
  )
}
