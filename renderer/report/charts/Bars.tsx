import { ticksFor } from '../../charts/axis'
import { hatching } from '../../charts/hatching'
import { outline, type Mark } from '../../charts/marks'
import { usdShort } from '../../format'

export interface Bar {
  readonly id: string
  readonly name: string
  readonly mark: Mark
  readonly guaranteed: number
  readonly expected: number
  readonly maximum: number
}

const WIDTH = 662
const NAMES = 150
const FIGURES = 210
const ROW = 26

/** One bar a path: solid what is guaranteed, lighter up to what is expected, hatched up to the most. */
export function Bars({ alt, bars }: { readonly alt: string; readonly bars: readonly Bar[] }) {
  const all = bars.flatMap(({ guaranteed, expected, maximum }) => [guaranteed, expected, maximum])
  const ticks = ticksFor(Math.min(...all), Math.max(...all), 4)
  const [low, high] = [ticks[0]!, ticks.at(-1)!]
  const height = 26 + bars.length * ROW
  const right = WIDTH - FIGURES
  const x = (value: number) => NAMES + ((value - low) / (high - low || 1)) * (right - NAMES - 16)
  const columns = ['guaranteed', 'expected', 'maximum'] as const
  const piece = (from: number, to: number, y: number) => ({
    x: Math.min(x(from), x(to)),
    width: Math.abs(x(to) - x(from)),
    y,
    height: 12,
  })
  return (
    <svg role="img" aria-label={alt} width={WIDTH} height={height} viewBox={`0 0 ${WIDTH} ${height}`}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? 'zero' : 'grid'} x1={x(tick)} x2={x(tick)} y1={16} y2={height} />
          <text className="tick" x={x(tick)} y={10} textAnchor="middle">
            {tick === 0 ? '0' : usdShort(tick)}
          </text>
        </g>
      ))}
      {columns.map((view, i) => (
        <text key={view} className="tick" x={right + 70 * (i + 1)} y={10} textAnchor="end">
          {view}
        </text>
      ))}
      {bars.map((bar, i) => {
        const y = 20 + i * ROW
        const { guaranteed, expected, maximum, mark } = bar
        return (
          <g key={bar.id}>
            <path d={outline(mark.shape, 6, y + 8, 3.6)} fill={mark.color} />
            <text className="name" x={15} y={y + 11.5}>
              {bar.name.length > 24 ? `${bar.name.slice(0, 23)}…` : bar.name}
            </text>
            <rect {...piece(0, guaranteed, y + 2)} fill={mark.color} />
            <rect {...piece(guaranteed, expected, y + 2)} fill={mark.color} fillOpacity={0.5} />
            <rect {...piece(expected, maximum, y + 2)} fill="none" stroke={mark.color} strokeWidth={0.5} />
            <path d={hatched(piece(expected, maximum, y + 2))} stroke={mark.color} strokeWidth={1.4} />
            {columns.map((view, k) => (
              <text key={view} className="figure" x={right + 70 * (k + 1)} y={y + 11.5} textAnchor="end">
                {usdShort(bar[view])}
              </text>
            ))}
          </g>
        )
      })}
    </svg>
  )
}

const hatched = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string =>
  hatching(x, y, width, height, 6)
