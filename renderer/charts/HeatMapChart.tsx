import { memo, useMemo } from 'react'

import type { HeatMap } from '../../shared/analysis/heat-map'
import type { LeverFacts } from '../../shared/analysis/levers'
import type { Write } from '../../shared/present/conditions'
import { isEven } from '../../shared/present/risk'
import { lowered } from '../../shared/present/sentence'
import { usdInWords } from '../format'
import classes from './charts.module.css'
import { outline, type Mark } from './marks'
import { useCursor } from './use-cursor'

interface Props {
  readonly title: string
  readonly description: string
  readonly map: HeatMap
  /** In the order of the map's paths. */
  readonly paths: readonly { readonly name: string; readonly mark: Mark }[]
  readonly write: Write
  readonly width: number
}

const LEFT = 104
const BOTTOM = 46
const HEIGHT = 380
/** Leads are drawn in three tones, by thirds of the largest. */
const TONES = [0.3, 0.58, 0.9]

/**
 * The leader over two inputs: color and name identify it, tone shows by how much, and a line marks where the lead
 * changes.
 */
export const HeatMapChart = memo(function HeatMapChart({ title, description, map, paths, write, width }: Props) {
  const { xs, ys, winner, margin, across, up, own } = map
  const { at, setAt, onKeyDown } = useCursor(winner.length, xs.length)
  const [plot, high] = [width - LEFT - 16, HEIGHT]
  const [wide, tall] = [plot / xs.length, high / ys.length]
  const x = (column: number) => LEFT + column * wide
  const y = (row: number) => 8 + high - (row + 1) * tall
  const drawn = useMemo(() => drawingOf(map), [map])
  const labels = useMemo(() => labelsOf(map), [map])
  // The center of a cell represents its value.
  const place = (values: readonly number[], value: number) => {
    const step = values.length > 1 ? (values.at(-1)! - values[0]!) / (values.length - 1) : 1
    return (value - values[0]!) / step
  }
  const [ownX, ownY] = [place(xs, own[0]), place(ys, own[1])]
  const cell = at === undefined ? undefined : { column: at % xs.length, row: Math.floor(at / xs.length) }
  const marks = (values: readonly number[], most: number) => {
    const step = Math.max(1, Math.ceil((values.length - 1) / most))
    return values.flatMap((value, i) => (i % step === 0 ? [{ value, i }] : []))
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application reads its cells itself */}
      <svg
        data-chart
        width={width}
        height={high + 8 + BOTTOM}
        role="application"
        aria-label={`${title}. ${description}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys read the cells
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(undefined)}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          const column = Math.floor((event.clientX - box.left - LEFT) / wide)
          const row = Math.floor((8 + high - (event.clientY - box.top)) / tall)
          const inside = column >= 0 && column < xs.length && row >= 0 && row < ys.length
          setAt(inside ? row * xs.length + column : undefined)
        }}
        onPointerLeave={() => setAt(undefined)}
      >
        <title>{title}</title>
        {drawn.runs.map(({ path, tone, row, from, to }) => (
          <rect
            key={`${row} ${from}`}
            x={x(from)}
            y={y(row)}
            width={(to - from) * wide}
            height={tall}
            fill={paths[path]!.mark.color}
            fillOpacity={TONES[tone]}
            shapeRendering="crispEdges"
          />
        ))}
        <path
          d={drawn.edges
            .map(({ row, column, side }) =>
              side === 'right' ? `M${x(column + 1)},${y(row)}v${tall}` : `M${x(column)},${y(row)}h${wide}`,
            )
            .join('')}
          className={classes.border}
        />
        {marks(xs, Math.max(2, Math.floor(plot / 120))).map(({ value, i }) => (
          <text key={i} x={x(i + 0.5)} y={high + 24} textAnchor="middle">
            {write(across, value)}
          </text>
        ))}
        {marks(ys, 8).map(({ value, i }) => (
          <text key={i} x={LEFT - 6} y={y(i) + tall / 2} dy="0.35em" textAnchor="end">
            {write(up, value)}
          </text>
        ))}
        <text x={LEFT + plot} y={high + 42} textAnchor="end" className={classes.amount}>
          {nameOf(across)} →
        </text>
        <text x={0} y={high + 42} className={classes.amount}>
          ↑ {nameOf(up)}
        </text>
        <circle cx={x(ownX + 0.5)} cy={y(ownY - 0.5)} r={5} className={classes.here} />
        {labels.map(({ path, row, column }) => (
          <Label
            key={path}
            x={x(column + 0.5)}
            y={y(row) + tall / 2}
            {...paths[path]!}
            left={LEFT}
            right={LEFT + plot}
          />
        ))}
        {cell && <rect x={x(cell.column)} y={y(cell.row)} width={wide} height={tall} className={classes.cell} />}
      </svg>
      <p className={classes.read} role="status">
        {cell === undefined
          ? 'The ring is your case. The stronger the color, the greater the lead.'
          : `${across.label} ${write(across, xs[cell.column]!)}, ${lowered(up.label)} ${write(up, ys[cell.row]!)}: ${
              winner[at!]! < 0
                ? 'no value'
                : isEven(map, at!)
                  ? 'about equal'
                  : `${paths[winner[at!]!]!.name} leads by ${usdInWords(margin[at!])}`
            }.`}
      </p>
    </>
  )
})

const nameOf = ({ label, per }: LeverFacts): string => (per && per.length < 24 ? `${label}, ${per}` : label)

function Label(props: { x: number; y: number; name: string; mark: Mark; left: number; right: number }) {
  const { y, name, mark, left, right } = props
  const width = name.length * 7.2 + 28
  const x = Math.max(left, Math.min(right - width, props.x - width / 2))
  return (
    <g>
      <rect x={x} y={y - 11} width={width} height={22} rx={4} className={classes.plate} />
      <path d={outline(mark.shape, x + 12, y, 4)} fill={mark.color} />
      <text x={x + 22} y={y} dy="0.35em" className={classes.name}>
        {name}
      </text>
    </g>
  )
}

interface Run {
  readonly path: number
  readonly tone: number
  readonly row: number
  readonly from: number
  readonly to: number
}

/** Merges neighboring cells that look alike into rectangles, and finds the borders between leaders. */
function drawingOf({ xs, ys, winner, margin }: HeatMap) {
  const most = margin.reduce((a, b) => (b > a ? b : a), 0)
  const tone = (cell: number) => Math.min(2, Math.floor((3 * margin[cell]!) / (most || 1)))
  const runs: Run[] = []
  const edges: { row: number; column: number; side: 'right' | 'top' }[] = []
  for (let row = 0; row < ys.length; row++) {
    for (let column = 0; column < xs.length; column++) {
      const cell = row * xs.length + column
      const path = winner[cell]!
      if (column + 1 < xs.length && winner[cell + 1] !== path) edges.push({ row, column, side: 'right' })
      if (row + 1 < ys.length && winner[cell + xs.length] !== path) edges.push({ row, column, side: 'top' })
      if (path < 0) continue
      const last = runs.at(-1)
      if (last?.row === row && last.to === column && last.path === path && last.tone === tone(cell))
        runs[runs.length - 1] = { ...last, to: column + 1 }
      else runs.push({ path, tone: tone(cell), row, from: column, to: column + 1 })
    }
  }
  return { runs, edges }
}

/** Where to put each path's name: the cell deepest inside its area; small corners get none. */
function labelsOf({ xs, ys, winner, paths }: HeatMap) {
  const depth = (cell: number): number => {
    const [column, row] = [cell % xs.length, Math.floor(cell / xs.length)]
    for (let reach = 1; ; reach++) {
      for (const [dx, dy] of [
        [reach, 0],
        [-reach, 0],
        [0, reach],
        [0, -reach],
      ] as const) {
        const [c, r] = [column + dx, row + dy]
        if (c < 0 || r < 0 || c >= xs.length || r >= ys.length) return reach
        if (winner[r * xs.length + c] !== winner[cell]) return reach
      }
    }
  }
  return paths.flatMap((_, path) => {
    const cells = [...winner.keys()].filter((cell) => winner[cell] === path)
    if (cells.length < winner.length / 50) return []
    const best = cells.map((cell) => ({ cell, in: depth(cell) })).reduce((a, b) => (b.in > a.in ? b : a))
    return [{ path, row: Math.floor(best.cell / xs.length), column: best.cell % xs.length }]
  })
}
