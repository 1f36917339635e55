import { memo, useId } from 'react'

import type { Step } from '../../shared/present/waterfall'
import { usd, usdShort } from '../format'
import { tenth } from './axis'
import classes from './charts.module.css'
import { Hatch } from './Hatch'
import type { Mark } from './marks'
import { RowsChart } from './RowsChart'

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
const BAR = 14
const NAMES = 158
const AMOUNTS = 74

/** From the price to the pocket: sums full, what comes later hatched or light, what goes to others grey. */
export const Waterfall = memo(function Waterfall({ title, description, steps, mark, width, most }: Props) {
  const hatch = useId()
  const least = Math.min(0, ...steps.map(({ from, to }) => Math.min(from, to)))
  const room = width - NAMES - AMOUNTS
  const x = (value: number) => tenth(NAMES + (room * (value - least)) / (most - least || 1))
  return (
    <RowsChart
      title={title}
      description={description}
      width={width}
      count={steps.length}
      row={ROW}
      read={(at) => {
        const { label, value, contingent } = steps[at]!
        return (
          <>
            {label}: {usd(value)}
            {contingent && <div className="quiet">hangs on a condition</div>}
          </>
        )
      }}
    >
      <defs>
        <Hatch id={hatch} color={mark.color} />
      </defs>
      <g aria-hidden="true">
        <line x1={x(0)} x2={x(0)} y1={4} y2={4 + steps.length * ROW} className={classes.zero} />
        {steps.map(({ id, label, value, kind, contingent, from, to }, i) => {
          const y = 4 + i * ROW + ROW / 2
          const [low, high] = [x(Math.min(from, to)), x(Math.max(from, to))]
          return (
            <g key={id}>
              <text x={8} y={y} dy="0.35em" className={kind === 'total' ? classes.strong : undefined}>
                {label.slice(0, 26)}
              </text>
              <rect
                x={low}
                y={y - BAR / 2}
                width={Math.max(1, tenth(high - low))}
                height={BAR}
                {...ground(kind, contingent, mark, hatch)}
              />
              {i < steps.length - 1 && (
                <line x1={x(to)} x2={x(to)} y1={y + BAR / 2} y2={y + ROW - BAR / 2} className={classes.connector} />
              )}
              <text x={high + 5} y={y} dy="0.35em" className={kind === 'total' ? classes.strong : classes.amount}>
                {usdShort(value)}
              </text>
            </g>
          )
        })}
      </g>
    </RowsChart>
  )
})

function ground(kind: Step['kind'], contingent: boolean, mark: Mark, hatch: string) {
  if (kind === 'total') return { fill: mark.color }
  if (kind !== 'later') return { className: classes.cost }
  return contingent ? { fill: `url(#${hatch})` } : { fill: mark.color, fillOpacity: 0.45 }
}
