import { memo } from 'react'

import type { Step, StepRow } from '../../shared/present/waterfall'
import { clipped } from '../../shared/text'
import { usd, usdShort } from '../format'
import { tenth } from './axis'
import classes from './charts.module.css'
import { Drawn, type ChartProps } from './Drawn'
import { HatchedBox } from './HatchedBox'
import { LETTER } from './label-rows'
import { outline, type Mark } from './marks'

export interface Fall {
  readonly id: string
  readonly name: string
  readonly mark: Mark
}

interface Props extends ChartProps {
  readonly falls: readonly Fall[]
  /** The rows they have in common, one step each. */
  readonly rows: readonly StepRow[]
  /** The ends of the shared scale. */
  readonly domain: readonly [least: number, most: number]
}

/** In px: the rows, the headings above them, the labels at the far left, and the amount beside the longest bar. */
const ROW = 24
const BAR = 13
const HEAD = 30
const LABELS = 186
const AMOUNT = 68

/** The minimum width of a waterfall in px at which bar lengths can still be compared. */
const NARROWEST = 132

/** Cuts a name to a width in px. Capitals are wider than the average letter, W and M widest. */
function within(name: string, width: number): string {
  let used = 0
  for (const [i, letter] of [...name].entries()) {
    used += (LETTER + 1) * (/[WM]/.test(letter) ? 1.7 : /\p{Lu}/u.test(letter) ? 1.2 : 1)
    if (used > width) return clipped(name, Math.max(4, i))
  }
  return name
}

/** How many waterfalls fit side by side in this many px. */
export const fallsBeside = (width: number): number => Math.max(1, Math.floor((width - LABELS) / NARROWEST))

/**
 * Waterfalls side by side: small multiples on one scale and with common rows. Totals solid, later amounts hatched or
 * pale, amounts paid to others gray.
 */
export const Waterfalls = memo(function Waterfalls({ falls, rows, domain: [least, most], ...chart }: Props) {
  const { width, title } = chart
  const height = HEAD + rows.length * ROW + 4
  const each = (width - LABELS) / falls.length
  const unit = (each - AMOUNT - 8) / (most - least || 1)
  return (
    <Drawn
      {...chart}
      height={height}
      reading={{
        along: 'y',
        count: rows.length,
        first: HEAD + ROW / 2,
        step: ROW,
        across: [0, width],
        mark: 'band',
        read: (at) => <Read falls={falls} row={rows[at]!} />,
      }}
    >
      <svg data-chart width={width} height={height}>
        <title>{title}</title>
        {rows.map(({ label, steps }, i) => (
          <text
            key={i}
            x={8}
            y={middleOf(i)}
            dy="0.35em"
            className={steps.some((step) => step?.kind === 'total') ? classes.strong : undefined}
          >
            {clipped(label, 31)}
          </text>
        ))}
        {falls.map((fall, f) => {
          const left = LABELS + f * each
          const x = (amount: number) => tenth(left + (amount - least) * unit)
          return (
            <g key={fall.id}>
              <path d={outline(fall.mark.shape, x(0) + 5, 12, 4.5)} fill={fall.mark.color} />
              <text x={x(0) + 15} y={12} dy="0.35em" className={classes.name}>
                {within(fall.name, each - 20)}
              </text>
              <line x1={x(0)} x2={x(0)} y1={HEAD - 4} y2={height} className={classes.zero} />
              <Steps rows={rows} at={f} mark={fall.mark} x={x} />
            </g>
          )
        })}
      </svg>
    </Drawn>
  )
})

const middleOf = (row: number): number => HEAD + row * ROW + ROW / 2

function Steps(props: {
  readonly rows: readonly StepRow[]
  readonly at: number
  readonly mark: Mark
  x(amount: number): number
}) {
  const { rows, at, mark, x } = props
  const own = rows.flatMap(({ steps }, row) => (steps[at] ? [{ row, step: steps[at] }] : []))
  return own.map(({ row, step }, i) => {
    const middle = middleOf(row)
    const low = x(Math.min(step.from, step.to))
    const high = x(Math.max(step.from, step.to))
    const box = { x: low, y: middle - BAR / 2, width: Math.max(1, tenth(high - low)), height: BAR }
    const next = own[i + 1]
    return (
      <g key={row}>
        <Ground step={step} mark={mark} box={box} />
        {next && (
          <line
            x1={x(step.to)}
            x2={x(step.to)}
            y1={middle + BAR / 2}
            y2={middleOf(next.row) - BAR / 2}
            className={classes.connector}
          />
        )}
        <text x={high + 5} y={middle} dy="0.35em" className={step.kind === 'total' ? classes.strong : classes.amount}>
          {usdShort(step.value)}
        </text>
      </g>
    )
  })
}

interface GroundProps {
  readonly step: Step
  readonly mark: Mark
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

function Ground({ step: { kind, contingent }, mark, box }: GroundProps) {
  if (kind === 'total') return <rect {...box} fill={mark.color} />
  if (kind !== 'later') return <rect {...box} className={classes.cost} />
  return contingent ? (
    <HatchedBox {...box} color={mark.color} />
  ) : (
    <rect {...box} fill={mark.color} fillOpacity={0.45} />
  )
}

/** The exact amounts of a row. */
function Read({ falls, row: { label, steps } }: { readonly falls: readonly Fall[]; readonly row: StepRow }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" colSpan={2} style={{ textAlign: 'left', paddingLeft: 0 }}>
            {label}
          </th>
        </tr>
      </thead>
      <tbody>
        {falls.map(({ id, name }, i) => {
          const step = steps[i]
          return (
            step && (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  {usd(step.value)}
                  {step.contingent && <span className="quiet"> contingent</span>}
                </td>
              </tr>
            )
          )
        })}
      </tbody>
    </table>
  )
}
