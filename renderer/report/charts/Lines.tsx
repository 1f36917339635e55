import { clipped } from '../../../shared/text'
import { outline, type Mark } from '../../charts/marks'
import { usdShort } from '../../format'
import { ticksFor } from '../../charts/axis'
import { spread } from '../../charts/spread'

export interface Line {
  readonly id: string
  readonly name: string
  readonly mark: Mark
  readonly values: readonly number[]
}

interface Props {
  /** What the picture shows, for those who do not see it. */
  readonly alt: string
  readonly years: readonly number[]
  readonly ages: readonly number[]
  readonly lines: readonly Line[]
  /** Days to mark, as a calendar: 2033.5 is the middle of 2033. */
  readonly events: readonly { readonly at: number; readonly label: string }[]
  /** Values stand at the end of their year, or in its middle. */
  readonly placed: 'end' | 'middle'
  readonly height: number
}

const WIDTH = 662
const LEFT = 52
const RIGHT = 150
const BOTTOM = 30
const LETTER = 5.2

/** Lines over the years in a fixed size, with names at their ends: nothing in it moves or depends on the screen. */
export function Lines({ alt, years, ages, lines, events, placed, height }: Props) {
  const all = lines.flatMap(({ values }) => values)
  const ticks = ticksFor(Math.min(...all), Math.max(...all))
  const [low, high] = [ticks[0]!, ticks.at(-1)!]
  const marked = labelled(events)
  const top = 10 + 12 * Math.max(0, ...marked.map(({ row }) => row + 1))
  const first = years[0]!
  const span = Math.max(1, years.length)
  const x = (at: number) => LEFT + ((at - first) / span) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => top + ((high - value) / (high - low || 1)) * (height - top - BOTTOM)
  const at = (i: number) => x(years[i]! + (placed === 'end' ? 1 : 0.5))
  const step = Math.max(1, Math.ceil(years.length / 8))
  const ends = spread(
    lines.map(({ values }) => y(values.at(-1)!)),
    12,
    top,
    height - BOTTOM,
  )

  function labelled(of: Props['events']) {
    // Labels that would cover one another go into rows of their own.
    const free: number[] = []
    return of.map((event) => {
      const from = ((event.at - years[0]!) / Math.max(1, years.length)) * (WIDTH - LEFT - RIGHT)
      let row = free.findIndex((until) => until <= from)
      if (row < 0) row = free.length
      free[row] = from + event.label.length * LETTER + 8
      return { ...event, row }
    })
  }

  return (
    <svg role="img" aria-label={alt} width={WIDTH} height={height} viewBox={`0 0 ${WIDTH} ${height}`}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? 'zero' : 'grid'} x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text className="tick" x={LEFT - 6} y={y(tick) + 3} textAnchor="end">
            {tick === 0 ? '0' : usdShort(tick)}
          </text>
        </g>
      ))}
      {years.map((year, i) =>
        i % step === 0 ? (
          <g key={year}>
            <text className="tick" x={at(i)} y={height - BOTTOM + 13} textAnchor="middle">
              {year}
            </text>
            <text className="tick" x={at(i)} y={height - BOTTOM + 25} textAnchor="middle">
              {i === 0 ? `age ${ages[i]}` : ages[i]}
            </text>
          </g>
        ) : null,
      )}
      {marked.map((event) => (
        <g key={`${event.label}${event.at}`}>
          <line className="event" x1={x(event.at)} x2={x(event.at)} y1={8 + event.row * 12} y2={height - BOTTOM} />
          <text className="tick" x={x(event.at) + 4} y={10 + event.row * 12}>
            {event.label}
          </text>
        </g>
      ))}
      {lines.map(({ id, mark, values }, k) => (
        <g key={id}>
          <path
            d={`M${values.map((value, i) => `${at(i).toFixed(1)},${y(value).toFixed(1)}`).join('L')}`}
            fill="none"
            stroke={mark.color}
            strokeWidth={1.6}
            strokeDasharray={mark.dash}
            strokeLinejoin="round"
          />
          {values.map((value, i) =>
            // Marks of different lines stand at different years, so that lines that coincide can be told apart.
            (i + k) % step === 0 || i === values.length - 1 ? (
              <path key={i} d={outline(mark.shape, at(i), y(value), 3.4)} fill={mark.color} />
            ) : null,
          )}
        </g>
      ))}
      {lines.map(({ id, name, mark, values }, k) => (
        <g key={id}>
          <line
            className="leader"
            x1={at(values.length - 1) + 4}
            y1={y(values.at(-1)!)}
            x2={WIDTH - RIGHT + 12}
            y2={ends[k]}
          />
          <path d={outline(mark.shape, WIDTH - RIGHT + 18, ends[k]!, 3.6)} fill={mark.color} />
          <text className="name" x={WIDTH - RIGHT + 26} y={ends[k]! + 3.5}>
            {clipped(name, 22)}
          </text>
        </g>
      ))}
    </svg>
  )
}
