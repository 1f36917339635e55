import { percent, usd } from '../../format'
import { useOutcome } from '../../state/outcome'
import { readiness } from '../../state/readiness'
import classes from './entry.module.css'

const shown = [
  { line: 'collections', says: 'collections' },
  { line: 'costs', says: 'costs', part: 'overhead' },
  { line: 'practiceProfit', says: 'profit before your pay', part: 'profitMargin' },
  { line: 'adjustedEbitda', says: 'adjusted EBITDA', part: 'ebitdaMargin' },
] as const

/** What the practice entries amount to in the first year. */
export function PracticeResults() {
  const outcome = useOutcome()
  // Figures from the program's defaults would look like an answer.
  const missing = readiness(outcome).blockers.some(
    ({ kind, path }) => kind === 'missing' && path.startsWith('practice/'),
  )
  if (missing)
    return (
      <p className={`quiet ${classes.results}`}>
        Profit and EBITDA appear here once collections and costs are entered.
      </p>
    )
  const { ownershipShare } = outcome.document.practice
  const firstYear = (line: string) => outcome.shared(`practice/${line}`)[0]
  return (
    <dl className={classes.results}>
      {shown.map(({ line, says, ...rest }) => {
        const part = 'part' in rest ? firstYear(rest.part) : undefined
        return (
          <div key={line}>
            <dt>
              {line === 'practiceProfit' && ownershipShare < 1 ? 'profit before the owners’ pay' : says}
              {part === undefined || Number.isNaN(part) ? ', year 1' : `, ${percent(part, 0)} of collections`}
            </dt>
            <dd>{usd(firstYear(line))}</dd>
          </div>
        )
      })}
    </dl>
  )
}
