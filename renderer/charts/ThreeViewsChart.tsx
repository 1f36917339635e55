import { memo, useId } from 'react'

import type { ThreeViews } from '../../shared/present/views'
import { usd, usdShort } from '../format'
import { shortened, tenth } from './axis'
import classes from './charts.module.css'
import { Hatch } from './Hatch'
import { outline, type Mark } from './marks'
import { RowsChart } from './RowsChart'

interface Props {
  readonly title: string
  readonly description: string
  readonly rows: readonly (ThreeViews & { readonly mark: Mark })[]
  readonly width: number
}

const ROW = 46
const BAR = 16
const NAMES = 126

/** One bar a path: guaranteed full, expected medium, maximum hatched. */
export const ThreeViewsChart = memo(function ThreeViewsChart({ title, description, rows, width }: Props) {
  const hatch = useId()
  const all = rows.flatMap(({ guaranteed, expected, maximum }) => [guaranteed, expected, maximum])
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)]
  const x = (value: number) => tenth(NAMES + ((width - 8 - NAMES) * (value - least)) / (most - least || 1))
  const bar = (from: number, to: number) => ({
    x: Math.min(x(from), x(to)),
    width: tenth(Math.abs(x(to) - x(from))),
    height: BAR,
  })
  return (
    <RowsChart
      title={title}
      description={description}
      width={width}
      count={rows.length}
      row={ROW}
      read={(at) => (
        <>
          <strong>{rows[at]!.name}</strong>
          <table>
            <tbody>
              {(['guaranteed', 'expected', 'maximum'] as const).map((view) => (
                <tr key={view}>
                  <th scope="row">{view}</th>
                  <td>{usd(rows[at]![view])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    >
      <defs>
        {rows.map(({ id, mark }, i) => (
          <Hatch key={id} id={`${hatch}${i}`} color={mark.color} />
        ))}
      </defs>
      <g aria-hidden="true">
        <line x1={x(0)} x2={x(0)} y1={4} y2={4 + rows.length * ROW} className={classes.zero} />
        {rows.map(({ id, short, mark, guaranteed, expected, maximum }, i) => {
          const middle = 4 + i * ROW + ROW / 2
          const y = middle - 12
          return (
            <g key={id}>
              <path d={outline(mark.shape, 14, middle, 4)} fill={mark.color} />
              <text x={26} y={middle} dy="0.35em" className={classes.name}>
                {shortened(short, 18)}
              </text>
              <rect {...bar(0, guaranteed)} y={y} fill={mark.color} />
              <rect {...bar(guaranteed, expected)} y={y} fill={mark.color} fillOpacity={0.5} />
              <rect {...bar(expected, maximum)} y={y} fill={`url(#${hatch}${i})`} />
              <text x={x(0)} y={y + 29}>
                {usdShort(guaranteed)} · {usdShort(expected)} · {usdShort(maximum)}
              </text>
            </g>
          )
        })}
      </g>
    </RowsChart>
  )
})
