import { VIEWS, type Outcome, type View } from '../../../shared/model'
import { ageAtRetirement } from '../../../shared/present/answer'
import { retirementRows, type Earliest } from '../../../shared/present/retirement'
import { markOfPath } from '../../charts/marks'
import { MarkSign } from '../../charts/MarkSign'
import { factor } from '../../format'
import { useWhy } from '../../state/why'
import { VIEW_WORDS } from '../compare/dollars'
import { Figure } from '../figure/Figure'
import figures from '../figure/figure.module.css'
import classes from './retirement.module.css'
import { VIEW_NAMES } from '../../../shared/present/views'
import { SaveCsv } from '../figure/SaveCsv'

interface Props {
  readonly outcome: Outcome
  readonly earliest: Earliest
  readonly view: View
  readonly paths: readonly string[]
  /** Sets the slider to an age. */
  onTry(age: number): void
}

/** When the owner can retire on each path, and how long the money lasts. Every age has a Why and can be tried. */
export function AgesTable({ outcome, earliest, view, paths, onTry }: Props) {
  const ask = useWhy((state) => state.ask)
  const rows = retirementRows(outcome, earliest, view, paths)
  const age = ageAtRetirement(outcome)
  const multiple = factor(outcome.document.owner.nestEggMultiple)
  return (
    <section aria-labelledby="ages">
      <h2 id="ages">The earliest age at which you can retire</h2>
      <p className="quiet small">
        The first birthday on which you can retire with no shortfall in any year to age {outcome.lastAge}. Leaving a
        deal early costs what its terms say.
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard */}
      <div className={classes.scroll} role="region" aria-label="Ages of the paths" tabIndex={0}>
        <table className={classes.ages}>
          <caption className="unseen">Earliest retirement age and how long the money lasts, by path</caption>
          <thead>
            <tr>
              <td />
              {VIEWS.map((one) => (
                <th key={one} scope="col">
                  {VIEW_NAMES[one]}
                </th>
              ))}
              <th scope="col">accounts reach {multiple} spending at age</th>
              <th scope="col">funded to age, retiring at {age}</th>
              <th scope="col">no contingent payments, retiring at {age}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, earliest: ages, reachesNestEgg, passes, test }) => (
              <tr key={id}>
                <th scope="row">
                  <span className={classes.sign}>
                    <MarkSign mark={markOfPath(outcome.document, id)} /> {name}
                  </span>
                </th>
                {VIEWS.map((one) => {
                  const first = ages[one]
                  return (
                    <td key={one}>
                      <button
                        type="button"
                        className={figures.figure}
                        title={`Why? ${name}, ${VIEW_WORDS[one]}: earliest retirement age`}
                        onClick={() => ask({ kind: 'earliest', path: id, view: one })}
                      >
                        {first === undefined ? 'none' : one === view ? <strong>{first}</strong> : first}
                      </button>
                      {first !== undefined && (
                        <>
                          {' '}
                          <button
                            type="button"
                            className="link small"
                            aria-label={`${name}, ${VIEW_WORDS[one]}: ${first}. Try it`}
                            onClick={() => onTry(first)}
                          >
                            try
                          </button>
                        </>
                      )}
                    </td>
                  )
                })}
                <td>
                  <Figure path={id} view={view} id="nestEggAge">
                    {reachesNestEgg ? undefined : 'none'}
                  </Figure>
                </td>
                <td>
                  <Figure path={id} view={view} id="fundedToAge" />
                </td>
                <td>
                  <Figure path={id} view="guaranteed" id="guaranteedFunds">
                    <span aria-hidden="true">{passes ? '✓' : '✗'}</span> {test}
                  </Figure>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SaveCsv title="Earliest retirement age by path" />
    </section>
  )
}
