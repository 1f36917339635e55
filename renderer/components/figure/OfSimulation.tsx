import type { Outcome } from '../../../shared/model'
import { marginInWords, of100 } from '../../../shared/present/futures'
import { markOfPath } from '../../charts/marks'
import { MarkSign } from '../../charts/MarkSign'
import { plain, usd } from '../../format'
import { useDrawn } from '../../state/live-risk'
import { useStore } from '../../state/store'
import classes from './figure.module.css'
import { SaveCsv } from './SaveCsv'

/** How often each path comes out ahead, what is drawn, and what it takes to get the same again. */
export function OfSimulation({ outcome }: { readonly outcome: Outcome }) {
  const setPage = useStore((state) => state.setPage)
  const dollars = useStore((state) => state.dollars)
  const { document } = outcome
  const { result, fresh } = useDrawn(document)
  if (!result || !fresh) return <p>The simulations are being rerun after your change.</p>
  const in_ = dollars === 'today' ? 'today' : 'nominal'
  return (
    <>
      <p>
        Each simulation recalculates the entire plan, taxes included, with randomly drawn returns, growth, uncertain
        payments and other inputs. Every path faces the same simulated futures. The path with the most wealth at
        retirement comes out ahead. Uncertain payments are drawn by their probabilities, so the view you choose does not
        affect these results.
      </p>
      <table className={classes.spread}>
        <caption className="unseen">The paths in the simulations</caption>
        <thead>
          <tr>
            <th scope="col">Path</th>
            <th scope="col">Ahead in</th>
            <th scope="col">10th percentile</th>
            <th scope="col">Median</th>
            <th scope="col">90th percentile</th>
          </tr>
        </thead>
        <tbody>
          {result.paths.map(({ id, name, wins, atRetirement }) => (
            <tr key={id}>
              <th scope="row">
                <MarkSign mark={markOfPath(document, id)} /> {name}
              </th>
              <td>{of100(wins.atRetirement)}</td>
              <td>{usd(atRetirement[in_].p10)}</td>
              <td>{usd(atRetirement[in_].p50)}</td>
              <td>{usd(atRetirement[in_].p90)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SaveCsv title="The paths in the simulations" />
      <p className={`quiet small ${classes.reason}`}>
        Wealth at the end of {result.retirementYear}, {dollars === 'today' ? 'in today’s dollars' : 'in future dollars'}
        . {plain(result.draws)} of {plain(document.risk.draws)} simulations; seed {result.seed}; generator{' '}
        {result.generator}; inputs {result.hash}
        {result.history && `; returns from ${result.history}`}. Each share is {marginInWords(result.draws)}. The same
        seed and inputs give the same figures on every machine.
      </p>
      <p className={classes.reason}>
        <button type="button" className="link" onClick={() => setPage('risk')}>
          See all results and settings on the Risk page
        </button>
      </p>
    </>
  )
}
