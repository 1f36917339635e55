import { useMemo } from 'react'

import { earliestRetirementAges } from '../../../shared/analysis/retirement'
import { VIEWS } from '../../../shared/model'
import { ageAtRetirement } from '../../../shared/present/answer'
import { layersInWords } from '../../../shared/present/chart-words'
import {
  accountLayers,
  accountsTitle,
  payerLayers,
  payersTitle,
  retirementAnswer,
  retirementRows,
  termNote,
} from '../../../shared/present/retirement'
import { PAPER_WIDTH } from '../../charts/Drawn'
import { markOfPath } from '../../charts/marks'
import { StackedYears } from '../../charts/StackedYears'
import { factor, usdInWords } from '../../format'
import { dollarsInWords, type Part } from '../context'
import { Heading } from '../headings'
import { PathName } from '../PathName'
import { ViewHeads } from '../ViewHeads'

/** When the owner can retire on each path, how long the money lasts, and what pays for each year. */
export function Retirement({ outcome, dollars }: Part) {
  const { document } = outcome
  const ids = useMemo(() => outcome.paths.map(({ id }) => id), [outcome])
  const earliest = useMemo(() => earliestRetirementAges(outcome), [outcome])
  const { headline, guaranteed } = retirementAnswer(outcome, earliest, 'expected', ids)
  const note = termNote(outcome, earliest, ids)
  const age = ageAtRetirement(outcome)
  return (
    <section className="chapter flows">
      <Heading level={2}>Retirement by path</Heading>
      <p>
        {headline} {guaranteed}
      </p>
      <table className="block">
        <caption>
          Earliest retirement age: the first birthday on which you can retire with no shortfall in any year to age{' '}
          {outcome.lastAge}
        </caption>
        <thead>
          <tr>
            <th scope="col">Path</th>
            <ViewHeads />
            <th scope="col" className="number">
              Accounts reach {factor(document.owner.nestEggMultiple)} spending at age
            </th>
            <th scope="col">Retiring at {age} without contingent payments</th>
          </tr>
        </thead>
        <tbody>
          {retirementRows(outcome, earliest, 'expected', ids).map(
            ({ id, name, earliest: ages, reachesNestEgg, test }) => (
              <tr key={id}>
                <th scope="row">
                  <PathName document={document} id={id} name={name} />
                </th>
                {VIEWS.map((view) => (
                  <td key={view} className="number">
                    {ages[view] ?? 'none'}
                  </td>
                ))}
                <td className="number">
                  {reachesNestEgg ? Math.round(outcome.figure(id, 'expected', 'nestEggAge')!) : 'none'}
                </td>
                <td>{test}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {note !== undefined && <p className="small">{note}</p>}
      {outcome.paths.map(({ id }) => (
        <div key={id} className="block">
          <Years
            title={payersTitle(outcome, id, 'expected')}
            says={`Each bar is the year’s spending including commitments, in ${dollarsInWords(dollars)}, by what pays for it; hatched: unfunded.`}
            layers={payerLayers(outcome, id, 'expected', dollars)}
            mark={markOfPath(document, id)}
          />
          <Years
            title={accountsTitle(outcome, id, 'expected')}
            says={`Year-end balances, in ${dollarsInWords(dollars)}; tax-deferred accounts before tax on withdrawals, unrealized value hatched.`}
            layers={accountLayers(outcome, id, 'expected', dollars)}
            mark={markOfPath(document, id)}
          />
        </div>
      ))}
    </section>
  )
}

interface YearsProps {
  readonly title: string
  readonly says: string
  readonly layers: ReturnType<typeof payerLayers>
  readonly mark: ReturnType<typeof markOfPath>
}

function Years({ title, says, layers, mark }: YearsProps) {
  return (
    <figure>
      <figcaption>
        <strong>{title}</strong>. {says}
      </figcaption>
      <StackedYears
        medium="paper"
        title={title}
        description={`${says} One bar a year from ${layers.years[0]} to ${layers.years.at(-1)}; layers from the bottom up. ${layersInWords(layers, usdInWords)}`}
        {...layers}
        mark={mark}
        width={PAPER_WIDTH}
        height={150}
      />
    </figure>
  )
}
