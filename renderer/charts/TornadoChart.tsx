import { memo } from 'react'

import type { Swing, Tornado } from '../../shared/analysis/tornado'
import type { Write } from '../../shared/present/conditions'
import { isTie } from '../../shared/present/sentence'
import { usdShort } from '../format'
import { shortened } from './axis'
import classes from './charts.module.css'
import { outline, type Mark } from './marks'
import { useCursor } from './use-cursor'

interface Props {
  readonly title: string
  readonly description: string
  readonly tornado: Tornado
  /** The two paths: what stands on its side of the line of equality. */
  readonly sides: readonly [Side, Side]
  readonly write: Write
  readonly width: number
}

interface Side {
  readonly name: string
  readonly mark: Mark
}

const ROW = 30
/** The room for the names of the inputs: a part of the width, as long as the longest needs. */
const NAMES = { part: 0.28, least: 210, character: 6.2 }
const FLIPS = 74
const TOP = 44
/** Bars that are drawn; the table has all. */
const MOST = 14

/** One bar an input, from the lead at its low to the lead at its high; what changes the leader is marked. */
export const TornadoChart = memo(function TornadoChart(props: Props) {
  const { title, description, tornado, sides, write, width } = props
  const rows = tornado.swings.slice(0, MOST)
  const { at, setAt, onKeyDown } = useCursor(rows.length)
  const all = [0, tornado.lead, ...rows.flatMap(({ atLow, atHigh }) => [atLow, atHigh])]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const ROOM = 64
  const longest = Math.max(...rows.map(({ lever }) => lever.label.length)) * NAMES.character
  const names = Math.max(NAMES.least, Math.min(longest, NAMES.part * width))
  const left = names + ROOM
  const right = width - FLIPS - ROOM
  const scale = (value: number) => left + ((value - least) / (most - least || 1)) * (right - left)
  const bottom = TOP + rows.length * ROW
  const [first, second] = sides
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application reads its bars itself */}
      <svg
        data-chart
        width={width}
        height={bottom + 8}
        role="application"
        aria-label={`${title}. ${description}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys read the bars
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(undefined)}
      >
        <title>{title}</title>
        <line x1={scale(0)} x2={scale(0)} y1={TOP - 8} y2={bottom} className={classes.sum} stroke="currentcolor" />
        {most > 0 && <SideName side={first} x={scale(0) + 8} anchor="start" />}
        {least < 0 && <SideName side={second} x={scale(0) - 8} anchor="end" />}
        <line x1={scale(tornado.lead)} x2={scale(tornado.lead)} y1={TOP - 8} y2={bottom} className={classes.event} />
        <text x={scale(tornado.lead)} y={TOP - 12} textAnchor="middle">
          as entered
        </text>
        {rows.map((row, i) => (
          <Bar
            key={row.lever.id}
            row={row}
            y={TOP + i * ROW + ROW / 2}
            scale={scale}
            sides={sides}
            write={write}
            names={names}
            right={width}
            current={at === i}
          />
        ))}
      </svg>
      <p className={classes.read} role="status">
        {at === undefined ? (
          tornado.swings.length > rows.length &&
          `${tornado.swings.length - rows.length} more inputs stand in the table.`
        ) : (
          <Reading row={rows[at]!} sides={sides} write={write} />
        )}
      </p>
    </>
  )
})

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

interface BarProps {
  readonly row: Swing
  readonly y: number
  readonly scale: (value: number) => number
  readonly sides: Props['sides']
  readonly write: Write
  readonly names: number
  readonly right: number
  readonly current: boolean
}

function Bar({ row, y, scale, sides, write, names, right, current }: BarProps) {
  const { lever, low, high, atLow, atHigh, flips } = row
  const lowFirst = atLow <= atHigh
  const [from, to] = lowFirst ? [atLow, atHigh] : [atHigh, atLow]
  const parts = [
    { from: Math.max(0, from), to, mark: sides[0].mark },
    { from, to: Math.min(0, to), mark: sides[1].mark },
  ].filter((part) => part.to > part.from)
  return (
    <g>
      {current && <rect x={0} y={y - ROW / 2} width={right} height={ROW} className={classes.current} />}
      <text x={0} y={y} dy="0.35em" className={classes.amount}>
        <title>{lever.label}</title>
        {shortened(lever.label, Math.floor(names / NAMES.character))}
      </text>
      {parts.map((part) => (
        <rect
          key={part.mark.shape}
          x={scale(part.from)}
          width={Math.max(1, scale(part.to) - scale(part.from))}
          y={y - 7}
          height={14}
          fill={part.mark.color}
          fillOpacity={0.8}
        />
      ))}
      <text x={scale(from) - 5} y={y} dy="0.35em" textAnchor="end" className={classes.clear}>
        {write(lever, lowFirst ? low : high)}
      </text>
      <text x={scale(to) + 5} y={y} dy="0.35em" className={classes.clear}>
        {write(lever, lowFirst ? high : low)}
      </text>
      {flips && (
        <text x={right - 4} y={y} dy="0.35em" textAnchor="end" className={classes.strong}>
          ⇄ flips
        </text>
      )}
    </g>
  )
}

/** A bar in words, for who walks along the bars. */
function Reading({ row, sides, write }: Pick<BarProps, 'row' | 'sides' | 'write'>) {
  const end = (value: number, lead: number) =>
    `at ${write(row.lever, value)} ${isTie(lead) ? 'both are about equal' : `${sides[lead < 0 ? 1 : 0].name} leads by ${usdShort(Math.abs(lead))}`}`
  return `${row.lever.label}: ${end(row.low, row.atLow)}, ${end(row.high, row.atHigh)}.`
}
