import { usePlotArea, useXAxisScale } from 'recharts'

import { tenth } from './axis'
import classes from './charts.module.css'
import { labelRows } from './label-rows'

/** Something that a chart over years marks. */
export interface YearMark {
  readonly year: number
  readonly label: string
}

interface Props {
  /** The year of the first place. */
  readonly first: number
  readonly marks: readonly YearMark[]
  /** How many rows of labels there are above the plot; in px how high each is, and how wide a letter. */
  readonly rows: number
  readonly row: number
  readonly letter: number
  /** So far right of the plot a label may reach, in px. */
  readonly beyond: number
}

/** Upright lines at the years of events, their labels in rows above; one that finds no room has its line alone. */
export function YearMarks({ first, marks, rows, row: high, letter, beyond }: Props) {
  const x = useXAxisScale()
  const plot = usePlotArea()
  if (!x || !plot) return null
  const placed = marks.map(({ year, label }) => {
    const [at, width] = [tenth(x(year - first)!), label.length * letter]
    return { year, label, at, width, left: Math.min(at + 4, plot.x + plot.width + beyond - width) }
  })
  const found = labelRows(placed, rows, 8)
  const bottom = (i: number) => plot.y - 8 - found[i]! * high
  return (
    <>
      {placed.map(({ year, label, at }, i) => (
        <line
          key={`${year} ${label}`}
          x1={at}
          x2={at}
          y1={found[i]! < 0 ? plot.y : bottom(i) - 10}
          y2={plot.y + plot.height}
          className={classes.event}
        />
      ))}
      {placed.map(
        ({ year, label, left }, i) =>
          found[i]! >= 0 && (
            <text key={`${year} ${label}`} x={left} y={bottom(i)} className={classes.clear}>
              {label}
            </text>
          ),
      )}
    </>
  )
}
