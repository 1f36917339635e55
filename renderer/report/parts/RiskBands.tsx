import type { SimulatedPath } from '../../../shared/analysis/simulation'
import { in100, leaderInFutures, marginOf100 } from '../../../shared/present/futures'
import { bandsInWords } from '../../../shared/present/chart-words'
import { PAPER_WIDTH } from '../../charts/Drawn'
import { markOfPath } from '../../charts/marks'
import { RiskBandsChart } from '../../charts/RiskBandsChart'
import { answerOf } from '../../../shared/present/answer'
import { plain, usdInWords } from '../../format'
import { charted } from '../room'
import { dollarsInWords, type AnalyzedPart } from '../context'

/** How far apart simulated futures leave each path at retirement. */
export function RiskBands({ outcome, dollars, analyses: { simulated } }: AnalyzedPart) {
  if (!simulated) return <p>The simulations are not finished yet.</p>
  const { ids } = charted(outcome)
  const { leader } = answerOf(
    outcome,
    'expected',
    dollars,
    outcome.paths.map(({ id }) => id),
  )
  const shown = simulated.paths.filter(({ id }) => ids.includes(id))
  const money = dollarsInWords(dollars)
  const spreadOf = (path: SimulatedPath) => path.atRetirement[dollars === 'today' ? 'today' : 'nominal']
  return (
    <figure>
      <figcaption>
        <strong>{leaderInFutures(simulated, leader, dollars, usdInWords)}</strong> Wealth at year-end{' '}
        {simulated.retirementYear}, {money}, {plain(simulated.draws)} simulations: middle half dark, 8 of 10 light.
      </figcaption>
      <RiskBandsChart
        medium="paper"
        title={`Simulated wealth at the end of ${simulated.retirementYear}`}
        description={bandsInWords(
          shown.map((path) => ({ name: path.name, ...spreadOf(path) })),
          money,
          usdInWords,
        )}
        width={PAPER_WIDTH}
        bands={shown.map((path) => ({
          name: path.name,
          mark: markOfPath(outcome.document, path.id),
          spread: spreadOf(path),
          last: in100(path.wins.atRetirement),
        }))}
        lastTitle={['ahead in', `of 100, ±${marginOf100(simulated.draws)}`]}
      />
    </figure>
  )
}
