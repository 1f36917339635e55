import { usePlotArea } from 'recharts'

import { clipped } from '../../shared/text'
import type { Place } from './amounts'
import classes from './charts.module.css'
import { outline, type Mark } from './marks'
import { spread } from './spread'

export interface EndLabel {
  readonly id: string
  readonly text: string
  /** Where the line ends. */
  readonly value: number
  readonly mark?: Mark
}

interface Props {
  readonly labels: readonly EndLabel[]
  /** Upward; none until Recharts has laid out the plot. */
  readonly y: Place | undefined
  /** The minimum distance between two labels, in px. */
  readonly gap: number
  /** Maximum number of characters. */
  readonly letters: number
}

/** Names at the ends of lines, moved apart where the lines meet. */
export function EndLabels({ labels, y, gap, letters }: Props) {
  const plot = usePlotArea()
  if (!y || !plot) return null
  const right = plot.x + plot.width
  const ends = labels.map(({ value }) => y(value))
  const places = spread(ends, gap, 8, plot.y + plot.height)
  return labels.map(({ id, text, mark }, i) => {
    const [end, place] = [ends[i]!, places[i]!]
    return (
      <g key={id}>
        {Math.abs(place - end) > 2 && (
          <path d={`M${right + 5},${end}L${right + 12},${place}`} fill="none" className={classes.leader} />
        )}
        {mark && <path d={outline(mark.shape, right + 18, place, 3.6)} fill={mark.color} />}
        <text x={right + (mark ? 26 : 15)} y={place} dy="0.35em" className={mark ? classes.name : classes.amount}>
          {clipped(text, letters)}
        </text>
      </g>
    )
  })
}
