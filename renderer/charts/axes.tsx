import { memo, useCallback, useMemo } from 'react'
import {
  CartesianGrid,
  ReferenceLine,
  XAxis,
  YAxis,
  type XAxisTickContentProps,
  type YAxisTickContentProps,
} from 'recharts'

import { axisAmount, yearTicks } from './axis'
import classes from './charts.module.css'
import type { Medium } from './Drawn'

/** The margins for axes beside and below the plot, in px. */
export const AXES: Readonly<Record<Medium, { readonly left: number; readonly bottom: number; readonly year: number }>> =
  {
    screen: { left: 70, bottom: 40, year: 64 },
    paper: { left: 60, bottom: 30, year: 56 },
  }

interface AmountProps {
  readonly medium: Medium
  readonly ticks: readonly number[]
  readonly domain: readonly [number, number]
}

/** Amounts upward in round steps, with grid lines and a zero line. */
export const AmountAxis = memo(function AmountAxis({ medium, ticks, domain }: AmountProps) {
  return (
    <>
      <CartesianGrid vertical={false} syncWithTicks zIndex={0} className={classes.grid} />
      <YAxis
        width={AXES[medium].left}
        ticks={ticks}
        domain={domain}
        interval={0}
        tickLine={false}
        axisLine={false}
        tick={amountTick}
      />
      <ReferenceLine y={0} zIndex={0} className={classes.zero} />
    </>
  )
})

const amountTick = ({ x, y, payload }: YAxisTickContentProps) => (
  <text x={x} y={y} dy="0.35em" textAnchor="end">
    {axisAmount(payload.value as number)}
  </text>
)

interface YearProps {
  readonly medium: Medium
  readonly years: readonly number[]
  readonly ages: readonly number[]
  /** In px, of the plot */
  readonly width: number
  /** Years as points on a line, or as bands for bars. */
  readonly as: 'points' | 'bands'
}

/** Years with the owner’s age below, as many as fit. */
export const YearAxis = memo(function YearAxis({ medium, years, ages, width, as }: YearProps) {
  const ticks = useMemo(() => {
    const most = Math.max(2, Math.floor(width / AXES[medium].year))
    return yearTicks(years, most).map((year) => year - years[0]!)
  }, [medium, years, width])
  const tick = useCallback(
    ({ x, y, payload }: XAxisTickContentProps) => {
      const at = payload.value as number
      return (
        <g transform={`translate(${x},${y})`} textAnchor="middle">
          <text dy={medium === 'paper' ? 5 : 9}>{years[at]}</text>
          <text dy={medium === 'paper' ? 17 : 24}>{at === 0 ? `age ${ages[at]}` : ages[at]}</text>
        </g>
      )
    },
    [medium, years, ages],
  )
  return (
    <XAxis
      dataKey="at"
      type={as === 'points' ? 'number' : 'category'}
      {...(as === 'points' && { domain: [0, Math.max(1, years.length - 1)] as const })}
      ticks={ticks}
      interval={0}
      tickLine={false}
      axisLine={false}
      height={AXES[medium].bottom}
      tick={tick}
    />
  )
})
