import type { EarliestAges } from '../../../shared/analysis/retirement'
import { eventsOf } from '../../../shared/present/events'
import { threeViews } from '../../../shared/present/views'
import { wealthOverTime } from '../../../shared/present/wealth'
import { figureId } from '../../../shared/present/money'
import { worstCase } from '../../../shared/present/report/side-by-side'
import { answerOf, crossoverTitle } from '../../../shared/present/answer'
import { textOf, type Sentence } from '../../../shared/present/sentence'
import { markOfPath } from '../../charts/marks'
import { day, none, usd, usdShort } from '../../format'
import { Lines } from '../charts/Lines'
import { dollarsInWords, type Part } from '../context'
import { Heading } from '../headings'
import { PathName } from '../PathName'

/** "you can stop at 62, on guaranteed money alone at 64" */
function stops({ expected, guaranteed }: EarliestAges): string {
  if (expected === undefined) return 'at no retirement age does the money last'
  const alone = guaranteed === undefined ? 'at no age' : guaranteed === expected ? 'too' : `at ${guaranteed}`
  return `you can stop at ${expected}, on guaranteed money alone ${alone}`
}

/** Page one: who and what, the answer, the figures that carry it, the worst case, wealth over time. */
export function Answer({ outcome, dollars, today, version }: Part) {
  const { document } = outcome
  const { owner, practice } = document
  const ids = outcome.paths.map(({ id }) => id)
  const money = dollarsInWords(dollars)
  const worst = worstCase(outcome)
  const wealth = wealthOverTime(outcome, 'expected', dollars, ids)
  const { headline, reason, otherView } = answerOf(outcome, 'expected', dollars, ids)
  const words = (sentence: Sentence) => textOf(sentence, usdShort)
  const retirementYear = owner.retirement.slice(0, 4)
  return (
    <section className="answer">
      <Heading level={1}>Sell or stay: {practice.name}</Heading>
      <p className="meta">
        {owner.name && <>For {owner.name} · </>}
        {document.name} · {day(today)} · Sell or Stay {version}
        {document.sample && ' · sample case with invented figures'}
      </p>
      <Heading level={2}>The answer</Heading>
      <p className="headline">{words(headline)}</p>
      <p>
        {words(reason)} {words(otherView)}
      </p>

      <table>
        <caption>
          Wealth at the end of the year of retirement ({retirementYear}), {money}; beside it what comes at once and each
          year
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Path
            </th>
            <th scope="colgroup" colSpan={3} className="number">
              Wealth at retirement
            </th>
            <th scope="col" rowSpan={2} className="number">
              In pocket
              <br />
              at close
            </th>
            <th scope="col" rowSpan={2} className="number">
              Take-home,
              <br />
              first full year
            </th>
          </tr>
          <tr>
            <th scope="col" className="number">
              guaranteed
            </th>
            <th scope="col" className="number">
              expected
            </th>
            <th scope="col" className="number">
              maximum
            </th>
          </tr>
        </thead>
        <tbody>
          {threeViews(outcome, 'wealthAtRetirement', dollars, ids).map(
            ({ id, name, guaranteed, expected, maximum }) => (
              <tr key={id}>
                <th scope="row">
                  <PathName document={document} id={id} name={name} />
                </th>
                <td className="number">{usd(guaranteed)}</td>
                <td className="number strong">{usd(expected)}</td>
                <td className="number">{usd(maximum)}</td>
                <td className="number">
                  {usd(outcome.figure(id, 'expected', figureId(outcome, id, 'expected', 'inPocketAtClose', dollars)))}
                </td>
                <td className="number">{usd(outcome.figure(id, 'expected', 'takeHomeFirstYear')) || none}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <p className="small">
        Guaranteed counts nothing that others may withhold; expected weighs it by its chance; maximum counts it in full.
      </p>

      <Heading level={3}>Does guaranteed money alone fund the plan to {owner.horizonAge}?</Heading>
      <ul className="worst">
        {worst.map(({ path, name, funded, fundedToAge, earliest }) => (
          <li key={path}>
            <PathName document={document} id={path} name={name} />:{' '}
            {funded ? 'yes' : `no, it lasts to age ${fundedToAge}`}; {stops(earliest)}
          </li>
        ))}
      </ul>

      <figure>
        <figcaption>
          <strong>{crossoverTitle(outcome, 'expected', ids)}</strong>. Wealth at the end of each year, expected view,{' '}
          {money}. What is not yet sold or paid is included after tax.
        </figcaption>
        <Lines
          alt={`Wealth at the end of each year from ${wealth.years[0]} to ${wealth.years.at(-1)}, a line for each path; the figures are in the year tables.`}
          years={wealth.years}
          ages={wealth.ages}
          lines={wealth.paths.map(({ id, name, values }) => ({ id, name, values, mark: markOfPath(document, id) }))}
          events={eventsOf(outcome, ids)
            .filter(({ kind }) => kind === 'retirement' || kind === 'exit')
            .map(({ at, label, path }) => ({ at, label: path === '' ? label : `${nameOf(path)}: ${label}` }))}
          placed="end"
          height={280}
        />
      </figure>
    </section>
  )

  function nameOf(path: string): string {
    return outcome.paths.find(({ id }) => id === path)?.name ?? path
  }
}
