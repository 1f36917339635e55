import {
  bandsOf,
  fanTitle,
  fundedTitle,
  futuresSentence,
  marginInWords,
  of100,
  winner,
  winsTitle,
} from '../../../shared/present/futures'
import type { SimulationResult } from '../../../shared/analysis/simulation'
import { fanInWords } from '../../../shared/present/chart-words'
import { PAPER_WIDTH } from '../../charts/Drawn'
import { FanChart } from '../../charts/FanChart'
import { markOfPath } from '../../charts/marks'
import { plain, usd, usdInWords } from '../../format'
import { dollarsInWords, type AnalyzedPart, type Part } from '../context'
import { Heading } from '../headings'
import { PathName } from '../PathName'

/** How often each path leads and lasts in simulated futures, how far they lie apart, and what goes along with a shortfall. */
export function Risk({ outcome, dollars, analyses: { simulated } }: AnalyzedPart) {
  return (
    <section className="chapter flows">
      <Heading level={2}>Risk: many possible futures</Heading>
      {simulated ? (
        <Simulated outcome={outcome} dollars={dollars} result={simulated} />
      ) : (
        <p>The simulations are not finished yet.</p>
      )}
    </section>
  )
}

function Simulated({
  outcome: { document },
  dollars,
  result,
}: Pick<Part, 'outcome' | 'dollars'> & { readonly result: SimulationResult }) {
  const best = winner(result)
  const rival = result.paths.find(({ id }) => id === 'keep' && id !== best.id)
  const inThese = dollars === 'today' ? 'today' : 'nominal'
  return (
    <>
      <p>
        {futuresSentence(result)} {plain(result.draws)} simulations were run, so each share is{' '}
        {marginInWords(result.draws)}.
      </p>
      <table className="block">
        <caption>
          {winsTitle(result)}. Wealth at the end of {result.retirementYear}, the retirement year, in{' '}
          {dollarsInWords(dollars)}: in 10 of 100 simulations it is below the first amount, in 10 above the last.
        </caption>
        <thead>
          <tr>
            <th scope="col">Path</th>
            <th scope="col" className="number">
              Ahead at retirement
            </th>
            <th scope="col" className="number">
              Ahead at end of plan
            </th>
            <th scope="col" className="number">
              Wealth, 10th percentile
            </th>
            <th scope="col" className="number">
              Median
            </th>
            <th scope="col" className="number">
              90th percentile
            </th>
          </tr>
        </thead>
        <tbody>
          {result.paths.map(({ id, name, wins, atRetirement }) => (
            <tr key={id}>
              <th scope="row">
                <PathName document={document} id={id} name={name} />
              </th>
              <td className="number">{of100(wins.atRetirement)}</td>
              <td className="number">{of100(wins.atHorizon)}</td>
              {(['p10', 'p50', 'p90'] as const).map((share) => (
                <td key={share} className="number">
                  {usd(atRetirement[inThese][share])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <table className="block">
        <caption>
          {fundedTitle(result)}. Spending counts as funded when no year of the plan has a shortfall; what accompanies a
          shortfall is not proof of its cause.
        </caption>
        <thead>
          <tr>
            <th scope="col">Path</th>
            <th scope="col" className="number">
              Funded in
            </th>
            <th scope="col">Where money runs out</th>
          </tr>
        </thead>
        <tbody>
          {result.paths.map(({ id, name, funded, cause }) => (
            <tr key={id}>
              <th scope="row">
                <PathName document={document} id={id} name={name} />
              </th>
              <td className="number">{of100(funded)}</td>
              <td>{cause.sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {[best, ...(rival ? [rival] : [])].map((path) => {
        const title = fanTitle(path, dollars, usdInWords)
        return (
          <figure key={path.id}>
            <figcaption>
              <strong>{title}</strong>. Wealth at the end of each year, in {dollarsInWords(dollars)}.
            </figcaption>
            <FanChart
              medium="paper"
              title={title}
              description={fanInWords(
                { years: result.years, year: result.retirementYear, money: dollarsInWords(dollars) },
                bandsOf(path, dollars),
                usdInWords,
              )}
              years={result.years}
              ages={result.ages}
              bands={bandsOf(path, dollars)}
              mark={markOfPath(document, path.id)}
              retirementYear={result.retirementYear}
              width={PAPER_WIDTH}
            />
          </figure>
        )
      })}
      <p className="small">
        {plain(result.draws)} simulations, seed {result.seed}, generator {result.generator}, inputs {result.hash}
        {result.history && `; returns from ${result.history}`}. All paths face the same simulated markets and events. A
        band is not a single scenario: each year stands alone. All-or-nothing payments, compounding and tax brackets
        make the median differ from the expected view.
      </p>
    </>
  )
}
