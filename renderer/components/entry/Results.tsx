import { percent, usd } from '../../format'
import { useOutcome } from '../../state/outcome'
import classes from './entry.module.css'

const shown = [
  ['practice/collections', 'collections'],
  ['practice/costs', 'costs'],
  ['practice/practiceProfit', 'profit before your pay'],
  ['practice/adjustedEbitda', 'adjusted EBITDA'],
] as const

/** What the entries on the practice come to in the first year. */
export function PracticeResults() {
  const outcome = useOutcome()
  const collections = outcome.shared('practice/collections')[0]
  return (
    <dl className={classes.results}>
      {shown.map(([line, says]) => {
        const value = outcome.shared(line)[0]
        const part =
          line !== 'practice/collections' && value !== undefined && collections ? value / collections : undefined
        return (
          <div key={line}>
            <dt>
              {says}
              {part === undefined ? ', year 1' : `, ${percent(part, 0)} of collections`}
            </dt>
            <dd>{usd(value)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
