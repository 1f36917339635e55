import type { Outcome } from '../../../shared/model'
import { leaderInFutures, marginInWords } from '../../../shared/present/futures'
import type { Dollars } from '../../../shared/present/money'
import { plain, usdInWords } from '../../format'
import { useDrawn, useFollowed } from '../../state/live-risk'
import { useWhy } from '../../state/why'
import classes from './compare.module.css'

interface Props {
  readonly outcome: Outcome
  readonly tried: boolean
  readonly dollars: Dollars
  /** None where several are equal. */
  readonly leader: string | undefined
}

/** One line of what chance makes of the answer. It follows every edit, and says nothing of an earlier case. */
export function Simulated({ outcome, tried, dollars, leader }: Props) {
  const { document } = outcome
  useFollowed(document, tried)
  const { result, fresh, failed } = useDrawn(document)
  const ask = useWhy((state) => state.ask)
  if (failed !== undefined)
    return (
      <p className={`quiet ${classes.simulated}`}>
        The simulations could not be run: {failed} The figures above do not depend on them.
      </p>
    )
  if (!result || !fresh)
    return (
      <p className={`quiet ${classes.simulated}`}>
        {result ? 'Rerunning the simulations after your change…' : 'Running simulations…'}
      </p>
    )
  const { draws } = document.risk
  return (
    <p className={classes.simulated} data-draws={result.draws}>
      {leaderInFutures(result, leader, dollars, usdInWords)}{' '}
      <span className="quiet">
        {result.draws < draws
          ? `${plain(result.draws)} of ${plain(draws)} simulations so far`
          : `${plain(draws)} simulations`}
        , seed {result.seed}; each share {marginInWords(result.draws)}.{' '}
      </span>
      <button type="button" className="link" onClick={() => ask({ kind: 'simulation' })}>
        Why?<span className="unseen"> How often each path comes out ahead</span>
      </button>
    </p>
  )
}
