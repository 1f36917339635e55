import { memo } from 'react'

import classes from './charts.module.css'
import { outline, type Mark } from './marks'

interface Props {
  readonly title: string
  /** One bar a row; its parts add up to one. */
  readonly rows: readonly { readonly label: string; readonly shares: readonly number[] }[]
  readonly parts: readonly { readonly id: string; readonly name: string; readonly mark: Mark }[]
  readonly width: number
}

const NAMES = 150
const ROW = 44

/** Parts of a whole, each with its path's sign, name and number where there is room; the table has all. */
export const SharesChart = memo(function SharesChart({ title, rows, parts, width }: Props) {
  const plot = width - NAMES
  const narrow = rows.flatMap(({ label, shares }) => {
    const names = parts.flatMap(({ name }, i) =>
      fits(name, shares[i]!, plot) ? [] : [`${name} ${percent(shares[i]!)}`],
    )
    return names.length > 0 ? [`${label}: ${names.join(', ')}`] : []
  })
  return (
    <>
      <svg
        data-chart
        width={width}
        height={rows.length * ROW}
        role="img"
        aria-label={`${title}. ${rows.map(({ label, shares }) => `${label}: ${parts.map(({ name }, i) => `${name} ${percent(shares[i]!)}`).join(', ')}`).join('. ')}.`}
      >
        <title>{title}</title>
        {rows.map(({ label, shares }, row) => (
          <g key={label}>
            <text x={0} y={row * ROW + 16} className={classes.amount}>
              {label}
            </text>
            {parts.map(({ id, name, mark }, i) => {
              const start = shares.slice(0, i).reduce((sum, share) => sum + share, 0)
              const [x, wide] = [NAMES + start * plot, shares[i]! * plot]
              const text = fits(name, shares[i]!, plot) && `${name} ${percent(shares[i]!)}`
              return (
                <g key={id}>
                  <rect x={x} width={wide} y={row * ROW + 4} height={18} fill={mark.color} className={classes.line} />
                  {text && (
                    <>
                      <path d={outline(mark.shape, x + 6, row * ROW + 33, 4)} fill={mark.color} />
                      <text x={x + 14} y={row * ROW + 37}>
                        {text}
                      </text>
                    </>
                  )}
                </g>
              )
            })}
          </g>
        ))}
      </svg>
      {narrow.length > 0 && <p className={classes.read}>Too narrow for a name: {narrow.join('; ')}.</p>}
    </>
  )
})

/** Whether name and number have room below their part. */
const fits = (name: string, share: number, plot: number): boolean => name.length * 7 + 46 < share * plot

const percent = (share: number): string => `${Math.round(100 * share)}%`
