import type { SampleChart } from '../../shared/host'
import { clipped } from '../../shared/text'
import { list } from '../../shared/present/sentence'
import { usdInWords } from '../format'
import { axisAmount, tenth, ticksFor } from './axis'
import { markOf, outline, type Mark } from './marks'
import classes from './sketch.module.css'
import { spread } from './spread'

/** The drawing in its own units: about a pixel each on a card. */
const BOX = { width: 300, height: 132, left: 38, right: 96, top: 10, bottom: 20 }
const EDGE = { right: BOX.width - BOX.right, bottom: BOX.height - BOX.bottom }
/** The distance between two names, and their longest, in characters. */
const NAMES = { gap: 13, letters: 13 }

/**
 * The wealth of each path over the years, small: drawn without the chart library, which the start page does not load.
 */
export function WealthSketch({ ages, paths }: Pick<SampleChart, 'ages' | 'paths'>) {
  const all = paths.flatMap(({ values }) => values)
  const ticks = ticksFor(Math.min(...all), Math.max(...all), 3)
  const [low, high] = [ticks[0]!, ticks.at(-1)!]
  const x = (at: number) => tenth(BOX.left + (at / Math.max(1, ages.length - 1)) * (EDGE.right - BOX.left))
  const y = (value: number) => tenth(EDGE.bottom - ((value - low) / (high - low || 1)) * (EDGE.bottom - BOX.top))
  const names = spread(
    paths.map(({ values }) => y(values.at(-1)!)),
    NAMES.gap,
    BOX.top,
    EDGE.bottom,
  )
  const last = ages.at(-1)!
  const ends = paths.map(({ name, values }) => `${name} ${usdInWords(values.at(-1))}`)
  return (
    <svg
      role="img"
      aria-label={`Wealth by path at age ${last}, expected, in today’s dollars: ${list(ends)}.`}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      className={classes.sketch}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${BOX.left},${y(tick)}H${EDGE.right}`} className={tick === 0 ? classes.zero : classes.grid} />
          <text x={BOX.left - 5} y={y(tick)} dy="0.35em" textAnchor="end">
            {axisAmount(tick)}
          </text>
        </g>
      ))}
      <text x={BOX.left} y={BOX.height - 5}>
        age {ages[0]}
      </text>
      <text x={EDGE.right} y={BOX.height - 5} textAnchor="middle">
        {last}
      </text>
      {paths.map(({ id, short, mark, values }, k) => (
        <Line
          key={id}
          mark={markOf(mark)}
          points={values.map((value, at) => [x(at), y(value)])}
          name={clipped(short, NAMES.letters)}
          at={names[k]!}
          offset={k}
        />
      ))}
    </svg>
  )
}

interface LineProps {
  readonly mark: Mark
  readonly points: readonly (readonly [number, number])[]
  readonly name: string
  /** The height of its name. */
  readonly at: number
  /** Staggers the signs of lines that coincide. */
  readonly offset: number
}

function Line({ mark, points, name, at, offset }: LineProps) {
  const every = Math.max(1, Math.round(points.length / 4))
  const signs = points.flatMap(([x, y], i) => ((i + offset * 2) % every === 0 ? outline(mark.shape, x, y, 2.8) : []))
  return (
    <>
      <path
        d={`M${points.map((point) => point.join(',')).join('L')}`}
        fill="none"
        stroke={mark.color}
        strokeWidth={1.6}
        strokeDasharray={mark.dash}
      />
      <path d={[...signs, outline(mark.shape, EDGE.right + 10, at, 3.2)].join('')} fill={mark.color} />
      <text x={EDGE.right + 18} y={at} dy="0.35em" className={classes.name}>
        {name}
      </text>
    </>
  )
}
