import { memo, useMemo, type ComponentProps } from 'react'
import { Area, ComposedChart, Line, useYAxisScale } from 'recharts'

import { usdInWords } from '../format'
import { AmountAxis, AXES, YearAxis } from './axes'
import { barTicks } from './axis'
import classes from './charts.module.css'
import { Drawn, plainChart, type ChartProps } from './Drawn'
import { EndLabels } from './EndLabels'
import { LETTER } from './label-rows'
import type { Mark } from './marks'
import { YearMarks } from './YearMarks'

interface Props extends ChartProps {
  readonly years: readonly number[]
  readonly ages: readonly number[]
  /** Percentiles of each year, independently. */
  readonly bands: Readonly<Record<'p10' | 'p25' | 'p50' | 'p75' | 'p90', readonly number[]>>
  readonly mark: Mark
  readonly retirementYear: number
}

const RIGHT = 112
const TOP = 22
const PLOT = 280

/**
 * Bands of wealth over the years, never single futures: the middle 50% strong, the middle 80% pale, the median a line.
 */
export const FanChart = memo(function FanChart(props: Props) {
  const { medium, title, years, ages, bands, mark, retirementYear, width } = props
  const { p10, p25, p50, p75, p90 } = bands
  const { left, bottom } = AXES[medium]
  const height = TOP + PLOT + bottom
  const data = useMemo(
    () => years.map((_, at) => ({ at, wide: [p10[at], p90[at]], half: [p25[at], p75[at]], middle: p50[at] })),
    [years, p10, p25, p50, p75, p90],
  )
  const margin = useMemo(() => ({ top: TOP, right: RIGHT, bottom: 0, left: 0 }), [])
  const amounts = useMemo(() => {
    const [low, high] = [Math.min(0, ...p10), Math.max(1, ...p90)]
    return { ticks: barTicks(low, high).filter((tick) => tick <= high), domain: [low, high] as const }
  }, [p10, p90])
  const band = { stroke: 'none', fill: mark.color, activeDot: false, isAnimationActive: false, zIndex: 0 } as const
  const retires = retirementYear > years[0]! && [{ year: retirementYear, label: 'you retire' }]
  return (
    <>
      <Drawn
        {...props}
        height={height}
        reading={{
          along: 'x',
          count: years.length,
          first: left,
          step: (width - left - RIGHT) / Math.max(1, years.length - 1),
          across: [TOP, TOP + PLOT],
          mark: 'line',
          read: (at) =>
            `${years[at]}, age ${ages[at]}: half of the simulations between ${usdInWords(p25[at])} and ${usdInWords(p75[at])}, 8 of 10 between ${usdInWords(p10[at])} and ${usdInWords(p90[at])}, median ${usdInWords(p50[at])}.`,
        }}
      >
        <ComposedChart {...plainChart} width={width} height={height} data={data} margin={margin} title={title}>
          <AmountAxis medium={medium} {...amounts} />
          <YearAxis medium={medium} years={years} ages={ages} width={width - left - RIGHT} as="points" />
          <Area {...band} dataKey="wide" fillOpacity={0.22} />
          <Area {...band} dataKey="half" fillOpacity={0.38} />
          <Line
            dataKey="middle"
            stroke={mark.color}
            strokeWidth={2}
            strokeDasharray={mark.dash}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            zIndex={0}
          />
          {retires && <YearMarks first={years[0]!} marks={retires} rows={1} row={14} letter={LETTER} beyond={RIGHT} />}
          <Ends
            gap={15}
            letters={15}
            labels={[
              { id: 'p90', text: '90th percentile', value: p90.at(-1)! },
              { id: 'p50', text: 'median', value: p50.at(-1)! },
              { id: 'p10', text: '10th percentile', value: p10.at(-1)! },
            ]}
          />
        </ComposedChart>
      </Drawn>
      <p className={classes.read}>
        Dark band: the middle half of the simulations (25th to 75th percentile). Light and dark: 8 of 10 (10th to 90th).
        The line is the median. Each year’s range is computed separately.
      </p>
    </>
  )
})

/** Names at the ends of what Recharts draws on its own scale. */
function Ends(props: Omit<ComponentProps<typeof EndLabels>, 'y'>) {
  const y = useYAxisScale()
  return <EndLabels {...props} y={y && ((amount) => y(amount)!)} />
}
