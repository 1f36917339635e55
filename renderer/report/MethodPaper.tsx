import '@fontsource/inter/400.css'
import '@fontsource/inter/600.css'
import './report.css'

import { useMemo } from 'react'

import { kindOfLine, type MethodLine } from '../../shared/formula/method'
import type { Outcome } from '../../shared/model'
import { citedNumbers, METHOD_NOTES, methodOf } from '../../shared/present/method'
import { METHOD_TITLE } from '../../shared/present/report/title'
import { capital } from '../../shared/present/sentence'
import { day } from '../format'
import { Contents } from './Contents'
import { Heading } from './headings'

interface Props {
  readonly outcome: Outcome
  /** YYYY-MM-DD */
  readonly today: string
  readonly version: string
}

/** The published method on paper: in words, the numbers of the law with their sources, and every line of the case. */
export function MethodPaper({ outcome, today, version }: Props) {
  const sections = useMemo(() => methodOf(outcome), [outcome])
  const numbers = useMemo(() => citedNumbers(outcome), [outcome])
  return (
    <article className="report method">
      <Heading level={1}>{METHOD_TITLE}</Heading>
      <p className="meta">
        {outcome.document.name} · {day(today)} · Sell or Stay {version}
      </p>
      <Contents of={outcome} />
      <section className="reading">
        <Heading level={2}>In words</Heading>
        {METHOD_NOTES.map(([title, text]) => (
          <div key={title}>
            <Heading level={3}>{title}</Heading>
            <p>{text}</p>
          </div>
        ))}
      </section>
      <section className="chapter flows">
        <Heading level={2}>Numbers from the law and publications</Heading>
        <table className="citations">
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col" className="number">
                Value
              </th>
              <th scope="col">Tax year</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {numbers.map(({ label, written, year, source }, i) => (
              <tr key={`${i} ${label}`}>
                <th scope="row">{capital(label)}</th>
                <td className="number">{written}</td>
                <td>{year}</td>
                <td>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {sections.map(({ title, lines }) => (
        <section key={title} className="chapter flows">
          <Heading level={2}>{title}</Heading>
          <dl>
            {lines.map((line) => (
              <Line key={line.id} {...line} />
            ))}
          </dl>
        </section>
      ))}
    </article>
  )
}

const Line = ({ id, also, label, unit, shape, meaning, first, later }: MethodLine) => (
  <div>
    <dt>
      {capital(label)}{' '}
      <span className="quiet">
        {[id, ...also].join(', ')}, {kindOfLine({ unit, shape })}
      </span>
    </dt>
    <dd>{meaning}</dd>
    <dd className="formula">
      {later !== undefined && 'first year: '}
      {first}
    </dd>
    {later !== undefined && <dd className="formula">later years: {later}</dd>}
  </div>
)
