import { memo } from 'react'

import { linesInWords } from '../../shared/present/chart-words'
import { FIRST_YEAR_NOTE } from '../../shared/present/views'
import { takeHomeOverTime } from '../../shared/present/wealth'
import { PAPER_WIDTH } from '../charts/Drawn'
import { markOfPath } from '../charts/marks'
import { TimeLines } from '../charts/TimeLines'
import { usdInWords } from '../format'
import { charted } from './room'
import { dollarsInWords, type Part } from './context'

/** The height of the chart in px: the names at the ends of its lines need a row each. */
const heightFor = (paths: number): number => Math.max(124, 50 + 12 * paths)

/** What each path pays a year until everyone has stopped working. */
export const TakeHome = memo(function TakeHome({ outcome, dollars }: Pick<Part, 'outcome' | 'dollars'>) {
  const { document } = outcome
  const { ids } = charted(outcome)
  const money = dollarsInWords(dollars)
  const takeHome = takeHomeOverTime(outcome, 'expected', dollars, ids)
  return (
    <figure>
      <figcaption>
        <strong>Take-home each year</strong> after tax and your own plan contributions, expected view, {money}.{' '}
        {FIRST_YEAR_NOTE}
      </figcaption>
      <TimeLines
        medium="paper"
        title={`Take-home each year from ${takeHome.years[0]} to ${takeHome.years.at(-1)}`}
        description={linesInWords(takeHome.paths, money, usdInWords)}
        years={takeHome.years}
        ages={takeHome.ages}
        lines={takeHome.paths.map((path) => ({ ...path, mark: markOfPath(document, path.id) }))}
        marks={[]}
        width={PAPER_WIDTH}
        height={heightFor(ids.length)}
      />
    </figure>
  )
})
