import { createContext, use } from 'react'
import { usePlotArea } from 'recharts'

import { axisAmount } from './axis'
import classes from './charts.module.css'

/** An axis of amounts. */
export interface Amounts {
  /** What it is labeled with, in round steps. */
  readonly ticks: readonly number[]
  /** The amounts at its ends. */
  readonly domain: readonly [least: number, most: number]
}

/**
 * The amounts of a chart that follows a slider. They and their axis reach the drawing as a React context: an axis of
 * Recharts is a part of its store, and each new end of it would run all selectors several times and mount every label
 * anew.
 */
export const AmountsOf = createContext<Amounts>({ ticks: [], domain: [0, 1] })

/** The domain that Recharts is given instead. */
export const NO_AMOUNTS = [0, 1] as const

/** Where an amount is drawn, in px. */
export type Place = (amount: number) => number

/** The place of an amount in a chart with amounts upward; none until Recharts has laid it out. */
export function useUpward(): Place | undefined {
  const plot = usePlotArea()
  const { domain } = use(AmountsOf)
  return plot && ((amount) => plot.y + plot.height * (1 - share(amount, domain)))
}

/** The same for amounts to the right. */
export function useRightward(): Place | undefined {
  const plot = usePlotArea()
  const { domain } = use(AmountsOf)
  return plot && ((amount) => plot.x + plot.width * share(amount, domain))
}

const share = (amount: number, [least, most]: Amounts['domain']): number => (amount - least) / (most - least)

/** Amounts upward, with grid lines and a zero line. */
export function UpwardAxis() {
  const plot = usePlotArea()
  const y = useUpward()
  const { ticks } = use(AmountsOf)
  if (!plot || !y) return null
  const line = (amount: number) => `M${plot.x},${y(amount)}h${plot.width}`
  return (
    <>
      <path d={ticks.map(line).join('')} className={classes.grid} />
      <path d={line(0)} className={classes.zero} />
      {ticks.map((tick) => (
        <text key={tick} x={plot.x - GAP} y={y(tick)} dy="0.35em" textAnchor="end">
          {axisAmount(tick)}
        </text>
      ))}
    </>
  )
}

/** Amounts to the right above the plot, with grid lines; without ticks the zero line alone. */
export function RightwardAxis() {
  const plot = usePlotArea()
  const x = useRightward()
  const { ticks } = use(AmountsOf)
  if (!plot || !x) return null
  const line = (amount: number) => `M${x(amount)},${plot.y}v${plot.height}`
  return (
    <>
      {ticks.length > 0 && <path d={ticks.map(line).join('')} className={classes.grid} />}
      <path d={line(0)} className={classes.zero} />
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={plot.y - GAP} textAnchor="middle">
          {axisAmount(tick)}
        </text>
      ))}
    </>
  )
}

/** Between an axis and its labels, in px. */
const GAP = 8
