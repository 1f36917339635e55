import { memo } from 'react'

import { threeViews, VIEW_NAMES, type ThreeViews } from '../../../shared/present/views'
import { figureId } from '../../../shared/present/money'
import { HatchedBox } from '../../charts/HatchedBox'
import { markOfPath, type Mark } from '../../charts/marks'
import { none, usd } from '../../format'
import { dollarsInWords, type Part } from '../context'
import { PathName } from '../PathName'

/** Of a path's bar, in px. */
const WIDTH = 104
const HEIGHT = 11

/** What each path leaves at retirement in the three views, as bars and figures, and what it pays at first. */
export const WealthTable = memo(function WealthTable({ outcome, dollars }: Pick<Part, 'outcome' | 'dollars'>) {
  const { document, paths } = outcome
  const start = document.practice.role === 'owner' ? 'at close' : 'at the start'
  const rows = threeViews(
    outcome,
    'wealthAtRetirement',
    dollars,
    paths.map(({ id }) => id),
  )
  const ends = rows.flatMap(({ guaranteed, maximum }) => [guaranteed, maximum])
  const [low, high] = [Math.min(0, ...ends), Math.max(1, ...ends)]
  return (
    <table className="wealth">
      <caption>
        Wealth at the end of the retirement year, {document.owner.retirement.slice(0, 4)}, in {dollarsInWords(dollars)}:
        solid noncontingent, lighter expected, hatched maximum
      </caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            Path
          </th>
          <th scope="colgroup" colSpan={4} className="number">
            Wealth at retirement
          </th>
          <th scope="col" rowSpan={2} className="number">
            In pocket
            <br />
            {start}
          </th>
          <th scope="col" rowSpan={2} className="number">
            Take-home,
            <br />
            first full year
          </th>
        </tr>
        <tr>
          <th scope="col">
            <span className="unseen">as a bar</span>
          </th>
          {(['guaranteed', 'expected', 'maximum'] as const).map((view) => (
            <th key={view} scope="col" className="number">
              {VIEW_NAMES[view]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <PathName document={document} id={row.id} name={row.name} />
            </th>
            <td className="bar">
              <Bar of={row} mark={markOfPath(document, row.id)} low={low} high={high} />
            </td>
            <td className="number">{usd(row.guaranteed)}</td>
            <td className="number strong">{usd(row.expected)}</td>
            <td className="number">{usd(row.maximum)}</td>
            <td className="number">
              {usd(
                outcome.figure(row.id, 'expected', figureId(outcome, row.id, 'expected', 'inPocketAtClose', dollars)),
              )}
            </td>
            <td className="number">{usd(outcome.figure(row.id, 'expected', 'takeHomeFirstYear')) || none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
})

interface BarProps {
  readonly of: ThreeViews
  readonly mark: Mark
  /** The amounts at the ends of every bar's scale. */
  readonly low: number
  readonly high: number
}

/** One bar on the common scale; its figures stand beside it. */
function Bar({ of: { guaranteed, expected, maximum }, mark: { color }, low, high }: BarProps) {
  const x = (amount: number) => (WIDTH * (amount - low)) / (high - low)
  const box = (from: number, to: number) => ({
    x: Math.min(x(from), x(to)),
    y: 0,
    width: Math.abs(x(to) - x(from)),
    height: HEIGHT,
  })
  return (
    <svg aria-hidden="true" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <rect {...box(0, guaranteed)} fill={color} />
      <rect {...box(guaranteed, expected)} fill={color} fillOpacity={0.5} />
      <HatchedBox {...box(expected, maximum)} color={color} />
      {low < 0 && <path d={`M${x(0)},0V${HEIGHT}`} stroke="#000" strokeWidth={0.8} />}
    </svg>
  )
}
