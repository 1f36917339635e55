import { usePlotArea, useXAxisScale } from 'recharts'

import { tenth } from './axis'
import classes from './charts.module.css'
import { labelRows } from './label-rows'

/** An event marked by a chart over years. */
export interface YearMark {
  readonly year: number
  readonly label: string
}

interface Props {
  /** The year of the first position. */
  readonly first: number
  readonly marks: readonly YearMark[]
  /** The number of label rows above the plot; in px the height of a row and the width of a character. */
  readonly rows: number
  readonly row: number
  readonly letter: number
  /** How far right of the plot a label may extend, in px. */
  readonly beyond: number
}

/**
 * Vertical lines at the years of events, with labels in rows above; where a label does not fit, only the line is drawn.
 */
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
