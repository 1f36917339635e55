import { memo, useCallback } from 'react'

import classes from './charts.module.css'
import type { ChartProps } from './Drawn'
import { outline, type Mark } from './marks'
import { RowsChart, type Row } from './RowsChart'

interface Part {
  readonly id: string
  readonly name: string
  readonly mark: Mark
}

interface Props extends Omit<ChartProps, 'description'> {
  /** One bar per row; its parts add up to one. */
  readonly rows: readonly { readonly label: string; readonly shares: readonly number[] }[]
  readonly parts: readonly Part[]
}

const NAMES = 150
const ROW = 44
/** The center of a bar relative to its row, which also holds the names of the parts. */
const BAR = { middle: -9, height: 18, names: 13 }

/** Parts of a whole, each with its path's sign, name and number where there is room; the table has all of them. */
export const SharesChart = memo(function SharesChart({ rows, parts, ...chart }: Props) {
  const plot = chart.width - NAMES
  const listed = (shares: readonly number[], which: (part: Part, share: number) => boolean) =>
    parts.flatMap((part, i) => (which(part, shares[i]!) ? [`${part.name} ${percent(shares[i]!)}`] : [])).join(', ')
  const narrow = rows
    .map(({ label, shares }) => ({ label, names: listed(shares, ({ name }, share) => !fits(name, share, plot)) }))
    .filter(({ names }) => names !== '')
  const draw = useCallback(
    (at: number, row: Row) => <Parts parts={parts} of={rows[at]!} plot={plot} row={row} />,
    [parts, rows, plot],
  )
  return (
    <>
      <RowsChart
        {...chart}
        description={`${rows.map(({ label, shares }) => `${label}: ${listed(shares, () => true)}`).join('. ')}.`}
        count={rows.length}
        row={ROW}
        top={0}
        left={NAMES}
        right={0}
        domain={WHOLE}
        draw={draw}
      />
      {narrow.length > 0 && (
        <p className={classes.read}>
          Too narrow to label: {narrow.map(({ label, names }) => `${label}: ${names}`).join('; ')}.
        </p>
      )}
    </>
  )
})

const WHOLE = [0, 1] as const

interface PartsProps extends Pick<Props, 'parts'> {
  readonly of: Props['rows'][number]
  readonly plot: number
  readonly row: Row
}

function Parts({ parts, of: { label, shares }, plot, row: { middle, x } }: PartsProps) {
  const drawn = parts.map(({ id, name, mark }, i) => {
    const start = shares.slice(0, i).reduce((sum, share) => sum + share, 0)
    const [left, right] = [x(start), x(start + shares[i]!)]
    return (
      <g key={id}>
        <rect
          x={left}
          y={middle + BAR.middle - BAR.height / 2}
          width={Math.max(0, right - left)}
          height={BAR.height}
          fill={mark.color}
          className={classes.line}
        />
        {fits(name, shares[i]!, plot) && (
          <>
            <path d={outline(mark.shape, left + 8, middle + BAR.names - 1, 4)} fill={mark.color} />
            <text x={left + 16} y={middle + BAR.names} dy="0.3em">
              {name} {percent(shares[i]!)}
            </text>
          </>
        )}
      </g>
    )
  })
  return (
    <>
      <text x={0} y={middle + BAR.middle} dy="0.35em" className={classes.amount}>
        {label}
      </text>
      {drawn}
    </>
  )
}

/** Whether name and number fit below their part. */
const fits = (name: string, share: number, plot: number): boolean => name.length * 7 + 46 < share * plot

const percent = (share: number): string => `${Math.round(100 * share)}%`
