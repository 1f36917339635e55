import { FIRST_YEAR_NOTE, threeViews } from '../../shared/present/views'
import { takeHomeOverTime } from '../../shared/present/wealth'
import { PAPER_WIDTH } from '../charts/Drawn'
import { markOfPath } from '../charts/marks'
import { ThreeViewsChart } from '../charts/ThreeViewsChart'
import { TimeLines } from '../charts/TimeLines'
import { dollarsInWords, type Part } from './context'

/** How far the views of each path diverge, and what each path pays a year. */
export function ViewCharts({ outcome, dollars }: Pick<Part, 'outcome' | 'dollars'>) {
  const { document, paths } = outcome
  const ids = paths.map(({ id }) => id)
  const takeHome = takeHomeOverTime(outcome, 'expected', dollars, ids)
  return (
    <>
      <figure>
        <figcaption>
          <strong>Wealth at retirement</strong>, {dollarsInWords(dollars)}: solid noncontingent, lighter expected,
          hatched maximum
        </figcaption>
        <ThreeViewsChart
          medium="paper"
          title="Wealth at retirement of each path: noncontingent, expected and maximum"
          description="The figures stand beside the bars."
          width={PAPER_WIDTH}
          rows={threeViews(outcome, 'wealthAtRetirement', dollars, ids).map((bar) => ({
            ...bar,
            mark: markOfPath(document, bar.id),
          }))}
        />
      </figure>
      <figure>
        <figcaption>
          <strong>Take-home each year</strong> after tax and your own plan contributions, expected view,{' '}
          {dollarsInWords(dollars)}. {FIRST_YEAR_NOTE}
        </figcaption>
        <TimeLines
          medium="paper"
          title="Take-home each year until retirement"
          description="A line for each path; the figures are in the year tables."
          years={takeHome.years}
          ages={takeHome.ages}
          lines={takeHome.paths.map((path) => ({ ...path, mark: markOfPath(document, path.id) }))}
          marks={[]}
          width={PAPER_WIDTH}
          height={160}
        />
      </figure>
    </>
  )
}
