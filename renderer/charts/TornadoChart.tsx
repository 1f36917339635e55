import { memo, useCallback, useMemo } from 'react'
import { usePlotArea } from 'recharts'

import type { Swing, Tornado } from '../../shared/analysis/tornado'
import type { Write } from '../../shared/present/conditions'
import { isTie } from '../../shared/present/sentence'
import { clipped } from '../../shared/text'
import { usdInWords } from '../format'
import { useRightward } from './amounts'
import classes from './charts.module.css'
import type { ChartProps } from './Drawn'
import { LETTER } from './label-rows'
import { outline, type Mark } from './marks'
import { RowsChart, type Row } from './RowsChart'

interface Props extends ChartProps {
  readonly tornado: Tornado
  /** The two paths, each on its side of the line of equality. */
  readonly sides: readonly [Side, Side]
  readonly write: Write
}

interface Side {
  readonly name: string
  readonly mark: Mark
}

const ROW = 30
const BAR = 14
/** Room for the names of the inputs: a fraction of the width, at most what the longest needs. */
const NAMES = { part: 0.28, least: 210 }
/** Room for the values at the ends of a bar, and for the labels at the right edge. */
const ENDS = 64
const FLIPS = 74
const TOP = 44
/** The number of bars drawn; the table has all of them. */
const MOST = 14

/** One bar per input, from the lead at its low to the lead at its high; inputs that change the leader are marked. */
export const TornadoChart = memo(function TornadoChart({ tornado, sides, write, ...chart }: Props) {
  const { width } = chart
  const rows = useMemo(() => tornado.swings.slice(0, MOST), [tornado])
  const all = [0, tornado.lead, ...rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh])]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const longest = Math.max(...rows.map(({ lever }) => lever.label.length)) * LETTER
  const names = Math.max(NAMES.least, Math.min(longest, NAMES.part * width))
  const draw = useCallback(
    (at: number, row: Row) => (
      <Bar swing={rows[at]!} row={row} sides={sides} write={write} names={names} right={width} />
    ),
    [rows, sides, write, names, width],
  )
  const more = tornado.swings.length - rows.length
  return (
    <>
      <RowsChart
        {...chart}
        count={rows.length}
        row={ROW}
        top={TOP}
        left={names + ENDS}
        right={FLIPS + ENDS}
        domain={[least, most > least ? most : least + 1]}
        draw={draw}
        read={(at) => reading(rows[at]!, sides, write)}
      >
        <Lines lead={tornado.lead} sides={[most > 0 && sides[0], least < 0 && sides[1]]} />
      </RowsChart>
      {more > 0 && <p className={classes.read}>{more} more inputs stand in the table.</p>}
    </>
  )
})

const reach = ({ atLow, atHigh }: Swing) => [Math.min(atLow, atHigh), Math.max(atLow, atHigh)] as const

/** The line of equality between the two sides, and the lead in the case as entered. */
function Lines({ lead, sides: [first, second] }: { lead: number; sides: [Side | false, Side | false] }) {
  const x = useRightward()
  const plot = usePlotArea()
  if (!x || !plot) return null
  const [top, bottom, equal, own] = [plot.y - 8, plot.y + plot.height, x(0), x(lead)]
  return (
    <>
      <line x1={equal} x2={equal} y1={top} y2={bottom} className={classes.sum} stroke="currentcolor" />
      {first && <SideName side={first} x={equal + 8} anchor="start" />}
      {second && <SideName side={second} x={equal - 8} anchor="end" />}
      <line x1={own} x2={own} y1={top} y2={bottom} className={classes.event} />
      <text x={own} y={top - 4} textAnchor="middle">
        as entered
      </text>
    </>
  )
}

function SideName({ side, x, anchor }: { side: Side; x: number; anchor: 'start' | 'end' }) {
  const sign = anchor === 'start' ? x + 4 : x - 4
  return (
    <g>
      <path d={outline(side.mark.shape, sign, 10, 4)} fill={side.mark.color} />
      <text x={anchor === 'start' ? x + 14 : x - 14} y={14} textAnchor={anchor} className={classes.name}>
        {side.name} leads
      </text>
    </g>
  )
}

interface BarProps extends Pick<Props, 'sides' | 'write'> {
  readonly swing: Swing
  readonly row: Row
  /** The room for the name, in px, and the right end of the chart. */
  readonly names: number
  readonly right: number
}

function Bar({ swing, row: { middle, x }, sides, write, names, right }: BarProps) {
  const { lever, low, high, atLow, atHigh, flips } = swing
  const lowFirst = atLow <= atHigh
  const [from, to] = reach(swing)
  const parts = [
    { from: Math.max(0, from), to, mark: sides[0].mark },
    { from, to: Math.min(0, to), mark: sides[1].mark },
  ].filter((part) => part.to > part.from)
  return (
    <>
      <text x={0} y={middle} dy="0.35em" className={classes.amount}>
        {clipped(lever.label, Math.floor(names / LETTER))}
      </text>
      {parts.map((part) => (
        <rect
          key={part.mark.shape}
          x={x(part.from)}
          y={middle - BAR / 2}
          width={Math.max(1, x(part.to) - x(part.from))}
          height={BAR}
          fill={part.mark.color}
          fillOpacity={0.8}
        />
      ))}
      <text x={x(from) - 5} y={middle} dy="0.35em" textAnchor="end" className={classes.clear}>
        {write(lever, lowFirst ? low : high)}
      </text>
      <text x={x(to) + 5} y={middle} dy="0.35em" className={classes.clear}>
        {write(lever, lowFirst ? high : low)}
      </text>
      {flips && (
        <text x={right - 4} y={middle} dy="0.35em" textAnchor="end" className={classes.strong}>
          ⇄ flips
        </text>
      )}
    </>
  )
}

/** A bar in words. */
function reading({ lever, low, high, atLow, atHigh }: Swing, sides: Props['sides'], write: Write): string {
  const end = (value: number, lead: number) =>
    `at ${write(lever, value)} ${isTie(lead) ? 'they are about equal' : `${sides[lead < 0 ? 1 : 0].name} leads by ${usdInWords(Math.abs(lead))}`}`
  return `${lever.label}: ${end(low, atLow)}, ${end(high, atHigh)}.`
}
