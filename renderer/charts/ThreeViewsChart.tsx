import { memo, useId } from 'react'
import {
  Bar,
  BarChart,
  ReferenceLine,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'

import type { ThreeViews } from '../../shared/present/views'
import { usd, usdShort } from '../format'
import classes from './charts.module.css'
import { Hatch } from './Hatch'
import { outline, type Mark } from './marks'
import { shortened } from './TimeLines'

interface Props {
  readonly title: string
  readonly description: string
  readonly rows: readonly (ThreeViews & { readonly mark: Mark })[]
  readonly width: number
}

const ROW = 46
const NAMES = 126

/** One bar a path: guaranteed full, expected medium, maximum hatched. */
export const ThreeViewsChart = memo(function ThreeViewsChart({ title, description, rows, width }: Props) {
  const hatch = useId()
  const all = rows.flatMap(({ guaranteed, expected, maximum }) => [guaranteed, expected, maximum])
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={rows.length * ROW + 8}
      data={rows as Props['rows'][number][]}
      margin={{ top: 4, right: 8, bottom: 4, left: 0 }}
      title={title}
      desc={description}
    >
      <defs>
        {rows.map(({ id, mark }, i) => (
          <Hatch key={id} id={`${hatch}${i}`} color={mark.color} />
        ))}
      </defs>
      <XAxis type="number" domain={[Math.min(0, ...all), Math.max(0, ...all)]} hide />
      <YAxis
        type="category"
        dataKey="id"
        width={NAMES}
        interval={0}
        tickLine={false}
        axisLine={false}
        tick={(tick: { x: number | string; y: number | string; payload: { value: string } }) => {
          const row = rows.find(({ id }) => id === tick.payload.value)
          const x = Number(tick.x) - NAMES + 8
          return row ? (
            <g>
              <path d={outline(row.mark.shape, x + 6, Number(tick.y), 4)} fill={row.mark.color} />
              <text x={x + 18} y={tick.y} dy="0.35em" className={classes.name}>
                {shortened(row.short, 18)}
              </text>
            </g>
          ) : (
            <g />
          )
        }}
      />
      <ReferenceLine x={0} className={classes.zero} />
      {/* The bar itself is drawn by the layer below, in three parts; this one takes the pointer and the keyboard. */}
      <Bar dataKey="maximum" isAnimationActive={false} barSize={16} fill="transparent" />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        content={({ active, label }) => {
          const row = active ? rows.find(({ id }) => id === label) : undefined
          return row ? (
            <div className={classes.tooltip} role="status">
              <strong>{row.name}</strong>
              <table>
                <tbody>
                  {(['guaranteed', 'expected', 'maximum'] as const).map((view) => (
                    <tr key={view}>
                      <th scope="row">{view}</th>
                      <td>{usd(row[view])}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : null
        }}
      />
      <Parts rows={rows} hatch={hatch} />
    </BarChart>
  )
})

function Parts({ rows, hatch }: { readonly rows: Props['rows']; readonly hatch: string }) {
  const plot = usePlotArea()
  const across = useXAxisScale()
  const down = useYAxisScale()
  if (!plot || !across || !down) return null
  const at = (value: number) => Number(across(value))
  return (
    <g aria-hidden="true" pointerEvents="none">
      {rows.map(({ id, mark, guaranteed, expected, maximum }, i) => {
        const y = Number(down(id, { position: 'middle' })) - 12
        if (!Number.isFinite(y) || !Number.isFinite(at(maximum))) return null
        const bar = (from: number, to: number) => ({
          x: Math.min(at(from), at(to)),
          width: Math.abs(at(to) - at(from)),
          y,
          height: 16,
        })
        return (
          <g key={id}>
            <rect {...bar(0, guaranteed)} fill={mark.color} />
            <rect {...bar(guaranteed, expected)} fill={mark.color} fillOpacity={0.5} />
            <rect {...bar(expected, maximum)} fill={`url(#${hatch}${i})`} />
            <text x={at(0)} y={y + 29}>
              {usdShort(guaranteed)} · {usdShort(expected)} · {usdShort(maximum)}
            </text>
          </g>
        )
      })}
    </g>
  )
}
